// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace regnet {

/// Pixels of a tensor (N, H, W, C) and what is summed over for each: at each tap, `depth` channels.
struct TappedPixels
{
    std::int64_t count = 0;
    const float* const* inputs = nullptr; ///< where a pixel's first tap is
    const std::int64_t* taps = nullptr;   ///< floats from there to each tap
    std::int64_t tapCount = 0;
    std::int64_t inputChannel = 0;  ///< first one of the group
    std::int64_t outputChannel = 0; ///< first one of the group
};

/// Weights w[tap · tapStride + input · depthStride + output · widthStride] as the loops want them.
struct WeightView
{
    const float* data = nullptr;
    const std::int64_t* tapStarts = nullptr; ///< tapCount of them
    std::int64_t tapCount = 0;
    std::int64_t depthStride = 0, widthStride = 0;
};

/// Rows of channels that batch normalisation sees: (rows, channels), dense.
struct Rows
{
    std::int64_t count = 0;
    std::int64_t channels = 0;
};

/// Mean, and sum of squared distances from it, of the rows seen so far; one of each per channel.
struct Moments
{
    std::int64_t count = 0;
    double* mean = nullptr;
    double* squares = nullptr;
};

/// What the backward pass of batch normalisation reads.
struct NormGradient
{
    const float* outputGradient = nullptr;
    const float* output = nullptr; ///< null without ReLU: where it is 0 the gradient is, too
    const float* input = nullptr;
    const float* mean = nullptr;
};

/// The inner loops of the CPU kernels, for one instruction set. All tensors are float, channels innermost.
struct Loops
{
    const char* name;
    std::int64_t lanes;    ///< floats in a vector
    std::int64_t rowBlock; ///< output channels that outer() sums at a time

    /// Floats that pack() writes.
    std::int64_t (*packedSize)(std::int64_t taps, std::int64_t depth, std::int64_t width);
    void (*pack)(const WeightView& weights, std::int64_t depth, std::int64_t width, float* packed);
    /// output[pixel][o] = sum over taps and i of input[pixel + tap][i] · w[tap][i][o].
    void (*multiply)(const TappedPixels& pixels, float* const* outputs, std::int64_t depth,
                     std::int64_t width, const float* packed);

    /// sums += per tap, o, i: sum over pixels of gradient[pixel][o] · input[pixel + tap][i], as unpackOuter()
    /// reads them.
    std::int64_t (*outerSize)(std::int64_t taps, std::int64_t depth, std::int64_t width);
    void (*outer)(const TappedPixels& pixels, const float* const* gradients, std::int64_t depth,
                  std::int64_t width, float* sums);
    /// Into weights (width, taps, depth).
    void (*unpackOuter)(const float* sums, std::int64_t taps, std::int64_t depth, std::int64_t width,
                        float* weights);

    /// The same for groups of 1, 2, 4 or 8 channels, all groups at once: whole vectors of channels are read,
    /// and lanes change places within their group. isSmallGroup() says which widths.
    bool (*isSmallGroup)(std::int64_t width);
    std::int64_t (*smallSize)(std::int64_t taps, std::int64_t group, std::int64_t channels);
    /// isTransposed: outputs become inputs, for the gradient of the input.
    void (*packSmall)(const float* weights, const std::int64_t* tapIndices, std::int64_t taps,
                      std::int64_t allTaps, std::int64_t group, std::int64_t channels, bool isTransposed,
                      float* packed);
    void (*multiplySmall)(const TappedPixels& pixels, float* const* outputs, std::int64_t group,
                          std::int64_t channels, const float* packed);
    /// Nine taps.
    void (*outerSmall)(const TappedPixels& pixels, const float* const* gradients, std::int64_t group,
                       std::int64_t channels, float* sums);
    void (*unpackSmall)(const float* sums, std::int64_t group, std::int64_t channels, float* weights);

    /// Adds rows to the moments.
    void (*addMoments)(const Rows& rows, const float* input, Moments& moments);
    /// output = input · scale + shift (+ residual), not below 0 where hasRelu. May work in place.
    void (*scaleAndShift)(const Rows& rows, const float* input, const float* scale, const float* shift,
                          const float* residual, bool hasRelu, float* output);
    /// sums += gradient, products += gradient · (input - mean), the gradient being that before the ReLU,
    /// which is written to `before` unless that is null.
    void (*reduceGradient)(const Rows& rows, const NormGradient& gradient, float* before, double* sums,
                           double* products);
    /// inputGradient = scale · (gradient - meanGradient) - slope · (input - mean)
    void (*applyGradient)(const Rows& rows, const NormGradient& gradient, const float* scale,
                          const float* meanGradient, const float* slope, float* inputGradient);
};

} // namespace regnet
