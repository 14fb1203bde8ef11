// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/convolution.h"

#include "gpu/kernels/own_loops.h"
#include "gpu/torch_compat.h"

#include <ATen/Context.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/randn.h>

#include <gtest/gtest.h>

namespace regnet {
namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

at::Tensor image(std::int64_t channels)
{
    return at::randn({2, channels, 6, 5}, at::TensorOptions(at::kFloat)).contiguous(channelsLast);
}

at::Tensor kernel(std::int64_t outputs, std::int64_t inputs, std::int64_t side)
{
    return at::randn({outputs, inputs, side, side}, at::TensorOptions(at::kFloat)).contiguous(channelsLast);
}

void expectNear(const at::Tensor& ours, const at::Tensor& expected)
{
    ASSERT_TRUE(ours.defined());
    EXPECT_LT((ours.to(at::kDouble) - expected).abs().max().item<double>(), 1e-4);
}

TEST(Convolution, GradientsReachImagesAndWeightsAsWithLibTorch)
{
    at::manual_seed(7);
    for (const std::int64_t stride : {1, 2})
        for (const std::int64_t side : {1, 3}) {
            const std::int64_t groups = side == 3 ? 5 : 1;
            const at::Tensor x = image(20).requires_grad_(),
                             w = kernel(20, 20 / groups, side).requires_grad_();
            const at::Tensor x64 = x.detach().to(at::kDouble).requires_grad_();
            const at::Tensor w64 = w.detach().to(at::kDouble).requires_grad_();
            const at::Tensor y = convolution(x, w, stride, groups);
            const at::Tensor y64 =
                at::conv2d(x64, w64, {}, {stride, stride}, {side / 2, side / 2}, {1, 1}, groups);
            expectNear(y, y64);
            y.square().sum().backward();
            y64.square().sum().backward();
            expectNear(x.grad() / x64.grad().abs().max().item<double>(),
                       x64.grad() / x64.grad().abs().max().item<double>());
            expectNear(w.grad() / w64.grad().abs().max().item<double>(),
                       w64.grad() / w64.grad().abs().max().item<double>());
        }
}

TEST(Convolution, ImagesGetNoGradientWhereNobodyAsks)
{
    const at::Tensor x = image(8), w = kernel(16, 8, 1).requires_grad_();
    convolution(x, w, 1, 1).sum().backward();
    EXPECT_TRUE(w.grad().defined());
    EXPECT_FALSE(x.grad().defined());
}

TEST(Convolution, AGradientOfAnotherLayoutIsTakenToo)
{
    const at::Tensor x = image(8).requires_grad_(), w = kernel(16, 8, 1);
    const at::Tensor y = convolution(x, w, 1, 1);
    y.backward(at::randn(y.sizes(), y.options())); // NCHW
    EXPECT_EQ(x.grad().sizes(), x.sizes());
}

TEST(Convolution, LibTorchKeepsWhatOursIsNotFor)
{
    const at::Tensor x = image(8), w = kernel(8, 8, 3);
    const bool has = usesOwnLoops();
    EXPECT_EQ(hasOwnConvolution(x, w, 1, 1), has);
    EXPECT_FALSE(hasOwnConvolution(x.contiguous(), w, 1, 1)) << "NCHW";
    EXPECT_FALSE(hasOwnConvolution(x.to(at::kDouble), w.to(at::kDouble), 1, 1)) << "double";
    EXPECT_FALSE(hasOwnConvolution(x.to(at::kBFloat16), w, 1, 1)) << "bfloat16";
    EXPECT_FALSE(hasOwnConvolution(x, kernel(8, 8, 7), 1, 1)) << "a 7x7 kernel";
    EXPECT_FALSE(hasOwnConvolution(x, w, 3, 1)) << "stride 3";
    EXPECT_FALSE(hasOwnConvolution(x.narrow(0, 0, 0), w, 1, 1)) << "no image";
    {
        const Bfloat16Autocast autocast(c10::DeviceType::CPU, true);
        EXPECT_FALSE(hasOwnConvolution(x, w, 1, 1)) << "autocast";
        EXPECT_EQ(convolution(x, w, 1, 1).scalar_type(), at::kBFloat16);
    }
    setUsesOwnLoops(false);
    EXPECT_FALSE(hasOwnConvolution(x, w, 1, 1)) << "switched off";
    setUsesOwnLoops(true);
}

} // namespace
} // namespace regnet
