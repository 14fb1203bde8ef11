// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/network_options.h"
#include "app/cli/table.h"
#include "core/queue/measurement.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace regnet::cli {
namespace {

struct MeasureOptions
{
    NetworkOptions network;
    std::vector<std::string> published;
    MeasureSettings settings;
    bool asJson = false;
};

struct Measured
{
    std::string name;
    nlohmann::json answer;
};

std::string tableOf(const std::vector<Measured>& all)
{
    Table table({"network", "FLOPs", "params", "activations", "forward ms", "images/s", "training ms",
                 "images/s", "memory MiB"});
    for (const auto& [name, answer] : all) {
        const auto timing = [&answer = answer](const char* direction, const char* field, int decimals) {
            return fmt::format("{:.{}f}", answer.at(direction).at(field).get<double>(), decimals);
        };
        table.add({name, readableCount(answer.at("flops").get<double>()),
                   readableCount(answer.at("params").get<double>()),
                   readableCount(answer.at("activations").get<double>()),
                   timing("forward", "milliseconds", 1), timing("forward", "images_per_second", 0),
                   timing("training", "milliseconds", 1), timing("training", "images_per_second", 0),
                   fmt::format("{:.0f}", answer.at("peak_bytes").get<double>() / (1024.0 * 1024.0))});
    }
    return table.text();
}

void runMeasure(const MeasureOptions& options)
{
    std::vector<std::pair<std::string, NetworkSpec>> networks;
    for (const std::string& name : options.published) {
        NetworkOptions one = options.network;
        one.published = name;
        networks.emplace_back(name, specOf(one));
    }
    if (networks.empty())
        withNetwork(options.network, [&](const NetworkSpec& spec) {
            realise(spec); // here, where the file is known, and not by the worker
            networks.emplace_back("network", spec);
        });
    std::vector<Measured> all;
    for (const auto& [name, spec] : networks)
        all.push_back({name, measureNetwork(spec, options.settings)});
    if (!options.asJson) {
        fmt::print("{}batches of {}, {}, threads {}; median of up to 30 runs after 3 that are not timed\n",
                   tableOf(all), options.settings.batch, options.settings.device, options.settings.threads);
        return;
    }
    nlohmann::json json = nlohmann::json::array();
    for (Measured& one : all) {
        one.answer["name"] = one.name;
        json.push_back(std::move(one.answer));
    }
    fmt::print("{}\n", nlohmann::json{{"measurements", json}}.dump(2));
}

} // namespace

void addMeasureCommand(Command app)
{
    auto options = std::make_shared<MeasureOptions>();
    const Command command = app.subcommand("measure", "Run time and memory of networks on this machine");
    addNetworkOptions(command, options->network);
    command.option("MODELS", options->published, "Published models to compare, for example RegNetX-200MF");
    command.option("--batch", options->settings.batch, "Images a batch").range(1, 65'536).showDefault();
    command.option("--threads", options->settings.threads, "Threads of LibTorch")
        .range(1, 1024)
        .showDefault();
    command.option("--seconds", options->settings.seconds, "Longest time that each direction is measured")
        .range(1, 3600)
        .showDefault();
    command.option("--device", options->settings.device, "cpu, or cuda:0 and so on").showDefault();
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { runMeasure(*options); });
}

} // namespace regnet::cli
