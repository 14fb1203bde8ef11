// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/count_range.h"
#include "app/cli/interruption.h"
#include "app/cli/seed_option.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/format/network_text.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/space/inverse_design.h"
#include "core/space/space_json.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <memory>

namespace regnet::cli {
namespace {

struct DesignOptions
{
    std::string space = "pycls_regnet";
    bool isSpaceGiven = false;
    std::string flops;
    std::string params;
    std::string activations;
    std::string depth;
    std::string runTime;
    std::string measurements;
    std::string like;
    std::string rank;
    std::optional<double> seRatio;
    std::optional<std::int64_t> resolution;
    DesignQuery query;
    bool onlyPareto = false;
    bool asJson = false;
    bool asCsv = false;
};

constexpr std::array rankNames{std::pair{"activations", DesignRank::Activations},
                               std::pair{"params", DesignRank::Params}, std::pair{"flops", DesignRank::Flops},
                               std::pair{"run-time", DesignRank::RunTime}};

/// A published model's name, a file with a network, or the network itself as JSON or command line.
NetworkSpec networkLike(const std::string& source)
{
    std::error_code failure;
    if (std::filesystem::is_regular_file(source, failure)) {
        NetworkSpec spec = parseNetworkText(readTextFile(source), source);
        within(source, [&] { realise(spec); });
        return spec;
    }
    const bool isNetwork = source.starts_with('{') || source.find(' ') != std::string::npos;
    return isNetwork ? parseNetworkText(source, "--like") : publishedModel(source).spec;
}

/// "LOW:HIGH" in milliseconds, either end may be missing.
void readRunTime(const std::string& text, DesignQuery& query)
{
    if (text.empty()) return;
    const std::size_t colon = text.find(':');
    const auto end = [&](std::string_view part) -> std::optional<double> {
        if (part.empty()) return std::nullopt;
        double value = 0;
        const auto [last, code] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (code != std::errc() || last != part.data() + part.size() || !(value >= 0))
            throwBadInput("--run-time", "is \"" + text + "\"", "LOW:HIGH in milliseconds, for example :12.5");
        return value;
    };
    if (colon == std::string::npos)
        throwBadInput("--run-time", "is \"" + text + "\"", "LOW:HIGH in milliseconds, for example :12.5");
    query.leastRunTime = end(std::string_view(text).substr(0, colon));
    query.mostRunTime = end(std::string_view(text).substr(colon + 1));
}

void setRank(const std::string& name, DesignQuery& query)
{
    if (name.empty()) {
        if (query.runTime) query.rank = DesignRank::RunTime;
        return;
    }
    std::string names;
    for (const auto& [known, rank] : rankNames) {
        if (name == known) {
            query.rank = rank;
            return;
        }
        names += (names.empty() ? "" : ", ") + std::string(known);
    }
    throwBadInput("--rank", "is \"" + name + "\"", "one of " + names);
}

DesignQuery queryOf(const DesignOptions& options)
{
    DesignQuery query = options.query;
    query.space = openSpace(options.space);
    if (!options.measurements.empty()) query.runTime = fitRunTime(openMeasurements(options.measurements));
    query.params = countRange(options.params, "--params");
    query.activations = countRange(options.activations, "--activations");
    query.depth = countRange(options.depth, "--depth");
    readRunTime(options.runTime, query);
    if (!query.runTime && !options.runTime.empty())
        throwBadInput("--run-time", "needs to know how long networks take on the machine that is meant",
                      "also --measurements FILE.csv, or --measurements paper for the paper's GPU");
    setRank(options.rank, query);
    if (query.rank == DesignRank::RunTime && !query.runTime)
        throwBadInput("--rank", "is run-time, which is not known", "also --measurements FILE.csv");
    if (!options.like.empty()) query = fewerActivationsThan(networkLike(options.like), query);
    if (!options.flops.empty()) query.flops = countOf(options.flops, "--flops");
    const bool isLimited = query.params.high || query.activations.high || query.mostRunTime;
    // Who names a space has one in which any FLOPs will do.
    if (!query.flops && !isLimited && !options.isSpaceGiven)
        throwBadInput("--flops", "is not given",
                      "multiply-adds, for example 400e6, or --like NETWORK, or --space or a limit");
    if (options.seRatio) query.space.seRatio = *options.seRatio;
    if (options.resolution) query.space.resolution = fixedAt(static_cast<double>(*options.resolution));
    // The default space has 12 to 28 blocks because such networks are good; who asks for others means it.
    auto* line = std::get_if<RegnetShape>(&query.space.shape);
    if (!options.isSpaceGiven && line != nullptr && !options.depth.empty())
        line->depth = uniform(static_cast<double>(query.depth.low.value_or(1)),
                              static_cast<double>(query.depth.high.value_or(63)), 1);
    return query;
}

std::string spaced(const std::vector<Stage>& stages, std::int64_t Stage::*member)
{
    std::string text;
    for (const Stage& stage : stages)
        text += (text.empty() ? "" : " ") + std::to_string(stage.*member);
    return text;
}

nlohmann::ordered_json jsonOf(const Design& design)
{
    nlohmann::ordered_json json{{"network", toJson(design.spec)},
                                {"hash", hashOf(design.network)},
                                {"flops", design.cost.flops},
                                {"params", design.cost.params},
                                {"activations", design.cost.activations},
                                {"depth", depthOf(design.network)},
                                {"pareto", design.isPareto}};
    json["milliseconds"] = design.milliseconds ? nlohmann::ordered_json(*design.milliseconds) : nullptr;
    return json;
}

nlohmann::ordered_json flopsJson(const DesignQuery& query)
{
    const CountRange range = flopsRange(query);
    if (!range.low) return nullptr; // any
    return {*range.low, range.high ? nlohmann::ordered_json(*range.high) : nullptr};
}

std::string asJson(const DesignQuery& query, const DesignAnswer& answer)
{
    nlohmann::ordered_json json{{"space", query.space.name},
                                {"flops", flopsJson(query)},
                                {"candidates", answer.candidates},
                                {"found", answer.found},
                                {"stopped", answer.wasStopped}};
    if (const auto& model = query.runTime)
        json["run_time_model"] = {{"measurements", model->measurements},
                                  {"r2", model->r2},
                                  {"relative_error", model->relativeError}};
    else
        json["run_time_model"] = nullptr;
    json["networks"] = nlohmann::ordered_json::array();
    for (const Design& design : answer.ranked)
        json["networks"].push_back(jsonOf(design));
    json["pareto"] = nlohmann::ordered_json::array();
    for (const Design& design : answer.pareto)
        json["pareto"].push_back(jsonOf(design));
    return json.dump() + "\n";
}

std::string lineOf(const Design& design, const char* separator)
{
    if (!design.spec.regnet) return fmt::format("{0}{0}{0}{0}{0}", separator);
    const auto& [line, ratio, group, stride] = *design.spec.regnet;
    return fmt::format("{1}{0}{2}{0}{3}{0}{4}{0}{5}{0}{6}", separator, line.depth, shortest(line.w0),
                       shortest(line.wa), shortest(line.wm), shortest(ratio), group);
}

std::string asCsv(const std::vector<Design>& designs)
{
    std::string text =
        "rank,pareto,flops,params,activations,milliseconds,d,w0,wa,wm,b,g,widths,depths,network\r\n";
    for (std::size_t i = 0; i < designs.size(); ++i) {
        const Design& design = designs[i];
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", i + 1, design.isPareto ? 1 : 0,
                            design.cost.flops, design.cost.params, design.cost.activations,
                            design.milliseconds ? shortest(*design.milliseconds) : "", lineOf(design, ","),
                            spaced(design.network.stages, &Stage::width),
                            spaced(design.network.stages, &Stage::depth), hashOf(design.network));
    }
    return text;
}

std::string asTable(const std::vector<Design>& designs, bool hasTime)
{
    std::vector<std::string> header{"#", "FLOPs", "params", "activations"};
    if (hasTime) header.emplace_back("ms");
    for (const char* name : {"d", "w0", "wa", "wm", "b", "g", "widths", "depths", "Pareto"})
        header.emplace_back(name);
    Table table(header);
    for (std::size_t i = 0; i < designs.size(); ++i) {
        const Design& design = designs[i];
        std::vector<std::string> row{std::to_string(i + 1),
                                     readableCount(static_cast<double>(design.cost.flops)),
                                     readableCount(static_cast<double>(design.cost.params)),
                                     readableCount(static_cast<double>(design.cost.activations))};
        if (hasTime) row.push_back(fixed(design.milliseconds, 2));
        const std::string parameters = lineOf(design, ",");
        for (std::size_t begin = 0; begin <= parameters.size();) {
            const std::size_t end = std::min(parameters.find(',', begin), parameters.size());
            row.push_back(parameters.substr(begin, end - begin));
            begin = end + 1;
        }
        row.push_back(spaced(design.network.stages, &Stage::width));
        row.push_back(spaced(design.network.stages, &Stage::depth));
        row.emplace_back(design.isPareto ? "*" : "");
        table.add(std::move(row));
    }
    return table.text();
}

void run(const DesignOptions& options)
{
    if (options.asJson && options.asCsv) throwBadInput("--json and --csv", "are both given", "one of them");
    const DesignQuery query = queryOf(options);
    Interruption interruption;
    const DesignAnswer answer = findDesigns(query, interruption.token());
    const auto failIfStopped = [&answer] {
        if (answer.wasStopped)
            throwFailed("design",
                        "was stopped: the answer is of " + exactCount(answer.candidates) + " candidates");
    };
    const auto& shown = options.onlyPareto ? answer.pareto : answer.ranked;
    if (options.asJson) {
        fmt::print("{}", asJson(query, answer));
        return failIfStopped();
    }
    fmt::print("{}", options.asCsv ? asCsv(shown) : asTable(shown, query.runTime.has_value()));
    tell(stderr, "{} of {} candidates of {} meet this; {} of them are Pareto-best in activations{}params\n",
         exactCount(answer.found), exactCount(answer.candidates), query.space.name, answer.pareto.size(),
         query.runTime ? ", run time and " : " and ");
    if (const auto& model = query.runTime)
        fmt::print(stderr, "run time is predicted from {} measurements (R2 {:.3f}, typical error {:.0f} %)\n",
                   model->measurements, model->r2, 100 * model->relativeError);
    if (answer.found == 0)
        fmt::print(stderr,
                   "nothing was found: widen --tolerance or the ranges, or look at more --candidates\n");
    failIfStopped();
}

} // namespace

void addDesignCommand(Command app)
{
    const auto options = std::make_shared<DesignOptions>();
    const Command command =
        app.subcommand("design", "Find networks that meet a target: FLOPs, params, activations, run time");
    command.option("--flops", options->flops, "multiply-adds, for example 400e6 or 400M").notEmpty();
    command.option("--tolerance", options->query.tolerance, "of the FLOPs, as a share").showDefault();
    command.option("--params", options->params, "LOW:HIGH, either end may be missing").notEmpty();
    command.option("--activations", options->activations, "LOW:HIGH").notEmpty();
    command.option("--depth", options->depth, "blocks, LOW:HIGH").notEmpty();
    command.option("--run-time", options->runTime, "LOW:HIGH in ms, predicted from --measurements")
        .notEmpty();
    command.option("--measurements", options->measurements,
                   "CSV with flops, activations, params, milliseconds; JSON of regnet measure --json; "
                   "or paper: the published models on one V100");
    command.option(
        "--like", options->like,
        "a published model, a file with a network, or its JSON: the same FLOPs with fewer activations");
    const Option space = command.option("--space", options->space, "where to look").showDefault();
    command.option("--se", options->seRatio, "squeeze-and-excitation ratio (0.25 is RegNetY)");
    command.option("--resolution", options->resolution, "pixels").range(1, 1 << 14);
    command.option(
        "--rank", options->rank,
        "what comes first: activations (default without measurements), params, flops (nearest), run-time");
    command.option("--n", options->query.n, "networks").showDefault();
    command.option("--candidates", options->query.candidates, "how many to look at").showDefault();
    addSeed(command, "--seed", options->query.seed, "of the candidates");
    command.option("--threads", options->query.threads, "0: all cores; the answer is the same")
        .range(0, 1024);
    command.flag("--pareto", options->onlyPareto, "print the Pareto set instead of the ranked list");
    command.flag("--json", options->asJson, "print JSON, both lists");
    command.flag("--csv", options->asCsv, "print CSV");
    command.callback([options, space] {
        options->isSpaceGiven = space.isGiven();
        run(*options);
    });
}

} // namespace regnet::cli
