// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_thread.h"

#include "core/store/store.h"
#include "tests/widgets/queue/queue_window_fixture.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

class DispatcherThreadTest : public QueueWindowTest
{
};

TEST_F(DispatcherThreadTest, TrainsAndStreamsResults)
{
    DispatcherThread dispatcher(file());
    Population newest;
    QObject::connect(&dispatcher, &DispatcherThread::populationChanged, &dispatcher,
                     [&](const Population& population) { newest = population; });
    const QSignalSpy failures(&dispatcher, &DispatcherThread::failed);
    dispatcher.start();
    dispatcher.train(order(3), 2, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Done) == 3; }));
    EXPECT_TRUE(waitFor(
        [&] { return newest.members.size() == 3 && newest.members[2].state == Member::State::Finished; }));
    EXPECT_TRUE(waitFor([&] { return !dispatcher.snapshot()->dispatcher.isWorking; }))
        << "the lock is given back";
    EXPECT_TRUE(failures.isEmpty());
    EXPECT_FALSE(StoreLock::holder(file()));
}

TEST_F(DispatcherThreadTest, ClosingLeavesWorkersRunningAndTheNextWindowFollowsThem)
{
    script("epoch_ms 400\n");
    {
        DispatcherThread first(file());
        first.start();
        first.train(order(2), 2, QStringLiteral("cpu"));
        ASSERT_TRUE(waitFor([&] { return first.snapshot()->progress.jobs.of(JobState::Running) == 2; }));
    }
    DispatcherThread second(file());
    second.start();
    ASSERT_TRUE(waitFor([&] { return second.snapshot()->progress.jobs.of(JobState::Done) == 2; }));
    EXPECT_THAT(second.recovery().toStdString(), testing::StartsWith("Recovered 2 jobs:"));
    second.dismissRecovery();
    EXPECT_TRUE(second.recovery().isEmpty());
    ASSERT_EQ(second.listing()->size(), 2);
    for (std::int32_t place = 0; place < 2; ++place)
        EXPECT_EQ(second.listing()->at(place).attempt, 1) << "followed, not started anew";
}

TEST_F(DispatcherThreadTest, AStoreWhoseSpoolIsNotThereIsShownAndNotWorkedOn)
{
    const QString unmounted = folder.filePath(QStringLiteral("unmounted"));
    {
        Store store(file(), "test");
        store.add(samplePopulation("small", "RegNetX@cpu", 2, 1));
        store.setSetting("spool", unmounted.toStdString());
    }
    DispatcherThread dispatcher(file());
    std::vector<Problem> told;
    QObject::connect(&dispatcher, &DispatcherThread::failed, &dispatcher,
                     [&](const Problem& problem) { told.push_back(problem); });
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->hasStore; }));
    dispatcher.work(1, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return told.size() == 1; }));
    EXPECT_THAT(told.front().wrong, testing::HasSubstr("where there is no spool"));
    dispatcher.bringInResults(folder.filePath(QStringLiteral("results")), 1, QStringLiteral("cpu"));
    EXPECT_TRUE(waitFor([&] { return told.size() == 2; }));
    EXPECT_FALSE(QDir(unmounted).exists());
}

TEST_F(DispatcherThreadTest, StopWritesCheckpointsAndStartGoesOn)
{
    script("epoch_ms 100\n");
    DispatcherThread dispatcher(file());
    dispatcher.start();
    dispatcher.train(order(2), 2, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] {
        const JobListing& jobs = *dispatcher.listing();
        return jobs.size() == 2 && jobs.at(0).epochsDone > 0 && jobs.at(1).epochsDone > 0;
    }));
    dispatcher.stop();
    ASSERT_TRUE(waitFor([&] { return !dispatcher.snapshot()->dispatcher.isWorking; }));
    EXPECT_TRUE(waitFor([&] {
        const JobCounts& counts = dispatcher.snapshot()->progress.jobs;
        return counts.of(JobState::Queued) + counts.of(JobState::Done) == 2;
    }));
    dispatcher.work(2, QStringLiteral("cpu"));
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Done) == 2; }));
}

TEST_F(DispatcherThreadTest, AnotherProgramThatWritesIsNamedAndLookedAt)
{
    const Store other(file(), "regnet train");
    DispatcherThread dispatcher(file());
    dispatcher.start();
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->dispatcher.holder.has_value(); }));
    EXPECT_EQ(dispatcher.snapshot()->dispatcher.holder->program, "regnet train");
    EXPECT_TRUE(waitFor([&] { return dispatcher.snapshot()->hasStore; }));
}

TEST_F(DispatcherThreadTest, AMissingWorkerIsAProblemAndNoCrash)
{
    qputenv("REGNET_WORKER", "/does/not/exist");
    DispatcherThread dispatcher(file());
    std::string problem;
    QObject::connect(&dispatcher, &DispatcherThread::failed, &dispatcher,
                     [&](const Problem& what) { problem = sentence(what); });
    dispatcher.start();
    dispatcher.train(order(1), 1, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return !problem.empty(); }));
    EXPECT_THAT(problem, testing::HasSubstr("nothing can be trained"));
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(DispatcherThreadTest, DetailsOfAFailedJobHaveItsLastWords)
{
    DispatcherThread dispatcher(file());
    dispatcher.start();
    const PopulationSpec population = samplePopulation("small", "RegNetX@cpu", 1, 1);
    const std::int64_t depth = depthOf(realise(population.networks.front()));
    script(std::to_string(depth) + " crash 1\n");
    JobDetails details;
    QObject::connect(&dispatcher, &DispatcherThread::detailsChanged, &dispatcher,
                     [&](const JobDetails& news) { details = news; });
    dispatcher.train(order(1), 1, QStringLiteral("cpu"));
    ASSERT_TRUE(waitFor([&] { return dispatcher.snapshot()->progress.jobs.of(JobState::Failed) == 1; }));
    ASSERT_TRUE(waitFor([&] { return dispatcher.listing()->size() == 1; }));
    dispatcher.look({dispatcher.listing()->at(0).id});
    ASSERT_TRUE(waitFor([&] { return !details.logTail.empty(); }));
    EXPECT_EQ(details.logTail, "about to die in epoch 1");
    ASSERT_TRUE(details.job);
    EXPECT_THAT(details.job->message, testing::HasSubstr("its worker died 3 times in a row"));
    EXPECT_EQ(details.attempts.size(), 3u);
    EXPECT_THAT(details.populations, testing::ElementsAre("small"));
}

} // namespace
} // namespace regnet
