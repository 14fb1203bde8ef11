// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/executor.h"
#include "core/queue/job.h"
#include "core/store/job_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace regnet {

/// What ended a worker on a cluster, where Slurm has something to say about it.
enum class RemoteEnd {
    Unknown,
    Preempted,
    TimedOut, ///< without a checkpoint in time
    NodeFailure,
    OutOfMemory,
    Cancelled, ///< by somebody, with Slurm's own commands
    Lost,      ///< Slurm does not know it any more, and it left no word
};

/// "preempted", "timed out", "node failure", "out of memory", "cancelled", "lost"; empty for Unknown.
std::string_view nameOf(RemoteEnd end);

/// All that decides what the end of a worker means.
struct EndedAttempt
{
    WorkerEnd end;
    bool hasResult = false;            ///< a finished event was imported
    std::optional<FailedEvent> failed; ///< the last one of this attempt
    bool hasStopped = false;           ///< a stopped event: a checkpoint is written
    bool wasAskedToStop = false;       ///< by us: not the job's fault
    std::optional<JobState> wanted;    ///< Paused or Cancelled
    std::int64_t kills = 0;            ///< attempts that died before this one, in a row and without progress
    std::string logTail;               ///< last lines of the worker's own output
    std::string diskFull;              ///< it had no room to write: where; empty when that was not so
    std::optional<RemoteEnd> remote;   ///< on a cluster, where its own word is missing or "please requeue"
    std::string damage;                ///< its folder cannot be read any more: a sentence; empty when it can
};

struct JobVerdict
{
    JobState state = JobState::Queued;
    std::string message;
    std::int64_t kills = 0;      ///< for the store
    bool isWorkerBroken = false; ///< the program itself cannot run: starting more of them is of no use
    bool isDiskFull = false;     ///< nothing can be written now: starting more of them is of no use
};

/// The table:
/// - a finished event: done, whatever came after it
/// - 64 bad job, 77 no data: failed, with the worker's message
/// - 65, 66: diverged, out of memory; no retry, it would end the same way
/// - 75, or a stop we asked for, or a reboot: queued at the last checkpoint (paused, cancelled where that is
/// wanted)
/// - 74 cannot write: queued at the last checkpoint; no death of the job's
/// - 126, 127 without a word: queued, and the worker is broken
/// - 74, or a death on a full disk: queued, not counted as a death, and the queue waits for room
/// - on a cluster, without a word of its own
///   - preempted, node failure: queued at the last checkpoint
///   - timed out, lost: the same, and counted as a death; failed after three in a row without a new epoch
///   - out of memory: out of memory
///   - cancelled there: cancelled
/// - a folder that was damaged by hand: failed, with what is wrong
/// - anything else: queued again; failed after the third death in a row without a new epoch
JobVerdict judge(const EndedAttempt& attempt, std::int64_t maximalKills = 3);

/// "exit code 139", "signal 9 (Killed)", "ended without a word".
std::string describe(const WorkerEnd& end);

} // namespace regnet
