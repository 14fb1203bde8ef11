// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/network/rounding.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace regnet {

/// pycls's BOT_MUL for the paper's b: 1 / b, where a multiplier within 1e-9 of a whole number, or of the
/// reciprocal of one, is that number, and one that has up to nine decimals is that decimal (b = 1 / 0.9 gives
/// 0.9 again, which 1 / b alone would miss by one bit).
inline double multiplierOf(double bottleneckRatio)
{
    if (bottleneckRatio == 1) return 1;
    const double multiplier = 1 / bottleneckRatio;
    const double whole = std::nearbyint(multiplier);
    if (whole >= 1 && std::abs(multiplier - whole) <= 1e-9) return whole;
    const double wholeRatio = std::nearbyint(bottleneckRatio);
    if (wholeRatio >= 1 && std::abs(multiplier - 1 / wholeRatio) <= 1e-9) return 1 / wholeRatio;
    const double decimal = std::nearbyint(multiplier * 1e9) / 1e9;
    return 1 / decimal == bottleneckRatio ? decimal : multiplier;
}

/// True where products with the multiplier are exact: whole numbers and negative powers of two.
inline bool isExact(double multiplier)
{
    constexpr std::uint64_t fraction = (std::uint64_t{1} << 52) - 1;
    return multiplier >= 1 || (std::bit_cast<std::uint64_t>(multiplier) & fraction) == 0;
}

/// pycls adjusts every RegNet, also one of blocks that have no bottleneck; the paper's V and VR know no b and
/// g, and R one group.
inline bool adjustsLine(BlockType block)
{
    switch (block) {
    case BlockType::V:
    case BlockType::VR:
    case BlockType::R:
        return false;
    case BlockType::X:
    case BlockType::Vanilla:
    case BlockType::ResBasic:
    case BlockType::ResBottleneckLinear:
        break;
    }
    return true;
}

/// A stage's widths after group compatibility.
struct CompatibleWidths
{
    std::int64_t width = 0;
    std::int64_t groupWidth = 0;
    std::int64_t bottleneckWidth = 0;
    bool isCompatible = false; ///< false: pycls refuses, or a size is beyond 2^53
};

/// pycls's adjust_block_compatibility for one stage (pycls/models/blocks.py), in its order of operations.
/// Needs width, groupWidth >= 1, and a multiplier below 1 or whole.
inline CompatibleWidths compatibleWidths(std::int64_t width, double multiplier, std::int64_t groupWidth)
{
    constexpr auto limit = static_cast<double>(largestSize);
    const double exact = std::max(1.0, static_cast<double>(width) * multiplier);
    if (!(exact < limit)) return {};
    const auto raw = static_cast<std::int64_t>(exact);
    const std::int64_t group = std::min(groupWidth, raw);
    std::int64_t step = group;
    if (multiplier > 1) {
        const auto factor = static_cast<std::int64_t>(multiplier);
        const std::int64_t reduced = group / std::gcd(group, factor);
        if (static_cast<double>(reduced) * multiplier >= limit) return {};
        step = reduced * factor;
    }
    const double quotient = static_cast<double>(raw) / static_cast<double>(step);
    const double times = quotient < 1e15 ? rintSmall(quotient) : std::nearbyint(quotient);
    const double rounded = times * static_cast<double>(step);
    if (!(rounded < limit)) return {};
    const std::int64_t bottleneck = std::max(step, static_cast<std::int64_t>(rounded));
    // Most networks have b = 1: a division less on the way to the next stage.
    const double fitted =
        multiplier == 1 ? static_cast<double>(bottleneck) : static_cast<double>(bottleneck) / multiplier;
    if (!(fitted < limit)) return {};
    CompatibleWidths result{static_cast<std::int64_t>(fitted), group, bottleneck, true};
    // The float modulo is the point: with b such as 0.3 the product is not whole, and pycls refuses.
    if (!isExact(multiplier) &&
        std::fmod(static_cast<double>(result.width) * multiplier, static_cast<double>(group)) != 0)
        result.isCompatible = false;
    return result;
}

} // namespace regnet
