// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Populations as CSV (RFC 4180; one row a network; UTF-8). Columns: population, label, state (finished,
/// failed, pending), error (%; empty unless finished), network (hash), error_kind, recipe, then one column a
/// property. A text that a spreadsheet would take for a formula (= + - @, tab, return) is preceded by an
/// apostrophe, which reading takes off again.
std::string toCsv(std::span<const Population> populations);

/// Reads that form, and any CSV with a header that has a column "error": missing columns take their defaults,
/// further columns hold numbers and are properties. An error cell that is empty, "nan" or "inf" is a failure
/// unless the state says otherwise. Rows of equal `population` make one population, in the order of their
/// first rows; without that column all are one of that name. Throws Error with the line and the column.
std::vector<Population> populationsFromCsv(std::string_view text, const std::string& where,
                                           const std::string& name);

/// One cell of a CSV: quoted where it must be, defused where a spreadsheet would calculate.
std::string csvText(std::string_view text);

} // namespace regnet
