// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/best_range.h"

#include "core/format/open_source.h"
#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/text/resources.h"

#include <boost/random/mersenne_twister.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <bit>
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

/// NumPy's RandomState(seed).randint(0, n): Mersenne Twister, 32 bits masked, what is too large thrown away.
class NumpyDraws
{
public:
    explicit NumpyDraws(std::uint32_t seed) : m_random(seed) {}
    std::size_t operator()(std::size_t n)
    {
        const auto mask = static_cast<std::uint32_t>(std::bit_ceil(n) - 1);
        while (true)
            if (const std::uint32_t drawn = m_random() & mask; drawn < n) return drawn;
    }

private:
    boost::random::mt19937 m_random;
};

/// The sweep in pycls's order, and the properties by its names and in its units.
Population pyclsSweepOf(const std::vector<std::string>& metrics)
{
    Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    std::erase_if(sweep.members, [](const Member& m) { return m.state != Member::State::Finished; });
    const nlohmann::json values = reference().at("metric_values");
    for (std::size_t i = 0; i < sweep.members.size(); ++i)
        for (const std::string& metric : metrics)
            sweep.members[i].properties[metric] = values.at(metric).at(i);
    return sweep;
}

struct PyclsRun
{
    const char* name;
    std::uint32_t seed;
    WinnerSettings settings;
};

// The six runs of statistics.json, draw by draw: NumPy's random numbers give pycls's very ranges.
TEST(MonteCarloRanges, PyclssRunsOfItsSweep)
{
    const std::vector<PyclsRun> runs{{"seed0_default", 0, {}},
                                     {"seed1_default", 1, {}},
                                     {"seed0_alpha10", 0, {.confidence = 0.90}},
                                     {"seed0_sample0.5", 0, {.share = 0.5}},
                                     {"seed0_sample_int_20", 0, {.sample = 20}},
                                     {"seed0_b100", 0, {.resamples = 100}}};
    const nlohmann::json reported = reference().at("bootstrap");
    const std::vector<std::string> metrics = reported.at("metrics");
    const Population sweep = pyclsSweepOf(metrics);
    NumpyDraws first(0);
    const nlohmann::json choices = reference().at("rng_check").at("choice_500_125_seed0_first10");
    for (const auto& expected : choices)
        EXPECT_EQ(first(500), expected);
    for (const PyclsRun& run : runs) {
        const auto ranges = monteCarloRanges(sweep, metrics, run.settings, NumpyDraws(run.seed));
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            const nlohmann::json& expected = reported.at("runs").at(run.name).at(metrics[i]);
            ASSERT_TRUE(ranges[i]);
            EXPECT_NEAR(ranges[i]->low, expected[0].get<double>(), 1e-9) << run.name << " " << metrics[i];
            EXPECT_NEAR(ranges[i]->best, expected[1].get<double>(), 1e-9) << run.name << " " << metrics[i];
            EXPECT_NEAR(ranges[i]->high, expected[2].get<double>(), 1e-9) << run.name << " " << metrics[i];
        }
    }
}

// spread_over_200_seeds of statistics.json: our own random numbers give nothing that pycls's do not.
TEST(MonteCarloRanges, OursLieInTheSpreadOfPyclss)
{
    const nlohmann::json reported = reference().at("bootstrap");
    const std::vector<std::string> metrics = reported.at("metrics");
    const Population sweep = pyclsSweepOf(metrics);
    const auto ranges = monteCarloRanges(sweep, metrics);
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const nlohmann::json& spread = reported.at("spread_over_200_seeds").at(metrics[i]);
        const double ours[] = {ranges[i]->low, ranges[i]->best, ranges[i]->high};
        for (std::size_t end = 0; end < 3; ++end) {
            EXPECT_GE(ours[end], spread.at("min")[end].get<double>() - 1e-9) << metrics[i];
            EXPECT_LE(ours[end], spread.at("max")[end].get<double>() + 1e-9) << metrics[i];
        }
    }
}

TEST(MonteCarloRanges, FewNetworksAndBadSettings)
{
    const std::vector<std::string> names{"depth", "width"};
    EXPECT_EQ(monteCarloRanges({}, names)[0], std::nullopt);
    Population one;
    one.members.resize(2);
    one.members[0].properties = {{"depth", 12}};
    one.members[1].state = Member::State::Failed;
    const auto ranges = monteCarloRanges(one, names, {.resamples = 10});
    EXPECT_EQ(ranges[0]->low, 12);
    EXPECT_EQ(ranges[0]->n, 1);
    EXPECT_EQ(ranges[1], std::nullopt);
    EXPECT_THROW(monteCarloRanges(one, names, {.resamples = 0}), Error);
    EXPECT_THROW(monteCarloRanges(one, names, {.share = 0}), Error);
    EXPECT_THROW(monteCarloRanges(one, names, {.sample = -1}), Error);
    EXPECT_THROW(monteCarloRanges(one, names, {.confidence = 1}), Error);
    try {
        monteCarloRanges(one, names, {.resamples = 2500, .sample = 400'001});
        ADD_FAILURE() << "more than a billion draws";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "resamples: are 2500 of 400001 draws each; expected at most 1000000000 "
                                   "draws in all");
    }
}

TEST(BestRange, SeveralPropertiesAtOnce)
{
    const Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    const std::vector<std::string> names{"depth", "no such", "w0"};
    const auto ranges = bestRanges(sweep, names);
    ASSERT_EQ(ranges.size(), 3u);
    EXPECT_EQ(ranges[0]->best, bestRange(sweep, "depth")->best);
    EXPECT_EQ(ranges[1], std::nullopt);
    EXPECT_EQ(ranges[2]->high, bestRange(sweep, "w0")->high);
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
