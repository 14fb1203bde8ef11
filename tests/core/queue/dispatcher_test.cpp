// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/dispatcher.h"

#include "core/queue/process.h"
#include "core/system/whole_file.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

class DispatcherTest : public QueueTest
{
};

TEST_F(DispatcherTest, TrainsAPopulation)
{
    Store store(file, "test");
    add(store, 4);
    EXPECT_TRUE(workOff(store));
    const Population population = store.population("small");
    ASSERT_EQ(population.members.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(population.members[i].state, Member::State::Finished);
        EXPECT_DOUBLE_EQ(population.members[i].error, 21 + static_cast<double>(i) + 10.0 / 3);
    }
    EXPECT_EQ(store.epochs(jobOfDepth(2)).size(), 3u);
    EXPECT_EQ(store.result(jobOfDepth(2))->manifest.flops, 200);
}

TEST_F(DispatcherTest, EveryEndHasItsState)
{
    script("1 finish\n2 fail 64\n3 fail 65\n4 fail 66\n5 fail 77\n6 exit 65\n7 crash 1\n8 crash_once 2\n9 "
           "exit 3\n"
           "10 done_without_result\n11 torn\n12 duplicate\n13 garbage\n14 liar\n");
    Store store(file, "test");
    add(store, 14);
    EXPECT_TRUE(workOff(store));
    EXPECT_EQ(stateOf(store, 1), JobState::Done);
    EXPECT_EQ(stateOf(store, 2), JobState::Failed);
    EXPECT_EQ(stateOf(store, 3), JobState::Diverged);
    EXPECT_EQ(stateOf(store, 4), JobState::OutOfMemory);
    EXPECT_EQ(stateOf(store, 5), JobState::Failed);
    EXPECT_EQ(store.job(jobOfDepth(5))->message, "as the script wants it");
    EXPECT_EQ(stateOf(store, 6), JobState::Diverged);
    EXPECT_EQ(stateOf(store, 7), JobState::Failed);
    EXPECT_EQ(store.job(jobOfDepth(7))->attempt, 3);
    EXPECT_THAT(
        store.job(jobOfDepth(7))->message,
        HasSubstr("died 3 times in a row, the last time with signal 9 (Killed)\nabout to die in epoch 1"));
    EXPECT_EQ(stateOf(store, 8), JobState::Done);
    EXPECT_EQ(store.job(jobOfDepth(8))->attempt, 2);
    EXPECT_EQ(stateOf(store, 9), JobState::Failed);
    EXPECT_EQ(stateOf(store, 10), JobState::Failed);
    for (const std::int64_t depth : {11, 12, 13}) {
        EXPECT_EQ(stateOf(store, depth), JobState::Done) << depth;
        EXPECT_EQ(store.epochs(jobOfDepth(depth)).size(), 3u) << depth;
    }
    EXPECT_EQ(stateOf(store, 14), JobState::Failed) << "an error of 140 % is no result";
}

TEST_F(DispatcherTest, LastWordsThatAreNoTextHoldNothingUp)
{
    script("1 mumble\n");
    Store store(file, "test");
    add(store, 2);
    EXPECT_TRUE(workOff(store));
    EXPECT_EQ(stateOf(store, 1), JobState::Failed);
    EXPECT_THAT(store.job(jobOfDepth(1))->message, HasSubstr("gr\uFFFDn \uFFFD\uFFFD"));
    EXPECT_EQ(spool.readEnd(jobOfDepth(1), 3)->message, store.job(jobOfDepth(1))->message);
    EXPECT_EQ(stateOf(store, 2), JobState::Done);
}

TEST_F(DispatcherTest, EpochsOfAWorkerThatWasGivenUpAreNotLost)
{
    Store store(file, "test");
    add(store, 1);
    const std::string id = jobOfDepth(1);
    const auto claimed = store.claim("cpu", 0, {{id}, {}});
    ASSERT_TRUE(claimed);
    const std::filesystem::path job = spool.jobFolder(id);
    std::filesystem::create_directories(attemptFolder(job, claimed->attempt));
    Dispatcher dispatcher(store, spool, executor, settings());
    dispatcher.recover();
    ASSERT_EQ(stateOf(store, 1), JobState::Queued) << "nobody was seen at work";
    // It was: it had only begun, and writes its epochs and its checkpoint after all.
    EventLog late(job, claimed->attempt);
    late.append(StartedEvent{100, 10, 1, 0, "scripted", "cpu", "test", 1});
    for (std::int64_t epoch = 1; epoch <= 3; ++epoch)
        late.append(EpochEvent{epoch, 0.1, 2, 80, 2, 30, 1});
    writeWhole(job / "checkpoint", "3");
    EXPECT_TRUE(dispatcher.run([] { return false; }, [](const StepReport&) {}));
    EXPECT_EQ(stateOf(store, 1), JobState::Done);
    EXPECT_EQ(store.epochs(id).size(), 3u);
}

TEST_F(DispatcherTest, StoppedWorkersGoOnFromTheirCheckpoint)
{
    script("1 hang\n2 hang\n");
    Store store(file, "test");
    add(store, 3);
    bool hasBegun = false;
    EXPECT_FALSE(workOff(store, [&] {
        hasBegun =
            hasBegun || (store.epochs(jobOfDepth(1)).size() == 1 && store.epochs(jobOfDepth(2)).size() == 1);
        return hasBegun;
    }));
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
    EXPECT_EQ(stateOf(store, 3), JobState::Queued) << "nothing new after a stop";
    script("");
    EXPECT_TRUE(workOff(store));
    EXPECT_EQ(stateOf(store, 1), JobState::Done);
    EXPECT_EQ(store.result(jobOfDepth(1))->manifest.firstEpoch, 1) << "one epoch was in the checkpoint";
}

TEST_F(DispatcherTest, WorkersOutliveTheirDispatcherAndAreAdopted)
{
    script("1 hang\n2 hang\n");
    {
        Store store(file, "test");
        add(store, 2);
        Dispatcher dispatcher(store, spool, executor, settings());
        dispatcher.recover();
        stepUntil(dispatcher, [&] {
            return store.epochs(jobOfDepth(1)).size() + store.epochs(jobOfDepth(2)).size() == 2;
        });
    }
    Store store(file, "test");
    // Its first dispatcher's children are unknown to this one, as they would be after a crash.
    LocalExecutor strangers({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher next(store, spool, strangers, settings());
    const Recovery recovery = next.recover();
    EXPECT_EQ(recovery.adopted, 2);
    EXPECT_EQ(describe(recovery), "Recovered 2 jobs: 2 still under way");
    EXPECT_EQ(store.job(jobOfDepth(1))->attempt, 1) << "no second attempt beside a living one";
    next.stop();
    // Children of this process stay zombies until they are waited for; the next dispatcher takes those for
    // dead.
    stepUntil(next, [&] { return store.counts().of(JobState::Queued) == 2; });
    EXPECT_EQ(store.job(jobOfDepth(1))->message, "stopped at a checkpoint");
}

TEST_F(DispatcherTest, AWorkerThatIsHeldIsNeitherGivenUpNorDoubled)
{
    script("1 hang\n");
    ProcessIdentity held;
    {
        Store store(file, "test");
        add(store, 1);
        Dispatcher dispatcher(store, spool, executor, settings());
        dispatcher.recover();
        stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
        held = store.job(jobOfDepth(1))->process;
        ASSERT_EQ(kill(static_cast<pid_t>(held.pid), SIGSTOP),
                  0); // a debugger, a frozen cgroup, a laptop's lid
        for (int step = 0; step < 100; ++step)
            dispatcher.step();
        EXPECT_EQ(stateOf(store, 1), JobState::Running);
    }
    // Silent for as long as nobody could hear it. There is no lease on this machine: a process that is there
    // has its job, and the next dispatcher takes it over.
    Store store(file, "test");
    LocalExecutor strangers({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher next(store, spool, strangers, settings());
    EXPECT_EQ(next.recover().adopted, 1);
    for (int step = 0; step < 100; ++step)
        next.step();
    EXPECT_EQ(store.job(jobOfDepth(1))->attempt, 1);
    EXPECT_EQ(store.job(jobOfDepth(1))->process, held);
    ASSERT_EQ(kill(static_cast<pid_t>(held.pid), SIGCONT), 0);
    next.stop();
    stepUntil(next, [&] { return stateOf(store, 1) == JobState::Queued; });
    EXPECT_EQ(store.job(jobOfDepth(1))->message, "stopped at a checkpoint");
    script("");
    next.start();
    stepUntil(next, [&] { return stateOf(store, 1) == JobState::Done; });
    EXPECT_EQ(store.epochs(jobOfDepth(1)).size(), 3u);
}

TEST_F(DispatcherTest, AWorkerThatIsHeldIsKilledWhenItDoesNotHearThatItIsToStop)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 1);
    DispatcherSettings impatient = settings();
    impatient.stopGraceSeconds = 0.05;
    Dispatcher dispatcher(store, spool, executor, impatient);
    dispatcher.recover();
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
    ASSERT_EQ(kill(static_cast<pid_t>(store.job(jobOfDepth(1))->process.pid), SIGSTOP), 0);
    store.cancel({{jobOfDepth(1)}, {}});
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Cancelled; });
}

TEST_F(DispatcherTest, AWorkerWhoseNumberWasNotWrittenDownIsFoundByItsFolder)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 1);
    const ClaimedJob claimed = *store.claim("cpu", 0);
    JobSpec spec = store.jobSpec(claimed.id);
    writeJob(spool.jobFolder(claimed.id), spec);
    const ProcessIdentity worker = executor.start(spec, spool.jobFolder(claimed.id));
    // Here the dispatcher dies: neither the store nor the spool know the process.
    LocalExecutor strangers({std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1});
    Dispatcher next(store, spool, strangers, settings());
    EXPECT_EQ(next.recover().adopted, 1);
    EXPECT_EQ(store.job(claimed.id)->process, worker);
    EXPECT_THROW(strangers.start(spec, spool.jobFolder(claimed.id)), Error) << "two workers in one folder";
}

TEST_F(DispatcherTest, AJobThatWasClaimedAndNeverStartedIsQueuedAgainWithoutBlame)
{
    Store store(file, "test");
    add(store, 1);
    store.claim("cpu", 0);
    Dispatcher dispatcher(store, spool, executor, settings());
    const Recovery recovery = dispatcher.recover();
    EXPECT_EQ(recovery.requeued, 1);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
    EXPECT_EQ(store.job(jobOfDepth(1))->message, "lost before its worker was started");
}

// A power cut may have taken the last lines of the log.
TEST_F(DispatcherTest, AnEndThatSaysDoneWithoutAResultIsTrainedAgain)
{
    Store store(file, "test");
    add(store, 1);
    const ClaimedJob claimed = *store.claim("cpu", 0);
    spool.writeEnd(claimed.id, 1, {0, {}, JobState::Done});
    Dispatcher dispatcher(store, spool, executor, settings());
    EXPECT_EQ(dispatcher.recover().requeued, 1);
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
}

TEST_F(DispatcherTest, AReusedProcessNumberIsNotMistakenForTheWorker)
{
    Store store(file, "test");
    add(store, 1);
    const ClaimedJob claimed = *store.claim("cpu", 0);
    writeJob(spool.jobFolder(claimed.id), store.jobSpec(claimed.id));
    std::filesystem::create_directories(attemptFolder(spool.jobFolder(claimed.id), 1));
    ProcessIdentity impostor = *identify(getpid());
    --impostor.startTicks;
    spool.writeProcess(claimed.id, 1, impostor);
    store.setRunning(claimed, impostor);
    Dispatcher dispatcher(store, spool, executor, settings());
    EXPECT_EQ(dispatcher.recover().requeued, 1);
    EXPECT_EQ(stateOf(store, 1), JobState::Queued);
}

TEST_F(DispatcherTest, AProcessThatIsNoWorkerIsNeitherAdoptedNorStopped)
{
    Store store(file, "test");
    add(store, 1);
    const ClaimedJob claimed = *store.claim("cpu", 0);
    writeJob(spool.jobFolder(claimed.id), store.jobSpec(claimed.id));
    // A log that cannot be read has its worker killed: here this very test.
    std::filesystem::create_directories(attemptFolder(spool.jobFolder(claimed.id), 1) / "events.jsonl");
    const ProcessIdentity somebody = *identify(getpid());
    spool.writeProcess(claimed.id, 1, somebody);
    store.setRunning(claimed, somebody);
    store.cancel({});
    Dispatcher dispatcher(store, spool, executor, settings());
    EXPECT_EQ(dispatcher.recover().adopted, 0);
    EXPECT_FALSE(isActive(stateOf(store, 1)));
}

TEST_F(DispatcherTest, PausingOneJobLetsTheOthersRun)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 3);
    Dispatcher dispatcher(store, spool, executor, settings());
    dispatcher.recover();
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
    carryOut({QueueRequest::Action::Pause, {{jobOfDepth(1)}, {}}, 0, {}}, store, spool);
    stepUntil(dispatcher,
              [&] { return stateOf(store, 1) == JobState::Paused && stateOf(store, 3) == JobState::Done; });
    script("");
    carryOut({QueueRequest::Action::Resume, {{jobOfDepth(1)}, {}}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Done; });
}

TEST_F(DispatcherTest, APausedQueueStopsItsWorkersAndGoesOnWhenResumed)
{
    script("1 hang\n2 hang\n");
    Store store(file, "test");
    add(store, 2);
    Dispatcher dispatcher(store, spool, executor, settings());
    dispatcher.recover();
    stepUntil(dispatcher, [&] { return store.counts().of(JobState::Running) == 2; });
    carryOut({QueueRequest::Action::Pause, {}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return store.counts().of(JobState::Queued) == 2; });
    const StepReport report = dispatcher.step();
    EXPECT_EQ(report.held, "the queue is paused");
    EXPECT_FALSE(report.isIdle) << "it waits to be resumed";
    script("");
    carryOut({QueueRequest::Action::Resume, {}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return store.counts().of(JobState::Done) == 2; });
}

TEST_F(DispatcherTest, ACancelledJobIsNeverRequeued)
{
    script("1 hang\n2 stubborn\n");
    Store store(file, "test");
    add(store, 2);
    DispatcherSettings impatient = settings();
    impatient.stopGraceSeconds = 0;
    Dispatcher dispatcher(store, spool, executor, impatient);
    dispatcher.recover();
    stepUntil(dispatcher,
              [&] { return store.epochs(jobOfDepth(1)).size() + store.epochs(jobOfDepth(2)).size() == 2; });
    carryOut({QueueRequest::Action::Cancel, {}, 0, {}}, store, spool);
    EXPECT_TRUE(std::filesystem::exists(cancelMark(spool.jobFolder(jobOfDepth(1)))));
    stepUntil(dispatcher, [&] { return store.counts().of(JobState::Cancelled) == 2; });
    EXPECT_EQ(dispatcher.step().running, 0);
}

TEST_F(DispatcherTest, CheckpointsStayOnlyWhereSomebodyWantsThem)
{
    script("2 fail 65\n3 fail 66\n4 hang\n");
    Store store(file, "test");
    add(store, 5);
    PopulationSpec wanted = store.populationSpec("small");
    wanted.networks = {networkOfDepth(5)};
    wanted.name = "wanted";
    wanted.keepsWeights = true;
    EXPECT_EQ(carryOut(adding(wanted), store, spool).addition.jobsKnown, 1);
    const auto checkpoint = [&](std::int64_t depth) {
        return checkpointFile(spool.jobFolder(jobOfDepth(depth)));
    };
    const auto torn = [&](std::int64_t depth) { return checkpoint(depth).string() + ".tmp4321"; };
    for (std::int64_t depth = 1; depth <= 5; ++depth) { // what killed writers left
        std::filesystem::create_directories(checkpoint(depth).parent_path());
        std::ofstream(torn(depth)) << "half";
    }
    Dispatcher dispatcher(store, spool, executor, settings());
    stepUntil(dispatcher,
              [&] { return store.epochs(jobOfDepth(4)).size() == 1 && store.counts().open() == 1; });
    EXPECT_TRUE(std::filesystem::exists(checkpoint(4)));
    carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(4)}, {}}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(stateOf(store, 1), JobState::Done);
    EXPECT_FALSE(std::filesystem::exists(checkpoint(1)));
    EXPECT_EQ(stateOf(store, 2), JobState::Diverged);
    EXPECT_FALSE(std::filesystem::exists(checkpoint(2))) << "it would diverge again from there";
    EXPECT_EQ(stateOf(store, 3), JobState::OutOfMemory);
    EXPECT_TRUE(std::filesystem::exists(checkpoint(3))) << "another try goes on from there";
    EXPECT_EQ(stateOf(store, 4), JobState::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(checkpoint(4)));
    EXPECT_EQ(stateOf(store, 5), JobState::Done);
    EXPECT_TRUE(std::filesystem::exists(checkpoint(5))) << "its weights are wanted";
    for (std::int64_t depth = 1; depth <= 5; ++depth)
        EXPECT_FALSE(std::filesystem::exists(torn(depth))) << depth;
}

TEST_F(DispatcherTest, AWaitingJobThatIsCancelledLeavesNoCheckpoint)
{
    script("1 hang\n");
    Store store(file, "test");
    add(store, 1);
    Dispatcher dispatcher(store, spool, executor, settings());
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(1)).size() == 1; });
    carryOut({QueueRequest::Action::Pause, {{jobOfDepth(1)}, {}}, 0, {}}, store, spool);
    stepUntil(dispatcher, [&] { return stateOf(store, 1) == JobState::Paused; });
    const auto checkpoint = checkpointFile(spool.jobFolder(jobOfDepth(1)));
    EXPECT_TRUE(std::filesystem::exists(checkpoint)) << "a paused job goes on from there";
    carryOut({QueueRequest::Action::Cancel, {}, 0, {}}, store, spool);
    EXPECT_FALSE(std::filesystem::exists(checkpoint));
}

TEST_F(DispatcherTest, AFolderThatSomebodyDamagedFailsItsJobAndNoOther)
{
    script("3 hang\n");
    Store store(file, "test");
    add(store, 5);
    std::ofstream(spool.jobFolder(jobOfDepth(1))) << "a file where a folder should be";
    std::filesystem::create_directories(attemptFolder(spool.jobFolder(jobOfDepth(2)), 1) / "events.jsonl");
    const auto elsewhere = folder / "elsewhere";
    std::filesystem::create_directory(elsewhere);
    std::filesystem::create_directory_symlink(elsewhere, spool.jobFolder(jobOfDepth(5)));
    Dispatcher dispatcher(store, spool, executor, settings());
    stepUntil(dispatcher, [&] { return store.epochs(jobOfDepth(3)).size() == 1; });
    // While its worker runs, somebody puts a folder where the log was.
    const auto log = attemptFolder(spool.jobFolder(jobOfDepth(3)), 1) / "events.jsonl";
    std::filesystem::remove(log);
    std::filesystem::create_directories(log);
    stepUntil(dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(stateOf(store, 1), JobState::Failed);
    EXPECT_THAT(store.job(jobOfDepth(1))->message, HasSubstr("its folder is damaged: "));
    EXPECT_EQ(stateOf(store, 2), JobState::Failed);
    EXPECT_EQ(stateOf(store, 3), JobState::Failed);
    EXPECT_THAT(store.job(jobOfDepth(3))->message, HasSubstr("its log cannot be read ("));
    EXPECT_EQ(stateOf(store, 4), JobState::Done);
    EXPECT_EQ(stateOf(store, 5), JobState::Failed);
    EXPECT_THAT(store.job(jobOfDepth(5))->message, HasSubstr("is a link"));
    EXPECT_TRUE(std::filesystem::is_empty(elsewhere));
}

TEST_F(DispatcherTest, FilesThatCannotBeWrittenAreToldOnceAndTheQueueGoesOn)
{
    Store store(file, "test");
    add(store, 3);
    carryOut({QueueRequest::Action::Priority, {{jobOfDepth(3)}, {}}, 2, {}}, store, spool);
    std::filesystem::remove(spool.root() / "wishes.json");
    std::filesystem::create_directory(spool.root() / "wishes.json");
    for (const std::int64_t depth : {1, 2})
        std::filesystem::create_directories(attemptFolder(spool.jobFolder(jobOfDepth(depth)), 1) /
                                            "end.json");
    std::filesystem::create_directory(spool.requestFolder() / "1-1-0.json.answer");
    std::ofstream(spool.requestFolder() / "1-1-0.json") << "garbage";
    Dispatcher dispatcher(store, spool, executor, settings());
    dispatcher.recover();
    std::vector<std::string> news;
    EXPECT_TRUE(dispatcher.run(
        [] { return false; },
        [&](const StepReport& report) { news.insert(news.end(), report.news.begin(), report.news.end()); }));
    EXPECT_EQ(store.counts().of(JobState::Done), 3);
    EXPECT_THAT(news, testing::UnorderedElementsAre(HasSubstr("1-1-0.json.answer: cannot be written: "),
                                                    HasSubstr("wishes.json"),
                                                    HasSubstr("end.json: cannot be written: ")));
}

TEST_F(DispatcherTest, AFolderThatBecameALinkFailsItsJobWhenTheNextDispatcherStarts)
{
    Store store(file, "test");
    add(store, 2);
    const ClaimedJob claimed = *store.claim("cpu", 0);
    std::filesystem::create_directory_symlink(folder / "elsewhere", spool.root() / claimed.id);
    Dispatcher dispatcher(store, spool, executor, settings());
    EXPECT_EQ(dispatcher.recover().lost, 1);
    stepUntil(dispatcher, [&] { return store.counts().open() == 0; });
    EXPECT_EQ(store.job(claimed.id)->state, JobState::Failed);
    EXPECT_THAT(store.job(claimed.id)->message, HasSubstr("is a link"));
    EXPECT_EQ(store.counts().of(JobState::Done), 1);
}

} // namespace
} // namespace regnet
