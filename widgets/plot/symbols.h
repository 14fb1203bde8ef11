// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"
#include "widgets/plot/qcp.h"

namespace regnet {

/// The symbol of a series, by its slot; open ones are filled with `page`. Lengths in pixels. Inside
/// widgets/plot only.
QCPScatterStyle symbolOf(const PlotSeries& series, const QColor& colour, const QColor& page, double outline,
                         double size);

} // namespace regnet
