// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/qcp.h"

#include "widgets/plot/plot_widget.h"

namespace regnet {

/// What is selected, and the box of the brush; alone on a layer, buffered from the first highlight on, so
/// that a brush over 10^5 networks repaints nothing else.
class HighlightOverlay : public QCPLayerable
{
public:
    HighlightOverlay(QCustomPlot* plot, const QString& layer) : QCPLayerable(plot, layer) {}

    void setHighlight(PlotHighlight highlight) { m_highlight = std::move(highlight); }
    const PlotHighlight& highlight() const { return m_highlight; }
    /// In pixels; drawn with the next highlight.
    void setBrush(const std::optional<QRectF>& box) { m_brush = box; }
    bool hasBrush() const { return m_brush.has_value(); }
    void setLook(const Theme& theme, double unit);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    PlotHighlight m_highlight;
    std::optional<QRectF> m_brush;
    Theme m_theme;
    double m_unit = 1;
};

} // namespace regnet
