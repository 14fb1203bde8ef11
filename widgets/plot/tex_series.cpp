// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tex_writer.h"

#include "widgets/plot/clip.h"
#include "widgets/plot/tex_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

// What is inside the axes.
namespace regnet {
namespace {

using Kind = PlotSeries::Kind;

/// Places closer together than this are one: nobody sees them apart, and TeX's memory is small.
constexpr double finestMm = 0.05;
/// Threads beyond this many are drawn as lines between levels, the darker the more threads they stand for.
constexpr std::size_t mostThreads = 150;
constexpr int threadLevels = 40;

} // namespace

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
        QStringLiteral("mark=*"),         QStringLiteral("mark=square*"), QStringLiteral("mark=triangle*"),
        QStringLiteral("mark=diamond*"),
        QStringLiteral("mark=triangle*"), // turned round
        QStringLiteral("mark=+"),         QStringLiteral("mark=x"),       QStringLiteral("mark=asterisk")};
    const auto slot = static_cast<std::size_t>(series.slot % Theme::slotCount);
    const QString fill = colour(series.isFilled ? colourOf(series) : m_theme.page);
    return QStringLiteral("%1, mark size=%2pt, mark options={solid, fill=%3%4}")
        .arg(marks[slot])
        .arg(series.size / 2 * m_options.fontPt / 12, 0, 'f', 2)
        .arg(fill, slot == 4 ? QStringLiteral(", rotate=180") : QString());
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
        if (!isGap) lastX = texNumber(at.x());
        row += QStringLiteral("(%1,%2)").arg(lastX, isGap ? QStringLiteral("nan") : texNumber(at.y()));
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
    std::vector<QPointF> marked;
    for (std::size_t i = 0; i < points.size(); i += static_cast<std::size_t>(series.symbolEvery))
        marked.push_back(points[i]);
    marked = thinned(marked);
    if (series.kind == Kind::Centred && !points.empty()) {
        const double half = points.size() > 1 ? (points[1].x() - points[0].x()) / 2 : 0.5;
        points.insert(points.begin(), QPointF(points.front().x() - half, points.front().y()));
        points.emplace_back(points.back().x() + half, points.back().y());
    }
    std::vector<QPointF> line = points;
    if (series.kind != Kind::Line) line = stepCorners(line, series.kind == Kind::Centred);
    const bool isForgotten = !series.isInLegend || series.name.isEmpty();
    const bool hasMarksInLine = series.hasPoints && series.kind == Kind::Line && series.symbolEvery == 1;
    const bool hasMarksApart = series.hasPoints && !hasMarksInLine;
    const QString style = lineStyle(series) + (hasMarksInLine ? QStringLiteral(", ") + markStyle(series)
                                                              : QStringLiteral(", no marks"));
    plot(style + QStringLiteral(", unbounded coords=jump"), thinned(line), series,
         isForgotten || hasMarksApart);
    if (!hasMarksApart) return;
    plot(QStringLiteral("only marks, color=%1, %2").arg(colour(colourOf(series)), markStyle(series)), marked,
         series, true);
    if (isForgotten || m_plot.legend == LegendPlace::None) return;
    m_body += QStringLiteral("\\addlegendimage{%1, %2}\n\\addlegendentry{%3}\n")
                  .arg(lineStyle(series), markStyle(series), texText(series.name));
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
                           colour(ink), colour(m_theme.page), texNumber(series.x[i]), texNumber(series.y[i]),
                           texLines(lines));
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

} // namespace regnet
