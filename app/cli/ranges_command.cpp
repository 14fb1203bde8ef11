// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/stats/best_range.h"
#include "core/text/readable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace regnet::cli {
namespace {

struct RangesOptions
{
    std::string source;
    std::vector<std::string> properties;
    double confidence = 0.95;
    bool asJson = false;
};

struct NamedRange
{
    std::string property;
    BestRange range;
};

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::vector<NamedRange> rangesOf(const Population& population, const RangesOptions& options)
{
    const std::vector<std::string> known = propertiesOf(population);
    if (known.empty())
        throwBadInput(options.source, "has no finished network with properties",
                      "networks with depth, w0, ...");
    std::vector<NamedRange> ranges;
    for (const std::string& property : options.properties.empty() ? known : options.properties) {
        const auto range = bestRange(population, property, options.confidence);
        if (!range) throwBadInput("--by", "names \"" + property + "\"", "one of " + joined(known));
        ranges.push_back({property, *range});
    }
    return ranges;
}

std::string methodOf(const BestRange& range, double confidence)
{
    return fmt::format(
        "empirical bootstrap, closed form: {} draws with replacement from {} finished networks, "
        "{:g} % range and median of the winner",
        range.sample, range.n, 100 * confidence);
}

void run(const RangesOptions& options)
{
    const std::vector<Population> populations = openSource(options.source);
    if (populations.size() != 1)
        throwBadInput(options.source, fmt::format("holds {} populations", populations.size()),
                      "one population");
    const std::vector<NamedRange> ranges = rangesOf(populations.front(), options);
    const std::string method = methodOf(ranges.front().range, options.confidence);
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["ranges"] = nlohmann::ordered_json::object();
        for (const NamedRange& named : ranges)
            json["ranges"][named.property] = {named.range.low, named.range.best, named.range.high};
        json["method"] = method;
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return;
    }
    Table table({"property", "low", "best", "high", "n"});
    for (const NamedRange& named : ranges)
        table.add({named.property, fmt::format("{:.6g}", named.range.low),
                   fmt::format("{:.6g}", named.range.best), fmt::format("{:.6g}", named.range.high),
                   std::to_string(named.range.n)});
    fmt::print("{}{}.\nThis is where the best of a resample lies, not a confidence interval.\n", table.text(),
               method);
}

} // namespace

void addRangesCommand(CLI::App& app)
{
    const auto options = std::make_shared<RangesOptions>();
    CLI::App* command = app.add_subcommand("ranges", "Ranges of properties that hold the best networks");
    command->add_option("SOURCE", options->source, "a population, as for edf")->required();
    command->add_option("--by", options->properties, "properties, separated by commas; default: all")
        ->delimiter(',');
    command->add_option("--confidence", options->confidence, "of the range")->capture_default_str();
    command->add_flag("--json", options->asJson, "print JSON");
    command->callback([options] { run(*options); });
}

} // namespace regnet::cli
