// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/complexity_bins.h"
#include "core/stats/population.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cli/command_line.h"

namespace regnet::cli {

/// What "edf", "ranges" and "compare" do with their sources before they look at them.
struct SelectionOptions
{
    std::vector<std::string> only;  ///< names of populations, in this order; empty: all
    std::vector<std::string> where; ///< "depth=12:28"
    std::string split;              ///< "depth", or "depth=12,20" for edges
    bool isFinishedOnly = false;
};

struct NormaliseOptions
{
    std::string property; ///< empty: not normalised
    std::int64_t bins = 10;
    std::string range; ///< "200e6:400e6", either end may be left out
    bool isLogarithmic = false;
};

void addSelectionOptions(Command command, SelectionOptions& options);
void addNormaliseOptions(Command command, NormaliseOptions& options);

/// The populations after selection and split, in order. Throws Error.
std::vector<Population> selected(std::vector<Population> populations, const SelectionOptions& options);
std::optional<BinSettings> binsOf(const NormaliseOptions& options);
/// Throws Error for a population none of whose networks has the property that is normalised by.
void requireProperty(std::span<const Population> populations, const std::optional<BinSettings>& settings);

/// Warnings on stderr: what does not compare, and what was left out.
void warn(const std::vector<std::string>& remarks);

} // namespace regnet::cli
