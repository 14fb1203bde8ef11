// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_config.h"
#include "core/format/pycls_sweep_setup.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void readConfig(std::string_view text)
{
    regnet::NetworkSpec spec;
    try {
        spec = regnet::parsePyclsConfig(text, "fuzz");
    } catch (const regnet::Error&) { // the answer to bad input
        return;
    }
    std::string ours;
    try {
        ours = regnet::pyclsConfig(spec);
    } catch (const regnet::Error&) { // a network that pycls has no words for
        return;
    }
    regnet::parsePyclsConfig(ours, "ours");
}

void readSetup(std::string_view text)
{
    regnet::SweepSetup setup;
    try {
        setup = regnet::parseSweepSetup(text, "fuzz");
    } catch (const regnet::Error&) {
        return;
    }
    std::string ours;
    try {
        ours = regnet::sweepSetupYaml(setup);
    } catch (const regnet::Error&) {
        return;
    }
    regnet::parseSweepSetup(ours, "ours");
}

} // namespace

// Whatever text comes: a network or a sweep whose own text is read again, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readConfig(text);
    readSetup(text);
    return 0;
}
