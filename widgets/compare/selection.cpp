// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/selection.h"

#include "widgets/compare/change_step.h"

#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

/// Parts and filtered populations have the rule in their names, so that other networks are another shape.
std::vector<std::pair<std::string, std::size_t>> shapeOf(const NetworkColumns* table)
{
    std::vector<std::pair<std::string, std::size_t>> shape;
    if (!table) return shape;
    for (const ShownPopulation& shown : table->populations())
        shape.emplace_back(shown.population->name + '\n' + shown.population->source,
                           shown.population->members.size());
    return shape;
}

} // namespace

void Selection::setTable(std::shared_ptr<const NetworkColumns> table)
{
    m_table = std::move(table);
    apply();
}

/// Marks what was asked for, as far as the table has it.
void Selection::apply()
{
    m_rows.assign(m_table ? m_table->size() : 0, 0);
    const bool hasRows = m_wish.rows.size() == m_rows.size() && m_wish.shape == shapeOf(m_table.get());
    if (m_wish.ranges.empty() && hasRows)
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_rows[i] = static_cast<std::uint8_t>(m_wish.rows[i] && m_table->isVisible(i));
    fill(m_wish.ranges);
    Q_EMIT changed();
}

void Selection::rememberRows()
{
    m_wish = {{}, {}, shapeOf(m_table.get())};
    m_wish.rows.assign(m_rows.begin(), m_rows.end());
}

void Selection::edit(const QString& what, const std::function<void(Selection&)>& change, int gesture)
{
    Wish before = m_wish;
    change(*this);
    if (!m_history || before == m_wish) return;
    const auto go = [this](const Wish&, const Wish& to) {
        m_wish = to;
        m_isRestoring = true;
        apply();
        m_isRestoring = false;
    };
    if (gesture == 0) gesture = newGesture(); // of its own: only consequences join it
    m_history->push(
        new ChangeStep<Wish>(*this, what, std::move(before), m_wish, go, gesture, true)); // it owns it
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
    fill(ranges);
    m_wish = {ranges, {}, {}};
    if (isSum) rememberRows();
    Q_EMIT changed();
}

void Selection::refine(const PropertyRange& range)
{
    std::vector<PropertyRange> ranges = m_wish.ranges;
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
    for (const std::size_t row : rows)
        if (row < m_rows.size()) m_rows[row] = 1;
    fill({});
    rememberRows();
    Q_EMIT changed();
}

void Selection::clear()
{
    if (isEmpty()) return;
    std::ranges::fill(m_rows, std::uint8_t{0});
    m_wish = {};
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
