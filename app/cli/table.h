// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace regnet::cli {

/// Lines a table up in columns for a terminal: the first column to the left, numbers to the right. Cells are
/// shown as printable() has them.
class Table
{
public:
    explicit Table(std::vector<std::string> header) { add(std::move(header)); }
    void add(std::vector<std::string> row);
    std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

/// A number with so many decimals; "-" where there is none.
std::string fixed(std::optional<double> value, int decimals);

} // namespace regnet::cli
