// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace regnet {

/// at::conv2d without bias and with padding (kernel - 1) / 2, differentiable once. Float tensors that are
/// channels_last on the CPU go through our own loops (conv_passes.h) where those are faster (conv_choice.h),
/// all others through LibTorch. Both agree within rounding. Includes torch: for the units of gpu/ only.
at::Tensor convolution(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride,
                       std::int64_t groups);

/// Whether our own loops take a pass of it.
bool hasOwnConvolution(const at::Tensor& x, const at::Tensor& weight, std::int64_t stride,
                       std::int64_t groups);

} // namespace regnet
