// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <vector>

namespace regnet {

/// What a network, or a part of it, costs. flops are multiply-adds, as in the paper; activations are elements
/// of the outputs of conv, max-pool and linear layers. Source: paper Figure 12, pycls/models/blocks.py.
struct Cost
{
    std::int64_t flops = 0;
    std::int64_t params = 0;
    std::int64_t activations = 0;

    friend bool operator==(const Cost&, const Cost&) = default;
};

struct StageComplexity
{
    Cost cost;
    std::vector<Cost> blocks;    ///< one a block, first to last
    std::int64_t resolution = 0; ///< side of the stage's output, pixels
};

struct Complexity
{
    Cost total;
    Cost stem;
    Cost head;
    std::vector<StageComplexity> stages;
    std::int64_t stemResolution = 0; ///< side of the stem's output, pixels
};

/// Counts everything. Throws Error when a count is beyond 64 bits.
Complexity complexity(const Network& network);

/// The total alone, without allocation; equal to complexity(network).total.
Cost cost(const Network& network);

} // namespace regnet
