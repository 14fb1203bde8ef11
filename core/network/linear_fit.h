// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <span>

namespace regnet {

/// Mean over blocks of (log2(fitted / observed))^2 (paper.md section 6). Both are per-block widths of equal
/// length.
double meanSquaredLog2Ratio(std::span<const std::int64_t> observed, std::span<const std::int64_t> fitted);

struct LinearFit
{
    LinearWidths line;
    Quantisation quantised;
    double error = 0; ///< e_fit
};

/// Which candidates a fit may take.
enum class FitDomain {
    ValidOnly, ///< no level skipped, and as many stages as the observed network (the default of paper.md)
    Any,
};

/// The line whose quantised widths are nearest to given stages: d is their depth; w0 = 8..256 step 8,
/// wa in {0} and 256^(i/299), wm = 1.50..3.00 step 0.01. Source: paper Figure 8; grid of paper.md section 6.
LinearFit fitLine(std::span<const Stage> stages, FitDomain domain = FitDomain::ValidOnly);

} // namespace regnet
