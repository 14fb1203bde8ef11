// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace regnet {
namespace {

using testing::HasSubstr;

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

} // namespace
} // namespace regnet
