// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/loops/loops.h"

#include <functional>
#include <vector>

namespace regnet {

/// Sizes of a convolution: kernel 1 without padding, or 3 with padding 1; stride 1 or 2.
struct ConvSizes
{
    std::int64_t images = 0, height = 0, width = 0; ///< of the input
    std::int64_t inputs = 0, outputs = 0;           ///< channels
    std::int64_t kernel = 1, stride = 1, groups = 1;

    std::int64_t outputHeight() const { return (height - 1) / stride + 1; }
    std::int64_t outputWidth() const { return (width - 1) / stride + 1; }
    std::int64_t taps() const { return kernel * kernel; }
    std::int64_t groupInputs() const { return inputs / groups; }
    std::int64_t groupOutputs() const { return outputs / groups; }
};

/// Pixels of the target that look at the source in the same way: (first + step · i) down and across.
struct Lattice
{
    std::int64_t rows = 0, columns = 0;
    std::int64_t step = 1, firstRow = 0, firstColumn = 0;
    struct Tap
    {
        std::int64_t row = 0, column = 0; ///< in the source, from the pixel's first tap
        std::int64_t weight = 0;          ///< row · kernel + column of the weight
    };
    std::vector<Tap> taps;
};

struct Plane
{
    std::int64_t height = 0, width = 0, channels = 0;
};

/// What a pass over a convolution reads and writes, and where. Lattice pixel (i, j) has its first tap at
/// (start + step · i, start + step · j) of the source, which has `padding` zeros around it.
struct PixelPlan
{
    std::int64_t images = 0;
    Plane source, target;
    std::int64_t padding = 0;
    std::int64_t sourceStep = 1, sourceStart = 0;
    std::vector<Lattice> lattices;
};

/// Output pixels, and for each the input under the kernel.
PixelPlan forwardPlan(const ConvSizes& sizes);
/// Input pixels, and for each the output gradients that it has a share in. With stride 2 that are up to four
/// lattices; a kernel of 1 leaves three of four pixels out.
PixelPlan backwardPlan(const ConvSizes& sizes);

/// Calls use(slice, lattice, pixels, targets) for all pixels, some hundred at a time, on LibTorch's threads:
/// each slice on one thread and in order. There are sliceCount() slices whatever the threads do, so that sums
/// are the same for the same setting of threads.
using UsePixels = std::function<void(std::int64_t slice, std::size_t lattice, const TappedPixels& pixels,
                                     float* const* targets)>;
std::int64_t sliceCount();
void forPixels(const PixelPlan& plan, const float* source, float* target, const UsePixels& use);

} // namespace regnet
