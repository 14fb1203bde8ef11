// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>

namespace regnet::cli {

/// A seed: 0 to 2^64 - 1. CLI11 alone would take -1 for the largest.
inline CLI::Option* addSeed(CLI::App& command, const std::string& name, std::uint64_t& seed,
                            const std::string& description)
{
    return command.add_option(name, seed, description)
        ->check(
            [](const std::string& text) {
                return text.starts_with('-') ? "is " + text + "; expected a whole number of at least 0"
                                             : std::string();
            },
            "", "not negative")
        ->capture_default_str();
}

} // namespace regnet::cli
