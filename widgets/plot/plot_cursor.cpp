// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/plot_cursor.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <vector>

namespace regnet {
namespace {

constexpr int bigStep = 10;

bool isShown(const Plot& plot, double x, double y)
{
    return std::isfinite(x) && std::isfinite(y) && (plot.x.scale == PlotAxis::Scale::Linear || x > 0) &&
           (plot.y.scale == PlotAxis::Scale::Linear || y > 0);
}

/// The points that can be stood on, in the order of x. Cost: n log n for n points.
std::vector<int> orderOf(const Plot& plot, int which)
{
    const PlotSeries& series = plot.series[static_cast<std::size_t>(which)];
    std::vector<int> order;
    const bool hasPoints =
        series.kind != PlotSeries::Kind::Level && series.kind != PlotSeries::Kind::Upright &&
        series.kind != PlotSeries::Kind::Labels && series.kind != PlotSeries::Kind::Threads;
    if (!hasPoints || series.x.size() != series.y.size()) return order;
    for (std::size_t i = 0; i < series.x.size(); ++i)
        if (isShown(plot, series.x[i], series.y[i])) order.push_back(static_cast<int>(i));
    std::stable_sort(order.begin(), order.end(), [&series](int a, int b) {
        return series.x[static_cast<std::size_t>(a)] < series.x[static_cast<std::size_t>(b)];
    });
    return order;
}

double xOf(const Plot& plot, int series, int point)
{
    return plot.series[static_cast<std::size_t>(series)].x[static_cast<std::size_t>(point)];
}

/// How far a key goes along a series; nullopt for keys that do something else.
std::optional<std::ptrdiff_t> stepOf(const QKeyEvent& key, std::ptrdiff_t count)
{
    const std::ptrdiff_t step = key.modifiers().testFlag(Qt::ControlModifier) ? bigStep : 1;
    switch (key.key()) {
    case Qt::Key_Left:
        return -step;
    case Qt::Key_Right:
        return step;
    case Qt::Key_Home:
        return -count;
    case Qt::Key_End:
        return count;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<PlotHover> PlotCursor::at(const Plot& plot) const
{
    if (m_series < 0 || m_series >= static_cast<int>(plot.series.size())) return std::nullopt;
    const PlotSeries& series = plot.series[static_cast<std::size_t>(m_series)];
    const auto point = static_cast<std::size_t>(m_point);
    if (point >= series.x.size() || point >= series.y.size()) return std::nullopt;
    return PlotHover{series.x[point], series.y[point], m_series, m_point};
}

/// On the first point of the first curve. Bands lie behind curves and so come before them, but who asks for a
/// value asks for the curve's.
bool PlotCursor::begin(const Plot& plot)
{
    const int count = static_cast<int>(plot.series.size());
    for (const bool takesBands : {false, true})
        for (int i = 0; i < count; ++i) {
            const bool isBand = plot.series[static_cast<std::size_t>(i)].kind == PlotSeries::Kind::Band;
            const std::vector<int> order = isBand == takesBands ? orderOf(plot, i) : std::vector<int>();
            if (order.empty()) continue;
            m_series = i;
            m_point = order.front();
            return true;
        }
    return false;
}

bool PlotCursor::move(const Plot& plot, const QKeyEvent& key)
{
    const bool isUp = key.key() == Qt::Key_Up, isDown = key.key() == Qt::Key_Down;
    if (key.modifiers() & (Qt::AltModifier | Qt::ShiftModifier | Qt::MetaModifier)) return false;
    if (!isUp && !isDown && !stepOf(key, 1)) return false;
    const int count = static_cast<int>(plot.series.size());
    const std::optional<PlotHover> before = at(plot);
    if (!before) return begin(plot);
    if (isUp || isDown) {
        const int direction = isUp ? -1 : 1;
        for (int i = 1; i <= count; ++i) {
            const int next = ((m_series + direction * i) % count + count) % count;
            const std::vector<int> order = orderOf(plot, next);
            if (order.empty()) continue;
            m_series = next;
            m_point = *std::min_element(order.begin(), order.end(), [&](int a, int b) {
                return std::abs(xOf(plot, next, a) - before->x) < std::abs(xOf(plot, next, b) - before->x);
            });
            return true;
        }
        return false;
    }
    const std::vector<int> order = orderOf(plot, m_series);
    const auto place = std::find(order.begin(), order.end(), m_point);
    if (place == order.end()) return false;
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    const std::ptrdiff_t target = (place - order.begin()) + *stepOf(key, last + 1);
    m_point = order[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, last))];
    return true;
}

} // namespace regnet
