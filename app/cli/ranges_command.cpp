// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/json_line.h"
#include "app/cli/population_selection.h"
#include "app/cli/seed_option.h"
#include "app/cli/table.h"
#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/stats/best_range.h"
#include "core/stats/complexity_bins.h"
#include "core/stats/correlation.h"
#include "core/stats/line_fits.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace regnet::cli {
namespace {

struct RangesOptions
{
    std::string source;
    std::vector<std::string> properties;
    SelectionOptions selection;
    NormaliseOptions within; ///< only the bins are used: correlations among networks of like complexity
    WinnerSettings winners;
    std::string method = "exact";
    bool hasCorrelations = false;
    bool asJson = false;
};

struct NamedRange
{
    std::string property;
    BestRange range;
    std::vector<Correlation> correlations; ///< with the error: r, rho, tau-b
    std::vector<Correlation> within;       ///< the same within bins
};

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

constexpr std::array kinds{CorrelationKind::Pearson, CorrelationKind::Spearman, CorrelationKind::Kendall};

void addCorrelations(NamedRange& named, const Population& population,
                     const std::optional<ComplexityBins>& bins, double confidence)
{
    const std::vector<Pair> pairs = pairsOf(population, named.property, "error");
    for (const CorrelationKind kind : kinds) {
        named.correlations.push_back(correlate(pairs, kind, confidence));
        if (bins) named.within.push_back(correlateWithin(pairs, bins->binOf.front(), kind, confidence));
    }
}

std::vector<NamedRange> rangesOf(Population& population, const RangesOptions& options)
{
    const bool wantsFit = std::ranges::find(options.properties, "e_fit") != options.properties.end();
    if (wantsFit && addLineFits(population) == 0)
        throwBadInput(options.source, "has no network with known stages", "depth_1, width_1, ... for e_fit");
    const std::vector<std::string> known = propertiesOf(population);
    if (known.empty())
        throwBadInput(options.source, "has no finished network with properties",
                      "networks with depth, w0, ...");
    const std::vector<std::string>& names = options.properties.empty() ? known : options.properties;
    const bool isExact = options.method == "exact";
    if (!isExact && options.method != "monte-carlo")
        throwBadInput("--method", "is \"" + options.method + "\"", "exact or monte-carlo");
    if (isExact && options.winners.share != WinnerSettings().share)
        throwBadInput("--share", "is given for the exact method", "--method monte-carlo, or --sample");
    const auto ranges =
        isExact ? bestRanges(population, names, options.winners.confidence, options.winners.sample)
                : monteCarloRanges(population, names, options.winners);
    std::optional<ComplexityBins> bins;
    if (const auto settings = binsOf(options.within))
        bins = complexityBins(std::span(&population, 1), *settings);
    std::vector<NamedRange> result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!ranges[i]) throwBadInput("--by", "names \"" + names[i] + "\"", "one of " + joined(known));
        result.push_back({names[i], *ranges[i], {}, {}});
        if (options.hasCorrelations)
            addCorrelations(result.back(), population, bins, options.winners.confidence);
    }
    return result;
}

std::string methodOf(const BestRange& range, const RangesOptions& options)
{
    const std::string how =
        options.method == "exact"
            ? std::string("closed form")
            : fmt::format("{} resamples, seed {}", options.winners.resamples, options.winners.seed);
    return fmt::format("empirical bootstrap, {}: {} draws with replacement from {} finished networks, "
                       "{:g} % range and median of the winner",
                       how, range.sample, range.n, 100 * options.winners.confidence);
}

nlohmann::ordered_json orNull(std::optional<double> value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json();
}

nlohmann::ordered_json asJson(const std::vector<Correlation>& correlations)
{
    nlohmann::ordered_json json;
    for (const Correlation& each : correlations)
        json[std::string(nameOf(each.kind))] = {{"value", orNull(each.value)},
                                                {"low", orNull(each.low)},
                                                {"high", orNull(each.high)},
                                                {"n", each.n}};
    return json;
}

std::string intervalText(const Correlation& correlation)
{
    return fixed(correlation.value, 2) +
           (correlation.low ? " [" + fixed(correlation.low, 2) + ", " + fixed(correlation.high, 2) + "]"
                            : "");
}

std::string correlationTable(const std::vector<NamedRange>& ranges,
                             std::vector<Correlation> NamedRange::*which, const std::string& title)
{
    Table table({"property", "Pearson r", "Spearman rho", "Kendall tau-b", "n"});
    for (const NamedRange& named : ranges) {
        std::vector<std::string> row{named.property};
        for (const Correlation& each : named.*which)
            row.push_back(intervalText(each));
        row.push_back(std::to_string((named.*which).front().n));
        table.add(std::move(row));
    }
    return "\n" + title + "\n" + table.text();
}

void print(const std::vector<NamedRange>& ranges, const RangesOptions& options)
{
    Table table({"property", "low", "best", "high", "n"});
    for (const NamedRange& named : ranges)
        table.add({named.property, fmt::format("{:.6g}", named.range.low),
                   fmt::format("{:.6g}", named.range.best), fmt::format("{:.6g}", named.range.high),
                   std::to_string(named.range.n)});
    fmt::print("{}{}.\nThis is where the best of a resample lies, not a confidence interval.\n", table.text(),
               methodOf(ranges.front().range, options));
    if (!options.hasCorrelations) return;
    fmt::print("{}", correlationTable(ranges, &NamedRange::correlations, "Correlation with the error:"));
    if (!ranges.front().within.empty())
        fmt::print("{}", correlationTable(ranges, &NamedRange::within,
                                          "Among networks of like " + options.within.property + ":"));
}

void run(const RangesOptions& options)
{
    std::vector<Population> populations = selected(openSource(options.source), options.selection);
    if (populations.size() != 1)
        throwBadInput(options.source, fmt::format("holds {} populations", populations.size()),
                      "one population");
    const std::vector<NamedRange> ranges = rangesOf(populations.front(), options);
    if (!options.asJson) {
        print(ranges, options);
        return;
    }
    nlohmann::ordered_json json;
    json["ranges"] = nlohmann::ordered_json::object();
    for (const NamedRange& named : ranges)
        json["ranges"][named.property] = {named.range.low, named.range.best, named.range.high};
    json["method"] = methodOf(ranges.front().range, options);
    json["n"] = ranges.front().range.n;
    if (options.hasCorrelations)
        for (const NamedRange& named : ranges) {
            json["correlations"][named.property] = asJson(named.correlations);
            if (!named.within.empty()) json["correlations_within"][named.property] = asJson(named.within);
        }
    fmt::print("{}\n", jsonLine(json));
}

} // namespace

void addRangesCommand(Command app)
{
    const auto options = std::make_shared<RangesOptions>();
    const Command command = app.subcommand("ranges", "Ranges of properties that hold the best networks");
    command.option("SOURCE", options->source, "a population, as for edf").required();
    command.list("--by", options->properties,
                 "properties, separated by commas; default: all; e_fit is computed");
    command.option("--confidence", options->winners.confidence, "of range and intervals").showDefault();
    command.option("--method", options->method, "exact (closed form, no random numbers) or monte-carlo")
        .showDefault();
    command.option("--resamples", options->winners.resamples, "of monte-carlo; the paper takes 10000")
        .showDefault();
    command
        .option("--sample", options->winners.sample, "draws a resample; default: a quarter of the networks")
        .range(std::int64_t{1}, std::int64_t{1'000'000});
    command.option("--share", options->winners.share, "of the networks, drawn each time (monte-carlo)")
        .showDefault();
    addSeed(command, "--seed", options->winners.seed, "of monte-carlo");
    command.flag("--correlations", options->hasCorrelations, "also correlations with the error");
    command.option("--within", options->within.property,
                   "and among networks of like complexity: flops, params, activations");
    command.option("--bins", options->within.bins, "equal widths of --within").showDefault();
    command.option("--range", options->within.range, "ends of --within, LOW:HIGH").notEmpty();
    command.flag("--log-bins", options->within.isLogarithmic, "equal widths of the logarithm");
    addSelectionOptions(command, options->selection);
    command.flag("--json", options->asJson, "print JSON");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
