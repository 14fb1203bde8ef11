// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/own_panel.h"

#include "core/network/linear_fit.h"
#include "core/network/published.h"
#include "core/network/quantise.h"
#include "core/stats/best_range.h"
#include "core/stats/correlation.h"
#include "core/stats/edf.h"
#include "core/stats/expected_best.h"
#include "core/stats/least_squares.h"
#include "core/stats/line_fits.h"
#include "core/stats/selection.h"
#include "core/study/study_plan.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace regnet {
namespace {

using Kind = PanelSeries::Kind;

double unitOf(const std::string& property)
{
    if (property == "flops") return 1e-9;
    if (property == "params" || property == "activations") return 1e-6;
    return 1;
}

std::string labelOf(const std::string& property)
{
    if (property == "flops") return "flops (B)";
    if (property == "params" || property == "activations") return property + " (M)";
    if (property == "time") return "inference time (ms)";
    return property;
}

const StudyPopulation& entryOf(const Study& study, const StudyPopulationData& data)
{
    return populationOf(study, data.key);
}

std::string legendOf(const Study& study, const StudyPopulationData& data)
{
    const StudyPopulation& entry = entryOf(study, data);
    const Edf edf(data.population);
    std::string text = entry.label.empty() ? entry.key : entry.label;
    if (!edf.min()) return text + fmt::format(" [n {}, all failed or not trained]", edf.size());
    return text + fmt::format(" [n {}, min {:.1f}, mean {:.1f}]", edf.size(), *edf.min(), *edf.mean());
}

PanelData edfPanel(const Study& study, const std::vector<StudyPopulationData>& populations)
{
    PanelData data;
    data.xLabel = "error";
    data.yLabel = "cumulative prob.";
    for (const StudyPopulationData& each : populations) {
        PanelSeries series{Kind::Edf, legendOf(study, each), false, {}};
        const Edf edf(each.population);
        for (const EdfStep& step : edf.steps())
            series.points.push_back({step.error, step.probability, 0});
        if (edf.failed() > 0)
            data.remarks.push_back(
                fmt::format("{}: {} of {} failed and count as infinite; the curve ends at {:.3f}.", each.key,
                            edf.failed(), edf.size(),
                            1 - static_cast<double>(edf.failed()) / static_cast<double>(edf.size())));
        data.series.push_back(std::move(series));
    }
    return data;
}

PanelData scatterPanel(const StudyPanel& panel, const Study& study,
                       std::vector<StudyPopulationData> populations, const std::function<bool()>& isStopped)
{
    PanelData data;
    data.xLabel = labelOf(panel.property);
    data.yLabel = "error";
    const double unit = unitOf(panel.property);
    for (StudyPopulationData& each : populations) {
        if (panel.property == "e_fit") {
            const auto fits = lineFits(each.population, FitDomain::ValidOnly, isStopped);
            for (std::size_t i = 0; i < fits.size(); ++i)
                if (fits[i]) each.population.members[i].properties["e_fit"] = *fits[i];
        }
        PanelSeries series{Kind::Scatter, legendOf(study, each), false, {}};
        for (const Pair& pair : pairsOf(each.population, panel.property, "error"))
            if (std::isfinite(pair.x) && std::isfinite(pair.y))
                series.points.push_back({pair.x * unit, pair.y, 0});
        if (const auto range = bestRange(each.population, panel.property)) {
            data.series.push_back(
                {Kind::Range,
                 fmt::format("{}: best of a quarter, 95 % (bootstrap, closed form)", each.key),
                 false,
                 {{range->low * unit, range->best * unit, range->high * unit}}});
        }
        data.series.push_back(std::move(series));
    }
    return data;
}

PanelData searchPanel(const Study& study, const std::vector<StudyPopulationData>& populations)
{
    PanelData data;
    data.xLabel = "sample size";
    data.yLabel = "error";
    data.isLogX = true;
    for (const StudyPopulationData& each : populations) {
        PanelSeries band{Kind::Band, each.key + ", ±1 sd", false, {}};
        PanelSeries line{Kind::Line, legendOf(study, each) + ", expected best of k (closed form)", false, {}};
        const Edf edf(each.population);
        for (const ExpectedBest& best : randomSearchCurve(edf, std::max<std::int64_t>(1, edf.size()))) {
            if (!best.mean) continue;
            const auto k = static_cast<double>(best.k);
            band.points.push_back({k, *best.mean - *best.deviation, *best.mean + *best.deviation});
            line.points.push_back({k, *best.mean, 0});
        }
        data.series.push_back(std::move(band));
        data.series.push_back(std::move(line));
    }
    return data;
}

/// FLOPs of a population in 10^9: the median of its networks, as a regime is another one at another scale.
std::optional<double> regimeOf(const Population& population)
{
    std::vector<double> flops;
    for (const Member& member : population.members)
        if (const auto value = propertyOf(member, "flops")) flops.push_back(*value);
    if (flops.empty()) return std::nullopt;
    std::ranges::nth_element(flops, flops.begin() + static_cast<std::ptrdiff_t>(flops.size() / 2));
    return flops[flops.size() / 2] * 1e-9;
}

void sortByX(PanelData& data)
{
    for (PanelSeries& series : data.series)
        if (series.kind == Kind::Line || series.kind == Kind::Band) std::ranges::sort(series.points);
}

PanelData trendPanel(const StudyPanel& panel, const std::vector<StudyPopulationData>& populations)
{
    PanelData data;
    data.xLabel = "flops (B)";
    data.yLabel = labelOf(panel.property);
    data.isLogX = true;
    const double unit = unitOf(panel.property);
    PanelSeries all{Kind::Band, "all", false, {}};
    PanelSeries good{Kind::Band, "good (95 % of the winners)", false, {}};
    PanelSeries best{Kind::Line, "best", false, {}};
    for (const StudyPopulationData& each : populations) {
        const auto x = regimeOf(each.population);
        const auto range = bestRange(each.population, panel.property);
        if (!x || !range) continue;
        double low = range->low;
        double high = range->high;
        for (const Member& member : each.population.members)
            if (const auto value = propertyOf(member, panel.property)) {
                low = std::min(low, *value);
                high = std::max(high, *value);
            }
        all.points.push_back({*x, low * unit, high * unit});
        good.points.push_back({*x, range->low * unit, range->high * unit});
        best.points.push_back({*x, range->best * unit, 0});
    }
    if (best.points.empty())
        data.remarks.push_back("No population has finished networks with the property " + panel.property +
                               ".");
    data.series = {std::move(all), std::move(good), std::move(best)};
    sortByX(data);
    return data;
}

/// "2470", "46.3": without an exponent where a person would write none; a legend has little room.
std::string threeDigits(double value)
{
    const double size = std::abs(value);
    if (size < 1000 || size >= 1e6) return fmt::format("{:.3g}", value);
    const double step = size < 1e4 ? 10 : size < 1e5 ? 100 : 1000;
    return fmt::format("{:.0f}", std::round(value / step) * step);
}

/// "46.3·√f + 2470·f", as the paper's legends have it.
std::string equationOf(GrowthForm form, const LeastSquares& fit)
{
    std::string text(nameOf(form)); // a stands in it once, and b at most once
    const double a = fit.coefficients[0].value;
    text.replace(text.find('a'), 1, threeDigits(a));
    if (fit.coefficients.size() < 2) return text;
    const double b = fit.coefficients[1].value;
    text.replace(text.find("+ b"), 3, (b < 0 ? "- " : "+ ") + threeDigits(std::abs(b)));
    return text;
}

/// "a = 46.3 (-74.8 to 167), b = 2470 (1970 to 2970)", of a fit that has intervals.
std::string intervalsOf(const LeastSquares& fit)
{
    std::string text;
    for (std::size_t i = 0; i < fit.coefficients.size(); ++i) {
        const Coefficient& c = fit.coefficients[i];
        text += fmt::format("{} = {} ({} to {})", i == 0 ? "a" : ", b", threeDigits(c.value),
                            threeDigits(c.low.value()), threeDigits(c.high.value()));
    }
    return text;
}

PanelData growthPanel(const StudyPanel& panel, const std::vector<StudyPopulationData>& populations)
{
    PanelData data = trendPanel(panel, populations);
    std::vector<double> f;
    std::vector<double> y;
    for (const auto& point : data.series.back().points) {
        f.push_back(point[0]);
        y.push_back(point[1]);
    }
    const GrowthForm form = growthFormOf(panel.form).value_or(GrowthForm::SquareRoot);
    const auto fit = fitGrowth(form, f, y);
    if (!fit) {
        data.remarks.push_back(fmt::format("A fit of {} needs more regimes than the {} that are there.",
                                           nameOf(form), f.size()));
        return data;
    }
    // As many points as coefficients leave nothing to estimate an interval from.
    if (fit->coefficients.front().low)
        data.remarks.push_back(
            fmt::format("Fit of {} with 95 % intervals: {}.", nameOf(form), intervalsOf(*fit)));
    PanelSeries line{Kind::Line, "fit " + equationOf(form, *fit), false, {}};
    for (const double each : f)
        line.points.push_back({each, growthAt(form, *fit, each), 0});
    data.series.push_back(std::move(line));
    return data;
}

PanelData meanPanel(const Study& study, const StudyPanel& panel,
                    const std::vector<StudyPopulationData>& populations)
{
    PanelData data;
    data.xLabel = "flops (B)";
    data.yLabel = panel.property == "error" ? "error" : labelOf(panel.property);
    data.isLogX = true;
    const double unit = unitOf(panel.property);
    std::map<std::string, std::pair<PanelSeries, PanelSeries>> byLabel;
    for (const StudyPopulationData& each : populations) {
        std::vector<double> values;
        for (const Member& member : each.population.members)
            if (member.state == Member::State::Finished)
                if (const auto value = propertyOf(member, panel.property)) values.push_back(*value * unit);
        const auto x = regimeOf(each.population);
        if (!x || values.empty()) continue;
        const auto n = static_cast<double>(values.size());
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
        double squares = 0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        const double twice = 2 * std::sqrt(squares / n); // sd divides by n, as in the paper's bands
        const StudyPopulation& entry = entryOf(study, each);
        const std::string label = entry.label.empty() ? entry.key : entry.label;
        auto& [band, line] = byLabel
                                 .try_emplace(label, PanelSeries{Kind::Band, label + ", ±2 sd", false, {}},
                                              PanelSeries{Kind::Line, label + ", mean", false, {}})
                                 .first->second;
        band.points.push_back({*x, mean - twice, mean + twice});
        line.points.push_back({*x, mean, 0});
    }
    for (auto& [label, both] : byLabel) {
        data.series.push_back(std::move(both.first));
        data.series.push_back(std::move(both.second));
    }
    data.remarks.emplace_back("Means are over finished networks.");
    sortByX(data);
    return data;
}

/// Finished members, best first.
std::vector<const Member*> ranked(const Population& population)
{
    std::vector<const Member*> members;
    for (const Member& member : population.members)
        if (member.state == Member::State::Finished && std::isfinite(member.error))
            members.push_back(&member);
    std::ranges::stable_sort(members, {}, [](const Member* member) { return member->error; });
    return members;
}

PanelSeries stepsOf(const std::vector<std::int64_t>& widths, const std::string& label)
{
    PanelSeries series{Kind::Steps, label, false, {}};
    for (std::size_t block = 0; block < widths.size(); ++block)
        series.points.push_back({static_cast<double>(block), static_cast<double>(widths[block]), 0});
    return series;
}

PanelData widthAxes()
{
    PanelData data;
    data.xLabel = "block index";
    data.yLabel = "width";
    data.isLogY = true;
    return data;
}

PanelData widthsPanel(const StudyPanel& panel, const std::vector<StudyPopulationData>& populations)
{
    PanelData data = widthAxes();
    for (const StudyPopulationData& each : populations) {
        std::vector<const Member*> members = ranked(each.population);
        if (panel.rank < 0) std::ranges::reverse(members);
        const auto first = static_cast<std::size_t>(std::abs(panel.rank) - 1);
        for (std::size_t i = first; i < first + static_cast<std::size_t>(panel.count) && i < members.size();
             ++i) {
            const std::vector<Stage> stages = stagesOf(*members[i]);
            if (!stages.empty())
                data.series.push_back(
                    stepsOf(blockWidths(stages), fmt::format("{}, {} {}: {:.2f} %", each.key,
                                                             panel.rank > 0 ? "rank" : "rank from the worst",
                                                             i + 1, members[i]->error)));
        }
    }
    if (data.series.empty()) data.remarks.emplace_back("No finished network of that rank has known stages.");
    return data;
}

PanelData linePanel(const StudyPanel& panel, const std::vector<StudyPopulationData>& populations)
{
    PanelData data = widthAxes();
    for (const StudyPopulationData& each : populations) {
        const std::vector<const Member*> members = ranked(each.population);
        const auto index = static_cast<std::size_t>(panel.rank - 1);
        if (index >= members.size()) continue;
        const std::vector<Stage> stages = stagesOf(*members[index]);
        if (stages.empty()) continue;
        data.series.push_back(
            stepsOf(blockWidths(stages), fmt::format("observed width, {:.2f} %", members[index]->error)));
        const auto fit = findLine(stages);
        if (!fit) continue;
        std::vector<std::int64_t> fitted;
        for (std::size_t stage = 0; stage < fit->quantised.widths.size(); ++stage)
            fitted.insert(fitted.end(), static_cast<std::size_t>(fit->quantised.depths[stage]),
                          fit->quantised.widths[stage]);
        data.series.push_back(stepsOf(
            fitted, fmt::format("quantised fit, e_fit {:.4f}, w_m {:.2f}", fit->error, fit->line.wm)));
        PanelSeries line{
            Kind::Line, fmt::format("u_j = {} + {:.2f} j", fit->line.w0, fit->line.wa), false, {}};
        for (std::size_t block = 0; block < fitted.size(); ++block)
            line.points.push_back(
                {static_cast<double>(block),
                 static_cast<double>(fit->line.w0) + fit->line.wa * static_cast<double>(block), 0});
        data.series.push_back(std::move(line));
    }
    if (data.series.empty()) data.remarks.emplace_back("No finished network of that rank has known stages.");
    return data;
}

PanelData timePanel(const Study& study, const StudyPanel& panel,
                    const std::vector<StudyPopulationData>& populations)
{
    PanelData data;
    data.xLabel = labelOf(panel.property);
    data.yLabel = labelOf("time");
    std::vector<Pair> all;
    for (const StudyPopulationData& each : populations) {
        PanelSeries series{Kind::Scatter, legendOf(study, each), false, {}};
        for (const Pair& pair : pairsOf(each.population, panel.property, "time")) {
            if (!std::isfinite(pair.x) || !std::isfinite(pair.y)) continue;
            series.points.push_back({pair.x * unitOf(panel.property), pair.y, 0});
            all.push_back(pair);
        }
        if (!series.points.empty()) data.series.push_back(std::move(series));
    }
    const Correlation r = correlate(all, CorrelationKind::Pearson);
    if (r.value && r.low)
        data.remarks.push_back(fmt::format("r = {:.3f} ({:.3f} to {:.3f}, {:g} %), n = {}.", *r.value, *r.low,
                                           *r.high, 100 * r.confidence, r.n));
    else
        data.remarks.emplace_back(
            "Too few of these networks have a measured run time: regnet study measure.");
    return data;
}

} // namespace

PanelData ownPanel(const Study& study, const StudyPanel& panel,
                   const std::vector<StudyPopulationData>& populations,
                   const std::function<bool()>& isStopped)
{
    if (populations.empty()) return {};
    switch (panel.kind) {
    case PanelKind::Edf:
        return edfPanel(study, populations);
    case PanelKind::Scatter:
        return scatterPanel(panel, study, populations, isStopped);
    case PanelKind::RandomSearch:
        return searchPanel(study, populations);
    case PanelKind::Trend:
        return trendPanel(panel, populations);
    case PanelKind::Growth:
        return growthPanel(panel, populations);
    case PanelKind::MeanTrend:
        return meanPanel(study, panel, populations);
    case PanelKind::Widths:
        return widthsPanel(panel, populations);
    case PanelKind::LineFit:
        return linePanel(panel, populations);
    case PanelKind::RunTime:
        return timePanel(study, panel, populations);
    case PanelKind::Cards:
    case PanelKind::Models:
    case PanelKind::SpaceSizes:
    case PanelKind::Table:
        break;
    }
    return {};
}

PanelData modelsPanel(const StudyPanel& panel)
{
    PanelData data = panel.kind == PanelKind::Cards ? widthAxes() : PanelData{};
    data.table.push_back({"model", "flops (B)", "params (M)", "activations (M)", "depth", "w0", "wa", "wm",
                          "g", "ms for 64", "hours", "error"});
    const auto orDash = [](std::optional<double> value) {
        return value ? shortest(*value) : std::string("-");
    };
    for (const std::string& name : panel.models) {
        const PublishedModel& model = publishedModel(name);
        const Network network = realise(model.spec);
        std::vector<std::string> row{
            model.name, fmt::format("{:.3f}", static_cast<double>(model.cost.flops) * 1e-9),
            fmt::format("{:.3f}", static_cast<double>(model.cost.params) * 1e-6),
            fmt::format("{:.3f}", static_cast<double>(model.cost.activations) * 1e-6)};
        if (model.spec.regnet) {
            const auto& line = *model.spec.regnet;
            for (std::string cell :
                 {std::to_string(line.line.depth), shortest(line.line.w0), shortest(line.line.wa),
                  shortest(line.line.wm), std::to_string(line.groupWidth)})
                row.push_back(std::move(cell));
        } else {
            row.resize(row.size() + 5, "-");
        }
        row.push_back(orDash(model.inferenceMs));
        row.push_back(orDash(model.trainingHours));
        row.push_back(orDash(model.paperTop1Error));
        data.table.push_back(std::move(row));
        if (panel.kind == PanelKind::Cards)
            data.series.push_back(stepsOf(blockWidths(network.stages), model.name));
    }
    data.remarks.emplace_back(
        "Counts are exact at 224 px; times (V100) and errors (mean of five) as the paper prints them.");
    return data;
}

} // namespace regnet
