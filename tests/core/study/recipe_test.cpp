// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/recipe.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

std::string problemOf(const char* json)
{
    try {
        recipeFromJson(nlohmann::json::parse(json), "job.json, recipe");
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Recipe, ComesBackFromItsJson)
{
    for (Recipe recipe : builtInRecipes()) {
        recipe.biasWeightDecay = 1e-4;
        EXPECT_EQ(recipeFromJson(toJson(recipe)), recipe) << recipe.name;
        recipe.biasWeightDecay.reset();
        EXPECT_EQ(recipeFromJson(toJson(recipe)), recipe) << recipe.name;
    }
}

TEST(Recipe, AnEmptyObjectIsTheDefaultRecipe)
{
    EXPECT_EQ(recipeFromJson(nlohmann::json::object()), Recipe());
}

TEST(Recipe, TheHashSeesEverythingButTheName)
{
    Recipe recipe = builtInRecipe("cpu-tiny");
    const std::string before = hashOf(recipe);
    EXPECT_EQ(before.size(), 64U);
    recipe.name = "mine";
    EXPECT_EQ(hashOf(recipe), before);
    recipe.cropPadding += 1;
    EXPECT_NE(hashOf(recipe), before);
}

TEST(Recipe, AnUnknownNameListsTheKnownOnes)
{
    EXPECT_THAT([] { builtInRecipe("gpu-huge"); },
                testing::ThrowsMessage<Error>(
                    "recipe: \"gpu-huge\" is unknown; expected one of cpu-tiny, cpu-tour, cpu-small"));
}

struct BadRecipe
{
    const char* why;
    const char* json;
    const char* sentence;
};

class RecipeProblem : public testing::TestWithParam<BadRecipe>
{
};

TEST_P(RecipeProblem, IsOneSentence)
{
    EXPECT_EQ(problemOf(GetParam().json), GetParam().sentence);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RecipeProblem,
    testing::Values(
        BadRecipe{"no object", "[]", "job.json, recipe: is []; expected an object with named fields"},
        BadRecipe{"a slip of the keyboard", R"({"epochz": 3})",
                  "job.json, recipe.epochz: is not a known field"},
        BadRecipe{"no training", R"({"epochs": 0})",
                  "job.json, recipe.epochs: is 0; expected a whole number from 1 to 100000"},
        BadRecipe{"half an epoch", R"({"epochs": 1.5})",
                  "job.json, recipe.epochs: is 1.5; expected a whole number from 1 to 100000"},
        BadRecipe{
            "beyond 64 bits", R"({"epochs": 18446744073709551615})",
            "job.json, recipe.epochs: is 18446744073709551615; expected a whole number from 1 to 100000"},
        BadRecipe{"batch norm needs two images", R"({"batch_size": 1})",
                  "job.json, recipe.batch_size: is 1; expected a whole number from 2 to 65536"},
        BadRecipe{"a negative rate", R"({"base_learning_rate": -1})",
                  "job.json, recipe.base_learning_rate: is -1; expected a number from 0 to 1000"},
        BadRecipe{"a rate of nothing", R"({"base_learning_rate": 0})",
                  "job.json, recipe.base_learning_rate: is 0; expected a number above 0"},
        BadRecipe{"a word for a number", R"({"momentum": "much"})",
                  "job.json, recipe.momentum: is \"much\"; expected a number from 0 to 0.9999"},
        BadRecipe{
            "Nesterov looks ahead along the momentum", R"({"momentum": 0})",
            "job.json, recipe.nesterov: is true without momentum; expected a momentum above 0, or nesterov "
            "false"},
        BadRecipe{"less than a batch", R"({"batch_size": 64, "train_images": 63})",
                  "job.json, recipe.train_images: is 63; expected 0 or at least one batch of 64"},
        BadRecipe{"a warm-up that never ends", R"({"epochs": 3, "warmup_epochs": 4})",
                  "job.json, recipe.warmup_epochs: is longer than the training; expected at most 3"}));

} // namespace
} // namespace regnet
