// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The batch script as bash runs it, with commands of Slurm that the test provides.
#include "core/queue/spool.h"
#include "core/slurm/submission.h"
#include "core/slurm/task_record.h"
#include "core/system/run_command.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace regnet {
namespace {

using testing::HasSubstr;

class BatchScriptRun : public testing::Test
{
protected:
    BatchScriptRun()
    {
        program("srun", R"(echo trained >>"$RUNS"; exit "${WORKER_CODE:-0}")");
        program("scontrol", "case $1 in show) echo \"JobId=1 JobState=${STATE:-RUNNING} Reason=None\";;"
                            " requeue) echo \"$2\" >>\"$REQUEUES\";; esac");
    }

    void program(const std::string& name, const std::string& body) const
    {
        std::filesystem::create_directories(folder / "bin");
        const std::filesystem::path file = folder / ("bin/" + name);
        std::ofstream(file) << "#!/bin/bash\n" << body << '\n';
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }

    void submit(std::int64_t jobs, std::int64_t jobsPerTask = 1)
    {
        spool.create();
        submission.token = "0123456789abcdef";
        submission.profile.name = "lab";
        submission.profile.worker = "/opt/regnet-worker";
        submission.profile.requeueLimit = 3;
        submission.jobsPerTask = jobsPerTask;
        for (std::int64_t i = 0; i < jobs; ++i) {
            const std::string id = "job" + std::to_string(i);
            std::filesystem::create_directories(spool.jobFolder(id));
            std::ofstream(jobFile(spool.jobFolder(id))) << "{\"number\": " << i << "}\n";
            submission.entries.push_back({id, 1});
        }
        writeSubmission(spool, submission);
    }
    std::filesystem::path array() const { return submissionFolder(spool.root(), submission.token); }

    /// Runs task 0 of array 7; `settings` are more of its environment: "STATE=CANCELLED".
    CommandResult run(const std::vector<std::string>& settings = {}) const
    {
        std::vector<std::string> words{"env",
                                       "PATH=" + (folder / "bin").string() + ":/usr/bin:/bin",
                                       "RUNS=" + (folder / "runs").string(),
                                       "REQUEUES=" + (folder / "requeues").string(),
                                       "SLURM_SUBMIT_DIR=" + array().string(),
                                       "SLURM_ARRAY_TASK_ID=0",
                                       "SLURM_ARRAY_JOB_ID=7",
                                       "SLURM_JOB_ID=7",
                                       "SLURMD_NODENAME=node1"};
        words.insert(words.end(), settings.begin(), settings.end());
        words.insert(words.end(), {"bash", (array() / "batch.sh").string()});
        return runCommand(words, 60);
    }

    std::string text(const std::filesystem::path& file) const
    {
        std::ifstream stream(file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    std::int64_t trainings() const
    {
        const std::string runs = text(folder / "runs");
        return std::count(runs.begin(), runs.end(), '\n');
    }
    TaskRecord record() const
    {
        TaskRecord record(array() / "tasks/0");
        record.read();
        return record;
    }

    TemporaryFolder folder;
    Spool spool{folder / "a spool's folder"};
    Submission submission;
};

TEST_F(BatchScriptRun, WorksThroughItsJobs)
{
    submit(5, 3);
    EXPECT_EQ(run().exitCode, 0);
    EXPECT_EQ(trainings(), 3) << "the other two are task 1's";
    EXPECT_EQ(record().why(), "done");
    EXPECT_EQ(record().exitOf("job2"), "0");
    EXPECT_EQ(record().damagedLines(), 0);
    EXPECT_EQ(run({"SLURM_RESTART_COUNT=1"}).exitCode, 0);
    EXPECT_EQ(trainings(), 3) << "nothing twice";
}

TEST_F(BatchScriptRun, RequeuesUntilItsLimitAndNotOnceMore)
{
    submit(1);
    for (int restart = 0; restart < 3; ++restart) {
        EXPECT_EQ(run({"WORKER_CODE=75", "SLURM_RESTART_COUNT=" + std::to_string(restart)}).exitCode, 75);
        EXPECT_EQ(record().why(), "requeue");
    }
    EXPECT_EQ(text(folder / "requeues"), "7_0\n7_0\n7_0\n");
    EXPECT_EQ(run({"WORKER_CODE=75", "SLURM_RESTART_COUNT=3"}).exitCode, 75);
    EXPECT_EQ(record().why(), "limit");
    EXPECT_EQ(text(folder / "requeues"), "7_0\n7_0\n7_0\n") << "the limit is 3";
}

TEST_F(BatchScriptRun, WhatSlurmEndsIsNotRevived)
{
    submit(1);
    EXPECT_EQ(run({"WORKER_CODE=75", "STATE=CANCELLED"}).exitCode, 75);
    EXPECT_EQ(record().why(), "slurm-CANCELLED");
    EXPECT_EQ(run({"WORKER_CODE=75", "STATE=PREEMPTED"}).exitCode, 75);
    EXPECT_EQ(record().why(), "slurm-PREEMPTED");
    EXPECT_EQ(text(folder / "requeues"), "");
}

// srun exits with 1 where its task was cancelled before the step began, and the shell's own TERM may come
// later.
TEST_F(BatchScriptRun, ATaskThatIsCancelledBeforeItsStepBeganIsNoDeath)
{
    submit(1);
    EXPECT_EQ(run({"WORKER_CODE=1", "STATE=COMPLETING"}).exitCode, 75);
    EXPECT_EQ(record().exitOf("job0"), "75");
    EXPECT_EQ(record().why(), "slurm-COMPLETING");
    program("srun", "kill -TERM $PPID; exit 1");
    EXPECT_EQ(run({"STATE=CANCELLED"}).exitCode, 75);
    EXPECT_EQ(record().exitOf("job0"), "75");
    EXPECT_EQ(record().why(), "slurm-CANCELLED");
    EXPECT_EQ(text(folder / "requeues"), "");
}

TEST_F(BatchScriptRun, WhatTheWorkerSaysStandsEvenWhereItsTaskIsEnded)
{
    submit(1);
    EXPECT_EQ(run({"WORKER_CODE=65", "STATE=CANCELLED"}).exitCode, 0);
    EXPECT_EQ(record().exitOf("job0"), "65");
}

TEST_F(BatchScriptRun, AWorkerThatDiesInATaskThatGoesOnHasDied)
{
    submit(3, 3);
    program("scontrol", "exit 1"); // nor is a silent controller a reason to think otherwise
    EXPECT_EQ(run({"WORKER_CODE=1"}).exitCode, 0);
    EXPECT_EQ(record().exitOf("job0"), "1");
    EXPECT_EQ(record().exitOf("job2"), "1");
    EXPECT_EQ(record().why(), "done");
}

TEST_F(BatchScriptRun, ARefusedRequeueIsSaid)
{
    submit(1);
    program("scontrol", "[ $1 = show ] && echo \"JobId=1 JobState=RUNNING\" || exit 1");
    EXPECT_EQ(run({"WORKER_CODE=75"}).exitCode, 75);
    EXPECT_EQ(record().why(), "refused");
}

TEST_F(BatchScriptRun, AChangedManifestIsNotWorkedOn)
{
    submit(2);
    std::ofstream(array() / "manifest.txt", std::ios::app) << "job9 1 00\n";
    EXPECT_EQ(run().exitCode, 64);
    EXPECT_EQ(record().why(), "manifest");
    EXPECT_EQ(trainings(), 0);
}

TEST_F(BatchScriptRun, JobsThatWereChangedTakenBackOrCancelledArePassedOver)
{
    submit(4, 4);
    std::ofstream(jobFile(spool.jobFolder("job0"))) << "{\"number\": 9}\n";
    hold(array(), "job1");
    std::ofstream(cancelMark(spool.jobFolder("job2"))) << "cancelled\n";
    EXPECT_EQ(run().exitCode, 0);
    EXPECT_EQ(record().exitOf("job0"), "changed");
    EXPECT_EQ(record().exitOf("job1"), "held");
    EXPECT_EQ(record().exitOf("job2"), "cancelled");
    EXPECT_EQ(record().exitOf("job3"), "0");
    EXPECT_EQ(trainings(), 1);
}

TEST_F(BatchScriptRun, TheSecondOfTwoArraysDoesNothing)
{
    submit(1);
    EXPECT_EQ(claimOwner(array(), "6"), "6");
    const CommandResult second = run();
    EXPECT_EQ(second.exitCode, 0);
    EXPECT_THAT(second.out, HasSubstr("submitted twice; the other one, 6, works"));
    EXPECT_EQ(trainings(), 0);
    EXPECT_FALSE(record().hasStarted());
}

TEST_F(BatchScriptRun, AWorkerThatIsNotThereEndsTheTask)
{
    submit(2, 2);
    EXPECT_EQ(run({"WORKER_CODE=127"}).exitCode, 127);
    EXPECT_EQ(record().why(), "worker");
    EXPECT_EQ(trainings(), 1) << "the second would fail as well";
}

TEST_F(BatchScriptRun, AModuleThatIsNotThereEndsTheTask)
{
    submission.profile.modules = {"nothing/1.0"};
    program("module", "exit 1");
    submit(1);
    EXPECT_EQ(run().exitCode, 1);
    EXPECT_EQ(record().why(), "preparation");
    EXPECT_EQ(trainings(), 0);
}

} // namespace
} // namespace regnet
