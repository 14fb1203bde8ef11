// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace regnet {

/// The jobs of a queue as rows. Made for 100,000 of them: no widget and no text is kept per row, and news of
/// a queue that did not grow repaint only what changed.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Job, State, Epoch, Error, Flops, Trained, Left, Device, Attempt, Why, ColumnCount };
    /// For sorting and filtering: numbers as numbers.
    static constexpr int sortRole = Qt::UserRole;
    static constexpr int stateRole = Qt::UserRole + 1; ///< int of JobState
    static constexpr int idRole = Qt::UserRole + 2;

    explicit QueueModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setJobs(const std::vector<regnet::JobRecord>& jobs);
    const JobRecord& job(int row) const { return m_jobs[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString text(const JobRecord& job, int column);
    static QVariant sortKey(const JobRecord& job, int column);

    std::vector<JobRecord> m_jobs;
};

/// For people, translated.
QString stateText(JobState state);

/// Seconds that a running job still needs, from its own epochs so far.
std::optional<double> secondsLeft(const JobRecord& job);

} // namespace regnet
