// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

struct NetworkRow
{
    NetworkSpec spec; ///< as drawn
    Network network;  ///< as built
    Cost cost;
    bool isPareto = false;
    std::optional<double> milliseconds; ///< predicted run time, where a model is given
};

/// Networks as a table that sorts and filters itself: 100,000 rows in a fraction of a second, where a proxy
/// would ask for a million variants.
class NetworkTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Number,
        Pareto,
        Flops,
        Params,
        Activations,
        RunTime,
        Depth,
        W0,
        Wa,
        Wm,
        Ratio,
        Group,
        Widths,
        Depths,
        columns
    };

    explicit NetworkTableModel(QObject* parent = nullptr);

    void setRows(std::vector<NetworkRow> rows);
    std::size_t total() const { return m_rows.size(); }
    const NetworkRow& row(int shown) const { return m_rows[m_shown[static_cast<std::size_t>(shown)]]; }

    /// Terms between blanks that must all hold: "flops<400M", "depth>=12", "b=1"; others are looked for in
    /// widths and depths. Returns what is wrong with it, and shows all rows then.
    QString setFilter(const QString& filter);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Term
    {
        int column = -1; ///< -1: text
        QString comparison;
        double number = 0;
        QString text;
    };

    double valueOf(std::size_t row, int column) const;
    QString textOf(std::size_t row, int column) const;
    bool matches(std::size_t row) const;
    void update();

    std::vector<NetworkRow> m_rows;
    std::vector<std::size_t> m_shown; ///< into m_rows, in order
    std::vector<Term> m_terms;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace regnet
