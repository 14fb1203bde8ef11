// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/best_range.h"

#include "core/format/open_source.h"
#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/text/resources.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace regnet {
namespace {

nlohmann::json reference()
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/statistics.json");
    return nlohmann::json::parse(file);
}

TEST(BestRange, PyclssExactRangesOfItsSweep)
{
    const Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    // What this program calls by another name, and in which unit pycls has it.
    const std::map<std::string, double> units{{"flops", 1e-9}, {"params", 1e-6}};
    const nlohmann::json ranges = reference().at("bootstrap").at("exact_infinite_b");
    int compared = 0;
    for (const auto& [metric, expected] : ranges.items()) {
        const auto range = bestRange(sweep, metric);
        ASSERT_TRUE(range) << metric;
        const double unit = units.contains(metric) ? units.at(metric) : 1;
        EXPECT_NEAR(range->low * unit, expected[0].get<double>(), 1e-9) << metric;
        EXPECT_NEAR(range->best * unit, expected[1].get<double>(), 1e-9) << metric;
        EXPECT_NEAR(range->high * unit, expected[2].get<double>(), 1e-9) << metric;
        ++compared;
    }
    EXPECT_EQ(compared, 15);
}

TEST(BestRange, WinnersProbabilities)
{
    const std::vector<double> probabilities = winnerProbabilities(500, 125);
    const nlohmann::json reported = reference();
    const nlohmann::json& expected = reported.at("bootstrap").at("winner_rank_probability_first20");
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(probabilities[i], expected[i].get<double>(), 1e-14);
    double sum = 0;
    for (const double probability : probabilities)
        sum += probability;
    EXPECT_NEAR(sum, 1, 1e-12);
}

// The ranges that the paper draws, n and exact values as in checks.bootstrap of paper_figures.json.
TEST(BestRange, TheNineRangesOfThePaper)
{
    const auto figures = nlohmann::json::parse(embedded::paper_figures);
    const nlohmann::json& panels = figures.at("checks").at("bootstrap").at("panels");
    ASSERT_EQ(panels.size(), 9u);
    for (const nlohmann::json& panel : panels) {
        const std::string id = panel.at("panel");
        std::optional<PublishedSeries> scatter;
        for (const PublishedPanel& published : publishedPanels())
            if (published.id == id) scatter = published.series.front();
        ASSERT_TRUE(scatter) << id;
        const auto range = bestRange(publishedPopulations(scatter->address).front(), scatter->property);
        ASSERT_TRUE(range) << id;
        EXPECT_EQ(range->n, panel.at("n")) << id;
        EXPECT_EQ(range->sample, panel.at("sample_size")) << id;
        EXPECT_DOUBLE_EQ(range->low, panel.at("exact")[0]) << id;
        EXPECT_DOUBLE_EQ(range->best, panel.at("exact")[1]) << id;
        EXPECT_DOUBLE_EQ(range->high, panel.at("exact")[2]) << id;
    }
}

TEST(BestRange, FewNetworks)
{
    EXPECT_EQ(bestRange(std::vector<ValueAndError>{}), std::nullopt);
    const auto one = bestRange(std::vector<ValueAndError>{{7, 30}});
    EXPECT_EQ(one->low, 7);
    EXPECT_EQ(one->high, 7);
    EXPECT_EQ(one->sample, 1);
    // One draw of two: each wins half the time, and the median is the smaller of them.
    const auto two = bestRange(std::vector<ValueAndError>{{8, 30}, {4, 50}});
    EXPECT_EQ(two->low, 4);
    EXPECT_EQ(two->best, 4);
    EXPECT_EQ(two->high, 8);
}

TEST(BestRange, WhatIsNoNumberIsLeftOut)
{
    const auto range = bestRange(std::vector<ValueAndError>{{7, 30}, {std::nan(""), 1}, {9, std::nan("")}});
    EXPECT_EQ(range->n, 1);
    EXPECT_EQ(range->best, 7);
}

TEST(BestRange, BadSettingsAreRefused)
{
    const std::vector<ValueAndError> pairs{{1, 2}};
    EXPECT_THROW(bestRange(pairs, 0), Error);
    EXPECT_THROW(bestRange(pairs, 0.95, -1), Error);
}

TEST(BestRange, FailedNetworksHaveNoProperties)
{
    Population population;
    population.members.resize(2);
    population.members[0].properties = {{"depth", 12}};
    population.members[1].properties = {{"width", 8}};
    population.members[1].state = Member::State::Failed;
    EXPECT_THAT(propertiesOf(population), testing::ElementsAre("depth"));
}

} // namespace
} // namespace regnet
