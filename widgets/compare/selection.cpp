// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/selection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace regnet {

void Selection::setTable(std::shared_ptr<const NetworkColumns> table)
{
    m_table = std::move(table);
    m_rows.assign(m_table->size(), 0);
    fill(m_ranges);
    Q_EMIT changed();
}

/// Adds the rows within all ranges to those that are marked.
void Selection::fill(const std::vector<PropertyRange>& ranges)
{
    if (m_table && !ranges.empty()) {
        std::vector<std::uint8_t> rows(m_rows.size(), 0);
        std::size_t row = 0;
        for (const ShownPopulation& shown : m_table->populations()) {
            const std::size_t n = shown.population->members.size();
            if (shown.isVisible)
                std::fill_n(rows.begin() + static_cast<std::ptrdiff_t>(row), n, std::uint8_t{1});
            row += n;
        }
        for (const PropertyRange& range : ranges) {
            const std::vector<double>& values = m_table->column(range.property);
            const double low = range.low.value_or(-std::numeric_limits<double>::infinity());
            const double high = range.high.value_or(std::numeric_limits<double>::infinity());
            if (values.empty()) std::ranges::fill(rows, std::uint8_t{0});
            // NaN lies in no range.
            for (std::size_t i = 0; i < values.size(); ++i)
                rows[i] = static_cast<std::uint8_t>(rows[i] != 0 && values[i] >= low && values[i] <= high);
        }
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_rows[i] |= rows[i];
    }
    m_count = static_cast<std::size_t>(std::ranges::count(m_rows, std::uint8_t{1}));
}

void Selection::selectRanges(const std::vector<PropertyRange>& ranges, bool isAdding)
{
    const bool isSum = isAdding && m_count > 0;
    if (!isSum) std::ranges::fill(m_rows, std::uint8_t{0});
    m_ranges = isSum ? std::vector<PropertyRange>{} : ranges;
    fill(ranges);
    Q_EMIT changed();
}

void Selection::refine(const PropertyRange& range)
{
    std::vector<PropertyRange> ranges = m_ranges;
    const auto same = std::ranges::find(ranges, range.property, &PropertyRange::property);
    if (same != ranges.end())
        *same = range;
    else
        ranges.push_back(range);
    selectRanges(ranges);
}

void Selection::selectRows(const std::vector<std::size_t>& rows, bool isAdding)
{
    if (!isAdding) std::ranges::fill(m_rows, std::uint8_t{0});
    m_ranges.clear();
    for (const std::size_t row : rows)
        if (row < m_rows.size()) m_rows[row] = 1;
    fill({});
    Q_EMIT changed();
}

void Selection::clear()
{
    if (isEmpty()) return;
    std::ranges::fill(m_rows, std::uint8_t{0});
    m_ranges.clear();
    m_count = 0;
    Q_EMIT changed();
}

std::optional<PropertyRange> Selection::spanOf(const std::string& property) const
{
    if (!m_table) return std::nullopt;
    const std::vector<double>& values = m_table->column(property);
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (m_rows[i] == 0 || std::isnan(values[i])) continue;
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
    }
    if (low > high) return std::nullopt;
    return PropertyRange{property, low, high};
}

} // namespace regnet
