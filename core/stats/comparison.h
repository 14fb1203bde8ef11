// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/bootstrap.h"
#include "core/stats/complexity_bins.h"
#include "core/stats/edf.h"
#include "core/stats/expected_best.h"
#include "core/stats/population.h"
#include "core/stats/power.h"
#include "core/stats/share.h"
#include "core/stats/two_sample.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// What to compare populations at.
struct ComparisonSettings
{
    std::vector<double> quantiles{0.01, 0.05, 0.1, 0.5};
    std::vector<double>
        thresholds; ///< of P(error < threshold); empty: the quantiles 5 % and 50 % of the first
    std::vector<std::int64_t> draws{1, 4, 16, 64, 256}; ///< expected best of so many
    BootstrapSettings bootstrap;
    std::optional<BinSettings> bins; ///< also compare the complexity-normalised curves
    PermutationSettings permutations;
};

struct ShareDifference
{
    double threshold = 0;
    Estimate a;
    Estimate b;
    Estimate difference; ///< a - b
};

struct NormalisedComparison
{
    ComplexityBins bins;
    WeightedEdf a;
    WeightedEdf b;
    KolmogorovSmirnov distance;
};

/// Two populations, and all that the tests say about them. (Not "Comparison": widgets/compare has a class of
/// that name, and both would be one to the linker.)
struct PairComparison
{
    Edf a;
    Edf b;
    KolmogorovSmirnov distance;
    MannWhitney ranks;
    double ksHolm = 1; ///< p-values after Holm over the pairs of one call, each test for itself
    double ranksHolm = 1;
    Differences differences; ///< a - b
    std::vector<ShareDifference> shares;
    std::vector<ExpectedBest> bestOfA;
    std::vector<ExpectedBest> bestOfB;
    DetectableGap power;
    std::optional<NormalisedComparison> normalised;
    std::vector<std::string> remarks; ///< what is not comparable, and what n hides
};

/// Two populations. Cost: that of the bootstrap, resamples · (n + m). Throws Error for settings out of range.
PairComparison compare(const Population& a, const Population& b, const ComparisonSettings& settings = {});

/// The first population with each of the others; p-values also corrected for their number. Fewer than two
/// give nothing.
std::vector<PairComparison> compareToFirst(std::span<const Population> populations,
                                           const ComparisonSettings& settings = {});

} // namespace regnet
