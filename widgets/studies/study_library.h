// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_cost.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// The studies that there are: the paper's, this program's, and a person's own files, with what they cost at
/// the scale that is looked at.
class StudyLibrary : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Title, Networks, Left, Time, ColumnCount };

    explicit StudyLibrary(QObject* parent = nullptr);

    const Study& study(int row) const { return m_rows[static_cast<std::size_t>(row)].study; }
    /// The file of a study of one's own; empty for built-in ones.
    QString file(int row) const { return m_rows[static_cast<std::size_t>(row)].file; }
    QStringList files() const;
    int rowOf(const QString& nameOrFile) const; ///< -1 where there is none

    /// Adds a study file, or reads it again; returns its row. Throws Error.
    int open(const QString& file);
    void remove(int row); ///< one's own; the file stays

    /// By name of study or file; what has none shows a dash.
    void setCosts(std::map<std::string, StudyCost> costs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        Study study;
        QString file;

        std::string key() const { return file.isEmpty() ? study.name : file.toStdString(); }
    };

    QString textOf(const Row& row, Column column) const;

    std::vector<Row> m_rows;
    std::map<std::string, StudyCost> m_costs;
};

/// "Figure 9", or the name of a study that is not the paper's.
QString headingOf(const Study& study);

} // namespace regnet
