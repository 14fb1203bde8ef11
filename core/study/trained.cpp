// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/trained.h"

#include "core/store/store.h"

#include <algorithm>

namespace regnet {

std::vector<StudyPopulationData> trainedIn(const std::filesystem::path& store, const Study& study,
                                           const StudyChoice& choice)
{
    std::vector<StudyPopulationData> data;
    std::error_code failure;
    if (!study.cannotRun.empty() || !std::filesystem::exists(store, failure)) return data;
    const StoreReader reader(store);
    const std::vector<PopulationSummary> known = reader.populations();
    for (const PlannedPopulation& planned : planOf(study, choice).populations)
        if (std::ranges::find(known, planned.name, &PopulationSummary::name) != known.end())
            data.push_back({planned.key, reader.population(planned.name)});
    return data;
}

} // namespace regnet
