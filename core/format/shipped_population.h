// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Results of trainings by this very program that come with it.
struct ShippedResults
{
    std::string name;  ///< "cpu-spaces"
    std::string title; ///< for a menu
};

/// Compiled in: no file is needed. What was trained where: resources/results/README.md.
const std::vector<ShippedResults>& shippedResults();

/// The populations behind "shipped:<name>/<population>"; "shipped:<name>" gives all of them. Throws Error
/// that lists what there is.
std::vector<Population> shippedPopulations(const std::string& address);

} // namespace regnet
