// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace regnet {
namespace {

TEST(CommandLine, AnUnknownCommandIsBadInput)
{
    const ProgramResult result = runProgram("regnet", {"frobnicate"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, testing::HasSubstr("frobnicate"));
}

TEST(CommandLine, AWrongOptionGetsOneSentence)
{
    const ProgramResult word = runProgram("regnet", {"network", "--d", "x"});
    EXPECT_EQ(word.exitCode, 2);
    EXPECT_EQ(word.errors, "regnet: Could not convert: --d = x; see regnet network --help\n");
    const ProgramResult unknown = runProgram("regnet", {"queue", "list", "--bogus"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors, testing::MatchesRegex("regnet: .*--bogus; see regnet queue list --help\n"));
}

TEST(CommandLine, HelpAndVersionAreNoErrors)
{
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--help"}, {"network", "--help"}, {"--version"}}) {
        const ProgramResult result = runProgram("regnet", arguments);
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_FALSE(result.output.empty());
        EXPECT_TRUE(result.errors.empty()) << result.errors;
    }
}

TEST(CommandLine, AFolderThatCannotBeWrittenIsToldBeforeTheWork)
{
    // Drawing a million networks would take its time.
    const ProgramResult sampled =
        runProgram("regnet", {"sample", "RegNetX", "--n", "1000000", "--out", "/no/such/folder/x.csv"});
    EXPECT_EQ(sampled.exitCode, 1);
    EXPECT_EQ(sampled.errors, "regnet: /no/such/folder/x.csv: cannot be written: its folder does not exist; "
                              "expected a folder that you can write to\n");
    const ProgramResult tour = runProgram("regnet", {"tour", "--out", "/dev/null/tour"});
    EXPECT_EQ(tour.exitCode, 1);
    EXPECT_THAT(tour.errors, testing::HasSubstr("/dev/null/tour: cannot be created"));
    EXPECT_THAT(tour.errors, testing::Not(testing::HasSubstr("networks")));
    setenv("REGNET_WORKER", REGNET_BIN_DIR "/scripted_worker", 1); // a build may have no other
    const ProgramResult train =
        runProgram("regnet", {"train", "--store", "/dev/null/x.db", "--population", "P", "--space",
                              "RegNetX@cpu", "--n", "2", "--recipe", "cpu-tiny"});
    EXPECT_EQ(train.exitCode, 1);
    EXPECT_THAT(train.errors, testing::HasSubstr("/dev/null"));
}

TEST(CommandLine, TheWindowTellsOfItselfWithoutADisplay)
{
    if (!std::filesystem::exists(std::filesystem::path(REGNET_BIN_DIR) / "regnet-explorer"))
        GTEST_SKIP() << "this build has no window";
    setenv("QT_QPA_PLATFORM", "xcb", 1);
    unsetenv("DISPLAY");
    for (const char* option : {"--help", "--version"}) {
        const ProgramResult result = runProgram("regnet-explorer", {option});
        EXPECT_EQ(result.exitCode, 0) << result.errors;
        EXPECT_THAT(result.output, testing::HasSubstr("regnet-explorer"));
    }
}

} // namespace
} // namespace regnet
