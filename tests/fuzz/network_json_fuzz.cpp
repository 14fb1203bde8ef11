// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"
#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Whatever text comes: a network whose own text is read as the same network, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const regnet::NetworkSpec spec = regnet::parseNetwork(text);
        if (regnet::networkFromJson(regnet::toJson(spec)) != spec) std::abort();
        regnet::describe(spec);
    } catch (const regnet::Error&) { // the answer to bad input
    }
    return 0;
}
