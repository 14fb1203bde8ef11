// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/data_table_dialog.h"

#include "widgets/plot/data_picture.h"
#include "widgets/plot/export.h"
#include "widgets/shown_quantity.h"

#include <QAbstractTableModel>
#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace regnet {
namespace {

constexpr qsizetype longestNumber = 9; ///< characters; longer ones are rounded to read, and copied whole

class PlotTableModel : public QAbstractTableModel
{
public:
    PlotTableModel(PlotTable table, QObject* parent) : QAbstractTableModel(parent), m_table(std::move(table))
    {
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
            return QAbstractTableModel::headerData(section, orientation, role);
        return m_table.columns.value(section);
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const QString text = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (role == Qt::DisplayRole)
            return isNumber && text.size() > longestNumber ? QString::number(value, 'g', 6) : text;
        if (role == Qt::ToolTipRole && isNumber) return text;
        if (role == Qt::UserRole) return isNumber ? QVariant(value) : QVariant(text); // numbers by size
        if (role == Qt::TextAlignmentRole && isNumber)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }

private:
    PlotTable m_table;
};

/// Rows in which every word is found somewhere.
class WordFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& text)
    {
        m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        const auto has = [&](const QString& word) {
            for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
                if (sourceModel()
                        ->index(row, column, parent)
                        .data()
                        .toString()
                        .contains(word, Qt::CaseInsensitive))
                    return true;
            return false;
        };
        return std::all_of(m_words.begin(), m_words.end(), has);
    }

private:
    QStringList m_words;
};

} // namespace

DataTableDialog::DataTableDialog(PlotTable table, const QString& title, QWidget* parent)
    : QDialog(parent), m_table(std::move(table))
{
    setObjectName(QStringLiteral("dataTable"));
    setWindowTitle(tr("Data: %1").arg(title));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("dataSearch"));
    m_search->setPlaceholderText(tr("Search in all columns"));
    m_search->setAccessibleName(tr("Search in the table"));
    m_search->setClearButtonEnabled(true);
    m_count = new QLabel(this);
    m_sorted = new WordFilter(this);
    m_sorted->setSourceModel(new PlotTableModel(m_table, this));
    m_sorted->setSortRole(Qt::UserRole);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("dataRows"));
    m_view->setAccessibleName(title);
    m_view->setModel(m_sorted);
    m_view->setTabKeyNavigation(false);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setMinimumSectionSize(1);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // the picture's own order
    m_view->resizeColumnsToContents();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setToolTip(tr("The selected rows, or all that are shown, as tab-separated text"));
    auto* find = new QAction(tr("Search in the table"), this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    auto* copyKeys = new QAction(tr("Copy"), m_view);
    copyKeys->setShortcut(QKeySequence::Copy);
    copyKeys->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copyKeys);
    connect(copyKeys, &QAction::triggered, this, &DataTableDialog::copy);
    connect(copyButton, &QPushButton::clicked, this, &DataTableDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_search, &QLineEdit::textChanged, this, &DataTableDialog::search);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_count);
    layout->addWidget(buttons);
    for (QPushButton* button : findChildren<QPushButton*>())
        button->setAutoDefault(false); // Return in the search is no push of a button
    search({});
    m_view->setFocus();
    const int line = fontMetrics().height();
    resize(line * 38, line * 30);
}

void DataTableDialog::search(const QString& words)
{
    static_cast<WordFilter*>(m_sorted)->setWords(words);
    m_count->setText(tr("%1 of %2 rows")
                         .arg(shownExactCount(m_sorted->rowCount()),
                              shownExactCount(static_cast<std::int64_t>(m_table.rows.size()))));
}

void DataTableDialog::copy() const
{
    PlotTable chosen{m_table.columns, {}};
    const bool isPart = m_view->selectionModel()->hasSelection();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex index = m_sorted->index(row, 0);
        if (isPart && !m_view->selectionModel()->isRowSelected(row)) continue;
        chosen.rows.push_back(m_table.rows[static_cast<std::size_t>(m_sorted->mapToSource(index).row())]);
    }
    QGuiApplication::clipboard()->setText(tabSeparated(chosen));
}

void showDataTable(QWidget& picture)
{
    const auto* data = dynamic_cast<const DataPicture*>(&picture);
    if (!data) return;
    auto* dialog = new DataTableDialog(data->dataTable(), data->spokenTitle(), &picture);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void addDataTableAction(QMenu& menu, QWidget& picture)
{
    QAction* action = menu.addAction(DataTableDialog::tr("Show data as &table…"));
    action->setObjectName(QStringLiteral("showDataTable"));
    QObject::connect(action, &QAction::triggered, &picture, [&picture] { showDataTable(picture); });
}

} // namespace regnet
