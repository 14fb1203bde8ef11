// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/queue/event_follower.h"
#include "core/slurm/slurm_answers.h"
#include "core/slurm/submission.h"
#include "core/slurm/task_record.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace regnet {

/// One array that was handed to a cluster: follows the files of its tasks, and ends its jobs in the store.
/// The record of the task is the truth; what Slurm says only fills gaps. Asks nobody by itself.
class SlurmTasks
{
public:
    struct Context
    {
        Store& store;
        const Spool& spool;
        std::int64_t maximalKills = 3;
        double retryDelaySeconds = 2;
    };

    SlurmTasks(Context context, ArrayRecord array, SiteProfile profile, std::vector<ArrayEntry> entries);

    ArrayRecord& array() { return m_array; }
    const ArrayRecord& array() const { return m_array; }
    const SiteProfile& profile() const { return m_profile; }
    std::filesystem::path folder() const;
    bool isDone() const { return m_open == 0; }
    std::int64_t openTasks() const { return m_open; }

    /// Looks at files: of tasks that run or about which something is to be found out every
    /// profile().lookSeconds, of waiting ones so many a second in turn. At most `most` tasks; how many it
    /// were.
    std::size_t look(double now, std::size_t most, double waitingASecond, StepReport& report);
    /// Every open task was looked at since the start.
    bool hasLookedAtAll() const { return !m_isFirstRound || isDone(); }
    /// What squeue said, when it was asked after the array was submitted.
    void hear(const QueueAnswerOfSlurm& answer, double now);
    /// What sacct or scontrol said of tasks of this array.
    void hearStates(const std::map<TaskName, std::string>& states, double now, StepReport& report);
    /// Tasks that Slurm does not have in its queue any more and that left no word.
    bool needsStates() const;

    /// Somebody wants this job back, or cancelled. What has to be done for it is added to the lists: tasks to
    /// be cancelled because nothing else is in them, and tasks whose worker is to be told.
    void recall(const JobRecord& job, std::set<std::int64_t>& toCancel, std::set<std::int64_t>& toSignal);
    /// The tasks were taken out of Slurm's queue: what had not begun goes back to ours.
    void wereCancelled(const std::set<std::int64_t>& tasks, double now, StepReport& report);
    /// What was recalled of an array that nobody has submitted yet: its tasks need not be told.
    void giveBackRecalled(StepReport& report);
    /// Nothing of it was ever submitted, or can begin any more.
    void giveBack(const std::string& why, double notBefore, StepReport& report);

    /// With rsync: jobs whose whole folder is wanted, and attempts whose logs are.
    std::vector<std::string> wantedFiles() const;
    /// They are being copied, and have been. A look may come between: what it reads of a record may be newer
    /// than what the same copying has brought, or will bring, of a log.
    void notePullBegun() { ++m_begunPulls; }
    void notePullDone() { m_donePulls = m_begunPulls; }
    /// Sentences about what the last look found: a clock that is wrong, a profile that cannot work.
    std::vector<std::string> takeNews() { return std::exchange(m_news, {}); }
    /// Why nothing more is to be submitted with this profile: the worker or the modules are missing there.
    const std::string& broken() const { return m_broken; }

private:
    struct Entry
    {
        ArrayEntry record;
        std::unique_ptr<EventFollower> follower;
        std::optional<FailedEvent> failed;
        bool hasStopped = false;
        bool hasFinished = false;      ///< its log says so
        std::optional<double> endedAt; ///< its task says so, since then by the steady clock
        bool isDecided = false;
        bool isRecalled = false;
        bool isStored = true; ///< its state is as the store has it
    };
    struct Task
    {
        explicit Task(std::filesystem::path file) : record(std::move(file)) {}

        TaskRecord record;
        double lookedAt = -1e9;
        std::optional<double> goneSince; ///< not in Slurm's queue any more, by the steady clock
        std::string state;               ///< as Slurm said it last
        std::int64_t open = 0;           ///< entries
        std::int64_t pullsBefore = 0;    ///< m_begunPulls at the last news of it
        double changedAt = 0;
    };

    std::int64_t taskOf(std::size_t entry) const;
    std::pair<std::size_t, std::size_t> entriesOf(std::size_t task) const;
    void lookAt(std::size_t task, double now, StepReport& report);
    void follow(Entry& entry, const Task& task);
    void import(Entry& entry, StepReport& report);
    bool isLogBehind(const Entry& entry, const Task& task, double now) const;
    void decide(Entry& entry, Task& task, double now, StepReport& report);
    void decideByExit(Entry& entry, Task& task, const std::string& exit, StepReport& report);
    void decideByEnd(Entry& entry, Task& task, double now, StepReport& report);
    void decideGone(Entry& entry, Task& task, double now, StepReport& report);
    void keepEnd(const ClaimedJob& job, const EndRecord& end);
    void conclude(Entry& entry, Task& task, WorkerEnd end, std::optional<RemoteEnd> remote,
                  StepReport& report);
    void setState(Entry& entry, const Task& task, std::string_view state);
    void noteClock(const Task& task);
    void noteBroken(const Task& task);
    void storeStates();

    Context m_context;
    ArrayRecord m_array;
    SiteProfile m_profile;
    std::vector<Entry> m_entries; ///< by line
    std::vector<Task> m_tasks;
    std::map<std::string, std::size_t> m_byJob;
    std::set<std::size_t> m_hot; ///< tasks that run, or about which something is to be found out
    std::size_t m_next = 0;      ///< of the round through the others
    bool m_isFirstRound = true;
    double m_lastRound = -1e9;
    std::int64_t m_open = 0;
    std::int64_t m_begunPulls = 0, m_donePulls = 0; ///< the number of the last one that was begun, and done
    std::vector<std::string> m_news;
    std::string m_broken;
    bool m_hasToldOfClock = false;
    bool m_saidEnd = false; ///< that an end could not be written
};

} // namespace regnet
