// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/queue/job.h"

#include <filesystem>
#include <functional>
#include <string>

namespace regnet {

/// How a training ends. None of them is an error of the program.
enum class TrainEnd {
    Done,
    Stopped,    ///< somebody asked; a checkpoint is written
    Superseded, ///< a later attempt owns the job folder; nothing was written
    Diverged,   ///< a loss that is no number
    OutOfMemory,
};

struct TrainResult
{
    TrainEnd end = TrainEnd::Done;
    std::int64_t epoch = 0; ///< epochs that are complete
    double bestTestError = 100;
    double lastTestError = 100;
    double trainSeconds = 0;
    std::string message; ///< of a failure, one sentence
};

/// Whom a training reports to. Called on the training's thread; empty functions are left out.
struct TrainObserver
{
    std::function<void(const StartedEvent&)> started;
    std::function<void(const EpochEvent&)>
        epoch;                        ///< before the epoch's checkpoint: what was seen is never lost
    std::function<bool()> shouldStop; ///< asked before every batch
    std::function<bool()> ownsJob;    ///< asked before every checkpoint
};

struct TrainOptions
{
    std::filesystem::path
        checkpoint;           ///< where it is kept; empty = none. Read at the start, removed by nobody here
    std::int64_t threads = 1; ///< of LibTorch
    double checkpointSeconds = 300; ///< at least this often within an epoch
};

/// What is wrong with a job before anything is computed, one sentence a field.
std::vector<Problem> check(const JobSpec& job);

/// Trains the job's network to its end, from the checkpoint where there is one. On the CPU a resumed training
/// equals an uninterrupted one bit for bit. Throws Error for what check() reports, for a network whose
/// running counts are not core's, for a checkpoint of another training, and where a file cannot be written.
TrainResult train(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer);

} // namespace regnet
