// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// Where the best network of a resample lies along one property: a range of the winner, not a confidence
/// interval of a statistic.
struct BestRange
{
    double low = 0;          ///< 2.5 % of the winners lie below
    double best = 0;         ///< median of the winners
    double high = 0;         ///< 97.5 %
    std::int64_t n = 0;      ///< finished networks that have the property
    std::int64_t sample = 0; ///< draws a resample, max(1, int(n / 4))
};

struct ValueAndError
{
    double value = 0; ///< of the property
    double error = 0; ///< %
};

/// P(the winner of `sample` draws with replacement has rank r), r = 0 for the lowest of n errors:
/// ((n - r) / n)^sample - ((n - r - 1) / n)^sample. Size n; empty for n = 0.
std::vector<double> winnerProbabilities(std::int64_t n, std::int64_t sample);

/// The empirical bootstrap of the paper (footnote 4) with infinitely many resamples, in closed form: each end
/// is the smallest value at which the winners' cumulative probability reaches (1 - confidence) / 2, 1/2 and
/// (1 + confidence) / 2. Equal errors are ranked by their place, as argmin does. Pairs that are not finite
/// are left out; none left gives none. sample = 0 means max(1, int(n / 4)). Cost: two sorts.
std::optional<BestRange> bestRange(std::span<const ValueAndError> pairs, double confidence = 0.95,
                                   std::int64_t sample = 0);

/// The same for a property of a population; finished networks only, as in the paper.
std::optional<BestRange> bestRange(const Population& population, const std::string& property,
                                   double confidence = 0.95);

/// The empirical bootstrap as pycls runs it (sweep/analysis.py).
struct WinnerSettings
{
    std::int64_t resamples = 2500; ///< the paper: 10,000
    double share = 0.25;           ///< of the networks, drawn each time; at least one
    std::int64_t sample = 0;       ///< > 0: as many draws instead
    double confidence = 0.95;
    std::uint64_t seed = 1; ///< of boost::random::mt19937_64
};

/// Draws a number from 0 to n - 1.
using DrawIndex = std::function<std::size_t(std::size_t n)>;

/// The same range by Monte-Carlo: in each resample the finished network of the lowest error wins (the first
/// of equals drawn), and the ends are percentiles of the winners' values, linear between two. One set of
/// winners serves all properties; winners without a property are left out of its range. None for a property
/// that no winner has. Throws Error for settings out of range, and for more than 10^9 draws. Cost: resamples
/// · sample draws.
std::vector<std::optional<BestRange>> monteCarloRanges(const Population& population,
                                                       std::span<const std::string> properties,
                                                       const WinnerSettings& settings = {});
/// With draws of one's own, to repeat another program's.
std::vector<std::optional<BestRange>> monteCarloRanges(const Population& population,
                                                       std::span<const std::string> properties,
                                                       const WinnerSettings& settings, const DrawIndex& draw);

/// The closed form for several properties at once.
std::vector<std::optional<BestRange>> bestRanges(const Population& population,
                                                 std::span<const std::string> properties,
                                                 double confidence = 0.95, std::int64_t sample = 0);

/// Names of the properties that at least one finished network has, sorted.
std::vector<std::string> propertiesOf(const Population& population);

} // namespace regnet
