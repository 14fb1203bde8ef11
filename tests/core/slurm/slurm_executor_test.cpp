// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one real node cannot show; the rest is tested with a real Slurm in tests/slurm/.
#include "core/slurm/slurm_executor.h"
#include "core/slurm/slurm_meter.h"

#include "core/queue/rebuild.h"
#include "core/queue/request.h"
#include "tests/core/slurm/slurm_executor_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace regnet {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(SlurmExecutorTest, PreemptionAndNodeFailureAreNobodysFault)
{
    Store store(file, "test");
    send(store, 3);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    for (const std::int64_t depth : {1, 2, 3})
        begin(store, depth);
    stepUntil(*remote, [&] { return store.counts().of(JobState::Running) == 3; });
    const std::string name = array(store).name;
    cluster.set({name, 0}, "PREEMPTED");
    cluster.set({name, 1}, "NODE_FAIL");
    cluster.set({name, 2}, "TIMEOUT");
    stepUntil(*remote, [&] {
        return spool.readEnd(jobOfDepth(3), 1).has_value() && spool.readEnd(jobOfDepth(1), 1).has_value() &&
               spool.readEnd(jobOfDepth(2), 1).has_value();
    });
    EXPECT_EQ(spool.readEnd(jobOfDepth(1), 1)->cause, "preempted");
    EXPECT_EQ(spool.readEnd(jobOfDepth(2), 1)->cause, "node failure");
    EXPECT_EQ(spool.readEnd(jobOfDepth(3), 1)->cause, "timed out");
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
    EXPECT_EQ(store.job(jobOfDepth(2))->kills, 0);
    EXPECT_EQ(store.job(jobOfDepth(3))->kills, 1);
    // All of them are submitted again, in an array of their own.
    stepUntil(*remote, [&] {
        return store.arrays().size() >= 2 && store.arrays(true).size() >= 1 &&
               store.counts().of(JobState::Queued) == 0;
    });
    EXPECT_EQ(store.job(jobOfDepth(1))->attempt, 2);
}

TEST_F(SlurmExecutorTest, APreemptedTaskThatSlurmRequeuesGoesOnByItself)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    const std::string id = jobOfDepth(1), name = array(store).name;
    say(store, 0, "exit " + id + " 75 1700000002\nend 75 slurm-PREEMPTED 1700000003\n");
    cluster.set({name, 0}, "PENDING");
    stepUntil(*remote, [&] { return store.arrayEntries(array(store).token).front().state == "preempted"; });
    say(store, 0, "start 1 1 node2 1700000004\nbegin " + id + " 1 1700000005\n");
    cluster.set({name, 0}, "RUNNING");
    finish(store, 1);
    stepUntil(*remote, [&] { return store.job(id)->state == JobState::Done; });
    EXPECT_EQ(store.job(id)->attempt, 1);
    EXPECT_EQ(store.arrayEntries(array(store).token).front().restarts, 1);
}

TEST_F(SlurmExecutorTest, TheTasksOwnWordComesFirst)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    finish(store, 1);
    cluster.set({array(store).name, 0}, "NODE_FAIL"); // which it was not, for this job
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
}

TEST_F(SlurmExecutorTest, ATaskThatNobodyKnowsIsLostAfterAWhile)
{
    cluster.forgets = true;
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    const std::string name = array(store).name;
    cluster.set({name, 0}, "COMPLETED");
    cluster.set({name, 1}, "COMPLETED"); // never began, for all that its record says
    stepUntil(*remote, [&] { return spool.readEnd(jobOfDepth(1), 1) && spool.readEnd(jobOfDepth(2), 1); });
    EXPECT_EQ(spool.readEnd(jobOfDepth(1), 1)->cause, "lost");
    EXPECT_EQ(spool.readEnd(jobOfDepth(2), 1)->kills, 0);
}

TEST_F(SlurmExecutorTest, ChunksByTheSitesLargestArray)
{
    cluster.maxArraySize = 3; // the largest index is one less
    Store store(file, "test");
    send(store, 5);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return store.arrays().size() == 3 && remote->hasSent(); });
    std::int64_t tasks = 0;
    for (const ArrayRecord& one : store.arrays())
        tasks += one.tasks;
    EXPECT_EQ(tasks, 5);
}

TEST_F(SlurmExecutorTest, AsksAtMostAsOftenAsTheProfileAllows)
{
    SiteProfile patient = profile();
    patient.askSeconds = 3600;
    use(patient);
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store) && cluster.calls("squeue") == 1; });
    for (int i = 0; i < 200; ++i) {
        StepReport report;
        remote->step(report, true);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(cluster.calls("squeue"), 1);
    EXPECT_EQ(cluster.calls("scontrol"), 1); // the site's limits, once
    EXPECT_EQ(cluster.calls("sbatch"), 1);
    EXPECT_EQ(readMeter(store, "lab").total, 3);
}

TEST_F(SlurmExecutorTest, AsksNothingWhereNothingMayBeAsked)
{
    SiteProfile silent = profile();
    silent.askSeconds = 0;
    use(silent);
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    finish(store, 1);
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
    EXPECT_EQ(cluster.calls("squeue") + cluster.calls("scontrol") + cluster.calls("sacct"), 0);
}

TEST_F(SlurmExecutorTest, AccountingIsAskedInOneGo)
{
    SiteProfile site = profile();
    site.hasAccounting = true;
    site.largestArray = 1;
    use(site);
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return store.arrays(true).size() == 2 && remote->hasSent(); });
    for (const ArrayRecord& one : store.arrays())
        cluster.set({one.name, 0}, "OUT_OF_MEMORY");
    stepUntil(*remote, [&] { return cluster.calls("sacct") > 0; });
    EXPECT_THAT(cluster.lastCommand("sacct"), HasSubstr(","));
    EXPECT_EQ(cluster.calls("scontrol"), 1); // the limits
}

TEST_F(SlurmExecutorTest, ARefusalForGoodHoldsTheProfileUntilItIsMended)
{
    cluster.breakCommand("sbatch", "sbatch: error: invalid partition specified: gpu\n");
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("no such partition"));
    EXPECT_EQ(store.counts().of(JobState::Queued), 2);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
    EXPECT_FALSE(remote->isBusy());
    EXPECT_EQ(cluster.calls("sbatch"), 1);
    cluster.breakCommand("sbatch", "");
    SiteProfile mended = profile();
    mended.partition = "debug";
    use(mended);
    std::filesystem::last_write_time(profiles,
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2));
    stepUntil(*remote, [&] { return store.arrays(true).size() == 1 && remote->hasSent(); });
}

constexpr const char* refusedNow =
    "profile \"lab\": you have as many jobs there as the site allows (AssocMaxSubmitJobLimit)";

TEST_F(SlurmExecutorTest, AnotherTryIsPromisedByWhoMakesIt)
{
    cluster.breakCommand("sbatch", "sbatch: error: AssocMaxSubmitJobLimit\n");
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_EQ(news.front(), std::string(refusedNow) + "; it is tried again");
    EXPECT_EQ(array(store).message, news.front());
}

TEST_F(SlurmExecutorTest, WhoEndsAfterOneTryPromisesNoOther)
{
    triesAgain = false;
    cluster.breakCommand("sbatch", "sbatch: error: AssocMaxSubmitJobLimit\n");
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_EQ(news.front(), refusedNow);
    EXPECT_EQ(array(store).message, refusedNow);
}

TEST_F(SlurmExecutorTest, WhoEndsAfterOneTryDoesNotPromiseToAskAgain)
{
    triesAgain = false;
    use(farProfile());
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    cluster.breakCommand("squeue", "slurm_load_jobs error: Unable to contact slurm controller\n");
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_EQ(news.front(),
              "profile \"lab\": Slurm on login9 does not answer (slurm_load_jobs error: Unable to "
              "contact slurm controller); running tasks go on and their records are read");
}

TEST_F(SlurmExecutorTest, AnArrayThatWasTakenInSilenceIsFound)
{
    cluster.silence("sbatch", true);
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    EXPECT_EQ(cluster.calls("sbatch"), 1);
    EXPECT_FALSE(array(store).name.empty());
}

TEST_F(SlurmExecutorTest, AnArrayThatWasNeverTakenIsWithdrawnForGood)
{
    cluster.breakCommand(
        "sbatch", "sbatch: error: Batch job submission failed: Socket timed out on send/recv operation\n");
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] {
        return array(store).state == ArrayRecord::State::Submitting && cluster.calls("sbatch") == 1;
    });
    const std::string token = array(store).token;
    cluster.breakCommand("sbatch", "");
    stepUntil(*remote, [&] { return isSubmitted(store); });
    EXPECT_NE(array(store).token, token);
    // Should the first one turn up after all, its tasks find a folder that is not theirs.
    EXPECT_EQ(ownerOf(submissionFolder(spool.root(), token)), withdrawn);
    EXPECT_EQ(store.counts().of(JobState::Claimed), 2);
}

TEST_F(SlurmExecutorTest, AFailingControllerLosesNothing)
{
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    cluster.breakCommand("squeue",
                         "slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n");
    cluster.breakCommand("scontrol", "Unable to contact slurm controller (connect failure)\n");
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_EQ(
        news.back(),
        "profile \"lab\": Slurm on this machine does not answer (slurm_load_jobs error: Unable to contact "
        "slurm controller (connect failure)); running tasks go on and their records are read, and it is "
        "asked again");
    begin(store, 1); // the files are read on
    finish(store, 1);
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
    EXPECT_EQ(store.job(jobOfDepth(2))->state, JobState::Claimed);
    cluster.breakCommand("squeue", "");
    cluster.breakCommand("scontrol", "");
    stepUntil(*remote, [&] { return news.back().find("answers again") != std::string::npos; });
}

TEST_F(SlurmExecutorTest, AHostThatIsAwayIsToldOnceAndThatItIsBack)
{
    use(farProfile());
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const std::string closed = "ssh: connect to host login9 port 22: Connection refused\n";
    cluster.breakCommand("squeue", closed);
    cluster.breakCommand("rsync", closed);
    const auto calls = [&] { return std::pair(cluster.calls("squeue"), cluster.calls("rsync")); };
    const auto before = calls();
    stepUntil(*remote,
              [&] { return calls().first > before.first + 3 && calls().second > before.second + 3; });
    ASSERT_EQ(news.size(), 1u) << testing::PrintToString(news);
    EXPECT_THAT(news.front(), HasSubstr("the host cannot be reached (ssh: connect"));
    cluster.breakCommand("squeue", "");
    cluster.breakCommand("rsync", "");
    stepUntil(*remote, [&] { return news.size() == 3; });
    EXPECT_THAT(news,
                testing::IsSupersetOf({HasSubstr("squeue answers again"), HasSubstr("rsync answers again")}));
}

TEST_F(SlurmExecutorTest, AControllerThatIsAwayIsToldOnceWhateverIsAsked)
{
    use(farProfile());
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(1)}, {}}, 0, {}}, store, spool);
    cluster.breakCommand("scancel", "scancel: error: Unable to contact slurm controller\n");
    cluster.breakCommand("squeue", "slurm_load_jobs error: Unable to contact slurm controller\n");
    const auto calls = [&] { return std::pair(cluster.calls("squeue"), cluster.calls("scancel")); };
    const auto before = calls();
    stepUntil(*remote,
              [&] { return calls().first > before.first + 2 && calls().second > before.second + 1; });
    ASSERT_EQ(news.size(), 1u) << testing::PrintToString(news);
    EXPECT_THAT(news.front(), HasSubstr("Slurm on login9 does not answer ("));
}

TEST_F(SlurmExecutorTest, ARecordThatOvertakesItsLogIsNoDeath)
{
    use(farProfile());
    std::atomic<int> begun = 0; // what runs for the executor sees them until it has ended
    std::atomic<bool> isOpen = false, isWritten = false;
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const std::string id = jobOfDepth(1);
    begin(store, 1);
    stepUntil(*remote, [&] { return store.job(id)->state == JobState::Running; });

    // Copying takes until `isOpen`, and says how often it was begun.
    cluster.during("rsync", [&] {
        ++begun;
        while (!isOpen)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    });
    stepUntil(*remote, [&] { return begun == 1; });
    // The job's folder is over already, the record comes now: what the worker wrote between is not here.
    say(store, 0, "exit " + id + " 0 1700000002\nend 0 done 1700000003\n");
    const auto seen = std::chrono::steady_clock::now() + std::chrono::milliseconds(200);
    stepUntil(*remote, [&] { return std::chrono::steady_clock::now() > seen; });
    cluster.during("rsync", [&] {
        if (!isWritten.exchange(true)) EventLog(spool.jobFolder(id), 1).append(FinishedEvent{30, 30, 1});
    });
    isOpen = true;
    stepUntil(*remote, [&] { return !isActive(store.job(id)->state); });
    EXPECT_EQ(store.job(id)->state, JobState::Done) << store.job(id)->message;
}

TEST_F(SlurmExecutorTest, ASharedFolderMayShowTheRecordBeforeTheLog)
{
    SiteProfile patient = profile();
    patient.lostSeconds = 60;
    use(patient);
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const std::string id = jobOfDepth(1);
    begin(store, 1);
    say(store, 0, "exit " + id + " 0 1700000002\nend 0 done 1700000003\n");
    cluster.set({array(store).name, 0}, "COMPLETED");
    const auto asked = cluster.calls("squeue");
    stepUntil(*remote, [&] { return cluster.calls("squeue") > asked + 5; });
    ASSERT_EQ(store.job(id)->state, JobState::Running) << store.job(id)->message;
    EventLog(spool.jobFolder(id), 1).append(FinishedEvent{30, 30, 1});
    stepUntil(*remote, [&] { return !isActive(store.job(id)->state); });
    EXPECT_EQ(store.job(id)->state, JobState::Done) << store.job(id)->message;
}

TEST_F(SlurmExecutorTest, IsBusyUntilWhatDiedThereHasBeenTriedAgain)
{
    retryDelaySeconds = 0.7; // longer than it takes to count anew
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const std::string id = jobOfDepth(1);
    begin(store, 1);
    say(store, 0, "exit " + id + " 3 1700000002\nend 0 done 1700000003\n");
    stepUntil(*remote, [&] {
        EXPECT_TRUE(remote->isBusy());
        return store.job(id)->attempt == 2 && isSubmitted(store);
    });
    begin(store, 1);
    finish(store, 1);
    stepUntil(*remote, [&] { return store.job(id)->state == JobState::Done; });
    stepUntil(*remote, [&] { return !remote->isBusy(); });
}

TEST_F(SlurmExecutorTest, SeveralClustersAreNamedInEveryCommand)
{
    cluster.cluster = "big";
    SiteProfile site = profile();
    site.cluster = "big";
    use(site);
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store) && cluster.calls("squeue") > 0; });
    EXPECT_EQ(array(store).cluster, "big");
    EXPECT_THAT(cluster.lastCommand("squeue"), HasSubstr("--clusters=big"));
    QueueRequest cancel;
    cancel.action = QueueRequest::Action::Cancel;
    carryOut(cancel, store, spool);
    stepUntil(*remote, [&] { return store.counts().open() == 0; });
    EXPECT_THAT(cluster.cancelled(), Contains("--clusters=big"));
}

TEST_F(SlurmExecutorTest, WaitingTasksAreTakenBackWithoutATrace)
{
    Store store(file, "test");
    send(store, 3);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    QueueRequest home;
    home.action = QueueRequest::Action::Send;
    home.jobs.ids = {jobOfDepth(2)};
    carryOut(home, store, spool);
    stepUntil(*remote, [&] { return store.job(jobOfDepth(2))->state == JobState::Queued; });
    EXPECT_THAT(cluster.cancelled(), Contains(array(store).name + "_1"));
    EXPECT_EQ(store.job(jobOfDepth(2))->place, "");
    EXPECT_EQ(store.nextQueued(1e12), jobOfDepth(2));
    EXPECT_EQ(store.job(jobOfDepth(1))->state, JobState::Claimed);
}

// A paused queue, and "slurm collect", take nothing more; they began an array while Slurm was told of
// another.
TEST_F(SlurmExecutorTest, WhoTakesNothingMoreBeginsNoArrayWhateverIsUnderWay)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    std::atomic<bool> isTold = false, mayAnswer = false;
    cluster.during("scancel", [&] {
        isTold = true;
        while (!mayAnswer)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    });
    carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(1)}, {}}, 0, {}}, store, spool);
    stepUntil(*remote, [&] { return isTold.load(); });
    QueueRequest more = adding(populationOf(3, "more"));
    more.destination = "lab";
    carryOut(more, store, spool);
    // Long enough for two counts of what waits.
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(1200);
    while (std::chrono::steady_clock::now() < end) {
        StepReport report;
        remote->step(report, false);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    EXPECT_EQ(store.arrays().size(), 1u);
    EXPECT_EQ(store.job(jobOfDepth(2))->state, JobState::Queued);
    mayAnswer = true;
    stepUntil(*remote, [&] { return store.job(jobOfDepth(2))->state == JobState::Claimed; });
}

TEST_F(SlurmExecutorTest, ARebuiltStoreKnowsItsArrays)
{
    std::string token;
    {
        Store store(file, "test");
        send(store, 2);
        const auto remote = executorOn(store);
        stepUntil(*remote, [&] { return isSubmitted(store); });
        begin(store, 1);
        finish(store, 1);
        stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
        token = array(store).token;
    }
    std::filesystem::remove(file);
    rebuildStore(file, spool, "test");
    Store store(file, "test");
    EXPECT_EQ(store.job(jobOfDepth(1))->state, JobState::Done);
    EXPECT_EQ(store.job(jobOfDepth(2))->device, "slurm:lab");
    EXPECT_EQ(store.job(jobOfDepth(2))->place, "lab");
    ASSERT_EQ(array(store).token, token);
    const auto remote = executorOn(store); // finds it by its token
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 2);
    finish(store, 2);
    stepUntil(*remote, [&] { return store.counts().of(JobState::Done) == 2; });
    EXPECT_EQ(cluster.calls("sbatch"), 1);
}

TEST_F(SlurmExecutorTest, TwoDispatchersDoNotShareASpool)
{
    Store store(file, "test");
    send(store, 1);
    std::filesystem::create_directories(slurmFolder(spool.root()));
    const auto remote = executorOn(store);
    // This very process, for another store.
    Store second(folder / "second.db", "test");
    try {
        executorOn(second);
        FAIL() << "it worked on a spool that another one has";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("is worked on by process"));
        EXPECT_THAT(error.what(), HasSubstr("runs.db"));
    }
}

TEST_F(SlurmExecutorTest, AClockThatIsWrongIsTold)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1); // in 2023
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("the clock of node1 is at least"));
    EXPECT_THAT(news.front(), HasSubstr("behind"));
}

TEST_F(SlurmExecutorTest, AnUnknownProfileIsTold)
{
    Store store(file, "test");
    send(store, 1);
    writeProfiles(profiles, {});
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("profile \"lab\""));
    EXPECT_FALSE(remote->isBusy());
}

TEST_F(SlurmExecutorTest, AFolderThatCannotBeWrittenLosesNothing)
{
    Store store(file, "test");
    send(store, 2);
    std::ofstream(slurmFolder(spool.root())) << "a file where the folder should be";
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("nothing was submitted"));
    EXPECT_EQ(cluster.calls("sbatch"), 0);
    EXPECT_EQ(store.counts().of(JobState::Queued), 2);
}

} // namespace
} // namespace regnet
