// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/recipe.h"

#include "core/study/json_fields.h"
#include "core/text/sha256.h"

#include <algorithm>

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

void checkTogether(const Recipe& recipe, const JsonFields& fields)
{
    if (recipe.nesterov && recipe.momentum <= 0)
        throwBadInput(fields.place("nesterov"), "is true without momentum",
                      "a momentum above 0, or nesterov false");
    if (recipe.baseLearningRate <= 0)
        throwBadInput(fields.place("base_learning_rate"), "is 0", "a number above 0");
    if (recipe.trainImages != 0 && recipe.trainImages < recipe.batchSize)
        throwBadInput(fields.place("train_images"), "is " + std::to_string(recipe.trainImages),
                      "0 or at least one batch of " + std::to_string(recipe.batchSize));
    if (recipe.warmupEpochs > static_cast<double>(recipe.epochs))
        throwBadInput(fields.place("warmup_epochs"), "is longer than the training",
                      "at most " + std::to_string(recipe.epochs));
}

} // namespace

const std::vector<Recipe>& builtInRecipes()
{
    static const std::vector<Recipe> recipes{cpuTiny(), cpuTour(), cpuSmall()};
    return recipes;
}

const Recipe& builtInRecipe(std::string_view name)
{
    std::string names;
    for (const Recipe& recipe : builtInRecipes()) {
        if (recipe.name == name) return recipe;
        names += (names.empty() ? "" : ", ") + recipe.name;
    }
    throwBadInput("recipe", "\"" + std::string(name) + "\" is unknown", "one of " + names);
}

Recipe recipeFromJson(const nlohmann::json& json, const std::string& where)
{
    // Limits: what a training can make sense of; a slip of the keyboard (1000000 epochs) is found here and
    // not after a night.
    JsonFields fields(json, where.empty() ? "recipe" : where);
    Recipe recipe;
    fields.read("name", recipe.name);
    fields.read("epochs", recipe.epochs, 1, 100'000);
    fields.read("batch_size", recipe.batchSize, 2, 65'536); // batch norm needs two values
    fields.read("base_learning_rate", recipe.baseLearningRate, 0, 1000);
    fields.read("min_learning_rate", recipe.minLearningRate, 0, 1);
    fields.read("momentum", recipe.momentum, 0, 0.9999);
    fields.read("nesterov", recipe.nesterov);
    fields.read("weight_decay", recipe.weightDecay, 0, 1);
    fields.read("batch_norm_weight_decay", recipe.batchNormWeightDecay, 0, 1);
    if (const nlohmann::json* bias = fields.find("bias_weight_decay"); bias && !bias->is_null())
        fields.read("bias_weight_decay", recipe.biasWeightDecay.emplace(), 0, 1);
    fields.read("warmup_epochs", recipe.warmupEpochs, 0, 100'000);
    fields.read("warmup_factor", recipe.warmupFactor, 0, 1);
    fields.read("label_smoothing", recipe.labelSmoothing, 0, 0.999);
    fields.read("flip", recipe.flip);
    fields.read("crop_padding", recipe.cropPadding, 0, 256);
    fields.read("train_images", recipe.trainImages, 0, 100'000'000);
    fields.read("test_images", recipe.testImages, 0, 100'000'000);
    fields.finish();
    checkTogether(recipe, fields);
    return recipe;
}

nlohmann::json toJson(const Recipe& recipe)
{
    nlohmann::json json{{"name", recipe.name},
                        {"epochs", recipe.epochs},
                        {"batch_size", recipe.batchSize},
                        {"base_learning_rate", recipe.baseLearningRate},
                        {"min_learning_rate", recipe.minLearningRate},
                        {"momentum", recipe.momentum},
                        {"nesterov", recipe.nesterov},
                        {"weight_decay", recipe.weightDecay},
                        {"batch_norm_weight_decay", recipe.batchNormWeightDecay},
                        {"warmup_epochs", recipe.warmupEpochs},
                        {"warmup_factor", recipe.warmupFactor},
                        {"label_smoothing", recipe.labelSmoothing},
                        {"flip", recipe.flip},
                        {"crop_padding", recipe.cropPadding},
                        {"train_images", recipe.trainImages},
                        {"test_images", recipe.testImages}};
    if (recipe.biasWeightDecay) json["bias_weight_decay"] = *recipe.biasWeightDecay;
    return json;
}

std::string hashOf(const Recipe& recipe)
{
    nlohmann::json json = toJson(recipe);
    json.erase("name");
    return sha256(json.dump());
}

} // namespace regnet
