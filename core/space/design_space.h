// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"
#include "core/space/distribution.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regnet {

/// Networks with parameters of their own in every stage (paper section 3.2).
struct AnyNetShape
{
    std::int64_t stages = 4;
    Distribution depth;           ///< blocks of a stage
    Distribution width;           ///< channels
    Distribution bottleneckRatio; ///< the paper's b
    Distribution groupWidth;
    Order depths = Order::Any;
    Order widths = Order::Any;
    bool isBottleneckRatioShared = false; ///< one b for all stages
    bool isGroupWidthShared = false;
    /// groupWidth holds numbers of groups, as in the ResNeXt spaces of NDS: a group is the bottleneck's
    /// width divided by them, at least one channel.
    bool isGroupCount = false;
    std::vector<std::int64_t> strides; ///< of each stage; empty: the space's stride for all

    friend bool operator==(const AnyNetShape&, const AnyNetShape&) = default;
};

/// Networks whose block widths lie on a quantised line (paper section 3.3).
struct RegnetShape
{
    Distribution depth; ///< blocks of the network
    Distribution w0;
    Distribution wa;
    Distribution wm;
    Distribution bottleneckRatio;
    Distribution groupWidth;
    bool isW0EqualToWa = false; ///< u_j = wa·(j + 1): w0 is drawn, wa follows
    std::int64_t fewestStages = 4;
    std::int64_t mostStages = 4;

    friend bool operator==(const RegnetShape&, const RegnetShape&) = default;
};

/// A closed interval of a count; an empty end is open.
struct CountRange
{
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;

    bool contains(std::int64_t count) const { return (!low || count >= *low) && (!high || count <= *high); }
    friend bool operator==(const CountRange&, const CountRange&) = default;
};

/// The paper's fits of Figure 12 as upper limits: params <= 3 + 5.5·f million, activations <= 6.5·sqrt(f)
/// million, f in 10^9 multiply-adds.
struct CurveLimits
{
    bool params = false;
    bool activations = false;
    /// The regime whose f counts; none: each network's own.
    std::optional<std::int64_t> flops;

    static double paramsAt(double flops) { return 3e6 + 5.5e-3 * flops; }
    static double activationsAt(double flops) { return 6.5e6 * std::sqrt(flops * 1e-9); }
    bool any() const { return params || activations; }
    friend bool operator==(const CurveLimits&, const CurveLimits&) = default;
};

struct Limits
{
    CountRange flops; ///< multiply-adds
    CountRange params;
    CountRange activations;
    CurveLimits curves;

    friend bool operator==(const Limits&, const Limits&) = default;
};

/// A parametrised set of networks, with the distribution from which its populations are drawn.
///
/// What it is uniform over: every parameter is drawn on its own from its distribution, and each of these is
/// uniform in its own measure (uniform over values, over logarithms, over exponents of two).
/// Parameters that are shared, and Order::Equal, are one draw for all stages; ordered ones are
/// independent draws given that they obey the order (so ties count as often as among independent draws).
/// Limits, and the number of stages of a RegNet, condition the whole: a setting's probability is that of its
/// draws, divided by the share of draws that is accepted. A network that several settings realise to has the
/// sum of their probabilities, before duplicates are removed.
struct DesignSpace
{
    std::string name;   ///< "RegNetX"
    std::string parent; ///< the space that this one narrows, "" at the root
    std::string note;
    Stem stem;
    BlockType block = BlockType::X;
    double seRatio = 0;
    Activation activation = Activation::Relu;
    Head head;
    std::int64_t stride = 2; ///< of each stage
    Distribution resolution = fixedAt(224);
    std::variant<AnyNetShape, RegnetShape> shape;
    Limits limits;

    friend bool operator==(const DesignSpace&, const DesignSpace&) = default;
};

/// What is wrong with a space, one problem a field (names as in the space JSON); empty when it can be
/// sampled.
std::vector<Problem> check(const DesignSpace& space);

/// The stem, block, SE, head and activation that all networks of the space share, with the first resolution;
/// no stages.
NetworkSpec frameOf(const DesignSpace& space);

/// Stride of a stage, from 0.
std::int64_t strideOf(const DesignSpace& space, std::size_t stage);

} // namespace regnet
