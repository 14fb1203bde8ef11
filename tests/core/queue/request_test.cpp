// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/request.h"

#include "core/queue/rebuild.h"
#include "core/queue/repair.h"
#include "core/system/folder.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <future>

namespace regnet {
namespace {

class RequestTest : public QueueTest
{
protected:
    static QueueRequest renaming(const std::string& population, const std::string& name)
    {
        QueueRequest request;
        request.action = QueueRequest::Action::Rename;
        request.jobs.populations = {population};
        request.name = name;
        return request;
    }

    static QueueRequest deleting(const std::string& population)
    {
        QueueRequest request;
        request.action = QueueRequest::Action::Delete;
        request.jobs.populations = {population};
        return request;
    }
};

TEST_F(RequestTest, WithoutADispatcherTheLockIsTakenForAMoment)
{
    EXPECT_EQ(request(adding(populationOf(2)), file, spool, "test").addition.jobsNew, 2);
    EXPECT_EQ(StoreReader(file).counts().of(JobState::Queued), 2);
    EXPECT_FALSE(StoreLock::holder(file));
}

TEST_F(RequestTest, TheHolderOfTheLockCarriesOutWhatOthersAsk)
{
    Store store(file, "test");
    spool.create();
    auto added = std::async(std::launch::async,
                            [&] { return request(adding(populationOf(2)), file, spool, "other"); });
    while (answerRequests(store, spool) == 0) {
    }
    EXPECT_EQ(added.get().addition.jobsNew, 2);
    auto paused = std::async(std::launch::async, [&] {
        return request({QueueRequest::Action::Pause, {{}, {"small"}}, 0, {}}, file, spool, "other");
    });
    while (answerRequests(store, spool) == 0) {
    }
    EXPECT_EQ(paused.get().changed, 2);
    EXPECT_EQ(store.counts().of(JobState::Paused), 2);
    EXPECT_TRUE(std::filesystem::is_empty(spool.requestFolder()));
}

TEST_F(RequestTest, AProblemComesBackToTheOneWhoAsked)
{
    Store store(file, "test");
    spool.create();
    auto asked = std::async(std::launch::async, [&] {
        return request({QueueRequest::Action::Cancel, {{}, {"unknown"}}, 0, {}}, file, spool, "other");
    });
    while (answerRequests(store, spool) == 0) {
    }
    try {
        asked.get();
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("has no population \"unknown\""));
        EXPECT_EQ(error.problem().kind, ProblemKind::BadInput);
    }
}

TEST_F(RequestTest, AHolderThatDoesNotAnswerIsNamedAndTheRequestTakenBack)
{
    const Store store(file, "regnet-explorer");
    spool.create();
    try {
        request(adding(populationOf(1)), file, spool, "other", 0.1);
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("is being written by regnet-explorer"));
        EXPECT_THAT(error.what(), testing::HasSubstr("which does not answer"));
    }
    EXPECT_TRUE(std::filesystem::is_empty(spool.requestFolder()));
}

TEST_F(RequestTest, WhoeverStopsWaitingTakesTheRequestBack)
{
    Store store(file, "test");
    spool.create();
    EXPECT_EQ(
        problemOf([&] { request(adding(populationOf(1)), file, spool, "other", 10, [] { return true; }); }),
        "add: was stopped before the program that writes the store took it up, and is taken back");
    EXPECT_TRUE(std::filesystem::is_empty(spool.requestFolder()));
    EXPECT_EQ(answerRequests(store, spool), 0);
}

TEST_F(RequestTest, WhatWasTakenUpIsSaidToBeCarriedOutWhenItsAuthorStopsWaiting)
{
    spool.create();
    const auto take = [&] { // as a dispatcher does that dies, or is held, before it answers
        for (const auto& each : sortedEntries(spool.requestFolder()))
            if (each.extension() == ".json") std::filesystem::rename(each, each.string() + ".taken");
        return true;
    };
    EXPECT_EQ(problemOf([&] { ask(adding(populationOf(1)), spool, 10, take); }),
              "add: was stopped, but the program that writes the store has taken it up and carries it out");
    Store store(file, "test");
    EXPECT_EQ(answerRequests(store, spool), 1);
    EXPECT_EQ(store.populations().size(), 1u);
}

TEST_F(RequestTest, AnAnswerThatIsThereCountsAlthoughItsAuthorIsStopped)
{
    Store store(file, "test");
    spool.create();
    const auto answer = [&] {
        answerRequests(store, spool);
        return true;
    };
    const auto heard = ask(adding(populationOf(2)), spool, 10, answer);
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->addition.jobsNew, 2);
    EXPECT_TRUE(std::filesystem::is_empty(spool.requestFolder()));
}

TEST_F(RequestTest, WhatADyingDispatcherHadBegunIsDoneByTheNext)
{
    Store store(file, "test");
    add(store, 2);
    std::ofstream(spool.requestFolder() / "1-1-0.json.taken")
        << R"({"action":"pause","jobs":[],"populations":["small"],"priority":0})";
    std::ofstream(spool.requestFolder() / "2-1-0.json") << "garbage";
    EXPECT_EQ(answerRequests(store, spool), 2);
    EXPECT_EQ(store.counts().of(JobState::Paused), 2);
}

TEST_F(RequestTest, ARenamedPopulationHasItsNewNameInARebuiltStoreToo)
{
    std::string before;
    {
        Store store(file, "test");
        add(store, 3);
        workOff(store);
        auto renamed = std::async(std::launch::async, [&] {
            return request(renaming("small", "the \"best\" of 3/4"), file, spool, "other");
        });
        while (answerRequests(store, spool) == 0) {
        }
        renamed.get();
        before = store.resultsDump();
    }
    EXPECT_EQ(StoreReader(file).populations()[0].name, "the \"best\" of 3/4");
    rebuildStore(file, spool, "test");
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
    EXPECT_TRUE(repairStore(file, spool, "test").found.empty());
}

// As stores are that were made of a torn log.
TEST_F(RequestTest, AJobThatIsDoneWithoutAResultCanBeTriedAgain)
{
    Store store(file, "test");
    add(store, 1);
    const ClaimedJob claimed = store.claim("cpu", 1e12).value();
    spool.writeEnd(claimed.id, 1, {0, {}, JobState::Done});
    store.end(claimed, {JobState::Done, {}, 0, 0});
    ASSERT_EQ(stateOf(store, 1), JobState::Done);
    const QueueRequest retry{QueueRequest::Action::Retry, {}, 0, {}};
    EXPECT_EQ(carryOut(retry, store, spool).changed, 1);
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
    EXPECT_EQ(spool.readEnd(claimed.id, 1)->state, JobState::Queued) << "a rebuilt store knows it, too";
    workOff(store);
    EXPECT_TRUE(store.result(claimed.id));
    EXPECT_EQ(carryOut(retry, store, spool).changed, 0) << "what has a result stays as it is";
}

TEST_F(RequestTest, ARefusedNameMakesNoSpool)
{
    {
        Store store(file, "test");
        store.add(populationOf(2));
    }
    EXPECT_THAT(problemOf([&] { request(renaming("other", "new"), file, spool, "test"); }),
                testing::HasSubstr("\"other\""));
    EXPECT_FALSE(std::filesystem::exists(spool.root()));
    request(renaming("small", "new"), file, spool, "test");
    EXPECT_EQ(StoreReader(file).populations()[0].name, "new");
}

TEST_F(RequestTest, ANameWithControlCharactersIsRefusedBeforeAnythingIsMade)
{
    const auto problem = [&](const std::string& name) {
        QueueRequest asked = adding(populationOf(2));
        asked.population->name = name;
        return problemOf([&] { request(asked, file, spool, "test"); });
    };
    EXPECT_EQ(problem("a\xFF"), "the name of the population: is not UTF-8");
    EXPECT_EQ(problem(" "), "the name of the population: is empty");
    EXPECT_EQ(problem("red\x1b[31m"), "the name of the population: holds characters that cannot be shown; "
                                      "expected one line without control characters");
    EXPECT_EQ(problemOf([&] { request(renaming("small", "a\xFF"), file, spool, "test"); }),
              "the new name: is not UTF-8");
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_FALSE(std::filesystem::exists(spool.root()));
    Store store(file, "test");
    QueueRequest asked = adding(populationOf(2));
    asked.population->name = "two\nlines";
    EXPECT_THAT(problemOf([&] { carryOut(asked, store, spool); }), testing::HasSubstr("cannot be shown"));
    EXPECT_TRUE(store.populations().empty());
    EXPECT_FALSE(std::filesystem::exists(spool.root()));
}

TEST_F(RequestTest, ANameThatTheSpoolRefusesChangesTheStoreNeither)
{
    Store store(file, "test");
    add(store, 2);
    spool.keep(populationOf(3, "lost")); // a rebuild would bring it
    const std::string before = store.resultsDump();
    EXPECT_THAT(problemOf([&] { carryOut(renaming("small", "lost"), store, spool); }),
                testing::HasSubstr("holds a population \"lost\" that the store does not know"));
    EXPECT_THAT(problemOf([&] { carryOut(renaming("small", ""), store, spool); }),
                testing::HasSubstr("the new name: is empty"));
    EXPECT_EQ(store.resultsDump(), before);
    std::vector<Problem> problems;
    EXPECT_EQ(spool.populations(problems).size(), 2u);
    EXPECT_TRUE(problems.empty());
}

/// Whoever dies in the midst of it leaves a spool with the new name and a store with the old one.
TEST_F(RequestTest, ARenamingThatWasBegunCanBeAskedForAgain)
{
    Store store(file, "test");
    add(store, 2);
    spool.rename("small", "new");
    carryOut(renaming("small", "new"), store, spool);
    EXPECT_EQ(store.populations()[0].name, "new");
    std::vector<Problem> problems;
    ASSERT_EQ(spool.populations(problems).size(), 1u);
    EXPECT_EQ(spool.populations(problems)[0].population.name, "new");
}

TEST_F(RequestTest, ADeletedPopulationStaysAwayFromARebuiltStore)
{
    std::string before, after;
    QueueAnswer answer;
    {
        Store store(file, "test");
        spool.create();
        carryOut(adding(populationOf(2, "kept")), store, spool);
        workOff(store);
        after = store.resultsDump();
        add(store, 4);
        workOff(store);
        before = store.resultsDump();
        auto deleted =
            std::async(std::launch::async, [&] { return request(deleting("small"), file, spool, "other"); });
        while (answerRequests(store, spool) == 0) {
        }
        answer = deleted.get();
        EXPECT_EQ(store.resultsDump(), after);
    }
    EXPECT_EQ(answer.changed, 2);
    EXPECT_EQ(StoreReader(answer.backup).resultsDump(), before) << "all that there was is kept";
    EXPECT_EQ(rebuildStore(file, spool, "test").populations, 1);
    EXPECT_EQ(StoreReader(file).resultsDump(), after);

    // Who wants it back has a spool of it: a store of that alone.
    const std::filesystem::path back = folder / "back.db";
    const RebuildReport report = rebuildStore(back, Spool(answer.folder), "test");
    EXPECT_EQ(report.results, 2);
    EXPECT_EQ(StoreReader(back).populations()[0].name, "small");
    EXPECT_EQ(StoreReader(back).counts().of(JobState::Queued), 2) << "what another population has, too";
}

TEST_F(RequestTest, ADeletedPopulationCanBeTrainedAgain)
{
    Store store(file, "test");
    add(store, 2);
    workOff(store);
    carryOut(deleting("small"), store, spool);
    EXPECT_TRUE(spool.jobs().empty());
    add(store, 2);
    workOff(store);
    EXPECT_EQ(store.counts().of(JobState::Done), 2);
    EXPECT_EQ(store.job(jobOfDepth(1))->attempt, 1);
    EXPECT_NE(carryOut(deleting("small"), store, spool).backup, "") << "and deleted once more";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(spool.root() / "deleted"), {}), 2);
}

TEST_F(RequestTest, NothingIsDeletedWhileAJobWaitsOrWithoutABackup)
{
    Store store(file, "test");
    add(store, 2);
    const std::string before = store.resultsDump();
    EXPECT_THAT(problemOf([&] { carryOut(deleting("small"), store, spool); }),
                testing::HasSubstr("has 2 jobs that run or wait"));
    EXPECT_FALSE(std::filesystem::exists(spool.root() / "deleted"));
    carryOut({QueueRequest::Action::Cancel, {{}, {"small"}}, 0, {}}, store, spool);
    std::ofstream(spool.root() / "deleted") << "in the way";
    const std::string cancelled = store.resultsDump();
    EXPECT_THAT(problemOf([&] { carryOut(deleting("small"), store, spool); }),
                testing::HasSubstr("cannot be created"));
    EXPECT_EQ(store.resultsDump(), cancelled) << "what the spool cannot set aside stays in the store";
}

/// Whoever dies in the midst of it leaves the store as it was.
TEST_F(RequestTest, ADeletionThatWasBegunCanBeAskedForAgain)
{
    Store store(file, "test");
    add(store, 3);
    workOff(store);
    spool.setAside("small", std::vector{jobOfDepth(1)});
    EXPECT_EQ(carryOut(deleting("small"), store, spool).changed, 3);
    EXPECT_TRUE(spool.jobs().empty());
    EXPECT_TRUE(store.populations().empty());
}

TEST_F(RequestTest, AnAnswerThatCannotBeWrittenIsTriedAgainAndHoldsNothingUp)
{
    Store store(file, "test");
    add(store, 2);
    const auto pause = R"({"action":"pause","jobs":[],"populations":["small"],"priority":0})";
    const auto answer = spool.requestFolder() / "1-1-0.json.answer";
    std::filesystem::create_directory(answer);
    std::ofstream(spool.requestFolder() / "1-1-0.json") << pause;
    std::ofstream(spool.requestFolder() / "2-1-0.json") << pause;
    LateAnswers late;
    EXPECT_EQ(answerRequests(store, spool, late), 1) << "the second one";
    EXPECT_EQ(store.counts().of(JobState::Paused), 2);
    EXPECT_THAT(late.news,
                testing::ElementsAre(answer.string() +
                                     ": cannot be written: Is a directory; the answer is tried again"));
    std::filesystem::remove(answer);
    carryOut({QueueRequest::Action::Resume, {{}, {"small"}}, 0, {}}, store, spool);
    EXPECT_EQ(answerRequests(store, spool, late), 0) << "not at every step";
    late.nextTry = 0;
    EXPECT_EQ(answerRequests(store, spool, late), 1);
    EXPECT_TRUE(std::filesystem::is_regular_file(answer));
    EXPECT_FALSE(std::filesystem::exists(spool.requestFolder() / "1-1-0.json.taken"));
    EXPECT_EQ(store.counts().of(JobState::Paused), 0) << "not carried out again";
    EXPECT_EQ(late.news.size(), 1u) << "said once";
}

TEST_F(RequestTest, WhateverStandsInARequestIsAnswered)
{
    Store store(file, "test");
    add(store, 2);
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    std::ofstream(spool.requestFolder() / "1-1-0.json") << deep;
    std::ofstream(spool.requestFolder() / "2-1-0.json")
        << R"({"action":"add","jobs":[],"populations":[],"priority":0,"add":{"format":1,"name":"deep","space":"",)"
        << R"("seed":1,"space_definition":)" << deep << R"(,"constraints":[],"networks":[]}})";
    std::ofstream(spool.requestFolder() / "3-\xFF.json") << "no name of ours, and not UTF-8";
    EXPECT_EQ(answerRequests(store, spool), 3);
    for (const char* name : {"1-1-0.json.answer", "2-1-0.json.answer", "3-\xFF.json.answer"})
        EXPECT_TRUE(std::filesystem::exists(spool.requestFolder() / name)) << name;
    EXPECT_EQ(store.populations().size(), 1u);
}

} // namespace
} // namespace regnet
