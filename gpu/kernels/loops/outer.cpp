// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/tables.h"

namespace regnet::REGNET_SIMD {
namespace {

// Pixels between two visits of the sums: their inputs and gradients stay in the first-level cache.
constexpr Index pixelBlock = 96;
constexpr Index mostVectors = 3;

/// Output channels come in blocks; the last one begins early enough to be whole.
Index blockSize(Index width)
{
    return width < rowBlock ? 1 : rowBlock;
}
Index blocksOf(Index width)
{
    return (width + blockSize(width) - 1) / blockSize(width);
}
Index blockStart(Index block, Index width)
{
    return smaller(block * blockSize(width), width - blockSize(width));
}

/// One vector of inputs at one tap.
struct Column
{
    Index offset;
    Mask mask;
};

template <Index rows, Index vectors>
void tile(const TappedPixels& pixels, const float* const* gradients, Index begin, Index end, Index output,
          const Column* columns, float* sums)
{
    Vec sum[vectors][rows]; // in registers, as long as every loop over it is unrolled
#pragma GCC unroll 3
    for (Index v = 0; v < vectors; ++v)
#pragma GCC unroll 8
        for (Index r = 0; r < rows; ++r)
            sum[v][r] = load(sums + (v * rows + r) * lanes);
    Index offset[vectors];
    Mask mask[vectors];
    for (Index v = 0; v < vectors; ++v) {
        offset[v] = columns[v].offset;
        mask[v] = columns[v].mask;
    }
    for (Index p = begin; p < end; ++p) {
        const float *in = pixels.inputs[p], *gradient = gradients[p] + output;
        Vec x[vectors];
#pragma GCC unroll 3
        for (Index v = 0; v < vectors; ++v)
            x[v] = load(in + offset[v], mask[v]);
#pragma GCC unroll 8
        for (Index r = 0; r < rows; ++r) {
            const Vec g = broadcast(gradient[r]);
#pragma GCC unroll 3
            for (Index v = 0; v < vectors; ++v)
                sum[v][r] += x[v] * g;
        }
    }
#pragma GCC unroll 3
    for (Index v = 0; v < vectors; ++v)
#pragma GCC unroll 8
        for (Index r = 0; r < rows; ++r)
            store(sums + (v * rows + r) * lanes, sum[v][r]);
}

template <Index rows>
void allTiles(const TappedPixels& pixels, const float* const* gradients, Index begin, Index end, Index depth,
              Index width, float* sums)
{
    const Index perTap = vectorsOf(depth), columns = pixels.tapCount * perTap, blocks = blocksOf(width);
    for (Index first = 0; first < columns; first += mostVectors) {
        Column some[mostVectors];
        const Index count = smaller(mostVectors, columns - first);
        for (Index v = 0; v < count; ++v) {
            const Index tap = (first + v) / perTap, channel = (first + v) % perTap * lanes;
            some[v] = {pixels.inputChannel + pixels.taps[tap] + channel, firstLanes(depth - channel)};
        }
        for (Index block = 0; block < blocks; ++block) {
            const Index output = pixels.outputChannel + blockStart(block, width);
            float* to = sums + (block * columns + first) * rows * lanes;
            if (count == 3) tile<rows, 3>(pixels, gradients, begin, end, output, some, to);
            if (count == 2) tile<rows, 2>(pixels, gradients, begin, end, output, some, to);
            if (count == 1) tile<rows, 1>(pixels, gradients, begin, end, output, some, to);
        }
    }
}

} // namespace

std::int64_t outerSize(std::int64_t taps, std::int64_t depth, std::int64_t width)
{
    return blocksOf(width) * blockSize(width) * taps * vectorsOf(depth) * lanes;
}

void outer(const TappedPixels& pixels, const float* const* gradients, std::int64_t depth, std::int64_t width,
           float* sums)
{
    for (Index begin = 0; begin < pixels.count; begin += pixelBlock) {
        const Index end = smaller(begin + pixelBlock, pixels.count);
        if (width < rowBlock)
            allTiles<1>(pixels, gradients, begin, end, depth, width, sums);
        else
            allTiles<rowBlock>(pixels, gradients, begin, end, depth, width, sums);
    }
}

void unpackOuter(const float* sums, std::int64_t taps, std::int64_t depth, std::int64_t width, float* weights)
{
    const Index perTap = vectorsOf(depth), rows = blockSize(width);
    for (Index block = 0; block < blocksOf(width); ++block)
        for (Index tap = 0; tap < taps; ++tap)
            for (Index v = 0; v < perTap; ++v)
                for (Index r = 0; r < rows; ++r, sums += lanes)
                    for (Index i = 0; i < smaller(lanes, depth - v * lanes); ++i)
                        weights[((blockStart(block, width) + r) * taps + tap) * depth + v * lanes + i] =
                            sums[i];
}

} // namespace regnet::REGNET_SIMD
