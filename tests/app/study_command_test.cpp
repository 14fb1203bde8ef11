// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class StudyCommand : public testing::Test
{
protected:
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    static ProgramResult study(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), "study");
        return runProgram("regnet", arguments);
    }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

TEST_F(StudyCommand, ListAndShow)
{
    const ProgramResult list = study({"list", "--json"});
    EXPECT_EQ(json::parse(list.output).at("studies").size(), 25u);
    const ProgramResult shown = study({"show", "fig9", "--json"});
    EXPECT_EQ(json::parse(shown.output).at("populations").size(), 5u);
    std::ofstream(path("again.json")) << shown.output; // what is shown can be read again
    EXPECT_EQ(study({"show", path("again.json"), "--json"}).output, shown.output);
    EXPECT_EQ(study({"show", "fig1"}).exitCode, 2);
    EXPECT_EQ(study({}).exitCode, 2);
}

TEST_F(StudyCommand, QueuesItsPopulationsOnce)
{
    const std::string store = path("s.db");
    const std::vector<std::string> choice{"--n",          "2",      "--recipe",     "cpu-tiny",
                                          "--store",      store,    "--population", "AnyNetX_A",
                                          "--population", "RegNetX"};
    const auto with = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), choice.begin(), choice.end());
        return study(arguments);
    };
    const ProgramResult before = with({"status", "fig9", "--json"});
    ASSERT_EQ(before.exitCode, 0) << before.errors;
    EXPECT_FALSE(json::parse(before.output).at("populations")[0].at("in_store"));
    const ProgramResult first = with({"run", "fig9", "--queue-only"});
    ASSERT_EQ(first.exitCode, 0) << first.errors;
    EXPECT_THAT(first.output, HasSubstr("AnyNetX_A 400MF cpu n=2 cpu-tiny: 2 queued, 0 there already"));
    EXPECT_THAT(with({"run", "fig9", "--queue-only"}).output, HasSubstr("0 queued, 2 there already"));
    const json status = json::parse(with({"status", "fig9", "--json"}).output);
    EXPECT_EQ(status.at("populations").size(), 2u);
    EXPECT_EQ(status.at("populations")[1].at("open"), 2);
    const ProgramResult figure = with({"figure", "fig9", "left", "--own", "--json"});
    ASSERT_EQ(figure.exitCode, 0) << figure.errors;
    EXPECT_THAT(figure.output, HasSubstr("2 of 2 networks are not trained yet"));
}

TEST_F(StudyCommand, FiguresAsNumbers)
{
    const ProgramResult text = study({"figure", "table1"});
    EXPECT_THAT(text.output, HasSubstr("13821510942720")); // AnyNetX_D, exact
    ASSERT_EQ(study({"figure", "fig11", "d", "--published", "--out", path("d.csv")}).exitCode, 0);
    std::ifstream file(path("d.csv"));
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(csv, HasSubstr("best (paper),line,paper,12.8,23,"));
    const ProgramResult pdf =
        study({"figure", "fig11", "d", "--out", path("d.pdf"), "--store", path("none.db")});
    if (std::filesystem::exists(std::filesystem::path(REGNET_BIN_DIR) / "regnet-explorer"))
        EXPECT_EQ(pdf.exitCode, 0) << pdf.errors;
    else
        EXPECT_THAT(pdf.errors, HasSubstr("which was not built"));
    EXPECT_EQ(study({"figure", "fig11", "--out", path("d.csv")}).exitCode, 2); // several panels, one file
    EXPECT_EQ(study({"figure", "fig11", "depth"}).exitCode, 2);
}

TEST_F(StudyCommand, WhatCannotBeTrainedSaysWhy)
{
    const ProgramResult result = study({"run", "fig22", "--store", path("s.db")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("EfficientNet is no network of this program"));
    EXPECT_FALSE(std::filesystem::exists(path("s.db")));
    EXPECT_EQ(study({"run", "fig9", "--scale", "huge", "--store", path("s.db")}).exitCode, 2);
}

TEST_F(StudyCommand, FindingsOfThePaperAndOfFiles)
{
    const ProgramResult paper = study({"findings", "fig9", "--published", "--json"});
    ASSERT_EQ(paper.exitCode, 0) << paper.errors;
    const json findings = json::parse(paper.output).at("findings");
    ASSERT_FALSE(findings.empty());
    for (const json& finding : findings)
        EXPECT_EQ(finding.at("verdict"), "holds") << finding.at("claim");
    std::ofstream(path("x.csv")) << "error\n10\n11\n";
    std::ofstream(path("e.csv")) << "error\n20\n21\n";
    const ProgramResult own =
        study({"findings", "--source", "RegNetX=" + path("x.csv"), "--source", "AnyNetX_E=" + path("e.csv")});
    EXPECT_THAT(own.output, HasSubstr("RegNetX is better than AnyNetX_E: cannot be judged"));
    EXPECT_EQ(study({"findings"}).exitCode, 2);
}

TEST_F(StudyCommand, AStudyOfOnesOwnWithAMistake)
{
    std::ofstream(path("mine.json"))
        << "{\"name\": \"mine\",\n\"panels\": [{\"name\": \"a\",\n\"draw\": \"pie\"}]}";
    const ProgramResult result = study({"show", path("mine.json")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("mine.json:3, panels[0].draw: is \"pie\""));
}

} // namespace
} // namespace regnet
