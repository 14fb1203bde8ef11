// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/theme.h"
#include "widgets/settings.h"

#include <QPalette>

namespace regnet {

/// Every colour of the window from the one theme.
QPalette paletteOf(const Theme& theme);

/// Fusion in the wanted colours; System is the palette that the platform gave at the start.
void applyAppearance(Appearance appearance);

} // namespace regnet
