// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <string>

namespace regnet::cli {

/// What the tests say about two populations, as a text of some lines: n, failures, min, mean, KS, probability
/// of superiority, bootstrap of the differences, and whether n is small.
std::string comparisonText(const Population& a, const Population& b);

} // namespace regnet::cli
