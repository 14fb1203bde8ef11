// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_lock.h"

#include "core/problem.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace regnet {
namespace {

TEST(StoreLock, HasOneHolderAndSaysWho)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db";
    EXPECT_FALSE(StoreLock::holder(store));
    {
        const auto lock = StoreLock::tryAcquire(store, "regnet train");
        ASSERT_TRUE(lock);
        EXPECT_FALSE(StoreLock::tryAcquire(store, "regnet queue"));
        const auto holder = StoreLock::holder(store);
        ASSERT_TRUE(holder);
        EXPECT_EQ(holder->program, "regnet train");
        EXPECT_EQ(holder->pid, getpid());
    }
    EXPECT_FALSE(StoreLock::holder(store));
    EXPECT_TRUE(StoreLock::tryAcquire(store, "regnet queue"));
}

TEST(StoreLock, IsTheSameForEveryLinkToTheStore)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db", link = folder / "link.db";
    Store(store, "test");
    std::filesystem::create_symlink("runs.db", link);
    const auto lock = StoreLock::tryAcquire(link, "regnet train");
    ASSERT_TRUE(lock);
    EXPECT_FALSE(StoreLock::tryAcquire(store, "regnet queue"));
    ASSERT_TRUE(StoreLock::holder(store));
    EXPECT_EQ(StoreLock::holder(store)->program, "regnet train");
    EXPECT_FALSE(std::filesystem::exists(link.string() + ".lock"));
}

TEST(StoreLock, APipeInItsPlaceHasNoHolder)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db";
    ASSERT_EQ(mkfifo(lockFileOf(store).c_str(), 0600), 0);
    EXPECT_FALSE(StoreLock::holder(store));
}

TEST(StoreLock, ALinkInItsPlaceIsNamedAndWhatItLeadsToIsLeftAlone)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db";
    std::ofstream(folder / "thesis.tex") << "years of work";
    std::filesystem::create_symlink("thesis.tex", lockFileOf(store));
    EXPECT_FALSE(StoreLock::holder(store));
    EXPECT_EQ(problemOf([&] { const Store opened(store, "test"); }),
              lockFileOf(store).string() + ": is a link to thesis.tex, and nothing is written through one; "
                                           "expected no link there: remove it");
    EXPECT_EQ(readWhole(folder / "thesis.tex"), "years of work");
    EXPECT_FALSE(std::filesystem::exists(store));
}

TEST(StoreLock, AFileThatWasTakenAwayIsNoLock)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db";
    const auto former = StoreLock::tryAcquire(store, "regnet train");
    StoreLock::removeFile(store);
    const auto lock = StoreLock::tryAcquire(store, "regnet queue");
    ASSERT_TRUE(lock);
    EXPECT_FALSE(StoreLock::tryAcquire(store, "regnet store"));
    EXPECT_EQ(StoreLock::holder(store)->program, "regnet queue");
}

TEST(StoreLock, DiesWithItsHolder)
{
    const TemporaryFolder folder;
    const auto store = folder / "runs.db";
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = StoreLock::tryAcquire(store, "doomed");
        const char answer = lock ? 'y' : 'n';
        if (write(ready[1], &answer, 1) == 1) pause();
        _exit(0);
    }
    char answer = 0;
    ASSERT_EQ(read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    EXPECT_EQ(StoreLock::holder(store)->pid, child);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_TRUE(StoreLock::tryAcquire(store, "next"));
    close(ready[0]);
    close(ready[1]);
}

TEST(StoreLock, SaysWhenItCannotBeWritten)
{
    const TemporaryFolder folder;
    EXPECT_THROW(StoreLock::tryAcquire(folder / "missing" / "runs.db", "test"), Error);
}

TEST(StoreLock, AHolderWithoutANameIsAnotherProgram)
{
    EXPECT_EQ(describe(LockHolder{}), "another program");
    EXPECT_EQ(describe(LockHolder{4711, "calculon", "regnet train"}),
              "regnet train (process 4711 on calculon)");
}

} // namespace
} // namespace regnet
