// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/kernels/loops/simd.h"

// What the sources of one compilation give to its table; loops.h says what each does.
namespace regnet::REGNET_SIMD {

std::int64_t packedSize(std::int64_t taps, std::int64_t depth, std::int64_t width);
void pack(const WeightView& weights, std::int64_t depth, std::int64_t width, float* packed);
void multiply(const TappedPixels& pixels, float* const* outputs, std::int64_t depth, std::int64_t width,
              const float* packed);

std::int64_t outerSize(std::int64_t taps, std::int64_t depth, std::int64_t width);
void outer(const TappedPixels& pixels, const float* const* gradients, std::int64_t depth, std::int64_t width,
           float* sums);
void unpackOuter(const float* sums, std::int64_t taps, std::int64_t depth, std::int64_t width,
                 float* weights);

bool isSmallGroup(std::int64_t width);
std::int64_t smallSize(std::int64_t taps, std::int64_t group, std::int64_t channels);
void packSmall(const float* weights, const std::int64_t* tapIndices, std::int64_t taps, std::int64_t allTaps,
               std::int64_t group, std::int64_t channels, bool isTransposed, float* packed);
void multiplySmall(const TappedPixels& pixels, float* const* outputs, std::int64_t group,
                   std::int64_t channels, const float* packed);
void outerSmall(const TappedPixels& pixels, const float* const* gradients, std::int64_t group,
                std::int64_t channels, float* sums);
void unpackSmall(const float* sums, std::int64_t group, std::int64_t channels, float* weights);

void addMoments(const Rows& rows, const float* input, Moments& moments);
void scaleAndShift(const Rows& rows, const float* input, const float* scale, const float* shift,
                   const float* residual, bool hasRelu, float* output);
void reduceGradient(const Rows& rows, const NormGradient& gradient, float* before, double* sums,
                    double* products);
void applyGradient(const Rows& rows, const NormGradient& gradient, const float* scale,
                   const float* meanGradient, const float* slope, float* inputGradient);

extern const Loops table;

} // namespace regnet::REGNET_SIMD
