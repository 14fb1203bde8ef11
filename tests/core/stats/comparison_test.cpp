// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparison.h"

#include "core/format/published_population.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

Population paper(const std::string& address)
{
    return publishedPopulations(address).front();
}

Population of(const std::vector<double>& errors)
{
    Population population;
    population.name = "P";
    for (const double error : errors) {
        Member member;
        member.error = error;
        member.properties["flops"] = error;
        population.members.push_back(member);
    }
    return population;
}

// Of the paper's own points: E is -0.52 below D in the mean, KS 0.174, p 0.0007.
TEST(PairComparison, OfTwoPopulationsOfThePaper)
{
    const PairComparison comparison =
        compare(paper("paper:fig7-right/AnyNetX_E"), paper("paper:fig7-right/AnyNetX_D"),
                {.bootstrap = {.resamples = 100}});
    EXPECT_NEAR(*comparison.differences.mean.value, -0.52, 0.005);
    EXPECT_NEAR(comparison.distance.distance, 0.174, 5e-4);
    EXPECT_EQ(comparison.ksHolm, comparison.distance.pValue);
    EXPECT_EQ(comparison.shares.size(), 2u); // at the 5 % and 50 % quantiles of the first
    EXPECT_NEAR(*comparison.shares[1].a.value, 0.5, 0.01);
    EXPECT_EQ(comparison.bestOfA.size(), 5u);
    EXPECT_FALSE(comparison.normalised);
    EXPECT_TRUE(comparison.remarks.empty());
}

TEST(PairComparison, SeveralAreCorrected)
{
    const std::vector<Population> populations{paper("paper:fig9-middle/RegNetX"),
                                              paper("paper:fig9-middle/RegNetX_wm=2"),
                                              paper("paper:fig9-middle/RegNetX_w0=wa")};
    const std::vector<PairComparison> all = compareToFirst(populations, {.bootstrap = {.resamples = 10}});
    ASSERT_EQ(all.size(), 2u);
    EXPECT_DOUBLE_EQ(all[1].ksHolm, 2 * all[1].distance.pValue);
    EXPECT_DOUBLE_EQ(all[0].ksHolm, all[0].distance.pValue); // the larger one is the last of the steps
    EXPECT_TRUE(compareToFirst(std::span(populations).first(1)).empty());
    EXPECT_TRUE(compareToFirst({}).empty());
}

TEST(PairComparison, SmallAndEmptyPopulationsAreSaid)
{
    const PairComparison small = compare(of({1, 2, 3}), of({2, 3, 4}), {.bins = BinSettings{.bins = 2}});
    ASSERT_TRUE(small.normalised);
    EXPECT_THAT(small.remarks, testing::Contains(HasSubstr("n is small: with 3 networks")));
    EXPECT_THAT(small.remarks, testing::Contains(HasSubstr("not the same as no difference")));
    const PairComparison empty = compare(of({}), of({}), {.bins = BinSettings{}});
    EXPECT_EQ(empty.distance.pValue, 1);
    EXPECT_EQ(empty.differences.mean.value, std::nullopt);
    EXPECT_TRUE(empty.shares.empty());
    EXPECT_EQ(empty.normalised->distance.pValue, 1);
}

} // namespace
} // namespace regnet
