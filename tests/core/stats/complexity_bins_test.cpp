// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/complexity_bins.h"

#include "core/format/open_source.h"
#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace regnet {
namespace {

using testing::ElementsAre;

Member network(double flops, double error)
{
    Member member;
    member.error = error;
    member.properties["flops"] = flops;
    return member;
}

Population population(std::vector<Member> members)
{
    Population result;
    result.members = std::move(members);
    return result;
}

// statistics.json: weights and curve as the NDS notebooks' compute_norm_ws makes them of the sweep.
TEST(NormalisedEdf, NdssCurvesOfTheSweep)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/statistics.json");
    const nlohmann::json reference = nlohmann::json::parse(file);
    Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    std::erase_if(sweep.members, [](const Member& m) { return m.state != Member::State::Finished; });
    ASSERT_EQ(reference.at("nds_normalised_edf").size(), 4u);
    for (const nlohmann::json& expected : reference.at("nds_normalised_edf")) {
        const BinSettings settings{.property = expected.at("complexity"),
                                   .bins = expected.at("bins"),
                                   .low = expected.at("c_range")[0],
                                   .high = expected.at("c_range")[1]};
        const ComplexityBins bins = complexityBins(std::span(&sweep, 1), settings);
        EXPECT_EQ(bins.empty, 0);
        EXPECT_EQ(bins.coverage[0].inside, expected.at("n"));
        const WeightedEdf edf = normalisedEdf(sweep, bins, 0);
        const auto& errors = expected.at("errs");
        ASSERT_EQ(edf.steps().size(), errors.size());
        for (std::size_t i = 0; i < errors.size(); ++i) {
            EXPECT_EQ(edf.steps()[i].error, errors[i].get<double>());
            EXPECT_NEAR(edf.steps()[i].probability, expected.at("cdf")[i].get<double>(), 1e-12);
            EXPECT_NEAR(edf.networks()[i].weight, expected.at("weights")[i].get<double>(), 1e-12);
        }
    }
}

TEST(ComplexityBins, AnEmptyBinIsMergedAndKeepsItsWeight)
{
    // Widths of 10 from 0 to 40; nothing lies in (10, 20].
    const std::vector<Population> one{
        population({network(0, 50), network(5, 40), network(25, 30), network(40, 20)})};
    const ComplexityBins bins = complexityBins(one, {.bins = 4});
    EXPECT_EQ(bins.empty, 1);
    ASSERT_EQ(bins.bins.size(), 3u);
    EXPECT_EQ(bins.bins[0].high, 20);
    EXPECT_EQ(bins.bins[0].merged, 2);
    EXPECT_THAT(bins.binOf[0], ElementsAre(0, 0, 1, 2));
    const WeightedEdf edf = normalisedEdf(one[0], bins, 0);
    EXPECT_DOUBLE_EQ(edf.at(20), 0.25);
    EXPECT_DOUBLE_EQ(edf.at(30), 0.5);
    EXPECT_DOUBLE_EQ(edf.at(40), 0.75); // two networks share half of the range
}

TEST(ComplexityBins, PopulationsAreCutAlikeWhereTheyOverlap)
{
    const std::vector<Population> two{population({network(1, 50), network(4, 40), network(8, 30)}),
                                      population({network(2, 45), network(9, 35), network(20, 25)})};
    const ComplexityBins bins = complexityBins(two, {.bins = 2});
    EXPECT_EQ(bins.low, 2);
    EXPECT_EQ(bins.high, 8);
    EXPECT_EQ(bins.coverage[0].inside, 2);
    EXPECT_EQ(bins.coverage[1].outside, 2);
    EXPECT_NEAR(bins.coverage[1].share(), 1.0 / 3, 1e-12);
    // The second has nothing in the upper half: one bin is left.
    ASSERT_EQ(bins.bins.size(), 1u);
    EXPECT_THAT(bins.bins[0].counts, ElementsAre(2, 1));
}

TEST(ComplexityBins, FailedNetworksKeepTheCurveBelowOne)
{
    Member failed = network(5, 0);
    failed.state = Member::State::Failed;
    const std::vector<Population> one{population({network(0, 50), failed, network(10, 20)})};
    const WeightedEdf edf = normalisedEdf(one[0], complexityBins(one, {.bins = 1}), 0);
    EXPECT_DOUBLE_EQ(edf.at(100), 2.0 / 3);
}

TEST(ComplexityBins, LogarithmicWidths)
{
    const std::vector<Population> one{population({network(1, 50), network(99, 40), network(10'000, 30)})};
    const ComplexityBins bins = complexityBins(one, {.bins = 2, .isLogarithmic = true});
    ASSERT_EQ(bins.bins.size(), 2u);
    EXPECT_NEAR(bins.bins[0].high, 100, 1e-9);
    EXPECT_THAT(bins.binOf[0], ElementsAre(0, 0, 1));
}

TEST(ComplexityBins, NothingToCut)
{
    const std::vector<Population> none{population({})};
    EXPECT_TRUE(complexityBins(none, {}).bins.empty());
    EXPECT_EQ(complexityBins(none, {}).coverage[0].share(), 0);
    EXPECT_EQ(normalisedEdf(none[0], complexityBins(none, {}), 0).size(), 0);
    Member nameless;
    nameless.error = 3;
    Member pending = network(5, 0);
    pending.state = Member::State::Pending;
    const std::vector<Population> odd{population({nameless, pending})};
    EXPECT_EQ(complexityBins(odd, {}).coverage[0].unknown, 1);
    EXPECT_THAT(complexityBins(odd, {}).binOf[0], ElementsAre(-1, -1));
    // One complexity only: one bin holds it.
    const std::vector<Population> same{population({network(5, 1), network(5, 2)})};
    EXPECT_EQ(complexityBins(same, {.bins = 3}).coverage[0].inside, 2);
    EXPECT_EQ(normalisedEdf(same[0], complexityBins(same, {.bins = 3}), 0).at(1), 0.5);
    // Apart from each other.
    const std::vector<Population> apart{population({network(5, 1)}), population({network(7, 2)})};
    EXPECT_TRUE(complexityBins(apart, {}).bins.empty());
}

TEST(ComplexityBins, BadSettingsAreRefused)
{
    EXPECT_THROW(complexityBins({}, {.bins = 0}), Error);
    EXPECT_THROW(complexityBins({}, {.low = 3, .high = 3}), Error);
    EXPECT_THROW(complexityBins({}, {.low = 0, .isLogarithmic = true}), Error);
}

} // namespace
} // namespace regnet
