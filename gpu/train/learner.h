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
    at::Tensor loss;    ///< mean over the batch
    at::Tensor correct; ///< images whose largest score is the label's
};

/// A network that learns by batches. Includes torch: for the units of gpu/ only.
class Learner
{
public:
    /// The net must be on its device already. channels_last is faster on CPUs by a factor of 1.2 to 1.5.
    Learner(std::shared_ptr<AnyNet> net, const Recipe& recipe, bool isChannelsLast);

    /// Forward, backward, step. images (N, 3, H, W), labels (N) of 64-bit integers.
    BatchScore learn(const at::Tensor& images, const at::Tensor& labels, double learningRate);
    /// Forward in evaluation mode; the loss is without smoothing.
    BatchScore test(const at::Tensor& images, const at::Tensor& labels);

    AnyNet& net() { return *m_net; }
    const FlatSgd& optimiser() const { return m_optimiser; }

private:
    std::shared_ptr<AnyNet> m_net;
    FlatSgd m_optimiser;
    double m_labelSmoothing;
};

} // namespace regnet
