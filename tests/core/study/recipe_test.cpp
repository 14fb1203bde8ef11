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

/// Results that were stored before a field existed belong to the recipe that has its default.
TEST(Recipe, KeepsTheHashItHadBeforeFieldsWereAdded)
{
    EXPECT_EQ(hashOf(builtInRecipe("cpu-tiny")),
              "ce5dc868bce68e6d54767e8a658cc8e151ae8c3fc495336c90bfb9240682441c");
    EXPECT_EQ(hashOf(builtInRecipe("cpu-tour")),
              "0fee113fc7e170bd8935c812627436ea3c94c0a957e0ef3b2b9eb1f268a94984");
    Recipe recipe = builtInRecipe("cpu-tiny");
    recipe.emaAlpha = 2.5e-4;
    EXPECT_NE(hashOf(recipe), hashOf(builtInRecipe("cpu-tiny")));
}

TEST(Recipe, EveryFieldComesBack)
{
    Recipe recipe;
    recipe.nesterov = false;
    recipe.schedule = Schedule::Steps;
    recipe.steps = {0, 3, 7};
    recipe.stepFactor = 0.2;
    recipe.isPerBatch = true;
    recipe.dampening = 0.1;
    recipe.emaAlpha = 1e-5;
    recipe.emaPeriod = 8;
    recipe.preciseNormImages = 1024;
    recipe.accumulation = 4;
    recipe.mixup = 0.5;
    recipe.cropPadding = 0;
    recipe.randomSizedCrop = true;
    recipe.heldOutImages = 5000;
    recipe.precision = Precision::Bfloat16;
    EXPECT_EQ(recipeFromJson(toJson(recipe)), recipe);
}

TEST(Recipe, ThePapersAreInTheList)
{
    const Recipe& third = builtInRecipe("paper-100");
    EXPECT_EQ(third.epochs, 100);
    EXPECT_EQ(third.baseLearningRate, 0.1 * 1024 / 128);
    EXPECT_EQ(third.batchSize / third.accumulation, 128); // images a GPU
    EXPECT_EQ(builtInRecipe("paper-10").baseLearningRate, 0.05);
    EXPECT_EQ(builtInRecipe("paper-25").weightDecay, 5e-5);
    EXPECT_EQ(builtInRecipe("paper-25").lighting, 0.1);
    EXPECT_EQ(builtInRecipe("cifar-sweep").batchSize, 1024);
}

TEST(Recipe, AnUnknownNameListsTheKnownOnes)
{
    EXPECT_THAT(
        [] { builtInRecipe("gpu-huge"); },
        testing::ThrowsMessage<Error>(
            "recipe: \"gpu-huge\" is unknown; expected one of cpu-tiny, cpu-tour, cpu-small, cifar-sweep, "
            "paper-10, paper-25, paper-100"));
}

TEST(Recipe, ASlipOfTheKeyboardListsTheFields)
{
    const std::string said = problemOf(R"({"epochz": 3})");
    EXPECT_THAT(said,
                testing::StartsWith("job.json, recipe.epochz: is not a known field; expected one of name, "
                                    "epochs, batch_size, "));
    EXPECT_EQ(said.find("…"), std::string::npos); // all of them
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
                  "job.json, recipe.warmup_epochs: is longer than the training; expected at most 3"},
        BadRecipe{
            "a schedule nobody knows", R"({"schedule": "square"})",
            "job.json, recipe.schedule: is \"square\"; expected one of cosine, linear, exponential, steps"},
        BadRecipe{
            "an exponential to nothing", R"({"schedule": "exponential"})",
            "job.json, recipe.min_learning_rate: is 0, which an exponential never reaches; expected a share "
            "above 0"},
        BadRecipe{
            "no step to fall at", R"({"schedule": "steps"})",
            "job.json, recipe.steps: is missing; expected the epochs at which the rate falls, from 0 on"},
        BadRecipe{
            "steps that nobody reads", R"({"steps": [0, 3]})",
            "job.json, recipe.steps: is given without the schedule \"steps\"; expected that schedule, or no "
            "steps"},
        BadRecipe{"steps that go back", R"({"schedule": "steps", "steps": [0, 5, 5]})",
                  "job.json, recipe.steps: is [0,5,5]; expected a list of ascending epochs, the first 0, "
                  "none above "
                  "100000"},
        BadRecipe{
            "a first step too late", R"({"schedule": "steps", "steps": [1]})",
            "job.json, recipe.steps: is [1]; expected a list of ascending epochs, the first 0, none above "
            "100000"},
        BadRecipe{
            "Nesterov and dampening", R"({"dampening": 0.1})",
            "job.json, recipe.dampening: is above 0 with Nesterov's momentum; expected 0, or nesterov false"},
        BadRecipe{
            "parts of different sizes", R"({"batch_size": 64, "accumulation": 3})",
            "job.json, recipe.accumulation: is 3; expected a divisor of the batch of 64 that leaves 2 images "
            "a part"},
        BadRecipe{"parts too small for batch norm", R"({"batch_size": 64, "accumulation": 64})",
                  "job.json, recipe.accumulation: is 64; expected a divisor of the batch of 64 that leaves 2 "
                  "images "
                  "a part"},
        BadRecipe{
            "two kinds of crop", R"({"random_sized_crop": true})",
            "job.json, recipe.random_sized_crop: is true together with a crop_padding; expected one of the "
            "two"},
        BadRecipe{
            "all held out", R"({"batch_size": 64, "train_images": 100, "held_out_images": 50})",
            "job.json, recipe.held_out_images: is 50; expected at most 36, so that a batch is left to train "
            "on"},
        BadRecipe{"a precision nobody knows", R"({"precision": "int4"})",
                  "job.json, recipe.precision: is \"int4\"; expected one of float32, bfloat16"},
        BadRecipe{"a moving average without a pace", R"({"ema_period": 0})",
                  "job.json, recipe.ema_period: is 0; expected a whole number from 1 to 1000000"}));

} // namespace
} // namespace regnet
