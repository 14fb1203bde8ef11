// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace regnet {

/// How sure a comparison is to be.
struct PowerSettings
{
    double alpha = 0.05; ///< two-sided level of the test
    double power = 0.8;  ///< chance to find a difference that is there
};

/// What two populations of n and m networks can show. The gaps are empty where no data whatever of these
/// sizes is significant (smallestPValue > alpha): a test of two against two cannot find anything at 5 %.
struct DetectableGap
{
    std::int64_t n = 0;
    std::int64_t m = 0;
    double bandA = 1;                       ///< DKW half-width of the first curve at confidence 1 - alpha
    double bandB = 1;                       ///< of the second
    double smallestPValue = 1;              ///< 2 / C(n + m, n), that of two separate samples without ties
    std::optional<double> criticalDistance; ///< smallest KS distance D that is significant
    std::optional<double>
        edfGap; ///< a gap in F, at one error, that the KS test finds with the power asked for
    std::optional<double> superiority; ///< P(a network of one is better than one of the other) that the
                                       ///< Mann-Whitney test finds with that power, above 0.5
    std::optional<double> meanGap;     ///< difference of the means that is found with that power, in standard
                                       ///< deviations of the error
};

/// - criticalDistance: exact for n = m (the reflection formula of Gnedenko and Korolyuk), otherwise
///   sqrt(-ln(alpha / 2) / 2 · (n + m) / (n m)).
/// - edfGap = criticalDistance + z_power · sqrt((1 / n + 1 / m) / 4), at most 1: where F is near 1/2 the
///   power is about what was asked for, elsewhere it is more.
/// - superiority = 1/2 + (z_{1 - alpha / 2} + z_power) · sqrt((n + m) / (12 n m)), at most 1 (Noether 1987).
/// - meanGap = (z_{1 - alpha / 2} + z_power) · sqrt(1 / n + 1 / m), normal approximation with equal
///   deviations.
/// Cost: some microseconds. Throws Error unless n, m are 0..10^9 and 0 < alpha, power < 1.
DetectableGap detectableGap(std::int64_t n, std::int64_t m, const PowerSettings& settings = {});

/// Networks that each of two populations needs, for each of the gaps above: the smallest n whose
/// detectableGap(n, n) is at most this one. Nothing where 10^9 do not suffice (a gap of 0, a superiority of
/// 0.5). Throws Error unless 0 <= gap <= 1, 0.5 <= superiority <= 1, and standardDeviations >= 0 and finite.
std::optional<std::int64_t> networksForEdfGap(double gap, const PowerSettings& settings = {});
std::optional<std::int64_t> networksForSuperiority(double superiority, const PowerSettings& settings = {});
std::optional<std::int64_t> networksForMeanGap(double standardDeviations, const PowerSettings& settings = {});

/// Chance that none of n networks is from the best `share` of the space: (1 - share)^n. Throws Error unless
/// 0 <= share <= 1 and n >= 0.
double chanceToMissBest(std::int64_t n, double share);

/// Networks that find one of the best `share` with this probability: the smallest n with
/// chanceToMissBest(n, share) <= 1 - probability. Throws Error unless 0 < share, probability < 1.
std::int64_t networksToFindBest(double share, double probability = 0.95);

} // namespace regnet
