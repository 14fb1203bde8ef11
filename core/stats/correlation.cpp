// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/correlation.h"

#include "core/problem.h"
#include "core/stats/distributions.h"
#include "core/stats/edf.h"
#include "core/stats/selection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

namespace regnet {
namespace {

bool isKnown(const Pair& pair)
{
    return std::isfinite(pair.x) && std::isfinite(pair.y);
}

/// Sums from which a correlation follows: of deviations, or, for tau, of pairs of pairs.
struct Sums
{
    double xx = 0;
    double yy = 0;
    double xy = 0;
};

Sums deviations(std::span<const Pair> pairs)
{
    const auto n = static_cast<double>(pairs.size());
    Pair mean;
    for (const Pair& pair : pairs) {
        mean.x += pair.x / n;
        mean.y += pair.y / n;
    }
    Sums sums;
    for (const Pair& pair : pairs) {
        sums.xx += (pair.x - mean.x) * (pair.x - mean.x);
        sums.yy += (pair.y - mean.y) * (pair.y - mean.y);
        sums.xy += (pair.x - mean.x) * (pair.y - mean.y);
    }
    // A constant whose mean was rounded is still a constant.
    const auto isConstant = [&](double Pair::*side) {
        return std::ranges::all_of(pairs,
                                   [&](const Pair& pair) { return pair.*side == pairs.front().*side; });
    };
    if (isConstant(&Pair::x)) sums.xx = sums.xy = 0;
    if (isConstant(&Pair::y)) sums.yy = sums.xy = 0;
    return sums;
}

/// Mid-ranks of one side, from 1.
void toRanks(std::vector<Pair>& pairs, double Pair::*side)
{
    std::vector<std::size_t> order(pairs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return pairs[i].*side; });
    std::vector<double> ranks(pairs.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && pairs[order[end]].*side == pairs[order[begin]].*side)
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = (static_cast<double>(begin + end) + 1) / 2;
        begin = end;
    }
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i].*side = ranks[i];
}

double pairsAmong(double count)
{
    return count * (count - 1) / 2;
}

/// Pairs of equal neighbours in a sorted sequence.
template <class Equal>
double tiedPairs(std::span<const Pair> sorted, Equal isEqual)
{
    double tied = 0;
    double run = 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (isEqual(sorted[i - 1], sorted[i])) {
            ++run;
            continue;
        }
        tied += pairsAmong(run);
        run = 1;
    }
    return sorted.empty() ? 0 : tied + pairsAmong(run);
}

/// Sorts by y and counts the pairs that stood the other way round (merge sort).
double inversions(std::span<Pair> pairs, std::span<Pair> buffer)
{
    if (pairs.size() < 2) return 0;
    const std::size_t half = pairs.size() / 2;
    double count = inversions(pairs.first(half), buffer.first(half)) +
                   inversions(pairs.subspan(half), buffer.subspan(half));
    std::size_t left = 0;
    std::size_t right = half;
    for (Pair& next : buffer) {
        const bool takesRight = left == half || (right < pairs.size() && pairs[right].y < pairs[left].y);
        if (takesRight && left < half) count += static_cast<double>(half - left);
        next = takesRight ? pairs[right++] : pairs[left++];
    }
    std::ranges::copy(buffer, pairs.begin());
    return count;
}

/// Knight's count: xy = concordant - discordant, xx and yy = pairs not tied on that side.
Sums concordance(std::vector<Pair> pairs)
{
    std::ranges::sort(pairs, [](const Pair& a, const Pair& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    const double all = pairsAmong(static_cast<double>(pairs.size()));
    const double tiedX = tiedPairs(pairs, [](const Pair& a, const Pair& b) { return a.x == b.x; });
    const double tiedBoth =
        tiedPairs(pairs, [](const Pair& a, const Pair& b) { return a.x == b.x && a.y == b.y; });
    std::vector<Pair> buffer(pairs.size());
    const double discordant = inversions(pairs, buffer);
    const double tiedY = tiedPairs(pairs, [](const Pair& a, const Pair& b) { return a.y == b.y; });
    return {all - tiedX, all - tiedY, all - tiedX - tiedY + tiedBoth - 2 * discordant};
}

Sums sumsOf(std::vector<Pair> pairs, CorrelationKind kind)
{
    if (pairs.empty()) return {};
    if (kind == CorrelationKind::Kendall) return concordance(std::move(pairs));
    if (kind == CorrelationKind::Spearman) {
        toRanks(pairs, &Pair::x);
        toRanks(pairs, &Pair::y);
    }
    return deviations(pairs);
}

/// `lost`: degrees of freedom that the bins cost.
Correlation finished(const Sums& sums, std::int64_t n, std::int64_t lost, CorrelationKind kind,
                     double confidence)
{
    Correlation result{kind, n, std::nullopt, std::nullopt, std::nullopt, confidence};
    if (n < 2 || !(sums.xx > 0) || !(sums.yy > 0)) return result;
    // The root of the product is exact where both are equal, as for a line; it may overflow.
    const double product = sums.xx * sums.yy;
    const double size = std::isnormal(product) ? std::sqrt(product) : std::sqrt(sums.xx) * std::sqrt(sums.yy);
    const double value = std::clamp(sums.xy / size, -1.0, 1.0);
    result.value = value;
    const auto free = static_cast<double>(n - lost);
    double variance = 1 / (free - 3);
    if (kind == CorrelationKind::Spearman) variance *= 1 + value * value / 2;
    if (kind == CorrelationKind::Kendall) variance = 0.437 / (free - 4);
    if (!(variance > 0) || !std::isfinite(variance)) return result;
    if (std::abs(value) == 1) {
        result.low = result.high = value;
        return result;
    }
    const double half =
        boost::math::quantile(boost::math::normal(), (1 + confidence) / 2) * std::sqrt(variance);
    result.low = std::tanh(std::atanh(value) - half);
    result.high = std::tanh(std::atanh(value) + half);
    return result;
}

} // namespace

std::string_view nameOf(CorrelationKind kind)
{
    switch (kind) {
    case CorrelationKind::Pearson:
        return "Pearson r";
    case CorrelationKind::Spearman:
        return "Spearman rho";
    case CorrelationKind::Kendall:
        return "Kendall tau-b";
    }
    return "?";
}

Correlation correlate(std::span<const Pair> pairs, CorrelationKind kind, double confidence)
{
    dkwHalfWidth(1, confidence); // refuses a wrong confidence
    std::vector<Pair> known;
    std::ranges::copy_if(pairs, std::back_inserter(known), isKnown);
    const auto n = static_cast<std::int64_t>(known.size());
    return finished(sumsOf(std::move(known), kind), n, 0, kind, confidence);
}

Correlation correlateWithin(std::span<const Pair> pairs, std::span<const std::int64_t> binOf,
                            CorrelationKind kind, double confidence)
{
    dkwHalfWidth(1, confidence);
    if (pairs.size() != binOf.size())
        throwBadInput("bins", "are " + std::to_string(binOf.size()) + " for " + std::to_string(pairs.size()) +
                                  " pairs");
    std::map<std::int64_t, std::vector<Pair>> bins;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (binOf[i] >= 0 && isKnown(pairs[i])) bins[binOf[i]].push_back(pairs[i]);
    Sums total;
    std::int64_t n = 0;
    for (auto& [bin, inside] : bins) {
        n += static_cast<std::int64_t>(inside.size());
        const Sums sums = sumsOf(std::move(inside), kind);
        total.xx += sums.xx;
        total.yy += sums.yy;
        total.xy += sums.xy;
    }
    const auto lost = std::max<std::int64_t>(0, static_cast<std::int64_t>(bins.size()) - 1);
    return finished(total, n, lost, kind, confidence);
}

std::vector<Pair> pairsOf(const Population& population, std::string_view x, std::string_view y)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<Pair> pairs;
    pairs.reserve(population.members.size());
    for (const Member& member : population.members)
        pairs.push_back({propertyOf(member, x).value_or(unknown), propertyOf(member, y).value_or(unknown)});
    return pairs;
}

} // namespace regnet
