// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/weighted_edf.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr double failure = std::numeric_limits<double>::infinity();

TEST(WeightedEdf, EqualWeightsGiveThePlainCurve)
{
    const WeightedEdf weighted({{30, 2}, {10, 2}, {40, 2}, {20, 2}, {failure, 2}});
    const Edf plain({30, 10, 40, 20}, 1);
    ASSERT_EQ(weighted.steps().size(), 4u);
    for (const EdfStep& step : plain.steps())
        EXPECT_DOUBLE_EQ(weighted.at(step.error), step.probability);
    EXPECT_DOUBLE_EQ(weighted.effectiveSize(), 5);
    EXPECT_EQ(weighted.mean(), plain.mean());
    EXPECT_EQ(weighted.failed(), 1);
    EXPECT_DOUBLE_EQ(weighted.at(100), 0.8) << "the plateau of the failed one";
    for (const double p : {0.0, 0.2, 0.5, 0.8, 0.81, 1.0})
        EXPECT_EQ(weighted.quantile(p), plain.quantile(p)) << p;
}

TEST(WeightedEdf, AHeavyNetworkCountsMore)
{
    const WeightedEdf edf({{10, 1}, {20, 3}});
    EXPECT_DOUBLE_EQ(edf.at(10), 0.25);
    EXPECT_DOUBLE_EQ(edf.at(9.9), 0);
    EXPECT_EQ(edf.quantile(0.25), 10);
    EXPECT_EQ(edf.quantile(0.26), 20);
    EXPECT_DOUBLE_EQ(*edf.mean(), 17.5);
    EXPECT_DOUBLE_EQ(edf.effectiveSize(), 1.6); // 16 / 10
}

TEST(WeightedEdf, FewNetworksAndNone)
{
    EXPECT_EQ(WeightedEdf({}).quantile(0.5), std::nullopt);
    EXPECT_EQ(WeightedEdf({}).effectiveSize(), 0);
    EXPECT_EQ(WeightedEdf({{failure, 1}}).at(100), 0);
    EXPECT_EQ(WeightedEdf({{failure, 1}}).mean(), std::nullopt);
    EXPECT_EQ(WeightedEdf({{5, 0}}).at(5), 0); // no weight, no curve
    EXPECT_EQ(WeightedEdf({{5, 0}}).quantile(0), std::nullopt);
    EXPECT_EQ(WeightedEdf({{std::nan(""), 1}, {5, 1}}).failed(), 1);
}

TEST(WeightedEdf, WeightsThatAreNoneAreRefused)
{
    EXPECT_THROW(WeightedEdf({{5, -1}}), Error);
    EXPECT_THROW(WeightedEdf({{5, std::nan("")}}), Error);
}

} // namespace
} // namespace regnet
