// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A curve or cloud of the paper whose y is an error.
struct PublishedSeries
{
    std::string address; ///< "paper:fig9-left/RegNetX"
    std::string label;   ///< as in the paper's legend
    std::string key;     ///< "RegNetX"
    bool isEdf = true;   ///< false: a scatter of `property` against error
    std::string property;
    std::int64_t n = 0;
    std::optional<double> printedMin; ///< the paper's legend [min|mean], one decimal
    std::optional<double> printedMean;
    std::string colour; ///< as drawn, "#0072BD"
};

struct PublishedPanel
{
    std::string id; ///< "fig9-left"
    std::string title;
    std::vector<PublishedSeries> series;
};

/// How to cite the paper wherever its numbers are shown.
std::string_view paperCitation();
/// The same in a few words, for a legend.
std::string_view paperShortCitation();

/// The panels that have at least one such series, in the paper's order. Compiled in: no file is needed.
const std::vector<PublishedPanel>& publishedPanels();

/// The population behind "paper:<panel>/<key>"; "paper:<panel>" gives all EDFs of a panel. Throws Error that
/// lists what there is.
std::vector<Population> publishedPopulations(const std::string& address);

} // namespace regnet
