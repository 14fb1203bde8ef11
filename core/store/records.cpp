// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"

#include "core/text/sha256.h"

#include <nlohmann/json.hpp>

#include <numeric>

namespace regnet {

std::int64_t JobCounts::total() const
{
    return std::accumulate(byState.begin(), byState.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& entry) { return sum + entry.second; });
}

std::int64_t JobCounts::failures() const
{
    return of(JobState::Diverged) + of(JobState::OutOfMemory) + of(JobState::Failed);
}

std::int64_t JobCounts::open() const
{
    return of(JobState::Queued) + of(JobState::Paused) + of(JobState::Claimed) + of(JobState::Running);
}

std::string canonicalJson(const DataSetSpec& dataSet)
{
    return nlohmann::json{{"name", dataSet.name},
                          {"resolution", dataSet.resolution},
                          {"classes", dataSet.classes},
                          {"seed", dataSet.seed}}
        .dump();
}

DataSetSpec dataSetFromCanonicalJson(const std::string& text)
{
    const nlohmann::json json = nlohmann::json::parse(text);
    DataSetSpec dataSet;
    json.at("name").get_to(dataSet.name);
    json.at("resolution").get_to(dataSet.resolution);
    json.at("classes").get_to(dataSet.classes);
    json.at("seed").get_to(dataSet.seed);
    return dataSet;
}

std::string jobId(const std::string& networkHash, const TrainingSpec& training)
{
    const std::string identity = networkHash + '\n' + hashOf(training.recipe) + '\n' +
                                 canonicalJson(training.dataSet) + '\n' + std::to_string(training.seed);
    return sha256(identity).substr(0, 32);
}

} // namespace regnet
