// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/populations_model.h"

#include "widgets/queue/queue_model.h"
#include "widgets/shown_quantity.h"

#include <cmath>

namespace regnet {
namespace {

QString inWords(const JobCounts& jobs)
{
    QStringList parts;
    for (const JobState state : allJobStates)
        if (const std::int64_t n = jobs.of(state); n > 0)
            parts << QStringLiteral("%1 %2").arg(shownExactCount(n), stateText(state));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PopulationsModel::setSnapshot(const QueueSnapshotPointer& snapshot)
{
    const auto isSame = [&] {
        if (snapshot->populations.size() != m_snapshot->populations.size()) return false;
        for (std::size_t i = 0; i < snapshot->populations.size(); ++i)
            if (snapshot->populations[i].summary.name != m_snapshot->populations[i].summary.name)
                return false;
        return true;
    };
    if (isSame()) {
        m_snapshot = snapshot;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_snapshot = snapshot;
    endResetModel();
}

int PopulationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_snapshot->populations.size()) + 1;
}

int PopulationsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PopulationsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const PopulationStanding* one =
        index.row() == 0 ? nullptr : &m_snapshot->populations[static_cast<std::size_t>(index.row()) - 1];
    const JobCounts& jobs = one ? one->jobs : m_snapshot->progress.jobs;
    const double share = one ? one->share : m_snapshot->progress.share;
    const auto left = one ? one->secondsLeft : m_snapshot->progress.secondsLeft;
    switch (role) {
    case nameRole:
        return one ? QString::fromStdString(one->summary.name) : QString();
    case shareRole:
        return index.column() == Progress && jobs.total() > 0 ? QVariant(share) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Name ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (!one) return inWords(jobs);
        return tr("%1\nNetworks: %2, space: %3, seed %4\n%5")
            .arg(QString::fromStdString(one->summary.name), shownExactCount(one->summary.networks),
                 one->summary.space.empty() ? tr("none") : QString::fromStdString(one->summary.space),
                 QString::number(one->summary.seed), jobs.total() > 0 ? inWords(jobs) : tr("Not trained"));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Name:
        return one ? QString::fromStdString(one->summary.name) : tr("All jobs");
    case Progress:
        return jobs.total() > 0 ? QStringLiteral("%1 %").arg(std::floor(share * 100), 0, 'f', 0) : QString();
    case Counts:
        return jobs.total() > 0
                   ? QStringLiteral("%1 / %2").arg(shownExactCount(jobs.of(JobState::Done) + jobs.failures()),
                                                   shownExactCount(jobs.total()))
                   : QString();
    default:
        return shownDuration(left.value_or(-1));
    }
}

QVariant PopulationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::ToolTipRole && section == Counts) return tr("Trainings that ended, of all");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Population");
    case Progress:
        return tr("Done");
    case Counts:
        return tr("Jobs");
    default:
        return tr("Left");
    }
}

} // namespace regnet
