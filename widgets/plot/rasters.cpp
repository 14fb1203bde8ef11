// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/rasters.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace regnet {
namespace {

/// Up to here every thread is a line of its own; 2,000 of them over six columns take some 10 ms.
constexpr std::size_t mostLines = 2'000;
/// Levels of a column in the density of threads: 96² pairs a gap keep a repaint within a frame.
constexpr int levels = 96;

QImage clearImage(const Placement& place)
{
    QImage image(place.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

void put(QPainter& painter, QImage& image, const Placement& place)
{
    image.setDevicePixelRatio(place.deviceScale());
    painter.drawImage(place.area().topLeft(), image);
}

/// Half-width of each row of a disc, from its middle outwards.
std::vector<int> discRows(double radius)
{
    std::vector<int> rows;
    for (int dy = 0; dy <= static_cast<int>(radius); ++dy)
        rows.push_back(static_cast<int>(std::sqrt(radius * radius - dy * dy)));
    return rows;
}

void drawLines(QPainter& painter, const PlotSeries& series, const Placement& place, const QPen& pen)
{
    const std::size_t columns = series.x.size(), rows = series.y.size() / columns;
    painter.save();
    painter.setClipRect(place.area(), Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, rows <= 500);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPolygonF line;
    for (std::size_t row = 0; row < rows; ++row) {
        line.clear();
        for (std::size_t column = 0; column <= columns; ++column) {
            const double value = column < columns ? series.y[row * columns + column]
                                                  : std::numeric_limits<double>::quiet_NaN();
            if (std::isfinite(value)) {
                line << place.area().topLeft() +
                            QPointF(place.x(series.x[column]), place.y(value)) / place.deviceScale();
            } else {
                if (line.size() > 1) painter.drawPolyline(line);
                line.clear();
            }
        }
    }
    painter.restore();
}

/// A line of one colour, one pixel a column of the image and at least `thickness` high.
void drawLine(QImage& image, double x0, double y0, double x1, double y1, QRgb colour, int thickness)
{
    const int from = std::max(0, static_cast<int>(std::lround(x0)));
    const int to = std::min(image.width() - 1, static_cast<int>(std::lround(x1)));
    if (to < from) return;
    const double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto stride = image.bytesPerLine() / 4;
    for (int x = from; x <= to; ++x) {
        const double here = y0 + slope * (x - x0);
        const int top = static_cast<int>(std::lround(here - std::abs(slope) / 2)) - (thickness - 1) / 2;
        const int bottom = static_cast<int>(std::lround(here + std::abs(slope) / 2)) + thickness / 2;
        for (int y = std::max(0, top); y <= std::min(image.height() - 1, bottom); ++y)
            pixels[y * stride + x] = colour;
    }
}

void drawDensity(QPainter& painter, const PlotSeries& series, const Placement& place, const QColor& colour)
{
    const std::size_t columns = series.x.size(), rows = series.y.size() / columns;
    QImage image = clearImage(place);
    const double height = std::max(1, place.size().height());
    std::vector<std::int64_t> counts(static_cast<std::size_t>(levels) * levels);
    std::vector<std::size_t> order;
    const auto levelOf = [&](double value) {
        const double y = place.y(value) / height;
        return std::isfinite(y) ? std::clamp(static_cast<int>(y * levels), 0, levels - 1) : -1;
    };
    for (std::size_t column = 1; column < columns; ++column) {
        std::ranges::fill(counts, 0);
        std::int64_t most = 1;
        for (std::size_t row = 0; row < rows; ++row) {
            const int left = levelOf(series.y[row * columns + column - 1]);
            const int right = levelOf(series.y[row * columns + column]);
            if (left < 0 || right < 0) continue;
            most = std::max(
                most, ++counts[static_cast<std::size_t>(left) * levels + static_cast<std::size_t>(right)]);
        }
        order.clear();
        for (std::size_t pair = 0; pair < counts.size(); ++pair)
            if (counts[pair] > 0) order.push_back(pair);
        // Dense lines above faint ones.
        std::ranges::sort(order, {}, [&counts](std::size_t pair) { return counts[pair]; });
        for (const std::size_t pair : order) {
            const double share =
                std::log1p(static_cast<double>(counts[pair])) / std::log1p(static_cast<double>(most));
            QColor shade = colour;
            shade.setAlphaF(static_cast<float>(0.15 + 0.85 * share));
            const auto y = [&](std::size_t level) {
                return (static_cast<double>(level) + 0.5) / levels * height;
            };
            drawLine(image, place.x(series.x[column - 1]), y(pair / levels), place.x(series.x[column]),
                     y(pair % levels), qPremultiply(shade.rgba()),
                     std::max(1, static_cast<int>(std::lround(place.deviceScale()))));
        }
    }
    put(painter, image, place);
}

} // namespace

Placement::Placement(const QCPAxis& x, const QCPAxis& y, const QRectF& area, double deviceScale)
    : m_area(area), m_scale(deviceScale), m_x(lineOf(x, area.left())), m_y(lineOf(y, area.top()))
{
}

Placement::Line Placement::lineOf(const QCPAxis& axis, double origin) const
{
    Line line;
    line.isLog = axis.scaleType() == QCPAxis::stLogarithmic;
    const double low = axis.range().lower, high = axis.range().upper;
    const double from = axis.coordToPixel(low), to = axis.coordToPixel(high);
    const double span = line.isLog ? std::log(high / low) : high - low;
    line.slope = (to - from) / span * m_scale;
    line.offset = (from - origin) * m_scale - line.slope * (line.isLog ? std::log(low) : low);
    return line;
}

double Placement::at(const Line& line, double value)
{
    if (!line.isLog) return line.offset + line.slope * value;
    return value > 0 ? line.offset + line.slope * std::log(value) : std::numeric_limits<double>::quiet_NaN();
}

QSize Placement::size() const
{
    return (m_area.size() * m_scale).toSize();
}

void paintPoints(QPainter& painter, const PlotSeries& series, const Placement& place, const QColor& colour,
                 double size)
{
    QImage image = clearImage(place);
    const QRgb ink = qPremultiply(colour.rgba());
    const std::vector<int> rows = discRows(std::max(0.5, size / 2 * place.deviceScale()));
    const int reach = static_cast<int>(rows.size()) - 1;
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const auto stride = image.bytesPerLine() / 4;
    const std::size_t n = std::min(series.x.size(), series.y.size());
    for (std::size_t i = 0; i < n; ++i) {
        const double x = place.x(series.x[i]), y = place.y(series.y[i]);
        // Also false for NaN.
        if (!(x > -reach && x < image.width() + reach && y > -reach && y < image.height() + reach)) continue;
        const int cx = static_cast<int>(x), cy = static_cast<int>(y);
        for (int dy = -reach; dy <= reach; ++dy) {
            const int row = cy + dy;
            if (row < 0 || row >= image.height()) continue;
            const int half = rows[static_cast<std::size_t>(std::abs(dy))];
            const int from = std::max(0, cx - half), to = std::min(image.width() - 1, cx + half);
            if (from <= to) std::fill(pixels + row * stride + from, pixels + row * stride + to + 1, ink);
        }
    }
    put(painter, image, place);
}

void paintThreads(QPainter& painter, const PlotSeries& series, const Placement& place, const QPen& pen)
{
    if (series.x.size() < 2) return;
    if (series.y.size() / series.x.size() <= mostLines)
        drawLines(painter, series, place, pen);
    else
        drawDensity(painter, series, place, pen.color());
}

} // namespace regnet
