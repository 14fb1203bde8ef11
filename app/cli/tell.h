// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/printable.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace regnet::cli {

// fmt for people. Texts among the values may be of a file, and a terminal must not obey them: each becomes
// one line of printable(). Literals (const char*) are our own. JSON and CSV are fmt's, byte for byte.

/// A value as people are shown it.
template <typename Value>
auto shown(const Value& value)
{
    if constexpr (std::is_same_v<Value, std::string> || std::is_same_v<Value, std::string_view>)
        return printable(value);
    else
        return value;
}

template <typename... Values>
using ToldFormat = fmt::format_string<decltype(shown(std::declval<const Values&>()))...>;

template <typename... Values>
std::string told(ToldFormat<Values...> format, const Values&... values)
{
    return fmt::format(format, shown(values)...);
}

template <typename... Values>
void tell(std::FILE* stream, ToldFormat<Values...> format, const Values&... values)
{
    fmt::print(stream, format, shown(values)...);
}

/// Onto the standard output.
template <typename... Values>
void tell(ToldFormat<Values...> format, const Values&... values)
{
    fmt::print(format, shown(values)...);
}

} // namespace regnet::cli
