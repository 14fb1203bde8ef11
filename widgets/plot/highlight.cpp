// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/highlight.h"

#include "widgets/plot/rasters.h"

namespace regnet {
namespace {

/// Above this many points discs shrink, so that a cloud stays a cloud.
constexpr std::size_t mostDiscs = 20'000;

} // namespace

void HighlightOverlay::setLook(const Theme& theme, double unit)
{
    m_theme = theme;
    m_unit = unit;
}

void HighlightOverlay::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

void HighlightOverlay::draw(QCPPainter* painter)
{
    const QRectF area = mParentPlot->axisRect()->rect();
    if (m_highlight.isDimming) {
        QColor veil = m_theme.page;
        veil.setAlphaF(0.72F);
        painter->fillRect(area, veil);
    }
    const Placement place(*mParentPlot->xAxis, *mParentPlot->yAxis, area,
                          painter->device()->devicePixelRatioF());
    for (const PlotSeries& series : m_highlight.series) {
        const QColor colour =
            series.colour == PlotSeries::Colour::Slot ? m_theme.series(series.slot) : m_theme.ink;
        if (series.kind == PlotSeries::Kind::Threads)
            paintThreads(*painter, series, place, QPen(colour, series.width * m_unit));
        else
            paintPoints(*painter, series, place, colour,
                        series.x.size() > mostDiscs ? 2 * m_unit : series.size * m_unit);
    }
    if (!m_brush) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_theme.ink, m_unit, Qt::DashLine));
    painter->drawRect(m_brush->intersected(area.adjusted(0, 0, -1, -1)));
}

} // namespace regnet
