// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SlurmTasks, of what it found: how a job of an array ended, and what follows from that.

#include "core/queue/disk_guard.h"
#include "core/queue/outcome.h"
#include "core/slurm/slurm_tasks.h"
#include "core/system/clock.h"

#include <charconv>
#include <utility>

namespace regnet {
namespace {

constexpr int shellCannotRun = 126, shellCannotFind = 127;

std::optional<int> numberOf(const std::string& text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// What Slurm and the kernel say of a worker that took too much memory.
bool saysOutOfMemory(const std::string& log)
{
    for (const char* part : {"oom_kill", "oom-kill", "exceeded memory limit", "Exceeded job memory limit",
                             "Out Of Memory", "exceeded job memory"})
        if (log.find(part) != std::string::npos) return true;
    return false;
}

} // namespace

/// Its task says more than its log does yet.
bool SlurmTasks::isLogBehind(const Entry& entry, const Task& task, double now) const
{
    // Only what is pulled after the news was written has the last words of the log for certain.
    const bool isTold = task.record.hasStarted() || task.goneSince;
    if (m_profile.usesRsync && isTold && m_donePulls <= task.pullsBefore) return true;
    // Nor do all machines that share a folder see two files grow in the order in which they were written.
    return entry.endedAt && !entry.hasFinished && now - *entry.endedAt < m_profile.lostSeconds;
}

void SlurmTasks::decide(Entry& entry, Task& task, double now, StepReport& report)
{
    if (isLogBehind(entry, task, now)) return;
    if (const auto exit = task.record.exitOf(entry.record.job)) decideByExit(entry, task, *exit, report);
    if (!entry.isDecided && task.record.hasEnded()) decideByEnd(entry, task, now, report);
    if (!entry.isDecided && task.goneSince) decideGone(entry, task, now, report);
    if (entry.isDecided || task.goneSince || !task.record.hasStarted() || task.record.hasEnded()) return;
    setState(entry, task, task.record.runningJob() == entry.record.job ? "running" : "waiting");
}

void SlurmTasks::decideByExit(Entry& entry, Task& task, const std::string& exit, StepReport& report)
{
    const auto code = numberOf(exit);
    if (!code) {
        WorkerEnd end;
        end.exitCode = static_cast<int>(WorkerExit::Requeue); // "cancelled", "held"
        if (exit == "changed") {
            end = {std::nullopt, std::nullopt, "its job.json is another one than was submitted"};
        }
        return conclude(entry, task, end, std::nullopt, report);
    }
    const bool isOver = task.record.hasEnded() || !task.record.runningJob().empty();
    if (*code == static_cast<int>(WorkerExit::Requeue)) {
        // Whether it goes on is said by the end of its task; one that we called back is ours again at once.
        if (entry.isRecalled || !task.record.runningJob().empty())
            conclude(entry, task, {*code, std::nullopt, {}}, std::nullopt, report);
        return;
    }
    if (*code >= 128 && !saysOutOfMemory(m_context.spool.logTail(entry.record.job, entry.record.attempt)) &&
        !isOver)
        return; // killed: Slurm may say why
    WorkerEnd end{*code, std::nullopt, {}};
    if (*code == shellCannotRun || *code == shellCannotFind) {
        // It is the worker that is missing, and no fault of the job; the task says so in its next line.
        if (!task.record.hasEnded() && task.record.runningJob().empty() && !task.goneSince) return;
        if (task.record.why() == "worker") end = {std::nullopt, std::nullopt, m_broken};
    }
    if (*code >= 128 && *code < 192) end = {std::nullopt, *code - 128, {}};
    const bool isMemory =
        *code >= 128 && saysOutOfMemory(m_context.spool.logTail(entry.record.job, entry.record.attempt));
    conclude(entry, task, end, isMemory ? std::optional(RemoteEnd::OutOfMemory) : std::nullopt, report);
}

void SlurmTasks::decideByEnd(Entry& entry, Task& task, double now, StepReport& report)
{
    const std::string& why = task.record.why();
    if (why == "requeue") return setState(entry, task, "requeued");
    if (why.starts_with("slurm-")) {
        const std::string state = why.substr(6);
        if (state == "CANCELLED") return conclude(entry, task, {}, RemoteEnd::Cancelled, report);
        setState(entry, task, state == "PREEMPTED" ? "preempted" : "stopped");
        // Where nobody is asked, it has come back after a while or it does not; its manifest would not let it
        // do the same job twice.
        if (m_profile.askSeconds > 0 || now - task.changedAt < m_profile.lostSeconds) return;
        return conclude(entry, task, {}, RemoteEnd::Preempted, report);
    }
    WorkerEnd end{static_cast<int>(WorkerExit::Requeue), std::nullopt, {}};
    if (why == "manifest") {
        end = {std::nullopt, std::nullopt, "manifest.txt was changed after it was submitted"};
        m_news.push_back((folder() / "manifest.txt").string() +
                         ": was changed after it was submitted; nothing of that array is run, its jobs are "
                         "queued again");
    } else if (why == "preparation" || why == "worker") {
        end = {std::nullopt, std::nullopt, m_broken};
    }
    conclude(entry, task, end, std::nullopt, report);
}

void SlurmTasks::decideGone(Entry& entry, Task& task, double now, StepReport& report)
{
    const auto remote = endOfState(task.state);
    const bool hasBegun = task.record.hasBegun(entry.record.job);
    if (remote && *remote != RemoteEnd::Unknown) {
        // What had not begun when its task timed out or broke down is simply queued again.
        const bool isItsOwn = hasBegun || *remote == RemoteEnd::Cancelled;
        const WorkerEnd end{std::nullopt, std::nullopt, isItsOwn ? "" : "not begun on the cluster"};
        return conclude(entry, task, end, isItsOwn ? remote : std::nullopt, report);
    }
    if (entry.isRecalled && !task.record.hasStarted())
        return conclude(entry, task, {std::nullopt, std::nullopt, "taken back"}, std::nullopt, report);
    if (now - *task.goneSince < m_profile.lostSeconds) return; // its word may still be in a cache somewhere
    if (hasBegun) {
        const auto exit = task.record.exitOf(entry.record.job);
        const auto code = exit ? numberOf(*exit) : std::nullopt;
        if (code && *code >= 128)
            return conclude(entry, task, {std::nullopt, *code - 128, {}}, std::nullopt, report);
        return conclude(entry, task, {}, RemoteEnd::Lost, report);
    }
    conclude(entry, task, {std::nullopt, std::nullopt, "lost before it was begun"}, std::nullopt, report);
}

void SlurmTasks::keepEnd(const ClaimedJob& job, const EndRecord& end)
{
    try {
        // The task's own record vouches for it, so that one more fsync for each is not needed.
        m_context.spool.writeEnd(job.id, job.attempt, end, Spool::Haste::Hurried);
    } catch (const Error& error) {
        if (saysDiskFull(error.what())) throw;
        if (!std::exchange(m_saidEnd, true))
            m_news.push_back(std::string(error.what()) + "; how it ended is kept in the store");
    }
}

void SlurmTasks::conclude(Entry& entry, Task& task, WorkerEnd end, std::optional<RemoteEnd> remote,
                          StepReport& report)
{
    const ClaimedJob job{entry.record.job, entry.record.attempt};
    if (task.record.hasBegun(job.id)) {
        follow(entry, task);
        import(entry, report); // the last words
    }
    const auto record = m_context.store.job(job.id);
    if (!record) throwFailed(m_context.store.path().string(), "has no job \"" + job.id + "\"");
    EndedAttempt attempt;
    attempt.end = std::move(end);
    attempt.hasResult = m_context.store.result(job.id).has_value();
    attempt.failed = entry.failed;
    attempt.hasStopped = entry.hasStopped;
    attempt.wasAskedToStop = entry.isRecalled;
    attempt.wanted = record->wanted;
    attempt.kills = record->kills;
    attempt.remote = remote;
    if (!attempt.hasResult) attempt.logTail = m_context.spool.logTail(job.id, job.attempt);
    const JobVerdict verdict = judge(attempt, m_context.maximalKills);
    const double now = unixNow();
    const std::string cause(remote ? nameOf(*remote) : std::string_view());
    keepEnd(job, {attempt.end.exitCode,
                  attempt.end.signal,
                  verdict.state,
                  verdict.message,
                  verdict.kills,
                  now,
                  {},
                  cause});
    const bool hasDied = verdict.kills > record->kills;
    const JobState state = m_context.store.end(job, {verdict.state, verdict.message, verdict.kills,
                                                     hasDied ? now + m_context.retryDelaySeconds : 0});
    report.changes.push_back({job.id, job.attempt, state, verdict.message});
    const bool isAgain = state == JobState::Queued || state == JobState::Paused;
    setState(entry, task, !cause.empty() ? cause : isAgain ? std::string_view("stopped") : nameOf(state));
    entry.isDecided = true;
    entry.follower.reset();
    m_byJob.erase(job.id);
    --task.open;
    --m_open;
}

} // namespace regnet
