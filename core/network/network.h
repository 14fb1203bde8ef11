// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/quantise.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace regnet {

/// The building blocks: X, R, V, VR of the paper (Figures 4 and 23) and pycls's others.
enum class BlockType { X, R, V, VR, Vanilla, ResBasic, ResBottleneckLinear };
inline constexpr std::array allBlocks{BlockType::X,
                                      BlockType::R,
                                      BlockType::V,
                                      BlockType::VR,
                                      BlockType::Vanilla,
                                      BlockType::ResBasic,
                                      BlockType::ResBottleneckLinear};

enum class StemType { SimpleStemIn, ResStemIn, ResStemCifar };
inline constexpr std::array allStems{StemType::SimpleStemIn, StemType::ResStemIn, StemType::ResStemCifar};

enum class Activation { Relu, Silu };
inline constexpr std::array allActivations{Activation::Relu, Activation::Silu};

struct Stem
{
    StemType type = StemType::SimpleStemIn;
    std::int64_t width = 32; ///< channels

    friend bool operator==(const Stem&, const Stem&) = default;
};

/// A run of equal blocks; only the first has the stride and changes the width.
struct Stage
{
    std::int64_t width = 0;      ///< channels
    std::int64_t depth = 0;      ///< blocks
    std::int64_t stride = 2;     ///< of the first block
    double bottleneckRatio = 1;  ///< the paper's b: the bottleneck is width / b wide
    std::int64_t groupWidth = 8; ///< channels a group, the paper's g

    friend bool operator==(const Stage&, const Stage&) = default;
};

struct Head
{
    std::int64_t width = 0; ///< channels of the extra 1x1 conv, 0 = none
    std::int64_t classes = 1000;

    friend bool operator==(const Head&, const Head&) = default;
};

/// The parameters of a RegNet: a line of widths, and b, g and stride that all stages share.
struct RegnetParameters
{
    LinearWidths line;
    double bottleneckRatio = 1;
    std::int64_t groupWidth = 16;
    std::int64_t stride = 2;

    friend bool operator==(const RegnetParameters&, const RegnetParameters&) = default;
};

/// A network as it is asked for: stages, or RegNet parameters from which they follow. The defaults are those
/// of the network JSON. Group compatibility is not yet applied.
struct NetworkSpec
{
    Stem stem;
    BlockType block = BlockType::X;
    std::vector<Stage> stages;              ///< empty when regnet is set
    std::optional<RegnetParameters> regnet; ///< when set, stages follow from it
    double seRatio = 0; ///< squeeze-and-excitation width as a share of the block's input width; 0 = none
    Head head;
    std::int64_t resolution = 224; ///< side of the square input, pixels
    Activation activation = Activation::Relu;

    friend bool operator==(const NetworkSpec&, const NetworkSpec&) = default;
};

/// A network as it is built: every stage compatible with its groups. Two specs with equal networks are one
/// network.
struct Network
{
    Stem stem;
    BlockType block = BlockType::X;
    std::vector<Stage> stages; ///< after group compatibility
    double seRatio = 0;
    Head head;
    std::int64_t resolution = 224;
    Activation activation = Activation::Relu;

    friend bool operator==(const Network&, const Network&) = default;
};

/// What group compatibility did to a stage, for the one who asks "why is this width 96?".
struct GroupFix
{
    Stage before;
    Stage after;
    bool changedWidth() const { return before.width != after.width; }
    bool changedGroupWidth() const { return before.groupWidth != after.groupWidth; }
};

/// True where b and g mean something: X, R and ResBottleneckLinear.
bool hasBottleneck(BlockType block);

std::string_view nameOf(BlockType block); ///< as in the network JSON: "X", "vanilla", "res_bottleneck_linear"
std::string_view nameOf(StemType stem);   ///< "simple_stem_in"
std::string_view nameOf(Activation activation); ///< "relu", "silu"

/// What is wrong with a spec, one problem a field (names as in the network JSON, "stages[1].width"); empty
/// when realise() accepts it, but for arithmetic that only shows on the way (incompatible groups, counts
/// beyond 64 bits).
std::vector<Problem> check(const NetworkSpec& spec);

/// The stages that are asked for: spec.stages, or those that follow from spec.regnet; before group
/// compatibility.
std::vector<Stage> requestedStages(const NetworkSpec& spec);

/// Group compatibility of one stage, as pycls's adjust_block_compatibility (pycls/models/blocks.py); identity
/// for blocks without a bottleneck; R becomes one group. Throws Error where pycls refuses.
GroupFix makeCompatible(const Stage& stage, BlockType block);

/// The same for every stage that is asked for. pycls adjusts the stages of a RegNet whatever its block; here
/// so too for its own blocks, and not for the paper's V and VR (no groups) and R (one group; groupWidth
/// becomes the bottleneck's width).
std::vector<GroupFix> groupFixes(const NetworkSpec& spec);

/// Builds the network. What means nothing takes its default, so that equal networks compare equal: b, g and
/// SE of blocks without a bottleneck, and an SE of no channel. Throws Error for what check() reports, and
/// where groups cannot be made compatible.
Network realise(const NetworkSpec& spec);

/// The SE ratio that a network with bottlenecks has when it is asked for `ratio`: 0 where none of its blocks
/// gets a channel of it, for then it is the network without.
double effectiveSeRatio(const Network& network, double ratio);

/// Bottleneck channels of a stage, rint(width / b) with pycls's multiplier; and its number of groups.
std::int64_t bottleneckWidth(const Stage& stage, BlockType block);
std::int64_t groups(const Stage& stage, BlockType block);

/// Blocks of all stages.
std::int64_t depthOf(const Network& network);

} // namespace regnet
