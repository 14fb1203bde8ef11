// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_json.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using nlohmann::json;

std::string problemOf(const json& value)
{
    return regnet::problemOf([&] { spaceFromJson(value, "space.json"); });
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
    space["limits"]["flops"] = {0.5, nullptr};
    EXPECT_EQ(problemOf(space),
              "space.json, limits.flops: has an end that is no count; expected whole numbers or null");
    space["limits"]["flops"] = {4e8, nullptr};
    EXPECT_EQ(problemOf(space), "no problem") << "a whole number, however it is written";
    space["limits"]["flops"] = {nullptr, nullptr};
    EXPECT_EQ(problemOf(space), "no problem");
    space["colour"] = "red";
    EXPECT_THAT(problemOf(space), testing::HasSubstr("colour"));
}

TEST(SpaceJson, WhatIsNoNumberOrNoDistributionIsToldBeforeAnyWork)
{
    json space = toJson(builtInSpace("RegNetX"));
    json& line = space["regnet"];
    line["wa"] = {{"distribution", "uniform"}, {"low", nullptr}, {"high", 5}};
    EXPECT_EQ(problemOf(space), "space.json, regnet.wa.low: is no number; expected a number");
    line["wa"] = nullptr;
    EXPECT_EQ(
        problemOf(space),
        "space.json, regnet.wa: is no distribution; expected a number, a list of numbers, or an object");
    line["wa"] = {{"distribution", "uniform"}, {"low", 1e17}, {"high", 1e17 + 64}};
    EXPECT_EQ(problemOf(space),
              "space.json, regnet.wa.low: is 1e+17; expected a number below 2^53 times the quantum");
    line["wa"] = {{"distribution", "uniform"}, {"low", 1}, {"high", 1e18}};
    EXPECT_EQ(problemOf(space),
              "space.json, regnet.wa.quantum: is 1; expected one that leaves at most 300000 values");
    line["wa"] = 24;
    for (const json& stages :
         {json{4, 18446744073709551615U}, json{1000, 1000}, json{-4, 4}, json{4}, json(4)}) {
        line["stages"] = stages;
        EXPECT_EQ(problemOf(space),
                  "space.json, regnet.stages: is no range of stages; expected two whole numbers "
                  "from 1 to 64, such as [4, 4]");
    }
}

// null is "no limit" and "each network's own FLOPs"; a number that went wrong in Python is neither.
TEST(SpaceJson, ANumberThatIsNoneIsNoOpenEnd)
{
    const auto problemWith = [](const std::string& limits) -> std::string {
        std::string text = toJson(builtInSpace("RegNetX")).dump();
        const std::string old = toJson(builtInSpace("RegNetX"))["limits"].dump();
        text.replace(text.find(old), old.size(), limits);
        try {
            spaceFromJson(parseJson(text, "space.json"), "space.json");
        } catch (const Error& error) {
            return error.what();
        }
        return "no problem";
    };
    EXPECT_EQ(problemWith(R"({"flops": [null, null]})"), "no problem");
    EXPECT_EQ(problemWith(R"({"flops": [NaN, NaN]})"),
              "space.json:1: holds NaN, which JSON does not have; expected a number");
    EXPECT_THAT(problemWith(R"({"flops": [0, Infinity]})"), testing::HasSubstr("holds Infinity"));
    EXPECT_THAT(problemWith(R"({"curves": {"params": true, "flops": NaN}})"), testing::HasSubstr("NaN"));
}

TEST(SpaceJson, AFileThatIsNotThereIsNoUnknownName)
{
    for (const char* name : {"nowhere.json", "nowhere.yaml", "folder/nowhere"}) {
        try {
            openSpace(name);
            ADD_FAILURE() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.what(), std::string(name) + ": does not exist");
        }
    }
}

TEST(SpaceJson, AFolderIsNoUnknownNameEither)
{
    const TemporaryFolder folder;
    const std::string path = folder.path().string();
    EXPECT_EQ(regnet::problemOf([&] { openSpace(path); }), path + ": is a folder; expected a file");
    EXPECT_THAT(regnet::problemOf([] { openSpace("RegNetQ"); }),
                testing::StartsWith("space: \"RegNetQ\" is unknown; expected one of "));
}

TEST(SpaceJson, WhatIsMissingOrUnknownSaysWhatIsExpected)
{
    json space = toJson(builtInSpace("RegNetX"));
    space["colour"] = "red";
    EXPECT_EQ(
        problemOf(space),
        "space.json, colour: is not a known field; expected one of name, parent, note, stride, stem, block, "
        "se_ratio, head, activation, resolution, anynet, regnet, limits");
    space.erase("colour");
    space["regnet"].erase("wm");
    EXPECT_EQ(problemOf(space), "space.json, regnet.wm: is missing; expected a number, or an object with a "
                                "distribution");
}

// A name may be as long as the file.
TEST(SpaceJson, ALongNameIsCut)
{
    json space = toJson(builtInSpace("RegNetX"));
    space[std::string(100'000, 'A')] = 1;
    EXPECT_LT(problemOf(space).size(), 400U);
    EXPECT_THAT(problemOf(space), testing::StartsWith("space.json, " + std::string(57, 'A') + "…: is not"));
}

TEST(SpaceJson, ASpaceWithoutNetworksNamesItsFile)
{
    const TemporaryFolder folder;
    DesignSpace space = builtInSpace("RegNetX");
    space.name = "none";
    space.limits.flops = {1, 2};
    const std::string file = (folder / "mine.json").string();
    writeTextFile(file, toJson(space).dump());
    SampleRequest request;
    request.n = 1;
    request.budget = 1000;
    EXPECT_THAT(regnet::problemOf([&] { sampleOpened(file, openSpace(file), request); }),
                testing::StartsWith(file + ", none: gives no network 1 of 1"));
    request.n = -1;
    EXPECT_THAT(regnet::problemOf([&] { sampleOpened(file, openSpace(file), request); }),
                testing::StartsWith("n: is -1"));
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
    for (const char* regime : {"@cpu", "@cpu-10MF", "@cpu-40MF"})
        for (const DesignSpace& space : paperSpaces())
            EXPECT_EQ(builtInSpace(space.name + regime).limits,
                      builtInSpace(std::string("AnyNetX_A") + regime).limits);
}

// From the smallest to the largest: each can be sampled, and counts within its window.
TEST(BuiltInSpaces, EveryRegimeHasNetworks)
{
    for (const Regime& regime : regimes()) {
        const DesignSpace space = inRegime(builtInSpace("RegNetX"), regime.name);
        const Sample drawn = sample(space, {.n = 3});
        for (const SampledNetwork& one : drawn.networks)
            EXPECT_TRUE(space.limits.flops.contains(one.cost.flops)) << regime.name;
    }
    for (const char* regime : {"cpu", "cpu-10MF", "cpu-40MF", "200MF", "6.4GF"})
        EXPECT_EQ(sample(inRegime(builtInSpace("AnyNetX_E"), regime), {.n = 3}).networks.size(), 3U)
            << regime;
}

} // namespace
} // namespace regnet
