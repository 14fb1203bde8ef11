// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/sampler.h"

#include "core/network/network_json.h"
#include "core/space/built_in_spaces.h"
#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace regnet {
namespace {

std::vector<std::string> hashes(const Sample& sample)
{
    std::vector<std::string> result;
    for (const SampledNetwork& drawn : sample.networks)
        result.push_back(hashOf(drawn.network));
    return result;
}

std::string problemOf(const DesignSpace& space, const SampleRequest& request)
{
    return regnet::problemOf([&] { sample(space, request); });
}

TEST(Sampler, TheSamePopulationOnAnyNumberOfThreads)
{
    for (const char* name : {"AnyNetX_A@cpu", "RegNetX@cpu"}) {
        const DesignSpace space = builtInSpace(name);
        const Sample one = sample(space, {.n = 60, .seed = 5, .threads = 1});
        const Sample many = sample(space, {.n = 60, .seed = 5, .threads = 16});
        EXPECT_EQ(hashes(one), hashes(many));
        EXPECT_EQ(one.candidates, many.candidates);
        EXPECT_EQ(one.rejections, many.rejections);
        EXPECT_NE(hashes(one), hashes(sample(space, {.n = 60, .seed = 6})));
    }
}

// Guards the stream itself: a change of the generator or of a table would silently make other populations.
TEST(Sampler, APopulationNeverChanges)
{
    const Sample drawn = sample(builtInSpace("AnyNetX_A@cpu"), {.n = 2, .seed = 1});
    std::vector<std::int64_t> widths;
    for (const Stage& stage : drawn.networks[0].network.stages)
        widths.push_back(stage.width);
    EXPECT_THAT(widths, testing::ElementsAre(40, 64, 8, 32));
    EXPECT_EQ(drawn.networks[0].cost.flops, 2566346);
}

TEST(Sampler, ALongerSampleBeginsWithTheShorterOne)
{
    const DesignSpace space = builtInSpace("AnyNetX_E@cpu");
    const auto few = hashes(sample(space, {.n = 10, .seed = 3}));
    auto many = hashes(sample(space, {.n = 30, .seed = 3}));
    many.resize(10);
    EXPECT_EQ(few, many);
}

TEST(Sampler, EveryNetworkKeepsEveryRule)
{
    for (const char* name : {"AnyNetX_A@400MF", "AnyNetX_B@400MF", "AnyNetX_C@400MF", "AnyNetX_D@400MF",
                             "AnyNetX_E@400MF", "RegNetX@400MF", "RegNetY@400MF", "RegNetX_w0=wa@400MF"}) {
        const DesignSpace space = builtInSpace(name);
        const Sample drawn = sample(space, {.n = 20, .seed = 11});
        ASSERT_EQ(drawn.networks.size(), 20u);
        for (const SampledNetwork& one : drawn.networks) {
            EXPECT_EQ(one.network, realise(one.spec)) << name;
            EXPECT_EQ(one.cost, cost(one.network)) << name;
            EXPECT_GE(one.cost.flops, 360'000'000) << name;
            EXPECT_LE(one.cost.flops, 400'000'000) << name;
            EXPECT_EQ(one.network.stages.size(), 4u) << name;
            const auto stages = requestedStages(one.spec);
            const std::string_view text(name);
            const bool hasRisingWidths =
                text.starts_with("AnyNetX_D") || text.starts_with("AnyNetX_E") || text.starts_with("Reg");
            if (hasRisingWidths) {
                EXPECT_TRUE(std::ranges::is_sorted(stages, {}, &Stage::width)) << name;
            }
            if (text.starts_with("AnyNetX_E")) {
                EXPECT_TRUE(std::ranges::is_sorted(stages, {}, &Stage::depth)) << name;
            }
            if (!text.starts_with("AnyNetX_A")) {
                for (const Stage& stage : stages)
                    EXPECT_EQ(stage.bottleneckRatio, stages.front().bottleneckRatio) << name;
            }
        }
    }
}

TEST(Sampler, DistinctMeansDistinctRealisedNetworks)
{
    DesignSpace tiny = builtInSpace("AnyNetX_A");
    auto& shape = std::get<AnyNetShape>(tiny.shape);
    shape.stages = 1;
    shape.depth = uniform(1, 4, 1);
    shape.width = fixedAt(32);
    shape.bottleneckRatio = fixedAt(1);
    shape.groupWidth = listed({32, 64}); // 64 is clamped to 32: the same network
    const Sample all = sample(tiny, {.n = 4, .seed = 1});
    const auto found = hashes(all);
    EXPECT_EQ(std::set(found.begin(), found.end()).size(), 4u);
    EXPECT_GT(all.rejections[static_cast<std::size_t>(Rejection::Duplicate)], 0);
    EXPECT_THAT(problemOf(tiny, {.n = 5, .seed = 1, .budget = 1000}),
                testing::AllOf(testing::HasSubstr("gives no network 5 of 5 among 1,000 candidates"),
                               testing::HasSubstr("have the stages of an earlier network"),
                               testing::HasSubstr("expected fewer networks")));
    EXPECT_EQ(problemOf(tiny, {.n = 9}), "n: is 9; expected at most the 8 settings of AnyNetX_A");
    EXPECT_EQ(sample(tiny, {.n = 9, .isDistinct = false}).networks.size(), 9u);
}

TEST(Sampler, AnEmptySpaceNamesTheLimitThatEmptiesIt)
{
    DesignSpace space = builtInSpace("AnyNetX_A@cpu");
    space.limits.flops = {1, 1000};
    EXPECT_EQ(
        problemOf(space, {.n = 3, .budget = 500}),
        "AnyNetX_A@cpu: gives no network 1 of 3 among 500 candidates: 100 % have more FLOPs than asked; "
        "expected limits.flops within 618,346 to 124,777,706, which is what they have");
}

TEST(Sampler, CountsRejectionsByReason)
{
    const Sample drawn = sample(builtInSpace("RegNetX@cpu"), {.n = 20, .seed = 1});
    std::int64_t rejected = 0;
    for (const std::int64_t count : drawn.rejections)
        rejected += count;
    EXPECT_EQ(rejected + 20, drawn.candidates);
    EXPECT_GT(drawn.rejections[static_cast<std::size_t>(Rejection::StageCount)], 0);
}

TEST(Sampler, StopsWhenAsked)
{
    const Sample drawn = sample(builtInSpace("RegNetX@cpu"), {.n = 20, .isStopped = [] { return true; }});
    EXPECT_TRUE(drawn.wasStopped);
    EXPECT_TRUE(drawn.networks.empty());
}

TEST(Sampler, AStoppedSampleTellsWhatWasDrawn)
{
    int asked = 0;
    for (const Generator generator : {Generator::Philox, Generator::Pycls}) {
        asked = 0;
        const Sample drawn = sample(
            builtInSpace("cifar_regnet"),
            {.n = 1000, .threads = 1, .isStopped = [&] { return ++asked > 5; }, .generator = generator});
        EXPECT_TRUE(drawn.wasStopped);
        EXPECT_TRUE(drawn.networks.empty());
        EXPECT_GT(drawn.candidates, 500);
        EXPECT_GT(drawn.rejections[static_cast<std::size_t>(Rejection::StageCount)], 0);
    }
}

TEST(Sampler, NoNetworksAndTooMany)
{
    EXPECT_TRUE(sample(builtInSpace("RegNetX@cpu"), {.n = 0}).networks.empty());
    EXPECT_EQ(problemOf(builtInSpace("RegNetX"), {.n = -1}), "n: is -1; expected 0 to 1000000 networks");
    EXPECT_EQ(problemOf(builtInSpace("RegNetX"), {.threads = 5000}), "threads: are 5000; expected 0 to 1024");
}

// cifar_regnet of pycls: 17.5 % of 20,000 candidates pass the stage constraint,
// 0.29 % everything.
TEST(Sampler, AcceptanceOfPyclssCifarSweep)
{
    DesignSpace space = builtInSpace("RegNetX");
    space.stem = {StemType::ResStemCifar, 16};
    space.head.classes = 10;
    space.resolution = fixedAt(32);
    auto& shape = std::get<RegnetShape>(space.shape);
    shape.depth = uniform(6, 16, 1);
    shape.w0 = logUniform(8, 256, 8);
    shape.wa = logUniform(8, 256, 0.1);
    shape.wm = logUniform(2, 3, 0.001);
    shape.groupWidth = {DistributionKind::Power2OrLogUniform, 1, 32, 8, {}};
    shape.bottleneckRatio = fixedAt(1);
    shape.fewestStages = shape.mostStages = 2;
    const Sampler sampler(space);
    PhiloxStream random(1, 0);
    int passed = 0;
    constexpr int candidates = 20'000;
    for (int i = 0; i < candidates; ++i)
        passed += sampler.draw(random).rejection ? 0 : 1;
    EXPECT_NEAR(static_cast<double>(passed) / candidates, 0.17485,
                0.01); // standard error 0.0038 for the difference
}

TEST(Sampler, PropertiesOfANetwork)
{
    const Sample drawn = sample(builtInSpace("RegNetX@cpu"), {.n = 1, .seed = 1});
    const auto properties = propertiesOf(drawn.networks.front());
    EXPECT_EQ(properties.at("depth"), 13);
    EXPECT_EQ(properties.at("flops"), static_cast<double>(drawn.networks.front().cost.flops));
    EXPECT_TRUE(properties.contains("w0"));
}

// A table a resolution, made once: not a table for each of them again.
TEST(Sampler, ThousandsOfResolutionsAreReadyAtOnce)
{
    DesignSpace space = builtInSpace("AnyNetX_A@cpu");
    space.resolution = uniform(32, 8192, 1);
    space.limits = {};
    const Sample drawn = sample(space, {.n = 5});
    ASSERT_EQ(drawn.networks.size(), 5U);
    EXPECT_NE(drawn.networks[0].network.resolution, drawn.networks[1].network.resolution);
}

} // namespace
} // namespace regnet
