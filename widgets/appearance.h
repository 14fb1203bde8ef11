// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/theme.h"
#include "widgets/settings.h"

#include <QPalette>

namespace regnet {

/// Every colour of the window from the one theme.
QPalette paletteOf(const Theme& theme);

/// Fusion in the wanted colours; System is the palette that the platform gave at the start, and high contrast
/// where that palette is black and white.
void applyAppearance(Appearance appearance, bool isHighContrast = false);
/// All that the settings say: colours, contrast, motion.
void applyAppearance(const Settings& settings);

/// Whether controls may slide and fade: not with reduced motion, nor where the desktop turned effects off.
bool isMotionWanted();

} // namespace regnet
