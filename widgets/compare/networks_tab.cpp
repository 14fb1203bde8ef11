// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/networks_tab.h"

#include "core/text/readable.h"
#include "widgets/compare/change_step.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

enum Column { Selected, PopulationName, Label, firstProperty };

} // namespace

NetworkModel::NetworkModel(CompareModel& model, QObject* parent) : QAbstractTableModel(parent), m_model(model)
{
    connect(&model, &CompareModel::shownChanged, this, &NetworkModel::reset);
    connect(&model.selection(), &Selection::changed, this, [this] {
        // Only what is seen is painted again.
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, Selected), index(rowCount() - 1, columnCount() - 1));
    });
    reset();
}

void NetworkModel::reset()
{
    beginResetModel();
    m_table = m_model.table();
    m_order.resize(m_table->size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    endResetModel();
}

int NetworkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int NetworkModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstProperty + static_cast<int>(m_table->properties().size());
}

QVariant NetworkModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const std::size_t row = networkAt(index.row());
    if (role == Qt::TextAlignmentRole && index.column() >= firstProperty)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case Selected:
        if (role == Qt::AccessibleTextRole)
            return m_model.selection().contains(row) ? tr("selected") : tr("not selected");
        return m_model.selection().contains(row) ? QStringLiteral("✓") : QString();
    case PopulationName:
        return displayName(*m_table->populationAt(row).population);
    case Label:
        return toText(m_table->memberAt(row).label);
    default:
        break;
    }
    const std::string& property =
        m_table->properties()[static_cast<std::size_t>(index.column() - firstProperty)];
    const double value = m_table->column(property)[row];
    if (!std::isnan(value)) return QString::fromStdString(shortest(value));
    if (property != "error") return QStringLiteral("–");
    return m_table->memberAt(row).state == Member::State::Pending ? tr("not yet") : tr("failed");
}

QVariant NetworkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount()) return {};
    switch (section) {
    case Selected:
        return QStringLiteral("✓");
    case PopulationName:
        return tr("population");
    case Label:
        return tr("network");
    default:
        return propertySymbol(m_table->properties()[static_cast<std::size_t>(section - firstProperty)]);
    }
}

void NetworkModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    std::ranges::sort(m_order);
    const bool isDown = order == Qt::DescendingOrder;
    if (column == Selected) {
        std::ranges::stable_sort(
            m_order, {}, [&](std::size_t row) { return m_model.selection().contains(row) == isDown; });
    } else if (column == Label) {
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
            const std::string &left = m_table->memberAt(a).label, &right = m_table->memberAt(b).label;
            return isDown ? right < left : left < right;
        });
    } else if (column == PopulationName) {
        if (isDown) std::ranges::reverse(m_order);
    } else {
        const auto& values =
            m_table->column(m_table->properties()[static_cast<std::size_t>(column - firstProperty)]);
        // What is not known comes last either way.
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
            if (std::isnan(values[a]) || std::isnan(values[b]))
                return !std::isnan(values[a]) && std::isnan(values[b]);
            return isDown ? values[b] < values[a] : values[a] < values[b];
        });
    }
    Q_EMIT layoutChanged();
}

NetworksTab::NetworksTab(CompareModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    m_networks = new NetworkModel(model, this);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("networks"));
    m_view->setAccessibleName(tr("Networks"));
    m_view->setModel(m_networks);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_view->setColumnWidth(0, fontMetrics().height() * 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NetworksTab::selectRows);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        const std::size_t row = m_networks->networkAt(index.row());
        Q_EMIT m_model.networkWanted(m_model.table()->memberAt(row),
                                     m_model.table()->populationAt(row).population->source);
    });
    // Rows chosen here and rows chosen elsewhere are two things: the first column has the latter.
    connect(&model.selection(), &Selection::changed, this, [this] {
        if (m_isSelecting) return;
        m_gesture = 0;
        if (m_view->selectionModel()->hasSelection()) m_view->clearSelection();
    });
}

void NetworksTab::selectRows()
{
    if (!m_view->selectionModel()->hasSelection() || !m_view->hasFocus()) return;
    std::vector<std::size_t> rows;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_networks->networkAt(row));
    m_isSelecting = true;
    if (m_gesture == 0) m_gesture = newGesture(); // going down through the rows is one step
    m_model.selection().edit(
        tr("select networks"), [&rows](Selection& all) { all.selectRows(rows); }, m_gesture);
    m_isSelecting = false;
}

} // namespace regnet
