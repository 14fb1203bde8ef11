// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <span>
#include <string>
#include <vector>

namespace regnet {

/// Why populations do not compare, one sentence each, for the figure itself; empty when they do:
/// - another error (best epoch, last epoch, ...) or recipe and data set;
/// - other resolutions or epochs, where the members have these properties;
/// - trainings that are not over, so that the curve is provisional;
/// - the same network twice in a population, which counts twice.
std::vector<std::string> remarksOn(std::span<const Population> populations);

/// Whether all have the same kind of error and recipe, and the resolutions and epochs that are known agree.
bool areComparable(std::span<const Population> populations);

} // namespace regnet
