// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/panel_figure.h"

#include "widgets/figures/table_figure.h"
#include "widgets/shown_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace regnet {
namespace {

using Kind = PanelSeries::Kind;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::PanelFigure", text);
}

/// What belongs together has one colour: a mean and its band, a range and its cloud. "AnyNetX_A, ±1 sd" and
/// "AnyNetX_A [n 497, …]" are both "AnyNetX_A".
std::string stemOf(const std::string& label)
{
    std::size_t end = label.size();
    for (const char* mark : {", ", " [", ": ", " ("})
        end = std::min(end, label.find(mark));
    return label.substr(0, end);
}

bool isTrend(const PanelData& data)
{
    return std::ranges::any_of(data.series, [](const PanelSeries& series) {
        return series.kind == Kind::Band && series.label.starts_with("all");
    });
}

PlotSeries seriesOf(const PanelSeries& from, int slot)
{
    PlotSeries series{.name = shownText(from.label), .slot = slot};
    for (const auto& point : from.points) {
        series.x.push_back(point[0]);
        series.y.push_back(point[1]);
    }
    series.dash = from.isPublished ? publishedDash(slot) : Qt::SolidLine;
    series.width = from.isPublished ? 1.25 : 1.75;
    series.isFilled = !from.isPublished;
    switch (from.kind) {
    case Kind::Edf:
        series.kind = PlotSeries::Kind::Steps;
        markCurve(series, from.isPublished);
        break;
    case Kind::Line:
        series.kind = PlotSeries::Kind::Line;
        if (from.points.size() <= 20)
            series.hasPoints = true; // few: each is seen
        else
            markCurve(series, from.isPublished);
        break;
    case Kind::Band:
        series.kind = PlotSeries::Kind::Band;
        series.low = series.y;
        for (std::size_t i = 0; i < from.points.size(); ++i)
            series.y[i] = from.points[i][2];
        series.isFilled = true;
        break;
    case Kind::Scatter:
    case Kind::Marker:
        series.kind = PlotSeries::Kind::Points;
        series.size = 5;
        break;
    case Kind::Steps:
        series.kind = PlotSeries::Kind::Centred;
        series.hasPoints = true;
        series.size = 4;
        break;
    case Kind::Range:
        break;
    }
    return series;
}

struct Height
{
    double low = 0, high = 1;
};

/// Ranges are as high as everything else together.
Height heightOf(const PanelData& data)
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const PanelSeries& series : data.series) {
        if (series.kind == Kind::Range) continue;
        for (const auto& point : series.points) {
            low = std::min(low, point[1]);
            high = std::max(high, series.kind == Kind::Band ? point[2] : point[1]);
        }
    }
    if (low > high) return {};
    const double air = data.isLogY ? 0 : 0.04 * (high - low);
    return {low - air, high + air};
}

void addRange(Plot& plot, const PanelSeries& from, int slot, const Height& height)
{
    if (from.points.empty()) return;
    const auto& [low, best, high] = from.points.front();
    PlotSeries band{.kind = PlotSeries::Kind::Band, .name = shownText(from.label), .slot = slot};
    band.x = {low, high};
    band.y = {height.high, height.high};
    band.low = {height.low, height.low};
    PlotSeries line{.kind = PlotSeries::Kind::Upright, .isInLegend = false, .slot = slot};
    line.name = tr("%1: best").arg(shownText(from.label));
    line.x = {best};
    line.dash = from.isPublished ? publishedDash(slot) : Qt::SolidLine;
    line.width = 2;
    plot.series.push_back(std::move(band));
    plot.series.push_back(std::move(line));
}

PlotAxis axisFrom(const std::string& label, bool isLog)
{
    PlotAxis axis;
    axis.title = label == "error" ? tr("error (%)") : propertyTitle(label);
    if (label == "cumulative prob.") axis.shortTitle = tr("cum. prob.");
    if (isLog) axis.scale = PlotAxis::Scale::Log2;
    return axis;
}

/// Study and panel that ask of the populations what the choice says.
struct Question
{
    Study study;
    StudyPanel panel;
    std::vector<StudyPopulationData> data;
};

Question questionOf(std::span<const ShownPopulation> populations, const PanelChoice& choice)
{
    Question question;
    question.panel.name = "panel";
    question.panel.kind = choice.kind;
    question.panel.property = choice.property;
    question.panel.form = choice.form;
    question.panel.rank = choice.rank;
    question.panel.count = choice.count;
    std::set<std::string> keys;
    for (const ShownPopulation& shown : populations) {
        if (!shown.isVisible) continue;
        const std::string name = displayName(*shown.population).toStdString();
        std::string key = name;
        for (int i = 2; !keys.insert(key).second; ++i)
            key = name + " " + std::to_string(i);
        StudyPopulation entry;
        entry.key = key;
        question.study.populations.push_back(std::move(entry));
        question.data.push_back({key, *shown.population});
    }
    return question;
}

} // namespace

PanelFigure::PanelFigure(const PanelData& data, const QStringList& warnings)
{
    m_plot.title = shownText(data.title);
    m_plot.subject = m_plot.title.isEmpty()
                         ? tr("%1 against %2").arg(shownText(data.yLabel), shownText(data.xLabel))
                         : m_plot.title;
    m_plot.x = axisFrom(data.xLabel, data.isLogX);
    m_plot.y = axisFrom(data.yLabel, data.isLogY);
    m_plot.warnings = warnings;
    QStringList remarks;
    for (const std::string& remark : data.remarks) {
        const QString text = shownText(remark);
        if (remark.find("do not compare") != std::string::npos) {
            if (warnings.isEmpty()) m_plot.warnings << text;
        } else {
            remarks << text;
        }
    }
    m_plot.caption = remarks.join(QLatin1Char(' '));
    m_plot.description = m_plot.subject + QLatin1String(". ") + m_plot.caption;
    if (data.kind == PanelKind::Cards) {
        arrangeCards(m_plot, data);
        return;
    }
    if (data.series.empty() && !data.table.empty()) {
        arrangeTable(m_plot, data.table);
        return;
    }
    // Of populations that are errors only some panels have series without a point: an empty frame says less
    // than the sentence that a plot without series gives way to.
    const auto isEmpty = [](const PanelSeries& series) { return series.points.empty(); };
    if (std::ranges::all_of(data.series, isEmpty)) return;
    const bool hasOneColour = isTrend(data);
    const Height height = heightOf(data);
    std::map<std::string, int> slots;
    std::vector<PlotSeries> above;
    for (const PanelSeries& each : data.series) {
        const bool isOfTheTrend =
            each.label.starts_with("all") || each.label.starts_with("good") || each.label.starts_with("best");
        const std::string stem =
            hasOneColour && isOfTheTrend ? (each.isPublished ? "paper" : "own") : stemOf(each.label);
        const int slot = slots.try_emplace(stem, static_cast<int>(slots.size())).first->second;
        if (each.kind == Kind::Range) {
            addRange(m_plot, each, slot, height);
            continue;
        }
        PlotSeries series = seriesOf(each, slot);
        // Bands lie below all lines and points.
        (each.kind == Kind::Band ? m_plot.series : above).push_back(std::move(series));
    }
    m_plot.series.insert(m_plot.series.end(), std::make_move_iterator(above.begin()),
                         std::make_move_iterator(above.end()));
}

PlotCard PanelFigure::card(const PlotHover& hover) const
{
    if (hover.series < 0 || hover.point < 0) return {};
    const PlotSeries& series = m_plot.series[static_cast<std::size_t>(hover.series)];
    const auto point = static_cast<std::size_t>(hover.point);
    if (point >= series.x.size() || point >= series.y.size()) return {};
    if (!m_plot.x.ticks.empty()) { // an arrangement
        if (series.kind == PlotSeries::Kind::Labels || point >= series.names.size()) return {};
        return {QStringLiteral("<b>%1</b><br>%2")
                    .arg(series.name.toHtmlEscaped(), series.names[point].toHtmlEscaped()),
                QPointF(series.x[point], series.y[point]), std::nullopt};
    }
    return {QStringLiteral("<b>%1</b><br>%2 = %3<br>%4 = %5")
                .arg(series.name.toHtmlEscaped(), m_plot.x.title.toHtmlEscaped())
                .arg(series.x[point], 0, 'g', 5)
                .arg(m_plot.y.title.toHtmlEscaped())
                .arg(series.y[point], 0, 'g', 5),
            QPointF(series.x[point], series.y[point]), std::nullopt};
}

QString panelFigureName(PanelKind kind)
{
    switch (kind) {
    case PanelKind::Trend:
        return QStringLiteral("trends");
    case PanelKind::Growth:
        return QStringLiteral("fits");
    case PanelKind::MeanTrend:
        return QStringLiteral("means");
    case PanelKind::RandomSearch:
        return QStringLiteral("best-of-k");
    case PanelKind::Widths:
        return QStringLiteral("widths");
    case PanelKind::LineFit:
        return QStringLiteral("line");
    default:
        return {};
    }
}

PanelFigure panelFigure(std::span<const ShownPopulation> populations, const PanelChoice& choice,
                        const std::function<bool()>& isStopped)
{
    const Question question = questionOf(populations, choice);
    if (question.data.empty()) return PanelFigure(PanelData{});
    return PanelFigure(panelData(question.study, question.panel, question.data, PanelSource::Own, isStopped),
                       comparisonWarnings(populations));
}

} // namespace regnet
