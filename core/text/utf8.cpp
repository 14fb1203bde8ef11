// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include <cstdint>

namespace regnet {

std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return 1;
    const std::size_t length = byte(0) >= 0xF5   ? 0
                               : byte(0) >= 0xF0 ? 4
                               : byte(0) >= 0xE0 ? 3
                               : byte(0) >= 0xC2 ? 2
                                                 : 0;
    if (length == 0 || text.size() < length) return 0;
    std::uint32_t code = byte(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
        code = code << 6U | (byte(i) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    const bool isSurrogate = code >= 0xD800 && code <= 0xDFFF;
    return isOverlong || isSurrogate || code > 0x10FFFF ? 0 : length;
}

std::optional<std::size_t> firstNotUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string asUtf8(std::string_view text)
{
    std::string clean;
    while (const auto other = firstNotUtf8(text)) {
        clean.append(text.substr(0, *other)).append("\uFFFD");
        text.remove_prefix(*other + 1);
    }
    return clean.append(text);
}

std::string shortened(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest) return std::string(text);
    constexpr std::string_view mark = "…";
    std::size_t end = longest - mark.size();
    constexpr std::size_t mostInOneCharacter = 4; // of bytes that are no text any one may be the last
    for (std::size_t back = 1; back < mostInOneCharacter; ++back)
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)).append(mark);
}

} // namespace regnet
