// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/power.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"
#include "core/stats/edf.h"
#include "core/stats/two_sample.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace regnet {
namespace {

// Smallest k with P(D >= k / n) <= 5 % for two samples of n, counted with the exact test of two_sample.h.
TEST(Power, TheCriticalDistanceIsThatOfTheExactTest)
{
    for (const std::int64_t n : {4, 5, 10, 32, 64, 100}) {
        const double critical = *detectableGap(n, n).criticalDistance;
        const auto k = static_cast<std::int64_t>(std::lround(critical * static_cast<double>(n)));
        const auto pValueAt = [n](std::int64_t shift) {
            std::vector<double> a;
            std::vector<double> b;
            for (std::int64_t i = 0; i < n; ++i) {
                a.push_back(static_cast<double>(i));
                b.push_back(static_cast<double>(i + shift) - 0.5);
            }
            return kolmogorovSmirnov(Edf(a, 0), Edf(b, 0)).pValue;
        };
        EXPECT_LE(pValueAt(k), 0.05) << n;
        EXPECT_GT(pValueAt(k - 1), 0.05) << n;
    }
}

// Critical distances for large samples: 1.358 · sqrt(2 / n).
TEST(Power, LargeSamplesComeNearTheLimit)
{
    EXPECT_NEAR(*detectableGap(500, 500).criticalDistance, 0.086, 0.0015);
    EXPECT_NEAR(*detectableGap(1000, 1000).criticalDistance, 0.061, 0.001);
    EXPECT_NEAR(*detectableGap(1'000'000, 1'000'000).criticalDistance, 0.0019206, 2e-6);
    EXPECT_NEAR(*detectableGap(100, 200).criticalDistance, 0.16633, 1e-5);
}

TEST(Power, GapsOfAHundredNetworks)
{
    const DetectableGap gap = detectableGap(100, 100);
    EXPECT_NEAR(gap.bandA, 0.1358, 5e-5);
    // z values 1.959964 and 0.841621.
    EXPECT_NEAR(*gap.meanGap, 2.801585 * std::sqrt(0.02), 1e-6);
    EXPECT_NEAR(*gap.superiority, 0.5 + 2.801585 * std::sqrt(0.02 / 12), 1e-6);
    EXPECT_NEAR(*gap.edfGap, *gap.criticalDistance + 0.841621 * std::sqrt(0.005), 1e-6);
}

TEST(Power, TooFewNetworksFindNothing)
{
    EXPECT_EQ(detectableGap(0, 0).edfGap, std::nullopt);
    EXPECT_EQ(detectableGap(0, 50).bandA, 1);
    EXPECT_EQ(detectableGap(1, 1).smallestPValue, 1);
    EXPECT_EQ(detectableGap(3, 3).superiority, std::nullopt); // 2 / C(6, 3) = 0.1
    EXPECT_NEAR(detectableGap(3, 3).smallestPValue, 0.1, 1e-12);
    EXPECT_TRUE(detectableGap(4, 4).superiority); // 2 / 70
}

TEST(Power, NetworksForAGap)
{
    EXPECT_EQ(networksForMeanGap(0.5), 63);      // 2 · (2.801585 / 0.5)^2 = 62.8
    EXPECT_EQ(networksForSuperiority(0.6), 131); // 2.801585^2 / (6 · 0.01) = 130.8
    const std::int64_t n = networksForEdfGap(0.2).value();
    EXPECT_LE(*detectableGap(n, n).edfGap, 0.2);
    EXPECT_GT(*detectableGap(n - 1, n - 1).edfGap, 0.2);
    EXPECT_EQ(networksForMeanGap(0), std::nullopt);
    EXPECT_EQ(networksForSuperiority(0.5), std::nullopt);
}

TEST(Power, AGapThatCannotBeIsRefused)
{
    const double nan = std::nan(""), infinite = std::numeric_limits<double>::infinity();
    for (const double gap : {-0.1, 1.5, nan, infinite})
        EXPECT_THROW(networksForEdfGap(gap), Error) << gap;
    for (const double superiority : {0.4, 7.0, nan, infinite})
        EXPECT_THROW(networksForSuperiority(superiority), Error) << superiority;
    for (const double deviations : {-1.0, nan, infinite})
        EXPECT_THROW(networksForMeanGap(deviations), Error) << deviations;
    EXPECT_EQ(networksForSuperiority(1), 4) << "four against four are the fewest that show anything";
}

TEST(Power, ChanceToMissTheBest)
{
    EXPECT_NEAR(chanceToMissBest(32, 0.05), 0.19371, 1e-5);
    EXPECT_NEAR(chanceToMissBest(100, 0.05), 0.00592, 1e-5);
    EXPECT_EQ(chanceToMissBest(0, 0.05), 1);
    EXPECT_EQ(networksToFindBest(0.05), 59);
    EXPECT_EQ(networksToFindBest(0.5, 0.75), 2);
}

// With fixed seeds: the Mann-Whitney test finds a shift of the size that is promised about as often as
// promised.
TEST(Power, APromisedGapIsFoundAsOftenAsPromised)
{
    constexpr int trials = 400;
    const std::int64_t n = 40;
    const double gap = *detectableGap(n, n).meanGap;
    int found = 0;
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(11, static_cast<std::uint64_t>(trial));
        const auto normal = [&random] { // Box and Muller
            return std::sqrt(-2 * std::log(1 - random.nextUnit())) *
                   std::cos(6.283185307 * random.nextUnit());
        };
        std::vector<double> a;
        std::vector<double> b;
        for (std::int64_t i = 0; i < n; ++i) {
            a.push_back(normal());
            b.push_back(normal() + gap);
        }
        if (mannWhitney(Edf(a, 0), Edf(b, 0)).pValue <= 0.05) ++found;
    }
    EXPECT_NEAR(static_cast<double>(found) / trials, 0.78, 0.06);
}

TEST(Power, BadSettingsAreRefused)
{
    EXPECT_THROW(detectableGap(-1, 5), Error);
    EXPECT_THROW(detectableGap(5, 5, {.alpha = 0}), Error);
    EXPECT_THROW(detectableGap(5, 5, {.power = 1}), Error);
    EXPECT_THROW(chanceToMissBest(5, 1.5), Error);
    EXPECT_THROW(networksToFindBest(0), Error);
}

} // namespace
} // namespace regnet
