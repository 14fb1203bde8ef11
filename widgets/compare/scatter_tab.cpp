// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/scatter_tab.h"

#include "widgets/plot/plot_widget.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

namespace regnet {

ScatterTab::ScatterTab(CompareModel& model, QWidget* parent)
    : FigureTab(model, QStringLiteral("scatter"), parent)
{
    plotWidget()->setBrush(PlotBrush::Rectangle);
    plotWidget()->setEmptyState(tr("No network here has both properties. Trained populations have all of "
                                   "theirs; of the paper's, the scatter "
                                   "panels have one (Paper ▸ Figure 2 middle)."));
    m_x = control(new QComboBox(this), tr("Horizontal"), tr("Property along the horizontal axis"));
    m_y = control(new QComboBox(this), tr("Vertical"), tr("Property along the vertical axis"));
    m_best =
        control(new QCheckBox(tr("Best ran&ge"), this), tr("Best range"),
                tr("Where the best network of a quarter of the sample lies, 95 % (empirical bootstrap of the "
                   "paper, in closed form)"));
    m_best->setChecked(true);
    addLabel(tr("&x"), m_x);
    addLabel(tr("&y"), m_y);
    controls()->addWidget(m_best);
    for (QComboBox* box : {m_x, m_y})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_best, &QCheckBox::toggled, this, [this] { refresh(); });
}

void ScatterTab::updateControls()
{
    const std::vector<std::string>& properties = model().table()->properties();
    fillProperties(*m_x, properties, "depth");
    fillProperties(*m_y, properties, "error");
    m_best->setEnabled(chosenProperty(*m_y) == "error");
}

ScatterOptions ScatterTab::options() const
{
    ScatterOptions options;
    options.x = chosenProperty(*m_x);
    options.y = chosenProperty(*m_y);
    options.hasBestRange = m_best->isChecked();
    return options;
}

std::function<FigureTab::Figure(const FigureTab::Stopped&)> ScatterTab::maker(
    std::vector<ShownPopulation> populations) const
{
    return [populations = std::move(populations), options = options()](const Stopped&) {
        return std::make_shared<const ScatterFigure>(populations, options);
    };
}

FigureCall ScatterTab::figureOptions() const
{
    const ScatterOptions chosen = options();
    FigureCall call(QStringLiteral("scatter"));
    call.set(QStringLiteral("x"), toText(chosen.x));
    call.set(QStringLiteral("y"), toText(chosen.y));
    if (!chosen.hasBestRange) call.set(QStringLiteral("no-bands"));
    return call;
}

void ScatterTab::brush(const PlotBrushing& brushing)
{
    const ScatterOptions chosen = options();
    if (chosen.x == chosen.y)
        return model().selection().selectRanges({{chosen.x, brushing.xLow, brushing.xHigh}},
                                                brushing.isAdding);
    model().selection().selectRanges(
        {{chosen.x, brushing.xLow, brushing.xHigh}, {chosen.y, brushing.yLow, brushing.yHigh}},
        brushing.isAdding);
}

std::vector<NarrowRequest> ScatterTab::offers() const
{
    const auto* scatter = dynamic_cast<const ScatterFigure*>(figure());
    std::vector<NarrowRequest> requests;
    if (scatter == nullptr) return requests;
    for (const ScatterFigure::Best& best : scatter->best())
        requests.push_back({best.population->name, best.population->source, best.population->isPublished,
                            options().x, best.range.low, best.range.high});
    return requests;
}

} // namespace regnet
