// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(SlurmAnswersTest, ReadsIndicesAsSlurmPrintsThem)
{
    EXPECT_THAT(*taskIndices("3"), ElementsAre(3));
    EXPECT_THAT(*taskIndices("2-4%2"), ElementsAre(2, 3, 4));
    EXPECT_THAT(*taskIndices("0,4-5,9"), ElementsAre(0, 4, 5, 9));
    EXPECT_FALSE(taskIndices("0-9999998,0-9999998,0-9999998")) << "a few characters must not fill the memory";
    for (const char* bad : {"", "N/A", "1,2,...", "5-2", "-1", "0-99999999999", "3x"})
        EXPECT_FALSE(taskIndices(bad)) << bad;
}

// As Slurm 22.05 printed it.
TEST(SlurmAnswersTest, ReadsTheQueue)
{
    const auto answer = parseQueue("CLUSTER: one\n1|2-3%2|PENDING|JobArrayTaskLimit|tok123|regnet-tok123\n"
                                   "1|0|RUNNING|None|tok123|regnet-tok123\n"
                                   "7|N/A|RUNNING|None|(null)|somebody else's\n"
                                   "8|1|PENDING|BeginTime||regnet-beef\n");
    EXPECT_EQ(answer.tasks.size(), 4u);
    EXPECT_EQ(answer.tasks.at({"1", 0}).state, "RUNNING");
    EXPECT_EQ(answer.tasks.at({"1", 3}).reason, "JobArrayTaskLimit");
    EXPECT_EQ(answer.arrays.at("tok123"), "1");
    EXPECT_EQ(answer.arrays.at("beef"), "8"); // a site that keeps the comment for itself
}

TEST(SlurmAnswersTest, ReadsAccountingAndShow)
{
    const auto sacct =
        parseAccounting("12_0|COMPLETED\n12_1|CANCELLED by 1000\n12_[2-3]|PENDING\n12_1|TIMEOUT\nnoise\n");
    EXPECT_EQ(sacct.at({"12", 0}), "COMPLETED");
    EXPECT_EQ(sacct.at({"12", 1}), "TIMEOUT"); // the newest run counts
    EXPECT_EQ(sacct.at({"12", 3}), "PENDING");
    const auto show =
        parseShow("JobId=1 ArrayJobId=1 ArrayTaskId=3 JobName=x JobState=RUNNING Reason=None \n"
                  "JobId=2 ArrayJobId=1 ArrayTaskId=4-5%2 JobName=x JobState=PENDING Reason=None\n"
                  "JobId=9 JobName=y JobState=FAILED\n");
    EXPECT_EQ(show.size(), 3u);
    EXPECT_EQ(show.at({"1", 5}), "PENDING");
}

TEST(SlurmAnswersTest, ReadsWhatSbatchPrints)
{
    EXPECT_EQ(parseSubmitted("12\n")->first, "12");
    EXPECT_EQ(parseSubmitted("be nice to the cluster\n12;big\n")->second, "big");
    EXPECT_EQ(parseSubmitted("4294967295\n")->first, "4294967295") << "Slurm has 32 bits for it";
    for (const char* bad : {"", "Submitted batch job 12\n", "error", "0\n", "4294967296\n", "-1\n",
                            "99999999999999999999999\n"})
        EXPECT_FALSE(parseSubmitted(bad)) << bad;
    EXPECT_EQ(noNumberIn("lab", "99999999999999999999999\n", false).sentence,
              "profile \"lab\": sbatch answers \"99999999999999999999999\", which is no number of a job");
    EXPECT_TRUE(noNumberIn("lab", std::string(5000, '9'), true).isUnknown);
    EXPECT_LT(noNumberIn("lab", std::string(5000, '9'), true).sentence.size(), 200u);
}

TEST(SlurmAnswersTest, WhatFailsWithoutAWordIsKnownByItsEnd)
{
    CommandResult result;
    EXPECT_EQ(saidBy(result, "sbatch: No such file or directory"), "sbatch: No such file or directory");
    result.exitCode = 7;
    EXPECT_EQ(saidBy(result, "why\n"), "why\n");
    EXPECT_EQ(saidBy(result, " \n"), "exit code 7");
    EXPECT_EQ(refusalOf("lab", saidBy(result, ""), false).sentence,
              "profile \"lab\": sbatch failed (exit code 7)");
    result.exitCode.reset();
    result.signal = 9;
    EXPECT_EQ(saidBy(result, ""), "signal 9 (Killed)");
    result.saidTooMuch = true;
    EXPECT_EQ(saidBy(result, "y\ny\n"), "it said too much and was ended");
}

TEST(SlurmAnswersTest, EveryEndIsToldApart)
{
    EXPECT_EQ(endOfState("TIMEOUT"), RemoteEnd::TimedOut);
    EXPECT_EQ(endOfState("DEADLINE"), RemoteEnd::TimedOut);
    EXPECT_EQ(endOfState("PREEMPTED"), RemoteEnd::Preempted);
    EXPECT_EQ(endOfState("NODE_FAIL"), RemoteEnd::NodeFailure);
    EXPECT_EQ(endOfState("BOOT_FAIL"), RemoteEnd::NodeFailure);
    EXPECT_EQ(endOfState("OUT_OF_MEMORY"), RemoteEnd::OutOfMemory);
    EXPECT_EQ(endOfState("CANCELLED"), RemoteEnd::Cancelled);
    EXPECT_EQ(endOfState("COMPLETED"), RemoteEnd::Unknown);
    for (const char* goesOn :
         {"PENDING", "RUNNING", "REQUEUED", "REQUEUE_HOLD", "SPECIAL_EXIT", "COMPLETING", ""})
        EXPECT_FALSE(endOfState(goesOn)) << goesOn;
}

TEST(SlurmAnswersTest, ARefusalIsOneSentence)
{
    struct Case
    {
        const char* text;
        const char* says;
        bool isForGood, isUnknown;
    };
    for (const Case& one : {
             Case{"sbatch: error: invalid partition specified: nope\nsbatch: error: Batch job submission "
                  "failed: "
                  "Invalid partition name specified\n",
                  "no such partition", true, false},
             Case{"sbatch: error: Memory specification can not be satisfied\nsbatch: error: Batch job "
                  "submission failed: "
                  "Requested node configuration is not available\n",
                  "that much memory", true, false},
             Case{"sbatch: error: QOSMaxSubmitJobPerUserLimit\nsbatch: error: Batch job submission failed: "
                  "Job violates "
                  "accounting/QOS policy\n",
                  "limits do not allow it now", false, false},
             Case{"sbatch: error: AssocMaxSubmitJobLimit\n", "as many jobs there as the site allows", false,
                  false},
             Case{"write: Disk quota exceeded\n", "quota there is used up", false, false},
             Case{"ssh: Could not resolve hostname login9: Name or service not known\n", "cannot be reached",
                  false, false},
             Case{"ssh: connect to host login9 port 22: Connection refused\n", "cannot be reached", false,
                  false},
             Case{"sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect "
                  "failure)\n",
                  "Slurm does not answer (", false, false},
             Case{"sbatch: error: resolve_ctls_from_dns_srv: res_nsearch error: Unknown host\n",
                  "Slurm does not answer (", false, false},
             Case{"Connection to login9 closed by remote host.\n", "connection broke", false, true},
             Case{"sbatch: error: Batch job submission failed: Socket timed out on send/recv operation\n",
                  "found out", false, true},
             Case{"", "no word", false, false},
         }) {
        const Refusal refusal = refusalOf("lab", one.text, false);
        EXPECT_THAT(refusal.sentence, HasSubstr(one.says)) << one.text;
        EXPECT_THAT(refusal.sentence, HasSubstr("\"lab\""));
        EXPECT_EQ(refusal.isForGood, one.isForGood) << one.text;
        EXPECT_EQ(refusal.isUnknown, one.isUnknown) << one.text;
        EXPECT_EQ(refusal.sentence.find('\n'), std::string::npos);
        EXPECT_THAT(refusal.sentence, Not(HasSubstr("again"))) << "only who makes the next try promises it";
    }
    EXPECT_TRUE(refusalOf("lab", "", true).isUnknown);
    const Refusal ofCopy = refusalOf("lab", "Connection to login9 closed by remote host.\n", false, "rsync");
    EXPECT_FALSE(ofCopy.isUnknown) << "nothing was submitted yet";
    EXPECT_THAT(ofCopy.sentence, HasSubstr("rsync failed"));
}

} // namespace
} // namespace regnet
