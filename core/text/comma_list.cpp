// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/comma_list.h"

namespace regnet {

std::optional<std::vector<std::string>> commaParts(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view part = text.substr(0, comma);
        if (part.empty()) return std::nullopt;
        parts.emplace_back(part);
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

std::string wrongCommaList(std::string_view text)
{
    if (text.empty()) return "is empty";
    return "is \"" + std::string(text) + "\", in which a part is empty";
}

} // namespace regnet
