// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/rebuild.h"

#include "core/system/whole_file.h"
#include "tests/core/queue/queue_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
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

TEST_F(RebuildTest, BehindALinkTheStoreIsMadeAnewAndTheLinkStays)
{
    {
        Store store(file, "test");
        add(store, 1);
        workOff(store);
    }
    const std::filesystem::path link = folder / "link.db";
    std::filesystem::create_symlink(file, link);
    const RebuildReport report = rebuildStore(link, spool, "test");
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_FALSE(std::filesystem::is_symlink(report.oldStore));
    EXPECT_FALSE(std::filesystem::equivalent(report.oldStore, file));
    EXPECT_EQ(StoreReader(file).counts().of(JobState::Done), 1);
}

TEST_F(RebuildTest, ACopyOfAJobsFolderIsNoJobOfItsOwn)
{
    {
        Store store(file, "test");
        add(store, 1);
        workOff(store);
    }
    const std::filesystem::path copy = spool.root() / "copy";
    std::filesystem::copy(spool.jobFolder(jobOfDepth(1)), copy, std::filesystem::copy_options::recursive);
    const RebuildReport report = rebuildStore(file, spool, "test");
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(sentence(report.problems.front()), copy.string() + ": holds another job");
    EXPECT_EQ(report.populations, 1);
    EXPECT_EQ(report.results, 1);
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

// SQLite would play it into the new store, too.
TEST_F(RebuildTest, ALogWithoutItsStoreIsSetAside)
{
    {
        Store store(file, "test");
        add(store, 2);
        workOff(store);
        std::filesystem::copy_file(file.string() + "-wal",
                                   folder / "log"); // as a program that dies leaves it
    }
    std::filesystem::rename(folder / "log", file.string() + "-wal");
    std::filesystem::remove(file);
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_TRUE(std::filesystem::exists(report.oldStore.string() + "-wal"));
    const StoreReader store(file);
    EXPECT_TRUE(store.fullCheck().empty());
    EXPECT_EQ(store.counts().of(JobState::Done), 2);
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

/// A spool of three results, of which something happens to the second one's.
class DamagedSpoolTest : public QueueTest
{
protected:
    enum class Former { Kept, Lost };

    DamagedSpoolTest()
    {
        script("");
        Store store(file, "test");
        add(store, 3);
        workOff(store);
        m_before = store.resultsDump();
    }

    RebuildReport rebuilt(Former former)
    {
        if (former == Former::Lost)
            for (const char* suffix : {"", "-wal", "-shm"})
                std::filesystem::remove(file.string() + suffix);
        return rebuildStore(file, spool, "test");
    }

    static void cutOff(const std::filesystem::path& torn, std::uintmax_t bytes)
    {
        std::filesystem::resize_file(torn, std::filesystem::file_size(torn) - bytes);
    }

    /// A link that leads to itself cannot be read, not even by root.
    static void makeUnreadable(const std::filesystem::path& path)
    {
        std::filesystem::rename(path, path.string() + ".moved");
        std::filesystem::create_symlink(path.filename(), path);
    }

    std::string id = jobOfDepth(2);
    std::filesystem::path job = spool.jobFolder(id);
    std::filesystem::path log = attemptFolder(job, 1) / "events.jsonl";
    std::filesystem::path end = attemptFolder(job, 1) / "end.json";
    std::string m_before;
};

TEST_F(DamagedSpoolTest, ALogThatIsTornInItsLastLineIsToldAndItsJobIsTrainedAgain)
{
    cutOff(log, 10);
    const RebuildReport report = rebuilt(Former::Lost);
    EXPECT_EQ(report.results, 2);
    EXPECT_EQ(report.damagedLines, 1);
    ASSERT_EQ(report.damage.size(), 1u);
    EXPECT_EQ(report.damage[0].where, log.string() + ":5");
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_THAT(sentence(report.problems[0]),
                testing::HasSubstr(id + ": is done, but its result cannot be read: it is queued again"));
    EXPECT_FALSE(report.isComplete());
    Store store(file, "test");
    EXPECT_EQ(store.job(id)->state, JobState::Queued);
    workOff(store);
    EXPECT_EQ(store.counts().of(JobState::Done), 3);
    EXPECT_TRUE(store.result(id));
}

TEST_F(DamagedSpoolTest, ALastLineThatOnlyLacksItsEndIsWhole)
{
    cutOff(log, 1);
    const RebuildReport report = rebuilt(Former::Lost);
    EXPECT_TRUE(report.isComplete());
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);
}

TEST_F(DamagedSpoolTest, WhatTheSpoolHasLostIsTakenFromTheFormerStore)
{
    cutOff(log, 10);
    const RebuildReport report = rebuilt(Former::Kept);
    EXPECT_EQ(report.results, 3);
    EXPECT_EQ(report.takenOver, 1);
    EXPECT_EQ(report.damagedLines, 1);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);
}

TEST_F(DamagedSpoolTest, ARowThatCannotBeDoesNotHideTheOtherResults)
{
    {
        SQLite::Database damaged(file.string(), SQLite::OPEN_READWRITE);
        SQLite::Statement update(damaged, "UPDATE job SET attempt = 9223372036854775807 WHERE id = ?");
        update.bind(1, jobOfDepth(1));
        update.exec();
    }
    cutOff(log, 10);
    EXPECT_EQ(rebuilt(Former::Kept).takenOver, 1);
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);
}

TEST_F(DamagedSpoolTest, ASpoolInWhichAnotherStoreWorksIsLeftToIt)
{
    const auto other = folder / "other.db";
    {
        Store store(other, "test");
    }
    const std::string before = readWhole(other);
    EXPECT_THAT(problemOf([&] { rebuildStore(other, spool, "test"); }),
                testing::HasSubstr("belongs to the store " + file.string()));
    EXPECT_EQ(readWhole(other), before);
}

TEST_F(DamagedSpoolTest, WhatCannotBeReadIsNamedAndTakenFromTheFormerStore)
{
    for (const auto& unreadable : {log, end, attemptFolder(job, 1), job}) {
        makeUnreadable(unreadable);
        const RebuildReport report = rebuilt(Former::Kept);
        ASSERT_FALSE(report.problems.empty()) << unreadable;
        EXPECT_THAT(sentence(report.problems[0]), testing::HasSubstr(unreadable.string()));
        EXPECT_EQ(report.results, 3) << unreadable;
        const StoreReader store(file);
        EXPECT_EQ(store.counts().of(JobState::Done), 3) << unreadable;
        EXPECT_EQ(store.epochs(id).size(), 3u) << unreadable;
        std::filesystem::remove(unreadable);
        std::filesystem::rename(unreadable.string() + ".moved", unreadable);
    }
    EXPECT_TRUE(rebuilt(Former::Lost).isComplete());
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);
}

TEST_F(DamagedSpoolTest, AFileInThePlaceOfAFolderIsToldOnceAndItsJobTrainedAgain)
{
    for (const auto& replaced : {attemptFolder(job, 1), job}) {
        std::filesystem::remove_all(replaced);
        std::ofstream(replaced) << "no folder";
        const RebuildReport report = rebuilt(Former::Lost);
        ASSERT_EQ(report.problems.size(), 1u) << replaced;
        EXPECT_EQ(sentence(report.problems[0]), replaced.string() + ": cannot be read: Not a directory");
        EXPECT_EQ(report.results, 2);
        EXPECT_EQ(StoreReader(file).job(id)->state, JobState::Queued);
    }
}

TEST_F(DamagedSpoolTest, AnEndThatIsDamagedIsToldAndJudgedByTheLog)
{
    cutOff(end, std::filesystem::file_size(end) / 2);
    RebuildReport report = rebuilt(Former::Lost);
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_THAT(sentence(report.problems[0]), testing::HasSubstr(end.string()));
    EXPECT_EQ(StoreReader(file).job(id)->state, JobState::Done);
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);

    std::ofstream(end) << R"({"state":"perhaps"})";
    std::filesystem::remove(log);
    report = rebuilt(Former::Lost);
    EXPECT_THAT(sentence(report.problems.at(0)), testing::HasSubstr("is no state of a job"));
    EXPECT_EQ(StoreReader(file).job(id)->state, JobState::Queued) << "no process has it";
}

TEST_F(DamagedSpoolTest, DamagedWishesAndJobFilesAreTold)
{
    for (const auto& damaged : {spool.root() / "wishes.json", jobFile(job)}) {
        std::ofstream(damaged) << "{ \"jobs\"";
        const RebuildReport report = rebuilt(Former::Lost);
        ASSERT_EQ(report.problems.size(), 1u) << damaged;
        EXPECT_THAT(sentence(report.problems[0]), testing::HasSubstr(damaged.string() + ":1"));
        EXPECT_EQ(report.results, 3);
        std::filesystem::remove(damaged);
    }
}

TEST_F(DamagedSpoolTest, ASpoolThatCannotBeListedLeavesTheStoreAsItWas)
{
    makeUnreadable(spool.root() / "populations");
    EXPECT_THAT(problemOf([&] { rebuilt(Former::Kept); }),
                testing::HasSubstr("populations: cannot be read: Too many levels of symbolic links"));
    EXPECT_EQ(StoreReader(file).resultsDump(), m_before);
}

TEST_F(DamagedSpoolTest, ResultsOfJobsThatTheSpoolDoesNotKnowAreNamed)
{
    for (const auto& entry : std::filesystem::directory_iterator(spool.root() / "populations"))
        std::filesystem::remove(entry.path());
    std::filesystem::remove_all(job);
    const RebuildReport report = rebuilt(Former::Kept);
    EXPECT_EQ(report.results, 2);
    ASSERT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(sentence(report.problems[0]),
              file.string() + ": has the results of 1 job that the new store lacks (" + id + "); it is kept");
    EXPECT_TRUE(StoreReader(report.oldStore).result(id));
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
