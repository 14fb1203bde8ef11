// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/training.h"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace regnet::cli {

/// What "train" and "queue add" are told: which population, and how it is trained.
struct PopulationOptions
{
    StoreOptions places;
    std::string population;
    std::string recipe;
    std::string dataSet = "procedural";
    std::string dataFolder;
    std::uint64_t dataSeed = 1;
    std::uint64_t trainingSeed = 1;
};

void addStoreOptions(CLI::App& command, StoreOptions& places);
void addPopulationOptions(CLI::App& command, PopulationOptions& options);

/// The population as it stands in the store, or made as asked; with its training. Throws Error.
PopulationSpec populationFrom(const PopulationOptions& options);

} // namespace regnet::cli
