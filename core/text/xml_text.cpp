// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/xml_text.h"

#include "core/text/utf8.h"

namespace regnet {
namespace {

/// Of one UTF-8 character.
bool isXml(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character.front());
    if (first < 0x20) return first == '\t' || first == '\n' || first == '\r';
    return character != "\uFFFE" && character != "\uFFFF";
}

} // namespace

std::string xmlText(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const std::string_view character = text.substr(0, length);
        clean += length > 0 && isXml(character) ? character : "\uFFFD";
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return clean;
}

} // namespace regnet
