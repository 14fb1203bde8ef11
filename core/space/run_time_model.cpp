// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/run_time_model.h"

#include "core/format/text_file.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/study/json_fields.h"
#include "core/text/readable.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>

namespace regnet {
namespace {

constexpr std::size_t terms = 4; // constant, FLOPs, activations, parameters
constexpr std::size_t fewest = 5;
using Row = std::array<double, terms>;

Row rowOf(const Cost& cost)
{
    // In units of 10^9, 10^6 and 10^6, so that the normal equations are well conditioned.
    return {1, static_cast<double>(cost.flops) * 1e-9, static_cast<double>(cost.activations) * 1e-6,
            static_cast<double>(cost.params) * 1e-6};
}

/// Solves the normal equations of the terms that are in use; none where they are singular.
std::optional<Row> solve(std::span<const RunTimeMeasurement> measurements,
                         const std::array<bool, terms>& used)
{
    std::array<std::array<double, terms + 1>, terms> m{};
    for (const RunTimeMeasurement& one : measurements) {
        Row row = rowOf(one.cost);
        for (std::size_t i = 0; i < terms; ++i)
            row[i] = used[i] ? row[i] / one.milliseconds : 0;
        for (std::size_t i = 0; i < terms; ++i) {
            for (std::size_t j = 0; j < terms; ++j)
                m[i][j] += row[i] * row[j];
            m[i][terms] += row[i];
        }
    }
    double largest = 0;
    for (std::size_t i = 0; i < terms; ++i) {
        if (!used[i]) m[i][i] = 1;
        largest = std::max(largest, m[i][i]);
    }
    for (std::size_t i = 0; i < terms; ++i) {
        std::size_t pivot = i;
        for (std::size_t r = i + 1; r < terms; ++r)
            if (std::abs(m[r][i]) > std::abs(m[pivot][i])) pivot = r;
        if (std::abs(m[pivot][i]) < 1e-13 * largest) return std::nullopt;
        std::swap(m[i], m[pivot]);
        for (std::size_t r = 0; r < terms; ++r) {
            if (r == i) continue;
            const double factor = m[r][i] / m[i][i];
            for (std::size_t c = i; c <= terms; ++c)
                m[r][c] -= factor * m[i][c];
        }
    }
    Row solution{};
    for (std::size_t i = 0; i < terms; ++i)
        solution[i] = used[i] ? m[i][terms] / m[i][i] : 0;
    return solution;
}

void judge(RunTimeModel& model, std::span<const RunTimeMeasurement> measurements)
{
    double mean = 0;
    for (const RunTimeMeasurement& one : measurements)
        mean += one.milliseconds / static_cast<double>(measurements.size());
    double spread = 0;
    double missed = 0;
    double relative = 0;
    for (const RunTimeMeasurement& one : measurements) {
        const double off = model.milliseconds(one.cost) - one.milliseconds;
        spread += (one.milliseconds - mean) * (one.milliseconds - mean);
        missed += off * off;
        relative += off / one.milliseconds * (off / one.milliseconds);
    }
    model.r2 = spread > 0 ? 1 - missed / spread : 0;
    model.relativeError = std::sqrt(relative / static_cast<double>(measurements.size()));
}

std::vector<std::string_view> cells(std::string_view line)
{
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t comma = line.find(',');
        std::string_view cell = line.substr(0, comma);
        while (!cell.empty() && (cell.front() == ' ' || cell.front() == '"'))
            cell.remove_prefix(1);
        while (!cell.empty() && (cell.back() == ' ' || cell.back() == '"'))
            cell.remove_suffix(1);
        result.push_back(cell);
        if (comma == std::string_view::npos) return result;
        line.remove_prefix(comma + 1);
    }
}

double numberIn(std::string_view cell, const std::string& place)
{
    double value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (code != std::errc() || end != cell.data() + cell.size() || !(value >= 0) || !(value < 9e18))
        throwBadInput(place, "is \"" + std::string(cell) + "\"", "a number of at least 0");
    return value;
}

} // namespace

double RunTimeModel::milliseconds(const Cost& cost) const
{
    return constant + perCount[0] * static_cast<double>(cost.flops) +
           perCount[1] * static_cast<double>(cost.activations) +
           perCount[2] * static_cast<double>(cost.params);
}

RunTimeModel fitRunTime(std::span<const RunTimeMeasurement> measurements)
{
    if (measurements.size() < fewest)
        throwBadInput("measurements", "are " + std::to_string(measurements.size()),
                      "at least " + std::to_string(fewest));
    for (const RunTimeMeasurement& one : measurements)
        if (!(one.milliseconds > 0) || !std::isfinite(one.milliseconds))
            throwBadInput("measurements", "have a time of " + shortest(one.milliseconds) + " ms",
                          "times above 0");
    std::array<bool, terms> used{true, true, true, true};
    while (true) {
        const auto solution = solve(measurements, used);
        std::size_t worst = terms;
        for (std::size_t i = 0; solution && i < terms; ++i)
            if ((*solution)[i] < 0 && (worst == terms || (*solution)[i] < (*solution)[worst])) worst = i;
        if (!solution) { // terms that depend on each other: without the last of them
            for (std::size_t i = terms; i-- > 0;)
                if (used[i]) {
                    worst = i;
                    break;
                }
        }
        if (worst == terms) {
            if (!used[1] && !used[2] && !used[3]) break;
            RunTimeModel model;
            model.constant = (*solution)[0];
            model.perCount = {(*solution)[1] * 1e-9, (*solution)[2] * 1e-6, (*solution)[3] * 1e-6};
            model.measurements = measurements.size();
            judge(model, measurements);
            return model;
        }
        used[worst] = false;
        if (std::ranges::none_of(used, [](bool isUsed) { return isUsed; })) break;
    }
    throwBadInput("measurements", "do not tell how run time follows from what a network costs",
                  "networks of different FLOPs, activations or params, the slower ones costing more");
}

std::vector<RunTimeMeasurement> measurementsFromCsv(std::string_view text, const std::string& where)
{
    constexpr std::array names{"flops", "activations", "params", "milliseconds"};
    std::array<std::size_t, names.size()> columns{};
    std::vector<RunTimeMeasurement> result;
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.find_first_not_of(" \r") == std::string_view::npos) continue;
        const auto row = cells(line);
        const std::string place = where + ":" + std::to_string(number);
        if (number == 1) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                const auto found = std::ranges::find(row, std::string_view(names[i]));
                if (found == row.end())
                    throwBadInput(place, "has no column " + std::string(names[i]),
                                  "a header with flops, activations, params and milliseconds");
                columns[i] = static_cast<std::size_t>(found - row.begin());
            }
            continue;
        }
        std::array<double, names.size()> values{};
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (columns[i] >= row.size())
                throwBadInput(place, "has " + std::to_string(row.size()) + " cells", "one for each column");
            values[i] = numberIn(row[columns[i]], place + ", " + names[i]);
        }
        result.push_back({{static_cast<std::int64_t>(values[0]), static_cast<std::int64_t>(values[2]),
                           static_cast<std::int64_t>(values[1])},
                          values[3]});
    }
    return result;
}

std::vector<RunTimeMeasurement> measurementsFromJson(const nlohmann::json& value, const std::string& where)
{
    constexpr std::int64_t most = std::int64_t{1} << 53;
    JsonFields fields(value, where);
    const nlohmann::json& list = fields.require("measurements", "a list");
    if (!list.is_array()) throwBadInput(fields.place("measurements"), "is no list", "one object a network");
    std::vector<RunTimeMeasurement> result;
    for (const nlohmann::json& each : list) {
        JsonFields one(each, where + ", measurements[" + std::to_string(result.size()) + "]");
        for (const char* field : {"device", "threads", "batch"})
            if (each.value(field, nlohmann::json()) != list.front().value(field, nlohmann::json()))
                throwBadInput(one.place(field), "is another one than of the first measurement",
                              "measurements of one device, batch and number of threads");
        RunTimeMeasurement measured;
        for (const auto& [field, count] : {std::pair{"flops", &measured.cost.flops},
                                           {"params", &measured.cost.params},
                                           {"activations", &measured.cost.activations}}) {
            one.require(field);
            one.read(field, *count, 0, most);
        }
        JsonFields forward(one.require("forward", "an object with milliseconds"), one.place("forward"));
        forward.require("milliseconds", "a number");
        forward.read("milliseconds", measured.milliseconds, 0, 1e12);
        result.push_back(measured);
    }
    return result;
}

std::vector<RunTimeMeasurement> openMeasurements(const std::string& source)
{
    if (source == "paper") return publishedMeasurements();
    const std::string text = readTextFile(source);
    return std::filesystem::path(source).extension() == ".json"
               ? measurementsFromJson(parseJson(text, source), source)
               : measurementsFromCsv(text, source);
}

std::vector<RunTimeMeasurement> publishedMeasurements()
{
    std::vector<RunTimeMeasurement> result;
    for (const PublishedModel& model : publishedModels())
        if (model.inferenceMs) result.push_back({model.cost, *model.inferenceMs});
    return result;
}

} // namespace regnet
