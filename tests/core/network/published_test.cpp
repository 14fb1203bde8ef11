// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/published.h"

#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(Published, EqualsPycls)
{
    const auto& models = pyclsReference("published").at("models");
    ASSERT_EQ(publishedModels().size(), 24u);
    for (const auto& row : models) {
        const PublishedModel& model = publishedModel(row.at("name").get<std::string>());
        const Network network = realise(model.spec);
        const auto& counts = row.at("complexity_computed");
        const Cost expected{counts.at("flops"), counts.at("params"), counts.at("acts")};
        EXPECT_EQ(model.cost, expected) << model.name;
        EXPECT_EQ(cost(network), expected) << model.name;
        ASSERT_EQ(network.stages.size(), row.at("stage_widths").size());
        const std::vector<Stage> requested = requestedStages(model.spec);
        for (std::size_t i = 0; i < network.stages.size(); ++i) {
            EXPECT_EQ(requested[i].width, row.at("stage_widths_before_adjust")[i].get<std::int64_t>());
            EXPECT_EQ(network.stages[i].width, row.at("stage_widths")[i].get<std::int64_t>());
            EXPECT_EQ(network.stages[i].depth, row.at("stage_depths")[i].get<std::int64_t>());
            EXPECT_EQ(network.stages[i].groupWidth, row.at("group_ws")[i].get<std::int64_t>());
        }
        EXPECT_EQ(model.top1Error, row.at("model_error").at("top1_err").get<double>());
    }
}

TEST(Published, InOrderOfTheirFamiliesAndSizes)
{
    const auto models = publishedModels();
    EXPECT_EQ(models.front().name, "RegNetX-200MF");
    EXPECT_EQ(models[11].name, "RegNetX-32GF");
    EXPECT_EQ(models[12].name, "RegNetY-200MF");
    EXPECT_EQ(models.back().name, "RegNetY-32GF");
    EXPECT_EQ(models[12].spec.seRatio, 0.25);
    EXPECT_EQ(models[0].paperTop1Error, 31.1);
    EXPECT_EQ(models[0].inferenceMs, 10.0);
    EXPECT_EQ(models[0].trainingHours, 2.8);
}

TEST(Published, AnUnknownNameListsTheKnownOnes)
{
    EXPECT_EQ(publishedModel("regnetx-400mf").name, "RegNetX-400MF");
    try {
        publishedModel("RegNetX-401MF");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("RegNetX-401MF"));
        EXPECT_THAT(error.what(), testing::HasSubstr("RegNetY-32GF"));
    }
}

// pycls counts its archived ResNets and ResNeXts as AnyNets; these totals are in its table of complexities.
TEST(Published, ResNetsOfThePaperAsAnyNets)
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemIn, 64};
    spec.stages = {{256, 3, 1, 4, 64}, {512, 4, 2, 4, 128}, {1024, 6, 2, 4, 256}, {2048, 3, 2, 4, 512}};
    EXPECT_EQ(cost(realise(spec)), (Cost{4089185256, 25557032, 11315688}));
    spec.block = BlockType::R;
    EXPECT_EQ(cost(realise(spec)), (Cost{4089185256, 25557032, 11315688}));
    spec.block = BlockType::X;
    spec.stages = {{256, 3, 1, 2, 4}, {512, 4, 2, 2, 8}, {1024, 6, 2, 2, 16}, {2048, 3, 2, 2, 32}};
    EXPECT_EQ(cost(realise(spec)), (Cost{4230480872, 25028904, 14602216}));
}

} // namespace
} // namespace regnet
