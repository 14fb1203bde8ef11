// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/records.h"

#include "core/network/complexity.h"
#include "core/text/sha256.h"

#include <fmt/format.h>
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

std::string jobId(const std::string& networkHash, const TrainingSpec& training)
{
    const std::string identity = networkHash + '\n' + hashOf(training.recipe) + '\n' +
                                 canonicalJson(training.dataSet) + '\n' + std::to_string(training.seed);
    return sha256(identity).substr(0, 32);
}

std::map<std::string, double> propertiesOf(const NetworkSpec& asked)
{
    const Network network = realise(asked);
    const Cost total = cost(network);
    std::map<std::string, double> properties{
        {"depth", static_cast<double>(depthOf(network))},
        {"stages", static_cast<double>(network.stages.size())},
        {"flops", static_cast<double>(total.flops)},
        {"params", static_cast<double>(total.params)},
        {"activations", static_cast<double>(total.activations)},
        {"resolution", static_cast<double>(network.resolution)},
        {"se_ratio", network.seRatio},
    };
    for (std::size_t i = 0; i < network.stages.size(); ++i) {
        properties[fmt::format("depth_{}", i + 1)] = static_cast<double>(network.stages[i].depth);
        properties[fmt::format("width_{}", i + 1)] = static_cast<double>(network.stages[i].width);
    }
    if (asked.regnet) {
        properties["w0"] = asked.regnet->line.w0;
        properties["wa"] = asked.regnet->line.wa;
        properties["wm"] = asked.regnet->line.wm;
        properties["bottleneck_ratio"] = asked.regnet->bottleneckRatio;
        properties["group_width"] = static_cast<double>(asked.regnet->groupWidth);
    }
    return properties;
}

} // namespace regnet
