// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/study/recipe.h"
#include "core/study/schedule.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: a recipe whose own text is read as the same recipe, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    regnet::Recipe recipe;
    try {
        recipe = regnet::recipeFromJson(
            regnet::parseJson({reinterpret_cast<const char*>(data), size}, "fuzz"), "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return 0;
    }
    const regnet::Recipe again = regnet::recipeFromJson(regnet::toJson(recipe), "ours");
    if (again != recipe || regnet::hashOf(again) != regnet::hashOf(recipe)) std::abort();
    return 0;
}
