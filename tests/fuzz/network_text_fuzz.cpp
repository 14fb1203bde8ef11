// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_text.h"
#include "core/format/source_address.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/store/store_address.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

// Whatever is pasted: a network whose own command line is the same network, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    regnet::storeAddress(text);
    regnet::isSingle(text);
    regnet::isCompiledIn(text);
    regnet::NetworkSpec spec;
    try {
        spec = regnet::parseNetworkText(text, "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return 0;
    }
    if (regnet::parseCommandLine(regnet::commandLineOf(spec)) != spec) std::abort();
    return 0;
}
