// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/comparison.h"
#include "core/stats/replicates.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace regnet::cli {

struct SeedComparison
{
    std::optional<SeedNoise> noiseA;
    std::optional<SeedNoise> noiseB;
    Differences differences; ///< two-level bootstrap
};

/// For a terminal. `pairs`: how many comparisons the p-values were corrected for.
std::string describe(const Population& a, const Population& b, const PairComparison& comparison,
                     const ComparisonSettings& settings, std::size_t pairs);
std::string describe(const SeedComparison& seeds, const ComparisonSettings& settings);

/// One comparison is the object itself; several are {"comparisons": […]}.
nlohmann::ordered_json toJson(const std::vector<Population>& populations,
                              const std::vector<PairComparison>& comparisons,
                              const std::optional<SeedComparison>& seeds, const ComparisonSettings& settings);

} // namespace regnet::cli
