// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <cstdint>
#include <string>
#include <type_traits>

namespace regnet::cli {

/// A seed of 0 to 2^64 - 1, or an optional one.
template <typename Seed>
Option addSeed(Command command, const std::string& name, Seed& seed, const std::string& description)
{
    const Option option = command.option(name, seed, description);
    if constexpr (std::is_same_v<Seed, std::uint64_t>) option.showDefault();
    return option;
}

} // namespace regnet::cli
