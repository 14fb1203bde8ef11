// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/profile_problems.h"

#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

SiteProfile good()
{
    SiteProfile profile;
    profile.name = "lab";
    profile.host = "login1";
    profile.worker = "/opt/regnet-worker";
    return profile;
}

struct Row
{
    const char* why;
    std::function<void(SiteProfile&)> spoil;
    const char* field;
    const char* says;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.why;
}

class ProfileProblems : public testing::TestWithParam<Row>
{
};

TEST_P(ProfileProblems, AreOneSentenceBesideTheirField)
{
    SiteProfile profile = good();
    GetParam().spoil(profile);
    const std::vector<FieldProblem> problems = problemsOf(profile, {});
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems.front().field, GetParam().field);
    const std::string text = sentence(problems.front().problem);
    EXPECT_THAT(text, HasSubstr(GetParam().says));
    EXPECT_EQ(text.find('\n'), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ProfileProblems,
    testing::Values(
        Row{"a name with a blank", [](auto& p) { p.name = "my lab"; }, "name", "letters, digits"},
        Row{"this machine's name", [](auto& p) { p.name = "local"; }, "name", "this machine"},
        Row{"a host that is an option", [](auto& p) { p.host = "-oProxyCommand=x"; }, "host", "ssh knows"},
        Row{"a folder of nowhere", [](auto& p) { p.folder = "spool"; }, "folder", "an absolute path"},
        Row{"rsync to nowhere", [](auto& p) { p.usesRsync = true; }, "folder", "rsync is to copy"},
        Row{"a worker without a path", [](auto& p) { p.worker = "regnet-worker"; }, "worker", "absolute"},
        Row{"a worker of two lines", [](auto& p) { p.worker = "/a\n/b"; }, "worker", "more than one line"},
        Row{"a module of two lines", [](auto& p) { p.modules = {"a\nb"}; }, "modules", "more than one line"},
        Row{"a partition with a blank", [](auto& p) { p.partition = "a b"; }, "partition", "one word"},
        Row{"an account with quotes", [](auto& p) { p.account = "a'b"; }, "account", "one word"},
        Row{"a QOS that adds a line", [](auto& p) { p.qos = "a\n#SBATCH"; }, "qos", "one word"},
        Row{"a constraint with a blank", [](auto& p) { p.constraint = "a b"; }, "constraint", "one word"},
        Row{"fewer GPUs than none", [](auto& p) { p.gpus = -1; }, "gpus", "0 to 64"},
        Row{"no core", [](auto& p) { p.cpus = 0; }, "cpus", "1 to 1024"},
        Row{"memory below zero", [](auto& p) { p.memoryMb = -1; }, "memory_mb", "0 to"},
        Row{"an option without dashes", [](auto& p) { p.options = {"exclusive"}; }, "options",
            "--name=value"},
        Row{"no job a task", [](auto& p) { p.jobsPerTask = 0; }, "jobs_per_task", "1 to 10000"},
        Row{"told when it is too late", [](auto& p) { p.minutes = 4; }, "signal_seconds",
            "less than the time"},
        Row{"looks all the time", [](auto& p) { p.lookSeconds = 0; }, "look_seconds", "0.05 to"}));

TEST(ProfileProblemsTest, EveryBadFieldIsNamedAtOnce)
{
    SiteProfile profile = good();
    profile.partition = "a b";
    profile.gpus = 65;
    profile.worker = "x";
    std::vector<std::string> fields;
    for (const FieldProblem& one : problemsOf(profile, "slurm.json"))
        fields.push_back(one.field);
    EXPECT_THAT(fields, ElementsAre("worker", "partition", "gpus"));
    EXPECT_TRUE(problemsOf(good(), {}).empty());
}

TEST(ProfileProblemsTest, WhatCannotBeSubmittedIsToldBefore)
{
    EXPECT_TRUE(problemsBeforeSubmitting(good(), false).empty());
    SiteProfile here = good();
    here.host.clear();
    here.worker.clear();
    const TemporaryFolder empty;
    const std::string path = std::getenv("PATH");
    setenv("PATH", empty.path().c_str(), 1); // a machine without Slurm
    const auto bySelf = problemsBeforeSubmitting(here, false), byHand = problemsBeforeSubmitting(here, true);
    setenv("PATH", path.c_str(), 1);
    ASSERT_EQ(bySelf.size(), 2u);
    EXPECT_THAT(sentence(bySelf[0].problem), HasSubstr("regnet-worker"));
    EXPECT_THAT(sentence(bySelf[1].problem), HasSubstr("no sbatch"));
    ASSERT_EQ(byHand.size(), 1u);
    EXPECT_EQ(byHand.front().field, "worker");
}

} // namespace
} // namespace regnet
