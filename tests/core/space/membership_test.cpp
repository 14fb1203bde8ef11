// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/membership.h"

#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

std::string answer(const DesignSpace& space, const NetworkSpec& spec)
{
    const Membership membership = membershipOf(space, spec);
    if (!membership.isMember()) return sentence(membership.exclusions.front());
    EXPECT_TRUE(membership.exclusions.empty());
    // The setting that is named gives the network.
    EXPECT_EQ(realise(*membership.setting), realise(spec));
    return "member";
}

NetworkSpec stages(std::vector<Stage> list)
{
    NetworkSpec spec;
    spec.stages = std::move(list);
    return spec;
}

TEST(Membership, EachSpaceHoldsThoseThatNarrowIt)
{
    const std::vector<const char*> chain{"AnyNetX_A", "AnyNetX_B", "AnyNetX_C", "AnyNetX_D", "AnyNetX_E"};
    for (std::size_t inner = 0; inner < chain.size(); ++inner) {
        const Sample drawn = sample(builtInSpace(chain[inner]), {.n = 100, .seed = inner + 1});
        for (std::size_t outer = 0; outer <= inner; ++outer)
            for (const SampledNetwork& one : drawn.networks) {
                EXPECT_EQ(answer(builtInSpace(chain[outer]), one.spec), "member") << chain[inner];
                // Also without the parameters from which it was drawn.
                EXPECT_EQ(answer(builtInSpace(chain[outer]), toSpec(one.network)), "member") << chain[inner];
            }
    }
}

TEST(Membership, TheOtherWayRoundTheRuleIsNamed)
{
    const std::vector<std::pair<const char*, const char*>> steps{
        {"AnyNetX_B", "anynet.shared_bottleneck_ratio"},
        {"AnyNetX_C", "anynet.shared_group_width"},
        {"AnyNetX_D", "anynet.widths"},
        {"AnyNetX_E", "anynet.depths"}};
    const char* wider = "AnyNetX_A";
    for (const auto& [narrower, rule] : steps) {
        const Sample drawn = sample(builtInSpace(wider), {.n = 100, .seed = 9});
        int excluded = 0;
        for (const SampledNetwork& one : drawn.networks) {
            const Membership membership = membershipOf(builtInSpace(narrower), one.spec);
            if (membership.isMember()) continue;
            ++excluded;
            EXPECT_EQ(membership.exclusions.front().where, rule);
        }
        EXPECT_GT(excluded, 50) << narrower;
        wider = narrower;
    }
}

TEST(Membership, SamplesOfEverySpaceAreMembersOfIt)
{
    for (const DesignSpace& space : builtInSpaces()) {
        const Sample drawn = sample(space, {.n = 4, .seed = 4});
        for (const SampledNetwork& one : drawn.networks) {
            EXPECT_EQ(answer(space, one.spec), "member") << space.name;
            EXPECT_EQ(answer(space, toSpec(one.network)), "member") << space.name;
        }
    }
}

TEST(Membership, ANetworkCountsNotItsParameters)
{
    // wa = 24.48 is off the grid of 0.1; a line of the grid gives the same stages.
    EXPECT_EQ(answer(builtInSpace("RegNetX"), publishedModel("RegNetX-400MF").spec), "member");
    // A width of 8 with groups of 32 is a width of 8 with groups of 8.
    EXPECT_EQ(answer(builtInSpace("AnyNetX_A"),
                     stages({{8, 1, 2, 1, 8}, {16, 1, 2, 1, 16}, {32, 1, 2, 1, 32}, {64, 1, 2, 1, 64}})),
              "anynet.group_width: is 64 in stage 4; expected one of 1, 2, 4, 8, 16, 32");
    EXPECT_EQ(answer(builtInSpace("AnyNetX_C"),
                     stages({{8, 1, 2, 1, 8}, {16, 1, 2, 1, 16}, {32, 1, 2, 1, 32}, {64, 1, 2, 1, 32}})),
              "member");
}

TEST(Membership, ASpaceOfARatioThatGivesNoChannelHoldsTheNetworksWithout)
{
    DesignSpace space = builtInSpace("RegNetX");
    space.seRatio = 0.001;
    const NetworkSpec without = publishedModel("RegNetX-400MF").spec;
    EXPECT_EQ(answer(space, without), "member");
    NetworkSpec with = without;
    with.seRatio = 0.25;
    EXPECT_EQ(answer(space, with), "se_ratio: is 0.25; expected 0.001");
}

TEST(Membership, WhatExcludes)
{
    const DesignSpace a = builtInSpace("AnyNetX_A");
    EXPECT_EQ(answer(a, stages({{8, 1}, {16, 1}, {32, 1}})), "anynet.stages: are 3; expected 4");
    EXPECT_EQ(answer(a, stages({{8, 1}, {16, 17}, {32, 1}, {64, 1}})),
              "anynet.depth: is 17 in stage 2; expected one of the 16 values from 1 to 16");
    EXPECT_EQ(answer(a, stages({{8, 1}, {16, 1, 2, 8}, {32, 1}, {64, 1}})),
              "anynet.bottleneck_ratio: is 8 in stage 2; expected one of 1, 2, 4");
    EXPECT_THAT(answer(a, stages({{8, 1}, {20, 1, 2, 1, 4}, {32, 1}, {64, 1}})),
                testing::StartsWith("anynet.width: is 20 with group width 4 in stage 2; expected "));
    NetworkSpec other = publishedModel("RegNetY-400MF").spec;
    EXPECT_EQ(answer(builtInSpace("RegNetX"), other), "se_ratio: is 0.25; expected 0");
    NetworkSpec line = publishedModel("RegNetX-400MF").spec;
    line.regnet->line.depth = 80;
    EXPECT_EQ(answer(builtInSpace("RegNetX"), line), "regnet.stages: are 6; expected 4");
    line.regnet->line = {64, 24, 8.5, 2.54};
    EXPECT_EQ(answer(builtInSpace("RegNetX"), line),
              "regnet.depth: is 64; expected one of the 63 values from 1 to 63");
    line = publishedModel("RegNetX-400MF").spec;
    EXPECT_EQ(answer(builtInSpace("RegNetX@800MF"), line),
              "limits.flops: are 397,678,568; expected at least 792,000,000");
    line.resolution = 192;
    EXPECT_EQ(answer(builtInSpace("RegNetX"), line), "resolution: is 192; expected 224");
    EXPECT_EQ(answer(builtInSpace("RegNetX"), stages({{64, 4}, {32, 4}, {16, 4}, {8, 4}})),
              "regnet: is no line of this space; expected stages that a quantised line with the space's w0, "
              "wa and wm gives");
    // w0 = 24 and wa = 24.48: another line, with w0 = wa = 24, is the same network.
    EXPECT_EQ(answer(builtInSpace("RegNetX_w0=wa"), publishedModel("RegNetX-400MF").spec), "member");
    EXPECT_EQ(answer(builtInSpace("RegNetX_w0=wa"), publishedModel("RegNetX-200MF").spec),
              "regnet.w0_equals_wa: is broken: wa is 36.44; expected 24, as w0");
}

// Group widths beyond the widest bottleneck all become one group: a quarter of a million of them are one
// question.
TEST(Membership, AGroupWidthThatIsWiderThanTheNetwork)
{
    DesignSpace space = builtInSpace("RegNetX");
    auto& line = std::get<RegnetShape>(space.shape);
    line.groupWidth = uniform(1, 262'144, 1);
    line.wm = uniform(1.5, 3, 0.0001);
    NetworkSpec spec;
    spec.stages = {{24, 1, 2, 1, 24}, {56, 1, 2, 1, 56}, {152, 4, 2, 1, 152}, {368, 7, 2, 1, 368}};
    const Membership found = membershipOf(space, spec);
    ASSERT_TRUE(found.isMember());
    EXPECT_GE(found.setting->regnet->groupWidth, 368);
    space.block = BlockType::V; // knows no groups at all
    spec.block = BlockType::V;
    EXPECT_TRUE(membershipOf(space, spec).isMember());
}

} // namespace
} // namespace regnet
