// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QAbstractTableModel>

namespace regnet {

/// The jobs of a queue as rows, as a JobListing has them: filtered, in order, in columns of JobView::Column.
/// Made for 100,000 of them: nothing is kept or computed per row, and of news only what changed is told to
/// the views.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int idRole = Qt::UserRole;
    static constexpr int shareRole = Qt::UserRole + 1; ///< double 0..1, in the column of the progress

    explicit QueueModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Has to be given every listing: each says what changed since the one before.
    void setListing(const regnet::JobListingPointer& listing);
    const JobRow& job(int row) const { return m_listing->at(row); }
    /// Times left run down.
    void tick();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString text(const JobRow& job, int column);
    static QString tip(const JobRow& job, int column);
    void move(const JobListingPointer& listing);
    void tellChanges(const JobListing& listing);

    JobListingPointer m_listing = std::make_shared<const JobListing>();
};

/// For people, translated.
QString stateText(JobState state);
/// "running", or "pausing" while its worker writes a last checkpoint; "sent to lab" while a cluster has it
/// and it has not begun.
QString stateText(JobState state, std::optional<JobState> wanted, const std::string& place);
/// The mark of a network whose counts were checked when its training started; empty before that.
QString countsMark(std::optional<bool> agree);

} // namespace regnet
