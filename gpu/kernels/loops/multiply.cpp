// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/tables.h"

namespace regnet::REGNET_SIMD {
namespace {

// A tile is rowBlock pixels by up to three vectors of outputs. Four vectors are two and two, not three and
// one.
Index panelOf(Index vectorsLeft)
{
    return vectorsLeft == 4 ? 2 : smaller(vectorsLeft, 3);
}

template <Index rows, Index vectors>
void tile(const TappedPixels& pixels, float* const* outputs, Index first, Index depth, const float* packed,
          Index column, Mask last)
{
    const float* in[rows];
    for (Index r = 0; r < rows; ++r)
        in[r] = pixels.inputs[first + r] + pixels.inputChannel;
    Vec sum[rows][vectors]; // in registers, as long as every loop over it is unrolled
#pragma GCC unroll 8
    for (Index r = 0; r < rows; ++r)
#pragma GCC unroll 3
        for (Index v = 0; v < vectors; ++v)
            sum[r][v] = zeros();
    for (Index tap = 0; tap < pixels.tapCount; ++tap) {
        const Index start = pixels.taps[tap];
        for (Index i = start; i < start + depth; ++i, packed += vectors * lanes) {
            Vec w[vectors];
#pragma GCC unroll 3
            for (Index v = 0; v < vectors; ++v)
                w[v] = load(packed + v * lanes);
#pragma GCC unroll 8
            for (Index r = 0; r < rows; ++r) {
                const Vec x = broadcast(in[r][i]);
#pragma GCC unroll 3
                for (Index v = 0; v < vectors; ++v)
                    sum[r][v] += x * w[v];
            }
        }
    }
#pragma GCC unroll 8
    for (Index r = 0; r < rows; ++r) {
        float* out = outputs[first + r] + pixels.outputChannel + column;
#pragma GCC unroll 3
        for (Index v = 0; v < vectors - 1; ++v)
            store(out + v * lanes, sum[r][v]);
        store(out + (vectors - 1) * lanes, sum[r][vectors - 1], last);
    }
}

template <Index rows>
void stripe(const TappedPixels& pixels, float* const* outputs, Index first, Index depth, Index width,
            const float* packed)
{
    const Index all = vectorsOf(width);
    for (Index v = 0; v < all;) {
        const Index panel = panelOf(all - v);
        const Mask last = firstLanes(width - (v + panel - 1) * lanes);
        if (panel == 3) tile<rows, 3>(pixels, outputs, first, depth, packed, v * lanes, last);
        if (panel == 2) tile<rows, 2>(pixels, outputs, first, depth, packed, v * lanes, last);
        if (panel == 1) tile<rows, 1>(pixels, outputs, first, depth, packed, v * lanes, last);
        packed += pixels.tapCount * depth * panel * lanes;
        v += panel;
    }
}

} // namespace

std::int64_t packedSize(std::int64_t taps, std::int64_t depth, std::int64_t width)
{
    return taps * depth * vectorsOf(width) * lanes;
}

void pack(const WeightView& weights, std::int64_t depth, std::int64_t width, float* packed)
{
    const Index all = vectorsOf(width);
    for (Index first = 0; first < all;) {
        const Index panel = panelOf(all - first);
        for (Index tap = 0; tap < weights.tapCount; ++tap)
            for (Index i = 0; i < depth; ++i, packed += panel * lanes) {
                const float* from = weights.data + weights.tapStarts[tap] + i * weights.depthStride;
                for (Index o = 0; o < panel * lanes; ++o) {
                    const Index output = first * lanes + o;
                    packed[o] = output < width ? from[output * weights.widthStride] : 0;
                }
            }
        first += panel;
    }
}

void multiply(const TappedPixels& pixels, float* const* outputs, std::int64_t depth, std::int64_t width,
              const float* packed)
{
    if (pixels.count < rowBlock) {
        for (Index first = 0; first < pixels.count; ++first)
            stripe<1>(pixels, outputs, first, depth, width, packed);
        return;
    }
    // The last block begins early enough to be whole; what it repeats comes out the same.
    for (Index first = 0; first < pixels.count; first += rowBlock)
        stripe<rowBlock>(pixels, outputs, smaller(first, pixels.count - rowBlock), depth, width, packed);
}

} // namespace regnet::REGNET_SIMD
