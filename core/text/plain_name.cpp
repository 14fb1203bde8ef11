// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/plain_name.h"

#include <algorithm>

namespace regnet {
namespace {

constexpr std::size_t longest = 128;

bool isPlain(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
}

} // namespace

bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() <= longest && name.front() != '-' &&
           std::ranges::all_of(name, isPlain);
}

} // namespace regnet
