// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string sweep = REGNET_TEST_DATA "/pycls/sweep.json";

/// A folder of this test alone, gone at its end.
class PopulationCommands : public testing::Test
{
protected:
    PopulationCommands()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "regnet-cli-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~PopulationCommands() override { std::filesystem::remove_all(m_folder); }

    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string content(const std::string& name) const
    {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::filesystem::path m_folder;
};

TEST_F(PopulationCommands, EdfOfASweepAndOfThePaper)
{
    const ProgramResult result = runProgram("regnet", {"edf", sweep, "paper:fig9-left/RegNetX", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json populations = json::parse(result.output).at("populations");
    ASSERT_EQ(populations.size(), 2u);
    EXPECT_EQ(populations[0].at("n"), 501);
    EXPECT_EQ(populations[0].at("failed"), 1);
    EXPECT_EQ(populations[0].at("min"), 6.6157);
    EXPECT_EQ(populations[0].at("edf").size(), 500u);
    EXPECT_EQ(populations[0].at("edf").back()[1], 500.0 / 501); // the failure keeps the curve below 1
    EXPECT_EQ(populations[1].at("n"), 206);
    EXPECT_EQ(populations[1].at("band").at("method"), "DKW");
    EXPECT_NEAR(populations[1].at("band").at("half_width").get<double>(), 0.0946, 5e-5);
    EXPECT_THAT(result.errors, HasSubstr("not trained and tested alike"));
}

TEST_F(PopulationCommands, AQuantileOnThePlateauIsNull)
{
    std::ofstream(path("p.csv")) << "error\n10\nnan\nnan\n";
    const ProgramResult result = runProgram("regnet", {"edf", path("p.csv"), "--json"});
    const json population = json::parse(result.output).at("populations")[0];
    EXPECT_EQ(population.at("quantiles").at("0.25"), 10.0);
    EXPECT_TRUE(population.at("quantiles").at("0.5").is_null());
    EXPECT_EQ(population.at("mean"), 10.0);
}

TEST_F(PopulationCommands, EdfWritesItsCurvesAsCsv)
{
    std::ofstream(path("p.csv")) << "error\n10\n20\n";
    ASSERT_EQ(runProgram("regnet", {"edf", path("p.csv"), "--csv", path("curve.csv")}).exitCode, 0);
    EXPECT_THAT(content("curve.csv"),
                testing::StartsWith("population,error,probability,band_low,band_high\r\n"
                                    "p,10,0.5,0,1\r\np,20,1,0.0396"));
}

TEST_F(PopulationCommands, RangesAsTheDesignSays)
{
    const ProgramResult result = runProgram("regnet", {"ranges", sweep, "--by", "depth,w0", "--json"});
    const json answer = json::parse(result.output);
    EXPECT_EQ(answer.at("ranges").at("depth"), json({11, 13, 15}));
    EXPECT_EQ(answer.at("ranges").at("w0"), json({32, 96, 216}));
    const ProgramResult unknown = runProgram("regnet", {"ranges", sweep, "--by", "colour"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("--by: names \"colour\"; expected one of "));
}

TEST_F(PopulationCommands, CompareNamesItsMethods)
{
    const ProgramResult result =
        runProgram("regnet", {"compare", "paper:fig9-left/RegNetX", "paper:fig9-left/AnyNetX_E", "--json",
                              "--resamples", "50"});
    const json answer = json::parse(result.output);
    EXPECT_NEAR(answer.at("ks").at("distance").get<double>(), 0.410, 5e-4);
    EXPECT_EQ(answer.at("ks").at("method"), "exact, given the ties");
    EXPECT_TRUE(answer.at("comparable"));
}

TEST_F(PopulationCommands, SamplesAreTheSameOnAnyNumberOfThreads)
{
    const auto sampleWith = [&](const char* threads, const std::string& file) {
        return runProgram("regnet", {"sample", "AnyNetX_E@cpu", "--n", "8", "--seed", "3", "--threads",
                                     threads, "--out", file})
            .exitCode;
    };
    ASSERT_EQ(sampleWith("1", path("one.jsonl")), 0);
    ASSERT_EQ(sampleWith("4", path("four.jsonl")), 0);
    EXPECT_EQ(content("one.jsonl"), content("four.jsonl"));
    EXPECT_THAT(content("one.jsonl"), testing::StartsWith("{"));
}

TEST_F(PopulationCommands, LimitsThatNothingMeetsAreBadInput)
{
    const ProgramResult result =
        runProgram("regnet", {"sample", "RegNetX@cpu", "--flops", "1:2", "--budget", "1000", "--n", "2"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("gives no network 1 of 2 among 1,000 candidates"));
    EXPECT_EQ(runProgram("regnet", {"sample", "RegNetX@cpu", "--flops", "4M"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"sample", "RegNetX@cpu", "--out", path("x.txt")}).exitCode, 2);
}

TEST_F(PopulationCommands, ASpaceIsAFile)
{
    const ProgramResult shown = runProgram("regnet", {"space", "show", "AnyNetX_D@cpu"});
    std::ofstream(path("mine.json")) << shown.output;
    const ProgramResult size = runProgram("regnet", {"space", "size", path("mine.json"), "--json"});
    EXPECT_EQ(json::parse(size.output).at("space"), "AnyNetX_D@cpu");
    const ProgramResult all = runProgram("regnet", {"space", "size", "--json"});
    EXPECT_EQ(json::parse(all.output).at("spaces")[0].at("size"), "1846757322198614016");
}

TEST_F(PopulationCommands, AFigureNeedsAKnownFormat)
{
    const ProgramResult result =
        runProgram("regnet", {"figure", "edf", "paper:fig9-left", "--out", path("x.gif")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("a file that ends in .pdf, .svg, .png or .csv"));
}

TEST_F(PopulationCommands, TheTourTellsOfAnUnwritableFolderFirst)
{
    const ProgramResult result = runProgram("regnet", {"tour", "--out", "/proc/nowhere"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("/proc/nowhere: cannot be created"));
}

} // namespace
} // namespace regnet
