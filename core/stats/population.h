// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/stats/property_values.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// Whether a network can have that error, in %. Not a number is none.
constexpr bool isErrorPercent(double percent)
{
    return percent >= 0 && percent <= 100;
}

/// One network of a population and what became of it.
struct Member
{
    enum class State {
        Finished,
        Failed,
        Pending
    }; ///< Failed counts as error +infinity; Pending is no failure

    State state = State::Finished;
    double error = 0;          ///< top-1 error in %, where finished
    std::string label;         ///< for people: "000123", a hash, a parameter text
    std::string networkHash;   ///< where the network is known
    PropertyValues properties; ///< "depth", "w0", "flops", ...: what ranges and scatters ask for
};

/// Trained networks whose errors may be compared: one space, one recipe, one data set.
struct Population
{
    std::string name;      ///< "RegNetX"
    std::string source;    ///< where it came from: a file, "paper:fig9-left/RegNetX", a store
    std::string errorKind; ///< which error: "best test error", "last epoch", ...
    std::string recipe;    ///< what else decides the error (recipe, data set, resolution); populations that
                           ///< differ are marked
    bool isPublished = false;
    std::vector<Member> members;
};

} // namespace regnet
