// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_log.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/system/folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <vector>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::string_view tag = "json_stats: ";

/// "3/100" as (3, 100).
std::optional<std::pair<std::int64_t, std::int64_t>> fraction(const json& value)
{
    if (!value.is_string()) return std::nullopt;
    const std::string& text = value.get_ref<const std::string&>();
    std::pair<std::int64_t, std::int64_t> parts;
    const char* end = text.data() + text.size();
    const auto [slash, first] = std::from_chars(text.data(), end, parts.first);
    if (first != std::errc() || slash == end || *slash != '/') return std::nullopt;
    const auto [last, second] = std::from_chars(slash + 1, end, parts.second);
    if (second != std::errc() || last != end) return std::nullopt;
    return parts;
}

/// Lines of one type, with the line of the log for errors.
struct Lines
{
    std::vector<json> records;
    std::vector<std::size_t> places;
};

json columnsOf(const Lines& lines, const std::string& type, const std::string& where)
{
    json columns = json::object();
    for (const auto& item : lines.records.front().items())
        columns[item.key()] = json::array();
    for (std::size_t i = 0; i < lines.records.size(); ++i) {
        const json& record = lines.records[i];
        for (const auto& [name, column] : columns.items()) {
            const auto found = record.find(name);
            if (found == record.end() || record.size() != columns.size())
                throwBadInput(fmt::format("{}:{}", where, lines.places[i]),
                              fmt::format("has other fields than the first record of \"{}\"", type), name);
            columns[name].push_back(*found);
        }
    }
    return columns;
}

/// Splits "3/100" into columns of its own, and sorts all columns by the first of them.
void sortByEpoch(json& columns, const std::string& type, const std::string& where)
{
    const auto split = [&](const char* name) {
        json reached = json::array(), planned = json::array();
        for (const json& value : columns.at(name)) {
            const auto parts = fraction(value);
            if (!parts)
                throwBadInput(where, fmt::format("has {}.{} that is no \"3/100\"", type, name),
                              "\"EPOCH/EPOCHS\"");
            reached.push_back(parts->first);
            planned.push_back(parts->second);
        }
        columns[std::string(name) + "_ind"] = std::move(reached);
        columns[std::string(name) + "_max"] = std::move(planned);
    };
    split("epoch");
    const bool hasSteps = columns.contains("iter");
    if (hasSteps) split("iter");
    const std::size_t count = columns.at("epoch").size();
    const auto key = [&](std::size_t i) {
        return std::pair(columns["epoch_ind"][i].get<std::int64_t>(),
                         hasSteps ? columns["iter_ind"][i].get<std::int64_t>() : 0);
    };
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    if (std::ranges::is_sorted(order)) return;
    for (auto& [name, column] : columns.items()) {
        json sorted = json::array();
        for (const std::size_t i : order)
            sorted.push_back(column[i]);
        column = std::move(sorted);
    }
}

std::map<std::string, Lines> linesByType(std::string_view text, const std::string& where)
{
    std::map<std::string, Lines> types;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        const std::size_t found = line.find(tag);
        if (found == std::string_view::npos) continue;
        // The last line of a log that was killed may be torn; a torn one in the middle is damage.
        json record;
        try {
            record = parseJson(line.substr(found + tag.size()), fmt::format("{}:{}", where, number),
                               PythonNumbers::Null);
        } catch (const Error&) {
            if (end == text.size()) break;
            throw;
        }
        const auto type = record.find("_type");
        if (!record.is_object() || type == record.end() || !type->is_string()) continue;
        const std::string name = *type;
        if (name == "train_iter" || name == "test_iter") continue; // as pycls: they make it too large
        record.erase("_type");
        types[name].records.push_back(std::move(record));
        types[name].places.push_back(number);
    }
    return types;
}

/// What cannot be looked at is there: reading it says why.
bool mayBeThere(const std::filesystem::path& file)
{
    std::error_code ignored;
    return std::filesystem::status(file, ignored).type() != std::filesystem::file_type::not_found;
}

} // namespace

bool looksLikePyclsLog(std::string_view text)
{
    return text.substr(0, 1 << 20).find(tag) != std::string_view::npos;
}

json pyclsLogRecord(std::string_view text, const std::string& where, const std::string& errors)
{
    json record = json::object();
    for (const auto& [type, lines] : linesByType(text, where)) {
        json columns = columnsOf(lines, type, where);
        if (columns.contains("epoch"))
            sortByEpoch(columns, type, where);
        else
            for (auto& [name, column] : columns.items())
                column = json(column[0]);
        record[type] = std::move(columns);
    }
    if (record.empty()) throwBadInput(where, "is no log of pycls", "lines with \"json_stats: {...}\"");
    record["log_file"] = where;
    std::string errorFile = where;
    if (const std::size_t found = errorFile.rfind("stdout.log"); found != std::string::npos)
        errorFile.replace(found, 10, "stderr.log");
    record["err_file"] = errorFile;
    record["err"] = errors;
    return record;
}

json pyclsSweepFolder(const std::filesystem::path& folder)
{
    const std::filesystem::path collected = folder / "sweep.json";
    if (mayBeThere(collected))
        return parseJson(readTextFile(collected), collected.string(), PythonNumbers::Null);
    std::vector<std::filesystem::path> logs;
    for (const std::filesystem::path& place : {folder / "logs", folder})
        for (const std::filesystem::path& run : listedEntries(place))
            if (run.filename() != "cfgs" && mayBeThere(run / "stdout.log"))
                logs.push_back(run / "stdout.log");
    if (mayBeThere(folder / "stdout.log")) logs.push_back(folder / "stdout.log");
    if (logs.empty())
        throwBadInput(folder.string(), "is no folder of a pycls sweep", "sweep.json, or logs/*/stdout.log");
    std::ranges::sort(logs);
    json records = json::array();
    for (const std::filesystem::path& log : logs) {
        const std::filesystem::path errors = log.parent_path() / "stderr.log";
        const std::string text = readTextFile(log);
        records.push_back(pyclsLogRecord(text, log.string(), mayBeThere(errors) ? readTextFile(errors) : ""));
    }
    return records;
}

} // namespace regnet
