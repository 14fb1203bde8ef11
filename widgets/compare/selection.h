// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/selection.h"
#include "widgets/compare/network_columns.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

class QUndoStack;

namespace regnet {

/// The networks that are selected, in every view at once: rows of a NetworkColumns. What was brushed as
/// ranges is remembered as ranges, and holds for networks that come later too. Single rows are remembered
/// with the shape of their table, and are selected whenever the table has it.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What was asked for.
    struct Wish
    {
        std::vector<PropertyRange> ranges;
        std::vector<bool> rows; ///< where it is not ranges; one a row
        std::vector<std::pair<std::string, std::size_t>>
            shape; ///< of their table: names, and networks of each

        friend bool operator==(const Wish&, const Wish&) = default;
    };

    /// A selection by ranges is made anew from the new rows. One of single rows stays where the table has the
    /// same populations with as many networks as before, is empty for another, and comes back with its own.
    void setTable(std::shared_ptr<const NetworkColumns> table);

    /// One byte a row of the table.
    std::span<const std::uint8_t> rows() const { return m_rows; }
    bool contains(std::size_t row) const { return row < m_rows.size() && m_rows[row] != 0; }
    std::size_t count() const { return m_count; }
    bool isEmpty() const { return m_count == 0 && m_wish.ranges.empty(); }
    /// What was asked for, when it was ranges; empty for single rows and for sums of selections.
    const std::vector<PropertyRange>& ranges() const { return m_wish.ranges; }
    /// The smallest range of a property that holds all that is selected; none where none has it.
    std::optional<PropertyRange> spanOf(const std::string& property) const;

    /// Where edit() notes its steps; none: nowhere. It has to outlive this.
    void setHistory(QUndoStack* history) { m_history = history; }
    /// What a person does to the selection, as a step that can be undone, and what follows from it with it.
    /// Steps of one gesture above 0 that follow each other are one.
    void edit(const QString& what, const std::function<void(Selection&)>& change, int gesture = 0);

    /// A step of the history is undone or done again: what follows from a selection is in that step already.
    bool isRestoring() const { return m_isRestoring; }

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
    void apply();
    void fill(const std::vector<PropertyRange>& ranges);
    void rememberRows();

    std::shared_ptr<const NetworkColumns> m_table;
    std::vector<std::uint8_t> m_rows;
    Wish m_wish;
    std::size_t m_count = 0;
    QUndoStack* m_history = nullptr;
    bool m_isRestoring = false;
};

} // namespace regnet
