// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace regnet {

static_assert(std::endian::native == std::endian::little,
              "files are read and written as the machine has them");

/// The number that stands at `place`; the caller has checked that it is inside.
template <typename Number>
Number littleAt(std::string_view bytes, std::size_t place)
{
    Number number{};
    std::memcpy(&number, bytes.data() + place, sizeof number);
    return number;
}

template <typename Number>
void appendLittle(std::string& bytes, Number number)
{
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

} // namespace regnet
