// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/linear_fit.h"
#include "core/stats/population.h"

#include <functional>
#include <optional>
#include <vector>

namespace regnet {

/// The stages of a member, from its properties depth_1, width_1, depth_2, ...; empty where they are not
/// known.
std::vector<Stage> stagesOf(const Member& member);

/// e_fit of every member of a population: how far its stages are from the nearest quantised line
/// (linear_fit.h; paper Figure 8). None where the stages are not known, no line of the grid fits, or the
/// widths are none that a line has. Pending and failed members have theirs too: it needs no training. Runs on
/// all cores; answers early with fewer values set when `isStopped` says so. Cost: some 10 ms a network.
std::vector<std::optional<double>> lineFits(const Population& population,
                                            FitDomain domain = FitDomain::ValidOnly,
                                            const std::function<bool()>& isStopped = {});

/// Adds them as the property "e_fit", for ranges and scatters. Answers how many have one.
std::int64_t addLineFits(Population& population, FitDomain domain = FitDomain::ValidOnly);

} // namespace regnet
