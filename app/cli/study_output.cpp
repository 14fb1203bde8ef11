// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/study_output.h"

#include "app/cli/table.h"
#include "app/cli/tell.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regnet::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t shownPoints = 16; ///< longer series are a matter for --out and --json

std::string pointsText(const PanelSeries& series)
{
    if (series.points.size() > shownPoints) return fmt::format("{} points", series.points.size());
    std::string text;
    for (const auto& [x, y, high] : series.points) {
        if (!text.empty()) text += "  ";
        if (series.kind == PanelSeries::Kind::Range)
            text += fmt::format("{:g} to {:g}, best {:g}", x, high, y);
        else if (series.kind == PanelSeries::Kind::Band)
            text += fmt::format("{:g}: {:g} to {:g}", x, y, high);
        else
            text += fmt::format("{:g}: {:g}", x, y);
    }
    return text;
}

bool hasThree(const PanelSeries& series)
{
    return series.kind == PanelSeries::Kind::Range || series.kind == PanelSeries::Kind::Band;
}

} // namespace

std::string describe(const Study& study)
{
    std::string text = told("{}: {}\n", study.name, study.title);
    if (!study.source.empty()) text += told("{} of the paper. ", study.source);
    text += told("{}\n", study.about);
    if (!study.cannotRun.empty()) text += told("Not trained: {}.\n", study.cannotRun);
    if (!study.populations.empty()) {
        Table table({"population", "space", "regime", "n", "epochs"});
        for (const StudyPopulation& each : study.populations)
            table.add({each.key, each.space, each.regime.empty() ? "-" : each.regime, std::to_string(each.n),
                       std::to_string(each.epochs.value_or(study.epochs))});
        text += "\n" + table.text();
    }
    Table panels({"panel", "draws", "published", "title"});
    for (const StudyPanel& panel : study.panels)
        panels.add({panel.name, std::string(nameOf(panel.kind)),
                    panel.published.empty() ? "-" : panel.published, panel.title});
    text += "\n" + panels.text();
    if (study.cannotRun.empty()) {
        Table scales({"scale", "n", "recipe", "data set", "note"});
        for (const StudyScale& scale : study.scales)
            scales.add({scale.name, scale.n > 0 ? std::to_string(scale.n) : "as above", scale.recipe.name,
                        scale.dataSet, scale.note});
        text += "\n" + scales.text();
    }
    return text;
}

std::string describe(const StudyPanel& panel, const PanelData& data)
{
    std::string text = told("{} ({}): {}\n", panel.name, nameOf(panel.kind), data.title);
    if (!data.table.empty()) {
        Table table(data.table.front());
        for (std::size_t i = 1; i < data.table.size(); ++i)
            table.add(data.table[i]);
        text += table.text();
    }
    if (!data.series.empty() && !data.xLabel.empty())
        text += told("  x: {}, y: {}\n", data.xLabel, data.yLabel);
    for (const PanelSeries& series : data.series)
        text += told("  {} [{}]: {}\n", series.label, nameOf(series.kind), pointsText(series));
    for (const std::string& remark : data.remarks)
        text += told("  {}\n", remark);
    return text;
}

std::string describe(const std::vector<Finding>& findings)
{
    std::string text;
    for (const Finding& finding : findings) {
        text += told("{}{}{}: {}\n", finding.claim, finding.setting.empty() ? "" : " — ", finding.setting,
                     nameOf(finding.verdict));
        if (!finding.here.empty()) text += told("  here:  {}\n", finding.here);
        text += told("  paper: {}\n", finding.paper);
        if (!finding.why.empty()) text += told("  {}\n", finding.why);
    }
    return text;
}

ordered_json toJson(const StudyPanel& panel, const PanelData& data)
{
    ordered_json json{{"name", panel.name},
                      {"draw", nameOf(panel.kind)},
                      {"title", data.title},
                      {"x", {{"label", data.xLabel}, {"log", data.isLogX}}},
                      {"y", {{"label", data.yLabel}, {"log", data.isLogY}}}};
    json["series"] = ordered_json::array();
    for (const PanelSeries& series : data.series) {
        ordered_json points = ordered_json::array();
        for (const auto& [x, y, high] : series.points)
            points.push_back(hasThree(series) ? ordered_json{x, y, high} : ordered_json{x, y});
        json["series"].push_back({{"label", series.label},
                                  {"kind", nameOf(series.kind)},
                                  {"published", series.isPublished},
                                  {"points", points}});
    }
    json["table"] = data.table;
    json["remarks"] = data.remarks;
    return json;
}

ordered_json toJson(const std::vector<Finding>& findings)
{
    ordered_json json = ordered_json::array();
    for (const Finding& finding : findings)
        json.push_back({{"claim", finding.claim},
                        {"setting", finding.setting},
                        {"verdict", nameOf(finding.verdict)},
                        {"here", finding.here},
                        {"paper", finding.paper},
                        {"why", finding.why},
                        {"p", finding.pValue ? ordered_json(*finding.pValue) : ordered_json()}});
    return json;
}

std::string namesOfPanels(const Study& study)
{
    std::string names;
    for (const StudyPanel& panel : study.panels)
        names += (names.empty() ? "" : ", ") + panel.name;
    return names;
}

} // namespace regnet::cli
