// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/readable.h"
#include "widgets/plot/canvas.h"
#include "widgets/plot/tickers.h"

#include <QFontInfo>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

// Where things lie on the canvas: the legend, the mouse, the nearest point.
namespace regnet {
namespace {

constexpr int plotRow = 2;

/// Curves with more points than this are looked at in strides when a place for the legend is sought.
constexpr std::size_t mostLookedAt = 4'000;

Qt::Alignment alignmentOf(LegendPlace corner)
{
    switch (corner) {
    case LegendPlace::TopLeft:
        return Qt::AlignTop | Qt::AlignLeft;
    case LegendPlace::BottomLeft:
        return Qt::AlignBottom | Qt::AlignLeft;
    case LegendPlace::BottomRight:
        return Qt::AlignBottom | Qt::AlignRight;
    default:
        return Qt::AlignTop | Qt::AlignRight;
    }
}

bool isCorner(LegendPlace place)
{
    return place != LegendPlace::Right && place != LegendPlace::Below;
}

/// Squared distance from p to the segment a-b.
double distance2(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF d = b - a;
    const double length2 = QPointF::dotProduct(d, d);
    const double t = length2 > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / length2, 0.0, 1.0) : 0.0;
    const QPointF gap = p - (a + t * d);
    return QPointF::dotProduct(gap, gap);
}

/// What the hand can mean at this place: a range is written out as it is taken, not with sixteen digits.
double valueAt(const QCPAxis& axis, double pixel)
{
    const double value = axis.pixelToCoord(pixel);
    return shortened(value, std::abs(axis.pixelToCoord(pixel + 1) - value));
}

/// What a series' point i occupies in pixels: a point, or the riser and the tread of a step.
double reach2(const PlotSeries& series, std::size_t i, const std::vector<QPointF>& at, const QPointF& p)
{
    double best = distance2(p, at[i], at[i]);
    if (series.kind == PlotSeries::Kind::Steps) {
        if (i > 0) best = std::min(best, distance2(p, QPointF(at[i].x(), at[i - 1].y()), at[i]));
        if (i + 1 < at.size()) best = std::min(best, distance2(p, at[i], QPointF(at[i + 1].x(), at[i].y())));
    } else if (series.kind == PlotSeries::Kind::Centred) {
        const double left = i > 0 ? (at[i - 1].x() + at[i].x()) / 2 : at[i].x();
        const double right = i + 1 < at.size() ? (at[i].x() + at[i + 1].x()) / 2 : at[i].x();
        best = std::min(best, distance2(p, QPointF(left, at[i].y()), QPointF(right, at[i].y())));
    }
    return best;
}

/// The entries of a legend in their order. Its own count has the empty cells of a last row that is not full,
/// which are null.
std::vector<QCPAbstractLegendItem*> itemsOf(const QCPLegend& legend)
{
    std::vector<QCPAbstractLegendItem*> items;
    for (int i = 0; i < legend.itemCount(); ++i)
        if (QCPAbstractLegendItem* item = legend.item(i)) items.push_back(item);
    return items;
}

} // namespace

void Canvas::fillLegend()
{
    QFont font = m_font;
    font.setPixelSize(std::max(1, qRound(QFontInfo(m_font).pixelSize() * 0.92)));
    legend->setFont(font);
    legend->setTextColor(m_theme.ink);
    legend->setBrush(m_theme.page);
    legend->setBorderPen(QPen(m_theme.grid, unit()));
    legend->setIconSize(px(24), px(12));
    legend->setIconTextPadding(px(6));
    legend->setRowSpacing(0);
    legend->setColumnSpacing(px(14));
    legend->setMargins(QMargins(px(7), px(4), px(7), px(4)));
    std::vector<QCPAbstractPlottable*> wanted;
    for (std::size_t i = 0; i < m_drawn.size(); ++i)
        if (m_plot.series[i].isInLegend && !m_plot.series[i].name.isEmpty()) wanted.push_back(m_drawn[i]);
    const std::vector<QCPAbstractLegendItem*> there = itemsOf(*legend);
    const bool isSame =
        std::ranges::equal(there, wanted, [this](QCPAbstractLegendItem* item, QCPAbstractPlottable* drawn) {
            return legend->itemWithPlottable(drawn) == item;
        });
    if (!isSame) {
        legend->clearItems();
        for (QCPAbstractPlottable* drawn : wanted)
            drawn->addToLegend(legend);
    }
    // Items keep the font and colour that they were made with.
    for (QCPAbstractLegendItem* item : itemsOf(*legend)) {
        item->setFont(font);
        item->setTextColor(m_theme.ink);
        // An item is clipped to a box that is too tight for descenders.
        item->setMargins(QMargins(0, px(1), 0, px(2)));
    }
    legend->setVisible(m_plot.legend != LegendPlace::None && !wanted.empty());
    if (m_plot.legend != LegendPlace::None && m_plot.legend != LegendPlace::Automatic)
        putLegend(m_plot.legend);
}

void Canvas::putLegend(LegendPlace place)
{
    if (QCPLayout* now = legend->layout()) now->take(legend);
    m_legendPlace = place;
    legend->setBorderPen(isCorner(place) ? QPen(m_theme.grid, unit()) : QPen(Qt::NoPen));
    const double width = legendSize().width();
    const int perRow = std::max(1, static_cast<int>(viewport().width() / std::max(1.0, width)));
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, false);
    legend->setWrap(place == LegendPlace::Below ? perRow : 1);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    if (isCorner(place)) {
        axisRect()->insetLayout()->setMargins(QMargins(px(8), px(8), px(8), px(8)));
        axisRect()->insetLayout()->addElement(legend, alignmentOf(place));
    } else if (place == LegendPlace::Right) {
        plotLayout()->addElement(plotRow, 1, legend);
        plotLayout()->setColumnStretchFactor(1, 1e-4);
    } else {
        m_below->addElement(0, 0, legend);
    }
}

/// As one column, wherever it lies now.
QSizeF Canvas::legendSize() const
{
    const QMargins margins = legend->margins();
    double width = 0, height = 0;
    for (const QCPAbstractLegendItem* item : itemsOf(*legend)) {
        const QSize size = item->minimumOuterSizeHint();
        width = std::max(width, static_cast<double>(size.width()));
        height += size.height() + (height > 0 ? legend->rowSpacing() : 0);
    }
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QRectF Canvas::cornerRect(LegendPlace corner) const
{
    const double gap = px(8);
    const QRectF area = QRectF(axisRect()->rect()).adjusted(gap, gap, -gap, -gap);
    QRectF box(area.topLeft(), legendSize());
    const Qt::Alignment side = alignmentOf(corner);
    if (side & Qt::AlignRight) box.moveRight(area.right());
    if (side & Qt::AlignBottom) box.moveBottom(area.bottom());
    return box;
}

std::vector<QPointF> Canvas::pixelsOf(const PlotSeries& series, std::size_t stride) const
{
    std::vector<QPointF> points;
    const std::size_t n = std::min(series.x.size(), series.y.size());
    points.reserve(n / stride + 1);
    for (std::size_t i = 0; i < n; i += stride)
        points.emplace_back(xAxis->coordToPixel(series.x[i]), yAxis->coordToPixel(series.y[i]));
    return points;
}

bool Canvas::covers(const PlotSeries& series, const QRectF& box) const
{
    using Kind = PlotSeries::Kind;
    if (series.kind == Kind::Level || series.kind == Kind::Upright || series.kind == Kind::Band ||
        series.kind == Kind::Threads)
        return false;
    const auto at = pixelsOf(series, 1 + series.x.size() / mostLookedAt);
    const auto crosses = [&box](const QPointF& a, const QPointF& b) {
        // Conservative: the box of a segment is the segment for steps, and near enough for short lines.
        const QRectF span = QRectF(a, b).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
        if (!span.intersects(box)) return false;
        for (int i = 0; i <= 16; ++i)
            if (box.contains(a + (b - a) * (i / 16.0))) return true;
        return false;
    };
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (box.contains(at[i])) return true;
        if (i == 0 || series.kind == Kind::Points || series.kind == Kind::Labels) continue;
        if (series.kind == Kind::Bars) {
            const double half = std::abs(xAxis->coordToPixel(series.barWidth) - xAxis->coordToPixel(0)) / 2;
            const double floor = yAxis->coordToPixel(yAxis->range().lower);
            const QRectF bar(QPointF(at[i].x() - half, at[i].y()), QPointF(at[i].x() + half, floor));
            if (bar.normalized().intersects(box)) return true;
        } else if (series.kind == Kind::Steps) {
            const QPointF corner(at[i].x(), at[i - 1].y());
            if (crosses(at[i - 1], corner) || crosses(corner, at[i])) return true;
        } else if (crosses(at[i - 1], at[i])) {
            return true;
        }
    }
    return false;
}

bool Canvas::isFree(const QRectF& box) const
{
    if (box.width() > 0.8 * axisRect()->width() || box.height() > 0.8 * axisRect()->height()) return false;
    const double air = px(4);
    return std::none_of(m_plot.series.begin(), m_plot.series.end(), [&](const PlotSeries& series) {
        return covers(series, box.adjusted(-air, -air, air, air));
    });
}

/// Keeps the legend where it is while nothing lies under it, so that live plots do not make it jump.
void Canvas::placeLegend()
{
    if (m_plot.legend != LegendPlace::Automatic || !legend->visible()) return;
    if (isCorner(m_legendPlace) && isFree(cornerRect(m_legendPlace))) return;
    // Under the plot where that leaves room for it, or where it would hide most of it; else over the tails of
    // the curves.
    const QSizeF size = legendSize();
    const bool hidesMost = size.width() * size.height() > 0.3 * axisRect()->width() * axisRect()->height();
    const bool hasRoom = axisRect()->height() - size.height() > 0.3 * viewport().height() || hidesMost ||
                         m_legendPlace == LegendPlace::Below;
    LegendPlace place = hasRoom ? LegendPlace::Below : LegendPlace::BottomRight;
    for (const LegendPlace corner :
         {LegendPlace::BottomRight, LegendPlace::TopRight, LegendPlace::TopLeft, LegendPlace::BottomLeft}) {
        if (!isFree(cornerRect(corner))) continue;
        place = corner;
        break;
    }
    if (place == m_legendPlace) return;
    putLegend(place);
    QCustomPlot::updateLayout();
}

/// Labels that may move, each where no curve runs and no other one lies.
void Canvas::placeLabels()
{
    constexpr auto mostMoved = 12; // among more nobody finds one, and each costs a look at all curves
    if (std::ranges::count(m_plot.series, true, &PlotSeries::isMovable) > mostMoved) return;
    std::vector<QRectF> taken;
    if (legend->visible() && isCorner(m_legendPlace)) taken.emplace_back(legend->outerRect());
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const PlotSeries& series = m_plot.series[i];
        if (!series.isMovable || series.x.size() != 1 || series.names.size() != 1) continue;
        auto* label = static_cast<ShapePlottable*>(m_drawn[i]);
        const QRectF box = label->labelBox(0);
        if (box.isEmpty()) continue;
        const double shift = shiftOf(box, taken);
        label->moveLabels(shift);
        taken.push_back(box.translated(0, shift));
    }
}

/// How far down the label goes, or up where it is negative; it stays where nothing near is free.
double Canvas::shiftOf(const QRectF& label, const std::vector<QRectF>& taken) const
{
    constexpr int mostSteps = 12; // of half its height
    const QRectF area = axisRect()->rect();
    const auto isClear = [&](const QRectF& box) {
        return area.contains(box) &&
               std::ranges::none_of(taken, [&box](const QRectF& other) { return other.intersects(box); }) &&
               std::ranges::none_of(m_plot.series, [&](const PlotSeries& series) {
                   return series.kind != PlotSeries::Kind::Labels && covers(series, box);
               });
    };
    for (int step = 0; step <= mostSteps; ++step)
        for (const int side : {1, -1}) {
            const double shift = side * step * label.height() / 2;
            if (isClear(label.translated(0, shift))) return shift;
            if (step == 0) break; // the other side is the same
        }
    return 0;
}

void Canvas::setTickCounts()
{
    const auto count = [&](double length, double each) {
        return std::clamp(static_cast<int>(length / (each * unit())), 2, 7);
    };
    xAxis->ticker()->setTickCount(count(axisRect()->width(), 75));
    yAxis->ticker()->setTickCount(count(axisRect()->height(), 34));
    m_tickRoom = axisRect()->size();
    if (const auto ticker = xAxis->ticker().dynamicCast<PlotTicker>())
        ticker->setLabelRoom(m_tickRoom.width(), xAxis->tickLabelFont(), Qt::Horizontal);
    if (const auto ticker = yAxis->ticker().dynamicCast<PlotTicker>())
        ticker->setLabelRoom(m_tickRoom.height(), yAxis->tickLabelFont(), Qt::Vertical);
}

void Canvas::updateLayout()
{
    QCustomPlot::updateLayout();
    placeLegend();
    // Ticks follow the room that is left, and their labels may change it.
    const int x = xAxis->ticker()->tickCount(), y = yAxis->ticker()->tickCount();
    const QSize room = m_tickRoom;
    setTickCounts();
    if (room != m_tickRoom || x != xAxis->ticker()->tickCount() || y != yAxis->ticker()->tickCount())
        QCustomPlot::updateLayout();
    placeLabels();
}

PlotHover Canvas::hoverAt(const QPointF& pixel) const
{
    PlotHover hover{xAxis->pixelToCoord(pixel.x()), yAxis->pixelToCoord(pixel.y())};
    const double reach = 12 * unit();
    double best = reach * reach;
    for (std::size_t s = m_plot.series.size(); s-- > 0;) {
        const PlotSeries& series = m_plot.series[s];
        using Kind = PlotSeries::Kind;
        if (series.kind == Kind::Level || series.kind == Kind::Upright || series.kind == Kind::Band ||
            series.kind == Kind::Labels)
            continue;
        if (series.kind == Kind::Threads) {
            hoverThreads(series, s, pixel, best, hover);
            continue;
        }
        const auto at = pixelsOf(series);
        for (std::size_t i = 0; i < at.size(); ++i) {
            // Most points are far away: a look at the neighbours in x spares the distances.
            const bool isJoined = series.kind == Kind::Steps || series.kind == Kind::Centred;
            const double left = isJoined && i > 0 ? at[i - 1].x() : at[i].x();
            const double right = isJoined && i + 1 < at.size() ? at[i + 1].x() : at[i].x();
            if (series.kind != Kind::Bars && (pixel.x() < left - reach || pixel.x() > right + reach))
                continue;
            double d = reach2(series, i, at, pixel);
            if (series.kind == Kind::Bars) {
                const double low = i < series.low.size() ? series.low[i] : 0;
                const bool isInside = std::abs(hover.x - series.x[i]) <= series.barWidth / 2 &&
                                      hover.y >= std::min(low, series.y[i]) &&
                                      hover.y <= std::max(low, series.y[i]);
                d = isInside ? 0 : best;
            }
            if (d < best) {
                best = d;
                hover.series = static_cast<int>(s);
                hover.point = static_cast<int>(i);
            }
        }
    }
    return hover;
}

/// `point` becomes the row of the thread.
void Canvas::hoverThreads(const PlotSeries& series, std::size_t index, const QPointF& pixel, double& best,
                          PlotHover& hover) const
{
    const std::size_t columns = series.x.size();
    if (columns < 2) return;
    std::vector<double> at;
    for (const double x : series.x)
        at.push_back(xAxis->coordToPixel(x));
    const auto after = std::ranges::upper_bound(at, pixel.x());
    const auto right = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(after - at.begin(), 1, static_cast<std::ptrdiff_t>(columns) - 1));
    const double share = (pixel.x() - at[right - 1]) / (at[right] - at[right - 1]);
    if (share < -0.1 || share > 1.1) return;
    for (std::size_t row = 0; row < series.y.size() / columns; ++row) {
        const double left = series.y[row * columns + right - 1], next = series.y[row * columns + right];
        const double gap = yAxis->coordToPixel(left + share * (next - left)) - pixel.y();
        if (!(gap * gap < best)) continue;
        best = gap * gap;
        hover.series = static_cast<int>(index);
        hover.point = static_cast<int>(row);
    }
}

void Canvas::expectHighlight()
{
    m_highlight->layer()->setMode(QCPLayer::lmBuffered);
}

void Canvas::showHighlight(PlotHighlight highlight)
{
    const bool isSomething = highlight.isDimming || !highlight.series.empty() || m_highlight->hasBrush();
    m_highlight->setHighlight(std::move(highlight));
    if (isSomething) expectHighlight();
    m_highlight->layer()->replot();
}

const PlotHighlight& Canvas::highlight() const
{
    return m_highlight->highlight();
}

PlotBrushing Canvas::brushing(PlotBrush brush, const QPointF& from, const QPointF& to) const
{
    // A pixel beyond the axes, so that rounding leaves out nothing that lies at their ends.
    const QRectF area = QRectF(axisRect()->rect()).adjusted(-1, -1, 1, 1);
    const auto x = [&](double pixel) {
        return valueAt(*xAxis, std::clamp(pixel, area.left(), area.right()));
    };
    const auto y = [&](double pixel) {
        return valueAt(*yAxis, std::clamp(pixel, area.top(), area.bottom()));
    };
    PlotBrushing brushing;
    std::tie(brushing.xLow, brushing.xHigh) = std::minmax({x(from.x()), x(to.x())});
    std::tie(brushing.yLow, brushing.yHigh) = std::minmax({y(from.y()), y(to.y())});
    if (brush == PlotBrush::Range) {
        brushing.yLow = yAxis->range().lower;
        brushing.yHigh = yAxis->range().upper;
    } else if (brush == PlotBrush::Column) {
        const double pressed = x(from.x());
        double nearest = pressed;
        for (const PlotSeries& series : m_plot.series)
            if (series.kind == PlotSeries::Kind::Threads && !series.x.empty())
                nearest = *std::ranges::min_element(
                    series.x, {}, [pressed](double each) { return std::abs(each - pressed); });
        brushing.xLow = brushing.xHigh = nearest;
    }
    return brushing;
}

void Canvas::showBrush(PlotBrush brush, const PlotBrushing& brushing)
{
    if (brushing.isOver) return m_highlight->setBrush({});
    QRectF box(pixelAt({brushing.xLow, brushing.yHigh}), pixelAt({brushing.xHigh, brushing.yLow}));
    if (brush == PlotBrush::Column) box.adjust(-px(7), 0, px(7), 0);
    m_highlight->setBrush(box);
}

void Canvas::showCard(const PlotCard& card, const QPointF& pixel)
{
    m_overlay->setCard(card, pixel);
    m_overlay->layer()->replot();
}

QPointF Canvas::pixelAt(const QPointF& coordinates) const
{
    return {xAxis->coordToPixel(coordinates.x()), yAxis->coordToPixel(coordinates.y())};
}

QString Canvas::legendTooltip(const QPointF& pixel) const
{
    if (!legend->visible() || !legend->outerRect().contains(pixel.toPoint())) return {};
    for (QCPAbstractLegendItem* item : itemsOf(*legend)) {
        if (!item->outerRect().contains(pixel.toPoint())) continue;
        for (std::size_t s = 0; s < m_drawn.size(); ++s)
            if (legend->itemWithPlottable(m_drawn[s]) == item) return m_plot.series[s].tooltip;
    }
    return {};
}

} // namespace regnet
