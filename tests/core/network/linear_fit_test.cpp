// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/linear_fit.h"

#include "core/text/resources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace regnet {
namespace {

std::vector<Stage> stagesOf(const nlohmann::json& network)
{
    std::vector<Stage> stages;
    for (std::size_t i = 0; i < network.at("widths").size(); ++i)
        stages.push_back({network.at("widths")[i], network.at("depths")[i]});
    return stages;
}

TEST(MeanSquaredLog2Ratio, IsTheMeanOverBlocks)
{
    const std::vector<std::int64_t> observed{64, 64, 128, 256};
    EXPECT_DOUBLE_EQ(meanSquaredLog2Ratio(observed, observed), 0);
    // Half as wide once, four times as wide once: (1 + 4) / 4.
    EXPECT_DOUBLE_EQ(meanSquaredLog2Ratio(observed, std::vector<std::int64_t>{32, 64, 128, 1024}), 1.25);
    EXPECT_THROW(meanSquaredLog2Ratio(observed, std::vector<std::int64_t>{64}), Error);
    EXPECT_THROW(meanSquaredLog2Ratio({}, {}), Error);
}

// The two fits drawn in Figure 8; wm is printed with one decimal, 1.895 and 2.18 give its stages.
TEST(MeanSquaredLog2Ratio, AsDrawnInFigure8)
{
    const auto fitted = [](const LinearWidths& line) { return blockWidths(quantise(line)); };
    const std::vector<Stage> first{{64, 2}, {128, 4}, {272, 5}, {704, 5}};
    EXPECT_NEAR(meanSquaredLog2Ratio(blockWidths(first), fitted({16, 80, 29.92, 1.895})), 0.155388, 5e-7);
    const std::vector<Stage> second{{32, 1}, {144, 1}, {256, 3}, {448, 5}};
    EXPECT_NEAR(meanSquaredLog2Ratio(blockWidths(second), fitted({10, 48, 61.2, 2.18})), 0.073092, 5e-7);
}

TEST(FitLine, FindsTheBestOfTheGridForThePapersNetworks)
{
    const auto figures = nlohmann::json::parse(embedded::paper_figures);
    const auto& networks = figures.at("checks").at("e_fit").at("networks");
    ASSERT_EQ(networks.size(), 26u);
    for (const auto& network : networks) {
        const std::vector<Stage> stages = stagesOf(network);
        const LinearFit valid = fitLine(stages);
        const auto& expected = network.at("best_valid_four_stage");
        EXPECT_NEAR(valid.error, expected.at("e_fit").get<double>(), 6e-7) << network;
        EXPECT_EQ(valid.quantised.widths.size(), 4u);
        EXPECT_FALSE(valid.quantised.skipsLevel());
        const LinearFit any = fitLine(stages, FitDomain::Any);
        EXPECT_NEAR(any.error, network.at("best_any").at("e_fit").get<double>(), 6e-7) << network;
        EXPECT_EQ(valid.line.w0, expected.at("w0").get<double>());
        EXPECT_NEAR(valid.line.wa, expected.at("wa").get<double>(), 5e-5);
        EXPECT_NEAR(valid.line.wm, expected.at("wm").get<double>(), 1e-9);
    }
}

// Every line of the grid by quantise() itself, for a network so small that this is quick.
TEST(FitLine, EqualsTheWholeGrid)
{
    const std::vector<Stage> stages{{40, 1}, {96, 2}};
    const std::vector<std::int64_t> observed = blockWidths(stages);
    double valid = 1e9, any = 1e9;
    for (int w0 = 8; w0 <= 256; w0 += 8)
        for (int wm = 150; wm <= 300; wm += 1)
            for (int i = -1; i < 300; ++i) {
                const double wa = i < 0 ? 0 : std::pow(256.0, i / 299.0);
                if (std::abs(std::log2(w0 / 40.0)) > 1.2) continue; // block 0 alone is then worse
                const Quantisation q = quantise({3, static_cast<double>(w0), wa, wm / 100.0});
                const double error = meanSquaredLog2Ratio(observed, blockWidths(q));
                any = std::min(any, error);
                if (!q.skipsLevel() && q.widths.size() == 2) valid = std::min(valid, error);
            }
    EXPECT_DOUBLE_EQ(fitLine(stages, FitDomain::ValidOnly, 2).error, valid);
    EXPECT_DOUBLE_EQ(fitLine(stages, FitDomain::Any).error, any);
}

TEST(FitLine, FindsALineAgain)
{
    const LinearWidths line{20, 48, std::pow(256.0, 200 / 299.0), 2.2};
    const Quantisation quantised = quantise(line);
    std::vector<Stage> stages;
    for (std::size_t i = 0; i < quantised.widths.size(); ++i)
        stages.push_back({quantised.widths[i], quantised.depths[i]});
    const LinearFit fit = fitLine(stages);
    EXPECT_EQ(fit.error, 0);
    EXPECT_EQ(fit.quantised, quantised);
}

TEST(FitLine, HandlesOneBlockAndRefusesTheImpossible)
{
    const std::vector<Stage> one{{64, 1}};
    EXPECT_EQ(fitStageCount(one), 1);
    EXPECT_EQ(fitLine(one).error, 0);
    EXPECT_EQ(fitLine(one).line.w0, 64);
    const std::vector<Stage> flat{{100, 1024}};
    EXPECT_NEAR(fitLine(flat, FitDomain::ValidOnly, 1).error, std::pow(std::log2(104.0 / 100), 2), 1e-12);
    EXPECT_EQ(fitStageCount(flat), 4);
    EXPECT_EQ(fitLine(flat).quantised.widths.size(), 4u);
    const std::vector<Stage> many(44, Stage{64, 1});
    EXPECT_FALSE(findLine(many).has_value());
    EXPECT_THROW(fitLine(many), Error);
    EXPECT_TRUE(findLine(many, FitDomain::Any).has_value());
    EXPECT_THROW(findLine({}), Error);
    EXPECT_THROW(findLine(std::vector<Stage>{{0, 1}}), Error);
    EXPECT_THROW(findLine(std::vector<Stage>{{8, 1025}}), Error);
}

} // namespace
} // namespace regnet
