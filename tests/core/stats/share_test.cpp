// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/share.h"

#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

std::vector<double> line(int count)
{
    std::vector<double> values;
    for (int i = 1; i <= count; ++i)
        values.push_back(i);
    return values;
}

// Reference: SciPy 1.17, binomtest(7, 20) and binomtest(0, 20).
TEST(ShareBelow, ClopperAndPearson)
{
    const Estimate seven = shareBelow(Edf(line(20), 0), 8);
    EXPECT_DOUBLE_EQ(*seven.value, 0.35); // strictly below 8
    EXPECT_NEAR(*seven.low, 0.1539092047845412, 1e-12);
    EXPECT_NEAR(*seven.high, 0.5921885345328283, 1e-12);
    const Estimate none = shareBelow(Edf(line(20), 0), 1);
    EXPECT_EQ(none.low, 0.0);
    EXPECT_NEAR(*none.high, 0.16843347098308548, 1e-12);
    EXPECT_EQ(*shareBelow(Edf({1}, 3), 50).value, 0.25); // failed ones are not below
    EXPECT_EQ(shareBelow(Edf({}, 0), 5).value, std::nullopt);
    EXPECT_EQ(shareBelow(Edf({}, 0), 5).high, 1.0);
    EXPECT_THROW(shareBelow(Edf({}, 0), 5, 2), Error);
}

// Newcombe 1998 (Statistics in Medicine 17:873), method 10: 56/70 - 48/80 is 0.2000, 0.0524 to 0.3339.
TEST(DifferenceOfShares, NewcombesExample)
{
    std::vector<double> a(56, 1.0);
    a.resize(70, 9.0);
    std::vector<double> b(48, 1.0);
    b.resize(80, 9.0);
    const Estimate difference = differenceOfShares(Edf(a, 0), Edf(b, 0), 5);
    EXPECT_NEAR(*difference.value, 0.2, 1e-12);
    EXPECT_NEAR(*difference.low, 0.0524, 5e-5);
    EXPECT_NEAR(*difference.high, 0.3339, 5e-5);
    EXPECT_EQ(differenceOfShares(Edf({}, 0), Edf({1}, 0), 5).value, std::nullopt);
}

// Ranks 6 and 15 of 20 enclose the median with 95 % (binomial tables).
TEST(QuantileEstimate, OrderStatistics)
{
    const Estimate median = quantileEstimate(Edf(line(20), 0), 0.5);
    EXPECT_EQ(median.value, 10.0);
    EXPECT_EQ(median.low, 6.0);
    EXPECT_EQ(median.high, 15.0);
    const Estimate tail = quantileEstimate(Edf(line(100), 0), 0.05);
    EXPECT_EQ(tail.low, 1.0);
    EXPECT_EQ(tail.high, 11.0);
    const Estimate few = quantileEstimate(Edf(line(5), 0), 0.5); // five values cannot enclose a median
    EXPECT_EQ(few.low, std::nullopt);
    EXPECT_EQ(few.high, std::nullopt);
    EXPECT_EQ(quantileEstimate(Edf({}, 0), 0.5).value, std::nullopt);
}

TEST(QuantileEstimate, CoversAsStated)
{
    int covered = 0;
    constexpr int trials = 2000;
    for (int trial = 0; trial < trials; ++trial) {
        PhiloxStream random(31, static_cast<std::uint64_t>(trial));
        std::vector<double> errors(60);
        std::ranges::generate(errors, [&] { return random.nextUnit(); });
        const Estimate median = quantileEstimate(Edf(errors, 0), 0.3);
        if (*median.low <= 0.3 && *median.high >= 0.3) ++covered;
    }
    EXPECT_GE(static_cast<double>(covered) / trials, 0.94);
    EXPECT_LE(static_cast<double>(covered) / trials, 0.985);
}

TEST(Holm, AdjustsStepDown)
{
    const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
    EXPECT_THAT(holm(p), testing::ElementsAre(testing::DoubleEq(0.03), testing::DoubleEq(0.06),
                                              testing::DoubleEq(0.06), testing::DoubleEq(0.02)));
    EXPECT_TRUE(holm({}).empty());
    EXPECT_THAT(holm(std::vector<double>{0.8, 0.9}), testing::ElementsAre(1.0, 1.0));
    const std::vector<double> withNone = holm(std::vector<double>{0.01, std::nan(""), 0.02});
    EXPECT_DOUBLE_EQ(withNone[0], 0.02);
    EXPECT_TRUE(std::isnan(withNone[1]));
    EXPECT_DOUBLE_EQ(withNone[2], 0.02);
}

} // namespace
} // namespace regnet
