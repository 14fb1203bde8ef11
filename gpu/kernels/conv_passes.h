// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/pixel_bands.h"

namespace regnet {

// A convolution and its two gradients on dense floats: images (N, H, W, C), weights (outputs, kernel, kernel,
// inputs of a group). Groups of 1, 2, 4 or 8 channels share vectors, where a group has as many outputs as
// inputs; wider groups are products of small matrices, one for each tap. Memory beyond the tensors: the
// packed weights, and for each thread some hundred KB.

void convForward(const Loops& loops, const ConvSizes& sizes, const float* input, const float* weights,
                 float* output);
/// Input pixels that no output sees are not written: inputGradient must be 0 there.
void convInputGradient(const Loops& loops, const ConvSizes& sizes, const float* outputGradient,
                       const float* weights, float* inputGradient);
void convWeightGradient(const Loops& loops, const ConvSizes& sizes, const float* input,
                        const float* outputGradient, float* weightGradient);

} // namespace regnet
