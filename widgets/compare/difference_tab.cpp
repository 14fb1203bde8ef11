// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/difference_tab.h"

#include "widgets/figures/difference_figure.h"
#include "widgets/plot/plot_widget.h"

namespace regnet {

DifferenceTab::DifferenceTab(CompareModel& model, QWidget* parent)
    : FigureTab(model, QStringLiteral("difference"), parent)
{
    plotWidget()->setBrush(PlotBrush::Range);
    plotWidget()->setEmptyState(tr("Tick at least two populations to see how their curves differ."));
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> DifferenceTab::maker(
    std::vector<ShownPopulation> populations) const
{
    return [populations = std::move(populations)](const Stopped&) {
        return std::make_shared<const DifferenceFigure>(populations);
    };
}

FigureCall DifferenceTab::figureOptions() const
{
    return FigureCall(QStringLiteral("difference"));
}

void DifferenceTab::brush(const PlotBrushing& brushing)
{
    model().selection().selectRanges({{"error", brushing.xLow, brushing.xHigh}}, brushing.isAdding);
}

} // namespace regnet
