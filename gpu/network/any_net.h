// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <torch/nn/module.h>

#include <cstdint>
#include <memory>

namespace regnet {

/// A network that runs. Parameters and buffers have pycls's names ("s1.b1.f.a.weight").
/// Includes torch: for the units of gpu/ only.
class AnyNet : public torch::nn::Module
{
public:
    /// Images (N, 3, H, W) to scores (N, classes).
    virtual at::Tensor forward(const at::Tensor& images) = 0;
};

/// Builds a realised network, parameters not yet initialised as pycls does (see initialise()).
std::shared_ptr<AnyNet> buildAnyNet(const Network& network);

/// Initialises as pycls: convs N(0, sqrt(2 / (k·k·outputs))) whatever the groups, biases of SE as PyTorch,
/// BN 1 and 0, head N(0, 0.01) with bias 0. On the CPU, from a generator of its own: the same numbers for the
/// same seed and LibTorch.
void initialise(AnyNet& net, std::uint64_t seed);

/// FLOPs and activations counted while one image runs through the net, from the sizes of the tensors that
/// really occur; parameters counted from what it holds. Must equal core's cost(network). Leaves the net as it
/// was.
Cost countRunning(AnyNet& net, std::int64_t resolution);

} // namespace regnet
