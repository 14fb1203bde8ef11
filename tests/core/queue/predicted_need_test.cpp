// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/predicted_need.h"

#include "core/network/complexity.h"
#include "core/network/network_json.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <random>

namespace regnet {
namespace {

NetworkSpec randomNetwork(std::mt19937& random)
{
    NetworkSpec network;
    const auto stages = 1 + random() % 4;
    for (unsigned i = 0; i < stages; ++i)
        network.stages.push_back({.width = 8 * static_cast<std::int64_t>(1 + random() % 40),
                                  .depth = static_cast<std::int64_t>(1 + random() % 8),
                                  .stride = 2,
                                  .bottleneckRatio = 1,
                                  .groupWidth = 8});
    network.resolution = static_cast<std::int64_t>(32 + 32 * (random() % 6));
    return network;
}

std::int64_t memoryOf(const NetworkSpec& network, const Recipe& recipe)
{
    return predictedMemory(realise(network), recipe, network.resolution, "cpu");
}

TEST(PredictedMemory, GrowsWithEverythingThatMakesATrainingLarger)
{
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        const NetworkSpec network = randomNetwork(random);
        const Recipe recipe = smallTraining().recipe;
        const std::int64_t before = memoryOf(network, recipe);
        const auto stage = random() % network.stages.size();
        NetworkSpec wider = network, deeper = network, finer = network;
        wider.stages[stage].width += 8;
        ++deeper.stages[stage].depth;
        finer.resolution += static_cast<std::int64_t>(1 + random() % 64);
        Recipe larger = recipe;
        larger.batchSize += static_cast<std::int64_t>(1 + random() % 64);
        EXPECT_GT(memoryOf(wider, recipe), before);
        EXPECT_GT(memoryOf(deeper, recipe), before);
        EXPECT_GE(memoryOf(finer, recipe), before);
        EXPECT_GT(predictedMemory(realise(network), recipe, network.resolution + 32, "cpu"), before);
        EXPECT_GT(memoryOf(network, larger), before);
    }
}

TEST(PredictedMemory, IsTheFormulaOfItsHeader)
{
    const Network network = realise(networkOfDepth(1));
    Recipe recipe;
    recipe.batchSize = 64;
    recipe.trainImages = 1000;
    recipe.testImages = 500;
    const Cost total = cost(network);
    const std::int64_t images = 3LL * 32 * 32 * 1500;
    EXPECT_EQ(predictedMemory(network, recipe, 32, "cpu"),
              140LL * 1024 * 1024 + 17 * total.params + 9 * 64 * total.activations + images);
    EXPECT_EQ(predictedMemory(network, recipe, 32, "GPU-0123"),
              600LL * 1024 * 1024 + 20 * total.params + 16 * 64 * total.activations + images);
    recipe.accumulation = 2;
    recipe.emaAlpha = 0.1;
    EXPECT_EQ(predictedMemory(network, recipe, 32, "cpu"),
              140LL * 1024 * 1024 + 21 * total.params + 9 * 32 * total.activations + images);
}

TEST(PredictedMemory, IsWithinFifteenPerCentOfWhatWorkersTook)
{
    std::ifstream lines(std::filesystem::path(REGNET_TEST_DATA) / "training_memory.jsonl");
    std::string line;
    int networks = 0;
    while (std::getline(lines, line)) {
        const auto row = nlohmann::json::parse(line);
        const Network network = realise(networkFromJson(row.at("network")));
        Recipe recipe;
        recipe.batchSize = row.at("batch_size");
        recipe.trainImages = row.at("train_images");
        recipe.testImages = row.at("test_images");
        const auto predicted =
            static_cast<double>(predictedMemory(network, recipe, network.resolution, "cpu"));
        EXPECT_NEAR(predicted / row.at("peak_bytes").get<double>(), 1, 0.15) << line;
        ++networks;
    }
    EXPECT_EQ(networks, 46);
}

TEST(PredictedMemory, BeyondSixtyFourBitsIsAnError)
{
    Recipe recipe;
    recipe.batchSize = std::int64_t{1} << 50;
    EXPECT_THROW(predictedMemory(realise(networkOfDepth(1)), recipe, 32, "cpu"), Error);
}

TEST(PredictedDisk, OnlyTheLargestThatRunAtATimeHaveTheirCheckpoints)
{
    const Recipe recipe = smallTraining().recipe;
    std::vector<DiskNeed> needs;
    for (const std::int64_t depth : {1, 9, 5})
        needs.push_back(predictedDisk(realise(networkOfDepth(depth)), recipe, false));
    const std::int64_t kept = 3 * needs[0].kept;
    const auto checkpoints = [&](std::size_t i) { return needs[i].peak - needs[i].kept; };
    EXPECT_EQ(together(needs, 2).kept, kept);
    EXPECT_EQ(together(needs, 2).peak, kept + checkpoints(1) + checkpoints(2));
    EXPECT_EQ(together(needs, 100).peak, kept + checkpoints(0) + checkpoints(1) + checkpoints(2));
    EXPECT_EQ(together({}, 2).peak, 0);
}

} // namespace
} // namespace regnet
