// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weights.h"

#include "core/network/published.h"
#include "core/problem.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

const std::string checkpoint = REGNET_TEST_DATA "/pycls/sample_run/model_epoch_0003.pyth";

TEST(Weights, GoThroughEveryNamingAndComeBackTheSame)
{
    const TemporaryFolder folder;
    const Weights weights = openWeights(checkpoint);
    for (const WeightNaming naming : {WeightNaming::Pycls, WeightNaming::Torchvision, WeightNaming::Timm}) {
        const auto file = folder.path() / (std::string(nameOf(naming)) + ".pth");
        writeWhole(file, stateDictFile(weights, naming));
        const Weights back = openWeights(file, {{}, hintsOf(weights.network.spec)});
        EXPECT_EQ(back.network.naming, naming);
        EXPECT_EQ(realise(back.network.spec), realise(weights.network.spec));
        EXPECT_EQ(back.tensors, weights.tensors);
    }
}

TEST(Weights, TurnTheChannelsOfTheStemRound)
{
    const TemporaryFolder folder;
    const Weights weights = openWeights(checkpoint);
    writeWhole(folder.path() / "w", stateDictFile(weights, WeightNaming::Pycls, true));
    const WeightSource source{{}, hintsOf(weights.network.spec)};
    const Weights turned = openWeights(folder.path() / "w", source);
    const std::size_t plane = 9 * sizeof(float);
    const std::string& was = weights.tensors[0].bytes;
    const std::string& is = turned.tensors[0].bytes;
    EXPECT_EQ(is.substr(0, plane), was.substr(2 * plane, plane));
    EXPECT_EQ(is.substr(plane, plane), was.substr(plane, plane));
    writeWhole(folder.path() / "w", stateDictFile(turned, WeightNaming::Pycls, true));
    EXPECT_EQ(openWeights(folder.path() / "w", source).tensors, weights.tensors);
}

TEST(Weights, StartOnlyATrainingOfTheirNetworkButOfAnyClasses)
{
    const Weights weights = openWeights(checkpoint);
    NetworkSpec network = weights.network.spec;
    network.head.classes = 100;
    EXPECT_NO_THROW(requireStart(weights, network, "w"));
    network.regnet->line.depth += 1;
    EXPECT_THROW(requireStart(weights, network, "w"), Error);
    EXPECT_THROW(requireStart(weights, publishedModel("RegNetX-200MF").spec, "w"), Error);
}

TEST(Weights, HaveNoNameWhereAProgramHasNoSuchPart)
{
    Weights weights = openWeights(checkpoint);
    weights.tensors.push_back({"head.conv.weight", "float32", {1}, std::string(4, '\0')});
    try {
        stateDictFile(weights, WeightNaming::Torchvision);
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("torchvision has no such part"));
    }
}

} // namespace
} // namespace regnet
