// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/population_options.h"
#include "app/cli/table.h"
#include "core/problem.h"
#include "core/queue/progress.h"
#include "core/queue/rebuild.h"
#include "core/store/store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace regnet::cli {
namespace {

struct Options
{
    StoreOptions places;
    bool asJson = false;
    bool isFull = false;
};

nlohmann::ordered_json toJson(const PopulationSummary& population)
{
    nlohmann::ordered_json json;
    json["name"] = population.name;
    json["space"] = population.space;
    json["seed"] = population.seed;
    json["networks"] = population.networks;
    json["distinct"] = population.distinct;
    json["recipe"] =
        population.training ? nlohmann::json(population.training->recipe.name) : nlohmann::json();
    json["done"] = population.jobs.of(JobState::Done);
    json["failed"] = population.jobs.failures();
    json["open"] = population.jobs.open();
    return json;
}

void info(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    const StoreReader store(path);
    const auto populations = store.populations();
    const auto holder = StoreLock::holder(path);
    const std::string spool = Spool(options.places.spoolPath()).root().string();
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["store"] = path.string();
        json["spool"] = spool;
        json["holder"] = holder ? nlohmann::json(describe(*holder)) : nlohmann::json();
        json["populations"] = nlohmann::ordered_json::array();
        for (const PopulationSummary& population : populations)
            json["populations"].push_back(toJson(population));
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return;
    }
    fmt::print("store   {}\nspool   {}\nwriter  {}\n\n", path.string(), spool,
               holder ? describe(*holder) : "nobody");
    Table table({"population", "networks", "different", "recipe", "done", "failed", "open"});
    for (const PopulationSummary& population : populations)
        table.add({population.name, std::to_string(population.networks), std::to_string(population.distinct),
                   population.training ? population.training->recipe.name : "-",
                   std::to_string(population.jobs.of(JobState::Done)),
                   std::to_string(population.jobs.failures()), std::to_string(population.jobs.open())});
    fmt::print("{}", populations.empty() ? "no populations yet\n" : table.text());
}

void rebuild(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    // The store may be too damaged to say where its spool is: then it is the one beside it.
    std::filesystem::path spool = options.places.spool;
    if (spool.empty()) {
        try {
            spool = options.places.spoolPath();
        } catch (const Error&) {
            spool = defaultSpool(path);
        }
    }
    const RebuildReport report = rebuildStore(path, Spool(spool), "regnet store rebuild");
    for (const Problem& problem : report.problems)
        fmt::print(stderr, "left out: {}\n", sentence(problem));
    if (report.damagedLines > 0)
        fmt::print(stderr, "left out: {} damaged lines of event logs\n", report.damagedLines);
    fmt::print("{}: {} populations, {} jobs, {} results\n", path.string(), report.populations, report.jobs,
               report.results);
    if (!report.oldStore.empty()) fmt::print("the former store is kept as {}\n", report.oldStore.string());
}

void check(const Options& options)
{
    const StoreReader store(options.places.storePath());
    const auto lines = options.isFull ? store.fullCheck() : store.quickCheck();
    for (const std::string& line : lines)
        fmt::print("{}\n", line);
    if (!lines.empty())
        throwFailed(store.path().string(), "is damaged",
                    "\"regnet store rebuild\", which makes it anew from the spool");
    fmt::print("{}: all is well\n", store.path().string());
}

CLI::App* addPart(CLI::App& store, const char* name, const char* help, void (*run)(const Options&),
                  const std::shared_ptr<Options>& options)
{
    CLI::App* command = store.add_subcommand(name, help);
    addStoreOptions(*command, options->places);
    command->callback([run, options] { run(*options); });
    return command;
}

} // namespace

void addStoreCommand(CLI::App& app)
{
    CLI::App* store = app.add_subcommand("store", "The file that keeps populations and results");
    store->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    addPart(*store, "info", "What is in it, and who writes it", info, options)
        ->add_flag("--json", options->asJson, "Print one JSON object");
    addPart(*store, "rebuild", "Make it anew from the spool; the former one is kept", rebuild, options);
    addPart(*store, "check", "Look for damage", check, options)
        ->add_flag("--full", options->isFull, "The slow check, with all references");
}

} // namespace regnet::cli
