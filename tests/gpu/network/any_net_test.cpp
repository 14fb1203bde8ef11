// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/network/any_net.h"

#include "core/network/network_json.h"
#include "core/network/published.h"
#include "gpu/data/random_stream.h"

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

/// Networks of all kinds, small enough to run hundreds of them.
NetworkSpec randomSpec(RandomStream random)
{
    constexpr double ratios[] = {0.5, 1, 2, 4};
    constexpr double squeezes[] = {0, 0.25, 0.04, 1};
    NetworkSpec spec;
    spec.stem = {allStems[random.below(allStems.size())], 8 * random.between(1, 4)};
    spec.block = allBlocks[random.below(allBlocks.size())];
    const std::int64_t stages = random.between(1, 5);
    for (std::int64_t i = 0; i < stages; ++i)
        spec.stages.push_back({.width = 8 * random.between(1, 8),
                               .depth = random.between(1, 3),
                               .stride = random.between(1, 2),
                               .bottleneckRatio = ratios[random.below(4)],
                               .groupWidth = std::int64_t{1} << random.below(6)});
    spec.seRatio = squeezes[random.below(4)];
    spec.head = {random.below(2) * 24, random.between(2, 20)};
    spec.resolution = random.between(9, 40);
    spec.activation = random.below(2) == 0 ? Activation::Relu : Activation::Silu;
    return spec;
}

TEST(AnyNet, CountsOfTheRunningNetworkEqualTheFormulas)
{
    std::map<BlockType, int> seen;
    for (std::uint64_t i = 0; i < 200; ++i) {
        const Network network = realise(randomSpec(RandomStream{17, i}));
        ++seen[network.block];
        const auto net = buildAnyNet(network);
        initialise(*net, i);
        const Cost counted = countRunning(*net, network.resolution);
        const Cost expected = cost(network);
        EXPECT_EQ(counted.flops, expected.flops) << canonicalJson(network);
        EXPECT_EQ(counted.params, expected.params) << canonicalJson(network);
        EXPECT_EQ(counted.activations, expected.activations) << canonicalJson(network);
    }
    EXPECT_EQ(seen.size(), 7U);
}

TEST(AnyNet, PublishedModelsCountAsPublished)
{
    for (const char* name : {"RegNetX-200MF", "RegNetY-400MF"}) {
        const PublishedModel& model = publishedModel(name);
        const auto net = buildAnyNet(realise(model.spec));
        initialise(*net, 1);
        EXPECT_EQ(countRunning(*net, 224), model.cost) << name;
    }
}

TEST(AnyNet, CountingLeavesTheNetworkAsItWas)
{
    NetworkSpec spec = randomSpec(RandomStream{17, 3});
    const auto net = buildAnyNet(realise(spec));
    initialise(*net, 3);
    net->train();
    countRunning(*net, spec.resolution);
    EXPECT_TRUE(net->is_training());
    for (const auto& buffer : net->named_buffers()) {
        if (buffer.key().find("num_batches_tracked") != std::string::npos) {
            EXPECT_EQ(buffer.value().item<std::int64_t>(), 0) << buffer.key();
        }
        if (buffer.key().find("running_mean") != std::string::npos) {
            EXPECT_EQ(buffer.value().abs().max().item<double>(), 0) << buffer.key();
        }
    }
}

TEST(AnyNet, NamesAndShapesAreThoseOfPycls)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/weight_names.json");
    std::map<std::string, std::vector<std::int64_t>> expected;
    const nlohmann::json names = nlohmann::json::parse(file);
    for (const nlohmann::json& entry : names.at("RegNetY-400MF"))
        expected.emplace(entry[0], entry[1]);
    ASSERT_EQ(expected.size(), 384U);

    std::map<std::string, std::vector<std::int64_t>> ours;
    const auto net = buildAnyNet(realise(publishedModel("RegNetY-400MF").spec));
    for (const auto& item : net->named_parameters())
        ours.emplace(item.key(), item.value().sizes().vec());
    for (const auto& item : net->named_buffers())
        ours.emplace(item.key(), item.value().sizes().vec());
    EXPECT_EQ(ours, expected);
}

std::vector<std::string> namesOf(BlockType block)
{
    NetworkSpec spec;
    spec.block = block;
    spec.stages = {{.width = 16, .depth = 1}};
    std::vector<std::string> names;
    for (const auto& item : buildAnyNet(realise(spec))->named_parameters())
        if (item.key().starts_with("s1.b1.") && item.key().ends_with("weight"))
            names.push_back(item.key().substr(6));
    std::sort(names.begin(), names.end());
    return names;
}

TEST(AnyNet, OtherBlocksHaveTheNamesOfPyclsToo)
{
    using Names = std::vector<std::string>;
    EXPECT_EQ(namesOf(BlockType::Vanilla), (Names{"a.weight", "a_bn.weight", "b.weight", "b_bn.weight"}));
    EXPECT_EQ(namesOf(BlockType::ResBasic), (Names{"bn.weight", "f.a.weight", "f.a_bn.weight", "f.b.weight",
                                                   "f.b_bn.weight", "proj.weight"}));
    EXPECT_EQ(
        namesOf(BlockType::ResBottleneckLinear),
        (Names{"f.a.weight", "f.a_bn.weight", "f.b.weight", "f.b_bn.weight", "f.c.weight", "f.c_bn.weight"}));
    EXPECT_EQ(namesOf(BlockType::V), (Names{"a.weight", "a_bn.weight"}));
}

TEST(Initialise, DrawsWhatPyclsDraws)
{
    NetworkSpec spec;
    spec.stages = {{.width = 256, .depth = 2, .groupWidth = 16}};
    spec.seRatio = 0.25;
    const auto net = buildAnyNet(realise(spec));
    initialise(*net, 5);
    const auto parameters = net->named_parameters();
    const auto deviation = [&](const char* name) { return parameters[name].std().item<double>(); };
    // He by fan-out, groups not counted: 3x3 with 256 outputs; n = 36,864, so 2 % are five standard errors.
    const double he = std::sqrt(2.0 / (9 * 256));
    EXPECT_NEAR(deviation("s1.b2.f.b.weight"), he, 0.02 * he);
    EXPECT_NEAR(parameters["s1.b2.f.b.weight"].mean().item<double>(), 0, 0.03 * he);
    EXPECT_NEAR(deviation("head.fc.weight"), 0.01, 0.0002);
    EXPECT_EQ(parameters["head.fc.bias"].abs().max().item<double>(), 0);
    EXPECT_EQ(parameters["s1.b2.f.c_bn.weight"].min().item<double>(), 1); // last gamma is not zero
    EXPECT_EQ(parameters["s1.b2.f.c_bn.bias"].abs().max().item<double>(), 0);
    // SE keeps PyTorch's uniform bias: within 1/sqrt(fan-in), and not all zero.
    const double bound = 1 / std::sqrt(256.0);
    const double largest = parameters["s1.b2.f.se.f_ex.0.bias"].abs().max().item<double>();
    EXPECT_LE(largest, bound);
    EXPECT_GT(largest, bound / 2);
}

TEST(Initialise, TheSeedDecides)
{
    const Network network = realise(randomSpec(RandomStream{17, 1}));
    const auto first = buildAnyNet(network), same = buildAnyNet(network), other = buildAnyNet(network);
    initialise(*first, 9);
    initialise(*same, 9);
    initialise(*other, 10);
    const auto weight = [](const auto& net) { return net->named_parameters()["stem.conv.weight"]; };
    EXPECT_TRUE(weight(first).equal(weight(same)));
    EXPECT_FALSE(weight(first).equal(weight(other)));
}

} // namespace
} // namespace regnet
