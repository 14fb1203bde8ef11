// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace regnet {

/// What a batch normalisation keeps.
struct NormState
{
    at::Tensor weight, bias, runningMean, runningVariance;
    double momentum = 0.1; ///< the weight of a batch in the running statistics
    double epsilon = 1e-5;
};

/// ReLU, where wanted, of batch normalisation plus residual, which may be undefined. Where isTraining the
/// statistics are the batch's, and the running ones follow as at::batch_norm has them follow. Float tensors
/// that are channels_last on the CPU are read once for the statistics and once to be scaled, and the same
/// backward; all others go through LibTorch, x then belonging to nobody else. Both agree within rounding.
/// Includes torch: for the units of gpu/ only.
at::Tensor normalised(const at::Tensor& x, const NormState& state, bool isTraining,
                      const at::Tensor& residual, bool hasRelu);

/// Whether our own loops take it.
bool hasOwnNorm(const at::Tensor& x, const NormState& state, bool isTraining, const at::Tensor& residual);

} // namespace regnet
