// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/training.h"
#include "core/queue/training_order.h"

namespace CLI {
class App;
}

namespace regnet::cli {

/// What "train" and "queue add" are told: where, which population, and how it is trained.
struct PopulationOptions
{
    StoreOptions places;
    TrainingOrder order;
};

void addStoreOptions(CLI::App& command, StoreOptions& places);
void addPopulationOptions(CLI::App& command, PopulationOptions& options);

} // namespace regnet::cli
