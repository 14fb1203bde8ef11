// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/expected_best.h"

#include "core/problem.h"

#include <cmath>

namespace regnet {

ExpectedBest expectedBest(const Edf& edf, std::int64_t k)
{
    if (k < 1) throwBadInput("k", "is " + std::to_string(k), "a count of 1 or more");
    ExpectedBest best;
    best.k = k;
    if (edf.size() == 0) return best;
    const auto n = static_cast<double>(edf.size());
    const auto draws = static_cast<double>(k);
    best.allFail = std::pow(static_cast<double>(edf.failed()) / n, draws);
    if (edf.errors().empty()) return best;
    // Relative to the minimum: the sums then lose no digits to a large mean.
    const double lowest = edf.errors().front();
    double atLeast = 1;
    double first = 0;
    double second = 0;
    double left = n;
    for (const double error : edf.errors()) {
        const double beyond = std::pow(--left / n, draws);
        const double probability = atLeast - beyond;
        first += probability * (error - lowest);
        second += probability * (error - lowest) * (error - lowest);
        atLeast = beyond;
    }
    const double finishes = 1 - best.allFail;
    if (finishes <= 0) return best;
    first /= finishes;
    second /= finishes;
    best.mean = lowest + first;
    best.deviation = std::sqrt(std::max(0.0, second - first * first));
    return best;
}

std::vector<ExpectedBest> randomSearchCurve(const Edf& edf, std::int64_t most)
{
    std::vector<ExpectedBest> curve;
    for (std::int64_t k = 1; k <= most && k > 0; k *= 2)
        curve.push_back(expectedBest(edf, k));
    return curve;
}

std::optional<std::int64_t> drawsToReach(const Edf& edf, double error)
{
    const auto isThere = [&](std::int64_t k) { return *expectedBest(edf, k).mean <= error; };
    if (edf.errors().empty() || !(edf.errors().front() <= error)) return std::nullopt;
    constexpr std::int64_t most = std::int64_t{1} << 40;
    std::int64_t high = 1;
    while (!isThere(high)) {
        if (high >= most) return std::nullopt; // the minimum itself, but for the last digit
        high *= 2;
    }
    std::int64_t low = high / 2;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (isThere(middle) ? high : low) = middle;
    }
    return high;
}

} // namespace regnet
