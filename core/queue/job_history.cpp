// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/job_history.h"

#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>

namespace regnet {
namespace {

constexpr double mostSecondsLeft = 99.0 * 3600;

} // namespace

JobHistory historyOf(const StoreReader& store, const Spool& spool, const std::string& id)
{
    const auto job = store.job(id);
    if (!job)
        throwBadInput(store.path().string(), "has no job \"" + id + "\"",
                      "one that \"regnet queue list\" shows");
    JobHistory history;
    history.job = *job;
    history.spec = store.jobSpec(id);
    history.populations = store.populationsOf(id);
    history.epochs = store.epochs(id);
    history.result = store.result(id);
    history.started = history.result ? std::optional(history.result->manifest) : store.started(id);
    history.cost = cost(realise(history.spec.network));
    std::error_code ignored;
    for (const auto& file : {bestFile(spool.jobFolder(id)), checkpointFile(spool.jobFolder(id))})
        if (std::filesystem::exists(file, ignored)) history.weights.push_back(file);
    for (const std::int64_t attempt : spool.attempts(id))
        history.attempts.push_back({attempt, spool.readProcess(id, attempt), spool.readEnd(id, attempt)});
    history.logTail = spool.logTail(id, job->attempt);
    return history;
}

std::string countsSentence(const JobHistory& history)
{
    if (!history.started || !history.started->countsAgree) return {};
    const auto words = [](const Cost& cost) {
        return fmt::format("{} FLOPs, {} params, {} activations", exactCount(cost.flops),
                           exactCount(cost.params), exactCount(cost.activations));
    };
    const StartedEvent& started = *history.started;
    std::string text =
        "counted on the running network: " + words({started.flops, started.params, started.activations});
    return text + (*started.countsAgree ? ", as computed" : "; computed: " + words(history.cost));
}

std::optional<double> secondsAnEpoch(const JobRecord& job)
{
    if (job.epochsDone < 1 || !(job.trainSeconds > 0)) return std::nullopt;
    return job.trainSeconds / static_cast<double>(job.epochsDone);
}

std::optional<double> secondsLeft(const JobRecord& job, double unixNow)
{
    const auto epoch = secondsAnEpoch(job);
    if (job.state != JobState::Running || !epoch || job.epochsDone > job.epochs) return std::nullopt;
    const double left = static_cast<double>(job.epochs - job.epochsDone) * *epoch;
    const double passed = std::clamp(unixNow - job.lastEvent, 0.0, *epoch);
    if (left - passed > mostSecondsLeft) return std::nullopt;
    return std::max(0.0, left - passed);
}

} // namespace regnet
