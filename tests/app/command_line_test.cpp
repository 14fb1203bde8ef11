// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>

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
    EXPECT_EQ(word.errors, "regnet: --d: is x; expected a whole number; see regnet network --help\n");
    const ProgramResult unknown = runProgram("regnet", {"queue", "list", "--bogus"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors, testing::MatchesRegex("regnet: .*--bogus; see regnet queue list --help\n"));
}

// As of --store=$STORE where STORE is not set: the next word is not its value.
TEST(CommandLine, AnEqualsSignNeedsAValue)
{
    const ProgramResult result = runProgram("regnet", {"queue", "list", "--store=", "--json"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.errors,
              "regnet: --store=: has no value behind its equals sign; expected --store '' where it "
              "shall be empty\n");
    EXPECT_TRUE(result.output.empty());
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

TEST(CommandLine, ANumberIsDecimalWholeAndFits)
{
    const std::vector<std::string> line{"network", "--d",   "13",   "--w0", "24",
                                        "--wa",    "36.44", "--wm", "2.49"};
    const std::vector<std::string> sample{"sample", "RegNetX@cpu", "--json"};
    struct Row
    {
        std::vector<std::string> command;
        std::string option, value, sentence;
    };
    const Row rows[] = {
        {sample, "--seed", "18446744073709551616",
         "is 18446744073709551616; expected a whole number from 0 to 18446744073709551615"},
        {sample, "--seed", "", "is empty; expected a whole number of at least 0"}, // of $SEED, not set
        {sample, "--n", "", "is empty; expected a whole number"},
        {sample, "--n", "99999999999999999999",
         "is 99999999999999999999; expected a whole number from -9223372036854775808 to 9223372036854775807"},
        {sample, "--n", "0x10", "is 0x10; expected a whole number"},
        {sample, "--n", "1e3", "is 1e3; expected a whole number"},
        {sample, "--n", " 5", "is  5; expected a whole number"},
        {sample, "--n", "+-5", "is +-5; expected a whole number"},
        {sample, "--flops", "", "is empty"},
        {line, "--resolution", "", "is empty; expected a whole number"},
        {line, "--se", "", "is empty; expected a finite number"},
        {{"power"}, "--gap", "", "is empty; expected a finite number"},
        {{"power"}, "--gap", "0.1,nan", "is nan; expected a finite number"},
        {{"power"}, "--mean-gap", "inf", "is inf; expected a finite number"},
        {{"power"}, "--gap", "0x1p-3", "is 0x1p-3; expected a finite number"},
        {{"power"}, "--gap", "1e999", "is 1e999; expected a finite number"}};
    for (const Row& row : rows) {
        std::vector<std::string> words = row.command;
        words.insert(words.end(), {row.option, row.value});
        const ProgramResult result = runProgram("regnet", words);
        EXPECT_EQ(result.exitCode, 2) << row.sentence;
        EXPECT_EQ(result.errors, "regnet: " + row.option + ": " + row.sentence + "; see regnet " +
                                     row.command.front() + " --help\n");
        EXPECT_EQ(result.output, "") << row.sentence;
    }
}

TEST(CommandLine, AListHasNoEmptyPart)
{
    const std::vector<std::string> edf{"edf", "paper:fig9-left/RegNetX"};
    const std::vector<std::string> train{"train", "--space", "RegNetX@cpu", "--recipe", "cpu-short"};
    struct Row
    {
        std::vector<std::string> command;
        std::string option, value;
    };
    const Row rows[] = {{{"power"}, "--gap", "0.1,,0.2"},
                        {{"power"}, "--better", ",0.6"},
                        {{"power"}, "--mean-gap", "0.3,"},
                        {{"power"}, "--best", ","},
                        {{"power"}, "--n", ",,"},
                        {edf, "--below", "40,,45"},
                        {edf, "--best-of", "10,"},
                        {edf, "--reach", ",40"},
                        {edf, "--quantile", "0.05,,"},
                        {{"compare", edf.back(), edf.back()}, "--best-of", "4,,16"},
                        {{"compare", edf.back(), edf.back()}, "--below", "40,"},
                        {{"ranges", edf.back()}, "--by", "d,,w0"},
                        {{"queue", "list"}, "--state", "failed,,diverged"},
                        {train, "--seeds", "1,,2"}};
    for (const Row& row : rows) {
        std::vector<std::string> words = row.command;
        words.insert(words.end(), {row.option, row.value});
        const ProgramResult result = runProgram("regnet", words);
        EXPECT_EQ(result.exitCode, 2) << row.value;
        EXPECT_THAT(result.errors, testing::StartsWith("regnet: " + row.option + ": is \"" + row.value +
                                                       "\", in which a part is empty; expected values with "
                                                       "one comma between two of them: 1,2,3; see regnet "));
        EXPECT_EQ(result.output, "") << row.value;
    }
    const ProgramResult split = runProgram("regnet", {edf.front(), edf.back(), "--split", "depth=12,,20"});
    EXPECT_EQ(split.errors,
              "regnet: --split: is \"12,,20\", in which a part is empty; expected numbers, as in "
              "depth=12,20\n");
}

TEST(CommandLine, AListStandsInOneWordOrInSeveral)
{
    const ProgramResult one = runProgram("regnet", {"power", "--gap", "0.1,0.20,+0.3"});
    EXPECT_EQ(one.exitCode, 0) << one.errors;
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--gap", "0.1,0.2", "0.3"}, {"--gap=0.1", "--gap", "0.2,0.3"}}) {
        std::vector<std::string> all{"power"};
        all.insert(all.end(), words.begin(), words.end());
        EXPECT_EQ(runProgram("regnet", all).output, one.output);
    }
    const ProgramResult wrong = runProgram("regnet", {"edf", "paper:fig9-left/RegNetX", "--below", "40,101"});
    EXPECT_THAT(wrong.errors, testing::HasSubstr("--below: Value 101 not in range 0"));
}

TEST(CommandLine, ALeadingZeroIsNoOtherNumber)
{
    const auto sampled = [](const std::string& n, const std::string& seed) {
        return runProgram("regnet", {"sample", "RegNetX@cpu", "--json", "--n", n, "--seed", seed}).output;
    };
    EXPECT_EQ(sampled("010", "010"), sampled("10", "10"));
    EXPECT_EQ(sampled("+3", "18446744073709551615"), sampled("3", "18446744073709551615"));
    EXPECT_THAT(sampled("3", "18446744073709551615"), testing::HasSubstr("18446744073709551615"));
}

TEST(CommandLine, AFullDiskBehindTheOutputIsNoticed)
{
    // The first answer fits into a buffer, the second one does not, and CLI11 prints the others.
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"network", "--published", "RegNetX-200MF"},
          {"sample", "RegNetX@cpu", "--n", "100", "--json"},
          {"--help"},
          {"sample", "--help"},
          {"--version"}}) {
        const ProgramResult full = runProgramInto("/dev/full", "regnet", arguments);
        EXPECT_EQ(full.exitCode, 1) << arguments.front();
        EXPECT_EQ(full.errors, "regnet: standard output: cannot be written: No space left on device\n")
            << arguments.front();
        const ProgramResult closed = runProgramInto(std::nullopt, "regnet", arguments);
        EXPECT_EQ(closed.exitCode, 1) << arguments.front();
        EXPECT_EQ(closed.errors, "regnet: standard output: cannot be written: Bad file descriptor\n")
            << arguments.front();
    }
    EXPECT_EQ(runProgramInto("/dev/null", "regnet", {"--version"}).exitCode, 0);
}

TEST(CommandLine, AFileThatMayNotGrowIsTold)
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "networks.csv").string();
    const ProgramResult result = [&] {
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit tight{1024, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight); // this program itself writes nothing meanwhile
        ProgramResult answer = runProgram("regnet", {"sample", "RegNetX@cpu", "--n", "100", "--out", file});
        setrlimit(RLIMIT_FSIZE, &before);
        return answer;
    }();
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.errors, "regnet: " + file + ": cannot be written: File too large\n");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(CommandLine, WhatIsWrongTakesTheFirstPlaceOnAFullDisk)
{
    const ProgramResult result = runProgramInto("/dev/full", "regnet", {"network", "--d", "x"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, testing::HasSubstr("--d: is x"));
}

TEST(CommandLine, ATerminalObeysNothingOfAnArgument)
{
    const ProgramResult option = runProgram("regnet", {"network", "--\x1b[2J"});
    EXPECT_EQ(option.exitCode, 2);
    EXPECT_THAT(option.errors, testing::HasSubstr("--\\x1b[2J"));
    const ProgramResult file = runProgram("regnet", {"edf", "no\nsuch\xff.csv"});
    EXPECT_EQ(file.exitCode, 2);
    EXPECT_THAT(file.errors, testing::HasSubstr("no\\x0asuch\\xff.csv"));
    for (const std::string& errors : {option.errors, file.errors})
        EXPECT_EQ(errors.find_first_of("\x1b\xff\n"), errors.size() - 1) << errors;
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
