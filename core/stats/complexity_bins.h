// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "core/stats/weighted_edf.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// How a property is cut into bins of equal width.
struct BinSettings
{
    std::string property = "flops"; ///< or "params", "activations", or any other
    std::int64_t bins = 10;         ///< 1..10,000
    std::optional<double> low;      ///< open ends, as in NDS; empty: where all populations have networks,
    std::optional<double> high;     ///< the largest minimum and the smallest maximum, these included
    bool isLogarithmic = false;     ///< equal widths of log(property), which must then be positive
};

/// One bin, low < x <= high (the first and the last as the settings say), after merging.
struct Bin
{
    double low = 0;
    double high = 0;
    std::int64_t merged = 1;          ///< equal widths that it covers; 1 unless neighbours were empty
    std::vector<std::int64_t> counts; ///< networks of each population, failed ones included
};

/// Populations cut alike, so that their complexity-normalised EDFs compare.
struct ComplexityBins
{
    BinSettings settings;
    double low = 0; ///< the ends that were used
    double high = 0;
    std::vector<Bin> bins;  ///< ascending; empty where the populations do not overlap
    std::int64_t empty = 0; ///< bins asked for in which some population has nothing: merged into neighbours

    /// What became of each population's networks: coverage = inside / (inside + outside + unknown).
    struct Coverage
    {
        std::int64_t inside = 0;
        std::int64_t outside = 0; ///< beyond the ends
        std::int64_t unknown = 0; ///< without this property
        double share() const;     ///< 0 for an empty population
    };
    std::vector<Coverage> coverage;

    /// In which bin each member of each population lies; -1 for none. Pending members have none.
    std::vector<std::vector<std::int64_t>> binOf;
};

/// Cuts the populations. A bin in which any of them has no network is merged into the one below it (the
/// lowest into the one above). Throws Error for settings out of range. Cost: one pass.
ComplexityBins complexityBins(std::span<const Population> populations, const BinSettings& settings);

/// The complexity-normalised EDF of population `which`: each equal width counts the same and each network
/// of a bin the same, weight = merged / bins / count. As NDS's compute_norm_ws where no bin is empty; what
/// lies outside has no weight.
WeightedEdf normalisedEdf(const Population& population, const ComplexityBins& bins, std::size_t which);

} // namespace regnet
