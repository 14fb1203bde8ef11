// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Manual : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }

    std::string text(const fs::path& file) const
    {
        std::ifstream stream(folder / file);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// A program that prints this with --help.
    fs::path programWithHelp(const std::string& help) const
    {
        const fs::path program = folder / "program" / "regnet-other";
        fs::create_directories(program.parent_path());
        std::ofstream(program) << "#!/bin/sh\ncat <<'END'\n" << help << "END\n";
        fs::permissions(program, fs::perms::owner_all);
        return program;
    }

    const fs::path folder =
        fs::path(testing::TempDir()) /
        ("manual_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

/// The commands that a help lists: words of the lines below "Subcommands:".
std::vector<std::string> listedCommands(const std::vector<std::string>& of)
{
    std::vector<std::string> arguments = of;
    arguments.emplace_back("--help");
    std::istringstream help(runProgram("regnet", arguments).output);
    std::vector<std::string> commands;
    bool isInList = false;
    for (std::string line; std::getline(help, line);) {
        if (line.empty()) isInList = false;
        if (isInList) commands.push_back(line.substr(2, line.find(' ', 2) - 2));
        if (line == "Subcommands:") isInList = true;
    }
    return commands;
}

TEST_F(Manual, HasAPageForEachCommandAndNamesWhatIsBelowIt)
{
    ASSERT_EQ(runProgram("regnet-manual", {folder.string()}).exitCode, 0);
    const std::string overview = text("man1/regnet.1");
    const std::vector<std::string> commands = listedCommands({});
    ASSERT_THAT(commands, testing::IsSupersetOf({"network", "queue", "slurm"}));
    for (const std::string& command : commands) {
        EXPECT_THAT(overview, HasSubstr("\\fBregnet " + command + "\\fR"));
        const std::string page = text("man1/regnet-" + command + ".1");
        EXPECT_THAT(page, HasSubstr(".SH NAME\nregnet\\-" + command + " \\- ")) << command;
        for (const std::string& below : listedCommands({command}))
            EXPECT_THAT(page, HasSubstr(".SS regnet " + command + " " + below + "\n"));
    }
    EXPECT_THAT(text("man1/regnet-slurm.1"), HasSubstr(".SS regnet slurm profile add\n"))
        << "two levels below";
}

TEST_F(Manual, TellsAnOptionAsTheHelpDoes)
{
    ASSERT_EQ(runProgram("regnet-manual", {folder.string()}).exitCode, 0);
    EXPECT_THAT(text("man1/regnet-network.1"),
                HasSubstr(".TP\n\\fB\\-\\-as\\fR json|pycls|timm|torchvision\n"
                          "write the network itself: json, pycls, timm or torchvision\n"));
    EXPECT_THAT(text("man1/regnet-train.1"),
                HasSubstr(".TP\n\\fB\\-\\-workers\\fR \\fIINT\\fR\n"
                          "Trainings at the same time; 0 = one a core ([0 \\- 1024])\n"));
    EXPECT_THAT(text("man1/regnet-edf.1"), HasSubstr("(default: dkw)"));
    EXPECT_THAT(text("man1/regnet-figure.1"), HasSubstr("\nregnet\\-figure \\- Draw a figure\n"))
        << "a long help";
    EXPECT_THAT(text("man1/regnet.1"), HasSubstr("Exit status: 0 done, 1 it failed, 2 bad input."));
}

TEST_F(Manual, ReadsTheHelpOfAnotherProgram)
{
    const fs::path program = programWithHelp("Usage: /some/where/regnet-other [options] FILE\n"
                                             "       regnet-other --info\n"
                                             "Does something else.\n"
                                             "\n"
                                             "Options:\n"
                                             "  -h, --help      Displays help.\n"
                                             "  --store <file>  The store of populations;\n"
                                             "                  by default this user's.\n"
                                             "\n"
                                             "Exit codes: 0 done.\n");
    const ProgramResult result = runProgram("regnet-manual", {folder.string(), program.string()});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const std::string page = text("man1/regnet-other.1");
    EXPECT_THAT(page, HasSubstr("regnet\\-other \\- Does something else\n"));
    EXPECT_THAT(page,
                HasSubstr("\\fBregnet\\-other\\fR [options] FILE\n.br\n\\fBregnet\\-other\\fR \\-\\-info\n"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nDisplays help.\n"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-store\\fR \\fIfile\\fR\n"
                                "The store of populations; by default this user's.\n"));
    EXPECT_THAT(page, HasSubstr("Exit codes: 0 done.\n"));
    EXPECT_THAT(page, Not(HasSubstr("/some/where")));
    EXPECT_THAT(text("bash/regnet-other"), HasSubstr("-h --help --store"));
}

TEST_F(Manual, SaysWhatItCannotDo)
{
    EXPECT_EQ(runProgram("regnet-manual", {}).exitCode, 2);
    const ProgramResult folderless = runProgram("regnet-manual", {"/dev/null/manual"});
    EXPECT_EQ(folderless.exitCode, 1);
    EXPECT_THAT(folderless.errors, HasSubstr("/dev/null/manual/"));
    EXPECT_THAT(folderless.errors, HasSubstr("cannot be written"));
    const ProgramResult missing = runProgram("regnet-manual", {folder.string(), "/no/such/program"});
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_EQ(missing.errors, "regnet-manual: /no/such/program: cannot be started\n");
    const ProgramResult wordless =
        runProgram("regnet-manual", {folder.string(), programWithHelp("Nothing to see.\n").string()});
    EXPECT_EQ(wordless.exitCode, 1);
    EXPECT_THAT(wordless.errors, HasSubstr("has no line that begins with \"Usage: regnet-other\""));
}

} // namespace
} // namespace regnet
