// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Text as HTML and SVG show it, also inside attributes: & < > " ' are written as entities, bytes that are
/// no UTF-8 and control characters become U+FFFD, so that every page is valid UTF-8.
std::string escaped(std::string_view text);

/// A table with a heading row. Cells are markup: text goes through escaped() first. The first column is the
/// rows' heading; numbers stand to the right in the columns that are marked.
class HtmlTable
{
public:
    struct Column
    {
        std::string title; ///< plain text
        bool isNumber = true;
    };

    /// Of sentences rather than numbers: on a narrow screen each row becomes a block, its cells labelled.
    enum class Narrow { Scrolls, Stacks };

    explicit HtmlTable(std::vector<Column> columns, Narrow narrow = Narrow::Scrolls)
        : m_columns(std::move(columns)), m_narrow(narrow)
    {
    }

    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    bool empty() const { return m_rows.empty(); }
    /// Columns of text in which no row has any are left out.
    /// `caption` is markup.
    std::string markup(std::string_view caption = {}) const;

private:
    std::vector<Column> m_columns;
    Narrow m_narrow;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace regnet
