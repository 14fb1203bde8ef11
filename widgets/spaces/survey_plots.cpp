// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/survey_plots.h"

#include "core/network/published.h"
#include "core/problem.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace regnet {
namespace {

using Kind = PlotSeries::Kind;

QString tr(const char* text)
{
    return QCoreApplication::translate("regnet::SurveyPlots", text);
}

QString titleOf(const std::string& parameter)
{
    const std::map<std::string, QString> titles{{"depth", tr("depth d")},
                                                {"width", tr("width")},
                                                {"w0", tr("w0")},
                                                {"wa", tr("wa")},
                                                {"wm", tr("wm")},
                                                {"bottleneck_ratio", tr("bottleneck ratio b")},
                                                {"group_width", tr("group width g")},
                                                {"groups", tr("groups")},
                                                {"resolution", tr("resolution (px)")}};
    const auto it = titles.find(parameter);
    return it == titles.end() ? QString::fromStdString(parameter) : it->second;
}

/// "depth_2" is depth of stage 2; 0 for a parameter of the whole network.
std::pair<std::string, int> stageOf(const std::string& parameter)
{
    const std::size_t at = parameter.rfind('_');
    const bool isStage =
        at != std::string::npos && at + 1 < parameter.size() &&
        std::ranges::all_of(parameter.substr(at + 1), [](char c) { return c >= '0' && c <= '9'; });
    if (!isStage) return {parameter, 0};
    return {parameter.substr(0, at), std::stoi(parameter.substr(at + 1))};
}

bool isCategorical(const ParameterHistogram& histogram)
{
    return histogram.low.size() <= 8;
}

/// Bins of a few values stand side by side as categories; others at the middle of their values.
double placeOf(const ParameterHistogram& histogram, std::size_t bin)
{
    if (isCategorical(histogram)) return static_cast<double>(bin);
    return histogram.isLogarithmic ? std::sqrt(histogram.low[bin] * histogram.high[bin])
                                   : (histogram.low[bin] + histogram.high[bin]) / 2;
}

PlotSeries sharesOf(const ParameterHistogram& histogram, int stage)
{
    PlotSeries series;
    std::int64_t total = 0;
    for (const std::int64_t count : histogram.accepted)
        total += count;
    const bool areBars = stage == 0 && isCategorical(histogram);
    series.kind = areBars ? Kind::Bars : stage == 0 ? Kind::Band : Kind::Line;
    series.name = stage == 0 ? tr("accepted") : tr("stage %1").arg(stage);
    series.slot = std::max(0, stage - 1);
    series.dash = Qt::SolidLine;
    series.hasPoints = stage > 0 && histogram.low.size() <= 16;
    series.size = 4;
    for (std::size_t bin = 0; bin < histogram.low.size(); ++bin) {
        series.x.push_back(placeOf(histogram, bin));
        series.y.push_back(
            total == 0 ? 0 : 100 * static_cast<double>(histogram.accepted[bin]) / static_cast<double>(total));
        if (series.kind == Kind::Band || series.kind == Kind::Bars) series.low.push_back(0);
    }
    return series;
}

PlotSeries drawnOf(const ParameterHistogram& histogram)
{
    PlotSeries series;
    series.kind = isCategorical(histogram) ? Kind::Points : Kind::Line;
    series.name = tr("drawn");
    series.colour = PlotSeries::Colour::Ink;
    series.dash = Qt::DashLine;
    series.isFilled = false;
    series.width = 1;
    series.size = 5;
    for (std::size_t bin = 0; bin < histogram.share.size(); ++bin) {
        series.x.push_back(placeOf(histogram, bin));
        series.y.push_back(100 * histogram.share[bin]);
    }
    return series;
}

QString tickText(const ParameterHistogram& histogram, std::size_t bin)
{
    return QString::number(histogram.low[bin], 'g', 4);
}

Plot plotOf(const std::string& parameter, const std::vector<const ParameterHistogram*>& histograms,
            bool areStages)
{
    Plot plot;
    const ParameterHistogram& first = *histograms.front();
    plot.title = titleOf(parameter);
    plot.subject = tr("Distribution of %1").arg(plot.title);
    plot.description = tr("Share of the accepted networks by %1").arg(plot.title);
    plot.x.scale =
        first.isLogarithmic && !isCategorical(first) ? PlotAxis::Scale::Log10 : PlotAxis::Scale::Linear;
    plot.y.title = tr("%");
    plot.y.low = 0;
    plot.legend = LegendPlace::None;
    if (isCategorical(first)) {
        for (std::size_t bin = 0; bin < first.low.size(); ++bin)
            plot.x.ticks.emplace_back(static_cast<double>(bin), tickText(first, bin));
        plot.x.low = -0.6;
        plot.x.high = static_cast<double>(first.low.size()) - 0.4;
    }
    for (std::size_t i = 0; i < histograms.size(); ++i)
        plot.series.push_back(sharesOf(*histograms[i], areStages ? static_cast<int>(i) + 1 : 0));
    // Stages share one distribution: one line says what it gives.
    if (!first.share.empty()) plot.series.push_back(drawnOf(first));
    double top = 0;
    for (const PlotSeries& series : plot.series)
        for (const double y : series.y)
            top = std::max(top, y);
    plot.y.high = top > 0 ? top * 1.15 : 1;
    return plot;
}

double heightOf(CloudHeight height, const Cost& cost)
{
    return static_cast<double>(height == CloudHeight::Activations ? cost.activations : cost.params);
}

PlotSeries pointsOf(const std::vector<SurveyPoint>& points, CloudHeight height, bool isAccepted)
{
    PlotSeries series;
    series.kind = Kind::Points;
    series.name = isAccepted ? tr("accepted") : tr("rejected");
    series.colour = isAccepted ? PlotSeries::Colour::Slot : PlotSeries::Colour::Grid;
    series.slot = 0;
    series.size = isAccepted ? 3.5 : 3;
    for (const SurveyPoint& point : points) {
        series.x.push_back(static_cast<double>(point.cost.flops));
        series.y.push_back(heightOf(height, point.cost));
        series.names.push_back(isAccepted ? tr("candidate %1").arg(point.index)
                                          : tr("candidate %1, rejected").arg(point.index));
    }
    return series;
}

PlotSeries publishedSeries(CloudHeight height, bool isY)
{
    PlotSeries series;
    series.kind = Kind::Points;
    series.name = isY ? tr("RegNetY") : tr("RegNetX");
    series.colour = PlotSeries::Colour::Ink;
    series.slot = isY ? 3 : 1;
    series.isFilled = false;
    series.size = 6;
    for (const PublishedModel& model : publishedModels()) {
        if ((model.spec.seRatio > 0) != isY) continue;
        series.x.push_back(static_cast<double>(model.cost.flops));
        series.y.push_back(heightOf(height, model.cost));
        series.names.push_back(QString::fromStdString(model.name));
    }
    return series;
}

PlotSeries curveSeries(CloudHeight height, double low, double high)
{
    PlotSeries series;
    series.name = height == CloudHeight::Activations ? tr("6.5·√f M (paper)") : tr("3 + 5.5·f M (paper)");
    series.colour = PlotSeries::Colour::Ink;
    series.dash = Qt::DashLine;
    series.width = 1;
    constexpr int steps = 32;
    for (int i = 0; i <= steps; ++i) {
        const double flops = low * std::pow(high / low, static_cast<double>(i) / steps);
        series.x.push_back(flops);
        series.y.push_back(height == CloudHeight::Activations ? CurveLimits::activationsAt(flops)
                                                              : CurveLimits::paramsAt(flops));
    }
    return series;
}

} // namespace

std::vector<ParameterPlot> parameterPlots(const Survey& survey)
{
    std::vector<std::string> order;
    std::map<std::string, std::vector<const ParameterHistogram*>> byName;
    std::map<std::string, bool> areStages;
    for (const ParameterHistogram& histogram : survey.histograms) {
        if (histogram.low.size() < 2) continue;
        const auto [name, stage] = stageOf(histogram.parameter);
        if (!byName.contains(name)) order.push_back(name);
        byName[name].push_back(&histogram);
        areStages[name] = stage > 0;
    }
    std::vector<ParameterPlot> plots;
    for (const std::string& name : order)
        plots.push_back({name, plotOf(name, byName.at(name), areStages.at(name))});
    return plots;
}

Plot cloudPlot(const Survey& survey, CloudHeight height)
{
    Plot plot;
    const bool isActivations = height == CloudHeight::Activations;
    plot.subject = isActivations ? tr("FLOPs against activations") : tr("FLOPs against parameters");
    plot.description = tr("Sampled candidates and the published models");
    plot.x.title = tr("FLOPs");
    plot.y.title = isActivations ? tr("activations") : tr("parameters");
    for (PlotAxis* axis : {&plot.x, &plot.y}) {
        axis->scale = PlotAxis::Scale::Log10;
        axis->numbers = PlotAxis::Numbers::Readable;
    }
    plot.legend = LegendPlace::Below;
    double low = 1e8, high = 5e10;
    for (const auto* points : {&survey.accepts, &survey.rejects})
        for (const SurveyPoint& point : *points) {
            const auto flops = static_cast<double>(point.cost.flops);
            if (flops > 0) low = std::min(low, flops);
            high = std::max(high, flops);
        }
    plot.series.push_back(pointsOf(survey.rejects, height, false));
    plot.series.push_back(pointsOf(survey.accepts, height, true));
    plot.series.push_back(curveSeries(height, low, high));
    plot.series.push_back(publishedSeries(height, false));
    plot.series.push_back(publishedSeries(height, true));
    return plot;
}

Plot samplesPlot(const Survey& survey, const std::string& property)
{
    if (property == "activations") return cloudPlot(survey, CloudHeight::Activations);
    if (property == "params") return cloudPlot(survey, CloudHeight::Params);
    std::string known = "activations, params";
    for (ParameterPlot& each : parameterPlots(survey)) {
        if (each.parameter == property) return std::move(each.plot);
        known += ", " + each.parameter;
    }
    throwBadInput("--property", "is \"" + property + "\"", known);
}

} // namespace regnet
