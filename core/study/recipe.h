// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// How the learning rate falls from the base rate; `steps` multiplies it by stepFactor at each step.
enum class Schedule { Cosine, Linear, Exponential, Steps };
/// What convs and matrix products are computed in; bfloat16 is autocast, weights stay 32-bit.
enum class Precision { Float32, Bfloat16 };

/// Everything that decides a training result apart from the network, the data set and the seed. Its hash
/// separates populations that may not be compared. SGD; the defaults are pycls's. A field of the second part
/// that has its default is left out of the JSON and so of the hash: results from before it existed keep their
/// identity.
struct Recipe
{
    std::string name; ///< not part of the hash
    std::int64_t epochs = 10;
    std::int64_t batchSize = 128;
    double baseLearningRate = 0.1; ///< at this batch size
    double minLearningRate = 0;    ///< as a share of the base rate
    double momentum = 0.9;
    bool nesterov = true;
    double weightDecay = 5e-4;
    double batchNormWeightDecay = 0;
    std::optional<double> biasWeightDecay; ///< of SE and head; none = weightDecay
    double warmupEpochs = 0;
    double warmupFactor = 0.1;
    double labelSmoothing = 0;
    bool flip = true;             ///< random horizontal flip
    std::int64_t cropPadding = 4; ///< pixels of zero padding before a random crop; 0 = none
    std::int64_t trainImages = 0; ///< 0 = the data set's own number
    std::int64_t testImages = 0;  ///< 0 = the data set's own number

    Schedule schedule = Schedule::Cosine;
    std::vector<std::int64_t> steps; ///< of Schedule::Steps: epochs from 0, ascending, the first is 0
    double stepFactor = 0.1;
    bool isPerBatch = false;     ///< the schedule moves with every batch; otherwise once an epoch, as pycls
    double dampening = 0;        ///< of the momentum; 0 with Nesterov
    double emaAlpha = 0;         ///< 0 = no moving average of the weights; see ema.h for what it means
    std::int64_t emaPeriod = 32; ///< batches between two updates of it
    std::int64_t preciseNormImages =
        0;                         ///< images whose exact BN statistics replace the running ones; 0 = off
    std::int64_t accumulation = 1; ///< parts of a batch that go through the network one after the other
    double mixup = 0;              ///< alpha of the Beta distribution; 0 = off
    bool randomSizedCrop = false;  ///< area 8 to 100 %, aspect 3/4 to 4/3; then no cropPadding
    double lighting =
        0; ///< standard deviation of the shift along ImageNet's main colours; 0.1 in pycls, 0 = off
    /// Training images that are not trained on; the best epoch is then chosen on them, not on the test
    /// images.
    std::int64_t heldOutImages = 0;
    Precision precision = Precision::Float32;
    std::string
        initialWeights; ///< SHA-256 of the file that the training starts from; empty: from random ones

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// The recipes that come with the program: "cpu-tiny", ..., "cifar-sweep" (pycls's), "paper-10", "paper-25",
/// "paper-100" (sections 3, 4 and 5 of the paper).
const std::vector<Recipe>& builtInRecipes();
/// Throws Error that lists the names when there is none of that name; `where` the name stands begins it.
const Recipe& builtInRecipe(std::string_view name, const std::string& where = "recipe");

/// Throws Error that names the field, its value and the allowed range.
Recipe recipeFromJson(const nlohmann::json& json, const std::string& where = {});
nlohmann::json toJson(const Recipe& recipe);
/// SHA-256 of the canonical JSON without the name.
std::string hashOf(const Recipe& recipe);

} // namespace regnet
