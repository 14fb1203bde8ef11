// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"

namespace regnet {

/// A plot in sentences: what its axes are and from where to where its data go, then each series with its
/// number of points and the range of its values. For those who do not see it. Cost: one look at each point.
QString describe(const Plot& plot);

/// One place of a plot in words: "RegNetX, error (%) 40.2, cumulative probability 0.5".
QString describePoint(const Plot& plot, int series, int point);

} // namespace regnet
