// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/bootstrap.h"

#include "core/format/published_population.h"
#include "core/problem.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

// Of the paper's own points: RegNetX - AnyNetX_E is -1.75 ± 0.18 (standard error) in the mean.
TEST(Bootstrap, ThePapersDifferenceOfMeans)
{
    const Edf regnet(publishedPopulations("paper:fig9-left/RegNetX").front());
    const Edf anynet(publishedPopulations("paper:fig9-left/AnyNetX_E").front());
    const Differences differences = bootstrapDifferences(regnet, anynet, {0.5});
    EXPECT_NEAR(*differences.mean.value, -1.748219542140447, 1e-9);
    EXPECT_NEAR(*differences.mean.low, -1.75 - 1.96 * 0.18, 0.05);
    EXPECT_NEAR(*differences.mean.high, -1.75 + 1.96 * 0.18, 0.05);
    ASSERT_EQ(differences.quantiles.size(), 1u);
    EXPECT_LT(*differences.quantiles[0].difference.high, 0); // the medians differ beyond doubt
}

TEST(Bootstrap, TheSameSeedGivesTheSameInterval)
{
    const Edf a({10, 12, 14, 16}, 1);
    const Edf b({11, 13, 18}, 0);
    const Differences first = bootstrapDifferences(a, b, {0.5}, {.resamples = 200, .seed = 7});
    const Differences second = bootstrapDifferences(a, b, {0.5}, {.resamples = 200, .seed = 7});
    EXPECT_EQ(first.mean.low, second.mean.low);
    EXPECT_EQ(first.mean.high, second.mean.high);
    EXPECT_DOUBLE_EQ(*first.mean.value, -1);
}

TEST(Bootstrap, OneValueEachHasNoSpread)
{
    const Differences differences = bootstrapDifferences(Edf({30}, 0), Edf({50}, 0), {0.5});
    EXPECT_EQ(differences.mean.low, -20.0);
    EXPECT_EQ(differences.mean.high, -20.0);
}

TEST(Bootstrap, APlateauHasNoDifference)
{
    const Differences differences = bootstrapDifferences(Edf({30}, 3), Edf({50, 51, 52, 53}, 0), {0.5});
    EXPECT_EQ(differences.quantiles[0].difference.value, std::nullopt);
    EXPECT_EQ(differences.quantiles[0].difference.high, std::nullopt); // most resamples are infinite
}

TEST(Bootstrap, EmptyPopulationsHaveNone)
{
    const Differences differences = bootstrapDifferences(Edf({}, 0), Edf({50}, 0), {0.5});
    EXPECT_EQ(differences.mean.value, std::nullopt);
    EXPECT_EQ(differences.mean.low, std::nullopt);
}

TEST(Bootstrap, SettingsOutOfRangeAreRefused)
{
    EXPECT_THROW(bootstrapDifferences(Edf({1}, 0), Edf({2}, 0), {}, {.resamples = 0}), Error);
    EXPECT_THROW(bootstrapDifferences(Edf({1}, 0), Edf({2}, 0), {}, {.confidence = 1}), Error);
}

} // namespace
} // namespace regnet
