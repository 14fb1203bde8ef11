// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/qcp.h"

#include "widgets/plot/plot.h"

namespace regnet {

/// Where values lie in an image over the axes: as QCPAxis::coordToPixel, without its cost a call.
class Placement
{
public:
    Placement(const QCPAxis& x, const QCPAxis& y, const QRectF& area, double deviceScale);

    double x(double value) const { return at(m_x, value); } ///< pixels of the image; NaN where there is none
    double y(double value) const { return at(m_y, value); }
    const QRectF& area() const { return m_area; } ///< logical pixels of the plot
    double deviceScale() const { return m_scale; }
    QSize size() const; ///< of the image

private:
    struct Line
    {
        double offset = 0, slope = 0;
        bool isLog = false;
    };
    Line lineOf(const QCPAxis& axis, double origin) const;
    static double at(const Line& line, double value);

    QRectF m_area;
    double m_scale;
    Line m_x, m_y;
};

/// Points as discs of a size (logical pixels) in one pass over an image: 10^5 take about a millisecond.
void paintPoints(QPainter& painter, const PlotSeries& series, const Placement& place, const QColor& colour,
                 double size);

/// Threads: each as a line up to mostLines of them; more are counted in a grid between two columns and drawn
/// as a density, faint where few and full where most run, in an image.
void paintThreads(QPainter& painter, const PlotSeries& series, const Placement& place, const QPen& pen);

} // namespace regnet
