// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class SpaceCommands : public testing::Test
{
protected:
    std::string path(const std::string& name) const { return (m_folder / name).string(); }

private:
    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

std::string content(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST_F(SpaceCommands, AChildIsDerivedAndSampled)
{
    const ProgramResult made = runProgram("regnet", {"space", "new", path("child.json"), "--from", "RegNetX",
                                                     "--name", "mine", "--set", "regnet.depth=20", "--set",
                                                     "limits.flops=[360e6,400e6]", "--note", "twenty"});
    ASSERT_EQ(made.exitCode, 0) << made.errors;
    EXPECT_EQ(made.output, "mine: 2077143840 settings; its parent RegNetX has 130860061920\n");
    const json child = json::parse(content(path("child.json")));
    EXPECT_EQ(child.at("parent"), "RegNetX");
    EXPECT_EQ(child.at("regnet").at("depth"), 20);
    const ProgramResult drawn = runProgram("regnet", {"sample", path("child.json"), "--n", "5", "--json"});
    const json sample = json::parse(drawn.output);
    for (const json& network : sample.at("networks"))
        EXPECT_EQ(network.at("network").at("regnet").at("depth"), 20);
}

TEST_F(SpaceCommands, AFileTakesARegimeAsANameDoes)
{
    std::ofstream(path("own.json")) << runProgram("regnet", {"space", "show", "RegNetX"}).output;
    const auto networksOf = [](const std::string& space) {
        const ProgramResult drawn = runProgram("regnet", {"sample", space, "--n", "5", "--json"});
        EXPECT_EQ(drawn.exitCode, 0) << drawn.errors;
        return json::parse(drawn.output).at("networks");
    };
    EXPECT_EQ(networksOf(path("own.json") + "@cpu"), networksOf("RegNetX@cpu"));
    EXPECT_THAT(runProgram("regnet", {"sample", path("own.json") + "@moon"}).errors, HasSubstr("moon"));
}

TEST_F(SpaceCommands, AChildWithAWrongFieldIsNotWritten)
{
    const auto problem = [&](const std::string& setting) {
        const ProgramResult result =
            runProgram("regnet", {"space", "new", path("bad.json"), "--from", "RegNetX", "--set", setting});
        EXPECT_EQ(result.exitCode, 2);
        return result.errors;
    };
    EXPECT_THAT(problem("regnet.dept=20"), HasSubstr("regnet.dept: is not a known field"));
    EXPECT_THAT(problem("regnet.depth=0"),
                HasSubstr("regnet.depth: can be 0; expected whole numbers from 1 to 1024"));
    EXPECT_THAT(problem("regnet.depth=3"),
                HasSubstr("regnet.depth: is at most 3; expected at least 4, a block for each stage"));
    EXPECT_THAT(problem("depth"), HasSubstr("--set: is \"depth\"; expected FIELD=VALUE"));
    EXPECT_THAT(problem("name.x=1"), HasSubstr("--set: names the field \"name.x\""));
    EXPECT_FALSE(std::filesystem::exists(path("bad.json")));
}

TEST_F(SpaceCommands, MembershipNamesTheRule)
{
    const ProgramResult in =
        runProgram("regnet", {"space", "member", "RegNetX", "--published", "RegNetX-400MF"});
    EXPECT_EQ(in.exitCode, 0);
    EXPECT_THAT(in.output, testing::StartsWith("in RegNetX, as {"));
    const ProgramResult out =
        runProgram("regnet", {"space", "member", "RegNetX", "--published", "RegNetY-400MF", "--json"});
    const json answer = json::parse(out.output);
    EXPECT_EQ(answer.at("member"), false);
    EXPECT_EQ(answer.at("exclusions")[0].at("rule"), "se_ratio");
}

TEST_F(SpaceCommands, SurveysAndEstimates)
{
    const json seen = json::parse(
        runProgram("regnet", {"space", "survey", "cifar_regnet", "--candidates", "50000", "--json"}).output);
    EXPECT_EQ(seen.at("candidates"), 50000);
    EXPECT_LT(seen.at("interval")[0], 0.0029);
    EXPECT_GT(seen.at("interval")[1], seen.at("acceptance"));
    EXPECT_TRUE(seen.at("parameters").contains("wa"));
    const json size = json::parse(runProgram("regnet", {"space", "size", "RegNetX@400MF", "--estimate",
                                                        "--candidates", "20000", "--json"})
                                      .output);
    EXPECT_EQ(size.at("within_rules").at("method"), "Clopper-Pearson on settings drawn uniformly");
    EXPECT_LE(size.at("within_rules").at("interval")[0], size.at("within_rules").at("size"));
    EXPECT_EQ(runProgram("regnet", {"space", "survey", "RegNetX", "--candidates", "0"}).exitCode, 2);
}

TEST_F(SpaceCommands, ASweepOfPyclsIsASpace)
{
    const ProgramResult yaml =
        runProgram("regnet", {"space", "show", "cifar_regnet", "--as", "pycls", "--n", "32"});
    ASSERT_EQ(yaml.exitCode, 0) << yaml.errors;
    EXPECT_THAT(yaml.output, HasSubstr("NUM_CONFIGS: 32"));
    std::ofstream(path("sweep.yaml")) << yaml.output;
    const auto drawFrom = [&](const std::string& space) {
        const json drawn = json::parse(
            runProgram("regnet", {"sample", space, "--rng", "pycls", "--seed", "1", "--n", "3", "--json"})
                .output);
        EXPECT_EQ(drawn.at("rng"), "pycls");
        return drawn.at("networks");
    };
    // The first accepted one of the reference: 128,792,630 FLOPs.
    EXPECT_EQ(drawFrom(path("sweep.yaml"))[0].at("flops"), 128792630);
    EXPECT_EQ(drawFrom(path("sweep.yaml")), drawFrom("cifar_regnet"));
    const ProgramResult refused = runProgram("regnet", {"space", "show", "AnyNetX_E", "--as", "pycls"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_THAT(refused.errors, HasSubstr("anynet.depths: is a rule that pycls does not know"));
}

TEST_F(SpaceCommands, AskingTooMuchOfASpaceIsBadInput)
{
    ASSERT_EQ(runProgram("regnet", {"space", "new", path("small.json"), "--from", "NDS_ResNeXt-A", "--set",
                                    "anynet.depth=1", "--set", "anynet.width=16", "--set",
                                    "anynet.bottleneck_ratio=1", "--set", "anynet.group_width=[1,2]"})
                  .exitCode,
              0);
    const ProgramResult result = runProgram("regnet", {"sample", path("small.json"), "--n", "9"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.errors, "regnet: n: is 9; expected at most the 8 settings of small\n");
    EXPECT_EQ(runProgram("regnet", {"sample", path("small.json"), "--n", "8"}).exitCode, 0);
    EXPECT_EQ(runProgram("regnet", {"sample", "RegNetX", "--rng", "dice"}).exitCode, 2);
}

TEST_F(SpaceCommands, DesignFindsWhatIsAskedFor)
{
    const ProgramResult found =
        runProgram("regnet", {"design", "--flops", "400e6", "--params", ":6M", "--depth", "12:20",
                              "--candidates", "100000", "--n", "5", "--json"});
    ASSERT_EQ(found.exitCode, 0) << found.errors;
    const json answer = json::parse(found.output);
    ASSERT_EQ(answer.at("networks").size(), 5u);
    for (const json& network : answer.at("networks")) {
        EXPECT_GE(network.at("flops"), 392'000'000);
        EXPECT_LE(network.at("flops"), 408'000'000);
        EXPECT_LE(network.at("params"), 6'000'000);
        EXPECT_TRUE(network.at("milliseconds").is_null());
    }
    EXPECT_TRUE(answer.at("run_time_model").is_null());
    const ProgramResult csv = runProgram("regnet", {"design", "--like", "RegNetX-400MF", "--candidates",
                                                    "100000", "--measurements", "paper", "--csv"});
    EXPECT_THAT(csv.output, testing::StartsWith("rank,pareto,flops,params,activations,milliseconds,d,w0,"));
    EXPECT_THAT(csv.errors, HasSubstr("run time is predicted from 24 measurements"));
}

// As the window copies it: a network in words, and limits without a target.
TEST_F(SpaceCommands, DesignTakesANetworkInWordsAndLimitsAlone)
{
    const std::vector<std::string> few{"--candidates", "100000", "--n", "5", "--json"};
    const auto answerOf = [&few](std::vector<std::string> words) {
        words.insert(words.end(), few.begin(), few.end());
        const ProgramResult found = runProgram("regnet", words);
        EXPECT_EQ(found.exitCode, 0) << found.errors;
        return json::parse(found.output);
    };
    const json named = answerOf({"design", "--like", "RegNetX-400MF"});
    ASSERT_FALSE(named.at("networks").empty());
    const std::string network =
        runProgram("regnet", {"export", "network", "--published", "RegNetX-400MF"}).output;
    EXPECT_EQ(answerOf({"design", "--like", json::parse(network).dump()}), named);
    const json limited = answerOf({"design", "--space", "RegNetX@cpu", "--params", ":100000"});
    EXPECT_TRUE(limited.at("flops").is_null());
    for (const json& each : limited.at("networks"))
        EXPECT_LE(each.at("params"), 100'000);
}

TEST_F(SpaceCommands, DesignSaysWhatIsMissing)
{
    const auto problem = [](const std::vector<std::string>& arguments) {
        const ProgramResult result = runProgram("regnet", arguments);
        EXPECT_EQ(result.exitCode, 2);
        return result.errors;
    };
    EXPECT_THAT(problem({"design"}), HasSubstr("--flops: is not given"));
    EXPECT_THAT(problem({"design", "--flops", "400e6", "--run-time", ":10"}),
                HasSubstr("--run-time: needs to know how long networks take"));
    EXPECT_THAT(problem({"design", "--flops", "many"}), HasSubstr("--flops: is \"many\""));
    EXPECT_THAT(problem({"design", "--flops", "4e8", "--rank", "beauty"}),
                HasSubstr("expected one of activations, params, flops, run-time"));
    EXPECT_THAT(problem({"design", "--flops", "4e8", "--params", "5:4"}), HasSubstr("--params"));
}

TEST_F(SpaceCommands, CtrlCStopsAndSaysWhatWasDrawn)
{
    // Nothing meets this: it would go on for a billion candidates.
    const ProgramResult sampled =
        interruptProgram("regnet", {"sample", "RegNetX", "--flops", "1:2", "--budget", "1000000000", "--out",
                                    path("never.csv")});
    EXPECT_EQ(sampled.exitCode, 1);
    EXPECT_THAT(sampled.errors, HasSubstr("regnet: sample: was stopped after "));
    EXPECT_THAT(sampled.errors, HasSubstr("candidates; nothing was kept"));
    EXPECT_FALSE(std::filesystem::exists(path("never.csv")));
    const ProgramResult surveyed =
        interruptProgram("regnet", {"space", "survey", "RegNetX", "--candidates", "100000000000"});
    EXPECT_EQ(surveyed.exitCode, 1);
    EXPECT_THAT(surveyed.errors, HasSubstr("space survey: was stopped"));
    const ProgramResult designed =
        interruptProgram("regnet", {"design", "--flops", "1", "--candidates", "1000000000"});
    EXPECT_EQ(designed.exitCode, 1);
    EXPECT_THAT(designed.errors, HasSubstr("design: was stopped"));
}

TEST_F(SpaceCommands, ASeedIsNotNegative)
{
    for (const char* command : {"sample", "edf", "ranges", "compare"}) {
        const ProgramResult result = runProgram("regnet", {command, "RegNetX", "--seed", "-1"});
        EXPECT_EQ(result.exitCode, 2) << command;
        EXPECT_THAT(result.errors, HasSubstr("is -1; expected a whole number of at least 0")) << command;
    }
}

TEST_F(SpaceCommands, RunTimeIsPredictedFromMeasurementsOfThisMachine)
{
    json measured{{"measurements", json::array()}};
    for (int i = 1; i <= 6; ++i)
        measured["measurements"].push_back({{"flops", i * 100'000'000LL},
                                            {"params", i * 1'000'000 + i * i * 1000},
                                            {"activations", i * 700'000 + 300'000 * (i % 2)},
                                            {"device", "cpu"},
                                            {"threads", 1},
                                            {"batch", 64},
                                            {"forward", {{"milliseconds", 50.0 * i}}}});
    std::ofstream(path("mine.json")) << measured;
    const ProgramResult result =
        runProgram("regnet", {"design", "--flops", "400e6", "--run-time", ":250", "--measurements",
                              path("mine.json"), "--candidates", "200000", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_THAT(result.output, HasSubstr("milliseconds"));
    std::ofstream(path("empty.json")) << R"({"measurements": []})";
    const ProgramResult none =
        runProgram("regnet", {"design", "--flops", "400e6", "--measurements", path("empty.json")});
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_THAT(none.errors, HasSubstr("measurements: are 0; expected at least 5"));
}

} // namespace
} // namespace regnet
