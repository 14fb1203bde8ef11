// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/interruption.h"
#include "app/cli/json_line.h"
#include "app/cli/population_options.h"
#include "app/cli/requested.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/problem.h"
#include "core/queue/repair.h"
#include "core/queue/request.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <unistd.h>
#include <vector>

namespace regnet::cli {
namespace {

struct Options
{
    StoreOptions places;
    bool asJson = false;
    bool isFull = false;
    std::string file; ///< of a backup
    std::string population;
    std::string name; ///< the new one of a population
    bool isSure = false;
};

void printJson(const nlohmann::ordered_json& json)
{
    fmt::print("{}\n", jsonLine(json));
}

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
    const std::string spool = Spool(options.places.shownSpoolPath()).root().string();
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["store"] = path.string();
        json["spool"] = spool;
        json["holder"] = holder ? nlohmann::json(describe(*holder)) : nlohmann::json();
        json["populations"] = nlohmann::ordered_json::array();
        for (const PopulationSummary& population : populations)
            json["populations"].push_back(toJson(population));
        printJson(json);
        return;
    }
    tell("store   {}\nspool   {}\nwriter  {}\n\n", path.string(), spool,
         holder ? describe(*holder) : "nobody");
    Table table({"population", "networks", "different", "recipe", "done", "failed", "open"});
    for (const PopulationSummary& population : populations)
        table.add({population.name, std::to_string(population.networks), std::to_string(population.distinct),
                   population.training ? population.training->recipe.name : "-",
                   std::to_string(population.jobs.of(JobState::Done)),
                   std::to_string(population.jobs.failures()), std::to_string(population.jobs.open())});
    fmt::print("{}", populations.empty() ? "no populations yet\n" : table.text());
}

/// The store may be too damaged to say where its spool is: then it is the one beside it, if there is one.
Spool spoolOf(const Options& options)
{
    try {
        return Spool(options.places.spoolPath());
    } catch (const Error&) {
        const auto beside = defaultSpool(options.places.storePath());
        if (!isSpool(beside)) throw;
        return Spool(beside);
    }
}

nlohmann::ordered_json toJson(const RebuildReport& report)
{
    nlohmann::ordered_json json;
    json["populations"] = report.populations;
    json["jobs"] = report.jobs;
    json["results"] = report.results;
    json["taken_over"] = report.takenOver;
    json["damaged_lines"] = report.damagedLines;
    json["left_out"] = nlohmann::ordered_json::array();
    for (const auto* problems : {&report.problems, &report.damage})
        for (const Problem& problem : *problems)
            json["left_out"].push_back(sentence(problem));
    json["former_store"] =
        report.oldStore.empty() ? nlohmann::json() : nlohmann::json(report.oldStore.string());
    return json;
}

void print(const std::filesystem::path& path, const RebuildReport& report)
{
    for (const auto* problems : {&report.problems, &report.damage})
        for (const Problem& problem : *problems)
            tell(stderr, "left out: {}\n", sentence(problem));
    if (report.damagedLines > static_cast<std::int64_t>(report.damage.size()))
        tell(stderr, "left out: {} damaged lines of event logs, the first of them named above\n",
             report.damagedLines);
    const auto counted = [](std::int64_t n, const char* what) {
        return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
    };
    tell("{}: {}, {}, {}\n", path.string(), counted(report.populations, "population"),
         counted(report.jobs, "job"), counted(report.results, "result"));
    if (report.takenOver > 0)
        tell("{} of the results the spool has lost; they were taken over from the former store\n",
             report.takenOver);
    if (!report.oldStore.empty()) tell("the former store is kept as {}\n", report.oldStore.string());
}

/// What was left out is a failure for a script, too.
void requireComplete(const std::filesystem::path& store, const RebuildReport& report)
{
    if (!report.isComplete())
        throwFailed(store.string(), "was made anew, but not all that its spool held could be read");
}

void rebuild(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    const RebuildReport report = rebuildStore(path, spoolOf(options), "regnet store rebuild");
    if (options.asJson)
        printJson(toJson(report));
    else
        print(path, report);
    requireComplete(path, report);
}

void repair(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    const RepairReport report = repairStore(path, spoolOf(options), "regnet store repair");
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["found"] = report.found;
        json["rebuilt"] =
            report.rebuilt ? nlohmann::ordered_json(toJson(*report.rebuilt)) : nlohmann::ordered_json();
        json["job_files"] = report.jobFiles;
        json["population_files"] = report.populationFiles;
        printJson(json);
        if (report.rebuilt) requireComplete(path, *report.rebuilt);
        return;
    }
    for (const std::string& line : report.found)
        tell("{}\n", line);
    if (report.rebuilt) print(path, *report.rebuilt);
    if (report.jobFiles > 0) tell("{} job files were written again\n", report.jobFiles);
    if (report.populationFiles > 0) tell("{} population files were written again\n", report.populationFiles);
    if (report.found.empty()) tell("{}: all is well, nothing was changed\n", path.string());
    if (report.rebuilt) requireComplete(path, *report.rebuilt);
}

void backup(const Options& options)
{
    const StoreReader store(options.places.storePath());
    const Interruption interruption; // who is killed leaves a half-written file beside
    store.backup(options.file, [&interruption] { return interruption.isWanted(); });
    const auto bytes = std::filesystem::file_size(options.file);
    if (options.asJson)
        printJson({{"file", options.file}, {"bytes", bytes}});
    else
        tell("{}: {}, with everything up to now\n", options.file,
             readableBytes(static_cast<std::int64_t>(bytes)));
}

void append(std::vector<std::string>& lines, const std::vector<std::string>& more)
{
    lines.insert(lines.end(), more.begin(), more.end());
}

std::vector<std::string> damageOf(const StoreReader& store, bool isFull)
{
    if (isFull) return store.fullCheck();
    std::vector<std::string> lines = store.quickCheck();
    append(lines, store.rowCheck());
    return lines;
}

void check(const Options& options)
{
    const StoreReader store(options.places.storePath());
    std::vector<std::string> lines = damageOf(store, options.isFull);
    const bool isStoreWell = lines.empty();
    const Spool spool(options.places.shownSpoolPath());
    append(lines, damageOfSpool(spool));
    if (options.asJson)
        printJson({{"is_well", lines.empty()}, {"problems", lines}});
    else
        for (const std::string& line : lines)
            tell("{}\n", line);
    if (!isStoreWell)
        throwFailed(store.path().string(), "is damaged",
                    "\"regnet store repair\", which makes it anew from the spool");
    if (!lines.empty())
        throwFailed(
            spool.root().string(), "is damaged, or may not be read",
            "folders that you may read; \"regnet store repair\" writes job files anew from the store");
    if (!options.asJson) tell("{}: all is well\n", store.path().string());
}

void rename(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    const StoreReader known(path); // a missing store is told, not made
    QueueRequest asked;
    asked.action = QueueRequest::Action::Rename;
    asked.jobs.populations = {options.population};
    asked.name = options.name;
    requested(asked, path, Spool(options.places.spoolPath()), "regnet store rename");
    if (options.asJson)
        printJson({{"population", options.name}, {"former_name", options.population}});
    else
        tell("\"{}\" is called \"{}\" now\n", options.population, options.name);
}

/// "population "X" with 12 finished results".
std::string inWords(const Removal& removal)
{
    return fmt::format("population \"{}\" with {} finished result{}", removal.population, removal.results,
                       removal.results == 1 ? "" : "s");
}

/// A person at a terminal is asked; a script has to say it.
void confirm(const Removal& removal, const Options& options)
{
    if (options.isSure) return;
    if (options.asJson || isatty(STDIN_FILENO) != 1)
        throwBadInput("store delete", "would delete " + inWords(removal), "--yes");
    tell(stderr, "Delete {}? {}[y/N] ", inWords(removal),
         removal.shared > 0 ? fmt::format("({} stay, which other populations have too) ", removal.shared)
                            : std::string());
    std::string answer;
    std::getline(std::cin, answer);
    if (answer != "y" && answer != "Y" && answer != "yes")
        throwBadInput("store delete", "was not confirmed, nothing was changed");
}

void remove(const Options& options)
{
    const std::filesystem::path path = options.places.storePath();
    const Removal removal = StoreReader(path).removalOf(options.population);
    if (const auto problem = problemOf(removal)) throw Error(*problem);
    confirm(removal, options);
    QueueRequest asked;
    asked.action = QueueRequest::Action::Delete;
    asked.jobs.populations = {options.population};
    const QueueAnswer answer =
        requested(asked, path, Spool(options.places.spoolPath()), "regnet store delete");
    if (options.asJson)
        return printJson({{"population", options.population},
                          {"results_removed", answer.changed},
                          {"backup", answer.backup},
                          {"files", answer.folder}});
    tell("deleted {}\nthe store as it was is kept as {}\nits files lie in {}\n", inWords(removal),
         answer.backup, answer.folder);
}

Command addPart(Command store, const char* name, const char* help, void (*run)(const Options&),
                const std::shared_ptr<Options>& options)
{
    const Command command = store.subcommand(name, help);
    addStoreOptions(command, options->places);
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([run, options] { run(*options); });
    return command;
}

} // namespace

void addStoreCommand(Command app)
{
    const Command store = app.subcommand("store", "The file that keeps populations and results");
    store.requireSubcommand(1);
    const auto options = std::make_shared<Options>();
    addPart(store, "info", "What is in it, and who writes it", info, options);
    addPart(store, "check", "Look for damage", check, options)
        .flag("--full", options->isFull, "The slow check, with all references");
    addPart(store, "backup", "Copy it to a new file, while others work", backup, options)
        .option("file", options->file, "The new file")
        .required();
    const Command renaming = addPart(store, "rename", "Give a population another name", rename, options);
    renaming.option("population", options->population, "The population").required();
    renaming.option("name", options->name, "Its new name; no other population of the store has it")
        .required();
    const Command deleting = addPart(
        store, "delete", "Take a population away; a copy of the store as it was is kept", remove, options);
    deleting.option("population", options->population, "The population").required();
    deleting.flag("--yes", options->isSure, "Do not ask");
    addPart(store, "repair", "Mend what is damaged: the store from the spool, the spool from the store",
            repair, options);
    addPart(store, "rebuild", "Make it anew from the spool; the former one is kept", rebuild, options);
}

} // namespace regnet::cli
