// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include "core/network/network_json.h"
#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

TEST(GroupCompatibility, AllCasesOfPyclsAreEqual)
{
    const auto& cases = pyclsReference("group_compatibility").at("cases");
    ASSERT_EQ(cases.size(), 3000u);
    int refused = 0;
    for (const auto& row : cases) {
        NetworkSpec spec;
        for (std::size_t i = 0; i < row.at("ws").size(); ++i)
            spec.stages.push_back(
                {row.at("ws")[i], 1, 2, 1 / row.at("bs")[i].get<double>(), row.at("gs")[i]});
        if (!row.at("error").is_null()) {
            EXPECT_THROW(realise(spec), Error) << row;
            ++refused;
            continue;
        }
        const Network network = realise(spec);
        for (std::size_t i = 0; i < network.stages.size(); ++i) {
            EXPECT_EQ(network.stages[i].width, row.at("ws_out")[i].get<std::int64_t>()) << row;
            EXPECT_EQ(network.stages[i].groupWidth, row.at("gs_out")[i].get<std::int64_t>()) << row;
        }
    }
    EXPECT_EQ(refused, 245);
}

TEST(GroupCompatibility, ARealisedNetworkStaysAsItIs)
{
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const Network network = realise(specOfCase(row));
        EXPECT_EQ(realise(toSpec(network)), network) << row.at("id");
    }
}

TEST(GroupCompatibility, TellsWhatItChanged)
{
    const GroupFix fix = makeCompatible({80, 2, 2, 1, 24}, BlockType::X);
    EXPECT_EQ(fix.before.width, 80);
    EXPECT_EQ(fix.after.width, 72);
    EXPECT_TRUE(fix.changedWidth());
    EXPECT_FALSE(fix.changedGroupWidth());
    EXPECT_EQ(makeCompatible({80, 2, 2, 1, 120}, BlockType::X).after.groupWidth, 80);
    EXPECT_EQ(makeCompatible({20, 2, 2, 1, 8}, BlockType::VR).after.width, 20);
    EXPECT_EQ(makeCompatible({20, 2, 2, 2, 8}, BlockType::R).after.groupWidth, 10);
}

TEST(GroupCompatibility, RefusesWhatPyclsRefuses)
{
    EXPECT_THROW(makeCompatible({1793, 1, 2, 1 / 0.7, 17}, BlockType::X), Error);
    NetworkSpec spec;
    spec.stages = {{64, 1, 2, 1 / 1.5, 8}};
    const auto problems = check(spec);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].where, "stages[0].bottleneck_ratio");
    EXPECT_THROW(realise(spec), Error);
}

TEST(BottleneckRatio, MeansTheNearbyWholeMultiplier)
{
    EXPECT_EQ(bottleneckWidth({24, 1, 2, 0.3333333333, 8}, BlockType::X), 72);
    EXPECT_EQ(bottleneckWidth({24, 1, 2, 3.0000000001, 8}, BlockType::X), 8);
    NetworkSpec a, b;
    a.stages = {{24, 1, 2, 0.3333333333, 8}};
    b.stages = {{24, 1, 2, 1.0 / 3, 8}};
    EXPECT_EQ(hashOf(realise(a)), hashOf(realise(b)));
}

TEST(Realise, OneGroupForR)
{
    NetworkSpec spec;
    spec.block = BlockType::R;
    spec.stages = {{64, 1, 2, 4, 8}};
    const Network network = realise(spec);
    EXPECT_EQ(groups(network.stages[0], BlockType::R), 1);
    EXPECT_EQ(network.stages[0].groupWidth, 16);
}

TEST(Realise, WhatMeansNothingMakesNoOtherNetwork)
{
    NetworkSpec a, b;
    a.block = b.block = BlockType::VR;
    a.stages = {{64, 2, 2, 4, 32}};
    b.stages = {{64, 2, 2, 1, 8}};
    a.seRatio = 0.25;
    EXPECT_EQ(realise(a), realise(b));
    a.block = b.block = BlockType::R;
    b.stages[0].bottleneckRatio = 4;
    b.seRatio = 0.25;
    EXPECT_EQ(realise(a), realise(b));
}

TEST(CheckSpec, NamesTheField)
{
    NetworkSpec spec;
    EXPECT_EQ(check(spec).front().where, "stages");
    spec.stages = {{64, 1, 2, 1, 8}, {0, 1025, 0, -1, 0}};
    spec.stem.width = 0;
    spec.head = {-1, 0};
    spec.resolution = 0;
    spec.seRatio = -1;
    std::vector<std::string> fields;
    for (const Problem& problem : check(spec))
        fields.push_back(problem.where);
    EXPECT_THAT(fields,
                testing::ElementsAre("stages[1].width", "stages[1].depth", "stages[1].stride",
                                     "stages[1].group_width", "stages[1].bottleneck_ratio", "stem.width",
                                     "head.width", "head.classes", "resolution", "se_ratio"));
    NetworkSpec line;
    line.regnet = RegnetParameters{{13, 20, 1, 2}};
    ASSERT_EQ(check(line).size(), 1u);
    EXPECT_EQ(check(line).front().where, "regnet.w0");
}

TEST(CheckSpec, AtMost1024Blocks)
{
    NetworkSpec spec;
    spec.stages.assign(1024, {8, 1, 1, 1, 8});
    EXPECT_TRUE(check(spec).empty());
    EXPECT_EQ(depthOf(realise(spec)), 1024);
    spec.stages.push_back({8, 1, 1, 1, 8});
    ASSERT_EQ(check(spec).size(), 1u);
    EXPECT_THAT(sentence(check(spec).front()), HasSubstr("1024 blocks"));
}

} // namespace
} // namespace regnet
