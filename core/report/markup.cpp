// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markup.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace regnet {
namespace {

std::string_view entityOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

} // namespace

std::string escaped(std::string_view text)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const char first = text.front();
        const bool isControl =
            (static_cast<unsigned char>(first) < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
        if (length == 0 || isControl)
            result += replacement;
        else if (const std::string_view entity = entityOf(first); !entity.empty())
            result += entity;
        else
            result += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result;
}

std::string HtmlTable::markup(std::string_view caption) const
{
    // No <caption>: it would be as wide as the table, and scroll with it.
    std::string text;
    if (!caption.empty()) text = "<p class=\"soft\">" + std::string(caption) + "</p>\n";
    const bool isStacked = m_narrow == Narrow::Stacks;
    text += isStacked ? "<div class=\"scroll\"><table class=\"stack\"><thead><tr>"
                      : "<div class=\"scroll\"><table><thead><tr>";
    const auto side = [&](std::size_t i) { return m_columns[i].isNumber ? " class=\"n\"" : ""; };
    const auto label = [&](std::size_t i) {
        return isStacked ? " data-label=\"" + escaped(m_columns[i].title) + '"' : std::string();
    };
    const auto isTold = [&](std::size_t i) {
        return std::ranges::any_of(m_rows, [i](const auto& row) {
            return i < row.size() && !row[i].empty() && row[i] != "&ndash;";
        });
    };
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (i == 0 || m_columns[i].isNumber || isTold(i)) shown.push_back(i);
    for (const std::size_t i : shown)
        text += std::string("<th scope=\"col\"") + side(i) + ">" + escaped(m_columns[i].title) + "</th>";
    text += "</tr></thead>\n<tbody>";
    for (const auto& row : m_rows) {
        text += "<tr>";
        for (const std::size_t i : shown) {
            const std::string cell = i < row.size() ? row[i] : std::string();
            if (i == 0)
                text += std::string("<th scope=\"row\"") + side(i) + ">" + cell + "</th>";
            else
                text += std::string("<td") + side(i) + label(i) + ">" + cell + "</td>";
        }
        text += "</tr>\n";
    }
    return text + "</tbody></table></div>\n";
}

} // namespace regnet
