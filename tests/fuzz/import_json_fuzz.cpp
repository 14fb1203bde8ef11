// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/nds.h"
#include "core/format/pycls_log.h"
#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: populations with a network place each, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        for (const regnet::ImportedPopulation& part : regnet::ndsPopulations(text, "fuzz", "fuzz"))
            if (part.networks.size() != part.population.members.size()) std::abort();
    } catch (const regnet::Error&) { // the answer to bad input
    }
    try {
        regnet::pyclsLogRecord(text, "fuzz");
    } catch (const regnet::Error&) {
    }
    return 0;
}
