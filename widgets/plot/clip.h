// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

namespace regnet {

/// What of a polyline lies in a box: runs of points, with a (NaN, NaN) between runs. NaN in the input is a
/// gap. Liang and Barsky's method a segment; needed for SVG, whose generator writes no clip paths.
std::vector<QPointF> clipped(std::span<const QPointF> line, const QRectF& box);

/// The corners of steps: y holds from x to the next x (isCentred false), or changes half-way.
std::vector<QPointF> stepCorners(std::span<const QPointF> points, bool isCentred);

} // namespace regnet
