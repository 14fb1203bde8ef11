// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/loops/loops.h"

#include <vector>

namespace regnet {

// Batch normalisation on dense floats (rows, channels), on LibTorch's threads. The same bits for the same
// number of threads.

struct BatchMoments
{
    std::int64_t count = 0;
    std::vector<double> mean, squares; ///< squared distances from the mean, summed
};
BatchMoments batchMoments(const Rows& rows, const float* input);

/// output = input · scale + shift (+ residual), not below 0 where hasRelu.
void scaleRows(const Rows& rows, const float* input, const std::vector<float>& scale,
               const std::vector<float>& shift, const float* residual, bool hasRelu, float* output);

struct NormBackward
{
    NormGradient gradient;
    const float* inverse = nullptr; ///< one over the deviation
    const float* weight = nullptr;
    float* before = nullptr; ///< where the gradient before the ReLU goes; may be null
};
void normBackward(const Rows& rows, const NormBackward& pass, float* inputGradient, float* weightGradient,
                  float* biasGradient);

} // namespace regnet
