// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/curves_tab.h"

#include "widgets/figures/curves_figure.h"
#include "widgets/plot/plot_widget.h"

namespace regnet {

CurvesTab::CurvesTab(CompareModel& model, QWidget* parent)
    : FigureTab(model, QStringLiteral("curves"), parent)
{
    plotWidget()->setEmptyState(
        tr("Populations that were trained here have training curves; published ones have none."));
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> CurvesTab::maker(
    std::vector<ShownPopulation> populations) const
{
    return [populations = std::move(populations)](const Stopped& isStopped) {
        return std::make_shared<const CurvesFigure>(populations, QString(), isStopped);
    };
}

FigureCall CurvesTab::figureOptions() const
{
    return FigureCall(QStringLiteral("curves"));
}

} // namespace regnet
