// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"

#include "core/text/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
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

std::string jobId(const std::string& networkHash, const TrainingSpec& training)
{
    const std::string identity = networkHash + '\n' + hashOf(training.recipe) + '\n' +
                                 canonicalJson(training.dataSet) + '\n' + std::to_string(training.seed);
    return sha256(identity).substr(0, 32);
}

bool isSameImport(const ImportedResults& a, const ImportedResults& b)
{
    const auto isSame = [](const Member& x, const Member& y) {
        return x.state == y.state && x.error == y.error && x.label == y.label &&
               x.networkHash == y.networkHash && x.properties == y.properties;
    };
    return a.kind == b.kind && a.errorKind == b.errorKind && a.recipe == b.recipe &&
           std::ranges::equal(a.members, b.members, isSame);
}

} // namespace regnet
