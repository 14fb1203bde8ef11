// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/qcp.h"

#include "widgets/plot/plot.h"
#include "widgets/plot/plot_widget.h"

namespace regnet {

/// What QCustomPlot has no plottable for, or one that needs more than one object a series: levels, uprights,
/// bands, bars and texts. It draws inside the axes whatever the device, so that formats without clip paths
/// are right as well.
class ShapePlottable : public QCPAbstractPlottable
{
public:
    ShapePlottable(QCPAxis* x, QCPAxis* y) : QCPAbstractPlottable(x, y) {}

    void setSeries(const PlotSeries& series) { m_series = series; }
    void setText(const QFont& font, const QColor& colour, const QColor& page);
    void setUnit(double unit) { m_unit = unit; }
    /// Where the label lies, in pixels, before it is moved; empty where it is not drawn.
    QRectF labelBox(std::size_t label) const;
    /// Moves the labels down by so many pixels.
    void moveLabels(double by) { m_labelShift = by; }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& foundRange, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& foundRange, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    void drawLevels(QCPPainter* painter) const;
    void drawUprights(QCPPainter* painter) const;
    void drawBand(QCPPainter* painter) const;
    void drawBars(QCPPainter* painter) const;
    void drawLabels(QCPPainter* painter) const;
    void drawThreads(QCPPainter* painter) const;
    QPolygonF edge(const std::vector<double>& values) const;

    PlotSeries m_series;
    QFont m_font;
    QColor m_textColour;
    QColor m_page;
    double m_unit = 1;
    double m_labelShift = 0;
};

/// The card at the mouse, its ring and its hairline; alone on a buffered layer, so that a mouse move repaints
/// nothing else.
class HoverOverlay : public QCPLayerable
{
public:
    HoverOverlay(QCustomPlot* plot, const QString& layer);

    void setCard(const PlotCard& card, const QPointF& pixel);
    void setLook(const Theme& theme, const QFont& font, double unit);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void drawCard(QCPPainter* painter) const;

    PlotCard m_card;
    QPointF m_pixel;
    Theme m_theme;
    QFont m_font;
    double m_unit = 1;
};

/// Text over the whole width of the figure, wrapped; as high as it needs to be, nothing when empty.
class WrappedText : public QCPLayoutElement
{
public:
    explicit WrappedText(QCustomPlot* plot) : QCPLayoutElement(plot) {}

    void setText(const QString& text) { m_text = text; }
    void setLook(const QFont& font, const QColor& colour, double unit);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    int padding() const { return qRound(4 * m_unit); }

    QString m_text;
    QFont m_font;
    QColor m_colour;
    double m_unit = 1;
};

} // namespace regnet
