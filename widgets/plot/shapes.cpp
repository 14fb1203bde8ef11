// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/shapes.h"

#include "widgets/plot/points_graph.h"
#include "widgets/plot/rasters.h"

#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

/// A band with more corners than this is drawn as its edges only, because a transparent fill would cost a
/// frame (measured: five bands of 5,000 steps 11 ms, of 100,000 20 ms).
constexpr std::size_t largestFill = 5'000;

/// Threads that are polylines of their own in vector files; more become a picture inside it.
constexpr std::size_t mostVectorThreads = 200;

bool fits(const QCPAxis* axis, double value)
{
    return std::isfinite(value) && (axis->scaleType() == QCPAxis::stLinear || value > 0);
}

} // namespace

void ShapePlottable::setText(const QFont& font, const QColor& colour, const QColor& page)
{
    m_page = page;
    m_page.setAlphaF(0.75F);
    m_font = font;
    m_textColour = colour;
}

QCPRange ShapePlottable::getKeyRange(bool& foundRange, QCP::SignDomain) const
{
    foundRange = false;
    return {};
}

QCPRange ShapePlottable::getValueRange(bool& foundRange, QCP::SignDomain, const QCPRange&) const
{
    foundRange = false;
    return {};
}

void ShapePlottable::draw(QCPPainter* painter)
{
    applyDefaultAntialiasingHint(painter);
    switch (m_series.kind) {
    case PlotSeries::Kind::Level:
        return drawLevels(painter);
    case PlotSeries::Kind::Upright:
        return drawUprights(painter);
    case PlotSeries::Kind::Band:
        return drawBand(painter);
    case PlotSeries::Kind::Bars:
        return drawBars(painter);
    case PlotSeries::Kind::Labels:
        return drawLabels(painter);
    case PlotSeries::Kind::Threads:
        return drawThreads(painter);
    default:
        return;
    }
}

void ShapePlottable::drawLevels(QCPPainter* painter) const
{
    const QRectF area = clipRect();
    painter->setPen(pen());
    for (const double value : m_series.y) {
        if (!fits(valueAxis(), value)) continue;
        const double y = valueAxis()->coordToPixel(value);
        if (y >= area.top() && y <= area.bottom())
            painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
}

void ShapePlottable::drawUprights(QCPPainter* painter) const
{
    const QRectF area = clipRect();
    painter->setPen(pen());
    for (const double value : m_series.x) {
        if (!fits(keyAxis(), value)) continue;
        const double x = keyAxis()->coordToPixel(value);
        if (x >= area.left() && x <= area.right())
            painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

/// One edge of a band in pixels, cut at the axes, stepped where the series is.
QPolygonF ShapePlottable::edge(const std::vector<double>& values) const
{
    const QRectF area = clipRect();
    QPolygonF points;
    for (std::size_t i = 0; i < m_series.x.size() && i < values.size(); ++i) {
        if (!fits(keyAxis(), m_series.x[i]) || !std::isfinite(values[i])) continue;
        const double x = std::clamp(keyAxis()->coordToPixel(m_series.x[i]), area.left(), area.right());
        const double y = fits(valueAxis(), values[i])
                             ? std::clamp(valueAxis()->coordToPixel(values[i]), area.top(), area.bottom())
                             : area.bottom();
        // Steps closer together than half a pixel are one: nobody sees them, and files stay small.
        const bool isLast = i + 1 == m_series.x.size();
        if (m_series.isStepped && points.size() > 1 && !isLast && x - points.last().x() < 0.5) {
            points.last().setY(y);
            continue;
        }
        if (m_series.isStepped && !points.isEmpty()) points << QPointF(x, points.last().y());
        points << QPointF(x, y);
    }
    return points;
}

void ShapePlottable::drawBand(QCPPainter* painter) const
{
    const QPolygonF upper = edge(m_series.y);
    const QPolygonF lower = edge(m_series.low);
    if (upper.size() < 2 || lower.size() < 2) return;
    if (m_series.isFilled && m_series.x.size() <= largestFill) {
        QPolygonF outline = upper;
        for (auto it = lower.crbegin(); it != lower.crend(); ++it)
            outline << *it;
        applyFillAntialiasingHint(painter);
        painter->setPen(Qt::NoPen);
        painter->setBrush(brush());
        painter->drawPolygon(outline);
        return;
    }
    painter->setPen(pen());
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(upper);
    painter->drawPolyline(lower);
}

void ShapePlottable::drawBars(QCPPainter* painter) const
{
    const QRectF area = clipRect();
    painter->setPen(pen());
    painter->setBrush(brush());
    const double half = m_series.barWidth / 2;
    for (std::size_t i = 0; i < m_series.x.size(); ++i) {
        const double low = i < m_series.low.size() ? m_series.low[i] : 0;
        const double x = m_series.x[i], y = m_series.y[i];
        if (!std::isfinite(x) || !fits(valueAxis(), y)) continue;
        const double bottom = fits(valueAxis(), low) ? valueAxis()->coordToPixel(low) : area.bottom();
        const QRectF bar = QRectF(QPointF(keyAxis()->coordToPixel(x - half), valueAxis()->coordToPixel(y)),
                                  QPointF(keyAxis()->coordToPixel(x + half), bottom))
                               .normalized()
                               .intersected(area);
        if (bar.width() > 0) painter->drawRect(bar);
    }
}

void ShapePlottable::drawThreads(QCPPainter* painter) const
{
    const QRectF area = clipRect();
    const bool isVector = painter->modes().testFlag(QCPPainter::pmVectorized);
    const double scale =
        isVector ? rasterPerInch / painter->device()->logicalDpiX() : painter->device()->devicePixelRatioF();
    const Placement place(*keyAxis(), *valueAxis(), area, scale);
    const std::size_t rows = m_series.y.size() / std::max<std::size_t>(1, m_series.x.size());
    if (!isVector || rows <= mostVectorThreads) return paintThreads(*painter, m_series, place, pen());
    RasterLayer layer(area, painter->device()->logicalDpiX());
    QCPPainter inside(&layer.image());
    layer.prepare(inside);
    paintThreads(inside, m_series, place, pen());
    inside.end();
    layer.put(*painter);
}

QRectF ShapePlottable::labelBox(std::size_t label) const
{
    const QRectF area = clipRect();
    const double gap = 5 * m_unit;
    if (!fits(keyAxis(), m_series.x[label]) || !fits(valueAxis(), m_series.y[label])) return {};
    const QPointF at = coordsToPixels(m_series.x[label], m_series.y[label]);
    if (!area.adjusted(-1, -1, 1, 1).contains(at)) return {};
    QRectF box(QPointF(), QFontMetricsF(m_font).size(0, m_series.names[label]));
    box.moveCenter(at);
    if (m_series.anchor & Qt::AlignLeft) box.moveLeft(at.x() + gap);
    if (m_series.anchor & Qt::AlignRight) box.moveRight(at.x() - gap);
    if (m_series.anchor & Qt::AlignTop) box.moveBottom(at.y() - gap / 2);
    if (m_series.anchor & Qt::AlignBottom) box.moveTop(at.y() + gap / 2);
    // A label at the edge moves inwards rather than being cut.
    box.moveLeft(std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - box.width())));
    box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
    return box;
}

void ShapePlottable::drawLabels(QCPPainter* painter) const
{
    painter->setFont(m_font);
    painter->setPen(m_textColour);
    for (std::size_t i = 0; i < m_series.x.size() && i < m_series.names.size(); ++i) {
        const QRectF box = labelBox(i).translated(0, m_labelShift);
        if (box.isEmpty()) continue;
        // Readable above curves and bands as well.
        painter->fillRect(box.adjusted(-2 * m_unit, 0, 2 * m_unit, 0), m_page);
        painter->drawText(box, Qt::AlignCenter | Qt::TextDontClip, m_series.names[i]);
    }
}

void ShapePlottable::drawLegendIcon(QCPPainter* painter, const QRectF& rect) const
{
    applyDefaultAntialiasingHint(painter);
    if (m_series.kind == PlotSeries::Kind::Band || m_series.kind == PlotSeries::Kind::Bars) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(brush());
        painter->drawRect(rect.adjusted(0, rect.height() * 0.15, 0, -rect.height() * 0.15));
        return;
    }
    painter->setPen(pen());
    if (m_series.kind == PlotSeries::Kind::Upright)
        painter->drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()));
    else
        painter->drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
}

HoverOverlay::HoverOverlay(QCustomPlot* plot, const QString& layer) : QCPLayerable(plot, layer) {}

void HoverOverlay::setCard(const PlotCard& card, const QPointF& pixel)
{
    m_card = card;
    m_pixel = pixel;
}

void HoverOverlay::setLook(const Theme& theme, const QFont& font, double unit)
{
    m_theme = theme;
    m_font = font;
    m_unit = unit;
}

void HoverOverlay::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void HoverOverlay::draw(QCPPainter* painter)
{
    const QCPAxis* x = mParentPlot->xAxis;
    const QCPAxis* y = mParentPlot->yAxis;
    const QRectF area = mParentPlot->axisRect()->rect();
    painter->setAntialiasing(true);
    painter->setBrush(Qt::NoBrush);
    if (m_card.lineX && fits(x, *m_card.lineX)) {
        const double at = x->coordToPixel(*m_card.lineX);
        painter->setPen(QPen(m_theme.secondary, m_unit, Qt::DotLine));
        if (at >= area.left() && at <= area.right())
            painter->drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
    }
    if (m_card.mark && fits(x, m_card.mark->x()) && fits(y, m_card.mark->y())) {
        const QPointF at(x->coordToPixel(m_card.mark->x()), y->coordToPixel(m_card.mark->y()));
        painter->setPen(QPen(m_theme.ink, 1.5 * m_unit));
        if (area.adjusted(-2, -2, 2, 2).contains(at)) painter->drawEllipse(at, 5 * m_unit, 5 * m_unit);
    }
    if (!m_card.text.isEmpty()) drawCard(painter);
}

void HoverOverlay::drawCard(QCPPainter* painter) const
{
    QTextDocument text;
    text.setDefaultFont(m_font);
    text.setDocumentMargin(0);
    text.setDefaultStyleSheet(QStringLiteral("body { color: %1; }").arg(m_theme.ink.name()));
    const QString body = Qt::mightBeRichText(m_card.text)
                             ? m_card.text
                             : m_card.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    text.setHtml(QStringLiteral("<body>") + body + QStringLiteral("</body>"));
    text.setTextWidth(std::min(text.idealWidth(), 340 * m_unit));
    const double padding = 7 * m_unit, away = 14 * m_unit;
    QRectF box(QPointF(), text.size() + QSizeF(2 * padding, 2 * padding));
    const QRectF page = mParentPlot->viewport();
    box.moveTopLeft(m_pixel + QPointF(away, away));
    if (box.right() > page.right()) box.moveRight(m_pixel.x() - away);
    if (box.bottom() > page.bottom()) box.moveBottom(m_pixel.y() - away);
    box.moveLeft(std::max(box.left(), page.left()));
    box.moveTop(std::max(box.top(), page.top()));
    painter->setPen(QPen(m_theme.secondary, m_unit));
    painter->setBrush(m_theme.page);
    painter->drawRoundedRect(box, 4 * m_unit, 4 * m_unit);
    painter->save();
    painter->translate(box.topLeft() + QPointF(padding, padding));
    text.drawContents(painter);
    painter->restore();
}

void WrappedText::setLook(const QFont& font, const QColor& colour, double unit)
{
    m_font = font;
    m_colour = colour;
    m_unit = unit;
}

QSize WrappedText::minimumOuterSizeHint() const
{
    if (m_text.isEmpty()) return {0, 0};
    const int width = mParentPlot->viewport().width() - 2 * padding() - qRound(4 * m_unit);
    const QRect needed = QFontMetrics(m_font).boundingRect(QRect(0, 0, std::max(width, 10), 1 << 20),
                                                           Qt::TextWordWrap, m_text);
    return {0, needed.height() + padding()};
}

QSize WrappedText::maximumOuterSizeHint() const
{
    return {QWIDGETSIZE_MAX, minimumOuterSizeHint().height()};
}

void WrappedText::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void WrappedText::draw(QCPPainter* painter)
{
    if (m_text.isEmpty()) return;
    painter->setFont(m_font);
    painter->setPen(m_colour);
    painter->drawText(outerRect().adjusted(padding(), 0, -padding(), 0), Qt::TextWordWrap | Qt::AlignLeft,
                      m_text);
}

} // namespace regnet
