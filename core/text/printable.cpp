// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printable.h"

#include "core/text/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace regnet {
namespace {

/// The number of a UTF-8 character.
std::uint32_t codeOf(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return first;
    std::uint32_t code = first & (0xFFU >> (character.size() + 1));
    for (const char c : character.substr(1))
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

std::string byteNumber(char byte)
{
    return fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
}

bool isControl(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code <= 0x9F);
}

/// Unicode's Bidi_Control; the emoji and scripts that need joiners keep theirs.
bool isDirection(std::uint32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

bool isSeparator(std::uint32_t code)
{
    return code == 0x2028 || code == 0x2029;
}

/// A character as it may stand on a terminal.
std::string shown(std::string_view character)
{
    const std::uint32_t code = codeOf(character);
    if (code < 0x80) return isControl(code) ? byteNumber(character.front()) : std::string(character);
    if (isControl(code) || isDirection(code) || isSeparator(code)) return fmt::format("\\u{:04x}", code);
    return std::string(character);
}

} // namespace

std::string printable(std::string_view text)
{
    std::string line;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        line += length > 0 ? shown(text.substr(0, length)) : byteNumber(text.front());
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return line;
}

std::string printable(std::string_view text, std::size_t longest)
{
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = end + std::max<std::size_t>(utf8Length(text.substr(end)), 1);
        if (next > longest) break;
        end = next;
    }
    return printable(text.substr(0, end));
}

std::string printableLines(std::string_view text)
{
    std::string lines;
    for (;;) {
        const std::size_t end = text.find_first_of("\n\t");
        lines += printable(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        lines += text[end];
        text.remove_prefix(end + 1);
    }
}

bool isPrintable(std::string_view text)
{
    return printable(text) == text;
}

} // namespace regnet
