// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/progress.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(TimeLeft, SaysNothingBeforeItKnows)
{
    TimeLeft timeLeft;
    EXPECT_FALSE(timeLeft.update(100, 0));
    EXPECT_FALSE(timeLeft.update(101, 0.1)) << "one second is too short";
    EXPECT_FALSE(TimeLeft().update(100, 0.5)) << "what was done before does not count";
}

TEST(TimeLeft, OfEvenWorkIsExact)
{
    TimeLeft timeLeft;
    std::optional<double> left;
    for (int second = 0; second <= 25; ++second)
        left = timeLeft.update(second, second / 100.0);
    ASSERT_TRUE(left);
    EXPECT_NEAR(*left, 75, 8);
    for (int second = 26; second <= 90; ++second)
        left = timeLeft.update(second, second / 100.0);
    EXPECT_NEAR(*left, 10, 1);
    EXPECT_DOUBLE_EQ(*timeLeft.update(100, 1), 0);
}

TEST(TimeLeft, OneSlowStretchDoesNotMakeItJump)
{
    TimeLeft timeLeft;
    for (int second = 0; second <= 50; ++second)
        timeLeft.update(second, second / 100.0);
    const double before = *timeLeft.update(51, 0.51);
    const double after = *timeLeft.update(54, 0.51);
    EXPECT_LT(after, before * 1.5);
}

TEST(TimeLeft, StartsAnewWhenWorkIsAdded)
{
    TimeLeft timeLeft;
    for (int second = 0; second <= 10; ++second)
        timeLeft.update(second, second / 20.0);
    EXPECT_FALSE(timeLeft.update(11, 0.2));
}

TEST(TimeLeft, AbsurdlyLongTimesAreNotShown)
{
    TimeLeft timeLeft;
    timeLeft.update(0, 0);
    EXPECT_FALSE(timeLeft.update(100, 1e-5));
}

TEST(QueueProgress, SaysWhatThereIs)
{
    QueueProgress progress;
    progress.jobs.byState = {
        {JobState::Done, 12}, {JobState::Diverged, 1}, {JobState::Running, 2}, {JobState::Queued, 9}};
    EXPECT_EQ(describe(progress), "12 of 24 done, 1 failed, 2 running");
    progress.secondsLeft = 200;
    EXPECT_EQ(describe(progress), "12 of 24 done, 1 failed, 2 running, 3 min 20 s left");
    progress.jobs.byState[JobState::Done] = 19'988;
    EXPECT_EQ(describe(progress), "19,988 of 20,000 done, 1 failed, 2 running, 3 min 20 s left");
}

TEST(QueueProgress, WhatWaitsInAQueueOfAClusterIsNotRunning)
{
    QueueProgress progress;
    progress.jobs.byState = {{JobState::Claimed, 6}};
    EXPECT_EQ(describe(progress), "0 of 6 done, 6 waiting to start");
}

} // namespace
} // namespace regnet
