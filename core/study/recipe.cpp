// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/recipe.h"

#include "core/study/json_fields.h"
#include "core/text/sha256.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace regnet {
namespace {

constexpr std::array<std::pair<Schedule, const char*>, 4> schedules{{{Schedule::Cosine, "cosine"},
                                                                     {Schedule::Linear, "linear"},
                                                                     {Schedule::Exponential, "exponential"},
                                                                     {Schedule::Steps, "steps"}}};
constexpr std::array<std::pair<Precision, const char*>, 2> precisions{
    {{Precision::Float32, "float32"}, {Precision::Bfloat16, "bfloat16"}}};

template <typename Names, typename Value>
void readNamed(JsonFields& fields, const char* field, const Names& names, Value& value)
{
    std::string word, known;
    fields.read(field, word);
    if (word.empty() && !fields.find(field)) return;
    for (const auto& [named, name] : names) {
        if (word == name) {
            value = named;
            return;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throwBadInput(fields.place(field), "is \"" + word + "\"", "one of " + known);
}

template <typename Names, typename Value>
const char* nameIn(const Names& names, Value value)
{
    for (const auto& [named, name] : names)
        if (named == value) return name;
    return "";
}

void readSteps(JsonFields& fields, std::vector<std::int64_t>& steps)
{
    const nlohmann::json* json = fields.find("steps");
    if (!json) return;
    const bool isList =
        json->is_array() && json->size() <= 1000 &&
        std::all_of(json->begin(), json->end(), [](const nlohmann::json& step) {
            return step.is_number_integer() && step.get<double>() >= 0 && step.get<double>() <= 100'000;
        });
    if (isList) steps = json->get<std::vector<std::int64_t>>();
    const bool isAscending =
        std::adjacent_find(steps.begin(), steps.end(), std::greater_equal<>()) == steps.end();
    if (!isList || !isAscending || (!steps.empty() && steps.front() != 0))
        throwBadInput(fields.place("steps"), "is " + json->dump().substr(0, 60),
                      "a list of ascending epochs, the first 0, none above 100000");
}

void readAdded(JsonFields& fields, Recipe& recipe)
{
    readNamed(fields, "schedule", schedules, recipe.schedule);
    readSteps(fields, recipe.steps);
    fields.read("step_factor", recipe.stepFactor, 0, 1);
    fields.read("per_batch", recipe.isPerBatch);
    fields.read("dampening", recipe.dampening, 0, 1);
    fields.read("ema_alpha", recipe.emaAlpha, 0, 1);
    fields.read("ema_period", recipe.emaPeriod, 1, 1'000'000);
    fields.read("precise_norm_images", recipe.preciseNormImages, 0, 100'000'000);
    fields.read("accumulation", recipe.accumulation, 1, 32'768);
    fields.read("mixup", recipe.mixup, 0, 100);
    fields.read("random_sized_crop", recipe.randomSizedCrop);
    fields.read("lighting", recipe.lighting, 0, 10);
    fields.read("held_out_images", recipe.heldOutImages, 0, 100'000'000);
    readNamed(fields, "precision", precisions, recipe.precision);
    fields.read("initial_weights", recipe.initialWeights);
    const bool isSum = recipe.initialWeights.size() == 64 &&
                       recipe.initialWeights.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!recipe.initialWeights.empty() && !isSum)
        throwBadInput(fields.place("initial_weights"), "is \"" + recipe.initialWeights.substr(0, 80) + "\"",
                      "the SHA-256 of weights that regnet train --weights has kept");
}

/// Only what differs from the default: see Recipe.
void writeAdded(nlohmann::json& json, const Recipe& recipe)
{
    const Recipe usual;
    const auto put = [&](const char* field, const auto& value, const auto& usualValue) {
        if (value != usualValue) json[field] = value;
    };
    if (recipe.schedule != usual.schedule) json["schedule"] = nameIn(schedules, recipe.schedule);
    put("steps", recipe.steps, usual.steps);
    put("step_factor", recipe.stepFactor, usual.stepFactor);
    put("per_batch", recipe.isPerBatch, usual.isPerBatch);
    put("dampening", recipe.dampening, usual.dampening);
    put("ema_alpha", recipe.emaAlpha, usual.emaAlpha);
    put("ema_period", recipe.emaPeriod, usual.emaPeriod);
    put("precise_norm_images", recipe.preciseNormImages, usual.preciseNormImages);
    put("accumulation", recipe.accumulation, usual.accumulation);
    put("mixup", recipe.mixup, usual.mixup);
    put("random_sized_crop", recipe.randomSizedCrop, usual.randomSizedCrop);
    put("lighting", recipe.lighting, usual.lighting);
    put("held_out_images", recipe.heldOutImages, usual.heldOutImages);
    if (recipe.precision != usual.precision) json["precision"] = nameIn(precisions, recipe.precision);
    put("initial_weights", recipe.initialWeights, usual.initialWeights);
}

void checkSchedule(const Recipe& recipe, const JsonFields& fields)
{
    if (recipe.schedule == Schedule::Exponential && recipe.minLearningRate <= 0)
        throwBadInput(fields.place("min_learning_rate"), "is 0, which an exponential never reaches",
                      "a share above 0");
    if (recipe.schedule == Schedule::Steps && recipe.steps.empty())
        throwBadInput(fields.place("steps"), "is missing", "the epochs at which the rate falls, from 0 on");
    if (recipe.schedule != Schedule::Steps && !recipe.steps.empty())
        throwBadInput(fields.place("steps"), "is given without the schedule \"steps\"",
                      "that schedule, or no steps");
    if (recipe.warmupEpochs > static_cast<double>(recipe.epochs))
        throwBadInput(fields.place("warmup_epochs"), "is longer than the training",
                      "at most " + std::to_string(recipe.epochs));
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
    if (recipe.trainImages != 0 && recipe.trainImages - recipe.heldOutImages < recipe.batchSize)
        throwBadInput(fields.place("held_out_images"), "is " + std::to_string(recipe.heldOutImages),
                      "at most " + std::to_string(recipe.trainImages - recipe.batchSize) +
                          ", so that a batch is left to train on");
    if (recipe.nesterov && recipe.dampening > 0)
        throwBadInput(fields.place("dampening"), "is above 0 with Nesterov's momentum",
                      "0, or nesterov false");
    if (recipe.batchSize % recipe.accumulation != 0 || recipe.batchSize / recipe.accumulation < 2)
        throwBadInput(fields.place("accumulation"), "is " + std::to_string(recipe.accumulation),
                      "a divisor of the batch of " + std::to_string(recipe.batchSize) +
                          " that leaves 2 images a part");
    const std::int64_t part = recipe.batchSize / recipe.accumulation;
    if (recipe.preciseNormImages > 0 && recipe.preciseNormImages < part)
        throwBadInput(fields.place("precise_norm_images"), "is " + std::to_string(recipe.preciseNormImages),
                      "0, or at least the " + std::to_string(part) + " images of one pass");
    if (recipe.randomSizedCrop && recipe.cropPadding > 0)
        throwBadInput(fields.place("random_sized_crop"), "is true together with a crop_padding",
                      "one of the two");
    checkSchedule(recipe, fields);
}

} // namespace

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
    readAdded(fields, recipe);
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
    writeAdded(json, recipe);
    return json;
}

std::string hashOf(const Recipe& recipe)
{
    nlohmann::json json = toJson(recipe);
    json.erase("name");
    return sha256(json.dump());
}

} // namespace regnet
