// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/edf.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

/// The lowest error of k networks drawn at random from a population, with replacement.
struct ExpectedBest
{
    std::int64_t k = 0;
    std::optional<double> mean;      ///< given that at least one of the k finishes; none where none can
    std::optional<double> deviation; ///< standard deviation, of the same
    double allFail = 0;              ///< chance that none of the k finishes: (failed / n)^k
};

/// Closed form, no random numbers: P(the best is the i-th smallest) = ((n - i) / n)^k - ((n - i - 1) / n)^k,
/// i from 0. Throws Error for k < 1. Cost: one power a network. Source: paper Figure 9 right (there a
/// Monte-Carlo estimate at k = 1, 2, 4, ..., 256).
ExpectedBest expectedBest(const Edf& edf, std::int64_t k);

/// Random-search efficiency: expectedBest at 1, 2, 4, ... up to `most`.
std::vector<ExpectedBest> randomSearchCurve(const Edf& edf, std::int64_t most = 4096);

/// How many networks must be drawn so that the best of them has at most this error on average. None where the
/// population does not get there: its minimum is above.
std::optional<std::int64_t> drawsToReach(const Edf& edf, double error);

} // namespace regnet
