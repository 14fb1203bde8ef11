// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/spaces/network_table_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace regnet {

/// A table of networks with its filter line. Double-click or Enter wants a network.
class NetworkTable : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the object name of the table; columns that say nothing here are hidden.
    NetworkTable(const QString& name, const QString& title, bool hasPareto, QWidget* parent = nullptr);

    void setRows(std::vector<NetworkRow> rows);
    NetworkTableModel& model() const { return *m_model; }
    void setEmptyText(const QString& text);

Q_SIGNALS:
    void networkWanted(const regnet::NetworkSpec& spec, int number);

private:
    void filter();
    void showCount();
    void want(const QModelIndex& index);

    NetworkTableModel* m_model;
    QLineEdit* m_filter;
    QLabel* m_count;
    QTableView* m_view;
    QString m_empty;
    bool m_hasPareto;
};

} // namespace regnet
