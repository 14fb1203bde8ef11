// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/rebuild.h"

#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

class RebuildTest : public QueueTest
{
};

TEST_F(RebuildTest, TheSpoolAloneGivesTheSameStore)
{
    script("2 fail 65\n3 crash 2\n4 crash_once 3\n5 garbage\n");
    std::string before;
    {
        Store store(file, "test");
        add(store, 6);
        carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(6)}, {}}, 0, {}}, store, spool);
        workOff(store);
        before = store.resultsDump();
    }
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_EQ(report.populations, 1);
    EXPECT_EQ(report.jobs, 6);
    EXPECT_EQ(report.results, 3);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
    EXPECT_EQ(StoreReader(file).job(jobOfDepth(6))->state, JobState::Cancelled);
}

TEST_F(RebuildTest, PausesPrioritiesAndPlacesComeBack)
{
    using Action = QueueRequest::Action;
    script("2 fail 65\n3 fail 66\n4 hang\n");
    std::string before;
    std::vector<std::string> order;
    {
        Store store(file, "test");
        add(store, 9);
        PopulationSpec second = populationOf(3, "a name that sorts first");
        second.training->seed = 2;
        second.keepsWeights = true;
        carryOut(adding(second), store, spool);
        carryOut({Action::Pause, {{jobOfDepth(5), jobOfDepth(6)}, {}}, 0, {}}, store, spool);
        carryOut({Action::Resume, {{jobOfDepth(6)}, {}}, 0, {}}, store, spool);
        carryOut({Action::Priority, {{jobOfDepth(7)}, {}}, 5, {}}, store, spool);
        carryOut({Action::Move, {{jobOfDepth(9)}, {}}, 0, {}, {JobPlace::Where::Before, jobOfDepth(8)}},
                 store, spool);
        Dispatcher dispatcher(store, spool, executor, settings(1));
        stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(4)).size() == 1; });
        carryOut({Action::Pause, {{jobOfDepth(4)}, {}}, 0, {}}, store, spool);
        stepUntil(dispatcher, [&] { return stateOf(store, 4) == JobState::Paused; });
        dispatcher.stop();
        stepUntil(dispatcher, [&] { return store.activeJobs().empty(); });
        carryOut({Action::Resume, {{jobOfDepth(4)}, {}}, 0, {}}, store, spool);
        carryOut({Action::Retry, {{jobOfDepth(2)}, {}}, 0, {}}, store, spool);
        carryOut({Action::Pause, {}, 0, {}}, store, spool);
        EXPECT_EQ(stateOf(store, 2), JobState::Queued);
        EXPECT_EQ(stateOf(store, 3), JobState::OutOfMemory);
        EXPECT_EQ(stateOf(store, 5), JobState::Paused);
        before = store.resultsDump();
        for (const JobRecord& job : store.jobs())
            order.push_back(job.id);
    }
    rebuildStore(file, spool, "test");
    const StoreReader store(file);
    EXPECT_EQ(store.resultsDump(), before);
    EXPECT_TRUE(store.isQueuePaused());
    EXPECT_EQ(stateOf(store, 2), JobState::Queued) << "another try was asked for";
    EXPECT_EQ(stateOf(store, 4), JobState::Queued) << "it was resumed after its worker had been stopped";
    EXPECT_EQ(stateOf(store, 5), JobState::Paused);
    EXPECT_EQ(store.job(jobOfDepth(7))->priority, 5);
    std::vector<std::string> rebuilt;
    for (const JobRecord& job : store.jobs())
        rebuilt.push_back(job.id);
    EXPECT_EQ(rebuilt, order);
}

TEST_F(RebuildTest, ADamagedStoreIsSetAsideAndNotDeleted)
{
    {
        Store store(file, "test");
        add(store, 1);
        workOff(store);
    }
    std::ofstream(file) << "no database any more, and long enough to be read as one "
                        << std::string(500, 'x');
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_TRUE(std::filesystem::exists(report.oldStore));
    EXPECT_EQ(StoreReader(file).counts().of(JobState::Done), 1);
}

// SQLite would play the journal of the former store into the new one.
TEST_F(RebuildTest, AJournalIsSetAsideWithItsStore)
{
    {
        Store store(file, "test");
        add(store, 1);
    }
    std::ofstream(file.string() + "-journal") << "of the former store";
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_FALSE(std::filesystem::exists(file.string() + "-journal"));
    EXPECT_TRUE(std::filesystem::exists(report.oldStore.string() + "-journal"));
}

// It would be in the way of the new store as it was of the former.
TEST_F(RebuildTest, ALinkThatLeadsNowhereIsSetAsideWithItsStore)
{
    {
        Store store(file, "test");
        add(store, 1);
    }
    const std::filesystem::path link = file.string() + "-wal";
    std::filesystem::remove(link);
    std::filesystem::create_symlink("nowhere", link);
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_TRUE(std::filesystem::is_symlink(report.oldStore.string() + "-wal"));
    EXPECT_FALSE(std::filesystem::is_symlink(link));
    EXPECT_EQ(StoreReader(file).counts().total(), 1);
}

TEST_F(RebuildTest, ALostPopulationFileLeavesTheResults)
{
    {
        Store store(file, "test");
        add(store, 2);
        workOff(store);
    }
    for (const auto& entry : std::filesystem::directory_iterator(spool.root() / "populations"))
        std::ofstream(entry.path()) << "{ damaged";
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(report.results, 2);
    const auto populations = StoreReader(file).populations();
    ASSERT_EQ(populations.size(), 1u);
    EXPECT_EQ(populations[0].name, "recovered 1 (three)");
    EXPECT_EQ(populations[0].jobs.of(JobState::Done), 2);
}

TEST_F(RebuildTest, AnEmptySpoolMakesNoEmptyStoreOfAGoodOne)
{
    {
        Store store(file, "test");
        add(store, 1);
    }
    const Spool empty(folder / "empty.spool");
    empty.create();
    EXPECT_THAT(problemOf([&] { rebuildStore(file, empty, "test"); }),
                testing::HasSubstr("empty.spool: is empty, and " + file.string() + " has 1 population"));
    EXPECT_EQ(StoreReader(file).populations().size(), 1u);
    std::ofstream(file) << std::string(500, 'x');
    EXPECT_EQ(rebuildStore(file, empty, "test").populations, 0) << "nothing that could be read is lost";
}

TEST_F(RebuildTest, NeedsASpoolAndTheLock)
{
    EXPECT_THROW(rebuildStore(file, Spool(folder / "missing"), "test"), Error);
    const Store store(file, "regnet train");
    spool.create();
    try {
        rebuildStore(file, spool, "test");
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("is being written by regnet train"));
    }
}

} // namespace
} // namespace regnet
