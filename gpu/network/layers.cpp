// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/network/layers.h"

#include "gpu/kernels/batch_norm.h"
#include "gpu/kernels/convolution.h"
#include "gpu/network/any_net.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace regnet {
namespace {

/// Where layers add what they do while countRunning() lets an image through; null otherwise.
thread_local Cost* running = nullptr;

/// weightsPerOutput: multiply-adds that make one element of the output, its bias not counted.
void count(const at::Tensor& output, std::int64_t weightsPerOutput, bool hasBias)
{
    if (!running) return;
    running->flops += output.numel() * (weightsPerOutput + (hasBias ? 1 : 0));
    running->activations += output.numel();
}

} // namespace

Conv::Conv(const ConvShape& shape, bool hasBias) : m_shape(shape)
{
    const std::int64_t k = shape.kernel;
    m_weight = register_parameter("weight", at::empty({shape.output, shape.input / shape.groups, k, k}));
    if (hasBias) m_bias = register_parameter("bias", at::empty({shape.output}));
}

at::Tensor Conv::forward(const at::Tensor& x)
{
    at::Tensor y;
    if (!m_bias.defined()) {
        y = convolution(x, m_weight, m_shape.stride, m_shape.groups);
    } else if (hasOwnConvolution(x, m_weight, m_shape.stride, m_shape.groups)) {
        y = convolution(x, m_weight, m_shape.stride, m_shape.groups) + m_bias.view({1, -1, 1, 1});
    } else {
        const std::int64_t padding = (m_shape.kernel - 1) / 2;
        y = at::conv2d(x, m_weight, m_bias, {m_shape.stride, m_shape.stride}, {padding, padding}, {1, 1},
                       m_shape.groups);
    }
    count(y, m_weight.size(1) * m_weight.size(2) * m_weight.size(3), m_bias.defined());
    return y;
}

void Conv::initialise(const at::Generator& generator)
{
    const double fanOut = static_cast<double>(m_shape.kernel * m_shape.kernel * m_shape.output);
    m_weight.normal_(0, std::sqrt(2 / fanOut), generator);
    if (!m_bias.defined()) return;
    const double fanIn = static_cast<double>(m_weight.size(1) * m_weight.size(2) * m_weight.size(3));
    m_bias.uniform_(-1 / std::sqrt(fanIn), 1 / std::sqrt(fanIn), generator);
}

BatchNorm::BatchNorm(std::int64_t width)
    : m_weight(register_parameter("weight", at::ones({width}))),
      m_bias(register_parameter("bias", at::zeros({width}))),
      m_runningMean(register_buffer("running_mean", at::zeros({width}))),
      m_runningVar(register_buffer("running_var", at::ones({width}))),
      m_batches(register_buffer("num_batches_tracked", at::zeros({}, at::kLong)))
{
}

at::Tensor BatchNorm::forward(const at::Tensor& x, const at::Tensor& residual, bool hasRelu)
{
    if (is_training()) m_batches.add_(1);
    const NormState state{m_weight, m_bias, m_runningMean, m_runningVar, m_momentum, 1e-5};
    return normalised(x, state, is_training(), residual, hasRelu);
}

Linear::Linear(std::int64_t input, std::int64_t output)
    : m_weight(register_parameter("weight", at::empty({output, input}))),
      m_bias(register_parameter("bias", at::empty({output})))
{
}

at::Tensor Linear::forward(const at::Tensor& x)
{
    const at::Tensor y = at::linear(x, m_weight, m_bias);
    count(y, m_weight.size(1), true);
    return y;
}

void Linear::initialise(const at::Generator& generator)
{
    m_weight.normal_(0, 0.01, generator);
    m_bias.zero_();
}

ConvNorm::ConvNorm(torch::nn::Module& owner, const std::string& convName, const std::string& normName,
                   const ConvShape& shape)
    : m_conv(owner.register_module(convName, std::make_shared<Conv>(shape, false))),
      m_norm(owner.register_module(normName, std::make_shared<BatchNorm>(shape.output)))
{
}

at::Tensor ConvNorm::operator()(const at::Tensor& x) const
{
    return m_norm->forward(m_conv->forward(x));
}

at::Tensor ConvNorm::activated(const at::Tensor& x, Activation activation) const
{
    return added(x, {}, activation);
}

at::Tensor ConvNorm::added(const at::Tensor& x, const at::Tensor& residual,
                           std::optional<Activation> activation) const
{
    const at::Tensor y = m_conv->forward(x);
    if (activation == Activation::Silu) return at::silu(m_norm->forward(y, residual));
    return m_norm->forward(y, residual, activation == Activation::Relu);
}

at::Tensor maxPool(const at::Tensor& x)
{
    const at::Tensor y = at::max_pool2d(x, {3, 3}, {2, 2}, {1, 1});
    if (running) running->activations += y.numel();
    return y;
}

at::Tensor activate(at::Tensor x, Activation activation)
{
    return activation == Activation::Relu ? x.relu_() : at::silu(x);
}

void initialise(AnyNet& net, std::uint64_t seed)
{
    const c10::AutoGradMode noGradients(false);
    const at::Generator generator = at::detail::createCPUGenerator(seed);
    for (const auto& module : net.modules()) {
        if (auto* conv = dynamic_cast<Conv*>(module.get())) conv->initialise(generator);
        if (auto* linear = dynamic_cast<Linear*>(module.get())) linear->initialise(generator);
    }
}

Cost countRunning(AnyNet& net, std::int64_t resolution)
{
    const c10::AutoGradMode noGradients(false);
    const std::vector<at::Tensor> parameters = net.parameters();
    const bool wasTraining = net.is_training();
    Cost cost;
    net.eval(); // running statistics stay as they are
    running = &cost;
    try {
        net.forward(at::zeros({1, 3, resolution, resolution}, parameters.front().options()));
    } catch (...) {
        running = nullptr;
        throw;
    }
    running = nullptr;
    net.train(wasTraining);
    for (const at::Tensor& parameter : parameters)
        cost.params += parameter.numel();
    return cost;
}

} // namespace regnet
