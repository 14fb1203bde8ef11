// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/points_graph.h"

namespace regnet {

RasterLayer::RasterLayer(const QRectF& area, double unitsPerInch)
    : m_area(area), m_scale(rasterPerInch / unitsPerInch),
      m_image((area.size() * m_scale).toSize(), QImage::Format_ARGB32_Premultiplied)
{
    m_image.fill(Qt::transparent);
}

void RasterLayer::prepare(QCPPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_area.topLeft());
}

void RasterLayer::put(QCPPainter& painter) const
{
    // Without it PDF would take JPEG, which frays the edges of symbols.
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.drawImage(m_area, m_image, m_image.rect());
}

void PointsGraph::drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& scatters,
                                  const QCPScatterStyle& style) const
{
    if (!painter->modes().testFlag(QCPPainter::pmVectorized) || scatters.size() <= mostVectorSymbols)
        return QCPGraph::drawScatterPlot(painter, scatters, style);
    RasterLayer layer(clipRect(), painter->device()->logicalDpiX());
    QCPPainter inside(&layer.image());
    layer.prepare(inside);
    style.applyTo(&inside, pen());
    for (const QPointF& at : scatters)
        style.drawShape(&inside, at.x(), at.y());
    inside.end();
    layer.put(*painter);
}

} // namespace regnet
