// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/store_fixture.h"

#include "core/network/network_json.h"

namespace regnet {

NetworkSpec networkOfDepth(std::int64_t depth)
{
    NetworkSpec network;
    network.stages = {Stage{.width = 8, .depth = depth, .stride = 2, .bottleneckRatio = 1, .groupWidth = 8}};
    network.head.classes = 10;
    network.resolution = 32;
    return network;
}

TrainingSpec smallTraining()
{
    TrainingSpec training;
    training.recipe.name = "three";
    training.recipe.epochs = 3;
    return training;
}

TrainingSpec realTraining()
{
    TrainingSpec training;
    training.recipe.name = "real";
    training.recipe.epochs = 2;
    training.recipe.batchSize = 16;
    training.recipe.trainImages = 128;
    training.recipe.testImages = 64;
    return training;
}

PopulationSpec populationOf(std::int64_t n, const std::string& name)
{
    PopulationSpec population;
    population.name = name;
    population.space = "depths";
    population.seed = 7;
    for (std::int64_t depth = 1; depth <= n; ++depth)
        population.networks.push_back(networkOfDepth(depth));
    population.training = smallTraining();
    return population;
}

std::string jobOfDepth(std::int64_t depth, const TrainingSpec& training)
{
    return jobId(hashOf(realise(networkOfDepth(depth))), training);
}

} // namespace regnet
