// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/fast_cost.h"

#include "core/network/counting.h"
#include "core/network/group_compatibility.h"
#include "core/network/level_boundary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace regnet {
namespace {

// Within these no count of at most 1,024 blocks reaches 2^63: a conv has at most 9 * 2^14 * 2^14 weights
// (2^31.2) at 2^9 * 2^9 pixels, a block three of them.
constexpr std::int64_t largestFastWidth = 1 << 14;
constexpr std::int64_t largestFastSide = 1 << 9;
constexpr std::int64_t mostClasses = 1 << 20;
/// The fast way keeps its levels on the stack; more levels are rare, and take the plain way.
constexpr std::size_t mostFastStages = 64;

/// Counts in plain 64 bits; the caller has made sure that they suffice.
class FastTally
{
public:
    void conv(std::int64_t kernel, std::int64_t input, std::int64_t output, std::int64_t side)
    {
        add(kernel * kernel * input * output, output, side);
    }

    void groupConv(const BlockShape& block, std::int64_t side)
    {
        add(9 * block.bottleneck * block.groupWidth, block.bottleneck, side);
    }

    void norm(std::int64_t width) { cost.params += 2 * width; }

    void squeeze(std::int64_t width, std::int64_t squeezed)
    {
        const std::int64_t weights = 2 * width * squeezed + squeezed + width;
        cost.flops += weights;
        cost.params += weights;
        cost.activations += squeezed + width;
    }

    void pool(std::int64_t width, std::int64_t side) { cost.activations += width * side * side; }

    void linear(std::int64_t input, std::int64_t output)
    {
        cost.flops += input * output + output;
        cost.params += input * output + output;
        cost.activations += output;
    }

    void add(std::int64_t weights, std::int64_t output, std::int64_t side)
    {
        const std::int64_t area = side * side;
        cost.flops += weights * area;
        cost.params += weights;
        cost.activations += output * area;
    }

    void addTimes(const Cost& other, std::int64_t times)
    {
        cost.flops += other.flops * times;
        cost.params += other.params * times;
        cost.activations += other.activations * times;
    }

    Cost cost;
};

bool isSize(std::int64_t value)
{
    return value >= 1 && value <= largestSize;
}

/// Bottlenecks of the stages; their number is small enough for the stack.
using Bottlenecks = std::array<std::int64_t, mostFastStages>;

/// The line's levels as stages, narrowest first; false where there are more than the fast way holds.
bool quantiseFast(const LinearWidths& line, RealisedRegnet& result)
{
    const double perWa = 1 / line.wa;
    const double root = std::sqrt(line.wm);
    std::size_t count = 0;
    std::int64_t done = 0;
    double raw = line.w0;
    double k = 0;
    for (;; raw *= line.wm, k += 1) {
        const std::int64_t end = blocksUpTo(line, k, raw * root, perWa);
        if (end <= done) continue;
        const auto width = static_cast<std::int64_t>(levelWidth(line, k, raw));
        if (count > 0 && result.quantisedWidths[count - 1] == width) {
            result.depths[count - 1] += end - done;
        } else {
            if (count == mostFastStages || width > largestFastWidth) return false;
            result.quantisedWidths[count] = width;
            result.depths[count] = end - done;
            ++count;
        }
        done = end;
        if (done == line.depth) break;
    }
    result.stageCount = count;
    result.levels = static_cast<std::int64_t>(k) + 1;
    return true;
}

/// Group compatibility of all stages.
bool adjust(BlockType block, std::int64_t groupWidth, double multiplier, RealisedRegnet& result,
            Bottlenecks& bottlenecks)
{
    for (std::size_t i = 0; i < result.stageCount; ++i) {
        const std::int64_t width = result.quantisedWidths[i];
        CompatibleWidths widths{width, Stage{}.groupWidth, width, true};
        if (adjustsLine(block)) {
            widths = compatibleWidths(width, multiplier, groupWidth);
            if (!widths.isCompatible) return false;
        }
        if (block == BlockType::R) {
            widths.bottleneckWidth = std::max<std::int64_t>(
                1, static_cast<std::int64_t>(rintSmall(static_cast<double>(width) * multiplier)));
            widths.groupWidth = widths.bottleneckWidth;
        } else if (!hasBottleneck(block)) {
            widths.groupWidth = Stage{}.groupWidth;
            widths.bottleneckWidth = widths.width;
        }
        result.widths[i] = widths.width;
        result.groupWidths[i] = widths.groupWidth;
        bottlenecks[i] = widths.bottleneckWidth;
    }
    return true;
}

} // namespace

RegnetCoster::RegnetCoster(const NetworkSpec& frame) : m_frame(frame)
{
    m_frame.stages = {{8, 1}};
    m_frame.regnet.reset();
    if (const auto problems = check(m_frame); !problems.empty()) throw Error(problems.front());
    m_frame.stages.clear();
    const Stem& stem = frame.stem;
    m_isSmall = stem.width <= largestFastWidth && frame.resolution <= 2 * largestFastSide &&
                frame.head.width <= largestFastWidth && frame.head.classes <= mostClasses &&
                frame.seRatio <= 1;
    if (!m_isSmall) return;
    FastTally tally;
    m_stemSide = countStem(tally, stem, frame.resolution);
    m_stemCost = tally.cost;
    m_isSmall = m_stemSide <= largestFastSide;
}

bool RegnetCoster::isInFastDomain(const RegnetParameters& regnet, double multiplier) const
{
    const LinearWidths& line = regnet.line;
    const bool isMultiplier =
        multiplier > 0 && multiplier <= 64 && (multiplier < 1 || multiplier == std::floor(multiplier));
    const bool isDepth = line.depth >= 1 && line.depth <= 1024;
    const bool isW0 = line.w0 >= 8 && line.w0 <= largestFastWidth &&
                      static_cast<double>(static_cast<std::int64_t>(line.w0) & ~std::int64_t{7}) == line.w0;
    const bool isWa = line.wa == 0 || (line.wa >= 1e-3 && line.wa <= 1e6 && line.w0 <= line.wa * 1e6);
    const bool isWm = line.wm >= 1.05 && line.wm <= 1000;
    return m_isSmall && isMultiplier && isDepth && isW0 && isWa && isWm && isSize(regnet.groupWidth) &&
           isSize(regnet.stride);
}

RegnetOutcome RegnetCoster::realise(const RegnetParameters& regnet, RealisedRegnet& result) const
{
    const double multiplier = multiplierOf(regnet.bottleneckRatio);
    if (!isInFastDomain(regnet, multiplier) || !quantiseFast(regnet.line, result))
        return plain(regnet, result);
    Bottlenecks bottlenecks;
    if (!adjust(m_frame.block, regnet.groupWidth, multiplier, result, bottlenecks))
        return RegnetOutcome::Incompatible;

    FastTally total;
    total.cost = m_stemCost;
    const double seRatio = hasBottleneck(m_frame.block) ? m_frame.seRatio : 0;
    const auto squeezed = [seRatio](std::int64_t input) {
        return static_cast<std::int64_t>(rintSmall(static_cast<double>(input) * seRatio));
    };
    std::int64_t input = m_frame.stem.width;
    std::int64_t side = m_stemSide;
    for (std::size_t i = 0; i < result.stageCount; ++i) {
        const std::int64_t width = result.widths[i];
        if (width > largestFastWidth || bottlenecks[i] > largestFastWidth) return plain(regnet, result);
        BlockShape shape{input,           width, bottlenecks[i], 1, result.groupWidths[i],
                         squeezed(input), side,  regnet.stride};
        countBlock(total, m_frame.block, shape);
        side = strided(side, regnet.stride);
        if (result.depths[i] > 1) {
            shape.input = width;
            shape.squeeze = squeezed(width);
            shape.side = side;
            shape.stride = 1;
            FastTally other;
            countBlock(other, m_frame.block, shape);
            total.addTimes(other.cost, result.depths[i] - 1);
        }
        input = width;
    }
    countHead(total, m_frame.head, input, side);
    result.cost = total.cost;
    return RegnetOutcome::Realised;
}

RegnetOutcome RegnetCoster::plain(const RegnetParameters& regnet, RealisedRegnet& result) const
{
    NetworkSpec spec = m_frame;
    spec.regnet = regnet;
    if (!check(spec).empty()) return RegnetOutcome::Refused;
    Quantisation quantised;
    try {
        quantised = quantise(regnet.line);
    } catch (const Error&) {
        return RegnetOutcome::Refused;
    }
    Network network;
    try {
        network = ::regnet::realise(spec);
    } catch (const Error&) {
        return RegnetOutcome::Incompatible;
    }
    try {
        result.cost = ::regnet::cost(network);
    } catch (const Error&) {
        return RegnetOutcome::Refused;
    }
    result.stageCount = network.stages.size();
    result.levels = quantised.levels;
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        result.quantisedWidths[i] = quantised.widths[i];
        result.widths[i] = network.stages[i].width;
        result.depths[i] = network.stages[i].depth;
        result.groupWidths[i] = network.stages[i].groupWidth;
    }
    return RegnetOutcome::Realised;
}

} // namespace regnet
