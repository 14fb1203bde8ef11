// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/json_line.h"
#include "app/cli/network_options.h"
#include "app/cli/table.h"
#include "core/format/network_code.h"
#include "core/format/pycls_config.h"
#include "core/format/text_file.h"
#include "core/network/linear_fit.h"
#include "core/network/network_json.h"
#include "core/text/readable.h"
#include "core/text/standard_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    NetworkOptions network;
    std::string batch;
    std::string as;
    bool asJson = false;
    bool blocks = false;
    bool fit = false;
};

std::string share(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? "-"
                      : fmt::format("{:.1f} %", 100 * static_cast<double>(part) / static_cast<double>(whole));
}

std::vector<std::string> costCells(const Cost& cost, const Cost& total)
{
    return {readableCount(static_cast<double>(cost.flops)), share(cost.flops, total.flops),
            readableCount(static_cast<double>(cost.params)),
            readableCount(static_cast<double>(cost.activations))};
}

std::string partTable(const NetworkSpec& spec, const Network& network, const Complexity& costs)
{
    Table table({"part", "width", "depth", "b", "group", "groups", "stride", "pixels", "FLOPs", "share",
                 "params", "activations"});
    const auto add = [&](std::vector<std::string> row, const Cost& cost) {
        for (std::string& cell : costCells(cost, costs.total))
            row.push_back(std::move(cell));
        table.add(std::move(row));
    };
    const auto pixels = [](std::int64_t side) { return std::to_string(side); };
    add({"stem", std::to_string(network.stem.width), "", "", "", "", "", pixels(costs.stemResolution)},
        costs.stem);
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        const Stage& stage = network.stages[i];
        const bool isSplit = hasBottleneck(network.block);
        add({fmt::format("stage {}", i + 1), std::to_string(stage.width), std::to_string(stage.depth),
             isSplit ? shortest(stage.bottleneckRatio) : "-",
             isSplit ? std::to_string(stage.groupWidth) : "-", std::to_string(groups(stage, network.block)),
             std::to_string(stage.stride), pixels(costs.stages[i].resolution)},
            costs.stages[i].cost);
    }
    add({"head", network.head.width > 0 ? std::to_string(network.head.width) : "", "", "", "", "", "", ""},
        costs.head);
    add({"total", "", std::to_string(depthOf(network)), "", "", "", "", ""}, costs.total);
    std::string text = table.text();
    const std::vector<GroupFix> fixes = groupFixes(spec);
    for (std::size_t i = 0; i < fixes.size(); ++i)
        if (fixes[i].changedWidth())
            text += fmt::format("stage {}: width {} became {}, a bottleneck of whole groups of {}\n", i + 1,
                                fixes[i].before.width, fixes[i].after.width, fixes[i].after.groupWidth);
    return text;
}

void printReadable(const NetworkSpec& spec)
{
    const Network network = realise(spec);
    const Complexity costs = complexity(network);
    const bool isY = network.block == BlockType::X && network.seRatio > 0;
    fmt::print(
        "block {}{}, {}, {} x {} pixels, {} classes\n", nameOf(network.block),
        network.seRatio > 0 ? fmt::format(" with SE {}{}", shortest(network.seRatio), isY ? " (Y)" : "") : "",
        nameOf(network.stem.type), network.resolution, network.resolution, network.head.classes);
    fmt::print("{}", partTable(spec, network, costs));
    fmt::print("exact: {} FLOPs (multiply-adds), {} params, {} activations\n", exactCount(costs.total.flops),
               exactCount(costs.total.params), exactCount(costs.total.activations));
    if (spec.regnet) {
        const LinearWidths& line = spec.regnet->line;
        const Quantisation quantised = quantise(line);
        fmt::print("line: d {}, w0 {}, wa {}, wm {}: {} stages on {} levels{}; e_fit {:.4f}\n", line.depth,
                   shortest(line.w0), shortest(line.wa), shortest(line.wm), quantised.widths.size(),
                   quantised.levels, quantised.skipsLevel() ? ", so a level is skipped or two merge" : "",
                   meanSquaredLog2Ratio(blockWidths(network.stages), blockWidths(quantised)));
    }
    fmt::print("identity: {}\n", hashOf(network));
}

/// The field of a problem where there is one: "nets.jsonl:7, stages[0].width" has it after the comma.
nlohmann::json failure(const Problem& problem, std::int64_t line, const std::string& file)
{
    Problem placed = problem;
    placed.where = fmt::format("{}:{}", file, line) + (problem.where.empty() ? "" : ", " + problem.where);
    nlohmann::json answer{{"error", sentence(placed)}, {"line", line}};
    if (!problem.where.empty()) answer["field"] = problem.where;
    return answer;
}

/// The place of a JSON error is ":1" or ":1, field" here: the line is the caller's.
NetworkSpec parseLine(const std::string& text)
{
    nlohmann::json json;
    try {
        json = parseJson(text, {});
    } catch (const Error& error) {
        Problem problem = error.problem();
        const auto field = problem.where.find(", ");
        problem.where = field == std::string::npos ? std::string() : problem.where.substr(field + 2);
        throw Error(problem);
    }
    return networkFromJson(json);
}

nlohmann::json answerTo(const std::string& text, std::int64_t line, const std::string& file,
                        const Options& options, bool& isBad)
{
    try {
        const NetworkSpec spec = changed(parseLine(text), options.network);
        return describe(spec, {.blocks = options.blocks, .fit = options.fit});
    } catch (const Error& error) {
        isBad = true;
        return failure(error.problem(), line, file);
    }
}

/// A network takes a few hundred bytes; a device may never end a line.
constexpr std::size_t longestLine = std::size_t{16} << 20;

/// The next line; false at the end.
bool readLine(std::istream& stream, std::string& text, const std::string& where)
{
    text.clear();
    char c = 0;
    while (stream.get(c) && c != '\n') {
        if (text.size() == longestLine) throwBadInput(where, "is longer than 16 MiB", "one network a line");
        text += c;
    }
    return stream.good() || (stream.eof() && !text.empty());
}

void runBatch(const Options& options)
{
    const bool isStdin = options.batch == "-";
    const std::string name = isStdin ? "standard input" : options.batch;
    std::ifstream file;
    if (!isStdin) {
        std::error_code failure; // a link that leads to itself is told below
        if (std::filesystem::is_directory(options.batch, failure))
            throwBadInput(name, "is a folder", "a file of JSON lines");
        file.open(options.batch);
        if (!file)
            throwBadInput(name, std::string("cannot be read: ") + std::strerror(errno),
                          "a file of JSON lines");
    }
    std::istream& stream = isStdin ? std::cin : file;
    std::string text;
    std::int64_t line = 0;
    std::int64_t badLines = 0;
    while (readLine(stream, text, fmt::format("{}:{}", name, line + 1))) {
        ++line;
        if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
        bool isBad = false;
        std::string answer = jsonLine(answerTo(text, line, name, options, isBad));
        answer += '\n';
        if (std::fwrite(answer.data(), 1, answer.size(), stdout) != answer.size())
            throwStandardOutputFailed(errno);
        badLines += isBad ? 1 : 0;
    }
    if (stream.bad()) throwFailed(name, "cannot be read to its end");
    finishStandardOutput();
    if (badLines > 0)
        throwBadInput(name, fmt::format("has {} bad line{} of {}", badLines, badLines == 1 ? "" : "s", line),
                      "networks; each bad line's answer says why");
}

void tellNetwork(const NetworkSpec& spec, const Options& options)
{
    if (options.as == "json") {
        realise(spec); // what cannot be built is not written
        fmt::print("{}\n", toJson(spec).dump(2));
    } else if (options.as == "pycls") {
        fmt::print("{}", pyclsConfig(spec));
    } else if (options.as == "timm") {
        fmt::print("{}", timmCode(spec));
    } else if (options.as == "torchvision") {
        fmt::print("{}", torchvisionCode(spec));
    } else if (options.asJson) {
        fmt::print("{}\n", describe(spec, {.blocks = options.blocks}).dump(2));
    } else {
        printReadable(spec);
    }
}

void run(const Options& options)
{
    if (!options.batch.empty()) {
        const NetworkOptions& network = options.network;
        if (!network.published.empty() || !network.specFile.empty() || !network.configFile.empty())
            throwBadInput("--batch", "stands beside another network", "one source of networks");
        if (!options.as.empty()) throwBadInput("--as", "stands beside --batch", "one network");
        runBatch(options);
        return;
    }
    withNetwork(options.network, [&](const NetworkSpec& spec) { tellNetwork(spec, options); });
}

} // namespace

void addNetworkCommand(Command app)
{
    const auto options = std::make_shared<Options>();
    const Command command = app.subcommand("network", "Describe a network: stages, cost, code");
    addNetworkOptions(command, options->network);
    command.option("--batch", options->batch,
                   "describe the networks of a file of JSON lines (- for standard input), one answer a line");
    command.option("--as", options->as, "write the network itself: json, pycls, timm or torchvision")
        .oneOf({"json", "pycls", "timm", "torchvision"});
    command.flag("--json", options->asJson, "print the description as JSON");
    command.flag("--blocks", options->blocks, "with JSON: the cost of every block");
    command.flag("--fit", options->fit,
                 "with --batch: e_fit also for networks given as stages (about 0.5 ms each)");
    command.footer("Examples: regnet network --published RegNetX-400MF\n"
                   "          regnet network --d 13 --w0 24 --wa 36.44 --wm 2.49 --g 8 --as torchvision");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
