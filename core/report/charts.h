// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace regnet {

/// Inline SVG for a page without scripts. Colours come from the page's style (classes s0 to s7), so that they
/// follow dark mode and print; colour is never the only sign. What is drawn is thinned to what can be seen;
/// statistics never are.

/// Error distributions over one another, with DKW bands up to five populations; the plateau of failures is
/// marked. Population i has colour i mod 8.
std::string edfChart(std::span<const Population> populations, double confidence);

/// A property against the error, one cloud a population: circles up to 3,000 networks, above that the cells
/// of a grid, the darker the more networks. Empty where no network has both.
std::string scatterChart(std::span<const Population> populations, const std::string& property);

/// Width of each block of a network as a staircase. `stages` holds depth and width.
std::string staircase(std::span<const std::pair<std::int64_t, std::int64_t>> stages);

/// A small square in the colour of a population, with its symbol for those who see no colour.
std::string swatch(std::size_t population);

} // namespace regnet
