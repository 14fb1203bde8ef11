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

/// Counts in plain 64 bits; the caller has made sure that they suffice. Convs that follow each other on one
/// side are multiplied by its area together.
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
        if (side != m_side) close();
        m_side = side;
        m_weights += weights;
        m_outputs += output;
    }

    /// To be called when all is added.
    void close()
    {
        const std::int64_t area = m_side * m_side;
        cost.flops += m_weights * area;
        cost.params += m_weights;
        cost.activations += m_outputs * area;
        m_weights = m_outputs = 0;
    }

    void addTimes(const Cost& other, std::int64_t times)
    {
        cost.flops += other.flops * times;
        cost.params += other.params * times;
        cost.activations += other.activations * times;
    }

    Cost cost;

private:
    std::int64_t m_side = 0, m_weights = 0, m_outputs = 0;
};

bool isSize(std::int64_t value)
{
    return value >= 1 && value <= largestSize;
}

/// Bottlenecks of the stages; their number is small enough for the stack.
using Bottlenecks = std::array<std::int64_t, mostFastStages>;

/// How the fast way of finding levels ended; Plain where there are more than it holds.
enum class FastEnd { Done, Skipped, TooMany, Plain };

/// The line's levels as stages, narrowest first. `mostLevels` 0: all levels, skipped or not; otherwise it
/// stops at the first that is skipped or beyond that number.
FastEnd quantiseFast(const LinearWidths& line, std::int64_t mostLevels, RealisedRegnet& result)
{
    const double perWa = 1 / line.wa;
    const double root = std::sqrt(line.wm);
    std::size_t count = 0;
    std::int64_t done = 0;
    std::int64_t levels = 0;
    double raw = line.w0;
    double k = 0;
    for (;; raw *= line.wm, k += 1) {
        const std::int64_t end = blocksUpTo(line, k, raw * root, perWa);
        ++levels;
        if (mostLevels > 0) {
            if (end <= done) return FastEnd::Skipped;
            if (levels == mostLevels && end < line.depth) return FastEnd::TooMany;
        } else if (end <= done) {
            continue;
        }
        const auto width = static_cast<std::int64_t>(levelWidth(line, k, raw));
        if (count > 0 && result.quantisedWidths[count - 1] == width) {
            if (mostLevels > 0) return FastEnd::Skipped;
            result.depths[count - 1] += end - done;
        } else {
            if (count == mostFastStages || width > largestFastWidth) return FastEnd::Plain;
            result.quantisedWidths[count] = width;
            result.depths[count] = end - done;
            ++count;
        }
        done = end;
        if (done == line.depth) break;
    }
    result.stageCount = count;
    result.levels = levels;
    return FastEnd::Done;
}

bool isFastMultiplier(double multiplier)
{
    return multiplier > 0 && multiplier <= 64 &&
           (multiplier < 1 || multiplier == static_cast<double>(static_cast<std::int64_t>(multiplier)));
}

/// What a block does to the widths of its stage; looked up once a network, not once a stage.
struct BlockRule
{
    bool adjusts = false; ///< pycls makes the width compatible
    bool hasBottleneck = false;
    bool hasOneGroup = false;
};

/// Group compatibility of one stage.
CompatibleWidths compatible(const BlockRule& rule, std::int64_t width, double multiplier,
                            std::int64_t groupWidth)
{
    CompatibleWidths widths{width, Stage{}.groupWidth, width, true};
    if (rule.adjusts) widths = compatibleWidths(width, multiplier, groupWidth);
    if (rule.hasOneGroup) {
        widths.bottleneckWidth = std::max<std::int64_t>(
            1, static_cast<std::int64_t>(rintSmall(static_cast<double>(width) * multiplier)));
        widths.groupWidth = widths.bottleneckWidth;
    } else if (!rule.hasBottleneck) {
        widths.groupWidth = Stage{}.groupWidth;
        widths.bottleneckWidth = widths.width;
    }
    return widths;
}

/// compatibleWidths() of b = 1, for widths of the fast way.
CompatibleWidths equallyWide(std::int64_t width, std::int64_t groupWidth)
{
    const std::int64_t group = std::min(groupWidth, width);
    const auto step = static_cast<double>(group);
    const auto rounded = static_cast<std::int64_t>(rintSmall(static_cast<double>(width) / step) * step);
    const std::int64_t fitted = std::max(group, rounded);
    return {fitted, group, fitted, true};
}

/// Group compatibility of the result's stages; false where pycls refuses one.
bool makeCompatible(const BlockRule& rule, double multiplier, std::int64_t groupWidth,
                    Bottlenecks& bottlenecks, RealisedRegnet& result)
{
    const auto forEach = [&](auto widthsOf) {
        for (std::size_t i = 0; i < result.stageCount; ++i) {
            const CompatibleWidths widths = widthsOf(result.quantisedWidths[i]);
            if (!widths.isCompatible) return false;
            result.widths[i] = widths.width;
            result.groupWidths[i] = widths.groupWidth;
            bottlenecks[i] = widths.bottleneckWidth;
        }
        return true;
    };
    // Most networks have b = 1: a loop of its own is an eighth less of the time of all.
    if (rule.adjusts && rule.hasBottleneck && multiplier == 1)
        return forEach([&](std::int64_t width) { return equallyWide(width, groupWidth); });
    return forEach([&](std::int64_t width) { return compatible(rule, width, multiplier, groupWidth); });
}

/// What the frame costs before its stages, and whether stem, head and resolution keep every count small.
struct FrameCost
{
    bool isSmall = false;
    std::int64_t stemSide = 0;
    Cost stem;
};

FrameCost frameCost(const NetworkSpec& frame)
{
    FrameCost result;
    result.isSmall = frame.stem.width <= largestFastWidth && frame.resolution <= 2 * largestFastSide &&
                     frame.head.width <= largestFastWidth && frame.head.classes <= mostClasses &&
                     frame.seRatio <= 1;
    if (!result.isSmall) return result;
    FastTally tally;
    result.stemSide = countStem(tally, frame.stem, frame.resolution);
    tally.close();
    result.stem = tally.cost;
    result.isSmall = result.stemSide <= largestFastSide;
    return result;
}

NetworkSpec checkedFrame(const NetworkSpec& given)
{
    NetworkSpec frame = given;
    frame.stages = {{8, 1}};
    frame.regnet.reset();
    if (const auto problems = check(frame); !problems.empty()) throw Error(problems.front());
    frame.stages.clear();
    return frame;
}

/// The cost of stem, stages and head; false where a width is beyond the fast way. Flattened: as calls, the
/// counts of a block take a quarter of the time of all.
template <class StrideOf>
[[gnu::flatten]] bool countNetwork(const NetworkSpec& frame, std::int64_t stemSide, const Cost& stem,
                                   const Bottlenecks& bottlenecks, StrideOf strideOf, RealisedRegnet& result)
{
    FastTally total;
    total.cost = stem;
    const double seRatio = hasBottleneck(frame.block) ? frame.seRatio : 0;
    const auto squeezed = [seRatio](std::int64_t input) {
        return static_cast<std::int64_t>(rintSmall(static_cast<double>(input) * seRatio));
    };
    std::int64_t input = frame.stem.width;
    std::int64_t side = stemSide;
    for (std::size_t i = 0; i < result.stageCount; ++i) {
        const std::int64_t width = result.widths[i];
        if (width > largestFastWidth || bottlenecks[i] > largestFastWidth) return false;
        BlockShape shape{input,           width, bottlenecks[i], 1, result.groupWidths[i],
                         squeezed(input), side,  strideOf(i)};
        countBlock(total, frame.block, shape);
        total.close();
        side = strided(side, shape.stride);
        if (result.depths[i] > 1) {
            shape.input = width;
            shape.squeeze = squeezed(width);
            shape.side = side;
            shape.stride = 1;
            FastTally other;
            countBlock(other, frame.block, shape);
            other.close();
            total.addTimes(other.cost, result.depths[i] - 1);
        }
        input = width;
    }
    countHead(total, frame.head, input, side);
    total.close();
    result.cost = total.cost;
    return true;
}

/// What a network that was realised the plain way looks like in arrays.
RegnetOutcome plainOutcome(const NetworkSpec& spec, RealisedRegnet& result)
{
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
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        result.widths[i] = network.stages[i].width;
        result.depths[i] = network.stages[i].depth;
        result.groupWidths[i] = network.stages[i].groupWidth;
    }
    result.isComplete = true;
    return RegnetOutcome::Realised;
}

} // namespace

RegnetCoster::RegnetCoster(const NetworkSpec& frame) : m_frame(checkedFrame(frame))
{
    const FrameCost counted = frameCost(m_frame);
    m_isSmall = counted.isSmall;
    m_stemSide = counted.stemSide;
    m_stemCost = counted.stem;
}

bool RegnetCoster::isInFastDomain(const RegnetParameters& regnet) const
{
    const LinearWidths& line = regnet.line;
    const bool isDepth = line.depth >= 1 && line.depth <= 1024;
    const bool isW0 = line.w0 >= 8 && line.w0 <= largestFastWidth &&
                      static_cast<double>(static_cast<std::int64_t>(line.w0) & ~std::int64_t{7}) == line.w0;
    const bool isWa = line.wa == 0 || (line.wa >= 1e-3 && line.wa <= 1e6 && line.w0 <= line.wa * 1e6);
    const bool isWm = line.wm >= 1.05 && line.wm <= 1000;
    return m_isSmall && isFastMultiplier(multiplierOf(regnet.bottleneckRatio)) && isDepth && isW0 && isWa &&
           isWm && isSize(regnet.groupWidth) && isSize(regnet.stride);
}

RegnetOutcome RegnetCoster::realise(const RegnetParameters& regnet, RealisedRegnet& result) const
{
    if (!isInFastDomain(regnet) || quantiseFast(regnet.line, 0, result) == FastEnd::Plain)
        return plain(regnet, result);
    result.isComplete = false;
    return complete(regnet, result);
}

LineLevels RegnetCoster::levels(const RegnetParameters& regnet, std::int64_t most,
                                RealisedRegnet& result) const
{
    result.isComplete = false;
    const FastEnd end = isInFastDomain(regnet) ? quantiseFast(regnet.line, most, result) : FastEnd::Plain;
    if (end == FastEnd::Done) return LineLevels::Fine;
    if (end == FastEnd::Skipped) return LineLevels::Skipped;
    if (end == FastEnd::TooMany) return LineLevels::TooMany;
    return plainLevels(regnet, most, result);
}

/// Half a million candidates of a space may come here, each of a thousand blocks or stages: what the levels
/// alone rule out is not realised, and what the last block rules out is not even quantised.
LineLevels RegnetCoster::plainLevels(const RegnetParameters& regnet, std::int64_t most,
                                     RealisedRegnet& result) const
{
    if (exactLevel(regnet.line, regnet.line.depth - 1) >= static_cast<double>(most))
        return LineLevels::TooMany;
    const std::optional<Quantisation> quantised = plainQuantisation(regnet);
    if (!quantised) return LineLevels::Refused;
    if (quantised->skipsLevel()) return LineLevels::Skipped;
    if (quantised->levels > most) return LineLevels::TooMany;
    const bool isRealised = plain(regnet, *quantised, result) == RegnetOutcome::Realised;
    return isRealised ? LineLevels::Fine : LineLevels::Refused;
}

RegnetOutcome RegnetCoster::complete(const RegnetParameters& regnet, RealisedRegnet& result) const
{
    if (result.isComplete) return RegnetOutcome::Realised;
    const double multiplier = multiplierOf(regnet.bottleneckRatio);
    const BlockRule rule{adjustsLine(m_frame.block), hasBottleneck(m_frame.block),
                         m_frame.block == BlockType::R};
    Bottlenecks bottlenecks;
    if (!makeCompatible(rule, multiplier, regnet.groupWidth, bottlenecks, result))
        return RegnetOutcome::Incompatible;
    const auto strideOf = [&](std::size_t) { return regnet.stride; };
    if (!countNetwork(m_frame, m_stemSide, m_stemCost, bottlenecks, strideOf, result))
        return plain(regnet, result);
    result.isComplete = true;
    return RegnetOutcome::Realised;
}

RegnetOutcome RegnetCoster::plain(const RegnetParameters& regnet, RealisedRegnet& result) const
{
    const std::optional<Quantisation> quantised = plainQuantisation(regnet);
    return quantised ? plain(regnet, *quantised, result) : RegnetOutcome::Refused;
}

/// None where a parameter is out of its range.
std::optional<Quantisation> RegnetCoster::plainQuantisation(const RegnetParameters& regnet) const
{
    NetworkSpec spec = m_frame;
    spec.regnet = regnet;
    if (!check(spec).empty()) return std::nullopt;
    try {
        return quantise(regnet.line);
    } catch (const Error&) {
        return std::nullopt;
    }
}

RegnetOutcome RegnetCoster::plain(const RegnetParameters& regnet, const Quantisation& quantised,
                                  RealisedRegnet& result) const
{
    NetworkSpec spec = m_frame;
    spec.regnet = regnet;
    const RegnetOutcome outcome = plainOutcome(spec, result);
    if (outcome != RegnetOutcome::Realised) return outcome;
    result.levels = quantised.levels;
    for (std::size_t i = 0; i < result.stageCount; ++i)
        result.quantisedWidths[i] = quantised.widths[i];
    return RegnetOutcome::Realised;
}

StagesCoster::StagesCoster(const NetworkSpec& frame) : m_frame(checkedFrame(frame))
{
    const FrameCost counted = frameCost(m_frame);
    m_isSmall = counted.isSmall;
    m_stemSide = counted.stemSide;
    m_stemCost = counted.stem;
}

bool StagesCoster::isInFastDomain(std::span<const Stage> stages) const
{
    if (!m_isSmall || stages.empty() || stages.size() > mostFastStages) return false;
    std::int64_t depth = 0;
    for (const Stage& stage : stages) {
        if (stage.width < 1 || stage.width > largestFastWidth || stage.depth < 1 || stage.depth > 1024 ||
            !isSize(stage.stride) || !isSize(stage.groupWidth) ||
            !isFastMultiplier(multiplierOf(stage.bottleneckRatio)))
            return false;
        depth += stage.depth;
    }
    return depth <= 1024;
}

RegnetOutcome StagesCoster::realise(std::span<const Stage> stages, RealisedRegnet& result) const
{
    if (!isInFastDomain(stages)) return plain(stages, result);
    const bool hasOneGroup = m_frame.block == BlockType::R, isBottleneck = hasBottleneck(m_frame.block);
    const BlockRule rule{isBottleneck && !hasOneGroup, isBottleneck, hasOneGroup};
    Bottlenecks bottlenecks;
    result.stageCount = stages.size();
    result.levels = static_cast<std::int64_t>(stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Stage& stage = stages[i];
        const CompatibleWidths widths =
            compatible(rule, stage.width, multiplierOf(stage.bottleneckRatio), stage.groupWidth);
        if (!widths.isCompatible) return RegnetOutcome::Incompatible;
        result.quantisedWidths[i] = stage.width;
        result.widths[i] = widths.width;
        result.depths[i] = stage.depth;
        result.groupWidths[i] = widths.groupWidth;
        bottlenecks[i] = widths.bottleneckWidth;
    }
    const auto strideOf = [&](std::size_t i) { return stages[i].stride; };
    if (!countNetwork(m_frame, m_stemSide, m_stemCost, bottlenecks, strideOf, result))
        return plain(stages, result);
    result.isComplete = true;
    return RegnetOutcome::Realised;
}

RegnetOutcome StagesCoster::plain(std::span<const Stage> stages, RealisedRegnet& result) const
{
    NetworkSpec spec = m_frame;
    spec.stages.assign(stages.begin(), stages.end());
    if (!check(spec).empty()) return RegnetOutcome::Refused;
    const RegnetOutcome outcome = plainOutcome(spec, result);
    if (outcome != RegnetOutcome::Realised) return outcome;
    result.levels = static_cast<std::int64_t>(stages.size());
    for (std::size_t i = 0; i < stages.size(); ++i)
        result.quantisedWidths[i] = stages[i].width;
    return RegnetOutcome::Realised;
}

} // namespace regnet
