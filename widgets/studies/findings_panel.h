// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QLabel;
class QSplitter;
class QTextBrowser;
class QTreeView;

namespace regnet {

/// Findings as rows: verdict, claim, where, the numbers here and the paper's.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { VerdictColumn, Claim, Setting, Here, Paper, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFindings(std::vector<Finding> findings);
    const Finding& finding(int row) const { return m_findings[static_cast<std::size_t>(row)]; }
    const std::vector<Finding>& findings() const { return m_findings; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

/// Which of the paper's claims hold here, with the numbers, and which cannot be judged with these networks.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `nextStep`: a sentence that says how to get findings, where there are none.
    explicit FindingsPanel(const QString& nextStep, QWidget* parent = nullptr);

    void show(std::vector<Finding> findings);
    using QWidget::show;
    void setBusy();
    const FindingsModel& model() const { return *m_model; }

private:
    void showDetails();

    FindingsModel* m_model = nullptr;
    QSplitter* m_splitter = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_summary = nullptr;
    QTextBrowser* m_details = nullptr;
    QString m_nextStep;
};

} // namespace regnet
