// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/study/recipe.h"

namespace regnet {
namespace {

/// For tests: a small network is done in well under three seconds.
Recipe cpuTiny()
{
    Recipe recipe;
    recipe.name = "cpu-tiny";
    recipe.epochs = 3;
    recipe.batchSize = 32;
    recipe.baseLearningRate = 0.1;
    recipe.warmupEpochs = 1;
    recipe.cropPadding = 2;
    recipe.trainImages = 256;
    recipe.testImages = 200;
    return recipe;
}

/// For the tour: two populations of twelve networks of a few million multiply-adds within six minutes of two
/// cores.
Recipe cpuTour()
{
    Recipe recipe;
    recipe.name = "cpu-tour";
    recipe.epochs = 6;
    recipe.batchSize = 64;
    recipe.baseLearningRate = 0.05;
    recipe.warmupEpochs = 1;
    recipe.cropPadding = 2;
    recipe.trainImages = 2560;
    recipe.testImages = 1000;
    return recipe;
}

/// A quarter of an hour a network on one core: errors that separate good networks from very good ones.
Recipe cpuSmall()
{
    Recipe recipe;
    recipe.name = "cpu-small";
    recipe.epochs = 15;
    recipe.batchSize = 64;
    recipe.baseLearningRate = 0.05;
    recipe.warmupEpochs = 1;
    recipe.labelSmoothing = 0.1;
    recipe.cropPadding = 4;
    recipe.trainImages = 20000;
    recipe.testImages = 5000;
    return recipe;
}

/// pycls's sweep of RegNets on CIFAR-10 (configs/sweeps/cifar/cifar_regnet.yaml), in single instead of half
/// precision.
Recipe cifarSweep()
{
    Recipe recipe;
    recipe.name = "cifar-sweep";
    recipe.epochs = 50;
    recipe.batchSize = 1024;
    recipe.baseLearningRate = 1.0;
    recipe.warmupEpochs = 5;
    recipe.emaAlpha = 2.5e-4;
    recipe.preciseNormImages = 8192;
    recipe.labelSmoothing = 0.1;
    recipe.mixup = 0.5;
    return recipe;
}

/// What the paper's three regimes share: no regularisation but weight decay, which in pycls falls on BN too.
Recipe paperRecipe(const char* name, std::int64_t epochs, double learningRate)
{
    Recipe recipe;
    recipe.name = name;
    recipe.epochs = epochs;
    recipe.batchSize = 128;
    recipe.baseLearningRate = learningRate;
    recipe.weightDecay = 5e-5;
    recipe.batchNormWeightDecay = 5e-5;
    recipe.cropPadding = 0;
    recipe.randomSizedCrop = true;
    recipe.lighting = 0.1;
    return recipe;
}

/// Section 5 trains on eight GPUs with 128 images each: here one after the other, with the same BN
/// statistics.
Recipe paper100()
{
    Recipe recipe = paperRecipe("paper-100", 100, 0.8);
    recipe.batchSize = 1024;
    recipe.accumulation = 8;
    recipe.warmupEpochs = 5;
    return recipe;
}

} // namespace

const std::vector<Recipe>& builtInRecipes()
{
    static const std::vector<Recipe> recipes{cpuTiny(),
                                             cpuTour(),
                                             cpuSmall(),
                                             cifarSweep(),
                                             paperRecipe("paper-10", 10, 0.05),
                                             paperRecipe("paper-25", 25, 0.1),
                                             paper100()};
    return recipes;
}

const Recipe& builtInRecipe(std::string_view name, const std::string& where)
{
    std::string names;
    for (const Recipe& recipe : builtInRecipes()) {
        if (recipe.name == name) return recipe;
        names += (names.empty() ? "" : ", ") + recipe.name;
    }
    throwBadInput(where, "\"" + std::string(name) + "\" is unknown", "one of " + names);
}

} // namespace regnet
