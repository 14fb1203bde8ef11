// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/curve_sample.h"

#include "widgets/plot/symbols.h"

namespace regnet {

QPixmap curveSample(const PlotSeries& series, const Theme& theme, const QSize& size)
{
    constexpr int scale = 2; // sharp on fine screens, too
    QPixmap pixmap(size * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    const QColor colour = theme.series(series.slot);
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    QCPPainter painter(&pixmap);
    painter.setPen(QPen(colour, series.width, series.dash, Qt::FlatCap));
    painter.drawLine(QLineF(0, middle.y(), size.width(), middle.y()));
    if (series.hasPoints) {
        painter.setAntialiasing(true);
        const QCPScatterStyle symbol = symbolOf(series, colour, theme.page, 1.5, series.size);
        symbol.applyTo(&painter, QPen(colour));
        symbol.drawShape(&painter, middle);
    }
    painter.end();
    return pixmap;
}

} // namespace regnet
