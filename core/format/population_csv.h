// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Populations as CSV (RFC 4180; one row a network; UTF-8). Columns: population, label, state (finished,
/// failed, pending), error (%; empty unless finished), network (hash), error_kind, recipe, then one column a
/// property. A text that a spreadsheet would take for a formula (= + - @, also in full width, tab, return) is
/// preceded by an apostrophe, which reading takes off again.
std::string toCsv(std::span<const Population> populations);

/// Reads that form, and any CSV with a header that has a column "error": missing columns take their defaults,
/// further columns hold finite numbers, or nothing, and are properties. An error cell that is empty, "nan" or
/// "inf" is a failure unless the state says otherwise. Rows of equal `population` make one population, in the
/// order of their first rows; without that column all are one of that name. Without a column "label", one of
/// texts that is called name, id or model is it. Throws Error with the line and the column.
///
/// `columns` says which columns of a foreign file are ours.
struct CsvColumns
{
    /// Ours to theirs: {"error", "test_err"}. An error may be made of an accuracy in %: {"error",
    /// "100-test_acc"}.
    std::map<std::string, std::string> names;
    std::set<std::string> skipped; ///< theirs; columns of text that are no label have to be among them
};
std::vector<Population> populationsFromCsv(std::string_view text, const std::string& where,
                                           const std::string& name, const CsvColumns& columns = {});

/// A column of a foreign CSV, and what it seems to be.
struct CsvColumn
{
    enum class Role { Property, Error, Accuracy, Label, State, Population, LeftOut };

    std::string name;
    Role role = Role::Property; ///< by its name and its first rows; text that is nothing else is left out
    bool isText = false;        ///< something in its first rows is no number
};

/// The columns as they stand in the first row; at most one is the error, and one the label.
/// Throws Error for an empty file.
std::vector<CsvColumn> csvColumns(std::string_view text, const std::string& where);
/// What populationsFromCsv() is told for these roles.
CsvColumns columnsFor(const std::vector<CsvColumn>& columns);

/// Whether a spreadsheet would take the text for a formula.
bool startsLikeAFormula(std::string_view text);
/// One cell of a CSV: quoted where it must be, defused where a spreadsheet would calculate.
std::string csvText(std::string_view text);

} // namespace regnet
