// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/compare_model.h"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace regnet {

/// All networks as rows, every property a column; the first says what is selected.
class NetworkModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    NetworkModel(CompareModel& model, QObject* parent);

    std::size_t networkAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void reset();

    CompareModel& m_model;
    std::shared_ptr<const NetworkColumns> m_table;
    std::vector<std::size_t> m_order;
};

/// The table of all networks. Rows that are selected here are selected everywhere; a double click or Enter
/// loads the network into the explorer.
class NetworksTab : public QWidget
{
    Q_OBJECT

public:
    explicit NetworksTab(CompareModel& model, QWidget* parent = nullptr);

private:
    void selectRows();

    CompareModel& m_model;
    NetworkModel* m_networks = nullptr;
    QTableView* m_view = nullptr;
    bool m_isSelecting = false;
    int m_gesture = 0; ///< of the rows that are being chosen
};

} // namespace regnet
