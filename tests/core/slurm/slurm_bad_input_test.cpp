// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong around a cluster: a sentence each, and nothing lost or doubled.
#include "core/slurm/cluster_order.h"
#include "core/slurm/slurm_meter.h"
#include "tests/core/slurm/slurm_executor_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <ctime>

namespace regnet {
namespace {

using testing::Contains;
using testing::HasSubstr;

using SlurmBadInputTest = SlurmExecutorTest;

struct Refused
{
    const char* why;
    const char* error; ///< as sbatch, the shell or ssh prints it
    const char* says;
    bool isHeld; ///< until the profile changes
};

void PrintTo(const Refused& refused, std::ostream* out)
{
    *out << refused.why;
}

class RefusedSubmission : public SlurmExecutorTest, public testing::WithParamInterface<Refused>
{
};

TEST_P(RefusedSubmission, IsOneSentenceAndTheJobsStay)
{
    cluster.breakCommand("sbatch", GetParam().error);
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr(GetParam().says));
    EXPECT_THAT(news.front(), HasSubstr("profile \"lab\""));
    EXPECT_EQ(news.front().find('\n'), std::string::npos);
    EXPECT_EQ(store.counts().of(JobState::Queued), 2);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
    EXPECT_TRUE(store.arrays(true).empty());
    EXPECT_EQ(cluster.calls("sbatch"), 1) << "not again at once";
    EXPECT_EQ(!readMeter(store, "lab").held.empty(), GetParam().isHeld);
    for (int i = 0; i < 20; ++i) {
        StepReport report;
        remote->step(report, true);
        EXPECT_TRUE(report.news.empty()) << "said once";
    }
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedSubmission,
    testing::Values(
        Refused{"no such partition", "sbatch: error: invalid partition specified: gpu\n", "no such partition",
                true},
        Refused{"no such account", "sbatch: error: Invalid account or account/partition combination\n",
                "does not know the account", true},
        Refused{"no such QOS", "sbatch: error: Invalid qos specification\n", "does not know the QOS", true},
        Refused{"no such GPU", "sbatch: error: Invalid generic resource (gres) specification\n",
                "no such GPUs", true},
        Refused{"no such feature", "sbatch: error: Invalid feature specification\n", "that constraint", true},
        Refused{"more memory than any node", "sbatch: error: Memory specification can not be satisfied\n",
                "that much memory", true},
        Refused{"too long",
                "sbatch: error: Requested time limit is invalid (missing or exceeds some limit)\n",
                "that time limit", true},
        Refused{"over the limit of jobs", "sbatch: error: AssocMaxSubmitJobLimit\n",
                "as many jobs there as the site allows", false},
        Refused{"over quota", "sh: write error: Disk quota exceeded\n", "quota there is used up", false},
        Refused{"a full disk", "sbatch: error: No space left on device\n", "the disk there is full", false},
        Refused{"a folder that may only be read", "sh: cannot create: Read-only file system\n",
                "may only be read", false},
        Refused{"a host that is not there",
                "ssh: Could not resolve hostname login9: Name or service not known\n", "cannot be reached",
                false},
        Refused{"a host that lets nobody in", "me@login1: Permission denied (publickey).\n",
                "does not let you in", false}));

TEST_F(SlurmBadInputTest, AWorkerThatIsNotNamedIsNotSubmitted)
{
    SiteProfile nameless = profile();
    nameless.worker.clear();
    use(nameless);
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("names no worker"));
    EXPECT_EQ(cluster.calls("sbatch"), 0);
}

TEST_F(SlurmBadInputTest, AWorkerThatDoesNotStartThereHoldsItsProfile)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    say(store, 0, "exit " + jobOfDepth(1) + " 127 1700000002\nend 127 worker 1700000003\n");
    stepUntil(*remote, [&] { return store.counts().of(JobState::Queued) == 1; });
    EXPECT_THAT(news, Contains(HasSubstr("/opt/regnet-worker cannot be started on node1")));
    EXPECT_THAT(readMeter(store, "lab").held, HasSubstr("cannot be started"));
}

TEST_F(SlurmBadInputTest, AClockThatIsAheadIsTold)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const auto later = std::to_string(std::time(nullptr) + 3600);
    say(store, 0, "start 0 1 node1 " + later + "\nbegin " + jobOfDepth(1) + " 1 " + later + "\n");
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("the clock of node1"));
    EXPECT_THAT(news.front(), HasSubstr("ahead"));
    finish(store, 1); // nothing depends on it
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
}

TEST_F(SlurmBadInputTest, AHalfCopiedLogWaitsForItsRest)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    const std::string id = jobOfDepth(1);
    std::string text = toJson(LoggedEvent{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 70, 7}}).dump() + '\n';
    const std::size_t half = text.size() + 20;
    text += toJson(LoggedEvent{2, 1000, EpochEvent{2, 0.1, 2, 80, 2, 60, 7}}).dump() + '\n';
    text += toJson(LoggedEvent{3, 1000, FinishedEvent{60, 60, 14}}).dump() + '\n';
    const std::filesystem::path log = attemptFolder(spool.jobFolder(id), 1) / "events.jsonl";
    std::filesystem::create_directories(log.parent_path());
    std::ofstream(log) << text.substr(0, half);
    stepUntil(*remote, [&] { return store.job(id)->epochsDone == 1; });
    EXPECT_EQ(store.epochs(id).size(), 1u) << "half a line is no event";
    // The rest of it, and the task's record cut in the middle of its last word.
    std::ofstream(log, std::ios::app) << text.substr(half);
    say(store, 0, "exit " + id + " 0 17000");
    stepUntil(*remote, [&] { return store.job(id)->epochsDone == 2; });
    EXPECT_NE(store.job(id)->state, JobState::Done) << "its task did not say so yet";
    say(store, 0, "00002\nend 0 done 1700000003\n");
    stepUntil(*remote, [&] { return store.job(id)->state == JobState::Done; });
    EXPECT_EQ(store.epochs(id).size(), 2u);
}

TEST_F(SlurmBadInputTest, AManifestThatWasChangedIsToldAndItsJobsGoAgain)
{
    Store store(file, "test");
    send(store, 2);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    const std::string token = array(store).token;
    // What the script does when sha256sum says no.
    for (const std::int64_t task : {0, 1})
        say(store, task, "start 0 1 node1 1700000000\nend 64 manifest 1700000001\n");
    stepUntil(*remote, [&] { return store.arrays().size() == 2 && isSubmitted(store); });
    EXPECT_THAT(news, Contains(HasSubstr("manifest.txt: was changed after it was submitted")));
    EXPECT_NE(array(store).token, token);
    EXPECT_EQ(store.job(jobOfDepth(1))->kills, 0);
}

TEST_F(SlurmBadInputTest, ADamagedSubmissionIsToldAtTheNextStart)
{
    Store store(file, "test");
    send(store, 1);
    {
        const auto remote = executorOn(store);
        stepUntil(*remote, [&] { return isSubmitted(store); });
    }
    const auto manifest = submissionFolder(spool.root(), array(store).token) / "manifest.txt";
    std::ofstream(manifest, std::ios::app) << "one more\n";
    EXPECT_EQ(manifestProblem(manifest.parent_path(), std::string(64, '0')),
              "was changed after it was submitted");
    EXPECT_THAT(problemOf([&] { readSubmission(spool.root(), array(store).token); }),
                HasSubstr("was changed after it was submitted"));
    const auto remote = executorOn(store);
    begin(store, 1); // a task that had begun before goes on
    finish(store, 1);
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Done; });
    EXPECT_THAT(news, Contains(HasSubstr("was changed after it was submitted")));
}

TEST_F(SlurmBadInputTest, JobsOfAnArrayThatNobodySubmittedComeBackAtOnce)
{
    Store store(file, "test");
    add(store, 4);
    SiteProfile pilots = profile();
    pilots.jobsPerTask = 2;
    ClusterOrder byHand{{}, pilots, folder / "out"};
    ASSERT_EQ(generateInto(store, spool, byHand).size(), 1u);
    const auto remote = executorOn(store);
    QueueRequest home;
    home.action = QueueRequest::Action::Send;
    home.jobs.ids = {jobOfDepth(1)}; // one of the two of its task
    carryOut(home, store, spool);
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Queued; });
    EXPECT_EQ(store.job(jobOfDepth(2))->state, JobState::Claimed);
    QueueRequest cancel;
    cancel.action = QueueRequest::Action::Cancel;
    cancel.jobs.ids = {jobOfDepth(2), jobOfDepth(3), jobOfDepth(4)};
    carryOut(cancel, store, spool);
    stepUntil(*remote, [&] { return store.arrays(true).empty(); });
    EXPECT_EQ(store.counts().of(JobState::Cancelled), 3);
    EXPECT_EQ(cluster.calls("scancel"), 0);
    EXPECT_EQ(ownerOf(submissionFolder(spool.root(), array(store).token)), withdrawn);
}

TEST_F(SlurmBadInputTest, ATaskAtItsLimitOfRequeuesGoesBackIntoTheQueue)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    const std::string id = jobOfDepth(1), token = array(store).token;
    say(store, 0, "exit " + id + " 75 1700000002\nend 75 limit 1700000003\n");
    cluster.set({array(store).name, 0}, "COMPLETED");
    stepUntil(*remote, [&] { return store.arrays().size() == 2 && isSubmitted(store); });
    EXPECT_EQ(store.job(id)->attempt, 2) << "in an array of its own, from its checkpoint";
    EXPECT_EQ(store.job(id)->kills, 0);
    EXPECT_EQ(spool.readEnd(id, 1)->exitCode, 75);
    const auto entries = store.arrayEntries(token);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries.front().state, "stopped");
}

TEST_F(SlurmBadInputTest, ACancellationThatDoesNotGetThroughIsNotHammered)
{
    SiteProfile patient = profile();
    patient.askSeconds = 3600;
    use(patient);
    Store store(file, "test");
    send(store, 4);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    cluster.breakCommand("scancel", "scancel: error: Unable to contact slurm controller\n");
    QueueRequest cancel;
    cancel.action = QueueRequest::Action::Cancel;
    carryOut(cancel, store, spool);
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_THAT(news.front(), HasSubstr("Slurm on this machine does not answer (scancel: error: Unable"));
    for (int i = 0; i < 100; ++i) {
        StepReport report;
        remote->step(report, true);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(cluster.calls("scancel"), 1);
    EXPECT_THAT(cluster.lastCommand("scancel"), HasSubstr(array(store).name + "_[0-3]"))
        << "one word for all";
    EXPECT_FALSE(remote->hasToldAll());
}

TEST_F(SlurmBadInputTest, ASignalThatDoesNotGetThroughIsSentAgain)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    begin(store, 1);
    stepUntil(*remote, [&] { return store.counts().of(JobState::Running) == 1; });
    cluster.breakCommand("scancel", "scancel: error: Unable to contact slurm controller\n");
    QueueRequest home;
    home.action = QueueRequest::Action::Send;
    carryOut(home, store, spool);
    stepUntil(*remote, [&] { return cluster.calls("scancel") >= 1; });
    EXPECT_FALSE(remote->hasToldAll());
    cluster.breakCommand("scancel", "");
    stepUntil(*remote, [&] { return !cluster.cancelled().empty(); });
    EXPECT_THAT(cluster.cancelled(), Contains("--signal=USR1"));
    EXPECT_THAT(cluster.cancelled(), Contains(array(store).name + "_0"));
    // Its worker writes a checkpoint, and the job is this machine's.
    say(store, 0, "exit " + jobOfDepth(1) + " 75 1700000002\nend 0 done 1700000003\n");
    stepUntil(*remote, [&] { return store.job(jobOfDepth(1))->state == JobState::Queued; });
    EXPECT_EQ(store.job(jobOfDepth(1))->place, "");
}

TEST_F(SlurmBadInputTest, ATaskThatEndedBeforeItsCancellationIsNotCancelledForEver)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    cluster.breakCommand("scancel",
                         "scancel: error: Kill job error on job id 100_0: Job/step already completing "
                         "or completed\n");
    QueueRequest cancel;
    cancel.action = QueueRequest::Action::Cancel;
    carryOut(cancel, store, spool);
    stepUntil(*remote, [&] { return store.counts().of(JobState::Cancelled) == 1; });
    EXPECT_EQ(cluster.calls("scancel"), 1);
}

TEST_F(SlurmBadInputTest, AProgramThatIsStartedAgainAsksNoMore)
{
    SiteProfile patient = profile();
    patient.askSeconds = 3600;
    use(patient);
    Store store(file, "test");
    send(store, 1);
    {
        const auto remote = executorOn(store);
        stepUntil(*remote, [&] { return isSubmitted(store) && cluster.calls("squeue") == 1; });
        stepUntil(*remote, [&] { return readMeter(store, "lab").total == 3; });
    }
    for (int start = 0; start < 3; ++start) {
        const auto remote = executorOn(store);
        for (int i = 0; i < 50; ++i) {
            StepReport report;
            remote->step(report, true);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    EXPECT_EQ(cluster.calls("squeue"), 1);
    EXPECT_EQ(cluster.calls("scontrol"), 1) << "the site's limits are remembered";
    EXPECT_EQ(readMeter(store, "lab").lastHour, 3);
}

TEST_F(SlurmBadInputTest, ACommandThatFailsWithoutAWordIsKnownByItsExitCode)
{
    Store store(file, "test");
    send(store, 1);
    const auto remote = executorOn(store);
    stepUntil(*remote, [&] { return isSubmitted(store); });
    cluster.breakCommand("squeue", "\n");
    stepUntil(*remote, [&] { return !news.empty(); });
    EXPECT_EQ(news.front(),
              "profile \"lab\": squeue failed (exit code 1); the tasks' own records are read on");
}

} // namespace
} // namespace regnet
