// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/network/any_net.h"
#include "gpu/train/flat_sgd.h"

#include <memory>

namespace regnet {

/// What a batch gave; tensors without dimension on the device, so that nobody has to wait for them.
struct BatchScore
{
    at::Tensor loss;        ///< mean over the batch
    at::Tensor correct;     ///< images whose largest score is the label's
    at::Tensor correctTop5; ///< images whose label has one of the five largest scores
};

/// Forward in evaluation mode, without gradients; the loss is without smoothing.
BatchScore testBatch(AnyNet& net, const at::Tensor& images, const at::Tensor& labels);

/// A network that learns by batches. Includes torch: for the units of gpu/ only.
class Learner
{
public:
    /// The net must be on its device already. channels_last is faster on CPUs by a factor of 1.2 to 1.5.
    Learner(std::shared_ptr<AnyNet> net, const Recipe& recipe, bool isChannelsLast);

    /// Forward and backward, part by part where the recipe says so, and one step. images (N, 3, H, W),
    /// targets (N, classes). What counts as correct is the largest target.
    BatchScore learn(const at::Tensor& images, const at::Tensor& targets, double learningRate);

    AnyNet& net() { return *m_net; }
    FlatSgd& optimiser() { return m_optimiser; }

private:
    std::shared_ptr<AnyNet> m_net;
    FlatSgd m_optimiser;
    std::int64_t m_parts;
    bool m_isBfloat16;
};

} // namespace regnet
