// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/network/network_json.h"
#include "core/store/training_text.h"
#include "tests/core/store/file_size_limit.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <map>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

LoggedEvent epochEvent(std::int64_t sequence, std::int64_t epoch, double testError)
{
    return {sequence, 1000.0 + static_cast<double>(sequence),
            EpochEvent{epoch, 0.1, 2, 80, 2, testError, 1.5}};
}

LoggedEvent finishedEvent(std::int64_t sequence, double best)
{
    return {sequence, 2000, FinishedEvent{best, best + 1, 12}};
}

class StoreTest : public testing::Test
{
protected:
    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
};

TEST_F(StoreTest, ClaimsByPriorityThenAgeAndCountsAttempts)
{
    Store store(file, "test");
    store.add(populationOf(3));
    store.setPriority({{jobOfDepth(3)}, {}}, 5);
    const auto first = store.claim("cpu", 100);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->id, jobOfDepth(3));
    EXPECT_EQ(first->attempt, 1);
    EXPECT_EQ(store.claim("cpu", 100)->id, jobOfDepth(1));
    EXPECT_EQ(store.claim("cpu", 100)->id, jobOfDepth(2));
    EXPECT_FALSE(store.claim("cpu", 100));
    store.end(*first, {JobState::Queued, "preempted", 0, 200});
    EXPECT_FALSE(store.claim("cpu", 199));
    EXPECT_EQ(store.claim("cpu", 200)->attempt, 2);
}

TEST_F(StoreTest, AClockThatIsSetBackHoldsNoJob)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const double then = 1'800'000'000;
    store.end(*store.claim("cpu", then), {JobState::Queued, "died", 1, then + 2});
    EXPECT_FALSE(store.nextQueued(then + 1)) << "it waits for its retry";
    EXPECT_FALSE(store.claim("cpu", then - 60)) << "a clock that is put right by a minute";
    EXPECT_TRUE(store.nextQueued(then - 3600)) << "no retry waits an hour";
    EXPECT_TRUE(store.claim("cpu", then - 3600));
}

TEST_F(StoreTest, ImportingALogTwiceChangesNothing)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob job = *store.claim("cpu", 0);
    const std::vector<LoggedEvent> log{{1, 1000, StartedEvent{11, 22, 33, 0, "2.13.0", "cpu", "abc", 1}},
                                       epochEvent(2, 1, 60),
                                       epochEvent(3, 2, 50),
                                       epochEvent(4, 3, 52),
                                       finishedEvent(5, 50)};
    EXPECT_EQ(store.record(job.id, 1, log), 0);
    EXPECT_EQ(store.end(job, {JobState::Done, "", 0, 0}), JobState::Done);
    const std::string once = store.resultsDump();
    EXPECT_EQ(store.record(job.id, 1, log), 0);
    EXPECT_EQ(store.resultsDump(), once);
    ASSERT_EQ(store.epochs(job.id).size(), 3u);
    EXPECT_DOUBLE_EQ(store.epochs(job.id)[1].values.testError, 50);
    const auto result = store.result(job.id);
    ASSERT_TRUE(result);
    EXPECT_DOUBLE_EQ(result->values.bestTestError, 50);
    EXPECT_EQ(result->manifest.params, 22);
    EXPECT_EQ(result->manifest.torchVersion, "2.13.0");
}

TEST_F(StoreTest, AResumedCurveTakesTheNewestAttempt)
{
    Store store(file, "test");
    store.add(populationOf(1));
    ClaimedJob job = *store.claim("cpu", 0);
    store.record(job.id, 1, std::vector{epochEvent(2, 1, 60), epochEvent(3, 2, 50)});
    store.end(job, {JobState::Queued, "", 1, 0});
    job = *store.claim("cpu", 0);
    store.record(job.id, 2, std::vector{epochEvent(2, 2, 49), epochEvent(3, 3, 48)});
    std::vector<double> errors;
    for (const EpochRecord& epoch : store.epochs(job.id))
        errors.push_back(epoch.values.testError);
    EXPECT_THAT(errors, ElementsAre(60, 49, 48));
}

TEST_F(StoreTest, ALateWordOfAnOldAttemptChangesNoState)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob old = *store.claim("cpu", 0);
    store.end(old, {JobState::Queued, "lost", 0, 0});
    const ClaimedJob current = *store.claim("cpu", 0);
    EXPECT_EQ(store.end(old, {JobState::Failed, "too late", 3, 0}), JobState::Claimed);
    EXPECT_EQ(store.job(current.id)->attempt, 2);
}

TEST_F(StoreTest, ALateResultCountsOnceAndTheSecondIsSuperseded)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob old = *store.claim("cpu", 0);
    store.end(old, {JobState::Queued, "lost", 0, 0});
    const ClaimedJob current = *store.claim("cpu", 0);
    store.record(old.id, 1, std::vector{finishedEvent(2, 40)});
    EXPECT_EQ(store.job(old.id)->state, JobState::Claimed) << "its worker still runs";
    store.record(current.id, 2, std::vector{finishedEvent(2, 41)});
    EXPECT_EQ(store.end(current, {JobState::Done, "", 0, 0}), JobState::Done);
    EXPECT_DOUBLE_EQ(store.result(old.id)->values.bestTestError, 40);
    EXPECT_EQ(store.result(old.id)->attempt, 1);
}

TEST_F(StoreTest, ALateResultOfAQueuedJobSavesTheWork)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob old = *store.claim("cpu", 0);
    store.end(old, {JobState::Queued, "lost", 0, 0});
    store.record(old.id, 1, std::vector{finishedEvent(2, 40)});
    EXPECT_EQ(store.job(old.id)->state, JobState::Done);
    EXPECT_FALSE(store.claim("cpu", 0));
}

TEST_F(StoreTest, AWorkerThatLiesIsNotBelieved)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob job = *store.claim("cpu", 0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(store.record(job.id, 1,
                           std::vector{finishedEvent(1, 140), finishedEvent(2, nan), finishedEvent(3, -1),
                                       epochEvent(4, 0, 50), epochEvent(5, 4, 50), epochEvent(0, 1, 50)}),
              6);
    EXPECT_EQ(store.record(job.id, 2, std::vector{finishedEvent(1, 40)}), 1) << "nobody started attempt 2";
    EXPECT_FALSE(store.result(job.id));
    EXPECT_TRUE(store.epochs(job.id).empty());
}

TEST_F(StoreTest, AnEpochWithoutNumbersIsKeptAsSuch)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob job = *store.claim("cpu", 0);
    EXPECT_EQ(
        store.record(job.id, 1, std::vector{epochEvent(1, 1, std::numeric_limits<double>::quiet_NaN())}), 0);
    ASSERT_EQ(store.epochs(job.id).size(), 1u);
    EXPECT_TRUE(std::isnan(store.epochs(job.id)[0].values.testError));
}

TEST_F(StoreTest, ProgressForgivesEarlierDeaths)
{
    Store store(file, "test");
    store.add(populationOf(1));
    ClaimedJob job = *store.claim("cpu", 0);
    store.end(job, {JobState::Queued, "died", 2, 0});
    job = *store.claim("cpu", 0);
    EXPECT_EQ(store.job(job.id)->kills, 2);
    store.record(job.id, 2, std::vector{epochEvent(1, 1, 50)});
    EXPECT_EQ(store.job(job.id)->kills, 0);
    store.end(job, {JobState::Queued, "died", 1, 0});
    job = *store.claim("cpu", 0);
    store.record(job.id, 3, std::vector{epochEvent(1, 1, 50)});
    EXPECT_EQ(store.job(job.id)->kills, 1) << "the same epoch again is no progress";
}

TEST_F(StoreTest, PopulationsAreReadWithFailuresAndPendingOnes)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(3);
    population.networks.push_back(networkOfDepth(1));
    store.add(population);
    ClaimedJob job = *store.claim("cpu", 0);
    store.record(job.id, 1, std::vector{finishedEvent(1, 42)});
    store.end(job, {JobState::Done, "", 0, 0});
    job = *store.claim("cpu", 0);
    store.end(job, {JobState::Diverged, "epoch 2", 0, 0});
    const Population read = StoreReader(file).population("small");
    ASSERT_EQ(read.members.size(), 4u);
    EXPECT_EQ(read.members[0].state, Member::State::Finished);
    EXPECT_DOUBLE_EQ(read.members[0].error, 42);
    EXPECT_EQ(read.members[1].state, Member::State::Failed);
    EXPECT_EQ(read.members[2].state, Member::State::Pending);
    EXPECT_EQ(read.members[3].state, Member::State::Finished) << "drawn twice, trained once";
    EXPECT_DOUBLE_EQ(read.members[1].properties.at("depth"), 2);
    EXPECT_GT(read.members[1].properties.at("flops"), read.members[0].properties.at("flops"));
    EXPECT_EQ(read.members[1].networkHash, hashOf(realise(networkOfDepth(2))));
    EXPECT_EQ(read.recipe, trainingText(smallTraining()));
    EXPECT_DOUBLE_EQ(store.population("small", ErrorKind::LastTest).members[0].error, 43);
}

TEST_F(StoreTest, OfSeveralTrainingsTheOneAskedForLastIsRead)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(1);
    store.add(population);
    const ClaimedJob job = *store.claim("cpu", 0);
    store.record(job.id, 1, std::vector{finishedEvent(1, 42)});
    store.end(job, {JobState::Done, "", 0, 0});
    population.training->recipe.name = "four";
    population.training->recipe.epochs = 4;
    store.add(population);
    EXPECT_EQ(store.population("small").members[0].state, Member::State::Pending);
    EXPECT_EQ(store.population("small@three").members[0].state, Member::State::Finished);
    EXPECT_THAT(problemOf([&] { store.population("small@five"); }),
                HasSubstr("was not trained with recipe \"five\""));
    EXPECT_THAT(problemOf([&] { store.population("large"); }),
                HasSubstr("has no population \"large\"; expected one of small"));
}

TEST_F(StoreTest, PopulationsComeOutAsTheyWentIn)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(2);
    population.networks.front().regnet = RegnetParameters{};
    population.networks.front().stages.clear();
    population.seed = 0xFFFFFFFFFFFFFFFF;
    population.training->seed = 0x8000000000000001;
    population.training->dataSet.folder = "somewhere";
    population.spaceJson = R"({"base":"RegNetX"})";
    store.add(population);
    const PopulationSpec read = store.populationSpec("small");
    EXPECT_EQ(read.networks, population.networks);
    EXPECT_EQ(read.seed, population.seed);
    EXPECT_EQ(read.training, population.training);
    EXPECT_EQ(read.spaceJson, population.spaceJson);
}

TEST_F(StoreTest, PauseResumeCancelAndRetry)
{
    Store store(file, "test");
    store.add(populationOf(3));
    const ClaimedJob running = *store.claim("cpu", 0);
    EXPECT_EQ(store.pause({{}, {"small"}}), 3);
    EXPECT_EQ(store.job(running.id)->state, JobState::Claimed);
    EXPECT_EQ(store.job(running.id)->wanted, JobState::Paused);
    EXPECT_FALSE(store.claim("cpu", 0));
    EXPECT_EQ(store.end(running, {JobState::Queued, "stopped", 0, 0}), JobState::Paused);
    EXPECT_EQ(store.resume({}), 3);
    EXPECT_EQ(store.cancel({{jobOfDepth(2)}, {}}), 1);
    EXPECT_EQ(store.counts().of(JobState::Cancelled), 1);
    EXPECT_EQ(store.counts().of(JobState::Queued), 2);
    EXPECT_EQ(store.retry({}), 1);
    EXPECT_EQ(store.counts().of(JobState::Queued), 3);
    EXPECT_THAT(problemOf([&] { store.pause({{"nonsense"}, {}}); }), HasSubstr("has no job \"nonsense\""));
}

TEST_F(StoreTest, WhichErrorIsAskedForIsWhatComesAndWhatIsSaid)
{
    Store store(file, "test");
    store.add(populationOf(2));
    for (const std::int64_t depth : {1, 2}) {
        const ClaimedJob job = *store.claim("cpu", 0);
        StartedEvent started{100, 10, 1, 0, "2.13", "cpu", "abc", 1};
        started.countsAgree = true;
        started.manifest = {{"program", "0.1.0"}};
        EpochEvent epoch{1, 0.1, 2, 80, 2, 50, 1.5};
        epoch.emaTestError = 45;
        FinishedEvent finished{50, 51, 12};
        if (depth == 1) {
            finished.bestEmaTestError = 44;
            finished.selectedTestError = 52;
        }
        store.record(job.id, 1, std::vector<LoggedEvent>{{1, 1, started}, {2, 2, epoch}, {3, 3, finished}});
        store.end(job, {JobState::Done, {}, 0, 0});
    }
    EXPECT_DOUBLE_EQ(store.population("small").members[0].error, 50);
    EXPECT_DOUBLE_EQ(store.population("small", ErrorKind::LastTest).members[0].error, 51);
    const Population averaged = store.population("small", ErrorKind::BestEma);
    EXPECT_DOUBLE_EQ(averaged.members[0].error, 44);
    EXPECT_EQ(averaged.members[1].state, Member::State::Pending) << "it was trained without averaging";
    EXPECT_EQ(averaged.errorKind, "best test error of the averaged weights");
    EXPECT_DOUBLE_EQ(store.population("small", ErrorKind::Selected).members[0].error, 52);
    EXPECT_EQ(store.epochs(jobOfDepth(1)).at(0).values.emaTestError, 45);
    EXPECT_FALSE(store.epochs(jobOfDepth(1)).at(0).values.heldOutError);
    EXPECT_EQ(store.result(jobOfDepth(1))->manifest.countsAgree, true);
    EXPECT_EQ(store.result(jobOfDepth(1))->manifest.manifest.at("program"), "0.1.0");
    EXPECT_EQ(store.result(jobOfDepth(1))->values.bestEmaTestError, 44);
}

std::vector<std::int64_t> depthsOf(const std::vector<JobRecord>& jobs)
{
    static const std::map<std::string, std::int64_t> known = [] {
        std::map<std::string, std::int64_t> all;
        for (std::int64_t depth = 1; depth <= 40; ++depth)
            all[jobOfDepth(depth)] = depth;
        return all;
    }();
    std::vector<std::int64_t> depths;
    for (const JobRecord& job : jobs)
        depths.push_back(known.at(job.id));
    return depths;
}

TEST_F(StoreTest, WhatAWorkerCountedIsKnownBeforeTheFirstEpochAndIsNews)
{
    Store store(file, "test");
    store.add(populationOf(1));
    const ClaimedJob job = *store.claim("cpu", 0);
    EXPECT_FALSE(store.job(job.id)->countsAgree.has_value());
    EXPECT_FALSE(store.started(job.id).has_value());
    const std::int64_t before = store.jobsVersion();
    StartedEvent started{100, 10, 1, 0, "2.13.0", "cpu", "abc", 1, true, {{"seed", "1"}}};
    store.record(job.id, 1, std::vector<LoggedEvent>{{1, 1000, started}});
    EXPECT_EQ(store.job(job.id)->countsAgree, true);
    ASSERT_TRUE(store.started(job.id));
    EXPECT_EQ(store.started(job.id)->flops, 100);
    EXPECT_EQ(store.started(job.id)->manifest.at("seed"), "1");
    EXPECT_GT(store.jobsVersion(), before) << "views hear of it";
    store.end(job, {JobState::Queued, {}, 0, 0});
    store.claim("cpu", 0);
    started.countsAgree = false;
    store.record(job.id, 2, std::vector<LoggedEvent>{{1, 1001, started}});
    EXPECT_EQ(store.job(job.id)->countsAgree, false) << "one attempt that disagrees is enough";
}

TEST_F(StoreTest, JobsGoToAnotherPlaceInTheirOrder)
{
    Store store(file, "test");
    store.add(populationOf(5));
    EXPECT_EQ(store.move({{jobOfDepth(5), jobOfDepth(4)}, {}}, {JobPlace::Where::First, {}}), 2);
    EXPECT_THAT(depthsOf(store.jobs()), ElementsAre(4, 5, 1, 2, 3));
    store.move({{jobOfDepth(4)}, {}}, {JobPlace::Where::Last, {}});
    EXPECT_THAT(depthsOf(store.jobs()), ElementsAre(5, 1, 2, 3, 4));
    store.move({{jobOfDepth(3), jobOfDepth(4)}, {}}, {JobPlace::Where::Before, jobOfDepth(1)});
    EXPECT_THAT(depthsOf(store.jobs()), ElementsAre(5, 3, 4, 1, 2));
    store.setPriority({{jobOfDepth(2)}, {}}, 7);
    store.move({{jobOfDepth(1)}, {}}, {JobPlace::Where::Before, jobOfDepth(2)});
    EXPECT_THAT(depthsOf(store.jobs()), ElementsAre(1, 2, 5, 3, 4))
        << "it takes the priority that holds there";
    EXPECT_EQ(store.claim("cpu", 0)->id, jobOfDepth(1));
    EXPECT_EQ(store.move({{jobOfDepth(1)}, {}}, {JobPlace::Where::Last, {}}), 0) << "it runs already";
    EXPECT_THAT(problemOf([&] {
                    store.move({{jobOfDepth(3)}, {}}, {JobPlace::Where::Before, "nobody"});
                }),
                HasSubstr("has no job \"nobody\""));
}

TEST_F(StoreTest, ThereIsRoomBetweenTwoJobsHoweverOftenOneIsPutThere)
{
    Store store(file, "test");
    store.add(populationOf(3));
    for (int i = 0; i < 200; ++i) {
        const std::int64_t moved = i % 2 == 0 ? 1 : 2;
        store.move({{jobOfDepth(moved)}, {}}, {JobPlace::Where::Before, jobOfDepth(3)});
        EXPECT_THAT(depthsOf(store.jobs()), ElementsAre(3 - moved, moved, 3)) << i;
    }
}

TEST_F(StoreTest, PagesFilterAndNewsAgreeWithTheWholeList)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(12);
    population.networks.push_back(networkOfDepth(2)); // twice in the population, one job
    store.add(population);
    store.add(populationOf(3, "few"));
    store.setPriority({{jobOfDepth(7)}, {}}, 1);
    store.pause({{jobOfDepth(2), jobOfDepth(3)}, {}});
    EXPECT_THAT(depthsOf(store.jobPage({}, 0, 4)), ElementsAre(7, 1, 2, 3));
    EXPECT_THAT(depthsOf(store.jobPage({}, 10, 4)), ElementsAre(11, 12));
    EXPECT_EQ(store.jobCount({}), 12);
    const JobFilter paused{{JobState::Paused, JobState::Done}, {}, {}};
    EXPECT_THAT(depthsOf(store.jobPage(paused, 0, 10)), ElementsAre(2, 3));
    EXPECT_EQ(store.jobCount(paused), 2);
    const JobFilter few{{}, "few", {}};
    EXPECT_THAT(depthsOf(store.jobPage(few, 0, 10)), ElementsAre(1, 2, 3));
    EXPECT_EQ(store.jobCount({{}, "small", {}}), 12);
    EXPECT_THAT(store.jobNames(few), ElementsAre(jobOfDepth(1), jobOfDepth(2), jobOfDepth(3)));
    EXPECT_LT(store.job(jobOfDepth(1))->position, store.job(jobOfDepth(2))->position);
    EXPECT_THAT(depthsOf(store.jobPage({{JobState::Queued}, "few", {}}, 0, 10)), ElementsAre(1));
    EXPECT_THAT(depthsOf(store.jobPage({{}, {}, jobOfDepth(5).substr(0, 10)}, 0, 10)), ElementsAre(5));
    const std::string hash = store.job(jobOfDepth(6))->networkHash;
    EXPECT_THAT(depthsOf(store.jobPage({{}, {}, hash.substr(0, 12)}, 0, 10)), ElementsAre(6));
    EXPECT_THAT(store.populationsOf(jobOfDepth(2)), ElementsAre("few", "small"));

    const std::int64_t version = store.jobsVersion();
    EXPECT_TRUE(store.jobsChangedSince(version).empty());
    store.resume({{jobOfDepth(3)}, {}});
    store.record(store.claim("cpu", 0)->id, 1, std::vector<LoggedEvent>{epochEvent(1, 1, 70)});
    EXPECT_THAT(depthsOf(store.jobsChangedSince(version)), ElementsAre(3, 7));
    EXPECT_EQ(store.jobsChangedSince(version).back().lastEvent, 1001);
}

TEST_F(StoreTest, NoListOfJobsReadsOrSortsThemAll)
{
    Store store(file, "test");
    store.add(populationOf(40));
    for (const JobFilter& filter :
         {JobFilter{}, JobFilter{{JobState::Failed}, {}, {}}, JobFilter{{}, "small", {}},
          JobFilter{{JobState::Queued}, "small", {}}, JobFilter{{}, {}, "3f2a"}})
        for (const std::string& step : store.jobPlans(filter)) {
            EXPECT_TRUE(!step.starts_with("SCAN job") ||
                        step.find("USING COVERING INDEX job_order") != std::string::npos)
                << step;
            EXPECT_EQ(step.find("SCAN member"), std::string::npos) << step;
        }
    for (const std::string& step : store.jobPlans({{JobState::Failed}, {}, {}}))
        EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step;
}

TEST_F(StoreTest, AReaderSeesNewsAndCannotWrite)
{
    Store store(file, "test");
    const StoreReader reader(file);
    const auto before = reader.dataVersion();
    store.add(populationOf(1));
    EXPECT_NE(reader.dataVersion(), before);
    EXPECT_EQ(reader.populations().size(), 1u);
    EXPECT_TRUE(reader.quickCheck().empty());
    EXPECT_TRUE(reader.fullCheck().empty());
}

TEST_F(StoreTest, OneThatCannotBeMadeLeavesNothingBehind)
{
    {
        const FileSizeLimit limit(4096);
        EXPECT_THAT(problemOf([&] { Store store(file, "test"); }), HasSubstr("runs.db: "));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    const Store store(file, "test"); // there is room again
    EXPECT_TRUE(StoreLock::holder(file));
}

TEST_F(StoreTest, RefusesWhatIsNoStoreOfOurs)
{
    EXPECT_THAT(problemOf([&] { StoreReader reader(file); }), HasSubstr("there is no such store"));
    std::ofstream(file)
        << "This is a text that is longer than the header of a database, so that it cannot be one. "
        << std::string(600, 'x');
    EXPECT_THAT(problemOf([&] { StoreReader reader(file); }), HasSubstr("is no store"));
    EXPECT_THAT(problemOf([&] { Store store(file, "test"); }), HasSubstr("is no store"));
}

TEST_F(StoreTest, TheSecondWriterLearnsWhoTheFirstIs)
{
    const Store store(file, "regnet train");
    EXPECT_THAT(
        problemOf([&] { Store second(file, "regnet queue"); }),
        testing::MatchesRegex(".*runs.db: is being written by regnet train \\(process [0-9]+ on .+\\)"));
}

} // namespace
} // namespace regnet
