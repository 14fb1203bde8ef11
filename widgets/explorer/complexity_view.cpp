// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/complexity_view.h"

#include "core/network/published.h"
#include "widgets/explorer/share_bars.h"
#include "widgets/shown_quantity.h"

#include <QBoxLayout>
#include <QLabel>
#include <QResizeEvent>

#include <cmath>

namespace regnet {
namespace {

using Kind = PlotSeries::Kind;

double heightOf(Standing standing, const Cost& cost)
{
    return static_cast<double>(standing == Standing::Activations ? cost.activations : cost.params);
}

/// The paper's curves, as counts over counts.
double curve(Standing standing, double flops)
{
    const double gigaflops = flops / 1e9;
    return 1e6 * (standing == Standing::Activations ? 6.5 * std::sqrt(gigaflops) : 3 + 5.5 * gigaflops);
}

PlotSeries curveSeries(Standing standing, double low, double high)
{
    PlotSeries series;
    series.kind = Kind::Line;
    series.name = standing == Standing::Activations ? PlotWidget::tr("6.5·√f M (paper)")
                                                    : PlotWidget::tr("3 + 5.5·f M (paper)");
    series.tooltip = PlotWidget::tr("f is FLOPs in G. Fitted to good models in Figure 12 of the paper.");
    series.colour = PlotSeries::Colour::Secondary;
    series.dash = Qt::DashLine;
    series.width = 1;
    constexpr int steps = 48;
    for (int i = 0; i <= steps; ++i) {
        const double flops = low * std::pow(high / low, static_cast<double>(i) / steps);
        series.x.push_back(flops);
        series.y.push_back(curve(standing, flops));
    }
    return series;
}

PlotSeries publishedSeries(Standing standing, bool isY)
{
    PlotSeries series;
    series.kind = Kind::Points;
    series.name = isY ? PlotWidget::tr("RegNetY") : PlotWidget::tr("RegNetX");
    series.tooltip = PlotWidget::tr("Published models, paper section 5");
    series.colour = PlotSeries::Colour::Secondary;
    series.slot = isY ? 3 : 0; // the symbol
    series.isFilled = !isY;
    series.size = 5;
    for (const PublishedModel& model : publishedModels()) {
        if ((model.spec.seRatio > 0) != isY) continue;
        series.x.push_back(static_cast<double>(model.cost.flops));
        series.y.push_back(heightOf(standing, model.cost));
        series.names.push_back(QString::fromStdString(model.name));
    }
    return series;
}

PlotSeries pointOf(Standing standing, const Explanation& of, const QString& name, int slot)
{
    PlotSeries series;
    series.kind = Kind::Points;
    series.name = name;
    series.slot = slot;
    series.size = 10;
    if (of.isBuilt()) {
        series.x = {static_cast<double>(of.complexity.total.flops)};
        series.y = {heightOf(standing, of.complexity.total)};
        series.names = {name};
    }
    return series;
}

PlotCard cardOf(const PlotWidget& widget, const PlotHover& hover)
{
    if (hover.series < 0 || hover.point < 0) return {};
    const PlotSeries& series = widget.plot().series[static_cast<std::size_t>(hover.series)];
    const auto point = static_cast<std::size_t>(hover.point);
    if (point >= series.names.size()) return {};
    const auto readable = [](double value) { return shownCount(value); };
    return {QStringLiteral("<b>%1</b><br>%2 %3<br>%4 %5")
                .arg(series.names[point].toHtmlEscaped(), readable(series.x[point]), PlotWidget::tr("FLOPs"),
                     readable(series.y[point]),
                     widget.objectName() == QLatin1String("activationsPlot") ? PlotWidget::tr("activations")
                                                                             : PlotWidget::tr("parameters")),
            QPointF(series.x[point], series.y[point]), std::nullopt};
}

} // namespace

Plot standingPlot(Standing standing, const Explanation& network, const std::vector<Pin>& pins)
{
    Plot plot;
    const bool isActivations = standing == Standing::Activations;
    plot.description = isActivations ? PlotWidget::tr("FLOPs against activations, with the published RegNets")
                                     : PlotWidget::tr("FLOPs against parameters, with the published RegNets");
    plot.x = {PlotWidget::tr("FLOPs"), PlotAxis::Scale::Log10, PlotAxis::Numbers::Readable, {}, {}, {}, {}};
    plot.y = {isActivations ? PlotWidget::tr("activations") : PlotWidget::tr("parameters"),
              PlotAxis::Scale::Log10,
              PlotAxis::Numbers::Readable,
              {},
              {},
              {},
              {}};
    plot.legend = LegendPlace::None; // there is one line for both plots above them

    PlotSeries current = pointOf(standing, network, ExplorerModel::nameOf(network.spec), 0);
    double low = 1e8, high = 1e11;
    for (const double flops : current.x) {
        low = std::min(low, flops / 2);
        high = std::max(high, flops * 2);
    }
    plot.series.push_back(curveSeries(standing, low, high));
    plot.series.push_back(publishedSeries(standing, false));
    plot.series.push_back(publishedSeries(standing, true));
    for (const Pin& pin : pins)
        plot.series.push_back(pointOf(standing, pin.network, pin.name, pin.slot));
    if (!current.x.empty()) plot.series.push_back(std::move(current));
    plot.x.low = low;
    plot.x.high = high;
    return plot;
}

ComplexityView::ComplexityView(QWidget* parent)
    : QWidget(parent), m_shares(new ShareBars(this)), m_plots(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_activations(new PlotWidget(this)), m_params(new PlotWidget(this))
{
    setObjectName(QStringLiteral("complexityView"));
    m_activations->setObjectName(QStringLiteral("activationsPlot"));
    m_activations->setAccessibleName(tr("FLOPs against activations"));
    m_activations->setFigureName(QStringLiteral("activations"));
    m_params->setObjectName(QStringLiteral("paramsPlot"));
    m_params->setAccessibleName(tr("FLOPs against parameters"));
    m_params->setFigureName(QStringLiteral("parameters"));
    for (PlotWidget* plot : {m_activations, m_params}) {
        plot->setHover([plot](const PlotHover& hover) { return cardOf(*plot, hover); });
        m_plots->addWidget(plot, 1);
    }
    m_plots->setSpacing(0);
    auto* legend = new QLabel(tr("published: ● RegNetX  ◇ RegNetY  ┄ fit of good models"), this);
    legend->setAlignment(Qt::AlignCenter);
    legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    legend->setWordWrap(true); // after the policy, to which it adds that the height follows the width
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setBackgroundRole(QPalette::Base); // as the plots
    legend->setAutoFillBackground(true);
    legend->setToolTip(
        tr("The dashed curves are 6.5·√f and 3 + 5.5·f (in M, f in GFLOPs), Figure 12 of the paper."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_shares);
    layout->addWidget(legend);
    layout->addLayout(m_plots, 1);
}

QSize ComplexityView::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 24, line * 24};
}

void ComplexityView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int plotsHeight = height() - m_shares->sizeHint().height();
    m_plots->setDirection(width() > plotsHeight * 5 / 4 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ComplexityView::showNetwork(const Explanation& network)
{
    m_network = network;
    m_shares->showNetwork(network);
    refresh();
}

void ComplexityView::showPins(const std::vector<Pin>& pins)
{
    m_pins = pins;
    refresh();
}

void ComplexityView::refresh()
{
    m_activations->show(standingPlot(Standing::Activations, m_network, m_pins));
    m_params->show(standingPlot(Standing::Params, m_network, m_pins));
}

} // namespace regnet
