// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/trainer.h"

#include "core/network/network_json.h"
#include "gpu/data/image_set.h"
#include "gpu/measure/torch_info.h"
#include "gpu/train/training.h"

#include <c10/util/Exception.h>

#include <new>

namespace regnet {
namespace {

/// What LibTorch, oneDNN and cuDNN say when memory is short; only LibTorch's CUDA allocator has a type for
/// it.
bool isOutOfMemory(const std::string& text)
{
    for (const char* sign :
         {"out of memory", "not enough memory", "can't allocate memory", "CUDNN_STATUS_ALLOC",
          "out_of_memory", "could not create a primitive", "could not execute a primitive",
          "could not create a memory", "Cannot allocate memory"})
        if (text.find(sign) != std::string::npos) return true;
    return false;
}

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
    if (job.recipe.randomSizedCrop)
        problems.push_back({ProblemKind::BadInput, "recipe.random_sized_crop",
                            "is true, which the data set " + job.dataSet.name + " has no larger images for",
                            "false"});
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
    } catch (const std::bad_alloc&) {
        return outOfMemory(job);
    } catch (const c10::OutOfMemoryError&) {
        return outOfMemory(job);
    } catch (const c10::Error& error) {
        if (isOutOfMemory(error.what_without_backtrace())) return outOfMemory(job);
        throwFailed("LibTorch", error.what_without_backtrace());
    } catch (const std::exception& error) {
        if (isOutOfMemory(error.what())) return outOfMemory(job);
        throw;
    }
}

} // namespace regnet
