// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything may die at any moment: the dispatcher, its workers, or both.

#include "core/queue/process.h"
#include "core/queue/rebuild.h"
#include "tests/core/queue/queue_fixture.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>

extern char** environ;

namespace regnet {
namespace {

constexpr std::int64_t networks = 24;

class CrashTest : public QueueTest
{
protected:
    pid_t startDispatcher(std::int64_t n = networks) const
    {
        std::vector<std::string> words{std::string(REGNET_BIN_DIR) + "/test_dispatcher", file.string(),
                                       std::string(REGNET_BIN_DIR) + "/scripted_worker", "2",
                                       std::to_string(n)};
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t child = 0;
        EXPECT_EQ(posix_spawn(&child, words.front().c_str(), nullptr, nullptr, arguments.data(), environ), 0);
        return child;
    }

    static int wait(pid_t child)
    {
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    void killSomeWorker(std::mt19937& random) const
    {
        const std::vector<std::string> ids = spool.jobs();
        if (ids.empty()) return;
        if (const auto worker = findByArgument(spool.jobFolder(ids[random() % ids.size()]).string()))
            kill(static_cast<pid_t>(worker->pid), SIGKILL);
    }

    void expectAllIsWell() const
    {
        const StoreReader store(file);
        EXPECT_TRUE(store.activeJobs().empty());
        EXPECT_EQ(store.counts().of(JobState::Done), networks);
        const Population population = store.population("small");
        ASSERT_EQ(population.members.size(), static_cast<std::size_t>(networks));
        for (std::int64_t depth = 1; depth <= networks; ++depth) {
            const Member& member = population.members[static_cast<std::size_t>(depth - 1)];
            EXPECT_EQ(member.state, Member::State::Finished) << depth;
            EXPECT_DOUBLE_EQ(member.error, 20 + static_cast<double>(depth) + 10.0 / 3) << depth;
            EXPECT_EQ(store.epochs(jobOfDepth(depth)).size(), 3u) << depth;
            EXPECT_FALSE(std::filesystem::exists(spool.jobFolder(jobOfDepth(depth)) / "overlap"))
                << "two workers at once in the folder of " << depth;
        }
        EXPECT_TRUE(store.fullCheck().empty());
    }

    /// How often to kill; REGNET_KILLS asks for more.
    static int kills()
    {
        const char* asked = std::getenv("REGNET_KILLS");
        return asked ? std::max(1, std::atoi(asked)) : 30;
    }
};

TEST_F(CrashTest, ADispatcherKilledAtAnyMomentLosesAndDoublesNothing)
{
    // As much work as the kills take time, so that most of them hit a dispatcher that has something to do.
    script("epoch_ms " + std::to_string(std::max(25, kills() * 5 / 4)) + "\n");
    std::mt19937 random(20260);
    int hits = 0;
    for (int i = 0; i < kills(); ++i) {
        const pid_t dispatcher = startDispatcher();
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 90));
        if (random() % 4 == 0) killSomeWorker(random);
        kill(dispatcher, SIGKILL);
        const int status = wait(dispatcher);
        ASSERT_TRUE(status == 128 + SIGKILL || status == 0) << status;
        if (status != 0) ++hits;
    }
    RecordProperty("killed while working", hits);
    ASSERT_EQ(wait(startDispatcher()), 0);
    expectAllIsWell();
    const std::string before = StoreReader(file).resultsDump();
    rebuildStore(file, spool, "test");
    EXPECT_EQ(StoreReader(file).resultsDump(), before) << "the spool alone holds it all";
}

TEST_F(CrashTest, ManyProgramsOpeningAnEmptyStoreAtOnceAllGetTheirTurn)
{
    std::vector<pid_t> programs;
    for (int i = 0; i < 32; ++i)
        programs.push_back(startDispatcher(2));
    for (const pid_t program : programs)
        EXPECT_EQ(wait(program), 0);
    const StoreReader store(file);
    EXPECT_EQ(store.counts().of(JobState::Done), 2);
    EXPECT_EQ(store.populations().size(), 1u);
    EXPECT_TRUE(store.fullCheck().empty());
}

} // namespace
} // namespace regnet
