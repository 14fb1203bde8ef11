// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/conv_passes.h"

#include "gpu/kernels/loops/choice.h"
#include "tests/gpu/kernels/threads.h"

#include <ATen/Context.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros_like.h>

#include <gtest/gtest.h>

namespace regnet {
namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

struct Row
{
    const char* why;
    std::int64_t images, height, width, inputs, outputs, kernel, stride, groups;
};

ConvSizes sizesOf(const Row& row)
{
    return {row.images, row.height, row.width, row.inputs, row.outputs, row.kernel, row.stride, row.groups};
}

const Row rows[] = {
    {"one pixel", 1, 1, 1, 1, 1, 1, 1, 1},
    {"fewer channels than lanes, odd sides", 2, 5, 3, 3, 5, 1, 1, 1},
    {"channels are no multiple of the lanes", 3, 4, 4, 17, 31, 1, 1, 1},
    {"four vectors are two and two", 1, 3, 3, 8, 64, 1, 1, 1},
    {"five vectors and a tail", 2, 3, 3, 70, 85, 1, 1, 1},
    {"a projection leaves pixels out", 2, 7, 5, 20, 40, 1, 2, 1},
    {"a projection of even sides", 2, 8, 6, 9, 24, 1, 2, 1},
    {"more pixels than a band", 2, 40, 41, 12, 8, 1, 1, 1},
    {"depthwise", 2, 6, 5, 20, 20, 3, 1, 20},
    {"depthwise, stride 2", 2, 7, 9, 37, 37, 3, 2, 37},
    {"pairs", 2, 5, 6, 46, 46, 3, 1, 23},
    {"pairs, stride 2", 3, 8, 8, 20, 20, 3, 2, 10},
    {"groups of 4", 1, 9, 7, 44, 44, 3, 1, 11},
    {"groups of 4, stride 2, odd sides", 2, 7, 5, 12, 12, 3, 2, 3},
    {"groups of 8", 2, 6, 6, 40, 40, 3, 1, 5},
    {"groups of 8, stride 2", 2, 6, 7, 24, 24, 3, 2, 3},
    {"groups of 16", 2, 4, 4, 48, 48, 3, 1, 3},
    {"groups of 24, stride 2", 1, 9, 9, 48, 48, 3, 2, 2},
    {"groups of 64", 1, 5, 5, 128, 128, 3, 1, 2},
    {"a group that is no power of two", 2, 5, 5, 18, 18, 3, 1, 3},
    {"one group", 2, 6, 6, 18, 18, 3, 2, 1},
    {"a stem", 2, 9, 8, 3, 16, 3, 1, 1},
    {"a stem with stride 2", 1, 11, 11, 3, 32, 3, 2, 1},
    {"groups with more outputs than inputs", 2, 4, 5, 6, 12, 3, 1, 3},
    {"a side of one pixel", 4, 1, 1, 16, 16, 3, 1, 8},
    {"a side of one pixel, stride 2", 4, 1, 3, 16, 16, 3, 2, 2},
    {"an image larger than a band", 1, 70, 33, 16, 16, 3, 1, 4},
    {"an image larger than a band, stride 2", 1, 71, 66, 24, 24, 3, 2, 12},
};

/// The largest difference, as a share of the largest value.
double difference(const at::Tensor& ours, const at::Tensor& expected)
{
    const double largest = expected.abs().max().item<double>();
    return (ours.to(at::kDouble) - expected).abs().max().item<double>() / std::max(largest, 1e-30);
}

struct Tensors
{
    at::Tensor x, weight, gradient;
    at::Tensor y, dx, dw; ///< in double precision, by LibTorch
};

Tensors expected(const Row& row)
{
    at::manual_seed(7);
    const at::TensorOptions real(at::kFloat);
    Tensors t;
    t.x = at::randn({row.images, row.inputs, row.height, row.width}, real).contiguous(channelsLast);
    t.weight = at::randn({row.outputs, row.inputs / row.groups, row.kernel, row.kernel}, real)
                   .contiguous(channelsLast);
    const std::int64_t padding = row.kernel / 2;
    const at::Tensor x = t.x.to(at::kDouble), weight = t.weight.to(at::kDouble);
    t.y = at::conv2d(x, weight, {}, {row.stride, row.stride}, {padding, padding}, {1, 1}, row.groups);
    t.gradient = at::randn(t.y.sizes(), real).contiguous(channelsLast);
    std::tie(t.dx, t.dw, std::ignore) = at::convolution_backward(
        t.gradient.to(at::kDouble), x, weight, c10::nullopt, {row.stride, row.stride}, {padding, padding},
        {1, 1}, false, {0, 0}, row.groups, {true, true, false});
    return t;
}

float* floatsOf(const at::Tensor& tensor)
{
    return tensor.data_ptr<float>();
}

class ConvPasses : public testing::TestWithParam<int>
{
};

TEST_P(ConvPasses, EqualLibTorchInDoublePrecisionWithEachInstructionSet)
{
    const Threads threads(GetParam());
    for (const Loops* loops : usableLoops())
        for (const Row& row : rows) {
            const Tensors t = expected(row);
            const ConvSizes sizes = sizesOf(row);
            ASSERT_EQ(t.y.sizes(),
                      (at::IntArrayRef{row.images, row.outputs, sizes.outputHeight(), sizes.outputWidth()}));
            // Poisoned: what is not written shows. Pixels that a projection leaves out are the caller's.
            const at::Tensor y = at::full_like(t.gradient, NAN), dw = at::full_like(t.weight, NAN);
            const bool isSparse = row.kernel == 1 && row.stride == 2;
            const at::Tensor dx = isSparse ? at::zeros_like(t.x) : at::full_like(t.x, NAN);
            convForward(*loops, sizes, floatsOf(t.x), floatsOf(t.weight), floatsOf(y));
            convInputGradient(*loops, sizes, floatsOf(t.gradient), floatsOf(t.weight), floatsOf(dx));
            convWeightGradient(*loops, sizes, floatsOf(t.x), floatsOf(t.gradient), floatsOf(dw));
            EXPECT_LT(difference(y, t.y), 2e-6) << loops->name << ": " << row.why;
            EXPECT_LT(difference(dx, t.dx), 2e-6) << loops->name << ": " << row.why;
            EXPECT_LT(difference(dw, t.dw), 2e-6) << loops->name << ": " << row.why;
        }
}

TEST_P(ConvPasses, GiveTheSameBitsAgain)
{
    const Threads threads(GetParam());
    const Row row{"", 8, 9, 9, 20, 20, 3, 2, 10};
    const Tensors t = expected(row);
    const at::Tensor first = at::empty_like(t.weight), again = at::empty_like(t.weight);
    for (const at::Tensor& dw : {first, again})
        convWeightGradient(*usableLoops().front(), sizesOf(row), floatsOf(t.x), floatsOf(t.gradient),
                           floatsOf(dw));
    EXPECT_TRUE(first.equal(again));
}

INSTANTIATE_TEST_SUITE_P(Threads, ConvPasses, testing::Values(1, 2));

} // namespace
} // namespace regnet
