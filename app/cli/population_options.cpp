// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/population_options.h"

#include <CLI/CLI.hpp>

namespace regnet::cli {

void addStoreOptions(CLI::App& command, StoreOptions& places)
{
    command.add_option("--store", places.store, "The store; by default this user's");
    command.add_option("--spool", places.spool, "The folder of its jobs; by default beside the store");
}

void addPopulationOptions(CLI::App& command, PopulationOptions& options)
{
    TrainingOrder& order = options.order;
    addStoreOptions(command, options.places);
    command.add_option("--population", order.population, "Name of the population in the store")->required();
    command.add_option("--space", order.space,
                       "Sample it from this space first (a name as RegNetX@cpu, or a file)");
    command.add_option("--n", order.n, "How many networks to sample")->check(CLI::Range(1, 1'000'000));
    command.add_option("--seed", order.seed, "Seed of the sample")->capture_default_str();
    command.add_option("--recipe", order.recipe, "Name of a recipe, or a file with its JSON")->required();
    command
        .add_option_function<std::string>(
            "--dataset",
            [&order](const std::string& text) {
                const DataSetSpec given = dataSetFromText(text);
                order.dataSet.name = given.name;
                if (!given.folder.empty()) order.dataSet.folder = given.folder;
            },
            "What to train on: procedural, cifar10, cifar100; a folder with its files may follow after a "
            "colon")
        ->default_str(order.dataSet.name);
    command.add_option("--data-folder", order.dataSet.folder, "Where the data set's files are");
    command.add_option("--data-seed", order.dataSet.seed, "Seed of a procedural data set")
        ->capture_default_str();
    command
        .add_option("--training-seed", order.trainingSeed,
                    "Seed of weights and batches; another one is a replicate")
        ->capture_default_str();
}

} // namespace regnet::cli
