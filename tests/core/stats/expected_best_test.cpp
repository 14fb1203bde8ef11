// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/expected_best.h"

#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/text/resources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

// Figure 9 right of the paper: closed form and drawn curve, from checks.random_search of paper_figures.json.
TEST(ExpectedBest, TheCurvesOfThePaper)
{
    const auto figures = nlohmann::json::parse(embedded::paper_figures);
    int compared = 0;
    for (const auto& curve : figures.at("checks").at("random_search").at("curves")) {
        const std::string space = curve.at("population").get<std::string>().substr(0, 9);
        const std::string key = space.starts_with("RegNetX") ? "RegNetX" : "AnyNetX_A";
        const Edf edf(publishedPopulations("paper:fig9-left/" + key).front());
        EXPECT_EQ(edf.size(), curve.at("n"));
        const std::vector<ExpectedBest> ours = randomSearchCurve(edf, 256);
        ASSERT_EQ(ours.size(), 9u);
        for (std::size_t i = 0; i < ours.size(); ++i) {
            EXPECT_EQ(ours[i].k, curve.at("sample_sizes")[i]);
            EXPECT_NEAR(*ours[i].mean, curve.at("closed_form_mean")[i].get<double>(), 6e-5);
            EXPECT_NEAR(*ours[i].deviation, curve.at("closed_form_sd")[i].get<double>(), 6e-5);
            EXPECT_NEAR(*ours[i].mean, curve.at("drawn_mean")[i].get<double>(), 0.11); // their Monte-Carlo
            ++compared;
        }
    }
    EXPECT_EQ(compared, 18);
}

TEST(ExpectedBest, OfTwoValuesByHand)
{
    const ExpectedBest two = expectedBest(Edf({10, 20}, 0), 2); // 10 in three of four draws
    EXPECT_DOUBLE_EQ(*two.mean, 12.5);
    EXPECT_NEAR(*two.deviation, 4.330127018922193, 1e-12);
    EXPECT_EQ(two.allFail, 0);
}

TEST(ExpectedBest, FailuresAreSaidAndLeftOutOfTheMean)
{
    const ExpectedBest one = expectedBest(Edf({10, 20}, 2), 1);
    EXPECT_DOUBLE_EQ(one.allFail, 0.5);
    EXPECT_DOUBLE_EQ(*one.mean, 15);
    const ExpectedBest none = expectedBest(Edf({}, 2), 4);
    EXPECT_EQ(none.mean, std::nullopt);
    EXPECT_EQ(none.allFail, 1);
    EXPECT_EQ(expectedBest(Edf({}, 0), 4).mean, std::nullopt);
    EXPECT_EQ(expectedBest(Edf({5}, 0), 4).deviation, 0.0);
}

// The paper: about 32 random RegNetX reach 38.55.
TEST(ExpectedBest, DrawsToReachAnError)
{
    const Edf regnet(publishedPopulations("paper:fig9-left/RegNetX").front());
    const std::int64_t draws = drawsToReach(regnet, 38.5615).value();
    EXPECT_NEAR(static_cast<double>(draws), 32, 1);
    EXPECT_LE(*expectedBest(regnet, draws).mean, 38.5615);
    EXPECT_GT(*expectedBest(regnet, draws - 1).mean, 38.5615);
    EXPECT_EQ(drawsToReach(regnet, 1), std::nullopt);
    EXPECT_EQ(drawsToReach(Edf({}, 3), 50), std::nullopt);
    EXPECT_EQ(drawsToReach(Edf({10, 20}, 0), 50), 1);
}

TEST(ExpectedBest, KIsAtLeastOne)
{
    EXPECT_THROW(expectedBest(Edf({1}, 0), 0), Error);
}

} // namespace
} // namespace regnet
