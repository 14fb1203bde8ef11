// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace regnet {

/// The numbers behind a picture as a table: searched by any word of a row, sorted by a click on a column,
/// copied whole or in part as tab-separated text.
class DataTableDialog : public QDialog
{
    Q_OBJECT

public:
    DataTableDialog(PlotTable table, const QString& title, QWidget* parent = nullptr);

    void copy() const; ///< what is selected, or else all rows that are shown

private:
    void search(const QString& words);

    PlotTable m_table;
    QSortFilterProxyModel* m_sorted = nullptr;
    QTableView* m_view = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
};

} // namespace regnet
