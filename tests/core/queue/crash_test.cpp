// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything may die at any moment: the dispatcher, its workers, or both.

#include "core/queue/local_executor.h"
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
    /// Kills dispatchers and their workers at random moments, until it was done `kills` times. Returns how
    /// often a dispatcher was hit that still had something to do.
    int killAll(const std::vector<std::string>& dispatcher, int kills, unsigned mostMs, unsigned seed) const
    {
        std::mt19937 random(seed);
        int hits = 0;
        for (int i = 0; i < kills; ++i) {
            const pid_t child = start(dispatcher);
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % mostMs));
            if (random() % 3 == 0) killSomeWorker(random);
            kill(child, SIGKILL);
            const int status = wait(child);
            EXPECT_TRUE(status == 128 + SIGKILL || status == 0) << status;
            if (status != 0) ++hits;
        }
        return hits;
    }

    std::vector<std::string> dispatcher(std::int64_t n = networks) const
    {
        return {std::string(REGNET_BIN_DIR) + "/test_dispatcher", file.string(),
                std::string(REGNET_BIN_DIR) + "/scripted_worker", "2", std::to_string(n)};
    }

    static pid_t start(std::vector<std::string> words)
    {
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
        if (const auto worker = workerIn(spool.jobFolder(ids[random() % ids.size()])))
            kill(static_cast<pid_t>(worker->pid), SIGKILL);
    }

    /// No job left running without a process, and no process left.
    void expectNobodyIsLeft() const
    {
        EXPECT_TRUE(StoreReader(file).activeJobs().empty());
        for (const std::string& id : spool.jobs())
            EXPECT_FALSE(workerIn(spool.jobFolder(id))) << id;
    }

    void expectAllIsWell() const
    {
        expectNobodyIsLeft();
        const StoreReader store(file);
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

    /// How often to kill; REGNET_KILLS asks for another number.
    static int kills()
    {
        const char* asked = std::getenv("REGNET_KILLS");
        return asked ? std::max(1, std::atoi(asked)) : 200;
    }
};

TEST_F(CrashTest, ADispatcherKilledAtAnyMomentLosesAndDoublesNothing)
{
    // As much work as the kills take time, so that most of them hit a dispatcher that has something to do.
    script("epoch_ms " + std::to_string(std::max(25, kills() * 5 / 4)) + "\n");
    RecordProperty("killed while working", killAll(dispatcher(), kills(), 90, 20260));
    ASSERT_EQ(wait(start(dispatcher())), 0);
    expectAllIsWell();
    const std::string before = StoreReader(file).resultsDump();
    rebuildStore(file, spool, "test");
    EXPECT_EQ(StoreReader(file).resultsDump(), before) << "the spool alone holds it all";
}

// REGNET_CRASH_WORKER=…/regnet-worker: the same with real trainings, which then equal undisturbed ones to the
// last bit.
TEST_F(CrashTest, RealWorkersToo)
{
    const char* worker = std::getenv("REGNET_CRASH_WORKER");
    if (!worker) GTEST_SKIP() << "REGNET_CRASH_WORKER names no worker";
    constexpr std::int64_t n = 8;
    std::vector<std::string> words = dispatcher(n);
    words[2] = worker;
    words.push_back("real");
    std::vector<std::string> undisturbed = words;
    undisturbed[1] = (folder / "undisturbed.db").string();
    ASSERT_EQ(wait(start(undisturbed)), 0);
    RecordProperty("killed while working", killAll(words, std::min(kills(), 25), 2500, 20261));
    ASSERT_EQ(wait(start(words)), 0);
    expectNobodyIsLeft();
    const Population a = StoreReader(file).population("small");
    const Population b = StoreReader(folder / "undisturbed.db").population("small");
    for (std::size_t i = 0; i < static_cast<std::size_t>(n); ++i) {
        EXPECT_EQ(a.members[i].state, Member::State::Finished);
        EXPECT_EQ(a.members[i].error, b.members[i].error) << i;
    }
}

TEST_F(CrashTest, ManyProgramsOpeningAnEmptyStoreAtOnceAllGetTheirTurn)
{
    std::vector<pid_t> programs;
    for (int i = 0; i < 32; ++i)
        programs.push_back(start(dispatcher(2)));
    for (const pid_t program : programs)
        EXPECT_EQ(wait(program), 0);
    const StoreReader store(file);
    EXPECT_EQ(store.counts().of(JobState::Done), 2);
    EXPECT_EQ(store.populations().size(), 1u);
    EXPECT_TRUE(store.fullCheck().empty());
}

} // namespace
} // namespace regnet
