// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <torch/nn/module.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace regnet {

/// Sizes of a conv; padding is (kernel - 1) / 2.
struct ConvShape
{
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t kernel = 1;
    std::int64_t stride = 1;
    std::int64_t groups = 1;
};

// The layers that networks are made of. Own ones instead of torch::nn's: the count of what runs sits in them,
// and a unit that includes only Module compiles in half the time.

class Conv : public torch::nn::Module
{
public:
    Conv(const ConvShape& shape, bool hasBias);
    at::Tensor forward(const at::Tensor& x);
    void initialise(const at::Generator& generator);

private:
    ConvShape m_shape;
    at::Tensor m_weight, m_bias;
};

/// eps 1e-5, momentum 0.1, as pycls.
class BatchNorm : public torch::nn::Module
{
public:
    static constexpr double usualMomentum = 0.1;

    explicit BatchNorm(std::int64_t width);
    /// Normalised x plus residual, which may be undefined, and ReLU where wanted. x must be an output that
    /// nobody else needs.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& residual = {}, bool hasRelu = false);

    /// The weight of a batch in the running statistics.
    void setMomentum(double momentum) { m_momentum = momentum; }
    const at::Tensor& runningMean() const { return m_runningMean; }
    const at::Tensor& runningVariance() const { return m_runningVar; }

private:
    double m_momentum = usualMomentum;
    at::Tensor m_weight, m_bias, m_runningMean, m_runningVar, m_batches;
};

class Linear : public torch::nn::Module
{
public:
    Linear(std::int64_t input, std::int64_t output);
    at::Tensor forward(const at::Tensor& x);
    void initialise(const at::Generator& generator);

private:
    at::Tensor m_weight, m_bias;
};

/// A conv and its BN, registered side by side in their owner as pycls names them: "a" and "a_bn".
class ConvNorm
{
public:
    ConvNorm() = default;
    ConvNorm(torch::nn::Module& owner, const std::string& name, const ConvShape& shape)
        : ConvNorm(owner, name, name + "_bn", shape)
    {
    }
    ConvNorm(torch::nn::Module& owner, const std::string& convName, const std::string& normName,
             const ConvShape& shape);
    at::Tensor operator()(const at::Tensor& x) const;
    at::Tensor activated(const at::Tensor& x, Activation activation) const;
    /// The activation of x plus residual; without one where `activation` is empty.
    at::Tensor added(const at::Tensor& x, const at::Tensor& residual,
                     std::optional<Activation> activation) const;

private:
    std::shared_ptr<Conv> m_conv;
    std::shared_ptr<BatchNorm> m_norm;
};

/// 3x3, stride 2, padding 1.
at::Tensor maxPool(const at::Tensor& x);

/// May work in place: x must be an output that nobody else needs.
at::Tensor activate(at::Tensor x, Activation activation);

} // namespace regnet
