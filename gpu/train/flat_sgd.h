// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/recipe.h"

#include <torch/nn/module.h>

#include <string>
#include <vector>

namespace regnet {

/// SGD with momentum on one flat buffer: parameters, gradients and momenta of a module are three tensors, and
/// each parameter is a view into them, so that a step is a few operations instead of a few per parameter.
/// Same results as torch::optim::SGD. Weight decay by name as pycls: "bn" first, then "bias", then the rest
/// (pycls/core/optimizer.py). Gradients must stay the views they are: never set them to none. Includes torch:
/// for the units of gpu/ only.
class FlatSgd
{
public:
    /// Moves the module's parameters into the buffer, 4-D ones channels_last where wanted.
    FlatSgd(torch::nn::Module& module, const Recipe& recipe, bool isChannelsLast);

    /// One step down the gradients that backward() has left, and zero gradients after it.
    void step(double learningRate);

    /// Whether a step was made; dampening leaves the first gradient whole, as PyTorch does. For checkpoints.
    bool hasStepped() const { return m_hasStepped; }
    void setHasStepped(bool hasStepped) { m_hasStepped = hasStepped; }

    struct Slot
    {
        std::string name;
        at::Tensor parameter;
        at::Tensor momentum; ///< a view of the parameter's shape
    };
    const std::vector<Slot>& slots() const { return m_slots; }

private:
    struct Group
    {
        at::Tensor parameters, gradients, momenta; ///< one segment of the buffers
        double weightDecay = 0;
    };
    std::vector<Group> m_groups;
    std::vector<Slot> m_slots;
    double m_momentum, m_dampening;
    bool m_isNesterov;
    bool m_hasStepped = false;
};

} // namespace regnet
