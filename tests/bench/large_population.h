// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <cstdint>
#include <string>
#include <utility>

namespace regnet {

/// A population to fill a queue with: networks that all differ, of one to forty blocks, which is
/// what scripted workers ask for, each to be trained.
inline PopulationSpec largePopulation(std::string name, std::int64_t n)
{
    PopulationSpec population;
    population.name = std::move(name);
    for (std::int64_t i = 0; i < n; ++i) {
        NetworkSpec network;
        network.stages = {Stage{.width = 8 * (1 + i % 100), .depth = 1 + i / 100 % 40, .groupWidth = 8},
                          Stage{.width = 8 * (1 + i / 4000), .depth = 1, .groupWidth = 8}};
        network.head.classes = 10;
        network.resolution = 32;
        population.networks.push_back(network);
    }
    population.training = TrainingSpec{};
    return population;
}

} // namespace regnet
