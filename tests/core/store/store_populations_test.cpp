// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class StorePopulations : public testing::Test
{
protected:
    TemporaryFolder folder;
    Store store{folder / "runs.db", "test"};
};

TEST_F(StorePopulations, AnotherNameChangesNothingElse)
{
    store.add(populationOf(3));
    const std::int64_t id = store.populations()[0].id;
    store.rename("small", "depths 1 to 3");
    ASSERT_EQ(store.populations().size(), 1u);
    EXPECT_EQ(store.populations()[0].id, id);
    EXPECT_EQ(store.populations()[0].name, "depths 1 to 3");
    EXPECT_EQ(store.population("depths 1 to 3").members.size(), 3u);
    EXPECT_EQ(store.jobCount({{}, "depths 1 to 3", {}}), 3);
    EXPECT_THAT(problemOf([&] { store.population("small"); }), HasSubstr("has no population \"small\""));
    EXPECT_TRUE(store.add(populationOf(2)).isPopulationNew) << "the former name is free";
}

TEST_F(StorePopulations, ANameIsRefusedInOneSentence)
{
    store.add(populationOf(2));
    store.add(populationOf(3, "other"));
    const std::string before = store.resultsDump();
    const auto problem = [&](const char* from, const char* to) {
        return problemOf([&] { store.rename(from, to); });
    };
    EXPECT_EQ(problem("small", ""), "the new name: is empty");
    EXPECT_EQ(problem("small", " \t"), "the new name: is empty");
    EXPECT_EQ(problem("small", "\xFF"), "the new name: is not UTF-8");
    for (const char* name : {"two\nlines", "a\ttab", "\x1b[31mred", "\u009b31m", "\u202edeppiks"})
        EXPECT_EQ(problem("small", name), "the new name: holds characters that cannot be shown; expected one "
                                          "line without control characters");
    EXPECT_EQ(problem("small", "other"), "the new name: is \"other\", which another population of the store "
                                         "has; expected a name that is not taken");
    EXPECT_THAT(problem("smal", "new"),
                HasSubstr("has no population \"smal\"; expected one of small, other"));
    EXPECT_EQ(problem("small", "small"), "no problem") << "it has that name already";
    EXPECT_EQ(store.resultsDump(), before);
}

/// Trains what is queued, with this error.
void finishAll(Store& store)
{
    while (const auto job = store.claim("cpu", 0)) {
        store.record(job->id, job->attempt,
                     std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 40, 1}},
                                              {2, 1001, FinishedEvent{40, 40, 1}}});
        store.end(*job, {JobState::Done, {}, 0, 0});
    }
}

TEST_F(StorePopulations, OneGoesWithTheResultsThatNoOtherHas)
{
    store.add(populationOf(2, "kept"));
    finishAll(store);
    const std::string before = store.resultsDump();
    store.add(populationOf(5));
    finishAll(store);
    const Removal removal = store.removalOf("small");
    EXPECT_EQ(removal.results, 3);
    EXPECT_EQ(removal.shared, 2) << "depths 1 and 2 are the other population's too";
    EXPECT_EQ(removal.busy, 0);
    EXPECT_EQ(removal.jobs, (std::vector{jobOfDepth(3), jobOfDepth(4), jobOfDepth(5)}));
    EXPECT_EQ(store.remove("small").results, 3);
    EXPECT_EQ(store.resultsDump(), before);
    EXPECT_TRUE(store.fullCheck().empty());
    EXPECT_EQ(store.add(populationOf(5)).jobsNew, 3) << "they can be trained again";
}

TEST_F(StorePopulations, NoneGoesWhileItsJobsRunOrWait)
{
    store.add(populationOf(2));
    const auto first = store.claim("cpu", 0);
    const std::string before = store.resultsDump();
    EXPECT_EQ(problemOf([&] { store.remove("small"); }),
              "population \"small\": has 2 jobs that run or wait; expected them to end, or to be cancelled, "
              "first");
    store.pause({{jobOfDepth(2)}, {}});
    EXPECT_EQ(store.removalOf("small").busy, 2) << "a paused job waits";
    store.cancel({{jobOfDepth(2)}, {}});
    EXPECT_THAT(problemOf([&] { store.remove("small"); }), HasSubstr("has 1 job that runs or waits"));
    store.end(*first, {JobState::Failed, "out of luck", 0, 0});
    EXPECT_EQ(store.remove("small").results, 0);
    EXPECT_EQ(store.counts().total(), 0);
    EXPECT_THAT(problemOf([&] { store.remove("small"); }), HasSubstr("has no population \"small\""));
}

TEST_F(StorePopulations, WhoKnowsTheJobsByTheirChangesHearsThatSomeWent)
{
    store.add(populationOf(1, "kept"));
    store.add(populationOf(3));
    store.cancel({{}, {"small"}});
    const std::int64_t version = store.jobsVersion();
    const std::int64_t removals = store.removals();
    store.cancel({{}, {"kept"}});
    store.remove("small");
    EXPECT_GT(store.jobsVersion(), version) << "it never falls, though the newest change went";
    EXPECT_EQ(store.removals(), removals + 1);
}

} // namespace
} // namespace regnet
