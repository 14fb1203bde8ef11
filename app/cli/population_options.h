// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/training.h"
#include "core/queue/budget.h"
#include "core/queue/training_order.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace regnet::cli {

/// What "train" and "queue add" are told: where, which population, and how it is trained.
struct PopulationOptions
{
    StoreOptions places;
    TrainingOrder order;
    std::vector<std::uint64_t> seeds; ///< of the trainings; empty: the order's own
    std::int64_t replicates = 0;
    std::optional<std::uint64_t> seedBase;
    std::string weights; ///< a file that every training starts from
    std::string weightsState;
};

void addStoreOptions(Command command, StoreOptions& places);
void addPopulationOptions(Command command, PopulationOptions& options);

/// The population once a seed of its training, in their order. Throws Error: replicates have seeds that
/// somebody named, each another one.
std::vector<PopulationSpec> populationsOf(const PopulationOptions& options);

/// What is to be said before a population is queued: trainings, time, disk, memory, and what it can show.
Budget budgetOf(const PopulationOptions& options, const std::vector<PopulationSpec>& populations, int workers,
                const std::string& device);
nlohmann::ordered_json toJson(const Budget& budget);

} // namespace regnet::cli
