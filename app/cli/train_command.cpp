// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/population_options.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "core/problem.h"
#include "core/stats/edf.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <memory>

namespace regnet::cli {
namespace {

struct TrainOptions
{
    PopulationOptions population;
    int workers = 0;
    std::string device = "cpu";
    bool onlyPlans = false;
    bool asJson = false;
};

// As a shell says it of a program that Ctrl-C ended.
constexpr int exitStopped = 130;

void printSummary(const TrainOptions& options, const std::vector<PopulationSpec>& populations)
{
    const StoreReader store(options.population.places.storePath());
    const Population population = store.population(populations.front().name);
    const Edf edf(population);
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["population"] = population.name;
        json["recipe"] = population.recipe;
        json["seeds"] = nlohmann::ordered_json::array();
        for (const PopulationSpec& each : populations)
            json["seeds"].push_back(each.training->seed);
        json["n"] = edf.size();
        json["failed"] = edf.failed();
        json["min"] = edf.min() ? nlohmann::json(*edf.min()) : nlohmann::json();
        json["mean"] = edf.mean() ? nlohmann::json(*edf.mean()) : nlohmann::json();
        fmt::print("{}\n", json.dump());
        return;
    }
    tell("{}: {} networks, {} failed", population.name, edf.size(), edf.failed());
    if (edf.min()) fmt::print(", error {:.2f} % at best, {:.2f} % on average", *edf.min(), *edf.mean());
    fmt::print("{}\n", populations.size() > 1
                           ? fmt::format(" (seed {}, one of {})", populations.front().training->seed,
                                         populations.size())
                           : "");
}

/// Everything is closed when this returns: the caller may leave the program.
TrainingEnd run(const TrainOptions& options)
{
    const std::vector<PopulationSpec> populations = populationsOf(options.population);
    const Budget budget = budgetOf(options.population, populations, options.workers, options.device);
    if (options.onlyPlans) {
        if (options.asJson)
            fmt::print("{}\n", toJson(budget).dump());
        else
            for (const std::string& line : describe(budget))
                tell("{}\n", line);
        return TrainingEnd::Done;
    }
    TrainingOptions training;
    training.places = options.population.places;
    training.populations = populations;
    training.workers = options.workers;
    training.device = options.device;
    training.before = describe(budget);
    const TrainingEnd end = train(training);
    if (end == TrainingEnd::Done)
        printSummary(options, populations);
    else
        fmt::print(stderr, "Stopped. The same command goes on where it was.\n");
    return end;
}

} // namespace

void addTrainCommand(Command app)
{
    auto options = std::make_shared<TrainOptions>();
    const Command command = app.subcommand("train", "Queue a population and work it off, with progress");
    addPopulationOptions(command, options->population);
    command.option("--workers", options->workers, "Trainings at the same time; 0 = one a core")
        .range(0, 1024);
    command.option("--device", options->device, deviceHelp).showDefault();
    command.flag("--plan", options->onlyPlans,
                 "Only say what it would take, in time and on the disk, and what the result could show");
    command.flag("--json", options->asJson, "Print the result, or the plan, as one JSON object");
    command.callback([options] {
        if (run(*options) == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

} // namespace regnet::cli
