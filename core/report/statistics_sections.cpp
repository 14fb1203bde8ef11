// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sections.h"

#include "core/report/charts.h"
#include "core/report/markup.h"
#include "core/stats/best_range.h"
#include "core/stats/comparability.h"
#include "core/stats/comparison.h"
#include "core/stats/correlation.h"
#include "core/stats/selection.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace regnet {
namespace {

using Column = HtmlTable::Column;

/// Draws of the bootstrap that a page is worth: some seconds.
constexpr std::int64_t mostDraws = 20'000'000;
constexpr std::size_t shownNetworks = 5;

/// What a reader asks for first; what is left comes behind in the alphabet, stage by stage ones not at all.
constexpr std::array<std::string_view, 12> firstProperties{
    "flops", "params",           "activations", "depth",    "w0",         "wa",
    "wm",    "bottleneck_ratio", "group_width", "se_ratio", "resolution", "stages"};

bool isOfOneStage(const std::string& name)
{
    const std::size_t line = name.rfind('_');
    return line != std::string::npos && line + 1 < name.size() &&
           name.find_first_not_of("0123456789", line + 1) == std::string::npos;
}

/// Properties that differ somewhere, the usual ones first.
std::vector<std::string> shownProperties(const std::vector<Population>& populations)
{
    std::map<std::string, std::pair<double, double>> seen;
    for (const Population& population : populations)
        for (const Member& member : population.members)
            for (const auto& [name, value] : member.properties) {
                const auto [at, isNew] = seen.try_emplace(name.text(), value, value);
                at->second = {std::min(at->second.first, value), std::max(at->second.second, value)};
            }
    std::erase_if(seen, [](const auto& each) {
        return each.second.first == each.second.second || isOfOneStage(each.first);
    });
    // pycls's sweeps have the sampler's own names as well: the same numbers twice.
    if (seen.contains("w0"))
        std::erase_if(seen, [](const auto& each) { return each.first.starts_with("regnet_"); });
    std::vector<std::string> names;
    for (const std::string_view name : firstProperties)
        if (seen.erase(std::string(name)) > 0) names.emplace_back(name);
    for (const auto& [name, range] : seen)
        names.push_back(name);
    return names;
}

std::string valueText(double value)
{
    return std::abs(value) >= 10'000 ? readableCount(value) : fmt::format("{:.4g}", value);
}

std::string interval(std::optional<double> low, std::optional<double> high, int decimals)
{
    return orDash(low, decimals) + " to " + orDash(high, decimals);
}

ComparisonSettings settingsFor(const std::vector<Population>& populations, double confidence)
{
    std::size_t networks = 1;
    for (const Population& population : populations)
        networks = std::max(networks, population.members.size() + populations.front().members.size());
    const auto pairs = static_cast<std::int64_t>(std::max<std::size_t>(1, populations.size() - 1));
    ComparisonSettings settings;
    settings.quantiles = {0.05, 0.5};
    settings.bootstrap.confidence = confidence;
    settings.bootstrap.resamples = std::clamp(mostDraws / pairs / static_cast<std::int64_t>(networks),
                                              std::int64_t{50}, settings.bootstrap.resamples);
    return settings;
}

std::string remarksOf(const std::vector<std::string>& remarks)
{
    std::string text;
    for (const std::string& remark : remarks)
        text += "<p class=\"warning\">" + escaped(remark) + "</p>\n";
    return text;
}

std::string networkName(const Member& member)
{
    std::string text = escaped(member.label);
    if (!member.networkHash.empty())
        text +=
            (text.empty() ? "" : " ") + ("<code>" + escaped(member.networkHash.substr(0, 10)) + "</code>");
    return text.empty() ? "&ndash;" : text;
}

/// Depth and width of each stage, where the properties know them.
std::vector<std::pair<std::int64_t, std::int64_t>> stagesOf(const Member& member)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> stages;
    for (int stage = 1; stage <= 16; ++stage) {
        const auto depth = propertyOf(member, "depth_" + std::to_string(stage));
        const auto width = propertyOf(member, "width_" + std::to_string(stage));
        if (!depth || !width || !(*depth >= 1 && *depth < 1e6 && *width >= 1 && *width < 1e9)) break;
        stages.emplace_back(static_cast<std::int64_t>(*depth), static_cast<std::int64_t>(*width));
    }
    return stages;
}

void addNetworks(HtmlTable& table, std::span<const Member* const> members, std::size_t firstRank,
                 const std::vector<std::string>& properties)
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::vector<std::string> row{std::to_string(firstRank + i), fmt::format("{:.2f}", members[i]->error),
                                     networkName(*members[i]), staircase(stagesOf(*members[i]))};
        for (const std::string& property : properties) {
            const auto value = propertyOf(*members[i], property);
            row.push_back(value ? escaped(valueText(*value)) : "&ndash;");
        }
        table.add(std::move(row));
    }
}

} // namespace

std::string orDash(std::optional<double> value, int decimals)
{
    return value ? fmt::format("{:.{}f}", *value, decimals) : "&ndash;";
}

std::string pValueText(double p)
{
    return p >= 0.001 ? fmt::format("{:.3f}", p) : p > 0 ? fmt::format("{:.1e}", p) : "0";
}

std::string nameCell(const Population& population, std::size_t index)
{
    return "<span class=\"name\">" + swatch(index) + "<span>" + escaped(population.name) +
           (population.isPublished ? " (paper)" : "") + "</span></span>";
}

std::string summarySection(const std::vector<Population>& populations)
{
    HtmlTable table({{"population", false},
                     {"networks"},
                     {"finished"},
                     {"failed"},
                     {"pending"},
                     {"min"},
                     {"mean"},
                     {"5 %"},
                     {"median"},
                     {"error", false},
                     {"trained with", false}});
    for (std::size_t i = 0; i < populations.size(); ++i) {
        const Edf edf(populations[i]);
        table.add({nameCell(populations[i], i), std::to_string(edf.size() + edf.pending()),
                   std::to_string(edf.errors().size()), std::to_string(edf.failed()),
                   std::to_string(edf.pending()), orDash(edf.min(), 2), orDash(edf.mean(), 2),
                   orDash(edf.quantile(0.05), 2), orDash(edf.quantile(0.5), 2),
                   escaped(populations[i].errorKind), escaped(populations[i].recipe)});
    }
    return table.markup(
               "Errors in %. Minimum and mean are over finished networks; quantiles count failed ones as "
               "infinite (&ndash; where they lie among these).") +
           remarksOf(remarksOn(populations));
}

std::string findingsSection(const ReportInput& input)
{
    if (input.findings.empty()) return {};
    HtmlTable table({{"claim of the paper", false},
                     {"setting", false},
                     {"verdict", false},
                     {"here", false},
                     {"in the paper", false}},
                    HtmlTable::Narrow::Stacks);
    for (const Finding& finding : input.findings) {
        std::string here = escaped(finding.here);
        if (finding.verdict == Verdict::CannotJudge && !finding.why.empty())
            here += (here.empty() ? "" : here.ends_with('.') ? " " : ". ") + escaped(finding.why);
        table.add({escaped(finding.claim), escaped(finding.setting), escaped(nameOf(finding.verdict)), here,
                   escaped(finding.paper)});
    }
    return table.markup("Tests are corrected for their number (Holm).");
}

std::string curvesSection(const ReportInput& input, const std::vector<Population>& populations)
{
    const std::string chart = edfChart(populations, input.confidence);
    if (chart.empty()) return "<p>No network has finished yet.</p>\n";
    std::string legend;
    for (std::size_t i = 0; i < populations.size(); ++i)
        legend += nameCell(populations[i], i) + " &emsp; ";
    return "<figure>" + chart + "<figcaption>" + legend +
           (populations.size() <= 5 ? fmt::format("<br>Thin lines: bands of Dvoretzky, Kiefer and Wolfowitz, "
                                                  "{:g} %, everywhere at once. ",
                                                  100 * input.confidence)
                                    : std::string("<br>")) +
           "Exact steps k/n; failed networks count as infinite error.</figcaption></figure>\n";
}

std::string testsSection(const ReportInput& input, const std::vector<Population>& populations)
{
    if (populations.size() < 2) return {};
    const ComparisonSettings settings = settingsFor(populations, input.confidence);
    const std::vector<PairComparison> comparisons = compareToFirst(populations, settings);
    HtmlTable table({{"compared with the first", false},
                     {"KS D"},
                     {"p"},
                     {"p, Holm"},
                     {"P(first better)"},
                     {"p"},
                     {"p, Holm"},
                     {"difference of means"},
                     {"of medians"}});
    std::string remarks;
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        const PairComparison& c = comparisons[i];
        const auto difference = [](const Difference& d) {
            return d.value ? fmt::format("{:+.2f} [{}]", *d.value, interval(d.low, d.high, 2)) : "&ndash;";
        };
        table.add({nameCell(populations[i + 1], i + 1), fmt::format("{:.3f}", c.distance.distance),
                   pValueText(c.distance.pValue), pValueText(c.ksHolm),
                   fmt::format("{:.3f}", c.ranks.superiority), pValueText(c.ranks.pValue),
                   pValueText(c.ranksHolm), difference(c.differences.mean),
                   difference(c.differences.quantiles.back().difference)});
        for (const std::string& remark : c.remarks)
            remarks += "<li>" + escaped(populations[i + 1].name + ": " + remark) + "</li>";
    }
    std::string text =
        "<p>The first population is " + escaped(populations.front().name) + ".</p>\n" +
        table.markup(fmt::format(
            "Kolmogorov&ndash;Smirnov ({}), Mann&ndash;Whitney ({}); failed networks are ties at "
            "infinity. Differences are the first minus the other, in percentage points, with {:g} % "
            "bootstrap intervals ({} resamples, seed {}).",
            escaped(comparisons.front().distance.method), escaped(comparisons.front().ranks.method),
            100 * input.confidence, settings.bootstrap.resamples, settings.bootstrap.seed));
    if (!remarks.empty()) text += "<ul class=\"soft\">" + remarks + "</ul>\n";
    return text;
}

std::string rangesSection(const ReportInput& input, const std::vector<Population>& populations)
{
    const std::vector<std::string> properties = shownProperties(populations);
    if (properties.empty()) return {};
    std::vector<Column> columns{{"property", false}};
    for (const Population& population : populations)
        columns.push_back({population.name});
    HtmlTable table(std::move(columns));
    std::vector<std::vector<std::optional<BestRange>>> ranges;
    for (const Population& population : populations)
        ranges.push_back(bestRanges(population, properties, input.confidence));
    for (std::size_t p = 0; p < properties.size(); ++p) {
        std::vector<std::string> row{escaped(properties[p])};
        bool isKnown = false;
        for (std::size_t i = 0; i < populations.size(); ++i) {
            const auto& range = ranges[i][p];
            isKnown = isKnown || range;
            row.push_back(range
                              ? fmt::format("{} to {}, best {}", escaped(valueText(range->low)),
                                            escaped(valueText(range->high)), escaped(valueText(range->best)))
                              : "&ndash;");
        }
        if (isKnown) table.add(std::move(row));
    }
    if (table.empty()) return {};
    return table.markup(
        fmt::format("Where the best network of a quarter of the finished ones lies: {:g} % of the "
                    "winners, and their median (empirical bootstrap of the paper with infinitely "
                    "many resamples, in closed form).",
                    100 * input.confidence));
}

std::string trendsSection(const ReportInput& input, const std::vector<Population>& populations)
{
    const std::vector<std::string> properties = shownProperties(populations);
    HtmlTable table({{"population", false}, {"property", false}, {"n"}, {"Spearman's rho"}, {"interval"}});
    std::string charts;
    constexpr std::size_t mostCharts = 12;
    std::size_t drawn = 0;
    for (const std::string& property : properties) {
        for (std::size_t i = 0; i < populations.size(); ++i) {
            const auto pairs = pairsOf(populations[i], property, "error");
            const Correlation rho = correlate(pairs, CorrelationKind::Spearman, input.confidence);
            if (!rho.value) continue;
            table.add({nameCell(populations[i], i), escaped(property), std::to_string(rho.n),
                       fmt::format("{:+.2f}", *rho.value), interval(rho.low, rho.high, 2)});
        }
        if (drawn == mostCharts) continue;
        const std::string chart = scatterChart(populations, property);
        if (chart.empty()) continue;
        charts += "<figure>" + chart + "</figure>\n";
        ++drawn;
    }
    if (table.empty() && charts.empty()) return {};
    return "<div class=\"grid\">" + charts + "</div>\n" +
           table.markup(
               fmt::format("Rank correlation of a property with the error over finished networks: below 0, "
                           "larger is better. {:g} % intervals after Bonett and Wright.",
                           100 * input.confidence));
}

std::string networksSection(const std::vector<Population>& populations)
{
    std::vector<std::string> properties = shownProperties(populations);
    if (properties.size() > 9) properties.resize(9);
    std::string text;
    for (std::size_t i = 0; i < populations.size(); ++i) {
        std::vector<const Member*> finished;
        for (const Member& member : populations[i].members)
            if (propertyOf(member, "error")) finished.push_back(&member);
        if (finished.empty()) continue;
        std::ranges::stable_sort(finished, {}, &Member::error);
        std::vector<Column> columns{{"rank"}, {"error (%)"}, {"network", false}, {"widths", false}};
        for (const std::string& property : properties)
            columns.push_back({property});
        HtmlTable table(std::move(columns));
        const std::size_t best = std::min(shownNetworks, finished.size());
        const std::size_t worst = std::min(shownNetworks, finished.size() - best);
        const std::span<const Member* const> all(finished);
        addNetworks(table, all.first(best), 1, properties);
        addNetworks(table, all.last(worst), finished.size() - worst + 1, properties);
        text += "<h3>" + nameCell(populations[i], i) + "</h3>\n" +
                table.markup(fmt::format("The best and the worst of {} finished networks.", finished.size()));
    }
    return text;
}

} // namespace regnet
