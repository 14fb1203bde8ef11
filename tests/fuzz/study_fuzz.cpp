// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/study/json_lines.h"
#include "core/study/study.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: a study whose own text is read as the same study, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    regnet::linesOf(text);
    regnet::Study study;
    try {
        study = regnet::studyFromText(text, "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return 0;
    }
    if (regnet::studyFromText(regnet::toJson(study).dump(), "ours") != study) std::abort();
    return 0;
}
