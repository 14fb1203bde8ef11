// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/json_line.h"
#include "app/cli/population_selection.h"
#include "app/cli/seed_option.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/format/open_source.h"
#include "core/format/population_csv.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/stats/band.h"
#include "core/stats/comparability.h"
#include "core/stats/edf.h"
#include "core/stats/expected_best.h"
#include "core/stats/share.h"
#include "core/store/records.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace regnet::cli {
namespace {

constexpr std::array reportedQuantiles{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95};

struct EdfOptions
{
    std::vector<std::string> sources;
    SelectionOptions selection;
    NormaliseOptions normalise;
    std::string csvFile;
    std::string band = "dkw";
    std::string conventionName = "k/n";
    EdfConvention convention = EdfConvention::Share;
    std::vector<double> thresholds;
    std::vector<std::int64_t> draws;
    std::vector<double> reached;
    std::vector<double> quantiles;
    BootstrapSettings bootstrap;
    bool asJson = false;
};

/// Everything about one population.
struct Curve
{
    const Population& population;
    Edf edf;
    std::optional<WeightedEdf> weighted; ///< complexity-normalised
    std::vector<EdfStep> steps;
    Band band;
};

nlohmann::json orNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

Band bandOf(const Population& population, const Edf& edf, const EdfOptions& options)
{
    const double confidence = options.bootstrap.confidence;
    if (options.band == "dkw") return dkwBand(edf, confidence);
    if (options.band == "pointwise") return pointwiseBootstrapBand(edf, confidence);
    if (options.band == "bootstrap") return bootstrapBand(edf, options.bootstrap);
    if (options.band == "none") return {"none", confidence, false, {}};
    throwBadInput("--band", "is \"" + options.band + "\" for " + population.name,
                  "dkw, pointwise, bootstrap or none");
}

std::vector<Curve> curvesOf(const std::vector<Population>& populations,
                            const std::optional<ComplexityBins>& bins, const EdfOptions& options)
{
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < populations.size(); ++i) {
        Edf edf(populations[i]);
        if (bins) {
            WeightedEdf weighted = normalisedEdf(populations[i], *bins, i);
            std::vector<EdfStep> steps = weighted.steps();
            // No table and no formula holds for weights: the band is drawn within the bins.
            Band band = options.band == "none" ? Band{"none", options.bootstrap.confidence, false, {}}
                                               : bootstrapBand(populations[i], *bins, i, options.bootstrap);
            curves.push_back(
                {populations[i], std::move(edf), std::move(weighted), std::move(steps), std::move(band)});
        } else {
            std::vector<EdfStep> steps = edf.steps(options.convention);
            Band band = bandOf(populations[i], edf, options);
            curves.push_back(
                {populations[i], std::move(edf), std::nullopt, std::move(steps), std::move(band)});
        }
    }
    return curves;
}

nlohmann::ordered_json asJson(const Band& band, std::int64_t n)
{
    nlohmann::ordered_json json{
        {"method", band.method}, {"confidence", band.confidence}, {"simultaneous", band.isSimultaneous}};
    if (band.method == "DKW") json["half_width"] = dkwHalfWidth(n, band.confidence);
    if (band.method == "DKW" || band.method == "none") return json;
    json["points"] = nlohmann::ordered_json::array();
    for (const BandPoint& point : band.points)
        json["points"].push_back({point.error, point.low, point.high});
    return json;
}

nlohmann::ordered_json asJson(const ComplexityBins& bins, std::size_t which, const WeightedEdf& edf)
{
    nlohmann::ordered_json json{{"property", bins.settings.property},
                                {"low", bins.low},
                                {"high", bins.high},
                                {"bins_asked", bins.settings.bins},
                                {"bins_empty", bins.empty},
                                {"effective_n", edf.effectiveSize()},
                                {"coverage", bins.coverage[which].share()}};
    json["bins"] = nlohmann::ordered_json::array();
    for (const Bin& bin : bins.bins)
        json["bins"].push_back(
            {{"low", bin.low}, {"high", bin.high}, {"merged", bin.merged}, {"n", bin.counts[which]}});
    return json;
}

nlohmann::ordered_json describe(const Curve& curve, const std::optional<ComplexityBins>& bins,
                                std::size_t which, const EdfOptions& options)
{
    const Population& population = curve.population;
    const Edf& edf = curve.edf;
    nlohmann::ordered_json json;
    json["name"] = population.name;
    json["source"] = population.source;
    json["n"] = edf.size();
    json["failed"] = edf.failed();
    json["pending"] = edf.pending();
    json["min"] = orNull(curve.weighted ? curve.weighted->min() : edf.min());
    json["mean"] = orNull(curve.weighted ? curve.weighted->mean() : edf.mean());
    json["quantiles"] = nlohmann::ordered_json::object();
    for (const double p : reportedQuantiles)
        json["quantiles"][shortest(p)] =
            orNull(curve.weighted ? curve.weighted->quantile(p) : edf.quantile(p));
    json["convention"] = curve.weighted ? "weights" : std::string(nameOf(options.convention));
    json["edf"] = nlohmann::ordered_json::array();
    for (const EdfStep& step : curve.steps)
        json["edf"].push_back({step.error, step.probability});
    json["band"] = asJson(curve.band, edf.size());
    for (const double threshold : options.thresholds) {
        const Estimate share = shareBelow(edf, threshold, options.bootstrap.confidence);
        json["below"].push_back({{"threshold", threshold},
                                 {"share", orNull(share.value)},
                                 {"low", orNull(share.low)},
                                 {"high", orNull(share.high)},
                                 {"method", share.method}});
    }
    for (const std::int64_t k : options.draws) {
        const ExpectedBest best = expectedBest(edf, k);
        json["best_of"].push_back({{"k", k},
                                   {"mean", orNull(best.mean)},
                                   {"sd", orNull(best.deviation)},
                                   {"all_fail", best.allFail}});
    }
    for (const double error : options.reached) {
        const auto k = drawsToReach(edf, error);
        json["reach"].push_back({{"error", error}, {"k", k ? nlohmann::json(*k) : nlohmann::json()}});
    }
    for (const double p : options.quantiles) {
        const Estimate quantile = quantileEstimate(edf, p, options.bootstrap.confidence);
        json["quantile_intervals"].push_back({{"probability", p},
                                              {"error", orNull(quantile.value)},
                                              {"low", orNull(quantile.low)},
                                              {"high", orNull(quantile.high)},
                                              {"method", quantile.method}});
    }
    if (bins) json["normalised"] = asJson(*bins, which, *curve.weighted);
    json["error_kind"] = population.errorKind;
    json["recipe"] = population.recipe;
    return json;
}

std::string asTable(const std::vector<Curve>& curves, const EdfOptions& options)
{
    Table table({"population", "n", "failed", "pending", "min", "mean", "5 %", "50 %", "band ±"});
    for (const Curve& curve : curves) {
        const auto at = [&](double p) {
            return curve.weighted ? curve.weighted->quantile(p) : curve.edf.quantile(p);
        };
        const bool isDkw = curve.band.method == "DKW";
        table.add({curve.population.name, std::to_string(curve.edf.size()),
                   std::to_string(curve.edf.failed()), std::to_string(curve.edf.pending()),
                   fixed(curve.weighted ? curve.weighted->min() : curve.edf.min(), 2),
                   fixed(curve.weighted ? curve.weighted->mean() : curve.edf.mean(), 2), fixed(at(0.05), 2),
                   fixed(at(0.5), 2),
                   isDkw ? fixed(dkwHalfWidth(curve.edf.size(), options.bootstrap.confidence), 3) : "-"});
    }
    const std::string band = curves.empty() ? "none" : curves.front().band.method;
    return table.text() + fmt::format("min and mean are over finished networks; quantiles count failed ones "
                                      "as infinite; band: {}, {:g} %.\n",
                                      band, 100 * options.bootstrap.confidence);
}

std::string binsTable(const std::vector<Curve>& curves, const ComplexityBins& bins)
{
    std::vector<std::string> header{bins.settings.property};
    for (const Curve& curve : curves)
        header.push_back(curve.population.name);
    Table table(std::move(header));
    for (const Bin& bin : bins.bins) {
        std::vector<std::string> row{
            fmt::format("{} to {}", readableCount(bin.low), readableCount(bin.high))};
        for (const std::int64_t count : bin.counts)
            row.push_back(std::to_string(count));
        table.add(std::move(row));
    }
    std::string text = told("\nNormalised by {}: {} equal widths, {} of them empty somewhere and merged.\n",
                            bins.settings.property, bins.settings.bins, bins.empty) +
                       table.text();
    for (std::size_t i = 0; i < curves.size(); ++i)
        text += told("{}: {:.0f} % of its networks lie inside, n_eff = {:.1f}.\n", curves[i].population.name,
                     100 * bins.coverage[i].share(), curves[i].weighted->effectiveSize());
    return text;
}

std::string extrasTable(const std::vector<Curve>& curves, const EdfOptions& options)
{
    std::string text;
    for (const Curve& curve : curves) {
        for (const double threshold : options.thresholds) {
            const Estimate share = shareBelow(curve.edf, threshold, options.bootstrap.confidence);
            text += told("{}: P(error < {:g}) = {} [{}, {}] ({})\n", curve.population.name, threshold,
                         fixed(share.value, 3), fixed(share.low, 3), fixed(share.high, 3), share.method);
        }
        for (const std::int64_t k : options.draws) {
            const ExpectedBest best = expectedBest(curve.edf, k);
            text += told("{}: expected best of {} = {} ± {} (sd; closed form)\n", curve.population.name, k,
                         fixed(best.mean, 2), fixed(best.deviation, 2));
        }
        for (const double error : options.reached) {
            const auto k = drawsToReach(curve.edf, error);
            text += k ? told("{}: the best of {} has an error of {:g} or less on average\n",
                             curve.population.name, *k, error)
                      : told("{}: none of its networks has an error of {:g}\n", curve.population.name, error);
        }
        for (const double p : options.quantiles) {
            const Estimate quantile = quantileEstimate(curve.edf, p, options.bootstrap.confidence);
            text += told("{}: {:g} % quantile = {} [{}, {}] ({})\n", curve.population.name, 100 * p,
                         fixed(quantile.value, 2), fixed(quantile.low, 2), fixed(quantile.high, 2),
                         quantile.method);
        }
    }
    return text;
}

std::string asCsv(const std::vector<Curve>& curves)
{
    std::string text = "population,error,probability,band_low,band_high\r\n";
    for (const Curve& curve : curves)
        for (const EdfStep& step : curve.steps) {
            const auto point = std::ranges::lower_bound(curve.band.points, step.error, {}, &BandPoint::error);
            const bool hasBand = point != curve.band.points.end();
            // A step within equal errors has the band around itself only where the band has one width.
            const bool isDkw = curve.band.method == "DKW";
            const double half = isDkw ? dkwHalfWidth(curve.edf.size(), curve.band.confidence) : 0;
            const double low = isDkw ? std::max(0.0, step.probability - half) : hasBand ? point->low : 0;
            const double high = isDkw ? std::min(1.0, step.probability + half) : hasBand ? point->high : 1;
            text += fmt::format("{},{},{},{},{}\r\n", csvText(curve.population.name), shortest(step.error),
                                shortest(step.probability), curve.band.points.empty() ? "" : shortest(low),
                                curve.band.points.empty() ? "" : shortest(high));
        }
    return text;
}

void run(EdfOptions options)
{
    checkBootstrap(options.bootstrap); // wrong settings are told before any file is read
    const auto convention = edfConventionOf(options.conventionName);
    if (!convention)
        throwBadInput("--convention", "is \"" + options.conventionName + "\"", "k/n, (k-1)/n or (k-1)/(n-1)");
    options.convention = *convention;
    const std::optional<BinSettings> settings = binsOf(options.normalise);
    if (settings && options.convention != EdfConvention::Share)
        throwBadInput("--convention", "is given for normalised curves, which have weights", "no convention");
    const std::vector<Population> populations = selected(openSources(options.sources), options.selection);
    requireProperty(populations, settings);
    std::optional<ComplexityBins> bins;
    if (settings) bins = complexityBins(populations, *settings);
    const std::vector<Curve> curves = curvesOf(populations, bins, options);
    if (!options.csvFile.empty()) writeTextFile(options.csvFile, asCsv(curves));
    const std::vector<std::string> remarks = remarksOn(populations);
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["populations"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < curves.size(); ++i)
            json["populations"].push_back(describe(curves[i], bins, i, options));
        json["comparable"] = areComparable(populations);
        json["remarks"] = remarks;
        fmt::print("{}\n", jsonLine(json));
    } else {
        fmt::print("{}{}{}", asTable(curves, options), bins ? binsTable(curves, *bins) : "",
                   extrasTable(curves, options));
    }
    warn(remarks);
}

} // namespace

void addEdfCommand(Command app)
{
    const auto options = std::make_shared<EdfOptions>();
    const Command command = app.subcommand("edf", "Error distributions of populations");
    command
        .option(
            "SOURCE", options->sources,
            "a pycls sweep.json, a CSV, STORE.db#POPULATION, or paper:<panel>/<key>; behind a store's, ?last "
            "(or " +
                errorKindNames() + ") asks for another error than the best epoch's")
        .required();
    command.flag("--json", options->asJson, "print JSON");
    command.option("--csv", options->csvFile, "write the curves with their bands to this file");
    command
        .option("--band", options->band,
                "dkw (holds everywhere at once, for every n), bootstrap (everywhere at once), pointwise "
                "(bootstrap, closed form), none")
        .showDefault();
    command.option("--confidence", options->bootstrap.confidence, "of bands and intervals").showDefault();
    command
        .option("--convention", options->conventionName,
                "height of the curve at the k-th of n errors: k/n, (k-1)/n or (k-1)/(n-1)")
        .showDefault();
    command.list("--below", options->thresholds, "also P(error < this), with its interval").range(0.0, 100.0);
    command.list("--best-of", options->draws, "also the expected best of so many")
        .range(std::int64_t{1}, std::int64_t{1'000'000'000});
    command.list("--reach", options->reached, "also how many to draw so that the best has this error")
        .range(0.0, 100.0);
    command
        .list("--quantile", options->quantiles,
              "also this quantile of the space (0.05: the best 5 %), with its interval")
        .range(0.0, 1.0);
    addSelectionOptions(command, options->selection);
    addNormaliseOptions(command, options->normalise);
    command.option("--resamples", options->bootstrap.resamples, "of the bootstrap").showDefault();
    addSeed(command, "--seed", options->bootstrap.seed, "of the bootstrap");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
