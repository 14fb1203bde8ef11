// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// The value of a property, finite; "error" is that of finished networks. None where it is not known.
std::optional<double> propertyOf(const Member& member, std::string_view property);

/// A closed interval of one property; an empty end is open.
struct PropertyRange
{
    std::string property;
    std::optional<double> low;
    std::optional<double> high;

    friend bool operator==(const PropertyRange&, const PropertyRange&) = default;
};

/// "depth=12:28", "flops=:400e6", "wm=2:"; "bottleneck_ratio=1" is one value. Throws Error.
PropertyRange propertyRangeFrom(std::string_view text);
/// "12 <= depth <= 28", "depth <= 28", "depth = 1".
std::string describe(const PropertyRange& range);

/// The members that lie in all ranges; one without a property is in no range of it. Failed members stay
/// where their properties are known. The name says what was selected.
Population select(const Population& population, std::span<const PropertyRange> ranges);

/// Those of these names, in the order of the names; all where none is named. Throws Error that lists the
/// names there are; `option` is what the sentence calls them.
std::vector<Population> named(std::vector<Population> populations, std::span<const std::string> names,
                              const std::string& option);

/// One population a distinct value of the property (mostValues at most), or, given edges, one a range
/// (-inf, e1], (e1, e2], ..., (ek, inf). Members without the property are in none. Empty parts are left out.
/// Throws Error when there are more values than that, or the edges do not rise.
std::vector<Population> split(const Population& population, const std::string& property,
                              std::span<const double> edges = {}, std::size_t mostValues = 12);

} // namespace regnet
