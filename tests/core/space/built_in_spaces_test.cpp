// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/built_in_spaces.h"

#include "core/network/published.h"
#include "core/space/membership.h"
#include "core/space/sampler.h"
#include "core/space/space_json.h"
#include "core/space/space_size.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace regnet {
namespace {

TEST(BuiltInSpaces, AllCanBeSampledAndHaveNamesOfTheirOwn)
{
    std::set<std::string> names;
    for (const DesignSpace& space : builtInSpaces()) {
        EXPECT_TRUE(names.insert(space.name).second) << space.name;
        EXPECT_TRUE(space.parent.empty() || names.contains(space.parent)) << space.name;
        EXPECT_FALSE(space.note.empty()) << space.name;
        EXPECT_THAT(check(space), testing::IsEmpty()) << space.name;
        EXPECT_EQ(spaceFromJson(toJson(space)), space) << space.name;
        EXPECT_EQ(sample(space, {.n = 3}).networks.size(), 3u) << space.name;
    }
    EXPECT_GE(names.size(), 40u);
}

// Of Table 1 and Figure 7 of the paper, counted exactly, and of NDS.
TEST(BuiltInSpaces, TheirExactSizes)
{
    struct Row
    {
        const char* name;
        const char* settings;
    };
    for (const Row& row :
         {Row{"AnyNetX_C_w_equal", "150994944"}, Row{"AnyNetX_C_w_nonincreasing", "13821510942720"},
          Row{"AnyNetX_D_d_equal", "3374392320"}, Row{"AnyNetX_D_d_nonincreasing", "817446539520"},
          Row{"AnyNetX_A_5_stages", "68078861925529707085824"}, Row{"AnyNetX_E_5_stages", "86322354573312"},
          Row{"AnyNetV_A", "17592186044416"}, // (16 * 128)^4: no b, no g
          Row{"NDS_Vanilla", "1259712"}, Row{"NDS_ResNet", "1259712"}, Row{"NDS_ResNeXt-A", "11390625"},
          Row{"NDS_ResNeXt-B", "52734375"}})
        EXPECT_EQ(settingsOf(builtInSpace(row.name)), row.settings) << row.name;
}

// All 24 published models satisfy it, each under the curves of its own regime. Their
// group widths are beyond the space's 32 where they are large, and Y is another block.
TEST(BuiltInSpaces, ThePublishedModelsMeetTheConstrainedSpace)
{
    for (const PublishedModel& model : publishedModels()) {
        DesignSpace space = builtInSpace("RegNetX_constrained_12_le_d_le_28");
        space.seRatio = model.spec.seRatio;
        auto& line = std::get<RegnetShape>(space.shape);
        line.groupWidth = uniform(8, 256, 8);
        line.w0 = logUniform(8, 512, 8);
        line.wa = listed({model.spec.regnet->line.wa}); // two decimals, not one
        line.wm = listed({model.spec.regnet->line.wm});
        const std::string regime = model.name.substr(model.name.find('-') + 1);
        const double unit = regime.ends_with("MF") ? 1e6 : 1e9;
        space.limits.curves.flops = static_cast<std::int64_t>(std::stod(regime) * unit);
        const Membership membership = membershipOf(space, model.spec);
        EXPECT_TRUE(membership.isMember())
            << model.name << ": " << (membership.isMember() ? "" : sentence(membership.exclusions.front()));
    }
    // With its own FLOPs, RegNetY-6.4GF has 16.407 M activations against 16.386 M.
    DesignSpace own = builtInSpace("RegNetX_constrained");
    own.seRatio = 0.25;
    const Membership strict = membershipOf(own, publishedModel("RegNetY-6.4GF").spec);
    ASSERT_FALSE(strict.isMember());
    EXPECT_EQ(strict.exclusions.back().where, "limits.curves.activations");
    EXPECT_THAT(strict.exclusions.back().right, testing::HasSubstr("16,386,"));
}

TEST(BuiltInSpaces, ARegimeSetsLimitsAndTheCurvesFlops)
{
    const DesignSpace space = builtInSpace("RegNetX_constrained@800MF");
    EXPECT_EQ(space.limits.flops, (CountRange{792'000'000, 808'000'000}));
    EXPECT_EQ(space.limits.curves, (CurveLimits{true, true, 800'000'000}));
    const Sample drawn = sample(space, {.n = 20});
    for (const SampledNetwork& one : drawn.networks) {
        EXPECT_LE(one.cost.params, 7'400'000);      // 3 + 5.5 * 0.8 million
        EXPECT_LE(one.cost.activations, 5'813'776); // 6.5 * sqrt(0.8) million
        EXPECT_GE(one.spec.regnet->line.wm, 2);
        EXPECT_LE(one.spec.regnet->line.depth, 40);
    }
}

TEST(BuiltInSpaces, SmallSpacesHaveNoCpuRegime)
{
    EXPECT_THROW(builtInSpace("NDS_ResNet@cpu"), Error);
    EXPECT_EQ(sample(builtInSpace("AnyNetX_E_5_stages@cpu"), {.n = 5}).networks.size(), 5u);
}

TEST(BuiltInSpaces, NdsCountsGroups)
{
    const Sample drawn = sample(builtInSpace("NDS_ResNeXt-B"), {.n = 50});
    for (const SampledNetwork& one : drawn.networks) {
        ASSERT_EQ(one.network.stages.size(), 3u);
        EXPECT_EQ(one.network.stages[0].stride, 1);
        EXPECT_EQ(one.network.stages[1].stride, 2);
        for (const Stage& stage : one.network.stages) {
            const std::int64_t number = groups(stage, BlockType::X);
            EXPECT_TRUE(number == 1 || number == 2 || number == 4 || number == 8 || number == 16) << number;
            EXPECT_EQ(number * stage.groupWidth, bottleneckWidth(stage, BlockType::X));
        }
    }
}

} // namespace
} // namespace regnet
