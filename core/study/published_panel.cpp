// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/published_panel.h"

#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/resources.h"
#include "core/text/utf8.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <numeric>

namespace regnet {
namespace {

using nlohmann::json;
using Kind = PanelSeries::Kind;

const json& figures()
{
    static const json parsed = json::parse(embedded::paper_figures);
    return parsed;
}

const json* entryOf(const char* list, const std::string& id)
{
    for (const json& entry : figures().at(list))
        if (entry.at("id") == id) return &entry;
    return nullptr;
}

Kind kindOf(const std::string& kind)
{
    if (kind == "edf") return Kind::Edf;
    if (kind == "band") return Kind::Band;
    if (kind == "scatter") return Kind::Scatter;
    if (kind == "steps") return Kind::Steps;
    if (kind == "range") return Kind::Range;
    if (kind == "marker") return Kind::Marker;
    return Kind::Line;
}

PanelSeries seriesFrom(const json& series)
{
    PanelSeries result;
    result.kind = kindOf(series.at("kind"));
    result.label = series.at("label").get<std::string>() + " (paper)";
    result.isPublished = true;
    if (result.kind == Kind::Edf) {
        const auto errors = series.at("errors").get<std::vector<double>>();
        const auto n = static_cast<double>(errors.size());
        double k = 0;
        for (const double error : errors)
            result.points.push_back({error, ++k / n, 0});
        if (!errors.empty())
            result.label += fmt::format(" [n {}, min {:.1f}, mean {:.1f}]", errors.size(), errors.front(),
                                        std::reduce(errors.begin(), errors.end()) / n);
    } else if (result.kind == Kind::Range) {
        result.points.push_back({series.at("low"), series.at("best"), series.at("high")});
    } else {
        for (const json& point : series.at("points")) {
            std::array<double, 3> values{};
            for (std::size_t i = 0; i < point.size() && i < values.size(); ++i)
                values[i] = point[i];
            result.points.push_back(values);
        }
    }
    return result;
}

std::string cellOf(const json& value)
{
    if (value.is_null()) return "-";
    return value.is_string() ? value.get<std::string>() : shortest(value.get<double>());
}

PanelData tableFrom(const json& entry)
{
    PanelData data;
    data.title = entry.at("title");
    data.table.push_back(entry.at("columns").get<std::vector<std::string>>());
    for (const json& row : entry.at("rows")) {
        std::vector<std::string> cells;
        for (const json& value : row)
            cells.push_back(cellOf(value));
        data.table.push_back(std::move(cells));
    }
    if (const auto note = entry.find("note"); note != entry.end()) data.remarks.push_back(*note);
    return data;
}

} // namespace

void requirePublishedPanel(const std::string& id, const std::string& where)
{
    if (entryOf("tables", id) == nullptr && entryOf("panels", id) == nullptr)
        throwBadInput(where,
                      "\"" + shortened(id, longestShownName) + "\" is no panel and no table of the paper",
                      "fig9-left, table2, …");
}

PanelData publishedPanel(const std::string& id)
{
    requirePublishedPanel(id, "published");
    PanelData data;
    if (const json* table = entryOf("tables", id)) {
        data = tableFrom(*table);
    } else {
        const json* panel = entryOf("panels", id);
        data.title = panel->at("title");
        data.xLabel = panel->at("x").at("label");
        data.yLabel = panel->at("y").at("label");
        data.isLogX = panel->at("x").value("scale", "") == "log2";
        data.isLogY = panel->at("y").value("scale", "") == "log2";
        for (const json& series : panel->at("series"))
            data.series.push_back(seriesFrom(series));
        if (const auto corrected = panel->find("x_corrected"); corrected != panel->end()) {
            for (PanelSeries& series : data.series)
                for (std::size_t i = 0; i < series.points.size() && i < corrected->size(); ++i)
                    series.points[i][0] = (*corrected)[i];
            data.remarks.emplace_back(
                "The x axis that the paper prints is off by one octave; here it is corrected.");
        }
        if (const auto r = panel->find("printed_r"); r != panel->end() && r->is_number())
            data.remarks.push_back(fmt::format("The paper prints r = {}.", shortest(r->get<double>())));
    }
    data.remarks.push_back("Published data: " + std::string(paperCitation()));
    return data;
}

} // namespace regnet
