// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/panel_data.h"

#include "core/format/population_csv.h"
#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/space/space_size.h"
#include "core/stats/comparability.h"
#include "core/study/own_panel.h"
#include "core/study/published_panel.h"
#include "core/study/study_results.h"
#include "core/text/readable.h"

#include <algorithm>
#include <set>

namespace regnet {
namespace {

std::vector<StudyPopulationData> shownIn(const StudyPanel& panel,
                                         const std::vector<StudyPopulationData>& populations)
{
    if (panel.populations.empty()) return populations;
    std::vector<StudyPopulationData> shown;
    for (const std::string& key : panel.populations) {
        const auto found = std::ranges::find(populations, key, &StudyPopulationData::key);
        if (found != populations.end()) shown.push_back(*found);
    }
    return shown;
}

/// Table 1: exact, and as the paper prints it.
PanelData spaceSizes(const Study& study, const StudyPanel& panel)
{
    PanelData data;
    data.table.push_back({"space", "dimensions", "settings, exact", "as the paper prints it", "by"});
    for (const StudyPopulation& population : study.populations) {
        const bool isShown = panel.populations.empty() ||
                             std::ranges::find(panel.populations, population.key) != panel.populations.end();
        if (!isShown) continue;
        const SpaceSize size = sizeOf(openSpace(population.space));
        data.table.push_back({population.key, std::to_string(size.dimensions), size.settings,
                              size.printed ? size.printed->value : "-",
                              size.printed ? size.printed->formula : "-"});
    }
    return data;
}

void merge(PanelData& data, PanelData own)
{
    data.series.insert(data.series.end(), std::make_move_iterator(own.series.begin()),
                       std::make_move_iterator(own.series.end()));
    data.remarks.insert(data.remarks.end(), own.remarks.begin(), own.remarks.end());
    if (data.table.empty()) data.table = std::move(own.table);
    if (data.xLabel.empty()) data.xLabel = std::move(own.xLabel);
    if (data.yLabel.empty()) data.yLabel = std::move(own.yLabel);
    data.isLogX = data.isLogX || own.isLogX;
    data.isLogY = data.isLogY || own.isLogY;
}

/// A panel that has no drawing of the paper is drawn from what its populations call published.
PanelData publishedData(const Study& study, const StudyPanel& panel, const std::function<bool()>& isStopped)
{
    if (!panel.published.empty()) return publishedPanel(panel.published);
    const std::vector<StudyPopulationData> shown = shownIn(panel, publishedIn(study));
    PanelData data = ownPanel(study, panel, shown, isStopped);
    std::set<std::string> sources;
    for (const StudyPopulationData& each : shown)
        sources.insert(each.population.source.substr(0, each.population.source.find('/')));
    for (PanelSeries& series : data.series) {
        series.isPublished = true;
        series.label += " (published)";
    }
    for (const std::string& source : sources)
        data.remarks.push_back("Published data: " +
                               (source.starts_with("paper:") ? std::string(paperCitation()) : source + "."));
    return data;
}

PanelData ownData(const Study& study, const StudyPanel& panel,
                  const std::vector<StudyPopulationData>& populations, const std::function<bool()>& isStopped)
{
    const std::vector<StudyPopulationData> shown = shownIn(panel, populations);
    PanelData data = ownPanel(study, panel, shown, isStopped);
    const std::size_t wanted =
        panel.populations.empty() ? study.populations.size() : panel.populations.size();
    if (shown.size() < wanted)
        data.remarks.push_back(std::to_string(wanted - shown.size()) + " of " + std::to_string(wanted) +
                               " populations are not trained yet.");
    std::vector<Population> all;
    for (const StudyPopulationData& each : shown)
        all.push_back(each.population);
    for (std::string& remark : remarksOn(all))
        data.remarks.push_back(std::move(remark));
    return data;
}

} // namespace

std::string_view nameOf(PanelSeries::Kind kind)
{
    switch (kind) {
    case PanelSeries::Kind::Edf:
        return "edf";
    case PanelSeries::Kind::Line:
        return "line";
    case PanelSeries::Kind::Band:
        return "band";
    case PanelSeries::Kind::Scatter:
        return "scatter";
    case PanelSeries::Kind::Marker:
        return "marker";
    case PanelSeries::Kind::Steps:
        return "steps";
    case PanelSeries::Kind::Range:
        return "range";
    }
    return "?";
}

PanelData panelData(const Study& study, const StudyPanel& panel,
                    const std::vector<StudyPopulationData>& populations, PanelSource source,
                    const std::function<bool()>& isStopped)
{
    PanelData data;
    if (panel.kind == PanelKind::SpaceSizes) {
        data = spaceSizes(study, panel);
    } else if (panel.kind == PanelKind::Cards || panel.kind == PanelKind::Models) {
        data = modelsPanel(panel); // the 24 published models; whoever asks gets them
        if (!panel.published.empty()) merge(data, publishedPanel(panel.published));
    } else {
        if (source != PanelSource::Own) data = publishedData(study, panel, isStopped);
        if (source != PanelSource::Published && panel.kind != PanelKind::Table)
            merge(data, ownData(study, panel, populations, isStopped));
    }
    data.kind = panel.kind;
    if (!panel.title.empty()) data.title = panel.title;
    if (data.series.empty() && data.table.empty() && data.remarks.empty())
        data.remarks.emplace_back("There is no published data for this panel.");
    return data;
}

std::string toCsv(const PanelData& data)
{
    std::string text;
    for (const auto& row : data.table) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "" : ",") + csvText(row[i]);
        text += "\r\n";
    }
    if (!data.table.empty()) return text;
    text = "series,kind,source,x,y,high\r\n";
    for (const PanelSeries& series : data.series) {
        const bool hasThree =
            series.kind == PanelSeries::Kind::Band || series.kind == PanelSeries::Kind::Range;
        for (const auto& point : series.points)
            text += csvText(series.label) + "," + std::string(nameOf(series.kind)) + "," +
                    (series.isPublished ? "paper" : "own") + "," + shortest(point[0]) + "," +
                    shortest(point[1]) + "," + (hasThree ? shortest(point[2]) : "") + "\r\n";
    }
    return text;
}

} // namespace regnet
