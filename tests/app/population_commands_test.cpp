// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
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
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string content(const std::string& name) const
    {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
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
    EXPECT_THAT(result.errors, HasSubstr("so their errors do not compare"));
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

TEST_F(PopulationCommands, EdfNormalisedByComplexity)
{
    const ProgramResult result = runProgram("regnet", {"edf", sweep, "--normalise", "params", "--bins", "5",
                                                       "--log-bins", "--resamples", "50", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json population = json::parse(result.output).at("populations")[0];
    EXPECT_EQ(population.at("convention"), "weights");
    EXPECT_EQ(population.at("normalised").at("bins").size(), 5u);
    EXPECT_EQ(population.at("normalised").at("property"), "params");
    EXPECT_GT(population.at("normalised").at("coverage").get<double>(), 0.99);
    EXPECT_LT(population.at("normalised").at("effective_n").get<double>(), 500);
    EXPECT_EQ(population.at("band").at("points").size(), 499u); // two of the 500 errors are equal
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--range", "1:2"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--normalise", "params", "--bins", "0"}).exitCode, 2);
}

TEST_F(PopulationCommands, EdfSelectsSplitsAndAsksForShares)
{
    const ProgramResult result =
        runProgram("regnet", {"edf", sweep, "--where", "depth=8:12", "--split", "depth=10", "--below", "12",
                              "--best-of", "1,32", "--convention", "(k-1)/n", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json populations = json::parse(result.output).at("populations");
    ASSERT_EQ(populations.size(), 2u);
    EXPECT_EQ(populations[0].at("name"), "sweep, 8 <= depth <= 12, depth <= 10");
    EXPECT_EQ(populations[0].at("edf")[0][1], 0.0);
    EXPECT_EQ(populations[0].at("below")[0].at("method"), "Clopper-Pearson");
    EXPECT_EQ(populations[0].at("best_of")[1].at("k"), 32);
    EXPECT_THAT(result.errors, HasSubstr("1 of 501 networks of sweep have no depth and are left out"));
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--where", "depth"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--split", "wm"}).exitCode, 2);
    EXPECT_EQ(
        runProgram("regnet", {"edf", sweep, "--split", "nothing=1e308,2"}).errors,
        "regnet: --split: has edges that do not rise: \"1e308,2\"; expected numbers, each above the one "
        "before\n");
    EXPECT_THAT(
        runProgram("regnet", {"edf", sweep, "--split", "nothing=1,2"}).errors,
        testing::StartsWith("regnet: --split: names \"nothing\", which no network of sweep has; expected "
                            "one of "));
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--convention", "n/k"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--band", "wide"}).exitCode, 2);
}

// The paper: about 32 random RegNetX reach 38.55.
TEST_F(PopulationCommands, EdfSaysHowManyReachAnErrorAndHowFarAQuantileIsKnown)
{
    const std::vector<std::string> asked{
        "edf", "paper:fig9-left/RegNetX", "--reach", "38.5615,1", "--quantile", "0.05,0.5"};
    const ProgramResult text = runProgram("regnet", asked);
    EXPECT_THAT(text.output,
                HasSubstr("RegNetX: the best of 32 has an error of 38.5615 or less on average\n"));
    EXPECT_THAT(text.output, HasSubstr("RegNetX: none of its networks has an error of 1\n"));
    std::vector<std::string> words = asked;
    words.emplace_back("--json");
    const json population = json::parse(runProgram("regnet", words).output).at("populations")[0];
    EXPECT_EQ(population.at("reach")[0].at("k"), 32);
    EXPECT_TRUE(population.at("reach")[1].at("k").is_null());
    const json median = population.at("quantile_intervals")[1];
    EXPECT_EQ(median.at("error"), population.at("quantiles").at("0.5"));
    EXPECT_LT(median.at("low"), median.at("error"));
    EXPECT_GT(median.at("high"), median.at("error"));
    EXPECT_EQ(runProgram("regnet", {"edf", sweep, "--quantile", "5"}).exitCode, 2) << "a share, no percent";
}

TEST_F(PopulationCommands, PowerSaysHowManyNetworksToSample)
{
    const ProgramResult text =
        runProgram("regnet", {"power", "--better", "0.6,0.5", "--mean-gap", "0.5", "--best", "0.05"});
    EXPECT_EQ(text.exitCode, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("a chance to be better of 0.6 takes 131 networks in each population"));
    EXPECT_THAT(text.output, HasSubstr("of 0.5 cannot be told apart, whatever the number of networks"));
    EXPECT_THAT(text.output, HasSubstr("of 0.5 takes 63 networks in each population"));
    EXPECT_THAT(text.output, HasSubstr("one of the best 5 % is among 59 networks"));
    const ProgramResult result = runProgram("regnet", {"power", "--gap", "0.2", "--n", "100,3", "--json"});
    const json answers = json::parse(result.output).at("answers");
    const json enough = json::parse(
        runProgram("regnet", {"power", "--json", "--n", answers[0].at("networks").dump()}).output);
    EXPECT_LE(enough.at("answers")[0].at("edf_gap"), 0.2);
    EXPECT_NEAR(answers[1].at("band").get<double>(), 0.1358, 5e-5);
    EXPECT_NEAR(answers[1].at("chance_to_miss_best_5_percent").get<double>(), 0.00592, 1e-5);
    EXPECT_TRUE(answers[2].at("edf_gap").is_null()) << "three against three show nothing";
}

TEST_F(PopulationCommands, PowerNeedsAQuestion)
{
    EXPECT_THAT(runProgram("regnet", {"power"}).errors, HasSubstr("expected --gap, --better, --mean-gap"));
    EXPECT_EQ(runProgram("regnet", {"power", "--gap", "0.1", "--confidence", "1"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"power", "--best", "1.5"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"power", "--n", "-1"}).exitCode, 2);
}

TEST_F(PopulationCommands, NumbersThatCannotBeAreRefused)
{
    const std::string x = "paper:fig9-left/RegNetX", a = "paper:fig9-left/AnyNetX_A";
    for (const std::vector<std::string>& words : {std::vector<std::string>{"power", "--gap", "1.5"},
                                                  {"power", "--gap", "-0.1"},
                                                  {"power", "--better", "7"},
                                                  {"power", "--better", "0.4"},
                                                  {"power", "--mean-gap", "-1"},
                                                  {"power", "--mean-gap", "nan"},
                                                  {"edf", x, "--quantile", "nan"},
                                                  {"edf", x, "--below", "nan"},
                                                  {"edf", x, "--below", "101"},
                                                  {"edf", x, "--reach", "-5"},
                                                  {"edf", x, "--confidence", "nan"},
                                                  {"compare", x, a, "--below", "nan"},
                                                  {"compare", x, a, "--below", "40,-1"}}) {
        const ProgramResult result = runProgram("regnet", words);
        EXPECT_EQ(result.exitCode, 2) << testing::PrintToString(words);
        EXPECT_EQ(result.output, "") << testing::PrintToString(words);
        EXPECT_THAT(result.errors, testing::StartsWith("regnet: "));
    }
    EXPECT_THAT(runProgram("regnet", {"power", "--gap", "1.5"}).errors,
                HasSubstr("gap: is 1.5; expected a number from 0 to 1"));
}

TEST_F(PopulationCommands, FinishedOnlySaysSo)
{
    const ProgramResult result = runProgram("regnet", {"edf", sweep, "--finished-only", "--json"});
    const json population = json::parse(result.output).at("populations")[0];
    EXPECT_EQ(population.at("n"), 500);
    EXPECT_EQ(population.at("name"), "sweep (finished only, 1 failed left out)");
}

TEST_F(PopulationCommands, NormalisingByWhatNoNetworkHasIsRefused)
{
    std::ofstream(path("one.csv")) << "error,flops\n30,5\n";
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"edf", path("one.csv")}, {"compare", path("one.csv"), path("one.csv")}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--normalise", "params"});
        const ProgramResult result = runProgram("regnet", arguments);
        EXPECT_EQ(result.exitCode, 2) << result.output;
        EXPECT_THAT(result.errors,
                    testing::HasSubstr("--normalise: names \"params\", which no network of one"));
        EXPECT_THAT(result.errors, testing::HasSubstr("has; expected one of flops"));
    }
}

TEST_F(PopulationCommands, OddPopulationsAreShown)
{
    std::ofstream(path("none.csv")) << "error\n";
    std::ofstream(path("failed.csv")) << "error,flops\nnan,1\ninf,2\n";
    std::ofstream(path("one.csv")) << "error,flops\n30,5\n";
    for (const char* name : {"none.csv", "failed.csv", "one.csv"})
        for (const std::vector<std::string>& more : {std::vector<std::string>{},
                                                     {"--normalise", "flops"},
                                                     {"--band", "bootstrap"},
                                                     {"--band", "pointwise"},
                                                     {"--below", "10", "--best-of", "4"}}) {
            std::vector<std::string> arguments{"edf", path(name), "--json"};
            arguments.insert(arguments.end(), more.begin(), more.end());
            const ProgramResult result = runProgram("regnet", arguments);
            EXPECT_LE(result.exitCode, 2) << name; // 128 and more: a signal
            if (name != std::string("none.csv")) {
                EXPECT_EQ(result.exitCode, 0) << name << result.errors;
                EXPECT_TRUE(json::accept(result.output)) << name;
            }
        }
    const ProgramResult compared = runProgram(
        "regnet", {"compare", path("failed.csv"), path("one.csv"), "--normalise", "flops", "--json"});
    ASSERT_EQ(compared.exitCode, 0) << compared.errors;
    const json answer = json::parse(compared.output);
    EXPECT_TRUE(answer.at("differences").at("mean").at("value").is_null());
    EXPECT_TRUE(answer.at("power").at("edf_gap").is_null()); // two against one never differ significantly
}

TEST_F(PopulationCommands, CompareOneWithSeveral)
{
    const ProgramResult result =
        runProgram("regnet", {"compare", "paper:fig9-left/RegNetX", "paper:fig9-middle/RegNetX_wm=2",
                              "paper:fig9-middle/RegNetX_w0=wa", "--json", "--resamples", "50"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json comparisons = json::parse(result.output).at("comparisons");
    ASSERT_EQ(comparisons.size(), 2u);
    // Of the paper's own points: KS 0.094 (p 0.31) and 0.260.
    EXPECT_NEAR(comparisons[0].at("ks").at("distance").get<double>(), 0.094, 5e-4);
    EXPECT_NEAR(comparisons[0].at("ks").at("p").get<double>(), 0.31, 0.02);
    EXPECT_NEAR(comparisons[1].at("ks").at("distance").get<double>(), 0.260, 5e-4);
    EXPECT_DOUBLE_EQ(comparisons[1].at("ks").at("p_holm").get<double>(),
                     2 * comparisons[1].at("ks").at("p").get<double>());
    EXPECT_EQ(runProgram("regnet", {"compare", sweep}).exitCode, 2);
}

TEST_F(PopulationCommands, CompareWithReplicates)
{
    std::ofstream(path("a1.csv")) << "error,network\n30,x\n32,y\n34,z\n";
    std::ofstream(path("a2.csv")) << "error,network\n31,x\n33,y\n33,z\n";
    std::ofstream(path("b.csv")) << "error,network\n40,p\n41,q\n";
    const ProgramResult result = runProgram(
        "regnet", {"compare", path("a1.csv"), path("b.csv"), "--replicates-a", path("a2.csv"), "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json seeds = json::parse(result.output).at("seeds");
    EXPECT_NEAR(seeds.at("noise_a").at("sd").get<double>(), std::sqrt(0.5), 1e-12);
    EXPECT_TRUE(seeds.at("noise_b").is_null());
    EXPECT_NEAR(seeds.at("differences").at("mean").at("value").get<double>(), 193.0 / 6 - 40.5, 1e-12);
}

TEST_F(PopulationCommands, RangesByMonteCarloAndCorrelations)
{
    const ProgramResult drawn =
        runProgram("regnet", {"ranges", sweep, "--by", "depth,w0", "--method", "monte-carlo", "--json"});
    ASSERT_EQ(drawn.exitCode, 0) << drawn.errors;
    EXPECT_THAT(json::parse(drawn.output).at("method").get<std::string>(),
                HasSubstr("2500 resamples, seed 1"));
    const ProgramResult result = runProgram("regnet", {"ranges", sweep, "--by", "depth", "--correlations",
                                                       "--within", "flops", "--bins", "4", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json answer = json::parse(result.output);
    EXPECT_LT(answer.at("correlations").at("depth").at("Spearman rho").at("high").get<double>(), 0);
    EXPECT_TRUE(answer.at("correlations_within").at("depth").contains("Kendall tau-b"));
    EXPECT_EQ(runProgram("regnet", {"ranges", sweep, "--method", "guess"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"ranges", sweep, "--share", "0.5"}).exitCode, 2);
    EXPECT_EQ(runProgram("regnet", {"ranges", sweep, "--by", "e_fit"}).exitCode,
              2); // a sweep of RegNets names no stages
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
    EXPECT_THAT(result.errors, HasSubstr("a file that ends in .pdf, .svg, .png, .tex or .csv"));
}

TEST_F(PopulationCommands, AFigureThatIsGoneIsNamedWithItsOption)
{
    const ProgramResult result = runProgram("regnet", {"figure", "--verify", path("none.pdf")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("--verify: names " + path("none.pdf") + ", which does not exist"));
}

TEST_F(PopulationCommands, AFigureWithANameThatIsNoUtf8IsRefused)
{
    if (!std::filesystem::exists(std::filesystem::path(REGNET_BIN_DIR) / "regnet-explorer"))
        GTEST_SKIP() << "this build has no window";
    const ProgramResult result = runProgram("regnet", {"figure", "edf", sweep, "--out", path("a\xff.svg")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("a\\xff.svg: is not UTF-8"));
    EXPECT_TRUE(std::filesystem::is_empty(m_folder)) << "no other file is written instead";
}

TEST_F(PopulationCommands, OutputsKeepTheBytesOfTheirNames)
{
    const ProgramResult result = runProgram("regnet", {"edf", sweep, "--csv", path("a\xff.csv")});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_THAT(content("a\xff.csv"), testing::StartsWith("population,"));
}

TEST_F(PopulationCommands, TheTourTellsOfAnUnwritableFolderFirst)
{
    const ProgramResult result = runProgram("regnet", {"tour", "--out", "/proc/nowhere"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("/proc/nowhere: cannot be created"));
}

} // namespace
} // namespace regnet
