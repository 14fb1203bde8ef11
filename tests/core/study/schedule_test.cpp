// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/schedule.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

Recipe recipeOf(const nlohmann::json& schedule)
{
    Recipe recipe;
    recipe.epochs = schedule.at("max_epoch");
    recipe.baseLearningRate = schedule.at("base_lr");
    recipe.minLearningRate = schedule.at("min_lr");
    recipe.warmupEpochs = schedule.at("warmup_epochs");
    recipe.warmupFactor = schedule.at("warmup_factor");
    const std::map<std::string, Schedule> policies{{"cos", Schedule::Cosine},
                                                   {"lin", Schedule::Linear},
                                                   {"exp", Schedule::Exponential},
                                                   {"steps", Schedule::Steps}};
    recipe.schedule = policies.at(schedule.at("policy"));
    recipe.steps = schedule.at("steps").get<std::vector<std::int64_t>>();
    recipe.stepFactor = schedule.at("lr_mult");
    return recipe;
}

TEST(Schedule, EqualsPyclsToTheLastBit)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/lr_schedule.json");
    std::map<Schedule, int> seen;
    for (const nlohmann::json& schedule : nlohmann::json::parse(file)) {
        const Recipe recipe = recipeOf(schedule);
        ++seen[recipe.schedule];
        const std::vector<double> rates = schedule.at("lr");
        ASSERT_EQ(rates.size(), static_cast<std::size_t>(recipe.epochs));
        for (std::size_t epoch = 0; epoch < rates.size(); ++epoch)
            EXPECT_EQ(learningRate(recipe, static_cast<std::int64_t>(epoch)), rates[epoch])
                << schedule.at("policy") << ", epoch " << epoch << " of " << recipe.epochs;
    }
    EXPECT_EQ(
        seen,
        (std::map<Schedule, int>{
            {Schedule::Cosine, 8}, {Schedule::Linear, 2}, {Schedule::Exponential, 2}, {Schedule::Steps, 4}}));
}

TEST(Schedule, MovesWithEveryBatchWhereAsked)
{
    Recipe recipe;
    recipe.epochs = 4;
    recipe.baseLearningRate = 1;
    recipe.schedule = Schedule::Linear;
    EXPECT_EQ(learningRate(recipe, 1, 2, 4), learningRate(recipe, 1)); // once an epoch, as pycls
    recipe.isPerBatch = true;
    EXPECT_EQ(learningRate(recipe, 1, 0, 4), 0.75);
    EXPECT_EQ(learningRate(recipe, 1, 2, 4), 0.625);
    EXPECT_EQ(learningRate(recipe, 3, 3, 4), 0.0625);
    recipe.warmupEpochs = 2;
    recipe.warmupFactor = 0;
    EXPECT_EQ(learningRate(recipe, 1, 0, 4), 0.75 * 0.5);
    EXPECT_EQ(learningRate(recipe, 1, 2, 4), 0.625 * 0.75);
}

TEST(Schedule, StepsFallWithinAnEpochToo)
{
    Recipe recipe;
    recipe.epochs = 4;
    recipe.schedule = Schedule::Steps;
    recipe.steps = {0, 2};
    recipe.stepFactor = 0.5;
    recipe.baseLearningRate = 1;
    recipe.isPerBatch = true;
    EXPECT_EQ(learningRate(recipe, 1, 3, 4), 1);
    EXPECT_EQ(learningRate(recipe, 2, 0, 4), 0.5);
}

TEST(Schedule, WarmsUpFromItsFactor)
{
    Recipe recipe;
    recipe.epochs = 1000; // so long that the cosine is still near 1
    recipe.baseLearningRate = 2;
    recipe.warmupEpochs = 4;
    recipe.warmupFactor = 0.1;
    EXPECT_DOUBLE_EQ(learningRate(recipe, 0), 0.2);
    EXPECT_NEAR(learningRate(recipe, 2), 2 * 0.55, 1e-4);
    EXPECT_NEAR(learningRate(recipe, 4), 2.0, 1e-4);
}

} // namespace
} // namespace regnet
