// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/qcp.h"

namespace regnet {

/// Pixels an inch of what is rasterised inside a vector file.
constexpr double rasterPerInch = 600;
/// Up to here every symbol of a vector file is a shape of its own; a disc takes some 300 bytes in SVG.
constexpr qsizetype mostVectorSymbols = 1'000;

/// A transparent picture over an area of a vector device, to be drawn into with the coordinates of the
/// device, and then put there.
class RasterLayer
{
public:
    /// `unitsPerInch` of the device's coordinates.
    RasterLayer(const QRectF& area, double unitsPerInch);

    QImage& image() { return m_image; }
    /// Prepares a painter that was begun on image().
    void prepare(QCPPainter& painter) const;
    void put(QCPPainter& painter) const;

private:
    QRectF m_area;
    double m_scale;
    QImage m_image;
};

/// A graph whose symbols become a picture in vector files where they are many: the axes, texts and lines stay
/// vectors, and the file stays small.
class PointsGraph : public QCPGraph
{
public:
    using QCPGraph::QCPGraph;

protected:
    void drawScatterPlot(QCPPainter* painter, const QVector<QPointF>& scatters,
                         const QCPScatterStyle& style) const override;
};

} // namespace regnet
