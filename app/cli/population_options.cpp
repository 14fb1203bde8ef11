// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/population_options.h"
#include "app/cli/command_line.h"

#include "app/cli/seed_option.h"
#include "core/format/weights.h"
#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <set>

namespace regnet::cli {

void addStoreOptions(Command command, StoreOptions& places)
{
    command.option("--store", places.store, "The store; by default this user's");
    command.option("--spool", places.spool, "The folder of its jobs; by default beside the store");
}

void addPopulationOptions(Command command, PopulationOptions& options)
{
    TrainingOrder& order = options.order;
    addStoreOptions(command, options.places);
    command.option("--population", order.population, "Name of the population in the store").required();
    command.option("--space", order.space,
                   "Sample it from this space first (a name as RegNetX@cpu, or a file)");
    command.option("--n", order.n, "How many networks to sample").range(1, 1'000'000);
    addSeed(command, "--seed", order.seed, "Seed of the sample");
    command.option("--recipe", order.recipe, "Name of a recipe, or a file with its JSON").required();
    command
        .optionTakenBy(
            "--dataset",
            [&order](const std::string& text) {
                const DataSetSpec given = dataSetFromText(text);
                order.dataSet.name = given.name;
                if (!given.folder.empty()) order.dataSet.folder = given.folder;
            },
            "What to train on: procedural, cifar10, cifar100 (a folder with its files may follow after a "
            "colon), folder:PATH")
        .defaultText(order.dataSet.name);
    command.option("--data-folder", order.dataSet.folder, "Where the data set's files are");
    addSeed(command, "--data-seed", order.dataSet.seed, "Seed of a procedural data set");
    addSeed(command, "--training-seed", order.trainingSeed,
            "Seed of weights and batches; another one is a replicate");
    command.list("--seeds", options.seeds, "Train each network once for each of these seeds: 1,2,3")
        .excludes("--training-seed");
    command.option("--replicates", options.replicates, "So many seeds, from --seed-base on")
        .range(1, 10'000)
        .excludes("--training-seed")
        .excludes("--seeds");
    addSeed(command, "--seed-base", options.seedBase, "The first seed of --replicates");
    command.flag("--keep-weights", order.keepsWeights,
                 "Keep the checkpoints of the last and the best epoch when a training is done");
    command.option("--weights", options.weights,
                   "Start from these weights: a state dict or checkpoint of this network (of all networks)");
    command.option("--weights-state", options.weightsState, "Which weights of a checkpoint: ema_state, ...");
}

namespace {

/// The recipe names what it starts from: other weights are another recipe.
void startFromWeights(PopulationSpec& population, const PopulationOptions& options)
{
    const Weights weights = openWeights(options.weights, {options.weightsState, {}});
    for (const NetworkSpec& network : population.networks)
        requireStart(weights, network, options.weights);
    Recipe& recipe = population.training->recipe;
    recipe.initialWeights = keepInitialWeights(weights, Spool(options.places.spoolPath()).root());
    recipe.name += " from " + recipe.initialWeights.substr(0, 8);
}

} // namespace

std::vector<PopulationSpec> populationsOf(const PopulationOptions& options)
{
    requirePopulationName(options.order.population);
    std::vector<std::uint64_t> seeds = options.seeds;
    if (options.seedBase.has_value() != (options.replicates > 0))
        throwBadInput(options.replicates > 0 ? "--replicates" : "--seed-base", "stands alone",
                      "--replicates N with --seed-base S, or --seeds S1,S2,...");
    for (std::int64_t i = 0; i < options.replicates; ++i)
        seeds.push_back(*options.seedBase + static_cast<std::uint64_t>(i));
    if (seeds.empty()) seeds.push_back(options.order.trainingSeed);
    if (std::set(seeds.begin(), seeds.end()).size() != seeds.size())
        throwBadInput("--seeds", "names a seed twice", "different ones: the same training is not done twice");
    std::vector<PopulationSpec> populations;
    PopulationSpec population = populationOf(options.order, options.places.storePath());
    if (!options.weights.empty()) startFromWeights(population, options);
    for (const std::uint64_t seed : seeds) {
        population.training->seed = seed;
        populations.push_back(population);
    }
    return populations;
}

Budget budgetOf(const PopulationOptions& options, const std::vector<PopulationSpec>& populations, int workers,
                const std::string& device)
{
    BudgetQuestion question;
    question.population = populations.front();
    question.seeds.clear();
    for (const PopulationSpec& population : populations)
        question.seeds.push_back(population.training->seed);
    question.slots = slotsFor(workers, device);
    question.freeBytes = Spool(options.places.spoolPath()).freeBytes();
    const std::filesystem::path path = options.places.storePath();
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return plan(question, nullptr);
    const StoreReader store(path);
    return plan(question, &store);
}

nlohmann::ordered_json toJson(const Budget& budget)
{
    const auto orNull = [](const auto& value) { return value ? nlohmann::json(*value) : nlohmann::json(); };
    nlohmann::ordered_json json;
    json["networks"] = budget.networks;
    json["trainings"] = budget.trainings;
    json["done"] = budget.done;
    json["epochs"] = budget.epochs;
    json["flops"] = budget.flops;
    json["seconds"] = orNull(budget.seconds);
    json["measured_trainings"] = budget.speed ? nlohmann::json(budget.speed->trainings) : nlohmann::json();
    json["disk"] = {
        {"peak_bytes", budget.disk.peak},
        {"kept_bytes", budget.disk.kept},
        {"free_bytes", budget.freeBytes < 0 ? nlohmann::json() : nlohmann::json(budget.freeBytes)}};
    json["memory_bytes"] = budget.largestMemory;
    json["edf_gap"] = orNull(budget.gap.edfGap);
    json["edf_band"] = budget.gap.bandA;
    return json;
}

} // namespace regnet::cli
