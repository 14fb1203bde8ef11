// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/process.h"

#include <gtest/gtest.h>

#include <csignal>

namespace regnet {
namespace {

using namespace std::chrono_literals;

ProgramAnswer shell(const std::string& script, std::chrono::milliseconds limit = 60s)
{
    return askProgram("/bin/sh", {"-c", script}, limit);
}

TEST(AskProgram, BringsBothStreamsAndTheExitCode)
{
    const ProgramAnswer answer = shell("echo out; echo err >&2; exit 7");
    EXPECT_TRUE(answer.isStarted);
    EXPECT_EQ(answer.output, "out\nerr\n");
    EXPECT_EQ(answer.exitCode, 7);
}

TEST(AskProgram, AProgramThatIsNotThereIsNotStarted)
{
    EXPECT_FALSE(askProgram("/nowhere/regnet-worker", {}, 60s).isStarted);
    EXPECT_FALSE(askProgram("/etc/passwd", {}, 60s).isStarted) << "a file that may not be run";
}

TEST(AskProgram, OneThatHangsIsEndedWithItsChildren)
{
    const ProgramAnswer answer = shell("echo here; sleep 1000 & sleep 1000", 100ms);
    EXPECT_TRUE(answer.isTimedOut);
    EXPECT_EQ(answer.exitCode, 128 + SIGKILL);
    EXPECT_EQ(answer.output, "here\n");
}

TEST(AskProgram, OneThatClosesItsOutputAndHangsIsEnded)
{
    EXPECT_TRUE(shell("exec >/dev/null 2>&1; sleep 1000", 100ms).isTimedOut);
}

TEST(AskProgram, ACrashIsTheSignal)
{
    EXPECT_EQ(shell("kill -SEGV $$").exitCode, 128 + SIGSEGV);
}

TEST(AskProgram, MoreThanAMebibyteIsCutAndDoesNotBlock)
{
    const ProgramAnswer answer = shell("head -c 3000000 /dev/zero");
    EXPECT_EQ(answer.output.size(), 1u << 20);
    EXPECT_EQ(answer.exitCode, 0);
}

TEST(AskProgram, ExtraEnvironmentReplacesOurs)
{
    setenv("REGNET_COLOUR", "red", 1);
    EXPECT_EQ(askProgram("/bin/sh", {"-c", "echo $REGNET_COLOUR"}, 60s, {"REGNET_COLOUR=blue"}).output,
              "blue\n");
}

TEST(AskProgram, StandardInputIsEmpty)
{
    EXPECT_EQ(shell("cat; echo end").output, "end\n");
}

} // namespace
} // namespace regnet
