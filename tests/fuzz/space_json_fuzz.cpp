// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/space_json.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: a space whose own text is read as the same space, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    regnet::DesignSpace space;
    try {
        space = regnet::spaceFromJson(regnet::parseJson({reinterpret_cast<const char*>(data), size}, "fuzz"),
                                      "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return 0;
    }
    if (regnet::spaceFromJson(regnet::toJson(space), "ours") != space) std::abort();
    if (regnet::hashOf(space).size() != 64) std::abort();
    return 0;
}
