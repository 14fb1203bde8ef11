// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/population_options.h"
#include "app/cli/training.h"
#include "core/problem.h"
#include "core/stats/edf.h"
#include "core/store/store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <memory>

namespace regnet::cli {
namespace {

struct TrainOptions
{
    PopulationOptions population;
    int workers = 0;
    std::string device = "cpu";
};

// As a shell says it of a program that Ctrl-C ended.
constexpr int exitStopped = 130;

void checkDevice(const std::string& device)
{
    const bool isCuda = device.starts_with("cuda:") && device.size() > 5 &&
                        device.find_first_not_of("0123456789", 5) == std::string::npos;
    if (device != "cpu" && !isCuda)
        throwBadInput("--device", "is \"" + device + "\"", "cpu, or cuda:0 and so on");
}

void printSummary(const StoreOptions& places, const std::string& name)
{
    const Population population = StoreReader(places.storePath()).population(name);
    const Edf edf(population);
    fmt::print("{}: {} networks, {} failed", population.name, edf.size(), edf.failed());
    if (edf.min()) fmt::print(", error {:.2f} % at best, {:.2f} % on average", *edf.min(), *edf.mean());
    fmt::print("\n");
}

/// Everything is closed when this returns: the caller may leave the program.
TrainingEnd run(const TrainOptions& options)
{
    checkDevice(options.device);
    TrainingOptions training;
    training.places = options.population.places;
    training.populations = {populationOf(options.population.order, training.places.storePath())};
    training.workers = options.workers;
    training.device = options.device;
    const TrainingEnd end = train(training);
    if (end == TrainingEnd::Done)
        printSummary(training.places, options.population.order.population);
    else
        fmt::print(stderr, "Stopped. The same command goes on where it was.\n");
    return end;
}

} // namespace

void addTrainCommand(CLI::App& app)
{
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = app.add_subcommand("train", "Queue a population and work it off, with progress");
    addPopulationOptions(*command, options->population);
    command->add_option("--workers", options->workers, "Trainings at the same time; 0 = one a core")
        ->check(CLI::Range(0, 1024));
    command->add_option("--device", options->device, "cpu, or cuda:0 and so on")->capture_default_str();
    command->callback([options] {
        if (run(*options) == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

} // namespace regnet::cli
