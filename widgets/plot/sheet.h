// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/canvas.h"

#include "widgets/plot/export.h"

namespace regnet {

/// Figures are laid out on a grid of 1/384 inch, so that font sizes come within 0.1 pt and no screen's
/// resolution plays a part.
constexpr double gridPerInch = 384;

/// A canvas that was never on a screen, laid out for paper. Inside widgets/plot only.
class Sheet
{
public:
    Sheet(const Plot& plot, const FigureOptions& options);

    void clip() { m_canvas.clipToAxes(); }
    QSize size() const { return {m_width, m_height}; }
    void draw(QPaintDevice* device, double scale, bool isVector);
    /// Lays everything out, so that ranges, ticks and the place of the legend stand.
    Canvas& laidOut();

private:
    Canvas m_canvas;
    int m_width, m_height;
};

/// PGFPlots; see figureBytes().
QByteArray texBytes(const Plot& plot, const FigureOptions& options);

} // namespace regnet
