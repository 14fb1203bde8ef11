// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/job.h"
#include "core/store/records.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace regnet {

/// How a worker's process ended.
struct WorkerEnd
{
    std::optional<int> exitCode;
    std::optional<int> signal; ///< neither: nobody can tell (not our child, or the machine was started anew)
    std::string
        excuse; ///< why it is gone through no fault of its job ("the machine was restarted"); or empty
};

/// A worker could not be started, through no fault of its job.
class StartFailure : public Error
{
public:
    enum class Reason {
        Worker, ///< the program cannot be run: no other job can either
        Taken,  ///< another worker still has the job's folder
        System, ///< no more processes, or no memory: later perhaps
    };

    StartFailure(Reason reason, Problem problem) : Error(std::move(problem)), m_reason(reason) {}
    Reason reason() const noexcept { return m_reason; }

private:
    Reason m_reason;
};

/// Where workers run. A local process and a task of a cluster are the same thing in two places.
class Executor
{
public:
    virtual ~Executor() = default;

    /// Starts a worker for the job whose job.json is written. Throws StartFailure where the job cannot help
    /// it, another Error where something is wrong with the job's folder.
    virtual ProcessIdentity start(const JobSpec& job, const std::filesystem::path& jobFolder) = 0;
    /// The worker of an earlier dispatcher that still runs in this folder, if any.
    virtual std::optional<ProcessIdentity> find(const std::filesystem::path& jobFolder,
                                                const std::optional<ProcessIdentity>& recorded) = 0;
    /// Nothing while it runs. Says how it ended once; asking does not wait.
    virtual std::optional<WorkerEnd> poll(const ProcessIdentity& worker) = 0;
    /// Asks it to write a checkpoint and to end (exit 75).
    virtual void askToStop(const ProcessIdentity& worker) = 0;
    /// Ends it at once, with all that it started.
    virtual void kill(const ProcessIdentity& worker) = 0;
};

struct StepReport;
struct Recovery;

/// Jobs that run elsewhere, many at a time, beside the workers of this machine: it claims those that are to
/// run at its places, follows them, and brings their ends into the store. Belongs to the dispatcher's thread.
class RemoteExecutor
{
public:
    virtual ~RemoteExecutor() = default;

    /// To be called once, before the first step: what an earlier dispatcher left.
    virtual void recover(Recovery& recovery) = 0;
    /// One round, some milliseconds: nothing in it waits for another machine. `takesMore` is false while
    /// nothing new is to be started.
    virtual void step(StepReport& report, bool takesMore) = 0;
    /// Jobs that are elsewhere, or are to go there.
    virtual bool isBusy() const = 0;
};

} // namespace regnet
