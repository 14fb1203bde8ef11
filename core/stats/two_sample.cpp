// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/two_sample.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace regnet {
namespace {

constexpr std::int64_t exactKsPairs = 10'000'000;
constexpr std::int64_t exactRankTotal = 64;

/// Equal errors of the pooled samples, from the lowest up; failures are the last group.
struct TieGroup
{
    std::int64_t inA = 0;
    std::int64_t inB = 0;
    std::int64_t total() const { return inA + inB; }
};

std::int64_t takeEqual(std::span<const double> errors, std::size_t& next, double value)
{
    const std::size_t begin = next;
    while (next < errors.size() && errors[next] == value)
        ++next;
    return static_cast<std::int64_t>(next - begin);
}

std::vector<TieGroup> tieGroups(const Edf& a, const Edf& b)
{
    constexpr double none = std::numeric_limits<double>::infinity();
    std::vector<TieGroup> groups;
    groups.reserve(a.errors().size() + b.errors().size() + 1);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.errors().size() || j < b.errors().size()) {
        const double nextA = i < a.errors().size() ? a.errors()[i] : none;
        const double nextB = j < b.errors().size() ? b.errors()[j] : none;
        const double value = std::min(nextA, nextB);
        TieGroup group;
        group.inA = takeEqual(a.errors(), i, value);
        group.inB = takeEqual(b.errors(), j, value);
        groups.push_back(group);
    }
    if (a.failed() + b.failed() > 0) groups.push_back({a.failed(), b.failed()});
    return groups;
}

/// D · n · m, exact in integers (n and m are at most 2^31 networks).
std::int64_t scaledDistance(std::span<const TieGroup> groups, std::int64_t n, std::int64_t m)
{
    std::int64_t i = 0;
    std::int64_t j = 0;
    std::int64_t largest = 0;
    for (const TieGroup& group : groups) {
        i += group.inA;
        j += group.inB;
        largest = std::max(largest, std::abs(i * m - j * n));
    }
    return largest;
}

/// Walks all paths from (0, 0) to (n, m), each as likely as any other. reached[j] is the share of the paths
/// to (i, j) that have met a distance of at least `limit` where the pooled errors have a boundary: the last
/// step to (i, j) comes from (i - 1, j) with probability i / (i + j).
double exactKsPValue(std::span<const TieGroup> groups, std::int64_t n, std::int64_t m, std::int64_t limit)
{
    std::vector<char> isBoundary(static_cast<std::size_t>(n + m + 1), 0);
    std::int64_t end = 0;
    for (const TieGroup& group : groups)
        isBoundary[static_cast<std::size_t>(end += group.total())] = 1;
    const auto isOutside = [&](std::int64_t i, std::int64_t j) {
        return isBoundary[static_cast<std::size_t>(i + j)] != 0 && std::abs(i * m - j * n) >= limit;
    };
    std::vector<double> reached(static_cast<std::size_t>(m + 1), 0.0);
    for (std::int64_t i = 0; i <= n; ++i) {
        for (std::int64_t j = 0; j <= m; ++j) {
            const auto at = static_cast<std::size_t>(j);
            if (isOutside(i, j)) {
                reached[at] = 1;
                continue;
            }
            if (i + j == 0) continue;
            const auto steps = static_cast<double>(i + j);
            const double fromA = i > 0 ? reached[at] * (static_cast<double>(i) / steps) : 0.0;
            const double fromB = j > 0 ? reached[at - 1] * (static_cast<double>(j) / steps) : 0.0;
            reached[at] = fromA + fromB;
        }
    }
    return std::clamp(reached.back(), 0.0, 1.0);
}

/// 2·U of `a`: every pair counts 2 where a is better and 1 where they tie.
std::int64_t doubledU(std::span<const TieGroup> groups, std::int64_t m)
{
    std::int64_t worseInB = m;
    std::int64_t sum = 0;
    for (const TieGroup& group : groups) {
        worseInB -= group.inB;
        sum += group.inA * (2 * worseInB + group.inB);
    }
    return sum;
}

/// Share of all deals of the pooled mid-ranks whose 2·U lies at least as far from its mean n·m.
double exactRankPValue(std::span<const TieGroup> groups, std::int64_t n, std::int64_t m,
                       std::int64_t observed)
{
    // ways[c][s]: how many choices of c networks have doubled mid-ranks that sum up to s.
    const std::int64_t total = n + m;
    const auto sums = static_cast<std::size_t>(total * (total + 1) + 1);
    std::vector<std::vector<double>> ways(static_cast<std::size_t>(n + 1), std::vector<double>(sums, 0.0));
    ways[0][0] = 1;
    std::int64_t before = 0;
    for (const TieGroup& group : groups) {
        const auto rank = static_cast<std::size_t>(2 * before + group.total() + 1);
        for (std::int64_t member = 0; member < group.total(); ++member)
            for (std::size_t count = static_cast<std::size_t>(n); count > 0; --count)
                for (std::size_t sum = sums - 1; sum >= rank; --sum)
                    ways[count][sum] += ways[count - 1][sum - rank];
        before += group.total();
    }
    // Low ranks are low errors: the doubled rank sum of a is n(n + 1) + 2·(n·m) - 2·U.
    const std::int64_t middle = n * (n + 1) + n * m;
    const std::int64_t distance = std::abs(observed - n * m);
    double all = 0;
    double asFar = 0;
    for (std::size_t sum = 0; sum < sums; ++sum) {
        const double count = ways[static_cast<std::size_t>(n)][sum];
        all += count;
        if (std::abs(static_cast<std::int64_t>(sum) - middle) >= distance) asFar += count;
    }
    return asFar / all;
}

double normalRankPValue(std::span<const TieGroup> groups, std::int64_t n, std::int64_t m, double u)
{
    const auto a = static_cast<double>(n);
    const auto b = static_cast<double>(m);
    const double total = a + b;
    double ties = 0;
    for (const TieGroup& group : groups) {
        const auto t = static_cast<double>(group.total());
        ties += t * t * t - t;
    }
    const double variance = a * b / 12 * (total + 1 - ties / (total * (total - 1)));
    if (variance <= 0) return 1; // all errors are equal
    const double distance = std::max(0.0, std::abs(u - a * b / 2) - 0.5);
    return std::erfc(distance / std::sqrt(2 * variance));
}

} // namespace

KolmogorovSmirnov kolmogorovSmirnov(const Edf& a, const Edf& b)
{
    const std::int64_t n = a.size();
    const std::int64_t m = b.size();
    if (n == 0 || m == 0) return {0, 1, "no test: a sample is empty"};
    const std::vector<TieGroup> groups = tieGroups(a, b);
    const std::int64_t scaled = scaledDistance(groups, n, m);
    const double distance = static_cast<double>(scaled) / (static_cast<double>(n) * static_cast<double>(m));
    if (scaled == 0) return {0, 1, "exact"};
    if (n <= exactKsPairs / m)
        return {distance, exactKsPValue(groups, n, m, scaled), "exact, given the ties"};
    const double effective = static_cast<double>(n) * static_cast<double>(m) / static_cast<double>(n + m);
    const boost::math::kolmogorov_smirnov_distribution<double> limit(effective);
    return {distance, boost::math::cdf(boost::math::complement(limit, distance)), "asymptotic (Kolmogorov)"};
}

MannWhitney mannWhitney(const Edf& a, const Edf& b)
{
    const std::int64_t n = a.size();
    const std::int64_t m = b.size();
    if (n == 0 || m == 0) return {0, 0.5, 1, "no test: a sample is empty"};
    const std::vector<TieGroup> groups = tieGroups(a, b);
    const std::int64_t doubled = doubledU(groups, m);
    MannWhitney result;
    result.u = static_cast<double>(doubled) / 2;
    result.superiority = result.u / (static_cast<double>(n) * static_cast<double>(m));
    if (n + m <= exactRankTotal) {
        result.pValue = exactRankPValue(groups, n, m, doubled);
        result.method = "exact, given the ties";
    } else {
        result.pValue = normalRankPValue(groups, n, m, result.u);
        result.method = "normal approximation, corrected for ties and continuity";
    }
    return result;
}

} // namespace regnet
