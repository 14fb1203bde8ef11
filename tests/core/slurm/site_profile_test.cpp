// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/site_profile.h"

#include "core/problem.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

std::string problemOf(const nlohmann::json& json)
{
    try {
        profileFromJson(json, "slurm.json, profiles[0]");
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(SiteProfileTest, ComesBackAsItWasWritten)
{
    const TemporaryFolder folder;
    SiteProfile lab;
    lab.name = "lab";
    lab.host = "me@login1";
    lab.folder = "/scratch/it's mine";
    lab.usesRsync = true;
    lab.worker = "/home/me/regnet worker";
    lab.modules = {"cuda/12", "gcc"};
    lab.environment = {{"DATA", "/a b'c\"d"}};
    lab.partition = "gpu";
    lab.constraint = "a100&ib";
    lab.options = {"--exclusive"};
    lab.gpus = 1;
    lab.hasAccounting = true;
    writeProfiles(folder / "slurm.json", {lab});
    EXPECT_EQ(readProfiles(folder / "slurm.json"), std::vector<SiteProfile>{lab});
    EXPECT_EQ(profileNamed("lab", folder / "slurm.json"), lab);
    EXPECT_TRUE(readProfiles(folder / "none.json").empty());
}

TEST(SiteProfileTest, WhatCannotBeIsNamed)
{
    EXPECT_EQ(problemOf({{"name", "lab"}}), "");
    EXPECT_THAT(problemOf({{"name", "a b"}}), HasSubstr("profiles[0].name"));
    EXPECT_THAT(problemOf({{"name", "local"}}), HasSubstr("this machine"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"host", "-oProxyCommand=evil"}}), HasSubstr("host"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"partition", "a b"}}), HasSubstr("one word"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"partition", "x\n#SBATCH --uid=0"}}), HasSubstr("one word"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"worker", "regnet-worker"}}), HasSubstr("absolute"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"rsync", true}}), HasSubstr("folder"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"options", {"exclusive"}}}), HasSubstr("--name=value"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"minutes", 1}, {"signal_seconds", 60}}),
                HasSubstr("time limit"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"environment", {{"A B", "c"}}}}), HasSubstr("environment"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"partitoin", "gpu"}}), HasSubstr("partitoin"));
    EXPECT_THAT(problemOf({{"name", "lab"}, {"image_digest", "abc"}}), HasSubstr("SHA-256"));
}

TEST(SiteProfileTest, AFileThatNestsDeeperThanAnyStackIsRefused)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "slurm.json") << std::string(200'000, '[') << std::string(200'000, ']');
    EXPECT_THAT(regnet::problemOf([&] { readProfiles(folder / "slurm.json"); }),
                HasSubstr("is nested too deeply"));
}

TEST(SiteProfileTest, AMissingNameListsThoseThatAreThere)
{
    const TemporaryFolder folder;
    SiteProfile a, b;
    a.name = "a";
    b.name = "b";
    writeProfiles(folder / "slurm.json", {a, b});
    try {
        profileNamed("c", folder / "slurm.json");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("a, b"));
    }
    std::ofstream(folder / "slurm.json") << "{";
    EXPECT_THROW(readProfiles(folder / "slurm.json"), Error);
}

} // namespace
} // namespace regnet
