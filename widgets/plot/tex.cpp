// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tex_writer.h"

#include "core/text/readable.h"
#include "widgets/plot/tex_text.h"

#include <algorithm>
#include <cmath>

// Axes, legend and page; what is inside the axes is written by tex_series.cpp.
namespace regnet {

QString texNumber(double value)
{
    return QString::fromStdString(shortest(value));
}

QString TexWriter::axisOptions(const QCPAxis& axis, const PlotAxis& of, char letter) const
{
    // Of tables and cards, whose places are no numbers.
    if (!axis.visible())
        return QStringLiteral("  hide %1 axis, %1min=%2, %1max=%3, %1tick=\\empty,\n")
            .arg(QLatin1Char(letter))
            .arg(texNumber(axis.range().lower), texNumber(axis.range().upper));
    // The very ticks of the picture: PGFPlots has no "400 MF".
    QVector<double> ticks;
    QVector<QString> labels;
    axis.ticker()->generate(axis.range(), QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
    QStringList places, texts;
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        if (!axis.range().contains(ticks[i])) continue;
        places << texNumber(ticks[i]);
        texts << QLatin1Char('{') + texText(labels.value(i)) + QLatin1Char('}');
    }
    return QStringLiteral("  %1label={%2}, %1min=%3, %1max=%4,%5\n"
                          "  %1tick={%6}, %1ticklabels={%7},\n")
        .arg(QLatin1Char(letter))
        .arg(texText(of.title), texNumber(axis.range().lower), texNumber(axis.range().upper),
             axis.scaleType() == QCPAxis::stLogarithmic
                 ? QStringLiteral(" %1mode=log,").arg(QLatin1Char(letter))
                 : QString(),
             places.join(QLatin1Char(',')), texts.join(QLatin1Char(',')));
}

QString TexWriter::legendOptions() const
{
    const QString style =
        QStringLiteral("  legend style={font=\\figuresmall, draw=%1, fill=%2, text=%3}, legend cell "
                       "align=left,\n")
            .arg(colour(m_theme.grid), colour(m_theme.page), colour(m_theme.ink));
    switch (m_canvas.legendPlace()) {
    case LegendPlace::TopLeft:
        return style + QStringLiteral("  legend pos=north west,\n");
    case LegendPlace::BottomLeft:
        return style + QStringLiteral("  legend pos=south west,\n");
    case LegendPlace::BottomRight:
        return style + QStringLiteral("  legend pos=south east,\n");
    case LegendPlace::Right:
        return style + QStringLiteral("  legend pos=outer north east,\n");
    case LegendPlace::Below:
        return style + QStringLiteral(
                           "  legend style={at={(0.5,0)}, anchor=north, yshift=-3.8em}, legend columns=1,\n");
    default:
        return style + QStringLiteral("  legend pos=north east,\n");
    }
}

QString TexWriter::axisOptions() const
{
    const QRectF area = m_canvas.axisRect()->rect();
    const double mm = mmPerInch / gridPerInch;
    QString text = QStringLiteral("  scale only axis, width=%1mm, height=%2mm, clip mode=individual,\n")
                       .arg(area.width() * mm, 0, 'f', 2)
                       .arg(area.height() * mm, 0, 'f', 2);
    text += QStringLiteral("  axis line style={color=%1}, tick style={color=%1}, text=%2, tick label "
                           "style={color=%2}, label style={color=%2},\n")
                .arg(colour(m_theme.secondary), colour(m_theme.ink));
    text += QStringLiteral("  tick align=outside, tick pos=left, grid=major, grid style={color=%1, line "
                           "width=%2pt}, axis background/.style={fill=%3},\n")
                .arg(colour(m_theme.grid))
                .arg(pointsWide(0.75), 0, 'f', 3)
                .arg(colour(m_theme.page));
    text += axisOptions(*m_canvas.xAxis, m_plot.x, 'x') + axisOptions(*m_canvas.yAxis, m_plot.y, 'y');
    if (!m_plot.title.isEmpty())
        text += QStringLiteral("  title={%1}, title style={font=\\figuresize\\bfseries, text=%2},\n")
                    .arg(texText(m_plot.title), colour(m_theme.ink));
    return text + legendOptions();
}

QString TexWriter::preamble() const
{
    QString text =
        QStringLiteral("% Made by RegNet Explorer. Compile it with pdflatex, or \\input it in a document "
                       "that has\n% \\usepackage{pgfplots}\\pgfplotsset{compat=1.16}.\n");
    if (!m_options.provenance.isEmpty())
        text += QStringLiteral("% provenance: ") +
                QString(m_options.provenance).replace(QLatin1Char('\n'), QLatin1Char(' ')) +
                QLatin1Char('\n');
    // By itself it becomes a page as large as the figure; how large that is, only TeX knows.
    text += QStringLiteral(
        "\\let\\figureend\\relax\n"
        "\\expandafter\\ifx\\csname tikzpicture\\endcsname\\relax\n"
        "\\RequirePackage{fix-cm}\n\\documentclass{article}\n"
        "\\usepackage{pgfplots}\n\\pgfplotsset{compat=1.16}\n"
        "\\renewcommand{\\familydefault}{\\sfdefault}\n"
        "\\def\\figureend{\\egroup\\pdfpagewidth\\wd0\\pdfpageheight\\dimexpr\\ht0+\\dp0\\relax\n"
        "  \\hoffset-1in\\voffset-1in\\shipout\\box0\\end{document}}\n"
        "\\begin{document}\\setbox0\\hbox\\bgroup\n\\fi\n");
    // Whole sizes: Computer Modern has no others, and LaTeX would warn.
    const double smaller = std::max(5.0, std::round(m_options.fontPt * 0.88));
    text += QStringLiteral("\\def\\figuresize{\\fontsize{%1}{%2}\\selectfont}%\n"
                           "\\def\\figuresmall{\\fontsize{%3}{%4}\\selectfont}%\n")
                .arg(m_options.fontPt)
                .arg(m_options.fontPt * 1.2)
                .arg(smaller)
                .arg(smaller * 1.2);
    return text;
}

/// Warnings and caption stand in the figure itself, whatever its format.
QString TexWriter::pageText() const
{
    QStringList lines;
    for (const QString& warning : m_plot.warnings)
        lines << QStringLiteral("\\textbf{%1}")
                     .arg(texText(
                         QCoreApplication::translate("regnet::PlotWidget", "Warning: %1").arg(warning)));
    if (!m_plot.caption.isEmpty()) lines << texText(m_plot.caption);
    if (lines.isEmpty()) return {};
    return QStringLiteral(
               "\\node[anchor=north west, align=left, text width=%1mm, font=\\figuresmall, text=%2, inner "
               "sep=2pt]\n  at (current bounding box.south west) {%3};\n")
        .arg(m_options.widthMm - 2)
        .arg(colour(m_theme.secondary), texLines(lines));
}

QByteArray TexWriter::write()
{
    for (const PlotSeries& series : m_plot.series)
        add(series);
    QString text = preamble();
    text += QStringLiteral("\\begin{tikzpicture}[font=\\figuresize]\n\\begin{axis}[\n") + axisOptions() +
            QStringLiteral("]\n") + m_body + QStringLiteral("\\end{axis}\n") + pageText() +
            QStringLiteral("\\end{tikzpicture}%\n\\figureend\n");
    return text.toUtf8();
}

QByteArray texBytes(const Plot& plot, const FigureOptions& options)
{
    return TexWriter(plot, options).write();
}

} // namespace regnet
