// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/tied_process.h"

#include "core/system/run_command.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace regnet {
namespace {

/// A program of ours that runs a command of a minute; `pipe` has a writer for as long as that lives.
class TiedProcessTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
        m_pipe = open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        ASSERT_GE(m_pipe, 0);
    }
    void TearDown() override
    {
        kill(m_program, SIGKILL);
        waitpid(m_program, nullptr, 0);
        close(m_pipe);
    }

    void start(double seconds)
    {
        m_program = fork();
        if (m_program == 0) {
            runCommand({"/bin/sh", "-c", "exec >\"$0\" 2>&1; echo here; exec sleep 60", pipe}, seconds);
            _exit(0);
        }
        char said[8] = {};
        ASSERT_TRUE(hears(POLLIN));
        ASSERT_EQ(read(m_pipe, said, sizeof said), 5) << "the command runs";
    }

    /// Within ten seconds.
    bool hears(short what) const
    {
        pollfd file{m_pipe, POLLIN, 0};
        return poll(&file, 1, 10'000) == 1 && (file.revents & what) != 0;
    }

    TemporaryFolder folder;
    std::string pipe = (folder / "pipe").string();
    pid_t m_program = -1;

private:
    int m_pipe = -1;
};

TEST_F(TiedProcessTest, ACommandEndsWithTheProgramThatRanIt)
{
    start(60);
    kill(m_program, SIGTERM);
    EXPECT_TRUE(hears(POLLHUP)) << "the command goes on without us";
}

TEST_F(TiedProcessTest, ACommandEndsInTimeThoughWeAreStopped)
{
    start(0.5);
    kill(m_program, SIGSTOP);
    EXPECT_TRUE(hears(POLLHUP)) << "the command goes on beyond its limit";
}

TEST(TiedProcess, SaysWhyItWasNotStarted)
{
    EXPECT_EQ(startTied({{"/nowhere/regnet"}, {}, {0, 1, 2}, 60}), -1);
    EXPECT_EQ(errno, ENOENT);
    const CommandResult result = runCommand({"/etc/passwd"}, 60);
    EXPECT_FALSE(result.isStarted);
    EXPECT_EQ(result.err, "/etc/passwd: Permission denied");
}

TEST(TiedProcess, SignalsThatWeIgnoreOrBlockAreItsOwn)
{
    const auto before = std::signal(SIGTERM, SIG_IGN);
    const CommandResult result = runCommand({"/bin/sh", "-c", "kill -TERM $$; echo deaf"}, 60);
    std::signal(SIGTERM, before);
    EXPECT_EQ(result.signal, SIGTERM) << result.out;
}

TEST(TiedProcess, GetsNoFileOfOurs)
{
    const int ours = open("/dev/null", O_RDONLY); // without O_CLOEXEC
    EXPECT_EQ(runCommand({"ls", "/proc/self/fd"}, 60).out, "0\n1\n2\n3\n") << "3 is the folder itself";
    close(ours);
}

} // namespace
} // namespace regnet
