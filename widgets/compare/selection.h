// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/selection.h"
#include "widgets/compare/network_columns.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

/// The networks that are selected, in every view at once: rows of a NetworkColumns. What was brushed as
/// ranges is remembered as ranges, and holds for networks that come later too.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A selection by ranges is made anew from the new rows; one of single rows ends.
    void setTable(std::shared_ptr<const NetworkColumns> table);

    /// One byte a row of the table.
    std::span<const std::uint8_t> rows() const { return m_rows; }
    bool contains(std::size_t row) const { return row < m_rows.size() && m_rows[row] != 0; }
    std::size_t count() const { return m_count; }
    bool isEmpty() const { return m_count == 0 && m_ranges.empty(); }
    /// What was asked for, when it was ranges; empty for single rows and for sums of selections.
    const std::vector<PropertyRange>& ranges() const { return m_ranges; }
    /// The smallest range of a property that holds all that is selected; none where none has it.
    std::optional<PropertyRange> spanOf(const std::string& property) const;

public Q_SLOTS:
    /// The networks that lie in all ranges; no range selects nothing. Hidden populations are left out.
    void selectRanges(const std::vector<regnet::PropertyRange>& ranges, bool isAdding = false);
    /// Replaces the range of this property among those that are selected by, or adds it.
    void refine(const regnet::PropertyRange& range);
    void selectRows(const std::vector<std::size_t>& rows, bool isAdding = false);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void fill(const std::vector<PropertyRange>& ranges);

    std::shared_ptr<const NetworkColumns> m_table;
    std::vector<std::uint8_t> m_rows;
    std::vector<PropertyRange> m_ranges;
    std::size_t m_count = 0;
};

} // namespace regnet
