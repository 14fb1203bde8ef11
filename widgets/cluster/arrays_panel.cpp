// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cluster/arrays_panel.h"

#include "widgets/cluster/heat_strip_delegate.h"
#include "widgets/name_column.h"
#include "widgets/shown_text.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace regnet {

ArraysPanel::ArraysPanel(QWidget* parent) : QWidget(parent)
{
    setUpTable();
    m_meters = new QLabel(this);
    m_meters->setObjectName(QStringLiteral("controllers"));
    m_meters->setAccessibleName(tr("How often the clusters' controllers are asked"));
    m_meters->setTextFormat(Qt::PlainText);
    m_meters->setWordWrap(true);
    m_meters->setContentsMargins(4, 0, 4, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_meters);
    hide();
}

void ArraysPanel::setUpTable()
{
    m_model = new ArrayModel(this);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("arrays"));
    m_table->setAccessibleName(tr("Job arrays on clusters"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ArrayModel::Tasks, new HeatStripDelegate(*m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents); // they are few
    new NameColumn(*m_table, *header, ArrayModel::Tasks, 12);    // its child
    connect(m_table, &QWidget::customContextMenuRequested, this, &ArraysPanel::showMenu);
}

void ArraysPanel::setArrays(const ArrayListPointer& arrays,
                            const std::vector<ControllerStanding>& controllers)
{
    m_model->setArrays(arrays);
    showMeters(controllers);
    setVisible(!arrays->empty() || !controllers.empty());
}

void ArraysPanel::showMeters(const std::vector<ControllerStanding>& controllers)
{
    const double now = static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    QStringList lines;
    for (const ControllerStanding& one : controllers)
        lines << shownText(describeMeter(one.place, one.meter, now));
    m_meters->setText(lines.join(QLatin1Char('\n')));
    m_meters->setVisible(!lines.isEmpty());
}

void ArraysPanel::showMenu(const QPoint& at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid()) return;
    const ArrayRecord& array = m_model->overview(index.row()).array;
    const QString token = QString::fromStdString(array.token);
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("arrayMenu"));
    QAction* back = menu.addAction(tr("Bring its jobs back to this machine"));
    QAction* cancel = menu.addAction(tr("Cancel its jobs…"));
    QAction* copy = menu.addAction(tr("Copy cancelling as a command"));
    for (QAction* action : {back, cancel, copy})
        action->setEnabled(array.isOpen());
    connect(back, &QAction::triggered, this, [this, token] { Q_EMIT bringBackWanted(token); });
    connect(cancel, &QAction::triggered, this, [this, token] { Q_EMIT cancelWanted(token); });
    connect(copy, &QAction::triggered, this, [this, token] { Q_EMIT commandWanted(token); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace regnet
