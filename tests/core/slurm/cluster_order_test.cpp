// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/cluster_order.h"

#include "core/slurm/array_overview.h"
#include "core/slurm/profile_command.h"
#include "core/slurm/submission.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

class ClusterOrderTest : public QueueTest
{
protected:
    ClusterOrderTest() { add(store, 4); }

    static ClusterOrder order()
    {
        ClusterOrder order;
        order.profile.name = "lab";
        order.profile.host = "login1";
        order.profile.worker = "/opt/regnet-worker";
        order.profile.minutes = 30;
        order.profile.cpus = 4;
        order.jobs.populations = {"small"};
        return order;
    }

    /// As if that job had been trained on the device: 3 epochs of 10 s.
    void time(std::int64_t depth, const std::string& device)
    {
        const auto job = store.claim(device, 1e12, {{jobOfDepth(depth)}, {}});
        ASSERT_TRUE(job);
        std::vector<LoggedEvent> events;
        for (std::int64_t epoch = 1; epoch <= 3; ++epoch)
            events.push_back({epoch, 1000, EpochEvent{epoch, 0.1, 2, 80, 2, 70, 10}});
        events.push_back({4, 1000, FinishedEvent{70, 70, 30}});
        store.record(job->id, job->attempt, events);
        store.end(*job, {JobState::Done, {}, 0, 0});
    }

    Store store{file, "test"};
};

TEST_F(ClusterOrderTest, AProfileIsAddedOrReplaced)
{
    const std::filesystem::path profiles = folder / "deep/slurm.json";
    saveProfile(profiles, order().profile);
    SiteProfile other = order().profile;
    other.name = "big";
    saveProfile(profiles, other);
    other.minutes = 90;
    saveProfile(profiles, other);
    EXPECT_EQ(readProfiles(profiles), (std::vector<SiteProfile>{order().profile, other}));
    other.minutes = 0;
    EXPECT_THROW(saveProfile(profiles, other), Error);
    EXPECT_EQ(readProfiles(profiles).size(), 2u) << "what was there stays";
}

TEST_F(ClusterOrderTest, ThePriceFollowsFromTrainingsOfTheSameKindOfDevice)
{
    const auto priced = [&](const ClusterOrder& asked) { return *planOf(asked, file).price; };
    EXPECT_EQ(priced(order()).trainings, 4);
    EXPECT_FALSE(priced(order()).hours) << "nothing was timed yet";
    EXPECT_DOUBLE_EQ(priced(order()).longestHours, 4 * 0.5 * 4) << "tasks, half an hour, four cores";
    time(1, "cpu");
    const ClusterPrice onCores = priced(order());
    EXPECT_EQ(onCores.trainings, 3) << "one is done";
    ASSERT_TRUE(onCores.hours);
    EXPECT_GT(*onCores.hours, 3 * 30 / 3600.0) << "three trainings of 30 s and more: they are deeper";
    EXPECT_THAT(describePrice(onCores, order().profile), HasSubstr("core-hours if it is as fast there"));
    ClusterOrder gpu = order();
    gpu.profile.gpus = 1;
    EXPECT_FALSE(priced(gpu).hours) << "a processor says nothing about a GPU";
    time(2, "slurm:lab");
    ASSERT_TRUE(priced(gpu).hours);
    EXPECT_EQ(priced(gpu).basis, "1 training timed there");
    EXPECT_THAT(describePrice(priced(gpu), gpu.profile), HasSubstr("GPU-hours (1 training timed there)"));
}

TEST_F(ClusterOrderTest, WhatStandsInTheWayIsTold)
{
    EXPECT_TRUE(planOf(order(), file).isPossible());
    ClusterOrder wrong = order();
    wrong.profile.partition = "a b";
    EXPECT_FALSE(planOf(wrong, file).isPossible());
    EXPECT_TRUE(planOf(wrong, file).price) << "the cost is known all the same";
    wrong.profile.cpus = 0;
    EXPECT_FALSE(planOf(wrong, file).price);
    store.pause({{}, {"small"}});
    ClusterOrder byHand = order();
    byHand.out = folder / "out";
    EXPECT_FALSE(planOf(byHand, file).isPossible()) << "nothing is queued";
}

TEST_F(ClusterOrderTest, FilesForAPersonWhoSubmits)
{
    ClusterOrder byHand = order();
    byHand.out = folder / "to take along";
    byHand.jobs = {{jobOfDepth(2), jobOfDepth(3)}, {}};
    const std::vector<std::string> tokens = generateInto(store, spool, byHand);
    ASSERT_EQ(tokens.size(), 1u);
    EXPECT_TRUE(std::filesystem::exists(submissionFolder(byHand.out, tokens.front()) / "batch.sh"));
    EXPECT_TRUE(std::filesystem::exists(byHand.out / jobOfDepth(2) / "job.json"));
    EXPECT_EQ(store.counts().of(JobState::Claimed), 2);
    EXPECT_EQ(store.job(jobOfDepth(1))->place, "") << "others stay where they are";
    EXPECT_EQ(activeJobsOf(store, tokens.front()).ids.size(), 2u);
    EXPECT_TRUE(generateInto(store, spool, byHand).empty()) << "nothing of it is queued any more";
}

TEST_F(ClusterOrderTest, AFolderThatCannotBeWrittenLeavesTheJobsHere)
{
    std::ofstream(folder / "file") << "no folder";
    ClusterOrder byHand = order();
    byHand.out = folder / "file/out";
    EXPECT_THROW(generateInto(store, spool, byHand), Error);
    for (const std::int64_t depth : {1, 2, 3, 4})
        EXPECT_EQ(store.job(jobOfDepth(depth))->place, "");
}

TEST_F(ClusterOrderTest, CommandsDoTheSame)
{
    ClusterOrder one = order();
    one.profile.modules = {"cuda/12"};
    one.profile.options = {"--nice=100"};
    one.profile.usesRsync = true;
    one.profile.folder = "/scratch/it's mine";
    EXPECT_EQ(profileCommand(one.profile),
              "regnet slurm profile add lab --worker=/opt/regnet-worker --host=login1 "
              "--folder='/scratch/it'\\''s mine' --rsync --module=cuda/12 --cpus=4 --minutes=30 "
              "--option=--nice=100");
    EXPECT_THAT(commandOf(one, "/runs.db"),
                HasSubstr(" &&\nregnet queue send lab --store /runs.db --population small"));
    one.out = "/take along";
    one.jobs = {{"0123456789abcdef0123456789abcdef"}, {}};
    EXPECT_THAT(commandOf(one, "/runs.db"),
                HasSubstr("regnet slurm generate --profile lab --out '/take along' "
                          "--store /runs.db 0123456789ab"));
}

} // namespace
} // namespace regnet
