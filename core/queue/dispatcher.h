// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/devices.h"
#include "core/queue/disk_guard.h"
#include "core/queue/executor.h"
#include "core/queue/request.h"
#include "core/queue/spool.h"
#include "core/store/store.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

struct DispatcherSettings
{
    std::vector<DeviceSlots> slots{DeviceSlots{}};
    JobSelection only;                           ///< other jobs are left for another time
    std::int64_t maximalKills = 3;               ///< deaths in a row without progress before a job is failed
    double retryDelaySeconds = 2;                ///< before a job that died is tried again
    double stopGraceSeconds = 120;               ///< for a checkpoint, before a worker is killed
    std::int64_t minimalFreeBytes = 256LL << 20; ///< on the spool's disk: below it nothing new is started
    std::function<std::int64_t()> freeBytes{};   ///< how much there is; by default the spool is asked
    std::shared_ptr<RemoteExecutor> remote{};    ///< clusters; none: jobs that are to run there wait
};

/// What was found at the start: what an earlier dispatcher left behind when it died.
struct Recovery
{
    std::int64_t adopted = 0;  ///< workers that still run and are followed now
    std::int64_t finished = 0; ///< jobs that ended meanwhile, with their results
    std::int64_t requeued = 0; ///< jobs whose worker is gone: they go on from their last checkpoint
    std::int64_t lost = 0;     ///< jobs that failed or were cancelled meanwhile

    std::int64_t total() const { return adopted + finished + requeued + lost; }
};

/// "Recovered 14 jobs: 2 still running, 11 finished meanwhile, 1 queued again"; empty when there was nothing.
std::string describe(const Recovery& recovery);

/// A job that changed its state in one step.
struct JobChange
{
    std::string id;
    std::int64_t attempt = 0;
    JobState state = JobState::Queued;
    std::string message;
};

struct StepReport
{
    std::vector<JobChange> changes;
    std::int64_t running = 0;      ///< workers
    std::int64_t events = 0;       ///< read from logs in this step
    bool isIdle = false;           ///< nothing runs, and nothing will be started without a person
    double nextDue = 0;            ///< Unix time of the next job that waits for its retry; 0 when none
    bool isPaused = false;         ///< the whole queue, by somebody
    bool isWaitingForDisk = false; ///< it goes on by itself when there is room
    std::string held;              ///< why nothing new is started, a sentence; empty when all is well
    std::vector<std::string> news; ///< of clusters and files: sentences for a person, each said once
};

/// Works the queue of a store off: claims jobs, starts workers, brings their events into the store, and
/// judges their ends. The only writer of the store while it lives. Any moment is a good one to kill it: the
/// next one follows the workers that still run. One object belongs to one thread.
class Dispatcher
{
public:
    /// Throws Error where the spool cannot be written, or is another store's.
    Dispatcher(Store& store, const Spool& spool, Executor& executor, DispatcherSettings settings);
    ~Dispatcher(); ///< leaves workers running
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    /// To be called once, before the first step.
    Recovery recover();
    /// One round, some milliseconds.
    StepReport step();
    /// From now on nothing is started, and running workers are asked for a checkpoint. Steps go on until
    /// StepReport::running is 0.
    void stop();
    /// Starts again after stop().
    void start();
    /// Another number of workers, or other devices; running ones are not disturbed.
    void setSlots(const std::vector<DeviceSlots>& slots);

    /// Steps until the queue is worked off, or, after `isStopped` says so, all workers have written their
    /// checkpoints. `onStep` hears of every step. Returns true when the queue was worked off.
    bool run(const std::function<bool()>& isStopped, const std::function<void(const StepReport&)>& onStep);

private:
    struct Worker;

    Worker& follow(const JobRecord& job, const ProcessIdentity& process);
    std::int64_t import(Worker& worker);
    JobState recoverOne(const JobRecord& job, Recovery& recovery);
    void checkWishes();
    void stopUnrecorded();
    void poll(StepReport& report);
    void importEarlierAttempts(const ClaimedJob& job);
    JobState finish(Worker& worker, StepReport* report);
    void tidyUp(const Worker& worker, JobState state);
    void predict(Worker& worker) const;
    void startMore(StepReport& report);
    bool startNext(const std::string& id, StepReport& report);
    void start(const ClaimedJob& claimed, const DeviceSlots& slot, JobSpec spec, StepReport& report);
    void couldNotStart(const ClaimedJob& claimed, const Error& error, StepReport& report);
    std::string problemOfSpool() const;
    void keepWishes();
    void giveUp(const ClaimedJob& claimed, const std::string& why, StepReport& report);
    void ask(Worker& worker);
    std::int64_t workersOn(const DeviceSlots& slot) const;
    const DeviceSlots* placeFor(const Network& network, const Recipe& recipe) const;
    bool hasFreeSlot() const;
    std::int64_t freeBytes() const;
    std::string heldBecause(StepReport& report, std::int64_t neededBytes);

    Store& m_store;
    const Spool& m_spool;
    Executor& m_executor;
    DispatcherSettings m_settings;
    std::vector<std::unique_ptr<Worker>> m_workers;
    DiskGuard m_disk;
    std::string m_broken; ///< the worker program cannot run: why
    LateAnswers m_late;
    std::vector<std::string> m_news;       ///< for the next report
    std::optional<double> m_nextWishes;    ///< wishes.json could not be written: when to try again
    bool m_saidEnd = false;                ///< that an end could not be written
    std::string m_unwritable;              ///< why no job can be started in the spool
    std::optional<double> m_nextUnwritten; ///< steadySeconds() when that is tried again
    bool m_isStopping = false;
};

} // namespace regnet
