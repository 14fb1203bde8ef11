// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <cmath>
#include <cstdint>

namespace regnet {

/// Side of the output of a conv or pooling: padding (k - 1) / 2, integer division, as pycls.
constexpr std::int64_t strided(std::int64_t side, std::int64_t stride)
{
    return stride == 2 ? (side + 1) / 2 : (side - 1) / stride + 1;
}

/// What decides the cost of the blocks of one stage, all sizes ready.
struct BlockShape
{
    std::int64_t input = 0;      ///< channels of the block's input
    std::int64_t width = 0;      ///< channels of its output
    std::int64_t bottleneck = 0; ///< channels between the 1x1 convs
    std::int64_t groups = 1;     ///< of the 3x3 conv between them
    std::int64_t groupWidth = 1; ///< channels a group; groups * groupWidth = bottleneck in a realised network
    std::int64_t squeeze = 0;    ///< channels of squeeze-and-excitation, 0 = none
    std::int64_t side = 0;       ///< of the input, pixels
    std::int64_t stride = 1;
};

// The counting rules of pycls/models/blocks.py, once for all kinds of tally. A Tally has
//   conv(kernel, input, output, side)          a conv without bias, at the side of its output
//   groupConv(block, side)                     the 3x3 conv of a bottleneck
//   norm(width)
//   squeeze(width, squeezed)                   SE: two 1x1 convs with bias at 1x1
//   pool(width, side)                          a max-pool
//   linear(input, output)                      with bias

template <class Tally>
void countProjection(Tally& tally, const BlockShape& block, std::int64_t out)
{
    if (block.input == block.width && block.stride == 1) return;
    tally.conv(1, block.input, block.width, out);
    tally.norm(block.width);
}

template <class Tally>
void countBottleneck(Tally& tally, const BlockShape& block, std::int64_t out)
{
    tally.conv(1, block.input, block.bottleneck, block.side);
    tally.norm(block.bottleneck);
    tally.groupConv(block, out);
    tally.norm(block.bottleneck);
    if (block.squeeze > 0) tally.squeeze(block.bottleneck, block.squeeze);
    tally.conv(1, block.bottleneck, block.width, out);
    tally.norm(block.width);
}

template <class Tally>
void countPlain(Tally& tally, std::int64_t input, std::int64_t width, std::int64_t out)
{
    tally.conv(3, input, width, out);
    tally.norm(width);
}

// A block that is not counted here does not compile, whatever the preset.
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
template <class Tally>
void countBlock(Tally& tally, BlockType type, const BlockShape& block)
{
    const std::int64_t out = strided(block.side, block.stride);
    switch (type) {
    case BlockType::X:
    case BlockType::R:
        countProjection(tally, block, out);
        countBottleneck(tally, block, out);
        return;
    case BlockType::ResBottleneckLinear:
        countBottleneck(tally, block, out);
        return;
    case BlockType::VR:
        countProjection(tally, block, out);
        countPlain(tally, block.input, block.width, out);
        return;
    case BlockType::V:
        countPlain(tally, block.input, block.width, out);
        return;
    case BlockType::ResBasic:
        countProjection(tally, block, out);
        countPlain(tally, block.input, block.width, out);
        countPlain(tally, block.width, block.width, out);
        return;
    case BlockType::Vanilla:
        countPlain(tally, block.input, block.width, out);
        countPlain(tally, block.width, block.width, out);
        return;
    }
}
#pragma GCC diagnostic pop

/// Returns the side of the stem's output.
template <class Tally>
std::int64_t countStem(Tally& tally, const Stem& stem, std::int64_t resolution)
{
    const std::int64_t kernel = stem.type == StemType::ResStemIn ? 7 : 3;
    std::int64_t side = strided(resolution, stem.type == StemType::ResStemCifar ? 1 : 2);
    tally.conv(kernel, 3, stem.width, side);
    tally.norm(stem.width);
    if (stem.type == StemType::ResStemIn) {
        side = strided(side, 2);
        tally.pool(stem.width, side);
    }
    return side;
}

template <class Tally>
void countHead(Tally& tally, const Head& head, std::int64_t input, std::int64_t side)
{
    if (head.width > 0) {
        tally.conv(1, input, head.width, side);
        tally.norm(head.width);
        input = head.width;
    }
    tally.linear(input, head.classes);
}

} // namespace regnet
