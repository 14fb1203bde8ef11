// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

/// Mean over blocks of (log2(fitted / observed))^2: the e_fit drawn in the paper's Figure 8. Both are
/// per-block widths of equal length.
double meanSquaredLog2Ratio(std::span<const std::int64_t> observed, std::span<const std::int64_t> fitted);

/// Widths block by block.
std::vector<std::int64_t> blockWidths(std::span<const Stage> stages);
std::vector<std::int64_t> blockWidths(const Quantisation& quantised);

struct LinearFit
{
    LinearWidths line;
    Quantisation quantised;
    double error = 0; ///< e_fit
};

/// Which candidates a fit may take.
enum class FitDomain {
    ValidOnly, ///< no level skipped, and a given number of stages (the paper's)
    Any,
};

/// How many stages a valid line must have: four, as all spaces of the paper (a network of three drawn stages
/// is one of four, two of them equally wide); more where the network has more, fewer where it has fewer
/// blocks.
std::int64_t fitStageCount(std::span<const Stage> stages);

/// The line whose quantised widths are nearest to given stages: d is their depth; w0 = 8..256 step 8,
/// wa in {0} and 256^(i/299), wm = 1.50..3.00 step 0.01; of equal ones that of the least w0, wm, wa. A valid
/// line has `stageCount` stages, 0 for fitStageCount(stages). Source: paper Figure 8; the grid is ours.
/// Nothing where no line of the grid is in the domain (44 stages, say). Throws Error for stages that are
/// none. Cost: the whole grid has 1.45 million lines; bounds leave some thousands.
std::optional<LinearFit> findLine(std::span<const Stage> stages, FitDomain domain = FitDomain::ValidOnly,
                                  std::int64_t stageCount = 0);

/// The same, where nothing is an Error.
LinearFit fitLine(std::span<const Stage> stages, FitDomain domain = FitDomain::ValidOnly,
                  std::int64_t stageCount = 0);

} // namespace regnet
