// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_board.h"

#include "core/queue/training_order.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::ElementsAre;

class JobBoardTest : public testing::Test
{
protected:
    static PopulationSpec population(const char* name, std::int64_t n, std::uint64_t seed)
    {
        TrainingOrder order;
        order.population = name;
        order.space = "RegNetX@cpu";
        order.n = n;
        order.seed = seed;
        order.recipe = "cpu-tiny";
        return populationOf(order, {});
    }

    /// States of the list, the first letter each.
    std::string states()
    {
        std::string text;
        const JobListing listing = board.listing();
        for (std::int32_t place = 0; place < listing.size(); ++place)
            text += nameOf(listing.at(place).state).front();
        return text;
    }

    void finish(const ClaimedJob& job, double error, double seconds)
    {
        store.record(job.id, job.attempt,
                     std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, error, seconds}},
                                              {2, 1001, FinishedEvent{error, error, seconds}}});
        store.end(job, {JobState::Done, {}, 0, 0});
    }

    QTemporaryDir folder;
    Store store{folder.filePath(QStringLiteral("runs.db")).toStdString(), "test"};
    JobBoard board;
};

TEST_F(JobBoardTest, RunningJobsComeFirstAndEndedOnesLast)
{
    store.add(population("small", 4, 1));
    EXPECT_TRUE(board.update(store));
    EXPECT_FALSE(board.update(store)) << "nothing is new";
    EXPECT_EQ(states(), "qqqq");
    const auto first = store.claim("cpu", 0), second = store.claim("cpu", 0);
    finish(*first, 40, 2);
    store.cancel({{store.jobs().back().id}, {}});
    EXPECT_TRUE(board.update(store));
    EXPECT_EQ(states(), "cqdc") << "claimed, queued, done, cancelled";
    EXPECT_EQ(board.listing().at(0).id, second->id);
}

TEST_F(JobBoardTest, ARenamedPopulationStaysTheOneThatIsShown)
{
    store.add(population("small", 3, 1));
    store.add(population("other", 2, 5));
    board.update(store);
    board.updatePopulations(store);
    JobView small;
    small.population = "small";
    board.setView(small);
    store.rename("small", "renamed");
    board.updatePopulations(store);
    EXPECT_EQ(board.view().population, "renamed");
    const JobListing listing = board.listing();
    ASSERT_EQ(listing.size(), 3);
    EXPECT_EQ(*listing.at(0).population, "renamed");
}

TEST_F(JobBoardTest, JobsOfADeletedPopulationGo)
{
    store.add(population("small", 3, 1));
    store.add(population("other", 2, 5));
    board.update(store);
    board.updatePopulations(store);
    board.listing();
    JobView other;
    other.population = "other";
    board.setView(other);
    store.cancel({{}, {"small"}});
    store.rename("other", "renamed");
    store.remove("small");
    EXPECT_TRUE(board.update(store));
    EXPECT_EQ(board.table().size(), 2);
    const JobListing listing = board.listing();
    EXPECT_TRUE(listing.isWhole);
    ASSERT_EQ(listing.size(), 2);
    EXPECT_EQ(*listing.at(0).population, "renamed");
    EXPECT_FALSE(board.update(store));
    store.claim("cpu", 0);
    EXPECT_TRUE(board.update(store)) << "what comes next is seen";
    EXPECT_EQ(states(), "cq");
}

TEST_F(JobBoardTest, AListingSaysWhichRowsChanged)
{
    store.add(population("small", 3, 1));
    board.update(store);
    EXPECT_TRUE(board.listing().isWhole);
    const JobListing before = board.listing();
    EXPECT_TRUE(before.changed.empty());
    const auto job = store.claim("cpu", 0);
    board.update(store);
    const JobListing claimed = board.listing();
    ASSERT_EQ(claimed.changed.size(), 1u);
    EXPECT_EQ(claimed.table.at(claimed.changed[0]).id, job->id);
    store.record(job->id, 1, std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 50, 1}}});
    board.update(store);
    const JobListing epoch = board.listing();
    EXPECT_EQ(epoch.order, claimed.order) << "an epoch moves nothing: the very same order";
    EXPECT_EQ(epoch.changed.size(), 1u);
    EXPECT_EQ(before.at(0).state, JobState::Queued) << "what was given away stays as it was";
}

/// A few changes are sorted in, one by one; the list must be what sorting all of it gives.
TEST_F(JobBoardTest, SortingInAFewRowsEqualsSortingAll)
{
    store.add(population("small", 40, 1));
    JobView byError;
    byError.column = JobView::Error;
    byError.isDescending = true;
    board.update(store);
    board.setView(byError);
    for (int i = 0; i < 12; ++i) {
        finish(*store.claim("cpu", 0), 30 + (i * 7) % 12, 1);
        board.update(store);
        const JobListing sortedIn = board.listing();
        JobBoard fresh;
        fresh.setView(byError);
        fresh.update(store);
        const JobListing sorted = fresh.listing();
        ASSERT_EQ(sortedIn.size(), sorted.size());
        for (std::int32_t place = 0; place < sorted.size(); ++place)
            ASSERT_EQ(sortedIn.at(place).id, sorted.at(place).id) << "at " << place << " after " << i;
    }
    EXPECT_EQ(board.listing().at(0).error(), 41);
    EXPECT_LT(board.listing().at(12).error(), 0) << "jobs without an error come last, whichever way";
}

TEST_F(JobBoardTest, FiltersByStatePopulationAndText)
{
    store.add(population("first", 3, 1));
    store.add(population("second", 2, 5));
    board.update(store);
    board.updatePopulations(store);
    const auto job = store.claim("cpu", 0);
    store.end(*job, {JobState::Failed, "The disk of Saturn fell off", 0, 0});
    board.update(store);
    const auto count = [&](const JobView& view) {
        board.setView(view);
        return board.listing().size();
    };
    JobView view;
    EXPECT_EQ(count(view), 5);
    view.states = {JobState::Failed, JobState::Done};
    EXPECT_EQ(count(view), 1);
    view = {};
    view.population = "second";
    EXPECT_EQ(count(view), 2);
    view = {};
    for (const auto& [text, n] : std::map<std::string, int>{{"SATURN", 1},
                                                            {"second", 2},
                                                            {"regnetx@CPU", 5},
                                                            {job->id.substr(0, 9), 1},
                                                            {"cpu-tiny", 5},
                                                            {"nothing", 0}}) {
        view.text = text;
        EXPECT_EQ(count(view), n) << text;
    }
}

TEST_F(JobBoardTest, AKeptOrderStaysUntilItIsLetGo)
{
    store.add(population("small", 3, 1));
    board.update(store);
    const JobListing before = board.listing();
    JobView kept;
    kept.isOrderKept = true;
    board.setView(kept);
    store.cancel({{before.at(0).id}, {}});
    board.update(store);
    EXPECT_EQ(states(), "cqq");
    board.setView({});
    EXPECT_EQ(states(), "qqc");
}

TEST_F(JobBoardTest, PopulationsAreDoneWhenTheirLastJobHasHadItsTurn)
{
    store.add(population("first", 2, 1));
    store.add(population("second", 2, 5));
    board.update(store);
    board.updatePopulations(store);
    const auto standings = board.populations(100);
    ASSERT_EQ(standings.size(), 2u);
    EXPECT_EQ(standings[0].jobs.of(JobState::Queued), 2);
    EXPECT_DOUBLE_EQ(standings[1].secondsLeft.value_or(0), 100) << "it is the last to be done";
    EXPECT_GT(standings[0].secondsLeft.value_or(0), 0);
    EXPECT_LT(standings[0].secondsLeft.value_or(0), 100);
    const WorkAmount ours = board.work(), stores = store.work();
    EXPECT_DOUBLE_EQ(ours.total, stores.total);
    EXPECT_DOUBLE_EQ(ours.done, stores.done);
    finish(*store.claim("cpu", 0), 40, 1);
    board.update(store);
    EXPECT_DOUBLE_EQ(board.work().done, store.work().done);
}

} // namespace
} // namespace regnet
