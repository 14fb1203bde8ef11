// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/own_loops.h"

#include "core/network/network.h"
#include "gpu/kernels/conv_choice.h"
#include "gpu/train/learner.h"

#include <ATen/Context.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/one_hot.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/randn.h>

#include <gtest/gtest.h>

namespace regnet {
namespace {

class PlainLoops
{
public:
    PlainLoops() { setUsesOwnLoops(false); }
    ~PlainLoops() { setUsesOwnLoops(true); }
};

NetworkSpec specOf(BlockType block, Activation activation, double squeeze)
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemCifar, 16};
    spec.block = block;
    spec.stages = {{.width = 24, .depth = 2, .stride = 1, .groupWidth = 2},
                   {.width = 40, .depth = 2, .stride = 2, .groupWidth = 8},
                   {.width = 64, .depth = 1, .stride = 2, .groupWidth = 16}};
    spec.seRatio = squeeze;
    spec.head.classes = 10;
    spec.resolution = 15;
    spec.activation = activation;
    return spec;
}

/// Losses of three steps, and then of a test.
std::vector<double> losses(const NetworkSpec& spec)
{
    at::manual_seed(3);
    const at::Tensor images =
        at::randn({6, 3, spec.resolution, spec.resolution}, at::TensorOptions(at::kFloat))
            .contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor labels = at::randint(0, 10, {6}, at::TensorOptions(at::kLong));
    const auto net = buildAnyNet(realise(spec));
    initialise(*net, 1);
    Learner learner(net, {}, /*isChannelsLast=*/true);
    std::vector<double> all;
    for (int step = 0; step < 3; ++step)
        all.push_back(
            learner.learn(images, at::one_hot(labels, 10).to(at::kFloat), 0.05).loss.item<double>());
    all.push_back(testBatch(*net, images, labels).loss.item<double>());
    return all;
}

TEST(OwnLoops, TrainEveryBlockAsLibTorchDoes)
{
    for (const BlockType block : allBlocks)
        for (const Activation activation : {Activation::Relu, Activation::Silu}) {
            const NetworkSpec spec = specOf(block, activation, 0.25);
            const std::vector<double> ours = losses(spec);
            const PlainLoops plain;
            const std::vector<double> expected = losses(spec);
            for (std::size_t i = 0; i < ours.size(); ++i)
                EXPECT_NEAR(ours[i], expected[i], 1e-3 * expected[i])
                    << static_cast<int>(block) << ", loss " << i;
        }
}

/// All gradients of one batch in one row.
at::Tensor gradients(const NetworkSpec& spec, at::ScalarType type)
{
    at::manual_seed(3);
    const at::Tensor images =
        at::randn({8, 3, spec.resolution, spec.resolution}, at::TensorOptions(at::kFloat)).to(type);
    const auto net = buildAnyNet(realise(spec));
    initialise(*net, 1);
    net->to(type);
    for (at::Tensor& parameter : net->parameters())
        if (parameter.dim() == 4) parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    const at::Tensor scores = net->forward(images.contiguous(at::MemoryFormat::ChannelsLast));
    at::log_softmax(scores, 1).select(1, 0).mean().neg().backward();
    std::vector<at::Tensor> rows;
    for (const at::Tensor& parameter : net->parameters())
        rows.push_back(parameter.grad().contiguous().reshape({-1}).to(at::kDouble));
    return at::cat(rows);
}

// Seen with AVX-512 and LibTorch 2.13: 0.003 to LibTorch's 0.008.
TEST(OwnLoops, GradientsOfADeepNetworkAreAsNearToDoublePrecisionAsLibTorchs)
{
    NetworkSpec spec = specOf(BlockType::X, Activation::Relu, 0);
    spec.resolution = 32;
    spec.stages = {{.width = 24, .depth = 2, .stride = 1, .groupWidth = 8},
                   {.width = 64, .depth = 6, .stride = 2, .groupWidth = 16},
                   {.width = 160, .depth = 12, .stride = 2, .groupWidth = 16}};
    const at::Tensor exact = gradients(spec, at::kDouble);
    const auto error = [&] {
        return ((gradients(spec, at::kFloat) - exact).norm() / exact.norm()).item<double>();
    };
    const double ours = error();
    const PlainLoops plain;
    const double theirs = error();
    EXPECT_LT(ours, 3 * theirs + 1e-6) << "LibTorch's error is " << theirs;
}

ConvSizes square(std::int64_t images, std::int64_t side, std::int64_t channels, std::int64_t kernel,
                 std::int64_t stride, std::int64_t groups)
{
    return {images, side, side, channels, channels, kernel, stride, groups};
}

TEST(MeasuredChoice, IsOursForSmallGroupsAndLibTorchsForLargeDenseConvolutions)
{
    if (!usesOwnLoops()) GTEST_SKIP() << "no fast loops for this machine";
    const ConvChoice pairs = measuredChoice(square(64, 56, 48, 3, 1, 24));
    EXPECT_TRUE(pairs.forward && pairs.inputGradient && pairs.weightGradient);
    EXPECT_FALSE(measuredChoice(square(64, 56, 64, 3, 1, 1)).isAny());
    EXPECT_FALSE(measuredChoice(square(64, 56, 64, 1, 1, 1)).isAny());
    EXPECT_TRUE(measuredChoice(square(64, 56, 64, 3, 2, 1)).inputGradient) << "stride 2";
    EXPECT_TRUE(measuredChoice(square(64, 56, 64, 1, 2, 1)).inputGradient) << "stride 2";
    EXPECT_TRUE(measuredChoice(square(64, 4, 32, 1, 1, 1)).forward) << "little to do";
    EXPECT_FALSE(measuredChoice(square(64, 56, 48, 7, 2, 1)).isAny()) << "a 7x7 stem";
}

} // namespace
} // namespace regnet
