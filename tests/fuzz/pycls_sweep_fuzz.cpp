// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep.h"
#include "core/format/text_file.h"
#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: a population with a place for the network of each member, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const nlohmann::json json = regnet::parseJson({reinterpret_cast<const char*>(data), size}, "fuzz",
                                                      regnet::PythonNumbers::Null);
        if (!regnet::isPyclsSweep(json)) return 0;
        const regnet::ImportedPopulation part = regnet::importedPyclsSweep(json, "fuzz");
        if (part.networks.size() != part.population.members.size()) std::abort();
    } catch (const regnet::Error&) { // the answer to bad input
    }
    return 0;
}
