// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/quantisation_plot.h"

#include "widgets/shown_text.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

using Kind = PlotSeries::Kind;

/// The built widths, one a block.
std::vector<std::int64_t> widthsOf(const Explanation& of)
{
    std::vector<std::int64_t> widths;
    if (of.isBuilt())
        for (const Stage& stage : of.network->stages)
            widths.insert(widths.end(), static_cast<std::size_t>(stage.depth), stage.width);
    return widths;
}

PlotSeries widthSteps(const Explanation& of, const QString& name, int slot)
{
    PlotSeries steps;
    steps.kind = Kind::Centred;
    steps.name = name;
    steps.slot = slot;
    steps.dash = slot == 0 ? Qt::SolidLine : Theme::dash(slot);
    for (const std::int64_t width : widthsOf(of)) {
        steps.x.push_back(static_cast<double>(steps.x.size()));
        steps.y.push_back(static_cast<double>(width));
    }
    return steps;
}

PlotSeries labels(Qt::Alignment anchor)
{
    PlotSeries names;
    names.kind = Kind::Labels;
    names.colour = PlotSeries::Colour::Secondary;
    names.isInLegend = false;
    names.anchor = anchor;
    return names;
}

void addLabel(PlotSeries& names, double x, double y, const QString& text)
{
    names.x.push_back(x);
    names.y.push_back(y);
    names.names.push_back(text);
}

/// The levels w0·wm^k that blocks snap to, labelled before the first block.
void addLevels(const Explanation& of, double left, std::vector<PlotSeries>& series)
{
    const RegnetParameters& regnet = *of.spec.regnet;
    PlotSeries levels;
    levels.kind = Kind::Level;
    levels.name = PlotWidget::tr("level w0·wm^k");
    levels.colour = PlotSeries::Colour::Grid;
    levels.isInLegend = false;
    PlotSeries names = labels(Qt::AlignLeft | Qt::AlignVCenter);
    // With many levels the lines would fill the plot; no paper network comes near.
    const std::int64_t shown = std::min<std::int64_t>(of.quantised.levels, 12);
    for (std::int64_t k = 0; k < shown; ++k) {
        const double level = regnet.line.w0 * std::pow(regnet.line.wm, static_cast<double>(k));
        levels.x.push_back(0);
        levels.y.push_back(level);
        addLabel(names, left, level, PlotWidget::tr("k = %1").arg(k));
    }
    series.push_back(std::move(levels));
    series.push_back(std::move(names));
}

/// Upright lines where stages start, and the stages' names along the top.
void addStageStarts(const Explanation& of, double blocks, double top, std::vector<PlotSeries>& series)
{
    PlotSeries starts;
    starts.kind = Kind::Upright;
    starts.name = PlotWidget::tr("stage start");
    starts.colour = PlotSeries::Colour::Grid;
    starts.dash = Qt::DashLine;
    starts.isInLegend = false;
    PlotSeries names = labels(Qt::AlignHCenter | Qt::AlignBottom);
    double start = 0, lastNamed = -blocks;
    for (std::size_t i = 0; i < of.network->stages.size(); ++i) {
        const auto depth = static_cast<double>(of.network->stages[i].depth);
        if (i > 0) {
            starts.x.push_back(start - 0.5);
            starts.y.push_back(top);
        }
        // Names that would run into each other are left out.
        const double middle = start + (depth - 1) / 2;
        if (middle - lastNamed > blocks * 0.05) {
            addLabel(names, middle, top, PlotWidget::tr("s%1").arg(i + 1));
            lastNamed = middle;
        }
        start += depth;
    }
    series.push_back(std::move(starts));
    series.push_back(std::move(names));
}

PlotSeries lineOf(const Explanation& of)
{
    PlotSeries line;
    line.kind = Kind::Line;
    line.name = PlotWidget::tr("u = w0 + wa·j");
    line.colour = PlotSeries::Colour::Secondary;
    line.dash = Qt::DotLine;
    for (const BlockDerivation& block : of.derivation) {
        line.x.push_back(static_cast<double>(line.x.size()));
        line.y.push_back(block.u);
    }
    return line;
}

PlotSeries blockPoints(const PlotSeries& steps)
{
    PlotSeries points = steps;
    points.kind = Kind::Points;
    points.name.clear(); // the same numbers once more
    points.isInLegend = false;
    points.size = 5;
    return points;
}

QString text(double value)
{
    return QString::number(value, 'f', value < 10 ? 3 : 1);
}

/// A row of the card.
QString row(const QString& name, const QString& formula, const QString& value)
{
    return QStringLiteral("<tr><td>%1</td><td>&nbsp;%2</td><td align='right'>&nbsp;<b>%3</b></td></tr>")
        .arg(name, formula, value);
}

} // namespace

Plot quantisationPlot(const Explanation& network, const std::vector<Pin>& pins)
{
    Plot plot;
    plot.description =
        PlotWidget::tr("Width of each block, the line that it comes from, and the levels it snaps to");
    plot.x.title = PlotWidget::tr("block j");
    plot.x.numbers = PlotAxis::Numbers::Whole;
    plot.y.title = PlotWidget::tr("width (channels)");
    plot.y.scale = PlotAxis::Scale::Log2;
    plot.legend = LegendPlace::BottomRight; // widths only grow: this corner is free

    PlotSeries steps = widthSteps(network, ExplorerModel::nameOf(network.spec), 0);
    steps.width = 2;
    double low = 1e300, high = 0, blocks = 0;
    const auto include = [&](const std::vector<double>& values) {
        for (const double value : values) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
        blocks = std::max(blocks, static_cast<double>(values.size()));
    };
    std::vector<PlotSeries> pinned;
    for (const Pin& pin : pins) {
        pinned.push_back(widthSteps(pin.network, pin.name, pin.slot));
        include(pinned.back().y);
    }
    const PlotSeries line = lineOf(network);
    include(line.y);
    include(steps.y);
    if (high <= 0) return plot; // no network, no line, no pin: the empty state says so
    const double left = network.derivation.empty() ? -0.5 : -0.5 - blocks * 0.1;
    plot.x.low = left;
    plot.x.high = blocks - 0.5;
    plot.y.low = low / 1.25;
    plot.y.high = high * 1.5;

    if (!network.derivation.empty()) addLevels(network, left, plot.series);
    if (network.isBuilt()) addStageStarts(network, blocks, *plot.y.high, plot.series);
    for (PlotSeries& pin : pinned)
        plot.series.push_back(std::move(pin));
    if (!line.x.empty()) plot.series.push_back(line);
    if (!steps.x.empty()) {
        plot.series.push_back(steps);
        plot.series.push_back(blockPoints(steps));
    }
    return plot;
}

QString derivationText(const Explanation& of, std::int64_t block)
{
    const std::vector<std::int64_t> widths = widthsOf(of);
    const auto index = static_cast<std::size_t>(block);
    const bool hasLine = block >= 0 && index < of.derivation.size();
    const bool hasWidth = block >= 0 && index < widths.size();
    if (!hasLine && !hasWidth) return {};
    QString card = PlotWidget::tr("<b>Block %1</b>").arg(block);
    QString reason;
    if (hasWidth) {
        std::size_t stage = 0;
        std::int64_t last = of.network->stages[0].depth;
        while (block >= last)
            last += of.network->stages[++stage].depth;
        card += PlotWidget::tr(" of stage %1").arg(stage + 1);
        if (stage < of.fixes.size()) reason = shownText(reasonOf(of.fixes[stage], of.spec.block));
    }
    card += QStringLiteral("<table>");
    if (hasLine) {
        const BlockDerivation& d = of.derivation[index];
        card += row(PlotWidget::tr("line"), QStringLiteral("u = w0 + wa·j"), text(d.u));
        card += row(PlotWidget::tr("level"), QStringLiteral("s = ln(u/w0) / ln wm"), text(d.s));
        card += row(PlotWidget::tr("rounded"), QStringLiteral("k = round(s)"), QString::number(d.k));
        card += row(PlotWidget::tr("snapped"), QStringLiteral("w0·wm<sup>k</sup>"), text(d.level));
        card += row(PlotWidget::tr("multiple of 8"), QStringLiteral("w"), QString::number(d.width));
    }
    if (hasWidth)
        card += row(hasLine ? PlotWidget::tr("after group fix") : PlotWidget::tr("width"), {},
                    QString::number(widths[index]));
    card += QStringLiteral("</table>");
    if (!reason.isEmpty()) card += QStringLiteral("<br>") + reason.toHtmlEscaped();
    return card;
}

QuantisationPlot::QuantisationPlot(QWidget* parent) : PlotWidget(parent)
{
    setObjectName(QStringLiteral("quantisationPlot"));
    setAccessibleName(tr("Quantisation plot"));
    setFigureName(QStringLiteral("quantisation"));
    setEmptyState(tr("These settings describe no network. The line above says why."));
    setHover([this](const PlotHover& hover) { return cardAt(hover); });
}

void QuantisationPlot::showNetwork(const Explanation& network)
{
    m_network = network;
    refresh();
}

void QuantisationPlot::showPins(const std::vector<Pin>& pins)
{
    m_pins = pins;
    refresh();
}

void QuantisationPlot::refresh()
{
    show(quantisationPlot(m_network, m_pins));
}

PlotCard QuantisationPlot::cardAt(const PlotHover& hover) const
{
    const auto block = static_cast<std::int64_t>(std::llround(hover.x));
    PlotCard card;
    card.text = derivationText(m_network, block);
    if (card.text.isEmpty()) return card;
    const std::vector<std::int64_t> widths = widthsOf(m_network);
    const auto index = static_cast<std::size_t>(block);
    if (index < widths.size())
        card.mark = QPointF(static_cast<double>(block), static_cast<double>(widths[index]));
    card.lineX = static_cast<double>(block);
    return card;
}

} // namespace regnet
