// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/complexity_bins.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace regnet {

struct Pair
{
    double x = 0;
    double y = 0;
};

enum class CorrelationKind { Pearson, Spearman, Kendall };
std::string_view nameOf(CorrelationKind kind); ///< "Pearson r", "Spearman rho", "Kendall tau-b"

struct Correlation
{
    CorrelationKind kind = CorrelationKind::Pearson;
    std::int64_t n = 0;          ///< pairs with two finite numbers
    std::optional<double> value; ///< -1..1; none below two pairs and where x or y is constant
    std::optional<double> low;   ///< of the confidence interval; none where n is too small for one
    std::optional<double> high;
    double confidence = 0.95;
};

/// - Pearson's r; interval by Fisher's z with 1 / (n - 3), n >= 4;
/// - Spearman's rho, r of the mid-ranks; interval by Fisher's z with (1 + rho^2 / 2) / (n - 3) (Bonett and
///   Wright 2000), n >= 4;
/// - Kendall's tau-b, which takes ties into account; interval by Fisher's z with 0.437 / (n - 4) (Fieller and
///   others 1957), n >= 5.
/// The intervals are approximations for pairs drawn independently; a value of ±1 is its own interval. Pairs
/// that are not finite are left out. Cost: n log n (Knight 1966 for tau). Throws Error unless
/// 0 < confidence < 1.
Correlation correlate(std::span<const Pair> pairs, CorrelationKind kind, double confidence = 0.95);

/// The same among networks of like complexity: pairs are compared within their bin only. r of the deviations
/// from the bin's mean; rho of those of the ranks within the bin; tau-b of the pairs of one bin. `binOf` has
/// one number a pair, negative for none. The interval counts a degree of freedom a bin.
Correlation correlateWithin(std::span<const Pair> pairs, std::span<const std::int64_t> binOf,
                            CorrelationKind kind, double confidence = 0.95);

/// Two properties of a population ("error" is one); failed members have no error. One pair a member, NaN
/// where a value is not known.
std::vector<Pair> pairsOf(const Population& population, std::string_view x, std::string_view y);

} // namespace regnet
