// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/tables.h"

// A vector holds several groups. Turn `d` of a group of g lanes gives lane l what lane (l + d) mod g of its
// group has; g turns bring every channel to every other one of its group. A packed weight is a vector for
// each (vector of channels, tap, turn).

namespace regnet::REGNET_SIMD {
namespace {

constexpr Index nineTaps = 9;

/// Groups are powers of two; packing would otherwise spend its time on divisions.
Index turned(Index lane, Index turn, Index group)
{
    return (lane & -group) + ((lane + turn) & (group - 1));
}

template <Index group>
struct Turns
{
    Order order[group]{};
    Turns()
    {
        for (Index turn = 0; turn < group; ++turn) {
            std::int32_t from[lanes];
            for (Index lane = 0; lane < lanes; ++lane)
                from[lane] = static_cast<std::int32_t>(turned(lane, turn, group));
            order[turn] = orderOf(from);
        }
    }
    Vec of(Vec v, Index turn) const { return turn == 0 ? v : permuted(v, order[turn]); }
};

template <Index rows, Index group>
void tile(const TappedPixels& pixels, float* const* outputs, Index first, Index channel, Mask mask,
          const Turns<group>& turns, const float* packed)
{
    const float* in[rows];
    for (Index r = 0; r < rows; ++r)
        in[r] = pixels.inputs[first + r] + channel;
    Vec sum[rows];
#pragma GCC unroll 8
    for (Index r = 0; r < rows; ++r)
        sum[r] = zeros();
    for (Index tap = 0; tap < pixels.tapCount; ++tap) {
        Vec x[rows];
#pragma GCC unroll 8
        for (Index r = 0; r < rows; ++r)
            x[r] = load(in[r] + pixels.taps[tap], mask);
#pragma GCC unroll 8
        for (Index turn = 0; turn < group; ++turn, packed += lanes) {
            const Vec w = load(packed);
#pragma GCC unroll 8
            for (Index r = 0; r < rows; ++r)
                sum[r] += turns.of(x[r], turn) * w;
        }
    }
#pragma GCC unroll 8
    for (Index r = 0; r < rows; ++r)
        store(outputs[first + r] + channel, sum[r], mask);
}

template <Index group>
void multiplyGroups(const TappedPixels& pixels, float* const* outputs, Index channels, const float* packed)
{
    const Turns<group> turns;
    const Index vectors = vectorsOf(channels);
    for (Index v = 0; v < vectors; ++v, packed += pixels.tapCount * group * lanes) {
        const Index channel = v * lanes;
        const Mask mask = firstLanes(channels - channel);
        Index first = 0;
        for (; first + rowBlock <= pixels.count; first += rowBlock)
            tile<rowBlock, group>(pixels, outputs, first, channel, mask, turns, packed);
        for (; first < pixels.count; ++first)
            tile<1, group>(pixels, outputs, first, channel, mask, turns, packed);
    }
}

/// Sums of one vector of channels for three taps beside each other: gradients are turned, inputs are not.
template <Index group>
void threeTaps(const TappedPixels& pixels, const float* const* gradients, Index channel, Mask mask,
               const Index* taps, const Turns<group>& turns, float* sums)
{
    Vec sum[3][group];
#pragma GCC unroll 3
    for (Index tap = 0; tap < 3; ++tap)
#pragma GCC unroll 8
        for (Index turn = 0; turn < group; ++turn)
            sum[tap][turn] = load(sums + (tap * group + turn) * lanes);
    for (Index p = 0; p < pixels.count; ++p) {
        const Vec gradient = load(gradients[p] + channel, mask);
        const float* in = pixels.inputs[p] + channel;
        const Vec x[3] = {load(in + taps[0], mask), load(in + taps[1], mask), load(in + taps[2], mask)};
#pragma GCC unroll 8
        for (Index turn = 0; turn < group; ++turn) {
            const Vec g = turns.of(gradient, turn);
#pragma GCC unroll 3
            for (Index tap = 0; tap < 3; ++tap)
                sum[tap][turn] += g * x[tap];
        }
    }
#pragma GCC unroll 3
    for (Index tap = 0; tap < 3; ++tap)
#pragma GCC unroll 8
        for (Index turn = 0; turn < group; ++turn)
            store(sums + (tap * group + turn) * lanes, sum[tap][turn]);
}

template <Index group>
void outerGroups(const TappedPixels& pixels, const float* const* gradients, Index channels, float* sums)
{
    const Turns<group> turns;
    const Index vectors = vectorsOf(channels);
    for (Index v = 0; v < vectors; ++v)
        for (Index row = 0; row < 3; ++row, sums += 3 * group * lanes)
            threeTaps<group>(pixels, gradients, v * lanes, firstLanes(channels - v * lanes),
                             pixels.taps + 3 * row, turns, sums);
}

} // namespace

bool isSmallGroup(std::int64_t width)
{
    return (width == 1 || width == 2 || width == 4 || width == 8) && width <= lanes;
}

std::int64_t smallSize(std::int64_t taps, std::int64_t group, std::int64_t channels)
{
    return vectorsOf(channels) * taps * group * lanes;
}

void packSmall(const float* weights, const std::int64_t* tapIndices, std::int64_t taps, std::int64_t allTaps,
               std::int64_t group, std::int64_t channels, bool isTransposed, float* packed)
{
    for (Index first = 0; first < channels; first += lanes)
        for (Index tap = 0; tap < taps; ++tap)
            for (Index turn = 0; turn < group; ++turn, packed += lanes)
                for (Index lane = 0; lane < lanes; ++lane) {
                    const Index to = first + lane, from = first + turned(lane, turn, group);
                    const Index output = isTransposed ? from : to, input = isTransposed ? to : from;
                    packed[lane] =
                        to < channels
                            ? weights[(output * allTaps + tapIndices[tap]) * group + (input & (group - 1))]
                            : 0;
                }
}

void multiplySmall(const TappedPixels& pixels, float* const* outputs, std::int64_t group,
                   std::int64_t channels, const float* packed)
{
    if (group == 1) multiplyGroups<1>(pixels, outputs, channels, packed);
    if (group == 2) multiplyGroups<2>(pixels, outputs, channels, packed);
    if (group == 4) multiplyGroups<4>(pixels, outputs, channels, packed);
    if constexpr (lanes >= 8)
        if (group == 8) multiplyGroups<8>(pixels, outputs, channels, packed);
}

void outerSmall(const TappedPixels& pixels, const float* const* gradients, std::int64_t group,
                std::int64_t channels, float* sums)
{
    if (group == 1) outerGroups<1>(pixels, gradients, channels, sums);
    if (group == 2) outerGroups<2>(pixels, gradients, channels, sums);
    if (group == 4) outerGroups<4>(pixels, gradients, channels, sums);
    if constexpr (lanes >= 8)
        if (group == 8) outerGroups<8>(pixels, gradients, channels, sums);
}

void unpackSmall(const float* sums, std::int64_t group, std::int64_t channels, float* weights)
{
    for (Index first = 0; first < channels; first += lanes)
        for (Index tap = 0; tap < nineTaps; ++tap)
            for (Index turn = 0; turn < group; ++turn, sums += lanes)
                for (Index lane = 0; lane < smaller(lanes, channels - first); ++lane) {
                    const Index output = first + turned(lane, turn, group), input = first + lane;
                    weights[(output * nineTaps + tap) * group + (input & (group - 1))] = sums[lane];
                }
}

} // namespace regnet::REGNET_SIMD
