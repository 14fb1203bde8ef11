// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/parallel_tab.h"

#include "widgets/compare/change_step.h"
#include "widgets/own_undo.h"
#include "widgets/plot/plot_widget.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace regnet {

ParallelTab::ParallelTab(CompareModel& model, QWidget* parent)
    : FigureTab(model, QStringLiteral("parallel"), parent)
{
    plotWidget()->setZoomable(false);
    plotWidget()->setBrush(PlotBrush::Column);
    plotWidget()->setEmptyState(
        tr("These networks have no two known properties that differ. Trained populations have."));
    auto* button = control(new QToolButton(this), tr("Columns"), tr("Which properties have a column"));
    button->setText(tr("&Columns"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    m_menu = new QMenu(this);
    button->setMenu(m_menu);
    controls()->addWidget(button);
    connect(m_menu, &QMenu::aboutToShow, this, &ParallelTab::fillMenu);
}

std::vector<std::string> ParallelTab::columns() const
{
    return m_chosen.empty() ? parallelProperties(model().shown()) : m_chosen;
}

void ParallelTab::fillMenu()
{
    m_menu->clear();
    const std::vector<std::string> shown = columns();
    for (const std::string& property : model().table()->properties()) {
        QAction* action = m_menu->addAction(propertyTitle(property));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(shown, property) != shown.end());
        connect(action, &QAction::toggled, this, [this, property](bool isShown) {
            std::vector<std::string> chosen = columns();
            std::erase(chosen, property);
            // The error stays last.
            if (isShown)
                chosen.insert(property == "error" || chosen.empty() || chosen.back() != "error"
                                  ? chosen.end()
                                  : chosen.end() - 1,
                              property);
            choose(std::move(chosen));
        });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("As at first")), &QAction::triggered, this, [this] { choose({}); });
}

void ParallelTab::choose(std::vector<std::string> columns)
{
    std::vector<std::string> before = std::exchange(m_chosen, std::move(columns));
    refresh();
    if (before == m_chosen || !model().history()) return;
    const auto go = [this](const auto&, const std::vector<std::string>& to) {
        m_chosen = to;
        refresh();
    };
    model().history()->push(new ChangeStep<std::vector<std::string>>( // the stack owns it
        *this, stepName(tr("Columns")), std::move(before), m_chosen, go));
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> ParallelTab::maker(
    std::vector<ShownPopulation> populations) const
{
    ParallelOptions options;
    options.properties = m_chosen;
    return [populations = std::move(populations), options](const Stopped&) {
        return std::make_shared<const ParallelFigure>(populations, options);
    };
}

FigureCall ParallelTab::figureOptions() const
{
    QStringList names;
    for (const std::string& property : columns())
        names << toText(property);
    FigureCall call(QStringLiteral("parallel"));
    call.set(QStringLiteral("columns"), names.join(QLatin1Char(',')));
    return call;
}

void ParallelTab::brush(const PlotBrushing& brushing)
{
    const auto* parallel = dynamic_cast<const ParallelFigure*>(figure());
    if (parallel == nullptr) return;
    const auto range = parallel->rangeAt(brushing.xLow, brushing.yLow, brushing.yHigh);
    if (!range) return;
    if (brushing.isAdding)
        model().selection().selectRanges({*range}, true);
    else
        model().selection().refine(*range);
}

} // namespace regnet
