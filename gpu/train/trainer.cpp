// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/trainer.h"

#include "core/data/data_sets.h"
#include "core/network/network_json.h"
#include "gpu/measure/torch_info.h"
#include "gpu/out_of_memory.h"
#include "gpu/train/training.h"

#include <c10/util/Exception.h>

namespace regnet {
namespace {

TrainResult outOfMemory(const JobSpec& job)
{
    TrainResult result;
    result.end = TrainEnd::OutOfMemory;
    result.message = "the memory of " + job.device + " is not enough for batches of " +
                     std::to_string(job.recipe.batchSize / job.recipe.accumulation) + " images";
    return result;
}

} // namespace

std::vector<Problem> check(const JobSpec& job)
{
    std::vector<Problem> problems = check(job.network);
    for (Problem& problem : problems)
        problem.where = "network." + problem.where;
    for (Problem& problem : check(job.dataSet))
        problems.push_back(std::move(problem));
    const auto mustBe = [&](const char* field, std::int64_t value, std::int64_t other, const char* of) {
        if (value != other)
            problems.push_back({ProblemKind::BadInput, field, "is " + std::to_string(value),
                                std::to_string(other) + ", the " + of + " of the data set"});
    };
    mustBe("network.head.classes", job.network.head.classes, job.dataSet.classes, "classes");
    mustBe("network.resolution", job.network.resolution, job.dataSet.resolution, "resolution");
    const std::vector<std::string> devices = torchInfo().devices;
    bool isKnown = false;
    std::string names;
    for (const std::string& device : devices) {
        isKnown = isKnown || device == job.device;
        names += (names.empty() ? "" : ", ") + device;
    }
    if (!isKnown)
        problems.push_back({ProblemKind::BadInput, "device",
                            "is " + job.device + ", which this LibTorch does not have", "one of " + names});
    if (problems.empty() && !job.networkHash.empty() && job.networkHash != hashOf(realise(job.network)))
        problems.push_back({ProblemKind::BadInput, "network_hash",
                            "is " + job.networkHash + ", which is not this network's",
                            hashOf(realise(job.network))});
    return problems;
}

TrainResult train(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer)
{
    if (const std::vector<Problem> problems = check(job); !problems.empty()) throw Error(problems.front());
    try {
        Training training(job, options, observer);
        return training.run();
    } catch (const Error&) {
        throw;
    } catch (const std::exception& error) {
        if (isOutOfMemory(error)) return outOfMemory(job);
        if (const auto* torchError = dynamic_cast<const c10::Error*>(&error))
            throwFailed("LibTorch", torchError->what_without_backtrace());
        throw;
    }
}

} // namespace regnet
