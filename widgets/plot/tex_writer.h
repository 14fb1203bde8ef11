// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/sheet.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace regnet {

/// One figure on its way into PGFPlots: the picture as a Sheet lays it out, written down instead of drawn.
/// Inside widgets/plot only.
class TexWriter
{
public:
    TexWriter(const Plot& plot, const FigureOptions& options)
        : m_options(options), m_plot(styled(plot, options)), m_theme(themeOf(options)),
          m_sheet(plot, options), m_canvas(m_sheet.laidOut())
    {
    }

    QByteArray write();

private:
    QString preamble() const;
    QString axisOptions() const;
    QString axisOptions(const QCPAxis& axis, const PlotAxis& of, char letter) const;
    QString legendOptions() const;
    QString pageText() const;

    QString colour(const QColor& of) const;
    QColor colourOf(const PlotSeries& series) const;
    QString lineStyle(const PlotSeries& series) const;
    QString markStyle(const PlotSeries& series) const;
    double pointsWide(double units) const; ///< of 1/12 of the font, as TeX points

    void add(const PlotSeries& series);
    void addCurve(const PlotSeries& series);
    void addPoints(const PlotSeries& series);
    void addLines(const PlotSeries& series);
    void addBand(const PlotSeries& series);
    void addBars(const PlotSeries& series);
    void addLabels(const PlotSeries& series);
    void addThreads(const PlotSeries& series);
    void addThreadDensity(const PlotSeries& series, std::size_t rows);
    void plot(const QString& style, const std::vector<QPointF>& points, const PlotSeries& series,
              bool isForgotten, const QString& end = {});

    QPointF onPaper(const QPointF& at) const; ///< in units of 0.05 mm; NaN outside of a logarithm
    bool isInside(const QPointF& at) const;
    std::vector<QPointF> thinned(const std::vector<QPointF>& line) const;
    std::vector<QPointF> pointsOf(const PlotSeries& series) const;

    const FigureOptions& m_options;
    Plot m_plot;
    Theme m_theme;
    Sheet m_sheet;
    Canvas& m_canvas;
    QString m_body;
};

/// The shortest text that gives the value again.
QString texNumber(double value);

} // namespace regnet
