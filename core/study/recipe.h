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

/// Everything that decides a training result apart from the network, the data set and the seed. Its hash
/// separates populations that may not be compared. SGD with Nesterov momentum; half-period cosine per epoch
/// (pycls.md section 5).
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

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// The recipes that come with the program: "cpu-tiny", "cpu-small", ...
const std::vector<Recipe>& builtInRecipes();
/// Throws Error that lists the names when there is none of that name.
const Recipe& builtInRecipe(std::string_view name);

/// Throws Error that names the field, its value and the allowed range.
Recipe recipeFromJson(const nlohmann::json& json, const std::string& where = {});
nlohmann::json toJson(const Recipe& recipe);
/// SHA-256 of the canonical JSON without the name.
std::string hashOf(const Recipe& recipe);

} // namespace regnet
