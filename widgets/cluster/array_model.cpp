// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/array_model.h"

#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <algorithm>

namespace regnet {
namespace {

/// Slurm's number, or, before there is one, the beginning of our own name.
QString nameOf(const ArrayRecord& array)
{
    return QString::fromStdString(array.name.empty() ? array.token.substr(0, 8) : array.name);
}

std::int64_t overIn(const ArrayOverview& one)
{
    std::int64_t over = 0;
    for (const auto& [state, count] : one.states)
        if (standingOf(state) == TaskStanding::Done || standingOf(state) == TaskStanding::Failed ||
            standingOf(state) == TaskStanding::Cancelled)
            over += count;
    return over;
}

} // namespace

void ArrayModel::setArrays(const ArrayListPointer& arrays)
{
    const bool isSame = std::equal(
        arrays->begin(), arrays->end(), m_arrays->begin(), m_arrays->end(),
        [](const ArrayOverview& a, const ArrayOverview& b) { return a.array.token == b.array.token; });
    if (isSame) {
        const ArrayListPointer before = m_arrays;
        m_arrays = arrays;
        for (int row = 0; row < rowCount(); ++row)
            if (!((*before)[static_cast<std::size_t>(row)] == overview(row)))
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_arrays = arrays;
    endResetModel();
}

int ArrayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_arrays->size());
}

int ArrayModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ArrayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const ArrayOverview& one = overview(index.row());
    const QString inWords = shownText(describeTasks(one));
    if (index.column() == Tasks) {
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) return inWords;
        return {};
    }
    if (role == Qt::TextAlignmentRole)
        return index.column() == Jobs ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        const QString message = QString::fromStdString(one.array.message);
        return message.isEmpty() ? inWords : message + QLatin1Char('\n') + inWords;
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Name:
        return tr("%1 on %2").arg(nameOf(one.array), QString::fromStdString(one.array.place));
    case State:
        return QString::fromStdString(one.stateText);
    default:
        return QStringLiteral("%1 / %2").arg(shownExactCount(overIn(one)), shownExactCount(one.jobs));
    }
}

QVariant ArrayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::ToolTipRole && section == Tasks)
        return tr("Each task by colour and height: waiting low, running half, interrupted three quarters, "
                  "done full; failed and cancelled hang from the top");
    if (role == Qt::ToolTipRole && section == Jobs) return tr("Trainings that ended, of all");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Job array");
    case Tasks:
        return tr("Tasks");
    case State:
        return tr("State");
    default:
        return tr("Jobs");
    }
}

} // namespace regnet
