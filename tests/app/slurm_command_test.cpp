// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(SlurmCommand, AProfileIsAddedReplacedAndRemoved)
{
    const TemporaryFolder folder;
    setenv("REGNET_SLURM_PROFILES", (folder / "slurm.json").c_str(), 1);
    const auto profile = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"slurm", "profile"});
        return runProgram("regnet", words);
    };
    EXPECT_THAT(profile({"add", "lab", "--worker", "/opt/regnet-worker"}).output, HasSubstr("\"lab\" added"));
    EXPECT_THAT(profile({"add", "lab", "--worker", "/opt/regnet-worker", "--cpus", "4"}).output,
                HasSubstr("\"lab\" replaced"));
    EXPECT_THAT(profile({"show", "lab"}).output, HasSubstr("\"cpus\": 4"));
    EXPECT_EQ(profile({"add", "lab", "--cpus", "0"}).exitCode, 2);
    EXPECT_EQ(profile({"remove", "lab"}).exitCode, 0);
    EXPECT_EQ(profile({"show", "lab"}).exitCode, 2);
}

// A cluster whose sbatch is a script; all else of Slurm says nothing and is content.
class SlurmSubmit : public testing::Test
{
protected:
    SlurmSubmit()
    {
        std::ofstream(folder / "slurm.json")
            << R"({"format":1,"profiles":[{"name":"lab","worker":"/bin/true","ask_seconds":1,"look_seconds":1}]})";
        setenv("REGNET_SLURM_PROFILES", (folder / "slurm.json").c_str(), 1);
        setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
        for (const char* name : {"squeue", "sacct", "scontrol", "scancel", "sinfo"})
            command(name, "exit 0");
        runProgram("regnet", {"sample", "RegNetX@cpu", "--n", "1", "--store", store, "--population", "A"});
    }
    ~SlurmSubmit() override { setenv("PATH", path.c_str(), 1); }

    void command(const std::string& name, const std::string& does) const
    {
        std::ofstream(folder / name) << "#!/bin/sh\n" << does << "\n";
        std::filesystem::permissions(folder / name, std::filesystem::perms::owner_all);
    }

    ProgramResult submit() const
    {
        return runProgram("regnet", {"slurm", "submit", "--store", store, "--population", "A", "--recipe",
                                     "cpu-tiny", "--profile", "lab"});
    }

    const TemporaryFolder folder;
    const std::string path = std::getenv("PATH");
    const std::string store = (folder / "s.db").string();
};

TEST_F(SlurmSubmit, ThatSubmitsNothingIsAFailureAndPromisesNothing)
{
    command("sbatch", "exit 1");
    const ProgramResult refused = submit();
    EXPECT_EQ(refused.exitCode, 1) << refused.errors;
    EXPECT_THAT(refused.errors, HasSubstr("profile \"lab\": sbatch failed (exit code 1)\n"));
    EXPECT_THAT(refused.errors, HasSubstr("1 job could not be submitted and waits; run this command again"));
    EXPECT_THAT(refused.errors, Not(HasSubstr("it is tried again")));
}

TEST_F(SlurmSubmit, BelievesNoNumberThatSlurmCannotGive)
{
    command("sbatch", "echo 99999999999999999999999");
    const ProgramResult refused = submit();
    EXPECT_EQ(refused.exitCode, 1) << refused.errors;
    EXPECT_THAT(refused.errors, HasSubstr("sbatch answers \"99999999999999999999999\", which is no number"));
    EXPECT_EQ(refused.output, "");
}

TEST_F(SlurmSubmit, EndsACommandThatNeverStopsToTalk)
{
    command("sbatch", "exec yes");
    const ProgramResult refused = submit();
    EXPECT_EQ(refused.exitCode, 1) << refused.errors;
    EXPECT_THAT(refused.errors, HasSubstr("sbatch failed (it said too much and was ended)"));
}

} // namespace
} // namespace regnet
