// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/highlight.h"
#include "widgets/plot/palette.h"
#include "widgets/plot/shapes.h"

#include <cstddef>
#include <vector>

namespace regnet {

/// QCustomPlot as this program wants it: it draws one Plot. All lengths are in units of 1/12 of the font's
/// pixel size, so that a figure laid out at four times the size looks the same. Inside widgets/plot only.
class Canvas : public QCustomPlot
{
public:
    explicit Canvas(QWidget* parent = nullptr);

    /// Colours and font (its pixel size decides all lengths); redraws what is shown.
    void setLook(const Theme& theme, const QFont& font);
    /// For exports: the colours of series, and widths of all lines as a multiple of what follows from the
    /// font.
    void setPrint(Palette palette, double lineScale);
    const Theme& theme() const { return m_theme; }

    /// keepRanges leaves a zoomed view alone.
    void showPlot(const Plot& plot, bool keepRanges = false);
    const Plot& plot() const { return m_plot; }
    void fitRanges();
    /// Where the legend lies after the last layout; never Automatic.
    LegendPlace legendPlace() const;
    /// Cuts what is shown to the axes, for devices that do not clip.
    void clipToAxes();

    /// Where a position lies, and the nearest point within reach.
    PlotHover hoverAt(const QPointF& pixel) const;
    void showCard(const PlotCard& card, const QPointF& pixel);
    void showHighlight(PlotHighlight highlight);
    /// Gives the highlight a buffer of its own, before the first one is shown: making it paints all anew. It
    /// costs its area at every replot, so only plots that are brushed or highlighted have it.
    void expectHighlight();
    const PlotHighlight& highlight() const;
    /// What a drag from one pixel to another means.
    PlotBrushing brushing(PlotBrush brush, const QPointF& from, const QPointF& to) const;
    void showBrush(PlotBrush brush, const PlotBrushing& brushing);
    QPointF pixelAt(const QPointF& coordinates) const;
    QString legendTooltip(const QPointF& pixel) const;

    /// Draws everything but the card at a size in logical pixels; for a vector device, or an image when
    /// isVector is false.
    void drawInto(QPaintDevice* device, int width, int height, double scale, bool isVector);
    QImage image(double scale);

protected:
    void updateLayout() override;

private:
    double unit() const;
    int px(double units) const { return qRound(units * unit()); }
    double line(double units) const { return units * unit() * m_lineScale; }
    void restyle();
    void styleAxis(QCPAxis* axis, const PlotAxis& plotAxis);
    void fitTitles();
    void makePlottables();
    void fill(std::size_t index);
    void fillGraph(QCPGraph* graph, const PlotSeries& series);
    void clipGraph(QCPGraph* graph);
    void fillLegend();
    void placeLegend();
    void placeLabels();
    double shiftOf(const QRectF& label, const std::vector<QRectF>& taken) const;
    void putLegend(LegendPlace place);
    QSizeF legendSize() const;
    QRectF cornerRect(LegendPlace corner) const;
    bool isFree(const QRectF& box) const;
    void hoverThreads(const PlotSeries& series, std::size_t index, const QPointF& pixel, double& best,
                      PlotHover& hover) const;
    bool covers(const PlotSeries& series, const QRectF& box) const;
    std::vector<QPointF> pixelsOf(const PlotSeries& series, std::size_t stride = 1) const;
    void setTickCounts();
    QColor colourOf(const PlotSeries& series) const;
    QPen penOf(const PlotSeries& series) const;
    QCPScatterStyle symbolOf(const PlotSeries& series) const;

    Plot m_plot;
    Theme m_theme = Theme::light();
    QFont m_font;
    Palette m_palette = Palette::ColourBlindSafe;
    double m_lineScale = 1;
    std::vector<QCPAbstractPlottable*> m_drawn; ///< one a series, in order; owned by QCustomPlot
    WrappedText* m_title = nullptr;
    WrappedText* m_warnings = nullptr;
    WrappedText* m_caption = nullptr;
    HoverOverlay* m_overlay = nullptr;
    HighlightOverlay* m_highlight = nullptr;
    QCPLayoutGrid* m_below = nullptr;                  ///< row under the plot that may hold the legend
    LegendPlace m_legendPlace = LegendPlace::TopRight; ///< where it is now; never None or Automatic
    QSize m_tickRoom{0, 0}; ///< pixels that the labels of the ticks were chosen for
};

} // namespace regnet
