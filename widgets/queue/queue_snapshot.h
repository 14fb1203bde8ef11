// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/progress.h"
#include "core/queue/request.h"
#include "core/queue/training_order.h"
#include "core/stats/population.h"
#include "core/store/records.h"
#include "core/store/store_lock.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// Where the queue stands: what the dispatcher's thread hands to the window, whole and never changed again.
struct QueueSnapshot
{
    std::filesystem::path store;
    bool hasStore = false;
    std::vector<JobRecord> jobs;
    std::vector<PopulationSummary> populations;
    QueueProgress progress;
    bool isWorking = false;           ///< this window's dispatcher runs
    bool isStopping = false;          ///< it waits for checkpoints
    bool isPaused = false;            ///< the whole queue
    std::string held;                 ///< why nothing new is started; empty when all is well
    std::optional<LockHolder> holder; ///< another program works this store: the window follows
};

/// Shared because it goes to several views at once, and 100,000 jobs are not copied for each.
using QueueSnapshotPointer = std::shared_ptr<const QueueSnapshot>;

/// All about one job: its curve, and the end of what its worker wrote.
struct JobDetails
{
    JobRecord job;
    std::vector<EpochRecord> epochs;
    std::string logTail;
};

} // namespace regnet
