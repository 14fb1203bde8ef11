// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/batch_norm.h"

#include "gpu/kernels/own_loops.h"
#include "tests/gpu/kernels/threads.h"

#include <ATen/Context.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <c10/core/GradMode.h>

#include <gtest/gtest.h>

namespace regnet {
namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

struct Row
{
    const char* why;
    std::int64_t images, channels, height, width;
    double mean = 0.5;
};

const Row rows[] = {
    {"a few values", 5, 1, 1, 1},
    {"fewer channels than lanes", 4, 3, 5, 5},
    {"half a vector, folded", 4, 8, 4, 4},
    {"rows that do not fold", 3, 20, 5, 3},
    {"rows that fold by four", 4, 20, 4, 4},
    {"a vector and a tail", 3, 17, 3, 7},
    {"several vectors", 2, 96, 3, 3},
    {"more than a chunk of rows", 2, 46, 21, 23},
    {"wide", 2, 640, 2, 2},
    {"a mean far from 0", 4, 12, 9, 9, 300},
};

struct Case
{
    at::Tensor x, residual, gradient;
    NormState state;
};

Case made(const Row& row)
{
    at::manual_seed(7);
    const at::TensorOptions real(at::kFloat);
    Case c;
    const std::vector<std::int64_t> sizes{row.images, row.channels, row.height, row.width};
    c.x = at::randn(sizes, real).add_(row.mean).contiguous(channelsLast);
    c.residual = at::randn(sizes, real).contiguous(channelsLast);
    c.gradient = at::randn(sizes, real).contiguous(channelsLast);
    c.state = {at::rand({row.channels}, real).add_(0.5), at::randn({row.channels}, real),
               at::randn({row.channels}, real), at::rand({row.channels}, real).add_(0.5)};
    return c;
}

/// The same in another precision, with tensors of its own.
Case copied(const Case& from, at::ScalarType type)
{
    const auto copy = [&](const at::Tensor& tensor) { return tensor.to(type, false, /*copy=*/true); };
    Case c{copy(from.x), copy(from.residual), copy(from.gradient), from.state};
    for (at::Tensor* tensor :
         {&c.state.weight, &c.state.bias, &c.state.runningMean, &c.state.runningVariance})
        *tensor = copy(*tensor);
    for (at::Tensor* tensor : {&c.x, &c.residual, &c.state.weight, &c.state.bias})
        tensor->requires_grad_();
    return c;
}

void expectNear(const at::Tensor& ours, const at::Tensor& expected, double tolerance, const char* what)
{
    const at::Tensor wanted = expected.detach();
    const double largest = std::max(wanted.abs().max().item<double>(), 1e-3);
    EXPECT_LT((ours.detach().to(at::kDouble) - wanted).abs().max().item<double>() / largest, tolerance)
        << what;
}

class BatchNormLoops : public testing::TestWithParam<int>
{
};

TEST_P(BatchNormLoops, ValuesGradientsAndStatisticsEqualLibTorchInDoublePrecision)
{
    const Threads threads(GetParam());
    for (const Row& row : rows)
        for (const bool hasResidual : {false, true})
            for (const bool hasRelu : {false, true}) {
                SCOPED_TRACE(row.why);
                Case plain = made(row);
                // Where the sum is 0 but for rounding, either side of the ReLU is right: no gradient there.
                Case unclipped = copied(plain, at::kDouble);
                const at::Tensor sum = normalised(unclipped.x, unclipped.state, true,
                                                  hasResidual ? unclipped.residual : at::Tensor(), false);
                plain.gradient.mul_(sum.detach().abs().gt(1e-3).to(at::kFloat));
                Case ours = copied(plain, at::kFloat), exact = copied(plain, at::kDouble);
                EXPECT_EQ(hasOwnNorm(ours.x, ours.state, true, ours.residual), usesOwnLoops());
                const auto run = [&](Case& c) {
                    const at::Tensor y =
                        normalised(c.x, c.state, true, hasResidual ? c.residual : at::Tensor(), hasRelu);
                    y.backward(c.gradient);
                    return y;
                };
                const at::Tensor y = run(ours), y64 = run(exact);
                // x itself is known to 2^-24 of its mean only.
                const double tolerance = row.mean > 1 ? 1e-4 : 1e-5;
                expectNear(y, y64, tolerance, "output");
                expectNear(ours.x.grad(), exact.x.grad(), 100 * tolerance, "gradient of x");
                expectNear(ours.state.weight.grad(), exact.state.weight.grad(), tolerance, "of the weight");
                expectNear(ours.state.bias.grad(), exact.state.bias.grad(), tolerance, "of the bias");
                if (hasResidual)
                    expectNear(ours.residual.grad(), exact.residual.grad(), tolerance, "of the residual");
                expectNear(ours.state.runningMean, exact.state.runningMean, 1e-6, "running mean");
                expectNear(ours.state.runningVariance, exact.state.runningVariance, tolerance,
                           "running variance");
            }
}

INSTANTIATE_TEST_SUITE_P(Threads, BatchNormLoops, testing::Values(1, 2));

TEST(BatchNormLoops, AMomentumOfOneLeavesTheStatisticsOfTheBatchAlone)
{
    Case c = made(rows[3]);
    c.state.momentum = 1;
    normalised(c.x, c.state, true, {}, true);
    const at::Tensor x = c.x.to(at::kDouble);
    expectNear(c.state.runningMean, x.mean({0, 2, 3}), 1e-6, "mean");
    expectNear(c.state.runningVariance, x.var({0, 2, 3}, /*unbiased=*/true), 1e-5, "variance");
}

TEST(BatchNormLoops, EvaluationTakesTheRunningStatisticsAndLeavesThem)
{
    const c10::AutoGradMode noGradients(false);
    const Case plain = made(rows[4]);
    Case ours = plain, exact = copied(plain, at::kDouble);
    const at::Tensor before = ours.state.runningMean.clone();
    EXPECT_EQ(hasOwnNorm(ours.x, ours.state, false, ours.residual), usesOwnLoops());
    expectNear(normalised(ours.x, ours.state, false, ours.residual, true),
               normalised(exact.x, exact.state, false, exact.residual, true), 1e-5, "output");
    EXPECT_TRUE(ours.state.runningMean.equal(before));
}

TEST(BatchNormLoops, GiveTheSameBitsAgainWithTwoThreads)
{
    const Threads threads(2);
    const Case plain = made(rows[7]);
    const auto gradient = [&] {
        Case c = copied(plain, at::kFloat);
        normalised(c.x, c.state, true, c.residual, true).backward(c.gradient);
        return c.x.grad();
    };
    EXPECT_TRUE(gradient().equal(gradient()));
}

TEST(BatchNormLoops, LibTorchKeepsWhatOursIsNotFor)
{
    const Case c = made(rows[3]);
    EXPECT_FALSE(hasOwnNorm(c.x.contiguous(), c.state, true, {})) << "NCHW";
    EXPECT_FALSE(hasOwnNorm(c.x.to(at::kDouble), c.state, true, {})) << "double";
    EXPECT_FALSE(hasOwnNorm(c.x, c.state, true, c.residual.contiguous())) << "a residual of another layout";
    EXPECT_FALSE(hasOwnNorm(c.x, c.state, false, {})) << "evaluation with gradients";
    const Case one = made({"", 1, 4, 1, 1});
    EXPECT_FALSE(hasOwnNorm(one.x, one.state, true, {})) << "a single value has no unbiased variance";
}

} // namespace
} // namespace regnet
