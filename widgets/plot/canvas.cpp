// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/canvas.h"

#include "widgets/plot/clip.h"
#include "widgets/plot/points_graph.h"
#include "widgets/plot/symbols.h"
#include "widgets/plot/tickers.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

constexpr int titleRow = 0, warningRow = 1, plotRow = 2, legendRow = 3, captionRow = 4;
constexpr double hairline = 1e-4; // a row of the layout that takes no spare room

/// How to draw n points so that a repaint stays under one frame (measured, 1200 x 800, software: 1e5 discs
/// 126 ms, dots 7 ms).
constexpr std::size_t mostDiscs = 20'000;

bool isGraph(PlotSeries::Kind kind)
{
    return kind == PlotSeries::Kind::Line || kind == PlotSeries::Kind::Steps ||
           kind == PlotSeries::Kind::Centred || kind == PlotSeries::Kind::Points;
}

struct Span
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value, PlotAxis::Scale scale)
    {
        if (!std::isfinite(value) || (scale != PlotAxis::Scale::Linear && value <= 0)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// The range of an axis: fixed ends where given, else the data with some air.
QCPRange rangeOf(const PlotAxis& axis, Span span)
{
    const bool isLog = axis.scale != PlotAxis::Scale::Linear;
    if (span.low > span.high) span = {isLog ? 1.0 : 0.0, isLog ? 10.0 : 1.0};
    double low = axis.low.value_or(span.low), high = axis.high.value_or(span.high);
    if (isLog) {
        low = std::max(low, 1e-300);
        high = std::max(high, low);
        const double air = high > low ? std::pow(high / low, 0.04) : 1.3;
        return {axis.low ? low : low / air, axis.high ? high : high * air};
    }
    const double air = high > low ? 0.03 * (high - low) : std::max(0.5, std::abs(high) * 0.05);
    if (!axis.low) low -= air;
    if (!axis.high) high += air;
    return high > low ? QCPRange(low, high) : QCPRange(low - 0.5, low + 0.5);
}

/// Ticks that say nothing: the place is an arrangement (tables, cards), not a number.
bool isArrangement(const PlotAxis& axis)
{
    return !axis.ticks.empty() &&
           std::ranges::all_of(axis.ticks, [](const auto& tick) { return tick.second.isEmpty(); });
}

} // namespace

Canvas::Canvas(QWidget* parent) : QCustomPlot(parent)
{
    setAutoAddPlottableToLegend(false);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phFastPolylines);
    setAttribute(Qt::WA_OpaquePaintEvent); // the page fills it: nothing behind it needs painting
    // A replot that paints at once would paint everything that is due in the window, once for each plot.
    setPlottingHint(QCP::phImmediateRefresh, false);
    layer(QStringLiteral("overlay"))
        ->setMode(QCPLayer::lmLogical); // nothing of ours is there: no buffer for it
    m_title = new WrappedText(this);
    m_warnings = new WrappedText(this);
    m_caption = new WrappedText(this);
    QCPAxisRect* area = axisRect();
    plotLayout()->take(area);
    plotLayout()->addElement(titleRow, 0, m_title);
    plotLayout()->addElement(warningRow, 0, m_warnings);
    plotLayout()->addElement(plotRow, 0, area);
    plotLayout()->addElement(captionRow, 0, m_caption);
    m_below = new QCPLayoutGrid;
    plotLayout()->addElement(legendRow, 0, m_below);
    // Only now: an empty cell in a layout that is just being adopted crashes QCustomPlot 2.1.
    m_below->expandTo(1, 2);
    m_below->setColumnStretchFactor(0, hairline);
    plotLayout()->setColumnSpacing(0);
    for (const int row : {titleRow, warningRow, legendRow, captionRow})
        plotLayout()->setRowStretchFactor(row, hairline);
    addLayer(QStringLiteral("highlight"), layer(QStringLiteral("overlay")), limAbove);
    m_highlight = new HighlightOverlay(this, QStringLiteral("highlight"));
    addLayer(QStringLiteral("hover"), layer(QStringLiteral("highlight")), limAbove);
    layer(QStringLiteral("hover"))->setMode(QCPLayer::lmBuffered);
    m_overlay = new HoverOverlay(this, QStringLiteral("hover"));
    setLook(m_theme, font());
    connect(this, &QCustomPlot::afterLayout, this, &Canvas::fitTitles);
}

/// Many lines of legend leave a low plot, and a narrow dock a narrow one; a title that is longer would be cut
/// at both ends, so that its short form stands there, or what there is room for. The one below is in the
/// middle of the axis and may be as long as the nearer edge allows.
void Canvas::fitTitles()
{
    const auto fit = [](QCPAxis* axis, const PlotAxis& plotAxis, int room) {
        const QFontMetricsF metrics(axis->labelFont());
        const bool isShort =
            !plotAxis.shortTitle.isEmpty() && metrics.horizontalAdvance(plotAxis.title) > room;
        const QString fitting =
            metrics.elidedText(isShort ? plotAxis.shortTitle : plotAxis.title, Qt::ElideRight, room);
        if (axis->label() != fitting) axis->setLabel(fitting);
    };
    const QRect area = axisRect()->rect(), all = viewport();
    const int left = area.center().x() - all.left(), right = all.right() - area.center().x();
    fit(yAxis, m_plot.y, area.height());
    fit(xAxis, m_plot.x, 2 * std::min(left, right));
}

double Canvas::unit() const
{
    return QFontInfo(m_font).pixelSize() / 12.0;
}

void Canvas::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
    restyle();
}

void Canvas::setPrint(Palette palette, double lineScale)
{
    m_palette = palette;
    m_lineScale = lineScale;
    restyle();
}

LegendPlace Canvas::legendPlace() const
{
    return legend->visible() ? m_legendPlace : LegendPlace::None;
}

void Canvas::showPlot(const Plot& plot, bool keepRanges)
{
    m_plot = plot;
    restyle();
    if (!keepRanges) fitRanges();
    replot(rpQueuedReplot);
}

void Canvas::restyle()
{
    setBackground(QBrush(m_theme.page));
    QFont title = m_font, small = m_font;
    title.setBold(true);
    small.setPixelSize(std::max(1, qRound(QFontInfo(m_font).pixelSize() * 0.85)));
    m_title->setLook(title, m_theme.ink, unit());
    m_title->setText(m_plot.title);
    QStringList warnings;
    for (const QString& warning : m_plot.warnings)
        warnings << QCoreApplication::translate("regnet::PlotWidget", "Warning: %1").arg(warning);
    m_warnings->setLook(title, m_theme.ink, unit());
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_caption->setLook(small, m_theme.secondary, unit());
    m_caption->setText(m_plot.caption);
    m_overlay->setLook(m_theme, m_font, unit());
    m_highlight->setLook(m_theme, unit());
    plotLayout()->setRowSpacing(px(2));
    plotLayout()->setMargins(QMargins(px(6), px(6), px(6), px(4)));
    axisRect()->setMinimumSize(px(120), px(90));
    axisRect()->setMinimumMargins(QMargins(px(8), px(6), px(12), px(8)));
    styleAxis(xAxis, m_plot.x);
    styleAxis(yAxis, m_plot.y);
    makePlottables();
    for (std::size_t i = 0; i < m_drawn.size(); ++i)
        fill(i);
    fillLegend();
}

void Canvas::styleAxis(QCPAxis* axis, const PlotAxis& plotAxis)
{
    const bool isLog = plotAxis.scale != PlotAxis::Scale::Linear;
    axis->setVisible(!isArrangement(plotAxis));
    axis->setScaleType(isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (plotAxis.ticks.empty()) {
        const int count = axis->ticker()->tickCount();
        const auto ticker = QSharedPointer<PlotTicker>::create(plotAxis);
        ticker->setTickCount(count);
        const bool isAcross = axis == xAxis;
        ticker->setLabelRoom(isAcross ? m_tickRoom.width() : m_tickRoom.height(), m_font,
                             isAcross ? Qt::Horizontal : Qt::Vertical);
        axis->setTicker(ticker);
    } else {
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const auto& [position, text] : plotAxis.ticks)
            ticker->addTick(position, text);
        axis->setTicker(ticker);
    }
    const QPen pen(m_theme.secondary, line(1));
    axis->setBasePen(pen);
    axis->setTickPen(pen);
    axis->setSubTicks(false);
    axis->setTickLength(0, px(4));
    axis->setLabel(plotAxis.title);
    axis->setLabelFont(m_font);
    axis->setLabelColor(m_theme.ink);
    axis->setTickLabelFont(m_font);
    axis->setTickLabelColor(m_theme.ink);
    axis->setTickLabelPadding(px(3));
    axis->setLabelPadding(px(5));
    axis->setPadding(px(2));
    axis->grid()->setPen(QPen(m_theme.grid, line(0.75)));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->grid()->setSubGridVisible(false);
}

/// One plottable a series; kept when the kinds are the same as before, so that a moving slider costs data and
/// pens only.
void Canvas::makePlottables()
{
    const bool isSame =
        std::equal(m_drawn.begin(), m_drawn.end(), m_plot.series.begin(), m_plot.series.end(),
                   [](const QCPAbstractPlottable* drawn, const PlotSeries& series) {
                       return (qobject_cast<const QCPGraph*>(drawn) != nullptr) == isGraph(series.kind);
                   });
    if (isSame) return;
    legend->clearItems();
    clearPlottables();
    m_drawn.clear();
    for (const PlotSeries& series : m_plot.series) {
        if (isGraph(series.kind))
            m_drawn.push_back(new PointsGraph(xAxis, yAxis));
        else
            m_drawn.push_back(new ShapePlottable(xAxis, yAxis));
        m_drawn.back()->setSelectable(QCP::stNone);
    }
}

void Canvas::fill(std::size_t index)
{
    const PlotSeries& series = m_plot.series[index];
    QCPAbstractPlottable* drawn = m_drawn[index];
    drawn->setName(series.name);
    drawn->setPen(penOf(series));
    if (auto* graph = qobject_cast<QCPGraph*>(drawn)) return fillGraph(graph, series);
    QColor fill = colourOf(series);
    if (series.kind == PlotSeries::Kind::Band) fill.setAlphaF(m_theme.isDark ? 0.2F : 0.16F);
    drawn->setBrush(fill);
    auto* shape = static_cast<ShapePlottable*>(drawn);
    shape->setSeries(series);
    shape->setUnit(unit());
    shape->setText(m_font, series.colour == PlotSeries::Colour::Slot ? m_theme.ink : colourOf(series),
                   m_theme.page);
}

void Canvas::fillGraph(QCPGraph* graph, const PlotSeries& series)
{
    const bool isLog = m_plot.y.scale != PlotAxis::Scale::Linear;
    const bool isLogX = m_plot.x.scale != PlotAxis::Scale::Linear;
    const std::size_t n = std::min(series.x.size(), series.y.size());
    QVector<double> x, y;
    x.reserve(static_cast<qsizetype>(n) + 2);
    y.reserve(static_cast<qsizetype>(n) + 2);
    const auto add = [&](double atX, double atY) {
        if (isLogX && atX <= 0) return;
        x.append(atX);
        y.append(isLog && atY <= 0 ? std::nan("") : atY);
    };
    const bool isCentred = series.kind == PlotSeries::Kind::Centred && n > 0;
    const double half = n > 1 ? (series.x[1] - series.x[0]) / 2 : 0.5;
    // QCustomPlot ends centred steps at the last x; a block is as wide as its neighbours.
    if (isCentred) add(series.x[0] - half, series.y[0]);
    for (std::size_t i = 0; i < n; ++i)
        add(series.x[i], series.y[i]);
    if (isCentred) add(series.x[n - 1] + half, series.y[n - 1]);
    graph->setData(x, y, std::is_sorted(x.begin(), x.end()));
    const bool hasSymbols = series.kind == PlotSeries::Kind::Points || series.hasPoints;
    graph->setScatterStyle(hasSymbols ? symbolOf(series) : QCPScatterStyle(QCPScatterStyle::ssNone));
    graph->setScatterSkip(series.symbolEvery - 1);
    switch (series.kind) {
    case PlotSeries::Kind::Steps:
        graph->setLineStyle(QCPGraph::lsStepLeft);
        break;
    case PlotSeries::Kind::Centred:
        graph->setLineStyle(QCPGraph::lsStepCenter);
        break;
    case PlotSeries::Kind::Points:
        graph->setLineStyle(QCPGraph::lsNone);
        break;
    default:
        graph->setLineStyle(QCPGraph::lsLine);
    }
}

void Canvas::clipToAxes()
{
    for (QCPAbstractPlottable* drawn : m_drawn)
        if (auto* graph = qobject_cast<QCPGraph*>(drawn)) clipGraph(graph);
}

/// In the units of the axes, or their logarithms, where what is drawn straight is straight.
void Canvas::clipGraph(QCPGraph* graph)
{
    const auto shown = [](const QCPAxis* axis, double value) {
        return axis->scaleType() == QCPAxis::stLogarithmic ? std::log(value) : value;
    };
    const auto back = [](const QCPAxis* axis, double value) {
        return axis->scaleType() == QCPAxis::stLogarithmic ? std::exp(value) : value;
    };
    const QRectF box(QPointF(shown(xAxis, xAxis->range().lower), shown(yAxis, yAxis->range().lower)),
                     QPointF(shown(xAxis, xAxis->range().upper), shown(yAxis, yAxis->range().upper)));
    std::vector<QPointF> points;
    for (const QCPGraphData& at : *graph->data())
        points.emplace_back(shown(xAxis, at.key), shown(yAxis, at.value));
    if (std::ranges::all_of(points, [&box](const QPointF& point) { return box.contains(point); })) return;
    if (graph->lineStyle() == QCPGraph::lsNone) {
        std::erase_if(points, [&box](const QPointF& point) { return !box.contains(point); });
    } else {
        if (graph->lineStyle() != QCPGraph::lsLine)
            points = stepCorners(points, graph->lineStyle() == QCPGraph::lsStepCenter);
        points = clipped(points, box);
        graph->setLineStyle(QCPGraph::lsLine);
        graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssNone));
    }
    QVector<double> x, y;
    for (const QPointF& point : points) {
        // A gap keeps its place in the order of x.
        x.append(std::isnan(point.x()) ? x.last() : back(xAxis, point.x()));
        y.append(back(yAxis, point.y()));
    }
    graph->setData(x, y, true);
}

QColor Canvas::colourOf(const PlotSeries& series) const
{
    return seriesColour(m_theme, m_palette, series);
}

QPen Canvas::penOf(const PlotSeries& series) const
{
    const Qt::PenStyle dash = seriesDash(m_palette, series);
    // Square caps would lengthen dots into lines.
    QPen pen(QBrush(colourOf(series)), line(series.width), dash, Qt::FlatCap, Qt::MiterJoin);
    // Qt's own dashes are too short to be told apart on a thin curve.
    switch (dash) {
    case Qt::DashLine:
        pen.setDashPattern({6, 2.5});
        break;
    case Qt::DotLine:
        pen.setDashPattern({2, 2});
        break;
    case Qt::DashDotLine:
        pen.setDashPattern({8, 2, 2, 2});
        break;
    case Qt::DashDotDotLine:
        pen.setDashPattern({8, 2, 2, 2, 2, 2});
        break;
    default:
        break;
    }
    return pen;
}

QCPScatterStyle Canvas::symbolOf(const PlotSeries& series) const
{
    const QColor colour = colourOf(series);
    if (series.x.size() / static_cast<std::size_t>(series.symbolEvery) > mostDiscs)
        return {QCPScatterStyle::ssDot, colour, 1};
    return regnet::symbolOf(series, colour, m_theme.page, line(1), series.size * unit());
}

void Canvas::fitRanges()
{
    Span x, y;
    for (const PlotSeries& series : m_plot.series) {
        const bool isBars = series.kind == PlotSeries::Kind::Bars;
        if (series.kind != PlotSeries::Kind::Level) {
            for (const double value : series.x) {
                x.take(isBars ? value - series.barWidth / 2 : value, m_plot.x.scale);
                x.take(isBars ? value + series.barWidth / 2 : value, m_plot.x.scale);
            }
        }
        if (series.kind == PlotSeries::Kind::Centred && !series.x.empty()) {
            x.take(series.x.front() - 0.5, m_plot.x.scale);
            x.take(series.x.back() + 0.5, m_plot.x.scale);
        }
        if (series.kind != PlotSeries::Kind::Upright)
            for (const double value : series.y)
                y.take(value, m_plot.y.scale);
        for (const double value : series.low)
            y.take(value, m_plot.y.scale);
        if (isBars && series.low.empty()) y.take(0, m_plot.y.scale);
    }
    xAxis->setRange(rangeOf(m_plot.x, x));
    yAxis->setRange(rangeOf(m_plot.y, y));
}

void Canvas::drawInto(QPaintDevice* device, int width, int height, double scale, bool isVector)
{
    m_overlay->setVisible(false);
    m_highlight->setVisible(false);
    // Sampling is for the screen: on paper every point of a cloud is drawn.
    for (std::size_t i = 0; i < m_drawn.size(); ++i)
        if (auto* graph = qobject_cast<QCPGraph*>(m_drawn[i]))
            graph->setAdaptiveSampling(m_plot.series[i].kind != PlotSeries::Kind::Points);
    QCPPainter painter;
    painter.begin(device);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmVectorized, isVector);
    painter.fillRect(QRectF(0, 0, width * scale, height * scale), m_theme.page);
    painter.scale(scale, scale);
    toPainter(&painter, width, height);
    painter.end();
    m_overlay->setVisible(true);
    m_highlight->setVisible(true);
}

QImage Canvas::image(double scale)
{
    QImage picture((QSizeF(viewport().size()) * scale).toSize(), QImage::Format_RGB32);
    drawInto(&picture, viewport().width(), viewport().height(), scale, false);
    return picture;
}

} // namespace regnet
