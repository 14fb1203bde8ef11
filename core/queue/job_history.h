// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/queue/spool.h"
#include "core/store/store.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// One start of a job's worker, as the spool keeps it.
struct AttemptHistory
{
    std::int64_t attempt = 1;
    std::optional<ProcessIdentity> process;
    std::optional<EndRecord> end; ///< none while it runs, and where its dispatcher died
};

/// All about one job, for the one who wants to know why it failed.
struct JobHistory
{
    JobRecord job;
    JobSpec spec; ///< the newest attempt's
    std::vector<std::string> populations;
    std::vector<EpochRecord> epochs;
    std::optional<ResultRecord> result;
    std::optional<StartedEvent> started; ///< what it runs or ran with: the result's attempt, or the newest
    Cost cost;                           ///< of its network, by the formulas
    std::vector<std::filesystem::path> weights; ///< checkpoints that are there, the best epoch's first
    std::vector<AttemptHistory> attempts;
    std::string logTail; ///< last lines of the newest worker's output
};

/// Throws Error when there is no such job.
JobHistory historyOf(const StoreReader& store, const Spool& spool, const std::string& id);

/// The counts of the running network beside those of the formulas: "counted on the running network: FLOPs
/// 1,234, params …, activations …: as computed", or what was computed instead. Empty where nobody counted.
std::string countsSentence(const JobHistory& history);

/// Of the epochs that it reported; none before the first.
std::optional<double> secondsAnEpoch(const JobRecord& job);
/// Until a running job is done: what is left at the speed so far, less what passed since its newest epoch.
/// None for others, before the first epoch, and above 99 hours.
std::optional<double> secondsLeft(const JobRecord& job, double unixNow);

} // namespace regnet
