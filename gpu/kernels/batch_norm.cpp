// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/batch_norm.h"

#include "gpu/kernels/norm_passes.h"
#include "gpu/kernels/own_loops.h"

#include <ATen/ops/batch_norm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

Rows rowsOf(const at::Tensor& x)
{
    return {x.size(0) * x.size(2) * x.size(3), x.size(1)};
}

bool isPlain(const at::Tensor& x)
{
    return x.is_cpu() && x.scalar_type() == at::kFloat && x.dim() == 4 && x.is_contiguous(channelsLast);
}

float* floatsOf(const at::Tensor& tensor)
{
    return tensor.defined() ? tensor.data_ptr<float>() : nullptr;
}

/// scale and shift of channels, from their mean and one over their deviation.
std::pair<std::vector<float>, std::vector<float>> scaleAndShift(const NormState& state,
                                                                const std::vector<float>& mean,
                                                                const std::vector<float>& inverse)
{
    std::vector<float> scale(mean.size()), shift(mean.size());
    const float *weight = floatsOf(state.weight), *bias = floatsOf(state.bias);
    for (std::size_t c = 0; c < mean.size(); ++c) {
        scale[c] = weight[c] * inverse[c];
        shift[c] = bias[c] - mean[c] * scale[c];
    }
    return {std::move(scale), std::move(shift)};
}

void follow(const NormState& state, const BatchMoments& batch)
{
    const auto n = static_cast<double>(batch.count);
    float *mean = floatsOf(state.runningMean), *variance = floatsOf(state.runningVariance);
    for (std::size_t c = 0; c < batch.mean.size(); ++c) {
        const double unbiased = batch.squares[c] / (n - 1);
        mean[c] = static_cast<float>(state.momentum * batch.mean[c] +
                                     (1 - state.momentum) * static_cast<double>(mean[c]));
        variance[c] = static_cast<float>(state.momentum * unbiased +
                                         (1 - state.momentum) * static_cast<double>(variance[c]));
    }
}

class OwnNorm : public torch::autograd::Function<OwnNorm>
{
public:
    /// Weight and bias stand beside the state that they are part of because autograd looks for arguments.
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight,
                              const at::Tensor& /*bias*/, const c10::optional<at::Tensor>& residual,
                              const NormState& state, bool hasRelu)
    {
        const Rows rows = rowsOf(x);
        const BatchMoments batch = batchMoments(rows, x.data_ptr<float>());
        follow(state, batch);
        at::Tensor statistics = at::empty({2, rows.channels}, x.options());
        std::vector<float> mean, inverse;
        for (std::size_t c = 0; c < batch.mean.size(); ++c) {
            mean.push_back(static_cast<float>(batch.mean[c]));
            const double variance = batch.squares[c] / static_cast<double>(batch.count);
            inverse.push_back(static_cast<float>(1 / std::sqrt(variance + state.epsilon)));
        }
        std::copy(mean.begin(), mean.end(), statistics.data_ptr<float>());
        std::copy(inverse.begin(), inverse.end(), statistics.data_ptr<float>() + rows.channels);
        const auto [scale, shift] = scaleAndShift(state, mean, inverse);
        at::Tensor y = at::empty_like(x, x.options(), channelsLast);
        scaleRows(rows, x.data_ptr<float>(), scale, shift, residual ? floatsOf(*residual) : nullptr, hasRelu,
                  y.data_ptr<float>());
        context->save_for_backward({x, weight, statistics, hasRelu ? y : at::Tensor()});
        context->saved_data["residual"] = residual.has_value();
        return y;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const variable_list saved = context->get_saved_variables();
        const at::Tensor &x = saved[0], &weight = saved[1], &statistics = saved[2], &y = saved[3];
        const Rows rows = rowsOf(x);
        const at::Tensor gradient = gradients[0].contiguous(channelsLast);
        at::Tensor before; // before the ReLU: the residual's gradient, which without ReLU is the output's
        const bool isKept = context->saved_data["residual"].toBool() && y.defined();
        if (isKept) before = at::empty_like(gradient, gradient.options(), channelsLast);
        NormBackward pass;
        pass.gradient = {gradient.data_ptr<float>(), floatsOf(y), x.data_ptr<float>(), floatsOf(statistics)};
        pass.inverse = floatsOf(statistics) + rows.channels;
        pass.weight = weight.data_ptr<float>();
        pass.before = floatsOf(before);
        at::Tensor dx = at::empty_like(x, x.options(), channelsLast);
        at::Tensor dWeight = at::empty_like(weight), dBias = at::empty_like(weight);
        normBackward(rows, pass, dx.data_ptr<float>(), dWeight.data_ptr<float>(), dBias.data_ptr<float>());
        const bool hasResidual = context->saved_data["residual"].toBool();
        return {dx, dWeight, dBias, hasResidual ? (isKept ? before : gradient) : at::Tensor(), {}, {}};
    }
};

at::Tensor plainNormalised(const at::Tensor& x, const NormState& state, bool isTraining,
                           const at::Tensor& residual, bool hasRelu)
{
    at::Tensor y = at::batch_norm(x, state.weight, state.bias, state.runningMean, state.runningVariance,
                                  isTraining, state.momentum, state.epsilon, /*cudnn_enabled=*/true);
    if (residual.defined()) y = residual.add(y);
    return hasRelu ? y.relu_() : y;
}

/// With the running statistics, no gradient.
at::Tensor evaluated(const at::Tensor& x, const NormState& state, const at::Tensor& residual, bool hasRelu)
{
    const Rows rows = rowsOf(x);
    const float *running = floatsOf(state.runningMean), *variance = floatsOf(state.runningVariance);
    std::vector<float> mean(running, running + rows.channels), inverse;
    for (std::int64_t c = 0; c < rows.channels; ++c)
        inverse.push_back(
            static_cast<float>(1 / std::sqrt(static_cast<double>(variance[c]) + state.epsilon)));
    const auto [scale, shift] = scaleAndShift(state, mean, inverse);
    at::Tensor y = at::empty_like(x, x.options(), channelsLast);
    scaleRows(rows, x.data_ptr<float>(), scale, shift, floatsOf(residual), hasRelu, y.data_ptr<float>());
    return y;
}

} // namespace

bool hasOwnNorm(const at::Tensor& x, const NormState& state, bool isTraining, const at::Tensor& residual)
{
    if (!usesOwnLoops() || !isPlain(x) || state.weight.scalar_type() != at::kFloat || rowsOf(x).count < 2)
        return false;
    if (residual.defined() && (!isPlain(residual) || residual.sizes() != x.sizes())) return false;
    return isTraining || !c10::GradMode::is_enabled();
}

at::Tensor normalised(const at::Tensor& x, const NormState& state, bool isTraining,
                      const at::Tensor& residual, bool hasRelu)
{
    if (!hasOwnNorm(x, state, isTraining, residual))
        return plainNormalised(x, state, isTraining, residual, hasRelu);
    if (!isTraining) return evaluated(x, state, residual, hasRelu);
    const auto added = residual.defined() ? c10::optional<at::Tensor>(residual) : c10::nullopt;
    return OwnNorm::apply(x, state.weight, state.bias, added, state, hasRelu);
}

} // namespace regnet
