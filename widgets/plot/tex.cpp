// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/sheet.h"

#include "core/text/readable.h"
#include "widgets/plot/clip.h"
#include "widgets/plot/tex_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace regnet {
namespace {

using Kind = PlotSeries::Kind;

/// Places closer together than this are one: nobody sees them apart, and TeX's memory is small.
constexpr double finestMm = 0.05;
/// Threads beyond this many are drawn as lines between levels, the darker the more threads they stand for.
constexpr std::size_t mostThreads = 150;
constexpr int threadLevels = 40;

QString number(double value)
{
    return QString::fromStdString(shortest(value));
}

/// One figure on its way into PGFPlots.
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

    QPointF onPaper(const QPointF& at) const; ///< in units of finestMm; NaN outside of a logarithm
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

QString TexWriter::colour(const QColor& of) const
{
    return QStringLiteral("{rgb,255:red,%1;green,%2;blue,%3}").arg(of.red()).arg(of.green()).arg(of.blue());
}

QColor TexWriter::colourOf(const PlotSeries& series) const
{
    return seriesColour(m_theme, m_options.palette, series);
}

double TexWriter::pointsWide(double units) const
{
    const double scale = m_options.linePt > 0 ? m_options.linePt / (1.25 * m_options.fontPt / 12) : 1;
    return units * scale * m_options.fontPt / 12 * 72.27 / 72;
}

QString TexWriter::lineStyle(const PlotSeries& series) const
{
    static const QHash<int, QString> dashes{{Qt::DashLine, QStringLiteral("dashed")},
                                            {Qt::DotLine, QStringLiteral("densely dotted")},
                                            {Qt::DashDotLine, QStringLiteral("dashdotted")},
                                            {Qt::DashDotDotLine, QStringLiteral("dashdotdotted")}};
    return QStringLiteral("color=%1, %2, line width=%3pt")
        .arg(colour(colourOf(series)),
             dashes.value(seriesDash(m_options.palette, series), QStringLiteral("solid")))
        .arg(pointsWide(series.width), 0, 'f', 3);
}

QString TexWriter::markStyle(const PlotSeries& series) const
{
    static const std::array<QString, Theme::slotCount> marks{
        QStringLiteral("mark=*"),
        QStringLiteral("mark=square*"),
        QStringLiteral("mark=triangle*"),
        QStringLiteral("mark=diamond*"),
        QStringLiteral("mark=triangle*, every mark/.append style={rotate=180}"),
        QStringLiteral("mark=+"),
        QStringLiteral("mark=x"),
        QStringLiteral("mark=asterisk")};
    const QString fill = colour(series.isFilled ? colourOf(series) : m_theme.page);
    return QStringLiteral("%1, mark size=%2pt, mark options={solid, fill=%3}")
        .arg(marks[static_cast<std::size_t>(series.slot % Theme::slotCount)])
        .arg(series.size / 2 * m_options.fontPt / 12, 0, 'f', 2)
        .arg(fill);
}

QPointF TexWriter::onPaper(const QPointF& at) const
{
    const auto fits = [](const QCPAxis* axis, double value) {
        return std::isfinite(value) && (axis->scaleType() == QCPAxis::stLinear || value > 0);
    };
    const double none = std::nan("");
    const double scale = mmPerInch / gridPerInch / finestMm;
    return {fits(m_canvas.xAxis, at.x()) ? m_canvas.xAxis->coordToPixel(at.x()) * scale : none,
            fits(m_canvas.yAxis, at.y()) ? m_canvas.yAxis->coordToPixel(at.y()) * scale : none};
}

bool TexWriter::isInside(const QPointF& at) const
{
    return m_canvas.xAxis->range().contains(at.x()) && m_canvas.yAxis->range().contains(at.y());
}

/// Without what cannot be told apart on paper; gaps stay.
std::vector<QPointF> TexWriter::thinned(const std::vector<QPointF>& line) const
{
    std::vector<QPointF> kept;
    QPoint last(-1, -1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        const QPointF at = onPaper(line[i]);
        if (std::isnan(at.x()) || std::isnan(at.y())) {
            kept.emplace_back(std::nan(""), std::nan(""));
            continue;
        }
        // Far outside TeX's numbers overflow; the axes clip long before.
        const QPoint cell(qRound(std::clamp(at.x(), -1e6, 1e6)), qRound(std::clamp(at.y(), -1e6, 1e6)));
        if (cell == last && i + 1 < line.size()) continue;
        last = cell;
        kept.push_back(line[i]);
    }
    return kept;
}

std::vector<QPointF> TexWriter::pointsOf(const PlotSeries& series) const
{
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i)
        points.emplace_back(series.x[i], series.y[i]);
    return points;
}

void TexWriter::plot(const QString& style, const std::vector<QPointF>& points, const PlotSeries& series,
                     bool isForgotten, const QString& end)
{
    m_body += QStringLiteral("\\addplot[%1%2] coordinates {\n")
                  .arg(style, isForgotten ? QStringLiteral(", forget plot") : QString());
    QString row, lastX;
    for (const QPointF& at : points) {
        const bool isGap = std::isnan(at.x()) || std::isnan(at.y());
        if (isGap && lastX.isEmpty()) continue;
        // "unbounded coords=jump" makes a gap of it.
        if (!isGap) lastX = number(at.x());
        row += QStringLiteral("(%1,%2)").arg(lastX, isGap ? QStringLiteral("nan") : number(at.y()));
        if (row.size() > 90) {
            m_body += row + QLatin1Char('\n');
            row.clear();
        }
    }
    m_body += row + QStringLiteral("\n}%1;\n").arg(end);
    if (!isForgotten && m_plot.legend != LegendPlace::None)
        m_body += QStringLiteral("\\addlegendentry{%1}\n").arg(texText(series.name));
}

void TexWriter::addCurve(const PlotSeries& series)
{
    const QRectF box(QPointF(m_canvas.xAxis->range().lower, m_canvas.yAxis->range().lower),
                     QPointF(m_canvas.xAxis->range().upper, m_canvas.yAxis->range().upper));
    std::vector<QPointF> points = pointsOf(series);
    std::ranges::stable_sort(points, {}, [](const QPointF& at) { return at.x(); });
    if (series.kind == Kind::Centred && !points.empty()) {
        const double half = points.size() > 1 ? (points[1].x() - points[0].x()) / 2 : 0.5;
        points.insert(points.begin(), QPointF(points.front().x() - half, points.front().y()));
        points.emplace_back(points.back().x() + half, points.back().y());
    }
    std::vector<QPointF> line = points;
    if (series.kind != Kind::Line) line = stepCorners(line, series.kind == Kind::Centred);
    const bool isForgotten = !series.isInLegend || series.name.isEmpty();
    QString style = lineStyle(series);
    const bool hasMarksInLine = series.hasPoints && series.kind == Kind::Line && series.symbolEvery == 1;
    style += hasMarksInLine ? QStringLiteral(", ") + markStyle(series) : QStringLiteral(", no marks");
    plot(style + QStringLiteral(", unbounded coords=jump"), thinned(line), series, isForgotten);
    if (series.hasPoints && !hasMarksInLine)
        plot(QStringLiteral("only marks, color=%1, %2").arg(colour(colourOf(series)), markStyle(series)),
             thinned(pointsOf(series)), series, true);
}

/// Symbols that cover each other wholly are drawn once.
void TexWriter::addPoints(const PlotSeries& series)
{
    std::set<std::pair<int, int>> cells;
    std::vector<QPointF> points;
    const auto all = pointsOf(series);
    for (const QPointF& at : all) {
        const QPointF paper = onPaper(at);
        if (!isInside(at) || std::isnan(paper.x()) || std::isnan(paper.y())) continue;
        // Above a thousand a tenth of a millimetre is fine enough.
        const double grain = all.size() > 1000 ? 4 : 1;
        if (cells.insert({qRound(paper.x() / grain), qRound(paper.y() / grain)}).second) points.push_back(at);
    }
    if (points.size() < all.size())
        m_body += QStringLiteral("% %1 of %2 points: those that would lie on another one are drawn once.\n")
                      .arg(points.size())
                      .arg(all.size());
    plot(QStringLiteral("only marks, color=%1, %2").arg(colour(colourOf(series)), markStyle(series)), points,
         series, !series.isInLegend || series.name.isEmpty());
}

/// Levels and uprights.
void TexWriter::addLines(const PlotSeries& series)
{
    const bool isLevel = series.kind == Kind::Level;
    bool isFirst = true;
    for (const double value : isLevel ? series.y : series.x) {
        const QCPRange x = m_canvas.xAxis->range(), y = m_canvas.yAxis->range();
        if (!(isLevel ? y : x).contains(value)) continue;
        const std::vector<QPointF> line = isLevel ? std::vector<QPointF>{{x.lower, value}, {x.upper, value}}
                                                  : std::vector<QPointF>{{value, y.lower}, {value, y.upper}};
        plot(lineStyle(series) + QStringLiteral(", no marks"), line, series,
             !isFirst || !series.isInLegend || series.name.isEmpty());
        isFirst = false;
    }
}

void TexWriter::addBand(const PlotSeries& series)
{
    const QCPRange yRange = m_canvas.yAxis->range();
    const auto edge = [&](const std::vector<double>& values) {
        std::vector<QPointF> line;
        for (std::size_t i = 0; i < std::min(series.x.size(), values.size()); ++i)
            if (std::isfinite(values[i]))
                line.emplace_back(series.x[i], std::clamp(values[i], yRange.lower, yRange.upper));
        return thinned(series.isStepped ? stepCorners(line, false) : line);
    };
    std::vector<QPointF> outline = edge(series.y);
    const std::vector<QPointF> lower = edge(series.low);
    if (outline.size() < 2 || lower.size() < 2) return;
    outline.insert(outline.end(), lower.rbegin(), lower.rend());
    const QString style = series.isFilled
                              ? QStringLiteral("draw=none, fill=%1, fill opacity=%2, no marks, area legend")
                                    .arg(colour(colourOf(series)))
                                    .arg(m_theme.isDark ? 0.2 : 0.16)
                              : lineStyle(series) + QStringLiteral(", no marks");
    plot(style, outline, series, !series.isInLegend || series.name.isEmpty(), QStringLiteral(" -- cycle"));
}

void TexWriter::addBars(const PlotSeries& series)
{
    const double floor = m_canvas.yAxis->range().lower;
    bool isFirst = true;
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        const double low = std::max(floor, i < series.low.size() ? series.low[i] : 0.0);
        const double half = series.barWidth / 2, x = series.x[i], y = series.y[i];
        if (!std::isfinite(x) || !std::isfinite(y)) continue;
        plot(QStringLiteral("draw=none, fill=%1, no marks, area legend").arg(colour(colourOf(series))),
             {{x - half, low}, {x - half, y}, {x + half, y}, {x + half, low}}, series,
             !isFirst || !series.isInLegend || series.name.isEmpty(), QStringLiteral(" -- cycle"));
        isFirst = false;
    }
}

void TexWriter::addLabels(const PlotSeries& series)
{
    const QColor ink = series.colour == PlotSeries::Colour::Slot ? m_theme.ink : colourOf(series);
    for (std::size_t i = 0; i < std::min(series.x.size(), series.names.size()); ++i) {
        if (!isInside({series.x[i], series.y[i]})) continue;
        QStringList anchor;
        if (series.anchor & Qt::AlignTop) anchor << QStringLiteral("south");
        if (series.anchor & Qt::AlignBottom) anchor << QStringLiteral("north");
        if (series.anchor & Qt::AlignLeft) anchor << QStringLiteral("west");
        if (series.anchor & Qt::AlignRight) anchor << QStringLiteral("east");
        QStringList lines;
        for (const QString& line : series.names[i].split(QLatin1Char('\n')))
            lines << texText(line);
        m_body += QStringLiteral("\\node[anchor=%1, align=%2, text=%3, fill=%4, fill opacity=0.75, "
                                 "text opacity=1, inner sep=1.5pt] at (axis cs:%5,%6) {%7};\n")
                      .arg(anchor.isEmpty() ? QStringLiteral("center") : anchor.join(QLatin1Char(' ')),
                           series.anchor & Qt::AlignLeft    ? QStringLiteral("left")
                           : series.anchor & Qt::AlignRight ? QStringLiteral("right")
                                                            : QStringLiteral("center"),
                           colour(ink), colour(m_theme.page), number(series.x[i]), number(series.y[i]),
                           lines.join(QStringLiteral("\\\\")));
    }
}

void TexWriter::addThreads(const PlotSeries& series)
{
    const std::size_t columns = series.x.size();
    if (columns < 2) return;
    const std::size_t rows = series.y.size() / columns;
    if (rows > mostThreads) return addThreadDensity(series, rows);
    std::vector<QPointF> lines;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            lines.emplace_back(series.x[column], series.y[row * columns + column]);
        lines.emplace_back(std::nan(""), std::nan(""));
    }
    plot(lineStyle(series) + QStringLiteral(", no marks, unbounded coords=jump, opacity=0.6"), lines, series,
         !series.isInLegend || series.name.isEmpty());
}

void TexWriter::addThreadDensity(const PlotSeries& series, std::size_t rows)
{
    const std::size_t columns = series.x.size();
    const QCPRange range = m_canvas.yAxis->range();
    const auto levelOf = [&](double value) {
        if (!std::isfinite(value)) return -1;
        return std::clamp(static_cast<int>((value - range.lower) / range.size() * threadLevels), 0,
                          threadLevels - 1);
    };
    const auto middle = [&](int level) { return range.lower + (level + 0.5) / threadLevels * range.size(); };
    m_body += QStringLiteral("% %1 threads, drawn as lines between %2 levels: the more, the darker.\n")
                  .arg(rows)
                  .arg(threadLevels);
    std::map<int, std::vector<QPointF>> byShade; // in tenths
    for (std::size_t column = 1; column < columns; ++column) {
        std::map<std::pair<int, int>, int> counts;
        int most = 1;
        for (std::size_t row = 0; row < rows; ++row) {
            const int left = levelOf(series.y[row * columns + column - 1]);
            const int right = levelOf(series.y[row * columns + column]);
            if (left >= 0 && right >= 0) most = std::max(most, ++counts[{left, right}]);
        }
        for (const auto& [pair, count] : counts) {
            const int shade = std::max(1, qRound(10 * std::log1p(count) / std::log1p(most)));
            std::vector<QPointF>& lines = byShade[shade];
            lines.emplace_back(series.x[column - 1], middle(pair.first));
            lines.emplace_back(series.x[column], middle(pair.second));
            lines.emplace_back(std::nan(""), std::nan(""));
        }
    }
    bool isFirst = true;
    for (const auto& [shade, lines] : byShade) {
        plot(lineStyle(series) +
                 QStringLiteral(", no marks, unbounded coords=jump, opacity=%1").arg(shade / 10.0),
             lines, series, !isFirst || !series.isInLegend || series.name.isEmpty());
        isFirst = false;
    }
}

void TexWriter::add(const PlotSeries& series)
{
    switch (series.kind) {
    case Kind::Points:
        return addPoints(series);
    case Kind::Level:
    case Kind::Upright:
        return addLines(series);
    case Kind::Band:
        return addBand(series);
    case Kind::Bars:
        return addBars(series);
    case Kind::Labels:
        return addLabels(series);
    case Kind::Threads:
        return addThreads(series);
    default:
        return addCurve(series);
    }
}

QString TexWriter::axisOptions(const QCPAxis& axis, const PlotAxis& of, char letter) const
{
    // Of tables and cards, whose places are no numbers.
    if (!axis.visible())
        return QStringLiteral("  hide %1 axis, %1min=%2, %1max=%3, %1tick=\\empty,\n")
            .arg(QLatin1Char(letter))
            .arg(number(axis.range().lower), number(axis.range().upper));
    // The very ticks of the picture: PGFPlots has no "400 MF".
    QVector<double> ticks;
    QVector<QString> labels;
    axis.ticker()->generate(axis.range(), QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
    QStringList places, texts;
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        if (!axis.range().contains(ticks[i])) continue;
        places << number(ticks[i]);
        texts << QLatin1Char('{') + texText(labels.value(i)) + QLatin1Char('}');
    }
    return QStringLiteral("  %1label={%2}, %1min=%3, %1max=%4,%5\n"
                          "  %1tick={%6}, %1ticklabels={%7},\n")
        .arg(QLatin1Char(letter))
        .arg(texText(of.title), number(axis.range().lower), number(axis.range().upper),
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
        .arg(colour(m_theme.secondary), lines.join(QStringLiteral("\\\\\n")));
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

} // namespace

QByteArray texBytes(const Plot& plot, const FigureOptions& options)
{
    return TexWriter(plot, options).write();
}

} // namespace regnet
