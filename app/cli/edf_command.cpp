// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "core/format/open_source.h"
#include "core/format/population_csv.h"
#include "core/format/text_file.h"
#include "core/stats/edf.h"
#include "core/text/readable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <set>

namespace regnet::cli {
namespace {

constexpr std::array reportedQuantiles{0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95};

struct EdfOptions
{
    std::vector<std::string> sources;
    std::string csvFile;
    double confidence = 0.95;
    bool asJson = false;
};

nlohmann::json orNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::ordered_json describe(const Population& population, double confidence)
{
    const Edf edf(population);
    nlohmann::ordered_json json;
    json["name"] = population.name;
    json["source"] = population.source;
    json["n"] = edf.size();
    json["failed"] = edf.failed();
    json["pending"] = edf.pending();
    json["min"] = orNull(edf.min());
    json["mean"] = orNull(edf.mean());
    json["quantiles"] = nlohmann::ordered_json::object();
    for (const double p : reportedQuantiles)
        json["quantiles"][shortest(p)] = orNull(edf.quantile(p));
    json["edf"] = nlohmann::ordered_json::array();
    for (const EdfStep& step : edf.steps())
        json["edf"].push_back({step.error, step.probability});
    json["band"] = {
        {"method", "DKW"}, {"confidence", confidence}, {"half_width", dkwHalfWidth(edf.size(), confidence)}};
    json["error_kind"] = population.errorKind;
    json["recipe"] = population.recipe;
    return json;
}

std::string asTable(const std::vector<Population>& populations, double confidence)
{
    Table table({"population", "n", "failed", "pending", "min", "mean", "5 %", "50 %", "band ±"});
    for (const Population& population : populations) {
        const Edf edf(population);
        table.add({population.name, std::to_string(edf.size()), std::to_string(edf.failed()),
                   std::to_string(edf.pending()), fixed(edf.min(), 2), fixed(edf.mean(), 2),
                   fixed(edf.quantile(0.05), 2), fixed(edf.quantile(0.5), 2),
                   fixed(dkwHalfWidth(edf.size(), confidence), 3)});
    }
    return table.text() +
           fmt::format("min and mean are over finished networks; quantiles count failed ones as infinite; "
                       "band: DKW, {:g} %.\n",
                       100 * confidence);
}

std::string asCsv(const std::vector<Population>& populations, double confidence)
{
    std::string text = "population,error,probability,band_low,band_high\r\n";
    for (const Population& population : populations) {
        const Edf edf(population);
        const double half = dkwHalfWidth(edf.size(), confidence);
        for (const EdfStep& step : edf.steps())
            text += fmt::format("{},{},{},{},{}\r\n", csvText(population.name), shortest(step.error),
                                shortest(step.probability), shortest(std::max(0.0, step.probability - half)),
                                shortest(std::min(1.0, step.probability + half)));
    }
    return text;
}

/// Curves of different recipes, data or errors do not compare: said once, on stderr.
void warnOfDifferences(const std::vector<Population>& populations)
{
    std::set<std::string> kinds;
    for (const Population& population : populations)
        kinds.insert(population.errorKind + "; " + population.recipe);
    if (kinds.size() < 2) return;
    std::fputs(
        "warning: these populations were not trained and tested alike, so their errors do not compare:\n",
        stderr);
    for (const Population& population : populations)
        fmt::print(stderr, "  {}: {}; {}\n", population.name, population.errorKind, population.recipe);
}

void run(const EdfOptions& options)
{
    dkwHalfWidth(1, options.confidence); // a wrong confidence is told before any file is read
    const std::vector<Population> populations = openSources(options.sources);
    if (!options.csvFile.empty()) writeTextFile(options.csvFile, asCsv(populations, options.confidence));
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["populations"] = nlohmann::ordered_json::array();
        for (const Population& population : populations)
            json["populations"].push_back(describe(population, options.confidence));
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else {
        fmt::print("{}", asTable(populations, options.confidence));
    }
    warnOfDifferences(populations);
}

} // namespace

void addEdfCommand(CLI::App& app)
{
    const auto options = std::make_shared<EdfOptions>();
    CLI::App* command = app.add_subcommand("edf", "Error distributions of populations");
    command
        ->add_option("SOURCE", options->sources,
                     "a pycls sweep.json, a CSV, STORE.db#POPULATION, or paper:<panel>/<key>")
        ->required();
    command->add_flag("--json", options->asJson, "print JSON");
    command->add_option("--csv", options->csvFile, "write the curves with their bands to this file");
    command->add_option("--confidence", options->confidence, "of the DKW band")->capture_default_str();
    command->callback([options] { run(*options); });
}

} // namespace regnet::cli
