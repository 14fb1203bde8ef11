// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/population_csv.h"

#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace regnet {
namespace {

/// The full-width forms, which a spreadsheet takes for the others in some languages, last.
constexpr std::array<std::string_view, 10> formulaStarts{"=",  "+",      "-",      "@",      "\t",
                                                         "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

std::string_view stateName(Member::State state)
{
    switch (state) {
    case Member::State::Finished:
        return "finished";
    case Member::State::Failed:
        return "failed";
    case Member::State::Pending:
        return "pending";
    }
    return "finished";
}

std::string rowOf(const Population& population, const Member& member, const std::set<std::string>& properties)
{
    std::string row = csvText(population.name) + "," + csvText(member.label) + ",";
    row += std::string(stateName(member.state)) + ",";
    if (member.state == Member::State::Finished) row += shortest(member.error);
    row += "," + csvText(member.networkHash) + "," + csvText(population.errorKind) + "," +
           csvText(population.recipe);
    for (const std::string& name : properties) {
        row += ',';
        const double* value = member.properties.find(name);
        if (value != nullptr && std::isfinite(*value)) row += shortest(*value);
    }
    return row + "\r\n";
}

/// Splits CSV text into rows of cells, as RFC 4180 says; remembers the line of each row for error sentences.
class Reader
{
public:
    Reader(std::string_view text, const std::string& where) : m_text(text), m_where(where)
    {
        if (m_text.starts_with("\xEF\xBB\xBF")) m_text.remove_prefix(3);
        if (m_text.find('\n') == std::string_view::npos) m_rowEnd = '\r'; // "CSV (Macintosh)" of Excel
        const auto refuse = [&](std::size_t at, const char* wrong) {
            const auto line = 1 + std::ranges::count(m_text.substr(0, at), m_rowEnd);
            throwBadInput(where + ":" + std::to_string(line), wrong, "a CSV that was saved as UTF-8");
        };
        if (const auto at = firstNotUtf8(m_text)) refuse(*at, "holds bytes that are not UTF-8");
        if (const auto at = m_text.find('\0'); at != std::string_view::npos) refuse(at, "holds a zero byte");
    }

    std::string place() const { return m_where + ":" + std::to_string(m_rowLine); }

    /// The next row that is not blank; none at the end.
    std::optional<std::vector<std::string>> next()
    {
        while (m_at < m_text.size()) {
            m_rowLine = m_line;
            std::vector<std::string> row = readRow();
            if (row.size() > 1 || !row.front().empty()) return row;
        }
        return std::nullopt;
    }

private:
    std::vector<std::string> readRow()
    {
        std::vector<std::string> row(1);
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == ',') {
                row.emplace_back();
            } else if (c == m_rowEnd) {
                ++m_line;
                break;
            } else if (c == '"' && row.back().empty()) {
                readQuoted(row.back());
            } else if (c != '\r' || (m_at < m_text.size() && m_text[m_at] != '\n')) {
                row.back() += c;
            }
        }
        return row;
    }

    void readQuoted(std::string& cell)
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == m_rowEnd) ++m_line;
            if (c != '"') {
                cell += c;
            } else if (m_at < m_text.size() && m_text[m_at] == '"') {
                cell += m_text[m_at++];
            } else {
                if (!isAtEndOfCell())
                    throwBadInput(place(), "has text behind a closing quotation mark",
                                  "a comma or the end of the row");
                return;
            }
        }
        throwBadInput(place(), "opens a quotation mark that is never closed");
    }

    bool isAtEndOfCell() const
    {
        std::string_view rest = m_text.substr(m_at);
        if (m_rowEnd == '\n' && rest.starts_with('\r')) rest.remove_prefix(1);
        const bool isEndOfRow = rest.empty() || rest.front() == m_rowEnd;
        return isEndOfRow || m_text[m_at] == ',';
    }

    std::string_view m_text;
    std::string m_where;
    char m_rowEnd = '\n'; ///< a return may stand before it
    std::size_t m_at = 0;
    int m_line = 1;
    int m_rowLine = 1;
};

std::string undefused(const std::string& cell)
{
    if (cell.starts_with('\'') && startsLikeAFormula(std::string_view(cell).substr(1))) return cell.substr(1);
    return cell;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// NaN for an empty cell; infinite and NaN are what they say.
double numberIn(std::string_view cell, const std::string& where, const std::string& column)
{
    std::string_view text = trimmed(cell);
    if (text.empty()) return std::nan("");
    if (text.front() == '+') text.remove_prefix(1);
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        throwBadInput(where + ", column " + column, "is \"" + std::string(cell.substr(0, 40)) + "\"",
                      "a number");
    return value;
}

/// Where each known column stands in the header, and all others.
struct Header
{
    std::map<std::string, std::size_t> known;
    std::vector<std::pair<std::string, std::size_t>> properties;
    bool isAccuracy = false; ///< the column of the error holds 100 - error

    std::string cell(const std::vector<std::string>& row, const std::string& name) const
    {
        const auto found = known.find(name);
        return found == known.end() ? std::string() : undefused(row[found->second]);
    }
};

constexpr std::string_view fromAccuracy = "100-";

/// Theirs to ours. Throws Error for a column that the file does not have.
std::map<std::string, std::string> renames(const std::vector<std::string>& row, const CsvColumns& columns,
                                           const std::string& where)
{
    std::map<std::string, std::string> names;
    for (const auto& [ours, theirs] : columns.names) {
        std::string wanted = theirs;
        if (ours == "error" && theirs.starts_with(fromAccuracy)) wanted = theirs.substr(fromAccuracy.size());
        if (std::ranges::find(row, wanted) == row.end()) {
            std::string there;
            for (const std::string& cell : row)
                there += (there.empty() ? "" : ", ") + cell.substr(0, 40);
            throwBadInput(where, "has no column \"" + wanted + "\"", "one of " + there);
        }
        names[wanted] = ours;
    }
    return names;
}

Header headerOf(const std::vector<std::string>& row, const std::string& where, const CsvColumns& columns)
{
    static const std::set<std::string> names{"population", "label",      "state", "error",
                                             "network",    "error_kind", "recipe"};
    Header header;
    std::set<std::string> seen;
    const std::map<std::string, std::string> ours = renames(row, columns, where);
    if (const auto error = columns.names.find("error"); error != columns.names.end())
        header.isAccuracy = error->second.starts_with(fromAccuracy);
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (columns.skipped.contains(row[i])) continue;
        const auto renamed = ours.find(row[i]);
        const std::string name =
            renamed != ours.end() ? renamed->second : undefused(std::string(trimmed(row[i])));
        if (name.empty()) throwBadInput(where, "column " + std::to_string(i + 1) + " has no name");
        if (!seen.insert(name).second) throwBadInput(where, "has two columns \"" + name + "\"");
        if (names.contains(name))
            header.known[name] = i;
        else
            header.properties.emplace_back(name, i);
    }
    if (!header.known.contains("error"))
        throwBadInput(where, "has no column \"error\"",
                      "a CSV with a header and an error in % for each network");
    return header;
}

bool isNumberOrEmpty(std::string_view cell)
{
    try {
        numberIn(cell, {}, {});
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// By what people call such columns.
CsvColumn::Role roleOf(std::string name, bool isText)
{
    using Role = CsvColumn::Role;
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name == "network" || name == "error_kind" || name == "recipe") return Role::Property; // our own form
    if (name == "state" || name == "status") return Role::State;
    if (name == "population") return Role::Population;
    const auto has = [&](const char* part) { return name.find(part) != std::string::npos; };
    if (!isText && (has("err") || name == "top1")) return Role::Error;
    if (!isText && has("acc")) return Role::Accuracy;
    if (name == "label" || name == "name" || name == "id" || name == "model") return Role::Label;
    return isText ? Role::LeftOut : Role::Property;
}

/// The column that csvColumns() takes for the names of networks, where nobody said which it is and it holds
/// text: it could not be read otherwise.
std::optional<std::string> guessedLabel(const std::vector<std::string>& header, std::string_view text,
                                        const std::string& where, const CsvColumns& columns)
{
    const auto isOurs = [](const std::string& cell) {
        return undefused(std::string(trimmed(cell))) == "label";
    };
    if (columns.names.contains("label") || std::ranges::any_of(header, isOurs)) return std::nullopt;
    const auto couldBe = [](const std::string& cell) { return roleOf(cell, true) == CsvColumn::Role::Label; };
    if (std::ranges::none_of(header, couldBe)) return std::nullopt; // before the rows are looked at
    for (const CsvColumn& column : csvColumns(text, where)) {
        const bool isAsked = columns.skipped.contains(column.name) ||
                             std::ranges::any_of(columns.names, [&column](const auto& pair) {
                                 return pair.second == column.name;
                             });
        if (column.role == CsvColumn::Role::Label && column.isText && !isAsked) return column.name;
    }
    return std::nullopt;
}

Member::State stateIn(const std::string& cell, double error, const std::string& where)
{
    if (cell.empty()) return std::isfinite(error) ? Member::State::Finished : Member::State::Failed;
    for (const auto state : {Member::State::Finished, Member::State::Failed, Member::State::Pending})
        if (cell == stateName(state)) return state;
    throwBadInput(where + ", column state", "is \"" + cell.substr(0, 40) + "\"",
                  "finished, failed or pending");
}

/// What a population has one of: the kind of its errors, its recipe. A row may leave it out.
void takeCommon(std::string& common, const Header& header, const std::vector<std::string>& row,
                const std::string& column, const std::string& where)
{
    const std::string said = header.cell(row, column);
    if (common.empty()) common = said;
    if (said.empty() || said == common) return;
    throwBadInput(where + ", column " + column, "is \"" + said.substr(0, 40) + "\"",
                  "\"" + common.substr(0, 40) + "\", as in the rows of this population before it");
}

Member memberIn(const Header& header, const std::vector<std::string>& row, const std::string& where)
{
    Member member;
    double error = numberIn(header.cell(row, "error"), where, "error");
    if (header.isAccuracy) error = 100 - error;
    member.state = stateIn(header.cell(row, "state"), error, where);
    if (member.state == Member::State::Finished) {
        if (!isErrorPercent(error)) {
            const bool isEmpty = trimmed(header.cell(row, "error")).empty();
            throwBadInput(where + ", column error", isEmpty ? "is empty" : "is " + shortest(error),
                          "0 to 100 (%)");
        }
        member.error = error;
    }
    member.label = header.cell(row, "label");
    member.networkHash = header.cell(row, "network");
    for (const auto& [name, index] : header.properties) {
        if (trimmed(row[index]).empty()) continue;
        const double value = numberIn(row[index], where, name);
        if (!std::isfinite(value))
            throwBadInput(where + ", column " + name, "is " + shortest(value),
                          "a number, or nothing where it is not known");
        member.properties[name] = value;
    }
    return member;
}

} // namespace

bool startsLikeAFormula(std::string_view text)
{
    return std::ranges::any_of(formulaStarts,
                               [text](std::string_view start) { return text.starts_with(start); });
}

std::string csvText(std::string_view text)
{
    std::string cell = startsLikeAFormula(text) ? "'" : "";
    cell += text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') quoted += c;
    }
    return quoted + "\"";
}

std::string toCsv(std::span<const Population> populations)
{
    std::set<std::string> properties;
    for (const Population& population : populations)
        for (const Member& member : population.members)
            for (const auto& [name, value] : member.properties)
                properties.insert(name.text());
    std::string text = "population,label,state,error,network,error_kind,recipe";
    for (const std::string& name : properties)
        text += "," + csvText(name);
    text += "\r\n";
    for (const Population& population : populations)
        for (const Member& member : population.members)
            text += rowOf(population, member, properties);
    return text;
}

std::vector<CsvColumn> csvColumns(std::string_view text, const std::string& where)
{
    Reader reader(text, where);
    const auto first = reader.next();
    if (!first) throwBadInput(where, "is empty", "a CSV with a header");
    std::vector<bool> isText(first->size(), false);
    constexpr int rowsToLookAt = 100;
    for (int i = 0; i < rowsToLookAt; ++i) {
        const auto row = reader.next();
        if (!row) break;
        for (std::size_t c = 0; c < std::min(row->size(), isText.size()); ++c)
            isText[c] = isText[c] || !isNumberOrEmpty((*row)[c]);
    }
    std::vector<CsvColumn> columns;
    bool hasError = false, hasLabel = false;
    for (std::size_t c = 0; c < first->size(); ++c) {
        CsvColumn column{(*first)[c], roleOf((*first)[c], isText[c]), isText[c]};
        const bool isError =
            column.role == CsvColumn::Role::Error || column.role == CsvColumn::Role::Accuracy;
        if (isError && hasError) column.role = CsvColumn::Role::Property;
        hasError = hasError || isError;
        if (column.role == CsvColumn::Role::Label && std::exchange(hasLabel, true))
            column.role = column.isText ? CsvColumn::Role::LeftOut : CsvColumn::Role::Property;
        columns.push_back(std::move(column));
    }
    return columns;
}

CsvColumns columnsFor(const std::vector<CsvColumn>& columns)
{
    using Role = CsvColumn::Role;
    CsvColumns mapped;
    for (const CsvColumn& column : columns) {
        if (column.role == Role::Error) mapped.names["error"] = column.name;
        if (column.role == Role::Accuracy) mapped.names["error"] = std::string(fromAccuracy) + column.name;
        if (column.role == Role::Label) mapped.names["label"] = column.name;
        if (column.role == Role::State) mapped.names["state"] = column.name;
        if (column.role == Role::Population) mapped.names["population"] = column.name;
        if (column.role == Role::LeftOut) mapped.skipped.insert(column.name);
    }
    return mapped;
}

std::vector<Population> populationsFromCsv(std::string_view text, const std::string& where,
                                           const std::string& name, const CsvColumns& columns)
{
    Reader reader(text, where);
    const auto first = reader.next();
    if (!first) throwBadInput(where, "is empty", "a CSV with a header and a column \"error\"");
    CsvColumns asked = columns;
    if (const auto label = guessedLabel(*first, text, where, columns)) asked.names["label"] = *label;
    const Header header = headerOf(*first, reader.place(), asked);

    std::vector<Population> populations;
    std::map<std::string, std::size_t> indices;
    while (const auto row = reader.next()) {
        if (row->size() != first->size())
            throwBadInput(reader.place(), "has " + std::to_string(row->size()) + " cells",
                          std::to_string(first->size()) + " as in the header");
        std::string key = header.cell(*row, "population");
        if (key.empty()) key = name;
        const auto [found, isNew] = indices.try_emplace(key, populations.size());
        if (isNew) {
            Population population;
            population.name = key;
            population.source = where;
            populations.push_back(std::move(population));
        }
        Population& population = populations[found->second];
        takeCommon(population.errorKind, header, *row, "error_kind", reader.place());
        takeCommon(population.recipe, header, *row, "recipe", reader.place());
        population.members.push_back(memberIn(header, *row, reader.place()));
    }
    if (populations.empty()) populations.push_back({name, where, {}, {}, false, {}});
    return populations;
}

} // namespace regnet
