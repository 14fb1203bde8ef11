// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/share.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

std::int64_t countBelow(const Edf& edf, double threshold)
{
    return std::ranges::lower_bound(edf.errors(), threshold) - edf.errors().begin();
}

struct Bounds
{
    double low;
    double high;
};

/// Wilson's score interval of a share of k in n.
Bounds wilson(double k, double n, double z)
{
    const double p = k / n;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::optional<double> errorOfRank(const Edf& edf, std::int64_t rank)
{
    const auto errors = edf.errors();
    if (rank < 1 || rank > static_cast<std::int64_t>(errors.size())) return std::nullopt;
    return errors[static_cast<std::size_t>(rank - 1)];
}

} // namespace

Estimate shareBelow(const Edf& edf, double threshold, double confidence)
{
    dkwHalfWidth(1, confidence); // refuses a wrong confidence
    Estimate share{std::nullopt, 0.0, 1.0, "Clopper-Pearson"};
    if (edf.size() == 0) return share;
    const auto n = static_cast<double>(edf.size());
    const auto k = static_cast<double>(countBelow(edf, threshold));
    using Binomial = boost::math::binomial;
    const double tail = (1 - confidence) / 2;
    share.value = k / n;
    share.low = Binomial::find_lower_bound_on_p(n, k, tail);
    share.high = Binomial::find_upper_bound_on_p(n, k, tail);
    return share;
}

Estimate differenceOfShares(const Edf& a, const Edf& b, double threshold, double confidence)
{
    dkwHalfWidth(1, confidence);
    Estimate difference{std::nullopt, std::nullopt, std::nullopt, "Newcombe's score interval"};
    if (a.size() == 0 || b.size() == 0) return difference;
    const double z = boost::math::quantile(boost::math::normal(), (1 + confidence) / 2);
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    const auto countA = static_cast<double>(countBelow(a, threshold));
    const auto countB = static_cast<double>(countBelow(b, threshold));
    const Bounds ofA = wilson(countA, n, z);
    const Bounds ofB = wilson(countB, m, z);
    const double p = countA / n;
    const double q = countB / m;
    difference.value = p - q;
    difference.low = p - q - std::hypot(p - ofA.low, ofB.high - q);
    difference.high = p - q + std::hypot(ofA.high - p, q - ofB.low);
    return difference;
}

Estimate quantileEstimate(const Edf& edf, double probability, double confidence)
{
    dkwHalfWidth(1, confidence);
    Estimate quantile{edf.quantile(probability), std::nullopt, std::nullopt, "order statistics"};
    if (edf.size() == 0 || !(probability > 0 && probability < 1)) return quantile;
    // B, the number of networks at or below the true quantile, is Binomial(n, p). The l-th smallest error is
    // at or below the quantile where B >= l, and the u-th above it where B < u.
    const boost::math::binomial below(static_cast<double>(edf.size()), probability);
    const double tail = (1 - confidence) / 2;
    double low = std::floor(boost::math::quantile(below, tail)) + 1;
    while (low >= 0 && boost::math::cdf(below, low) > tail)
        --low;
    double high = std::max(0.0, std::floor(boost::math::quantile(boost::math::complement(below, tail))) - 1);
    while (high < static_cast<double>(edf.size()) &&
           boost::math::cdf(boost::math::complement(below, high)) > tail)
        ++high;
    quantile.low = errorOfRank(edf, static_cast<std::int64_t>(low) + 1);
    quantile.high = errorOfRank(edf, static_cast<std::int64_t>(high) + 1);
    return quantile;
}

std::vector<double> holm(std::span<const double> pValues)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return std::isnan(pValues[i]); });
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return pValues[i]; });
    std::vector<double> adjusted(pValues.begin(), pValues.end());
    double largest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double tests = static_cast<double>(order.size() - rank);
        largest = std::max(largest, std::min(1.0, tests * pValues[order[rank]]));
        adjusted[order[rank]] = largest;
    }
    return adjusted;
}

} // namespace regnet
