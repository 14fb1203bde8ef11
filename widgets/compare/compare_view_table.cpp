// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"
#include "widgets/compare/edf_tab.h"
#include "widgets/compare/population_model.h"
#include "widgets/figures/figure_call.h"
#include "widgets/latest_job.h"
#include "widgets/name_column.h"
#include "widgets/own_undo.h"
#include "widgets/shown_text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPixmap>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

// The table of populations below the views, and what its rows are asked to do.

namespace regnet {

void CompareView::setupTable()
{
    m_rows = new PopulationModel(m_model.comparison(), this);
    m_rows->setTheme(Theme::of(palette()));
    m_table = new QTreeView(this);
    m_table->setObjectName(QStringLiteral("comparePopulations"));
    m_table->setAccessibleName(tr("Populations"));
    m_table->setModel(m_rows);
    showWhatIsAdded();
    m_table->setRootIsDecorated(false);
    m_table->setIconSize(PopulationModel::lineSize);
    m_table->setAllColumnsShowFocus(true);
    m_table->setUniformRowHeights(true);
    m_table->setMinimumHeight(5 * fontMetrics().lineSpacing());
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    new NameColumn(*m_table, *m_table->header(), PopulationModel::Name, 26); // its child
    m_table->header()->setSectionsMovable(false);
    addRowAction(tr("Remove"), QKeySequence(QKeySequence::Delete),
                 [](Comparison& comparison, std::size_t row) { comparison.remove(row); });
    addRowAction(tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up),
                 [](Comparison& comparison, std::size_t row) {
                     if (row > 0) comparison.move(row, row - 1);
                 });
    addRowAction(tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down),
                 [](Comparison& comparison, std::size_t row) { comparison.move(row, row + 1); });
    setupColours();
    auto* command = new QAction(tr("Copy as command"), this);
    command->setObjectName(QStringLiteral("compareCommand"));
    connect(command, &QAction::triggered, this, [this] {
        const auto shown = std::ranges::count_if(m_model.shown(), &ShownPopulation::isVisible);
        if (shown == 0) return;
        QGuiApplication::clipboard()->setText(
            statisticsCommand(m_edf->figureCall(), static_cast<std::size_t>(shown)));
        showMessage(tr("Copied as a command."));
    });
    m_table->addAction(command);
    auto* ranges = new QAction(tr("Copy best ranges as command"), this);
    connect(ranges, &QAction::triggered, this, [this] {
        const QModelIndex current = m_table->currentIndex();
        const auto row = static_cast<std::size_t>(current.row());
        const auto& populations = m_model.comparison().populations();
        if (!current.isValid() || row >= populations.size()) return; // none, or a part of a split one
        const Population& population = *populations[row].population;
        if (population.source.empty()) return showMessage(tr("A command cannot find this population."));
        QGuiApplication::clipboard()->setText(rangesCommand(population, m_edf->figureCall()));
        showMessage(tr("Copied as a command."));
    });
    m_table->addAction(ranges);
    setupStored();
    auto* all = new QAction(tr("Remove all"), this);
    connect(all, &QAction::triggered, this,
            [this, all] { m_model.comparison().edit(stepName(all->text()), &Comparison::clear); });
    m_table->addAction(all);
}

/// In a low table a population that joins others would stand below what is seen. Not at once: what is said
/// about it takes height from the table.
void CompareView::showWhatIsAdded()
{
    connect(m_rows, &QAbstractItemModel::modelReset, m_table, [this, before = std::size_t{0}]() mutable {
        const std::size_t now = m_model.comparison().populations().size();
        if (before > 0 && now > before)
            QTimer::singleShot(0, m_table,
                               [this] { m_table->scrollTo(m_rows->index(m_rows->rowCount() - 1, 0)); });
        before = now;
    });
}

/// The colours of the theme: each is told apart by everyone, and has a symbol and a dash of its own.
void CompareView::setupColours()
{
    auto* colours = new QMenu(tr("Colour"), this);
    connect(colours, &QMenu::aboutToShow, this, [this, colours] {
        colours->clear();
        const Theme theme = Theme::of(palette());
        for (int slot = 0; slot < Theme::slotCount; ++slot) {
            QPixmap colour(16, 16);
            colour.fill(theme.series(slot));
            QAction* action = colours->addAction(colour, tr("Colour %1").arg(slot + 1));
            connect(action, &QAction::triggered, this, [this, slot] {
                const QModelIndex current = m_table->currentIndex();
                if (current.isValid())
                    editRow(tr("Colour"), current, [slot](Comparison& comparison, std::size_t row) {
                        comparison.setSlot(row, slot);
                    });
            });
        }
    });
    m_table->addAction(colours->menuAction());
}

void CompareView::addRowAction(const QString& text, const QKeySequence& keys,
                               const std::function<void(Comparison&, std::size_t)>& act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, text, act] {
        const QModelIndex current = m_table->currentIndex();
        if (current.isValid()) editRow(text, current, act);
    });
    m_table->addAction(action);
}

/// One step of the history, called after what was done to which population.
void CompareView::editRow(const QString& text, const QModelIndex& at,
                          const std::function<void(Comparison&, std::size_t)>& act)
{
    const auto row = static_cast<std::size_t>(at.row());
    const auto& populations = m_model.comparison().populations();
    if (row >= populations.size()) return; // a part of a split population
    const QString what = stepName(text) + QLatin1Char(' ') + displayName(*populations[row].population);
    m_model.comparison().edit(what, [row, &act](Comparison& comparison) { act(comparison, row); });
}

/// Who has the store is asked to do it: this view only shows what is in it.
void CompareView::setupStored()
{
    const auto add = [this](const QString& text, const char* name,
                            void (CompareView::*wanted)(const QString&, const QString&)) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, wanted] {
            const QModelIndex current = m_table->currentIndex();
            const auto row = static_cast<std::size_t>(current.row());
            const auto& populations = m_model.comparison().populations();
            if (!current.isValid() || row >= populations.size()) return; // none, or a part of a split one
            const Population& population = *populations[row].population;
            Q_EMIT(this->*wanted)
            (QString::fromStdString(population.name),
             population.isPublished ? QString() : QString::fromStdString(population.source));
        });
        m_table->addAction(action);
    };
    add(tr("Rename the population…"), "compareRename", &CompareView::renameWanted);
    add(tr("Delete the population…"), "compareDelete", &CompareView::deleteWanted);
}

void CompareView::computeStatistics()
{
    m_table->setVisible(!m_model.comparison().populations().empty());
    m_rows->setDerived(m_model.splitProperty().empty() ? std::vector<ShownPopulation>{} : m_model.shown());
    m_testing->start([populations = m_model.shown()](const auto& isStopped) {
        return statisticsOf(populations, isStopped);
    });
}

void CompareView::finishTesting(const Outcome<std::vector<PopulationStatistics>>& outcome)
{
    if (const auto* rows = std::get_if<std::vector<PopulationStatistics>>(&outcome))
        m_rows->setStatistics(*rows);
    else
        showMessage(shownSentence(std::get<Problem>(outcome)));
    Q_EMIT statisticsComputed();
}

} // namespace regnet
