// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/network_table.h"

#include "widgets/shown_quantity.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace regnet {

NetworkTable::NetworkTable(const QString& name, const QString& title, bool hasPareto, QWidget* parent)
    : QWidget(parent), m_model(new NetworkTableModel(this)), m_filter(new QLineEdit(this)),
      m_count(new QLabel(this)), m_view(new QTableView(this)), m_hasPareto(hasPareto)
{
    m_filter->setObjectName(name + QStringLiteral("Filter"));
    m_filter->setAccessibleName(tr("Filter of the table"));
    m_filter->setPlaceholderText(tr("Filter: flops<400M depth>=12 b=1 …"));
    m_filter->setToolTip(
        tr("Conditions that must all hold: flops, params, activations, ms, depth, w0, wa, wm, b, "
           "g with <, <=, =, >=, >; other words are looked for in widths and depths"));
    m_filter->setClearButtonEnabled(true);
    m_count->setObjectName(name + QStringLiteral("Count"));
    m_count->setWordWrap(true);
    m_view->setObjectName(name);
    m_view->setAccessibleName(title);
    m_view->setModel(m_model);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() * 3 / 2);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setToolTip(tr("Double-click or Enter shows a network in the explorer"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_count);
    column->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &NetworkTable::filter);
    connect(m_view, &QAbstractItemView::activated, this, &NetworkTable::want);
    showCount();
}

void NetworkTable::setRows(std::vector<NetworkRow> rows)
{
    const bool hasLine = !rows.empty() && rows.front().spec.regnet;
    const bool hasRunTime = !rows.empty() && rows.front().milliseconds;
    m_model->setRows(std::move(rows));
    m_view->setColumnHidden(NetworkTableModel::Pareto, !m_hasPareto);
    m_view->setColumnHidden(NetworkTableModel::RunTime, !hasRunTime);
    for (const int column : {NetworkTableModel::W0, NetworkTableModel::Wa, NetworkTableModel::Wm})
        m_view->setColumnHidden(column, !hasLine);
    m_view->horizontalHeader()->setResizeContentsPrecision(50);
    m_view->resizeColumnsToContents();
    showCount();
}

void NetworkTable::setEmptyText(const QString& text)
{
    m_empty = text;
    showCount();
}

void NetworkTable::filter()
{
    const QString problem = m_model->setFilter(m_filter->text());
    showCount();
    if (!problem.isEmpty()) m_count->setText(problem);
}

void NetworkTable::showCount()
{
    const auto count = [](std::size_t n) { return shownExactCount(static_cast<std::int64_t>(n)); };
    const auto shown = static_cast<std::size_t>(m_model->rowCount());
    if (m_model->total() == 0)
        m_count->setText(m_empty);
    else if (shown == m_model->total())
        m_count->setText(tr("%1 networks").arg(count(shown)));
    else
        m_count->setText(tr("%1 of %2 networks").arg(count(shown), count(m_model->total())));
    m_count->setVisible(!m_count->text().isEmpty());
}

void NetworkTable::want(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT networkWanted(m_model->row(index.row()).spec,
                             m_model->index(index.row(), NetworkTableModel::Number).data().toInt());
}

} // namespace regnet
