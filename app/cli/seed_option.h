// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <cstdint>
#include <string>
#include <type_traits>

namespace regnet::cli {

/// A seed of 0 to 2^64 - 1, an optional one, or a list. CLI11 alone would take -1 for the largest.
template <typename Seed>
Option addSeed(Command command, const std::string& name, Seed& seed, const std::string& description)
{
    const Option option = command.option(name, seed, description);
    if constexpr (std::is_same_v<Seed, std::uint64_t>) option.showDefault();
    return option.check([](const std::string& text) {
        return text.starts_with('-') ? "is " + text + "; expected a whole number of at least 0"
                                     : std::string();
    });
}

} // namespace regnet::cli
