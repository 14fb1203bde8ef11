// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is started, and where: room on the disk, devices and their memory, a worker that can run at all.

#include "core/queue/dispatcher.h"
#include "core/queue/predicted_need.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <set>
#include <unistd.h>
#include <vector>

namespace regnet {
namespace {

using testing::HasSubstr;

class DispatcherStartTest : public QueueTest
{
};

TEST_F(DispatcherStartTest, AWorkerThatCannotRunHoldsTheQueueAndFailsNoJob)
{
    Store store(file, "test");
    add(store, 3);
    const auto broken = folder / "broken-worker";
    std::ofstream(broken)
        << "#!/bin/sh\necho 'error while loading shared libraries: libtorch.so' >&2\nexit 127\n";
    std::filesystem::permissions(broken, std::filesystem::perms::owner_all);
    LocalExecutor workers({broken, 5, 1});
    Dispatcher dispatcher(store, spool, workers, settings());
    dispatcher.recover();
    std::string held;
    EXPECT_FALSE(dispatcher.run([] { return false; }, [&](const StepReport& report) { held = report.held; }));
    EXPECT_THAT(held, HasSubstr("libtorch.so"));
    EXPECT_EQ(store.counts().of(JobState::Queued), 3);
}

TEST_F(DispatcherStartTest, ADiskThatIsNearlyFullHoldsTheQueue)
{
    Store store(file, "test");
    add(store, 1);
    DispatcherSettings watched = settings();
    std::int64_t free = 200 << 20;
    watched.freeBytes = [&] { return free; };
    Dispatcher dispatcher(store, spool, executor, watched);
    const StepReport report = dispatcher.step();
    EXPECT_THAT(report.held, HasSubstr("only 200 MB are left on the disk of"));
    EXPECT_TRUE(report.isWaitingForDisk);
    EXPECT_FALSE(report.isIdle) << "it waits for room";
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
    free = 400 << 20;
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Done; });
}

TEST_F(DispatcherStartTest, OnANearlyFullDiskWorkersAreStoppedAtACheckpoint)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 1);
    DispatcherSettings watched = settings();
    std::int64_t free = 400 << 20;
    watched.freeBytes = [&] { return free; };
    Dispatcher dispatcher(store, spool, executor, watched);
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
    free = 100 << 20;
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Queued; });
    EXPECT_EQ(store.job(jobOfDepth(1))->message, "stopped at a checkpoint");
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
}

TEST_F(DispatcherStartTest, ADeathOnAFullDiskIsNotTheJobsFault)
{
    script("1 full_disk\n");
    Store store(file, "test");
    add(store, 2);
    Dispatcher dispatcher(store, spool, executor, settings(1));
    StepReport report;
    stepUntil(dispatcher, [&] {
        report = dispatcher.step();
        return report.isWaitingForDisk;
    });
    EXPECT_THAT(report.held, HasSubstr("the disk is full: a worker could not write to"));
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
    EXPECT_EQ(store.job(jobOfDepth(1))->attempt, 1);
    EXPECT_EQ(stateOf(store, 2), JobState::Queued) << "nothing else is started either";
}

TEST_F(DispatcherStartTest, ASpoolThatCannotBeWrittenAnyMoreHoldsTheQueueAndWhatRunsGoesOn)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 2);
    Dispatcher dispatcher(store, spool, executor, settings());
    const auto populations = spool.root() / "populations", aside = folder / "aside";
    const auto damaged = spool.jobFolder(jobOfDepth(2));
    std::ofstream(damaged) << "a file where a folder should be";
    std::filesystem::rename(populations, aside);
    std::ofstream(populations) << "and here";
    const StepReport report = dispatcher.step();
    EXPECT_THAT(report.held, HasSubstr(populations.string() + ": cannot be created"));
    EXPECT_EQ(report.running, 1);
    EXPECT_EQ(stateOf(store, 2), JobState::Queued);
    EXPECT_EQ(store.job(jobOfDepth(2))->kills, 0) << "no fault of the job";
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
    EXPECT_EQ(dispatcher.step().held, report.held) << "said until it is tried again";

    std::filesystem::remove(populations);
    std::filesystem::rename(aside, populations);
    std::filesystem::remove(damaged);
    dispatcher.start();
    stepUntil(dispatcher, [&] { return stateOf(store, 2) == JobState::Done; });
}

// As after a power cut: the store has lost that the job was begun, and its worker still runs.
TEST_F(DispatcherStartTest, AJobWhoseFolderAnotherWorkerHasHoldsNoOtherJob)
{
    Store store(file, "test");
    add(store, 2);
    const auto taken = spool.jobFolder(jobOfDepth(1));
    std::filesystem::create_directories(taken);
    const int worker = ::open((taken / "process.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    ASSERT_EQ(::fcntl(worker, F_OFD_SETLK, &whole), 0);
    const DispatcherSettings impatient = settings();
    ASSERT_EQ(impatient.retryDelaySeconds, 0) << "it is due again as soon as it was tried";
    Dispatcher dispatcher(store, spool, executor, impatient);
    const std::vector<JobChange> changes = dispatcher.step().changes;
    const auto tries = [&](std::int64_t depth, JobState state) {
        return std::ranges::count_if(changes, [&](const JobChange& change) {
            return change.id == jobOfDepth(depth) && change.state == state;
        });
    };
    EXPECT_EQ(tries(1, JobState::Queued), 1) << "once in a step";
    EXPECT_EQ(tries(2, JobState::Running), 1) << "in the same step";
    EXPECT_EQ(changes.size(), 2u);
    stepUntil(dispatcher, [&] { return stateOf(store, 2) == JobState::Done; });
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0) << "no fault of the job";
    EXPECT_EQ(dispatcher.step().held, "");

    ::close(worker);
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Done; });
}

TEST_F(DispatcherStartTest, EightGpusAreNeverBookedTwiceAndEachWorkerSeesItsOwn)
{
    Store store(file, "test");
    add(store, 24);
    DispatcherSettings gpus = settings();
    gpus.slots.clear();
    for (int i = 0; i < 8; ++i)
        gpus.slots.push_back({"cuda:" + std::to_string(i), "GPU-" + std::to_string(i), 1, 0});
    Dispatcher dispatcher(store, spool, executor, gpus);
    std::map<std::string, int> most;
    std::set<std::string> devices;
    EXPECT_TRUE(dispatcher.run([] { return false; },
                               [&](const StepReport&) {
                                   std::map<std::string, int> now;
                                   for (const JobRecord& job : store.activeJobs()) {
                                       ++now[job.device];
                                       devices.insert(job.device);
                                   }
                                   for (const auto& [device, count] : now)
                                       most[device] = std::max(most[device], count);
                               }));
    EXPECT_EQ(devices.size(), 8u);
    for (const auto& [device, count] : most)
        EXPECT_EQ(count, 1) << device;
    for (const JobRecord& job : store.jobs()) {
        const ResultRecord result = *store.result(job.id);
        EXPECT_EQ(result.manifest.manifest.at("cuda_visible_devices"), job.device);
        EXPECT_EQ(result.manifest.device, "cuda:0") << "the only one that it sees";
    }
}

TEST_F(DispatcherStartTest, JobsShareAGpuAsFarAsTheirMemoryFits)
{
    script("1 hang\n2 hang\n3 hang\n");
    Store store(file, "test");
    add(store, 3);
    const JobSpec spec = store.jobSpec(jobOfDepth(3));
    const std::int64_t largest = predictedMemory(realise(spec.network), spec.recipe, 32, "GPU-0");
    DispatcherSettings shared = settings();
    shared.slots = {{"cuda:0", "GPU-0", 8, 2 * largest}};
    Dispatcher dispatcher(store, spool, executor, shared);
    stepUntil(dispatcher, [&] { return store.counts().of(JobState::Running) == 2; });
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(dispatcher.step().running, 2) << "the third waits for memory";
    shared.slots.front().memoryBytes = 1;
    dispatcher.setSlots(shared.slots);
    carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(1), jobOfDepth(2)}, {}}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return stateOf(store, 3) == JobState::Running; });
    EXPECT_EQ(dispatcher.step().running, 1) << "alone it starts, whatever was predicted";
}

TEST_F(DispatcherStartTest, NeverMoreWorkersThanSlots)
{
    Store store(file, "test");
    add(store, 8);
    LocalExecutor workers({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher dispatcher(store, spool, workers, settings(3));
    dispatcher.recover();
    std::int64_t most = 0;
    EXPECT_TRUE(dispatcher.run([] { return false; },
                               [&](const StepReport& report) { most = std::max(most, report.running); }));
    EXPECT_EQ(most, 3);
}

} // namespace
} // namespace regnet
