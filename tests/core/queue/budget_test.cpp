// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/budget.h"

#include "core/queue/job_history.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TimedTraining timed(std::int64_t flops, std::int64_t activations, double seconds,
                    const std::string& device = "cpu", const std::string& recipe = "r")
{
    return {recipe, "procedural", device,      900,
            300,    flops,        activations, seconds}; // 1,000 images' worth an epoch
}

Recipe thousandImages()
{
    Recipe recipe = smallTraining().recipe;
    recipe.trainImages = 900;
    recipe.testImages = 300;
    return recipe;
}

TEST(SpeedModel, FindsTheFactorsThatTheTrainingsFollow)
{
    // 2 ns a multiply-add and 30 ns an activation, exactly.
    std::vector<TimedTraining> trainings;
    for (const auto& [f, a] : {std::pair(1'000'000, 20'000), {5'000'000, 40'000}, {2'000'000, 90'000}})
        trainings.push_back(timed(f, a, 1000 * (2e-9 * f + 30e-9 * a)));
    const SpeedModel speed = *speedOn("cpu", "r", trainings);
    EXPECT_NEAR(speed.secondsAFlop, 2e-9, 1e-15);
    EXPECT_NEAR(speed.secondsAnActivation, 30e-9, 1e-13);
    EXPECT_NEAR(speed.typicalError, 0, 1e-9);
    EXPECT_EQ(speed.trainings, 3);
    EXPECT_NEAR(secondsAnEpoch(Cost{4'000'000, 0, 10'000}, thousandImages(), speed), 1000 * (8e-3 + 3e-4),
                1e-9);
}

TEST(SpeedModel, NoFactorIsNegativeAndOneTrainingIsEnoughForAGuess)
{
    const SpeedModel one = *speedOn("cpu", "r", std::vector{timed(1'000'000, 20'000, 4)});
    EXPECT_NEAR(secondsAnEpoch(Cost{2'000'000, 0, 40'000}, thousandImages(), one), 8, 1e-9);
    // The more activations the faster: that is chance, and not learned.
    const SpeedModel odd =
        *speedOn("cpu", "r", std::vector{timed(1'000'000, 20'000, 4), timed(1'000'000, 200'000, 1)});
    EXPECT_GE(odd.secondsAFlop, 0);
    EXPECT_GE(odd.secondsAnActivation, 0);
    EXPECT_FALSE(speedOn("cuda:0", "r", std::vector{timed(1'000'000, 20'000, 4)}))
        << "another device says nothing";
    EXPECT_FALSE(speedOn("cpu", "r", {}));
}

TEST(SpeedModel, FiveTrainingsOfTheRecipeArePreferredToOthers)
{
    std::vector<TimedTraining> trainings{timed(1'000'000, 0, 100, "cpu", "another")};
    for (int i = 1; i <= 5; ++i)
        trainings.push_back(timed(i * 1'000'000, 0, i));
    EXPECT_NEAR(speedOn("cpu", "r", trainings)->secondsAFlop, 1e-9, 1e-15);
    trainings.pop_back();
    EXPECT_GT(speedOn("cpu", "r", trainings)->secondsAFlop, 1e-9);
}

class BudgetTest : public QueueTest
{
protected:
    BudgetQuestion question(std::int64_t n) const
    {
        BudgetQuestion asked;
        asked.population = populationOf(n);
        asked.slots = {{.workers = 2}};
        return asked;
    }
};

TEST_F(BudgetTest, CountsWhatIsLeft)
{
    Store store(file, "test");
    add(store, 4);
    BudgetQuestion asked = question(6);
    asked.population.networks.push_back(networkOfDepth(1));
    EXPECT_EQ(plan(asked, nullptr).trainings, 6) << "a network that is there twice is trained once";
    EXPECT_FALSE(plan(asked, &store).seconds) << "nothing was measured";
    workOff(store);
    const Budget budget = plan(asked, &store);
    EXPECT_EQ(budget.networks, 7);
    EXPECT_EQ(budget.done, 4);
    EXPECT_EQ(budget.epochs, 6);
    ASSERT_TRUE(budget.seconds);
    EXPECT_GT(*budget.seconds, 0);
    EXPECT_EQ(budget.speed->trainings, 4);
    EXPECT_GT(budget.disk.peak, budget.disk.kept);
    asked.seeds = {1, 2, 3};
    EXPECT_EQ(plan(asked, &store).trainings, 18);
    EXPECT_EQ(plan(asked, &store).epochs, 6 + 36);
    EXPECT_EQ(*plan(question(4), &store).seconds, 0) << "all is known";
}

TEST_F(BudgetTest, SaysItInLines)
{
    Budget budget;
    budget.networks = 100;
    budget.trainings = 100;
    budget.done = 20;
    budget.epochs = 800;
    budget.seconds = 7500;
    budget.speed = SpeedModel{1e-9, 0, 24, 0.08};
    budget.disk = {3'000'000, 45'000'000};
    budget.freeBytes = 12'300'000'000;
    budget.largestMemory = 812'000'000;
    budget.gap = detectableGap(100, 100);
    EXPECT_THAT(
        describe(budget),
        ElementsAre(
            "100 networks, 100 trainings, 20 of them known already: 800 epochs to go",
            "time: about 2 h 5 min, from the speed of 24 trainings on this device (each within 8 % of it)",
            "disk: 45.0 MB at most while it runs, 3.0 MB stay; 12.3 GB are free",
            "memory: at most 812 MB a worker",
            HasSubstr("a gap of 0.26 between the two curves is found with 80 % power")));
    budget.freeBytes = 40'000'000;
    EXPECT_THAT(describe(budget), testing::Contains(HasSubstr("that is more than there is")));
}

TEST(ReadableBytes, AsPeopleSayThem)
{
    EXPECT_EQ(readableBytes(0), "0 B");
    EXPECT_EQ(readableBytes(999), "999 B");
    EXPECT_EQ(readableBytes(1000), "1.0 kB");
    EXPECT_EQ(readableBytes(45'049'000), "45.0 MB");
    EXPECT_EQ(readableBytes(812'400'000), "812 MB");
    EXPECT_EQ(readableBytes(999'600'000), "1.0 GB");
}

class JobHistoryTest : public QueueTest
{
};

TEST_F(JobHistoryTest, TellsAllAboutAJobThatFailed)
{
    script("1 crash 1\n2 fail 65\n");
    Store store(file, "test");
    add(store, 2);
    workOff(store);
    const JobHistory history = historyOf(store, spool, jobOfDepth(1));
    EXPECT_EQ(history.job.state, JobState::Failed);
    ASSERT_EQ(history.attempts.size(), 3u);
    EXPECT_EQ(history.attempts[0].end->signal, 9);
    EXPECT_EQ(history.attempts[0].end->state, JobState::Queued);
    EXPECT_EQ(history.attempts[2].end->state, JobState::Failed);
    EXPECT_NE(history.attempts[0].process, history.attempts[1].process);
    EXPECT_EQ(history.logTail, "about to die in epoch 1");
    EXPECT_THAT(history.populations, ElementsAre("small"));
    EXPECT_FALSE(history.result);
    carryOut({QueueRequest::Action::Retry, {{jobOfDepth(2)}, {}}, 0, {}}, store, spool);
    const JobHistory retried = historyOf(store, spool, jobOfDepth(2));
    EXPECT_EQ(retried.attempts[0].end->beforeRetry, "diverged: as the script wants it");
    EXPECT_EQ(retried.attempts[0].end->exitCode, 65) << "what happened is not forgotten";
    EXPECT_THROW(historyOf(store, spool, "nobody"), Error);
}

TEST(JobTime, IsWhatIsLeftAtTheSpeedSoFar)
{
    JobRecord job;
    job.state = JobState::Running;
    job.epochs = 10;
    EXPECT_FALSE(secondsLeft(job, 100)) << "before the first epoch";
    job.epochsDone = 4;
    job.trainSeconds = 20;
    job.lastEvent = 100;
    EXPECT_DOUBLE_EQ(*secondsAnEpoch(job), 5);
    EXPECT_DOUBLE_EQ(*secondsLeft(job, 102), 28);
    EXPECT_DOUBLE_EQ(*secondsLeft(job, 500), 25)
        << "an epoch that takes long says nothing about the next ones";
    EXPECT_DOUBLE_EQ(*secondsLeft(job, 50), 30) << "a clock that was set back";
    job.trainSeconds = 4e6;
    EXPECT_FALSE(secondsLeft(job, 102)) << "more than 99 hours";
    job.trainSeconds = 20;
    job.state = JobState::Queued;
    EXPECT_FALSE(secondsLeft(job, 102));
}

} // namespace
} // namespace regnet
