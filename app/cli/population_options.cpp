// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/population_options.h"

#include "core/problem.h"
#include "core/queue/whole_file.h"
#include "core/store/store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regnet::cli {
namespace {

/// A recipe by its name, or the JSON file of one.
Recipe openRecipe(const std::string& nameOrFile)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(nameOrFile, error)) return builtInRecipe(nameOrFile);
    const auto json = nlohmann::json::parse(readWhole(nameOrFile), nullptr, false);
    if (json.is_discarded()) throwBadInput(nameOrFile, "is no JSON", "a recipe");
    Recipe recipe = recipeFromJson(json, nameOrFile);
    if (recipe.name.empty()) recipe.name = std::filesystem::path(nameOrFile).stem().string();
    return recipe;
}

/// The data set that fits the networks: they all see images of one size and tell as many classes apart.
DataSetSpec dataSetFor(const PopulationOptions& options, const PopulationSpec& population)
{
    if (options.dataSet != "procedural")
        throwBadInput("--dataset", fmt::format("is \"{}\", which is not known", options.dataSet),
                      "procedural");
    DataSetSpec dataSet;
    dataSet.name = options.dataSet;
    dataSet.folder = options.dataFolder;
    dataSet.seed = options.dataSeed;
    if (population.networks.empty()) return dataSet;
    const NetworkSpec& first = population.networks.front();
    for (const NetworkSpec& network : population.networks)
        if (network.resolution != first.resolution || network.head.classes != first.head.classes)
            throwBadInput(fmt::format("population \"{}\"", population.name),
                          "has networks of different resolutions or numbers of classes",
                          "one resolution and one number of classes, those of the data set");
    dataSet.resolution = first.resolution;
    dataSet.classes = first.head.classes;
    return dataSet;
}

PopulationSpec knownPopulation(const PopulationOptions& options)
{
    const std::filesystem::path path = options.places.storePath();
    return StoreReader(path).populationSpec(options.population);
}

} // namespace

void addStoreOptions(CLI::App& command, StoreOptions& places)
{
    command.add_option("--store", places.store, "The store; by default this user's");
    command.add_option("--spool", places.spool, "The folder of its jobs; by default beside the store");
}

void addPopulationOptions(CLI::App& command, PopulationOptions& options)
{
    addStoreOptions(command, options.places);
    command.add_option("--population", options.population, "Name of the population in the store")->required();
    command.add_option("--recipe", options.recipe, "Name of a recipe, or a file with its JSON")->required();
    command.add_option("--dataset", options.dataSet, "What to train on")->capture_default_str();
    command.add_option("--data-folder", options.dataFolder, "Where the data set's files are");
    command.add_option("--data-seed", options.dataSeed, "Seed of a procedural data set")
        ->capture_default_str();
    command
        .add_option("--training-seed", options.trainingSeed,
                    "Seed of weights and batches; another one is a replicate")
        ->capture_default_str();
}

PopulationSpec populationFrom(const PopulationOptions& options)
{
    TrainingSpec training;
    training.recipe = openRecipe(options.recipe);
    PopulationSpec population = knownPopulation(options);
    training.dataSet = dataSetFor(options, population);
    training.seed = options.trainingSeed;
    population.training = training;
    return population;
}

} // namespace regnet::cli
