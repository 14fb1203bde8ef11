// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/stats/two_sample.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

struct Entry
{
    double error; ///< +infinity for a failed network
    std::size_t bin;
    bool isInA;
};

/// The networks of both populations, by error, and what one of either weighs in each bin.
struct Pool
{
    std::vector<Entry> entries;
    std::vector<double> weightInA;
    std::vector<double> weightInB;
    std::vector<std::vector<std::size_t>> ofBin; ///< indices of the entries of each bin
};

void take(Pool& pool, const Population& population, const std::vector<std::int64_t>& binOf, bool isInA)
{
    for (std::size_t i = 0; i < binOf.size(); ++i) {
        if (binOf[i] < 0) continue;
        const Member& member = population.members.at(i);
        const bool isFinished = member.state == Member::State::Finished && std::isfinite(member.error);
        pool.entries.push_back({isFinished ? member.error : std::numeric_limits<double>::infinity(),
                                static_cast<std::size_t>(binOf[i]), isInA});
    }
}

Pool poolOf(std::span<const Population> populations, const ComplexityBins& bins, std::size_t a, std::size_t b)
{
    Pool pool;
    take(pool, populations[a], bins.binOf.at(a), true);
    take(pool, populations[b], bins.binOf.at(b), false);
    std::ranges::stable_sort(pool.entries, {}, &Entry::error);
    pool.ofBin.resize(bins.bins.size());
    for (std::size_t i = 0; i < pool.entries.size(); ++i)
        pool.ofBin[pool.entries[i].bin].push_back(i);
    for (const Bin& bin : bins.bins) {
        const double share = static_cast<double>(bin.merged) / static_cast<double>(bins.settings.bins);
        const auto weight = [share](std::int64_t count) {
            return count == 0 ? 0.0 : share / static_cast<double>(count);
        };
        pool.weightInA.push_back(weight(bin.counts[a]));
        pool.weightInB.push_back(weight(bin.counts[b]));
    }
    return pool;
}

double distanceOf(const Pool& pool)
{
    double difference = 0;
    double largest = 0;
    for (std::size_t i = 0; i < pool.entries.size(); ++i) {
        const Entry& entry = pool.entries[i];
        difference += entry.isInA ? pool.weightInA[entry.bin] : -pool.weightInB[entry.bin];
        const bool isLastOfEquals = i + 1 == pool.entries.size() || pool.entries[i + 1].error != entry.error;
        if (isLastOfEquals) largest = std::max(largest, std::abs(difference));
    }
    return largest;
}

/// Fisher and Yates, over the labels of one bin.
void shuffleLabels(Pool& pool, const std::vector<std::size_t>& entries, boost::random::mt19937_64& random)
{
    for (std::size_t i = entries.size(); i > 1; --i) {
        const std::size_t j = boost::random::uniform_int_distribution<std::size_t>(0, i - 1)(random);
        std::swap(pool.entries[entries[i - 1]].isInA, pool.entries[entries[j]].isInA);
    }
}

} // namespace

KolmogorovSmirnov weightedKolmogorovSmirnov(std::span<const Population> populations,
                                            const ComplexityBins& bins, std::size_t a, std::size_t b,
                                            const PermutationSettings& settings)
{
    if (settings.permutations < 1 || settings.permutations > 1'000'000)
        throwBadInput("permutations", "is " + std::to_string(settings.permutations), "1 to 1000000");
    constexpr double rounding = 1e-12; // sums of weights in another order
    Pool pool = poolOf(populations, bins, a, b);
    const bool isEmpty = bins.bins.empty() || bins.coverage[a].inside == 0 || bins.coverage[b].inside == 0;
    if (isEmpty) return {0, 1, "no test: no common complexity"};
    const double distance = distanceOf(pool);
    boost::random::mt19937_64 random(settings.seed);
    std::int64_t asFar = 0;
    for (std::int64_t i = 0; i < settings.permutations; ++i) {
        for (const auto& entries : pool.ofBin)
            shuffleLabels(pool, entries, random);
        if (distanceOf(pool) >= distance - rounding) ++asFar;
    }
    const double p = static_cast<double>(1 + asFar) / static_cast<double>(1 + settings.permutations);
    return {distance, p, std::to_string(settings.permutations) + " permutations within bins"};
}

} // namespace regnet
