// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QAbstractTableModel>

namespace regnet {

/// The populations of a queue as rows, all of them together in the first one.
class PopulationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Progress, Counts, Left, ColumnCount };
    static constexpr int nameRole = Qt::UserRole;      ///< empty for all together
    static constexpr int shareRole = Qt::UserRole + 1; ///< as QueueModel's

    explicit PopulationsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setSnapshot(const regnet::QueueSnapshotPointer& snapshot);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QueueSnapshotPointer m_snapshot = std::make_shared<const QueueSnapshot>();
};

} // namespace regnet
