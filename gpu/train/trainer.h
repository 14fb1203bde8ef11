// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/queue/job.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace regnet {

/// How a training ends. None of them is an error of the program.
enum class TrainEnd {
    Done,
    Stopped,    ///< somebody asked; a checkpoint is written, or the message says why not
    Superseded, ///< a later attempt owns the job folder; nothing was written
    Diverged,   ///< a loss that is no number
    OutOfMemory,
    CannotWrite, ///< the checkpoint could not be written; the one before stands
};

struct TrainResult
{
    TrainEnd end = TrainEnd::Done;
    std::int64_t epoch = 0; ///< epochs that are complete
    double bestTestError = 100;
    double lastTestError = 100;
    double trainSeconds = 0;
    std::optional<double> bestEmaTestError, lastEmaTestError;  ///< where the recipe averages weights
    std::optional<double> bestHeldOutError, selectedTestError; ///< where it holds out images
    std::string message;                                       ///< of a failure, one sentence
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
        checkpoint;             ///< where it is kept; empty = none. Read at the start, removed by nobody here
    std::filesystem::path best; ///< where the state of the best epoch is kept; empty = nowhere
    std::filesystem::path initialWeights; ///< where the recipe names some: their file
    std::int64_t threads = 1;             ///< of LibTorch
    double checkpointSeconds = 300;       ///< at least this often within an epoch
};

/// What is wrong with a job before anything is computed, one sentence a field.
std::vector<Problem> check(const JobSpec& job);

/// Trains the job's network to its end, from the checkpoint where there is one. On the CPU a resumed training
/// equals an uninterrupted one bit for bit. Throws Error for what check() reports and for a checkpoint that
/// is damaged or of another training.
TrainResult train(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer);

} // namespace regnet
