// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/outcome.h"

#include <fmt/format.h>

#include <array>
#include <csignal>
#include <cstring>

namespace regnet {
namespace {

std::string withTail(std::string sentence, const std::string& tail)
{
    if (!tail.empty()) sentence += "\n" + tail;
    return sentence;
}

std::string reasonOr(const EndedAttempt& attempt, const char* otherwise)
{
    if (attempt.failed && !attempt.failed->message.empty()) return attempt.failed->message;
    return withTail(otherwise, attempt.logTail);
}

/// The code by which a worker says what happened: its exit code, or its last word where nobody saw it end.
std::optional<int> spokenCode(const EndedAttempt& attempt)
{
    if (attempt.end.exitCode) return attempt.end.exitCode;
    if (attempt.end.signal) return std::nullopt;
    if (attempt.failed) return static_cast<int>(attempt.failed->exit);
    if (attempt.hasStopped) return static_cast<int>(WorkerExit::Requeue);
    return std::nullopt;
}

JobVerdict again(const EndedAttempt& attempt, std::string message)
{
    if (attempt.wanted == JobState::Cancelled) return {JobState::Cancelled, "cancelled", 0};
    if (attempt.wanted == JobState::Paused) return {JobState::Paused, {}, attempt.kills};
    return {JobState::Queued, std::move(message), attempt.kills};
}

JobVerdict died(const EndedAttempt& attempt, std::int64_t maximalKills)
{
    const std::int64_t kills = attempt.kills + 1;
    if (attempt.wanted == JobState::Cancelled) return {JobState::Cancelled, "cancelled", 0};
    const std::string how = describe(attempt.end);
    if (kills >= maximalKills)
        return {JobState::Failed,
                withTail(fmt::format("its worker died {} times in a row, the last time with {}", kills, how),
                         attempt.logTail),
                kills};
    const std::string message =
        withTail(fmt::format("its worker died with {}; tried again", how), attempt.logTail);
    return {attempt.wanted.value_or(JobState::Queued), message, kills};
}

/// What Slurm says of a worker that did not say it itself.
std::optional<JobVerdict> judgeRemote(const EndedAttempt& attempt, std::int64_t maximalKills)
{
    if (!attempt.remote) return std::nullopt;
    switch (*attempt.remote) {
    case RemoteEnd::Preempted:
        return again(attempt, "preempted on the cluster");
    case RemoteEnd::NodeFailure:
        return again(attempt, "its node failed");
    case RemoteEnd::OutOfMemory:
        return JobVerdict{
            JobState::OutOfMemory,
            reasonOr(attempt, "out of memory: the cluster ended it; the profile may ask for more"), 0};
    case RemoteEnd::Cancelled:
        // By hand, with scancel; a job that we took back ourselves goes where it is wanted.
        if (attempt.wasAskedToStop) return again(attempt, "taken back from the cluster");
        return JobVerdict{JobState::Cancelled, "cancelled on the cluster", 0};
    case RemoteEnd::TimedOut:
    case RemoteEnd::Lost: {
        const bool isLost = *attempt.remote == RemoteEnd::Lost;
        const char* what = isLost ? "lost on the cluster" : "timed out on the cluster before its checkpoint";
        JobVerdict verdict = again(attempt, withTail(fmt::format("{}; tried again", what), attempt.logTail));
        if (attempt.wasAskedToStop || verdict.state == JobState::Cancelled) return verdict;
        verdict.kills = attempt.kills + 1;
        if (verdict.kills >= maximalKills)
            verdict = {JobState::Failed,
                       withTail(fmt::format("{} {} times in a row without a new epoch", what, verdict.kills),
                                attempt.logTail),
                       verdict.kills};
        return verdict;
    }
    case RemoteEnd::Unknown:
        break;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<RemoteEnd, std::string_view>, 6> remoteNames{{
    {RemoteEnd::Preempted, "preempted"},
    {RemoteEnd::TimedOut, "timed out"},
    {RemoteEnd::NodeFailure, "node failure"},
    {RemoteEnd::OutOfMemory, "out of memory"},
    {RemoteEnd::Cancelled, "cancelled"},
    {RemoteEnd::Lost, "lost"},
}};

} // namespace

JobVerdict judge(const EndedAttempt& attempt, std::int64_t maximalKills)
{
    if (attempt.hasResult) return {JobState::Done, {}, 0};
    if (!attempt.failed)
        if (auto verdict = judgeRemote(attempt, maximalKills)) return std::move(*verdict);
    if (const auto code = spokenCode(attempt)) {
        switch (static_cast<WorkerExit>(*code)) {
        case WorkerExit::BadJob:
            return {JobState::Failed, reasonOr(attempt, "the worker refused the job"), 0};
        case WorkerExit::DataMissing:
            return {JobState::Failed, reasonOr(attempt, "the data set is missing"), 0};
        case WorkerExit::Diverged:
            return {JobState::Diverged, reasonOr(attempt, "the loss is no number any more"), 0};
        case WorkerExit::OutOfMemory:
            return {JobState::OutOfMemory, reasonOr(attempt, "out of memory"), 0};
        case WorkerExit::Requeue:
            return again(attempt, "stopped at a checkpoint");
        case WorkerExit::CannotWrite: // a full disk, or a folder that somebody locked: told apart below
        case WorkerExit::Done:
            break; // it says done and left no result: a death like any other
        }
        // The shell's and the loader's codes for a program that cannot be run.
        if ((*code == 126 || *code == 127) && !attempt.failed) {
            JobVerdict verdict = again(attempt, withTail("the worker cannot be started", attempt.logTail));
            verdict.isWorkerBroken = true;
            return verdict;
        }
    }
    if (!attempt.damage.empty()) {
        if (attempt.wanted == JobState::Cancelled) return {JobState::Cancelled, "cancelled", 0};
        return {JobState::Failed, attempt.damage, attempt.kills};
    }
    if (!attempt.diskFull.empty()) {
        JobVerdict verdict = again(attempt, "the disk is full: " + attempt.diskFull);
        verdict.isDiskFull = true;
        return verdict;
    }
    if (attempt.wasAskedToStop) return again(attempt, "stopped");
    if (!attempt.end.excuse.empty()) return again(attempt, attempt.end.excuse);
    const int signal = attempt.end.signal.value_or(0);
    if (signal == SIGTERM || signal == SIGHUP || signal == SIGINT) return again(attempt, "preempted");
    return died(attempt, maximalKills);
}

std::string_view nameOf(RemoteEnd end)
{
    for (const auto& [known, name] : remoteNames)
        if (known == end) return name;
    return {};
}

std::string describe(const WorkerEnd& end)
{
    if (end.exitCode == 0) return "exit code 0 but no result";
    if (end.exitCode) return fmt::format("exit code {}", *end.exitCode);
    if (end.signal) return fmt::format("signal {} ({})", *end.signal, strsignal(*end.signal));
    return "no word of its end";
}

} // namespace regnet
