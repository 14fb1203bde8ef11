// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/clip.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

bool isGap(const QPointF& point)
{
    return std::isnan(point.x()) || std::isnan(point.y());
}

/// Cuts a-b to the box; false when nothing is left.
bool cut(QPointF& a, QPointF& b, const QRectF& box)
{
    const QPointF d = b - a;
    double from = 0, to = 1;
    const auto side = [&](double slope, double room) {
        if (slope == 0) return room >= 0;
        const double t = room / slope;
        if (slope < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    if (!side(-d.x(), a.x() - box.left()) || !side(d.x(), box.right() - a.x()) ||
        !side(-d.y(), a.y() - box.top()) || !side(d.y(), box.bottom() - a.y()))
        return false;
    const QPointF start = a;
    if (from > 0) a = start + from * d;
    if (to < 1) b = start + to * d;
    return true;
}

} // namespace

std::vector<QPointF> clipped(std::span<const QPointF> line, const QRectF& box)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    std::vector<QPointF> result;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF a = line[i - 1], b = line[i];
        if (isGap(a) || isGap(b) || !cut(a, b, box)) continue;
        if (result.empty() || result.back() != a) {
            if (!result.empty()) result.emplace_back(nan, nan);
            result.push_back(a);
        }
        if (a != b) result.push_back(b);
    }
    return result;
}

std::vector<QPointF> stepCorners(std::span<const QPointF> points, bool isCentred)
{
    std::vector<QPointF> corners;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) {
            const double x = isCentred ? (points[i - 1].x() + points[i].x()) / 2 : points[i].x();
            corners.emplace_back(x, points[i - 1].y());
            if (isCentred) corners.emplace_back(x, points[i].y());
        }
        corners.push_back(points[i]);
    }
    return corners;
}

} // namespace regnet
