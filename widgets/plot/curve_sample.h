// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"
#include "widgets/plot/theme.h"

#include <QPixmap>

namespace regnet {

/// A piece of a series' curve for lists beside a plot: colour, dash and symbol of the series; width and size
/// are in logical pixels.
QPixmap curveSample(const PlotSeries& series, const Theme& theme, const QSize& size);

} // namespace regnet
