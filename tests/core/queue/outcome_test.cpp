// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/outcome.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <ostream>

namespace regnet {
namespace {

struct Row
{
    const char* says;
    EndedAttempt attempt;
    JobState state;
    const char* message; ///< a part of it
    std::int64_t kills;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.says;
}

EndedAttempt exited(int code)
{
    EndedAttempt attempt;
    attempt.end.exitCode = code;
    return attempt;
}

EndedAttempt signalled(int signal, std::int64_t kills = 0)
{
    EndedAttempt attempt;
    attempt.end.signal = signal;
    attempt.kills = kills;
    attempt.logTail = "last words";
    return attempt;
}

EndedAttempt with(EndedAttempt attempt, const std::function<void(EndedAttempt&)>& change)
{
    change(attempt);
    return attempt;
}

FailedEvent saying(WorkerExit exit)
{
    return {exit, "its own words", 2};
}

class Verdicts : public testing::TestWithParam<Row>
{
};

TEST_P(Verdicts, FollowFromHowTheWorkerEnded)
{
    const Row& row = GetParam();
    const JobVerdict verdict = judge(row.attempt);
    EXPECT_EQ(verdict.state, row.state);
    EXPECT_THAT(verdict.message, testing::HasSubstr(row.message));
    EXPECT_EQ(verdict.kills, row.kills);
}

const auto cancelled = [](EndedAttempt& a) { a.wanted = JobState::Cancelled; };
const auto paused = [](EndedAttempt& a) { a.wanted = JobState::Paused; };
const auto asked = [](EndedAttempt& a) { a.wasAskedToStop = true; };
const auto result = [](EndedAttempt& a) { a.hasResult = true; };

INSTANTIATE_TEST_SUITE_P(
    Table, Verdicts,
    testing::Values(
        Row{"0 with a result", with(exited(0), result), JobState::Done, "", 0},
        Row{"0 without a result is a death", exited(0), JobState::Queued, "exit code 0 but no result", 1},
        Row{"a result counts whatever comes after it", with(signalled(SIGSEGV), result), JobState::Done, "",
            0},
        Row{"a result counts even when cancelled", with(with(exited(75), result), cancelled), JobState::Done,
            "", 0},
        Row{"64", exited(64), JobState::Failed, "the worker refused the job", 0},
        Row{"64 in its own words",
            with(exited(64), [](EndedAttempt& a) { a.failed = saying(WorkerExit::BadJob); }),
            JobState::Failed, "its own words", 0},
        Row{"65", exited(65), JobState::Diverged, "", 0},
        Row{"66 is not tried again", exited(66), JobState::OutOfMemory, "", 0},
        Row{"75", exited(75), JobState::Queued, "stopped at a checkpoint", 0},
        Row{"75 when a pause was wanted", with(exited(75), paused), JobState::Paused, "", 0},
        Row{"75 when cancelled is never requeued", with(exited(75), cancelled), JobState::Cancelled, "", 0},
        Row{"77", exited(77), JobState::Failed, "the data set is missing", 0},
        Row{"another code is a death", exited(3), JobState::Queued, "exit code 3", 1},
        Row{"killed", signalled(SIGKILL), JobState::Queued, "signal 9 (Killed)", 1},
        Row{"crashed", signalled(SIGSEGV, 1), JobState::Queued, "signal 11", 2},
        Row{"the third death", signalled(SIGSEGV, 2), JobState::Failed,
            "died 3 times in a row, the last time with signal 11 (Segmentation fault)\nlast words", 3},
        Row{"a death while cancelled", with(signalled(SIGKILL, 2), cancelled), JobState::Cancelled, "", 0},
        Row{"killed by us because it did not stop", with(signalled(SIGKILL, 2), asked), JobState::Queued,
            "stopped", 2},
        Row{"TERM from somebody else is a preemption", signalled(SIGTERM, 2), JobState::Queued, "preempted",
            2},
        Row{"nobody saw its end, and it said nothing", EndedAttempt{}, JobState::Queued, "no word of its end",
            1},
        Row{"nobody saw its end, but it said so",
            with(EndedAttempt{}, [](EndedAttempt& a) { a.failed = saying(WorkerExit::Diverged); }),
            JobState::Diverged, "its own words", 0},
        Row{"nobody saw its end, after a checkpoint",
            with(EndedAttempt{}, [](EndedAttempt& a) { a.hasStopped = true; }), JobState::Queued,
            "stopped at a checkpoint", 0},
        Row{"a reboot is nobody's fault",
            with(EndedAttempt{},
                 [](EndedAttempt& a) { a.kills = 2, a.end.excuse = "lost when the machine was restarted"; }),
            JobState::Queued, "restarted", 2}));

TEST(Outcome, AProgramThatCannotRunIsNoFaultOfItsJob)
{
    const JobVerdict verdict = judge(exited(127));
    EXPECT_TRUE(verdict.isWorkerBroken);
    EXPECT_EQ(verdict.state, JobState::Queued);
    EXPECT_EQ(verdict.kills, 0);
    EXPECT_FALSE(judge(exited(3)).isWorkerBroken);
}

} // namespace
} // namespace regnet
