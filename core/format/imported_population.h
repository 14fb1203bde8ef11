// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/stats/population.h"

#include <optional>
#include <vector>

namespace regnet {

/// A population of another program, with the networks behind its members where they are known.
struct ImportedPopulation
{
    Population population;
    std::vector<std::optional<NetworkSpec>> networks; ///< one a member
};

} // namespace regnet
