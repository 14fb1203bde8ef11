// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/edf.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace regnet {

/// A difference of two populations, a - b, and its percentile bootstrap interval. Empty where it is not
/// defined: a quantile on the plateau of failures, no finished network; an end of the interval is empty where
/// that share of the resamples has no defined difference.
struct Difference
{
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
};

struct BootstrapSettings
{
    std::int64_t resamples = 2000;
    double confidence = 0.95;
    std::uint64_t seed = 1; ///< of boost::random::mt19937_64: equal on every platform
};

/// Throws Error for settings out of range: resamples 1..10^6, 0 < confidence < 1.
void checkBootstrap(const BootstrapSettings& settings);

/// Differences of two populations, from the same resamples: networks are drawn with replacement within each
/// population, failed ones included.
struct Differences
{
    Difference mean; ///< of finished networks, percentage points
    struct AtQuantile
    {
        double probability = 0;
        Difference difference;
    };
    std::vector<AtQuantile> quantiles;
};

/// Cost: resamples · (n + m) draws and one selection a quantile. Throws Error for settings out of range
/// (resamples 1..10^6, 0 < confidence < 1).
Differences bootstrapDifferences(const Edf& a, const Edf& b, const std::vector<double>& probabilities,
                                 const BootstrapSettings& settings = {});

/// Two populations as one resample drew them.
struct DrawnPair
{
    Edf a;
    Edf b;
};

/// The same differences with resamples of one's own making (networks and seeds, say). `draw` is not called
/// where one of the two is empty.
Differences collectDifferences(const Edf& a, const Edf& b, const std::vector<double>& probabilities,
                               const BootstrapSettings& settings, const std::function<DrawnPair()>& draw);

} // namespace regnet
