// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

enum class RemarkKind {
    SkippedLevel, ///< an integer k between the first and the last has no block
    MergedLevels, ///< two levels fall on one multiple of 8
    StageCount,   ///< not the number of stages that was wanted
    OutsidePaper, ///< outside the ranges that the paper samples
    GroupFix,     ///< group compatibility changed a stage; information, no reason against the network
};

/// Something that is worth saying about a network that can be built.
struct Remark
{
    RemarkKind kind = RemarkKind::OutsidePaper;
    bool isNote = false; ///< information only; otherwise the network is not a valid RegNet of the wanted form
    std::string field; ///< "depth", "w0", "wa", "wm", "bottleneck_ratio", "group_width"; empty for the whole
    std::string text;  ///< one sentence for a person

    friend bool operator==(const Remark&, const Remark&) = default;
};

/// Everything that there is to know about a network, computed once per change.
struct Explanation
{
    NetworkSpec spec;
    std::int64_t wantedStages = 4;
    std::vector<BlockDerivation> derivation; ///< one a block; empty without a line, or where it is wrong
    Quantisation quantised;                  ///< of the line, before group compatibility
    std::vector<GroupFix> fixes;             ///< one a stage
    std::optional<Network> network;          ///< none when problems says why
    Complexity complexity;                   ///< of network
    std::vector<Problem> problems;           ///< fields as in the network JSON ("regnet.w0")
    std::vector<Remark> remarks;             ///< reasons first, then notes

    bool isBuilt() const { return network.has_value(); }
    bool isValid() const; ///< built, and no remark but notes
};

/// The ranges that the paper samples RegNets from (sections 3.2 and 3.3). Bounds are inclusive.
struct PaperRanges
{
    static constexpr std::int64_t maxDepth = 63;
    static constexpr double minW0 = 8, maxW0 = 256;
    static constexpr double maxWa = 256;
    static constexpr double minWm = 1.5, maxWm = 3.0;
    static constexpr std::int64_t maxGroupWidth = 32;
};

/// Never throws for a wrong spec: what is wrong stands in problems. Costs one realisation and one complexity.
Explanation explain(const NetworkSpec& spec, std::int64_t wantedStages = 4);

/// Why group compatibility changed a stage, as a sentence; empty where it did not.
std::string reasonOf(const GroupFix& fix, BlockType block);

} // namespace regnet
