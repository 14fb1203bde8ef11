// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/bootstrap.h"
#include "core/stats/population.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// The trainings of each network of a population with several seeds: errors in %, +infinity where one failed.
struct Replicates
{
    std::string name;
    std::vector<std::vector<double>> errors; ///< one list a network, none empty
};

/// Puts populations that were trained with different seeds together by the network's hash; a member without
/// one is a network of its own, and pending ones are left out. A network drawn twice within one population
/// and trained once per seed counts once here.
Replicates replicatesOf(std::span<const Population> populations);

/// How much the error of one network moves from seed to seed.
struct SeedNoise
{
    std::int64_t networks = 0;  ///< with at least two finished trainings
    std::int64_t trainings = 0; ///< theirs
    double deviation = 0;       ///< sigma_seed: pooled within networks, in percentage points
    double low = 0;             ///< chi-squared interval (seeds normal and alike for all networks)
    double high = 0;
    std::optional<double> between; ///< deviation of the networks' own errors without seed noise; none below
                                   ///< two networks, 0 where the seeds explain all
    double confidence = 0.95;
};

/// Analysis of variance over the networks with at least two finished trainings; none without one. Throws
/// Error unless 0 < confidence < 1.
std::optional<SeedNoise> seedNoise(const Replicates& replicates, double confidence = 0.95);

/// A network's error is the mean of its finished trainings, +infinity without one.
Edf edfOf(const Replicates& replicates);

/// bootstrapDifferences on two levels: networks are drawn with replacement, then as many of the drawn
/// network's trainings as it has. With one training a network it is the plain bootstrap. Cost: resamples ·
/// (trainings + sort). Throws Error for settings out of range.
Differences twoLevelDifferences(const Replicates& a, const Replicates& b,
                                const std::vector<double>& probabilities,
                                const BootstrapSettings& settings = {});

} // namespace regnet
