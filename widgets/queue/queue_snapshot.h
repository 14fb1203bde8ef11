// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/progress.h"
#include "core/queue/request.h"
#include "core/queue/training_order.h"
#include "core/slurm/slurm_meter.h"
#include "core/stats/population.h"
#include "core/store/records.h"
#include "core/store/store_lock.h"
#include "widgets/cluster/array_model.h"
#include "widgets/queue/job_board.h"
#include "widgets/queue/job_table.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What this window's own dispatcher does.
struct DispatcherStatus
{
    bool isWorking = false;
    bool isStopping = false;          ///< it waits for checkpoints
    bool isWaitingForDisk = false;    ///< it goes on by itself when there is room
    std::string held;                 ///< why nothing new is started; empty when all is well
    std::optional<LockHolder> holder; ///< another program works this store: the window follows

    bool isSameAs(const DispatcherStatus& other) const
    {
        return isWorking == other.isWorking && isStopping == other.isStopping &&
               isWaitingForDisk == other.isWaitingForDisk && held == other.held &&
               holder.has_value() == other.holder.has_value() &&
               (!holder || (holder->pid == other.holder->pid && holder->program == other.holder->program));
    }
};

/// Where the queue stands, without its jobs: those come as a JobListing.
struct QueueSnapshot
{
    std::filesystem::path store;
    bool hasStore = false;
    std::vector<PopulationStanding> populations;
    QueueProgress progress;
    bool isPaused = false;                                                          ///< the whole queue
    ArrayListPointer arrays = std::make_shared<const std::vector<ArrayOverview>>(); ///< of clusters
    std::vector<ControllerStanding> controllers; ///< of clusters that have something, or are to get it
    DispatcherStatus dispatcher;
};

/// Shared because it goes to several views at once; never changed.
using QueueSnapshotPointer = std::shared_ptr<const QueueSnapshot>;
using JobListingPointer = std::shared_ptr<const JobListing>;

/// The curve of one job.
struct JobCurve
{
    std::string id;
    JobState state = JobState::Queued;
    std::int64_t epochs = 0; ///< of the recipe
    std::vector<EpochRecord> values;
};

/// All about the jobs that are looked at.
struct JobDetails
{
    std::vector<JobCurve> curves;           ///< of each, in the order asked for
    std::optional<JobRecord> job;           ///< of a single one the rest as well
    std::string network;                    ///< its stages, for a person
    std::vector<std::string> populations{}; ///< that asked for it
    std::vector<std::string> attempts{};    ///< a line each
    std::vector<std::string> manifest{};    ///< a line each
    std::string counts;                     ///< countsSentence()
    std::vector<std::string> weights{};     ///< files that are there, the best epoch's first
    std::string logTail;
    std::string logFile; ///< where the rest is
};

} // namespace regnet
