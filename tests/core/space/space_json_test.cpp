// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_json.h"

#include "core/problem.h"
#include "core/space/built_in_spaces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using nlohmann::json;

std::string problemOf(const json& value)
{
    try {
        spaceFromJson(value, "space.json");
    } catch (const Error& error) {
        return error.what();
    }
    return "no problem";
}

TEST(SpaceJson, EveryBuiltInSpaceSurvivesARoundTrip)
{
    for (const DesignSpace& space : paperSpaces())
        for (const std::string& name : {space.name, space.name + "@cpu", space.name + "@400MF"}) {
            const DesignSpace original = builtInSpace(name);
            EXPECT_EQ(spaceFromJson(json::parse(toJson(original).dump())), original) << name;
        }
}

TEST(SpaceJson, AShortSpaceIsEnough)
{
    const DesignSpace space = spaceFromJson(json::parse(R"({"name": "mine", "anynet": {"stages": 3,
        "depth": {"distribution": "uniform", "low": 1, "high": 4}, "width": [16, 32], "bottleneck_ratio": 1,
        "group_width": {"distribution": "power2", "low": 1, "high": 8}, "widths": "non_decreasing"},
        "limits": {"flops": [null, 4e6]}})"));
    const auto& shape = std::get<AnyNetShape>(space.shape);
    EXPECT_EQ(shape.stages, 3);
    EXPECT_EQ(shape.width, listed({16, 32}));
    EXPECT_EQ(shape.bottleneckRatio, fixedAt(1));
    EXPECT_EQ(shape.widths, Order::NonDecreasing);
    EXPECT_EQ(space.limits.flops.high, 4'000'000);
    EXPECT_EQ(space.limits.flops.low, std::nullopt);
    EXPECT_EQ(space.resolution, fixedAt(224));
}

TEST(SpaceJson, ProblemsNameFileAndField)
{
    json space = toJson(builtInSpace("AnyNetX_A"));
    EXPECT_EQ(problemOf(json::object()), "space.json: has neither anynet nor regnet; expected one of them");
    space["anynet"]["widths"] = "rising";
    EXPECT_THAT(problemOf(space),
                testing::StartsWith("space.json, anynet.widths: is \"rising\"; expected one of any, "));
    space["anynet"]["widths"] = "any";
    space["anynet"]["depth"]["distribution"] = "gauss";
    EXPECT_THAT(problemOf(space), testing::StartsWith("space.json, anynet.depth.distribution: is \"gauss\""));
    space["anynet"]["depth"] = {{"distribution", "uniform"}, {"low", 5}, {"high", 2}};
    EXPECT_EQ(problemOf(space), "space.json, anynet.depth.high: is 2; expected a number of at least low");
    space["anynet"]["depth"] = 0;
    EXPECT_EQ(problemOf(space), "space.json, anynet.depth: can be 0; expected whole numbers from 1 to 1024");
    space["anynet"]["depth"] = 2;
    space["limits"]["flops"] = {4, 2};
    EXPECT_EQ(
        problemOf(space),
        "space.json, limits.flops: ends at 2, below its beginning; expected an upper limit of at least 4");
    space["limits"]["flops"] = {nullptr, nullptr};
    EXPECT_EQ(problemOf(space), "no problem");
    space["colour"] = "red";
    EXPECT_THAT(problemOf(space), testing::HasSubstr("colour"));
}

TEST(SpaceJson, TheHashIsOfTheDefinition)
{
    DesignSpace space = builtInSpace("RegNetX");
    const std::string before = hashOf(space);
    space.name = "another";
    space.note = "note";
    EXPECT_EQ(hashOf(space), before);
    space.seRatio = 0.25;
    EXPECT_NE(hashOf(space), before);
}

TEST(BuiltInSpaces, AnUnknownNameListsTheKnownOnes)
{
    EXPECT_EQ(builtInSpace("regnetx").name, "RegNetX");
    try {
        builtInSpace("RegNetQ");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("one of AnyNetX_A, AnyNetX_B"));
    }
    EXPECT_THROW(builtInSpace("RegNetX@mars"), Error);
}

TEST(BuiltInSpaces, TheCpuRegimeIsOneWindowForAll)
{
    for (const DesignSpace& space : paperSpaces())
        EXPECT_EQ(builtInSpace(space.name + "@cpu").limits, builtInSpace("AnyNetX_A@cpu").limits);
}

} // namespace
} // namespace regnet
