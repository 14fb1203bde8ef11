// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/complexity_bins.h"
#include "core/stats/edf.h"

#include <cstdint>
#include <span>
#include <string>

namespace regnet {

/// Two-sample Kolmogorov-Smirnov test of two EDFs.
struct KolmogorovSmirnov
{
    double distance = 0; ///< D, the largest distance between the two curves, in 0..1
    double pValue = 1;   ///< two-sided
    std::string method;  ///< how pValue was found, in words for a figure
};

/// Failed networks are ties at +infinity. Up to n·m = 10^7 the p-value is exact, given the ties: the share of
/// all ways to deal the pooled errors into two samples of these sizes whose D is at least as large, counted
/// by lattice paths (Hodges 1958; with ties Schröer and Trenkler 1995); cost O(n·m). Above, Kolmogorov's
/// limit. An empty sample gives D = 0 and p = 1.
KolmogorovSmirnov kolmogorovSmirnov(const Edf& a, const Edf& b);

struct PermutationSettings
{
    std::int64_t permutations = 999; ///< 1..10^6
    std::uint64_t seed = 1;
};

/// The test of two complexity-normalised EDFs, populations `a` and `b` of the bins. Tables of the plain test
/// do not hold for weighted curves, so the names of the populations are dealt anew within each bin:
/// p = (1 + deals whose D is at least as large) / (1 + permutations). No bin: D = 0 and p = 1.
/// Cost: permutations · (n + m).
KolmogorovSmirnov weightedKolmogorovSmirnov(std::span<const Population> populations,
                                            const ComplexityBins& bins, std::size_t a, std::size_t b,
                                            const PermutationSettings& settings = {});

/// Mann-Whitney (Wilcoxon rank-sum) test, and the probability that a network of `a` is better than one of
/// `b`.
struct MannWhitney
{
    double u = 0;             ///< pairs in which a's error is lower, ties counting half
    double superiority = 0.5; ///< u / (n·m): P(a < b) + P(a = b) / 2; above 0.5 speaks for a
    double pValue = 1;        ///< two-sided
    std::string method;       ///< how pValue was found, in words for a figure
};

/// Failed networks are ties at +infinity, mid-ranks count ties. Up to n + m = 64 the p-value is exact, given
/// the ties (every deal of the pooled ranks, by dynamic programming); above, the normal approximation with
/// the tie correction and a continuity correction. An empty sample gives 0.5 and p = 1.
MannWhitney mannWhitney(const Edf& a, const Edf& b);

} // namespace regnet
