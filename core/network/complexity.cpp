// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/complexity.h"

#include "core/network/counting.h"
#include "core/network/rounding.h"
#include "core/text/readable.h"

#include <limits>
#include <string>

namespace regnet {
namespace {

__extension__ using Wide = unsigned __int128;

/// Counts with 128 bits in between; throws when a product or a sum is beyond 64.
class CheckedTally
{
public:
    explicit CheckedTally(std::string where) : m_where(std::move(where)) {}

    void conv(std::int64_t kernel, std::int64_t input, std::int64_t output, std::int64_t side)
    {
        convolve({kernel, kernel, input, output}, output, 1, side);
    }

    void groupConv(const BlockShape& block, std::int64_t side)
    {
        convolve({3, 3, block.bottleneck, block.bottleneck}, block.bottleneck, block.groups, side);
    }

    void norm(std::int64_t width) { add(m_cost.params, 2 * static_cast<Wide>(width)); }

    void squeeze(std::int64_t width, std::int64_t squeezed)
    {
        const Wide both = static_cast<Wide>(width) + static_cast<Wide>(squeezed);
        const Wide weights = 2 * product({width, squeezed}) + both;
        add(m_cost.flops, weights);
        add(m_cost.params, weights);
        add(m_cost.activations, both);
    }

    void pool(std::int64_t width, std::int64_t side)
    {
        add(m_cost.activations, product({width, side, side}));
    }

    void linear(std::int64_t input, std::int64_t output)
    {
        const Wide weights = product({input, output}) + static_cast<Wide>(output);
        add(m_cost.flops, weights);
        add(m_cost.params, weights);
        add(m_cost.activations, static_cast<Wide>(output));
    }

    void add(const Cost& cost, std::int64_t times = 1)
    {
        add(m_cost.flops, product({cost.flops, times}));
        add(m_cost.params, product({cost.params, times}));
        add(m_cost.activations, product({cost.activations, times}));
    }

    const Cost& cost() const { return m_cost; }

private:
    void convolve(std::initializer_list<std::int64_t> shape, std::int64_t output, std::int64_t groups,
                  std::int64_t side)
    {
        // Floor division of the whole product, as pycls.
        const Wide weights = product(shape);
        const Wide area = product({side, side});
        Wide flops = 0;
        if (__builtin_mul_overflow(weights, area, &flops)) refuse();
        const Wide divisor = static_cast<Wide>(groups);
        add(m_cost.flops, flops / divisor);
        add(m_cost.params, weights / divisor);
        add(m_cost.activations, product({output, side, side}));
    }

    Wide product(std::initializer_list<std::int64_t> factors) const
    {
        Wide result = 1;
        for (const std::int64_t factor : factors)
            if (__builtin_mul_overflow(result, static_cast<Wide>(factor), &result)) refuse();
        return result;
    }

    void add(std::int64_t& sum, Wide value) const
    {
        const Wide total = static_cast<Wide>(sum) + value;
        if (total < value || total > static_cast<Wide>(std::numeric_limits<std::int64_t>::max())) refuse();
        sum = static_cast<std::int64_t>(total);
    }

    [[noreturn]] void refuse() const
    {
        throwBadInput(m_where, "has counts beyond 64 bits (9.2e18)", "a smaller width, depth or resolution");
    }

    std::string m_where;
    Cost m_cost;
};

std::int64_t squeezeWidth(std::int64_t input, double seRatio)
{
    const double width = std::nearbyint(static_cast<double>(input) * seRatio);
    if (!(width <= static_cast<double>(largestSize)))
        throwBadInput("se_ratio",
                      "is " + shortest(seRatio) + ", which makes " + shortest(width) + " channels",
                      "a smaller ratio");
    return static_cast<std::int64_t>(width);
}

/// A stage's first block and one of the others; all others are equal.
struct StageCost
{
    Cost first;
    Cost other;
    std::int64_t side = 0; ///< of the output
};

StageCost countStage(const Network& network, std::size_t index, std::int64_t input, std::int64_t side)
{
    const Stage& stage = network.stages[index];
    const bool hasSqueeze = hasBottleneck(network.block) && network.seRatio > 0;
    BlockShape shape{input,
                     stage.width,
                     bottleneckWidth(stage, network.block),
                     groups(stage, network.block),
                     stage.groupWidth,
                     hasSqueeze ? squeezeWidth(input, network.seRatio) : 0,
                     side,
                     stage.stride};
    const std::string where = "stages[" + std::to_string(index) + "]";
    StageCost result;
    CheckedTally first(where);
    countBlock(first, network.block, shape);
    result.first = first.cost();
    result.side = strided(side, stage.stride);
    if (stage.depth > 1) {
        shape.input = stage.width;
        shape.squeeze = hasSqueeze ? squeezeWidth(stage.width, network.seRatio) : 0;
        shape.side = result.side;
        shape.stride = 1;
        CheckedTally other(where);
        countBlock(other, network.block, shape);
        result.other = other.cost();
    }
    return result;
}

/// Walks from the stem to the head and shows each part to a visitor: stem(cost, side), stage(StageCost,
/// Stage), head(cost).
template <class Visitor>
void walk(const Network& network, Visitor& visitor)
{
    CheckedTally stem("stem");
    std::int64_t side = countStem(stem, network.stem, network.resolution);
    visitor.stem(stem.cost(), side);
    std::int64_t width = network.stem.width;
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        const StageCost stage = countStage(network, i, width, side);
        visitor.stage(stage, network.stages[i]);
        width = network.stages[i].width;
        side = stage.side;
    }
    CheckedTally head("head");
    countHead(head, network.head, width, side);
    visitor.head(head.cost());
}

struct EachPart
{
    Complexity result;
    CheckedTally total{"network"};

    void stem(const Cost& cost, std::int64_t side)
    {
        result.stem = cost;
        result.stemResolution = side;
        total.add(cost);
    }
    void stage(const StageCost& costs, const Stage& stage)
    {
        StageComplexity part;
        part.resolution = costs.side;
        part.blocks.assign(static_cast<std::size_t>(stage.depth), costs.other);
        part.blocks.front() = costs.first;
        CheckedTally sum("stages[" + std::to_string(result.stages.size()) + "]");
        sum.add(costs.first);
        sum.add(costs.other, stage.depth - 1);
        part.cost = sum.cost();
        total.add(part.cost);
        result.stages.push_back(std::move(part));
    }
    void head(const Cost& cost)
    {
        result.head = cost;
        total.add(cost);
        result.total = total.cost();
    }
};

struct TotalOnly
{
    CheckedTally total{"network"};

    void stem(const Cost& cost, std::int64_t) { total.add(cost); }
    void stage(const StageCost& costs, const Stage& stage)
    {
        total.add(costs.first);
        total.add(costs.other, stage.depth - 1);
    }
    void head(const Cost& cost) { total.add(cost); }
};

} // namespace

Complexity complexity(const Network& network)
{
    EachPart parts;
    walk(network, parts);
    return std::move(parts.result);
}

Cost cost(const Network& network)
{
    TotalOnly total;
    walk(network, total);
    return total.total.cost();
}

} // namespace regnet
