// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weight_names.h"

#include "core/format/text_file.h"
#include "core/format/torch_file.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/text/sha256.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace regnet {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;

json dataFile(const std::string& name)
{
    return parseJson(readTextFile(std::string(REGNET_TEST_DATA) + "/" + name), name);
}

std::vector<NamedShape> named(const std::vector<NamedShape>& weights, WeightNaming naming)
{
    std::vector<NamedShape> result;
    for (const NamedShape& weight : weights)
        result.push_back({fromPycls(weight.name, naming).value_or("none for " + weight.name), weight.shape});
    return result;
}

TEST(WeightNames, AreThoseOfPyclsTorchvisionAndTimm)
{
    const json rows = dataFile("torch/weight_names.json"); // of RegNetY-400MF: three names and a shape
    const std::vector<NamedShape> shapes = weightShapes(realise(publishedModel("RegNetY-400MF").spec));
    ASSERT_EQ(rows.size(), shapes.size());
    for (const json& row : rows) {
        const std::string pycls = row.at(0), torchvision = row.at(1), timm = row.at(2);
        const auto found = std::ranges::find(shapes, pycls, &NamedShape::name);
        ASSERT_NE(found, shapes.end()) << pycls;
        EXPECT_EQ(found->shape, row.at(3).get<std::vector<std::int64_t>>()) << pycls;
        EXPECT_EQ(fromPycls(pycls, WeightNaming::Torchvision), torchvision);
        EXPECT_EQ(fromPycls(pycls, WeightNaming::Timm), timm);
        EXPECT_EQ(toPycls(torchvision, WeightNaming::Torchvision), pycls);
        EXPECT_EQ(toPycls(timm, WeightNaming::Timm), pycls);
    }
}

TEST(WeightNames, HasNoNameWhereAProgramHasNoSuchPart)
{
    EXPECT_EQ(fromPycls("head.conv.weight", WeightNaming::Torchvision), std::nullopt);
    EXPECT_EQ(fromPycls("head.conv.weight", WeightNaming::Timm), "final_conv.conv.weight");
    EXPECT_EQ(fromPycls("s1.b1.a.weight", WeightNaming::Timm), std::nullopt); // a vanilla block
    for (const char* name : {"", "s1", "s1.b1.", "s0.b1.f.a.weight", "s99999999999.b1.f.a.weight", "fc"})
        EXPECT_EQ(fromPycls(name, WeightNaming::Timm), std::nullopt) << name;
}

/// RegNetY-128GF, which the paper does not have.
NetworkSpec largestOfTorchvision()
{
    NetworkSpec spec;
    spec.regnet = RegnetParameters{{27, 456, 160.83, 2.52}, 1, 264, 2};
    spec.seRatio = 0.25;
    return spec;
}

/// The published networks as torchvision and timm build them, each with SHA-256 over its names and shapes.
TEST(WeightNames, GiveEveryNameAndShapeThatTorchvisionAndTimmHave)
{
    const json facts = dataFile("torch/published.json").at("networks");
    std::vector<NetworkSpec> specs;
    for (const PublishedModel& published : publishedModels())
        specs.push_back(toSpec(realise(published.spec)));
    specs.push_back(toSpec(realise(largestOfTorchvision())));
    ASSERT_EQ(facts.size(), 39U);
    int same = 0;
    for (const json& fact : facts) {
        const auto model = fact.at("model").get<std::string>();
        const WeightNaming naming = weightNamingOf(fact.at("package").get<std::string>());
        // By the stages: where torchvision rounds otherwise, its widths make another network.
        const bool isY = model.find("y_") != std::string::npos;
        const std::vector<std::int64_t> widths = fact.at("widths");
        std::string sum;
        for (NetworkSpec spec : specs) {
            if ((spec.seRatio > 0) != isY || spec.stages.size() != widths.size()) continue;
            for (std::size_t s = 0; s < widths.size(); ++s)
                spec.stages[s].width = widths[s];
            std::vector<NamedShape> shapes;
            try {
                shapes = named(weightShapes(realise(spec)), naming);
            } catch (const Error&) {
                continue;
            }
            if (shapes.size() != fact.at("tensors").get<std::size_t>()) continue;
            std::ranges::sort(shapes, {}, &NamedShape::name);
            std::string lines;
            for (const NamedShape& shape : shapes)
                lines += fmt::format("{} {}\n", shape.name, fmt::join(shape.shape, ","));
            if (sha256(lines) != fact.at("sha256")) continue;
            sum = fact.at("sha256");
            break;
        }
        EXPECT_EQ(sum, fact.at("sha256")) << model;
        same += sum.empty() ? 0 : 1;
    }
    EXPECT_EQ(same, 39);
}

TEST(RecogniseNetwork, FindsEveryPublishedNetworkUnderEveryNaming)
{
    for (const PublishedModel& model : publishedModels())
        for (const WeightNaming naming :
             {WeightNaming::Pycls, WeightNaming::Torchvision, WeightNaming::Timm}) {
            const Network network = realise(model.spec);
            const RecognisedNetwork found =
                recogniseNetwork(named(weightShapes(network), naming), {}, "weights");
            EXPECT_EQ(found.published, model.name);
            EXPECT_EQ(found.naming, naming);
            EXPECT_EQ(realise(found.spec), network) << model.name;
        }
}

TEST(RecogniseNetwork, FindsEveryBlock)
{
    for (const BlockType block : {BlockType::X, BlockType::V, BlockType::VR, BlockType::Vanilla,
                                  BlockType::ResBasic, BlockType::ResBottleneckLinear}) {
        NetworkSpec spec;
        spec.block = block;
        spec.stages = {{.width = 16, .depth = 2, .groupWidth = 4},
                       {.width = 24, .depth = 1, .groupWidth = 4}};
        spec.head = {64, 10};
        const Network network = realise(spec);
        const RecognisedNetwork found = recogniseNetwork(weightShapes(network), {}, "weights");
        EXPECT_EQ(realise(found.spec), network) << nameOf(block);
    }
}

TEST(RecogniseNetwork, ReadsBottlenecksAndRatios)
{
    NetworkSpec spec;
    spec.stages = {{.width = 32, .depth = 1, .bottleneckRatio = 2, .groupWidth = 8},
                   {.width = 64, .depth = 2, .bottleneckRatio = 0.5, .groupWidth = 16}};
    spec.seRatio = 0.25;
    const Network network = realise(spec);
    const RecognisedNetwork found = recogniseNetwork(weightShapes(network), {}, "weights");
    EXPECT_EQ(realise(found.spec), network);
    EXPECT_THAT(found.assumed, Contains(HasSubstr("stride 2")));
    EXPECT_THAT(found.assumed, Contains(HasSubstr("relu")));
}

TEST(RecogniseNetwork, TakesHintsForWhatShapesDoNotTell)
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemCifar, 8};
    spec.stages = {{.width = 16, .depth = 1, .stride = 1, .groupWidth = 8}};
    spec.resolution = 32;
    spec.activation = Activation::Silu;
    const WeightHints hints{spec.stem.type, 32, Activation::Silu, {}, {1}};
    const RecognisedNetwork found = recogniseNetwork(weightShapes(realise(spec)), hints, "weights");
    EXPECT_EQ(realise(found.spec), realise(spec));
    EXPECT_TRUE(found.assumed.empty());
}

TEST(RecogniseNetwork, NamesTheTensorThatDoesNotFit)
{
    const std::vector<NamedShape> good = weightShapes(realise(publishedModel("RegNetX-200MF").spec));
    const auto problem = [&](const std::function<void(std::vector<NamedShape>&)>& change) -> std::string {
        std::vector<NamedShape> weights = good;
        change(weights);
        try {
            recogniseNetwork(weights, {}, "w.pth");
        } catch (const Error& error) {
            return error.what();
        }
        return "recognised";
    };
    EXPECT_THAT(problem([](auto& w) { w.pop_back(); }), HasSubstr("tensor \"head.fc.bias\": is missing"));
    EXPECT_THAT(problem([](auto& w) {
                    w.push_back({"layer1.0.conv1.weight", {64}});
                }),
                HasSubstr("tensor \"layer1.0.conv1.weight\": is left over"));
    EXPECT_THAT(problem([](auto& w) { w[13].shape = {7}; }), HasSubstr("has the shape (7); expected ("));
    EXPECT_THAT(problem([](auto& w) { w.push_back(w.front()); }), HasSubstr("is there twice"));
    EXPECT_THAT(problem([](auto& w) { w.clear(); }), HasSubstr("stem.conv.weight"));
    EXPECT_THAT(problem([](auto& w) {
                    for (auto& one : w)
                        for (auto& size : one.shape)
                            size = 0;
                }),
                HasSubstr("expected sizes above 0"));
}

TEST(RecogniseNetwork, ReadsTheCheckpointOfThePyclsRun)
{
    const TorchFile file = readTorchFile(REGNET_TEST_DATA "/pycls/sample_run/model_epoch_0003.pyth");
    std::vector<NamedShape> shapes;
    for (const TensorView& tensor : stateOf(file, "", "").tensors)
        shapes.push_back({tensor.name, tensor.shape});
    const WeightHints hints{StemType::ResStemCifar, 32, Activation::Relu, {}, {}};
    const RecognisedNetwork found = recogniseNetwork(shapes, hints, "checkpoint");
    EXPECT_EQ(cost(realise(found.spec)).params, 10138); // as its log says
    EXPECT_EQ(cost(realise(found.spec)).flops, 615698);
}

} // namespace
} // namespace regnet
