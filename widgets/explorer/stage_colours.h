// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/theme.h"

#include <QColor>

namespace regnet {

/// One hue from weak (first stage) to strong (last); the same stage has the same colour in every view.
QColor stageColour(const Theme& theme, int stage, int stages);
/// Stem and head: a grey that no stage has.
QColor frameColour(const Theme& theme);
/// Black or white, whichever stands out more from a background.
QColor inkOn(const QColor& background);

} // namespace regnet
