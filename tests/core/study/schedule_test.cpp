// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/schedule.h"

#include <fstream>
#include <gtest/gtest.h>
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
    return recipe;
}

// To four units in the last place of 1: the file was made with NumPy's vector cosine, which is off by as
// much.
TEST(Schedule, EqualsPycls)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/lr_schedule.json");
    int cosines = 0;
    for (const nlohmann::json& schedule : nlohmann::json::parse(file)) {
        if (schedule.at("policy") != "cos") continue;
        ++cosines;
        const Recipe recipe = recipeOf(schedule);
        const std::vector<double> rates = schedule.at("lr");
        ASSERT_EQ(rates.size(), static_cast<std::size_t>(recipe.epochs));
        for (std::size_t epoch = 0; epoch < rates.size(); ++epoch)
            EXPECT_NEAR(learningRate(recipe, static_cast<std::int64_t>(epoch)), rates[epoch], 4e-16)
                << "epoch " << epoch << " of " << recipe.epochs;
    }
    EXPECT_GE(cosines, 4);
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
