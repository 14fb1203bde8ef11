// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/pixel_bands.h"

namespace regnet {

/// Which passes of a convolution our own loops compute; LibTorch's oneDNN computes the others.
struct ConvChoice
{
    bool forward = false, inputGradient = false, weightGradient = false;

    bool isAny() const { return forward || inputGradient || weightGradient; }
};

/// Those that were measured to be faster, on a core with AVX-512 against LibTorch 2.13
/// (tests/bench/training_peer.py compares whole trainings). None for kernels other than 1 and 3, strides
/// other than 1 and 2, and where !usesOwnLoops().
ConvChoice measuredChoice(const ConvSizes& sizes);

} // namespace regnet
