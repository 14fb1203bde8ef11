// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/complexity.h"

#include "core/network/network_json.h"
#include "tests/core/network/reference.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

Cost costOf(const nlohmann::json& part)
{
    return {part.at("flops"), part.at("params"), part.at("acts")};
}

Cost sum(const std::vector<Cost>& costs)
{
    Cost total;
    for (const Cost& one : costs) {
        total.flops += one.flops;
        total.params += one.params;
        total.activations += one.activations;
    }
    return total;
}

TEST(Complexity, AllCasesOfPyclsAreEqual)
{
    const auto& cases = pyclsReference("complexity").at("cases");
    ASSERT_EQ(cases.size(), 600u);
    for (const auto& row : cases) {
        const Network network = realise(specOfCase(row));
        const Complexity result = complexity(network);
        EXPECT_EQ(result.total, costOf(row)) << row.at("id");
        EXPECT_EQ(cost(network), costOf(row)) << row.at("id");
        const auto& parts = row.at("parts");
        ASSERT_EQ(parts.size(), result.stages.size() + 2) << row.at("id");
        EXPECT_EQ(result.stem, costOf(parts.front())) << row.at("id");
        EXPECT_EQ(result.stemResolution, parts.front().at("h").get<std::int64_t>());
        EXPECT_EQ(result.head, costOf(parts.back())) << row.at("id");
        for (std::size_t i = 0; i < result.stages.size(); ++i) {
            EXPECT_EQ(network.stages[i].width, row.at("resolved").at("widths")[i].get<std::int64_t>());
            EXPECT_EQ(network.stages[i].depth, row.at("resolved").at("depths")[i].get<std::int64_t>());
            EXPECT_EQ(result.stages[i].cost, costOf(parts[i + 1])) << row.at("id");
            EXPECT_EQ(result.stages[i].resolution, parts[i + 1].at("h").get<std::int64_t>());
            const auto& blocks = row.at("block_flops_params_acts")[i];
            ASSERT_EQ(result.stages[i].blocks.size(), blocks.size());
            for (std::size_t j = 0; j < blocks.size(); ++j)
                EXPECT_EQ(result.stages[i].blocks[j], (Cost{blocks[j][0], blocks[j][1], blocks[j][2]}));
        }
    }
}

TEST(Complexity, PartsSumToTheTotal)
{
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const Complexity result = complexity(realise(specOfCase(row)));
        std::vector<Cost> parts{result.stem, result.head};
        for (const StageComplexity& stage : result.stages) {
            EXPECT_EQ(sum(stage.blocks), stage.cost);
            parts.push_back(stage.cost);
        }
        EXPECT_EQ(sum(parts), result.total);
    }
}

// Counted by hand: one block, 8 -> 16 channels, 8x8 -> 4x4 pixels, after a 3x3 stem of 8 channels at 8x8.
Network small(BlockType block, std::int64_t stride = 2)
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemCifar, 8};
    spec.block = block;
    spec.stages = {{16, 1, stride, 2, 4}};
    spec.head.classes = 10;
    spec.resolution = 8;
    return realise(spec);
}

TEST(Complexity, BlocksCountedByHand)
{
    // 3x3 conv 8 -> 16 at 4x4 and its norm.
    const Cost v{9 * 8 * 16 * 16, 9 * 8 * 16 + 32, 16 * 16};
    EXPECT_EQ(complexity(small(BlockType::V)).stages[0].cost, v);
    // The same with a 1x1 projection 8 -> 16.
    const Cost vr{v.flops + 8 * 16 * 16, v.params + 8 * 16 + 32, v.activations + 16 * 16};
    EXPECT_EQ(complexity(small(BlockType::VR)).stages[0].cost, vr);
    // Projection; 1x1 8 -> 8 at 8x8; 3x3 8 -> 8 in one group; 1x1 8 -> 16.
    const Cost r{8 * 16 * 16 + 8 * 8 * 64 + 9 * 8 * 8 * 16 + 8 * 16 * 16,
                 8 * 16 + 32 + 8 * 8 + 16 + 9 * 8 * 8 + 16 + 8 * 16 + 32,
                 16 * 16 + 8 * 64 + 8 * 16 + 16 * 16};
    EXPECT_EQ(complexity(small(BlockType::R)).stages[0].cost, r);
    // Two groups of 4 halve the 3x3 conv.
    const Cost x{r.flops - 9 * 8 * 4 * 16, r.params - 9 * 8 * 4, r.activations};
    EXPECT_EQ(complexity(small(BlockType::X)).stages[0].cost, x);
}

TEST(Complexity, NoProjectionWhereNothingChanges)
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemCifar, 16};
    spec.block = BlockType::VR;
    spec.stages = {{16, 1, 1, 1, 8}};
    spec.resolution = 8;
    EXPECT_EQ(complexity(realise(spec)).stages[0].cost, (Cost{9 * 16 * 16 * 64, 9 * 16 * 16 + 32, 16 * 64}));
}

TEST(Complexity, ResolutionNeverFallsBelowOnePixel)
{
    NetworkSpec spec;
    spec.stages.assign(6, {16, 1, 2, 1, 8});
    spec.resolution = 5;
    const Complexity result = complexity(realise(spec));
    EXPECT_EQ(result.stemResolution, 3);
    EXPECT_EQ(result.stages[0].resolution, 2);
    EXPECT_EQ(result.stages[5].resolution, 1);
}

TEST(Complexity, CountsBeyond64BitsAreRefused)
{
    NetworkSpec spec;
    spec.stages = {{1'000'000'000, 1, 2, 1, 8}};
    EXPECT_THROW(complexity(realise(spec)), Error);
    EXPECT_THROW(cost(realise(spec)), Error);
    spec.stages = {{8, 1, 2, 1, 8}};
    spec.resolution = std::int64_t{1} << 53;
    EXPECT_THROW(complexity(realise(spec)), Error);
    // Each stage fits, their sum does not.
    spec.resolution = 1'000'000;
    spec.stages.assign(8, {64'000, 100, 1, 1, 64'000});
    EXPECT_THROW(cost(realise(spec)), Error);
    spec.stages = {{8, 1, 2, 1, 8}};
    spec.resolution = 10'000'000;
    EXPECT_EQ(complexity(realise(spec)).stem.flops, 27ll * 32 * 5'000'000 * 5'000'000);
}

} // namespace
} // namespace regnet
