// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/process.h"

#include "core/problem.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

TEST(Process, ThisOneLivesAndAnEarlierOneOfItsNumberDoesNot)
{
    const auto self = identify(getpid());
    ASSERT_TRUE(self);
    EXPECT_TRUE(isAlive(*self));
    ProcessIdentity earlier = *self;
    --earlier.startTicks;
    EXPECT_FALSE(isAlive(earlier));
    ProcessIdentity beforeReboot = *self;
    beforeReboot.bootId = "another boot";
    EXPECT_FALSE(isAlive(beforeReboot));
    EXPECT_FALSE(isAlive(ProcessIdentity{}));
}

TEST(Process, AZombieIsDead)
{
    const pid_t child = fork();
    if (child == 0) {
        pause();
        _exit(0);
    }
    const auto process = identify(child);
    ASSERT_TRUE(process);
    EXPECT_TRUE(isAlive(*process));
    kill(child, SIGKILL);
    siginfo_t info;
    waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT); // ended, but not yet waited for
    EXPECT_FALSE(isAlive(*process));
    waitpid(child, nullptr, 0);
}

TEST(Process, OneThatGoesWhileItIsLookedAtIsJustGone)
{
    // Its files of /proc can be opened, and then not be read any more.
    for (int i = 0; i < 300; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            pause();
            _exit(0);
        }
        std::thread end([child] {
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
        });
        while (identify(child)) {
        }
        EXPECT_FALSE(findProcess([child](std::int64_t pid) { return pid == child; }));
        end.join();
    }
}

TEST(Process, AMissingWorkerIsReportedWithTheWayOut)
{
    const TemporaryFolder folder;
    try {
        requireWorker(folder / "regnet-worker");
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(),
                    testing::HasSubstr("is not there, so nothing can be trained; expected ./run.sh"));
    }
    std::ofstream(folder / "regnet-worker") << "text";
    EXPECT_THROW(requireWorker(folder / "regnet-worker"), Error) << "not executable";
}

} // namespace
} // namespace regnet
