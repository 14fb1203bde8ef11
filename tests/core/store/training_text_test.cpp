// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/training_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

TrainingSpec tour()
{
    TrainingSpec training;
    training.recipe = builtInRecipe("cpu-tour");
    return training;
}

TEST(TrainingText, ABuiltInRecipeIsItsName)
{
    EXPECT_EQ(trainingText(tour()), "cpu-tour (6 epochs), procedural 32x32, seed 1");
}

TEST(TrainingText, AChangedRecipeOfTheSameNameIsAnother)
{
    TrainingSpec changed = tour();
    changed.recipe.baseLearningRate /= 2;
    EXPECT_EQ(trainingText(changed),
              "cpu-tour " + hashOf(changed.recipe).substr(0, 8) + " (6 epochs), procedural 32x32, seed 1");
    TrainingSpec again = changed;
    again.recipe.baseLearningRate /= 2;
    EXPECT_NE(trainingText(again), trainingText(changed));
}

TEST(TrainingText, WhatAnOwnRecipeIsCalledDecidesNothing)
{
    TrainingSpec renamed = tour();
    renamed.recipe.name = "mine";
    EXPECT_THAT(trainingText(renamed), testing::StartsWith("mine " + hashOf(tour().recipe).substr(0, 8)));
}

TEST(TrainingText, OtherImagesAreOtherResults)
{
    TrainingSpec training = tour();
    training.dataSet.seed = 7;
    EXPECT_EQ(trainingText(training), "cpu-tour (6 epochs), procedural 32x32 (data seed 7), seed 1");
    training.dataSet.seed = 1;
    training.dataSet.classes = 20;
    EXPECT_EQ(trainingText(training), "cpu-tour (6 epochs), procedural 32x32 of 20 classes, seed 1");
    training.dataSet = {"folder", "/pictures", 64, 10, 1, "0123456789abcdef"};
    EXPECT_EQ(trainingText(training), "cpu-tour (6 epochs), folder 64x64 01234567, seed 1");
}

} // namespace
} // namespace regnet
