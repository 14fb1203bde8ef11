// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/array_overview.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace regnet {

using ArrayListPointer = std::shared_ptr<const std::vector<ArrayOverview>>;

/// Job arrays on clusters, one a row, the newest first. What its tasks do is painted by HeatStripDelegate and
/// said in words by the same cell's accessible text.
class ArrayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Tasks, State, Jobs, ColumnCount };

    explicit ArrayModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setArrays(const regnet::ArrayListPointer& arrays);
    const ArrayOverview& overview(int row) const { return (*m_arrays)[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ArrayListPointer m_arrays = std::make_shared<const std::vector<ArrayOverview>>();
};

} // namespace regnet
