// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"
#include "widgets/queue/queue_snapshot.h"

#include <cstddef>
#include <vector>

namespace regnet {

/// So many jobs have colours of their own.
inline constexpr std::size_t maximalCurves = 8;

/// Error over epochs: of one job on test and training images, of several the same overlaid, a colour each.
/// Without any epoch there is no series. At most maximalCurves are drawn; the caption says when more are
/// `selected`.
Plot curvesPlot(const std::vector<JobCurve>& curves, std::size_t selected);

} // namespace regnet
