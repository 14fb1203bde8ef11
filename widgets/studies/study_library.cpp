// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/study_library.h"

#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <algorithm>

namespace regnet {

QString headingOf(const Study& study)
{
    return QString::fromStdString(study.source.empty() ? study.name : study.source);
}

StudyLibrary::StudyLibrary(QObject* parent) : QAbstractTableModel(parent)
{
    for (const Study& study : builtInStudies())
        m_rows.push_back({study, {}});
}

QStringList StudyLibrary::files() const
{
    QStringList files;
    for (const Row& row : m_rows)
        if (!row.file.isEmpty()) files << row.file;
    return files;
}

int StudyLibrary::rowOf(const QString& nameOrFile) const
{
    const auto found = std::ranges::find(m_rows, nameOrFile.toStdString(), &Row::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int StudyLibrary::open(const QString& file)
{
    Study study = openStudy(file.toStdString());
    if (const int known = rowOf(file); known >= 0) {
        m_rows[static_cast<std::size_t>(known)].study = std::move(study);
        Q_EMIT dataChanged(index(known, 0), index(known, ColumnCount - 1));
        return known;
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back({std::move(study), file});
    endInsertRows();
    return row;
}

void StudyLibrary::remove(int row)
{
    if (row < 0 || row >= rowCount() || file(row).isEmpty()) return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void StudyLibrary::setCosts(std::map<std::string, StudyCost> costs)
{
    m_costs = std::move(costs);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Networks), index(rowCount() - 1, ColumnCount - 1));
}

int StudyLibrary::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StudyLibrary::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString StudyLibrary::textOf(const Row& row, Column column) const
{
    if (column == Name) return headingOf(row.study);
    if (column == Title) return shownText(row.study.title);
    const auto found = m_costs.find(row.key());
    if (found == m_costs.end()) return QStringLiteral("–");
    const StudyCost& cost = found->second;
    switch (column) {
    case Networks:
        return shownExactCount(cost.networks);
    case Left:
        return shownExactCount(cost.left);
    case Time:
        if (cost.left == 0) return tr("none");
        return cost.seconds ? shownDuration(*cost.seconds) : QStringLiteral("?");
    default:
        return {};
    }
}

QVariant StudyLibrary::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return textOf(row, static_cast<Column>(index.column()));
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() >= Networks ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        QString text = shownText(row.study.about);
        if (!row.study.cannotRun.empty())
            text +=
                QLatin1Char('\n') + tr("Not trained: %1.").arg(QString::fromStdString(row.study.cannotRun));
        if (!row.file.isEmpty()) text += QLatin1Char('\n') + row.file;
        return text;
    }
    return {};
}

QVariant StudyLibrary::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= Networks ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return QStringList{tr("study"), tr("what it shows"), tr("networks"), tr("to train"),
                           tr("time")}[section];
    if (role == Qt::ToolTipRole)
        return QStringList{
            tr("A figure or table of the paper, or a study of your own"),
            {},
            tr("Networks of all populations at the chosen scale; – where nothing is trained"),
            tr("Trainings that are not done yet"),
            tr("What they will take on this machine, from measured speed; ? while nothing was trained here")}
            [section];
    return {};
}

} // namespace regnet
