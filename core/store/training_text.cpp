// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/training_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace regnet {
namespace {

constexpr std::size_t shownDigits = 8;

std::string nameOf(const Recipe& recipe)
{
    const std::string hash = hashOf(recipe);
    const bool isBuiltIn = std::ranges::any_of(builtInRecipes(), [&](const Recipe& each) {
        return each.name == recipe.name && hashOf(each) == hash;
    });
    return isBuiltIn ? recipe.name : recipe.name + " " + hash.substr(0, shownDigits);
}

std::string nameOf(const DataSetSpec& data)
{
    const DataSetSpec usual;
    std::string text = fmt::format("{} {}x{}", data.name, data.resolution, data.resolution);
    if (data.name == "folder") text += " " + data.content.substr(0, shownDigits);
    if (data.name == "procedural" && data.classes != usual.classes)
        text += fmt::format(" of {} classes", data.classes);
    if (data.seed != usual.seed) text += fmt::format(" (data seed {})", data.seed);
    return text;
}

} // namespace

std::string trainingText(const TrainingSpec& training)
{
    return fmt::format("{} ({} epochs), {}, seed {}", nameOf(training.recipe), training.recipe.epochs,
                       nameOf(training.dataSet), training.seed);
}

} // namespace regnet
