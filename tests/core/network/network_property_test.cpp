// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/complexity.h"
#include "core/network/network_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace regnet {
namespace {

/// Seeded specs of all blocks, stems and forms; some cannot be realised.
class Specs
{
public:
    explicit Specs(unsigned seed) : m_random(seed) {}

    NetworkSpec next()
    {
        NetworkSpec spec;
        spec.stem = {static_cast<StemType>(below(3)), 1 + below(100)};
        spec.block = static_cast<BlockType>(below(7));
        spec.head = {below(2) * below(2000), 1 + below(2000)};
        spec.resolution = 1 + below(300);
        spec.seRatio = below(2) == 0 ? 0 : 1.0 / static_cast<double>(1 + below(20));
        spec.activation = below(4) == 0 ? Activation::Silu : Activation::Relu;
        if (below(2) == 0) {
            spec.regnet = RegnetParameters{{1 + below(60), 8.0 * static_cast<double>(1 + below(40)),
                                            static_cast<double>(below(3000)) / 10,
                                            1.05 + static_cast<double>(below(2500)) / 1000},
                                           ratio(),
                                           1 + below(128),
                                           1 + below(3)};
            return spec;
        }
        for (std::int64_t i = 0, count = 1 + below(8); i < count; ++i)
            spec.stages.push_back({1 + below(2000), 1 + below(12), 1 + below(3), ratio(), 1 + below(128)});
        return spec;
    }

private:
    std::int64_t below(unsigned limit) { return static_cast<std::int64_t>(m_random() % limit); }
    double ratio()
    {
        constexpr double ratios[] = {1, 1, 2, 4, 0.5, 0.25, 1.0 / 3, 0.3333333333, 3, 1 / 0.7, 2.5};
        return ratios[m_random() % std::size(ratios)];
    }

    std::mt19937 m_random;
};

void addTo(Cost& sum, const Cost& part)
{
    sum.flops += part.flops;
    sum.params += part.params;
    sum.activations += part.activations;
}

TEST(NetworkProperties, HoldForSeededSpecs)
{
    Specs specs(3);
    int realised = 0;
    for (int i = 0; i < 3000; ++i) {
        const NetworkSpec spec = specs.next();
        EXPECT_EQ(networkFromJson(toJson(spec)), spec);
        Network network;
        try {
            network = realise(spec);
        } catch (const Error& error) {
            EXPECT_EQ(error.problem().kind, ProblemKind::BadInput);
            continue;
        }
        ++realised;
        // Parts sum to the total, and the total alone is the same.
        const Complexity parts = complexity(network);
        Cost total = parts.stem;
        addTo(total, parts.head);
        for (const StageComplexity& stage : parts.stages) {
            Cost blocks;
            for (const Cost& block : stage.blocks)
                addTo(blocks, block);
            EXPECT_EQ(blocks, stage.cost);
            addTo(total, stage.cost);
        }
        EXPECT_EQ(total, parts.total);
        EXPECT_EQ(cost(network), parts.total);
        // What is built, built again, is itself; so is its canonical text.
        EXPECT_EQ(realise(toSpec(network)), network);
        const Network again = realise(parseNetwork(canonicalJson(network)));
        EXPECT_EQ(again, network);
        EXPECT_EQ(hashOf(again), hashOf(network));
        // Groups divide the bottleneck.
        for (const Stage& stage : network.stages) {
            if (!hasBottleneck(network.block)) continue;
            EXPECT_EQ(groups(stage, network.block) * stage.groupWidth, bottleneckWidth(stage, network.block));
        }
    }
    EXPECT_GT(realised, 2000);
}

TEST(NetworkProperties, ALineAndItsStagesAreOneNetwork)
{
    Specs specs(4);
    int compared = 0;
    for (int i = 0; i < 1000; ++i) {
        const NetworkSpec line = specs.next();
        // pycls adjusts a line of blocks without a bottleneck, but not their stages.
        if (!line.regnet || !hasBottleneck(line.block)) continue;
        NetworkSpec stages = line;
        stages.stages = requestedStages(line);
        stages.regnet.reset();
        try {
            EXPECT_EQ(hashOf(realise(line)), hashOf(realise(stages)));
            ++compared;
        } catch (const Error&) {
            EXPECT_THROW(realise(stages), Error);
        }
    }
    EXPECT_GT(compared, 100);
}

} // namespace
} // namespace regnet
