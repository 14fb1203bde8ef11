// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_results.h"

#include "core/format/open_source.h"
#include "core/store/store.h"
#include "core/study/run_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace regnet {

std::vector<StudyPopulationData> trainedIn(const Study& study, const StudyChoice& choice,
                                           const std::filesystem::path& store)
{
    std::vector<StudyPopulationData> data;
    std::error_code failure;
    if (!study.cannotRun.empty() || !std::filesystem::exists(store, failure)) return data;
    const StoreReader reader(store);
    std::set<std::string> known;
    for (const PopulationSummary& summary : reader.populations())
        known.insert(summary.name);
    const RunTimes times = readRunTimes(runTimesFile(store));
    for (const PlannedPopulation& planned : planOf(study, choice).populations) {
        if (!known.contains(planned.name)) continue;
        data.push_back({planned.key, reader.population(planned.name)});
        addRunTimes(data.back().population, times);
    }
    return data;
}

std::vector<StudyPopulationData> publishedIn(const Study& study)
{
    std::vector<StudyPopulationData> data;
    for (const StudyPopulation& entry : study.populations)
        if (!entry.published.empty()) data.push_back({entry.key, openSource(entry.published).front()});
    return data;
}

std::vector<FindingInput> findingInputs(const Study& study, std::vector<StudyPopulationData> own,
                                        PanelSource source)
{
    std::vector<FindingInput> inputs;
    const auto add = [&](std::vector<StudyPopulationData> all, const auto& whose) {
        for (StudyPopulationData& each : all) {
            const StudyPopulation& entry = populationOf(study, each.key);
            std::string setting = whose(entry);
            if (!entry.regime.empty()) setting += ", " + entry.regime;
            if (entry.epochs) setting += fmt::format(", {} epochs", *entry.epochs);
            inputs.push_back({roleOf(entry.space), std::move(setting), std::move(each.population)});
        }
    };
    if (source != PanelSource::Own)
        add(publishedIn(study), [](const StudyPopulation& entry) {
            return std::string(entry.published.starts_with("paper:") ? "paper" : "published");
        });
    if (source != PanelSource::Published)
        add(std::move(own), [](const StudyPopulation&) { return std::string("here"); });
    return inputs;
}

} // namespace regnet
