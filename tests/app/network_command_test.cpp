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
#include <string>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A folder of its own that goes with the test.
class NetworkCommand : public testing::Test
{
protected:
    std::string file(const std::string& name, const std::string& text) const
    {
        const std::string path = (m_folder / name).string();
        std::ofstream(path) << text;
        return path;
    }

    static ProgramResult network(std::vector<std::string> arguments, const std::string& input = {})
    {
        arguments.insert(arguments.begin(), "network");
        return runProgram("regnet", arguments, input);
    }

    static std::vector<json> lines(const std::string& text)
    {
        std::vector<json> answers;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);)
            answers.push_back(json::parse(line));
        return answers;
    }

private:
    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

TEST_F(NetworkCommand, DescribesALine)
{
    const ProgramResult result =
        network({"--d", "13", "--w0", "24", "--wa", "36.44", "--wm", "2.49", "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json answer = json::parse(result.output);
    EXPECT_EQ(answer.at("flops"), 199040872);
    EXPECT_EQ(answer.at("regnet").at("group_width"), 8);
}

TEST_F(NetworkCommand, TheAnswerCarriesTheIdentityOfWhatIsBuilt)
{
    // w0 = 24 and the group fix to 32: both are one network.
    const ProgramResult answers =
        network({"--batch", "-"}, R"({"stages": [{"width": 24, "depth": 2, "group_width": 16}]}
{"stages": [{"width": 32, "depth": 2, "group_width": 16, "bottleneck_ratio": 1}], "resolution": 224}
{"stages": [{"width": 32, "depth": 2, "group_width": 32}]})");
    const auto batch = lines(answers.output);
    ASSERT_EQ(batch.size(), 3U);
    EXPECT_EQ(batch[0].at("hash"), batch[1].at("hash"));
    EXPECT_NE(batch[0].at("hash"), batch[2].at("hash"));
    const ProgramResult table = network(
        {"--spec", file("net.json", R"({"stages": [{"width": 32, "depth": 2, "group_width": 16}]})")});
    EXPECT_THAT(table.output, HasSubstr("identity: " + batch[0].at("hash").get<std::string>()));
}

TEST_F(NetworkCommand, PrintsATableForPeople)
{
    const ProgramResult result = network({"--published", "regnetx-1.6gf"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_THAT(result.output, HasSubstr("1,602,850,792 FLOPs"));
    EXPECT_THAT(result.output, HasSubstr("stage 1: width 80 became 72"));
    EXPECT_THAT(result.output, HasSubstr("4 stages on 4 levels"));
}

TEST_F(NetworkCommand, OptionsChangeAnotherSource)
{
    const ProgramResult result =
        network({"--published", "RegNetX-400MF", "--se", "0.25", "--resolution", "32", "--stem",
                 "res_stem_cifar", "--classes", "10", "--g", "8", "--as", "json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json spec = json::parse(result.output);
    EXPECT_EQ(spec.at("se_ratio"), 0.25);
    EXPECT_EQ(spec.at("stem").at("type"), "res_stem_cifar");
    EXPECT_EQ(spec.at("head").at("classes"), 10);
    EXPECT_EQ(spec.at("regnet").at("group_width"), 8);
    const ProgramResult again = network({"--spec", file("net.json", result.output), "--as", "json"});
    EXPECT_EQ(again.output, result.output);
}

TEST_F(NetworkCommand, ReadsAPyclsConfigurationAndItsScaling)
{
    const ProgramResult yaml = network({"--published", "RegNetY-400MF", "--as", "pycls"});
    ASSERT_EQ(yaml.exitCode, 0) << yaml.errors;
    const std::string config = file("net.yaml", yaml.output);
    EXPECT_EQ(json::parse(network({"--config", config, "--json"}).output).at("flops"), 401849056);
    const ProgramResult scaled = network({"--config", config, "--scale", "d", "--factor", "2", "--json"});
    ASSERT_EQ(scaled.exitCode, 0) << scaled.errors;
    EXPECT_EQ(json::parse(scaled.output).at("depth"), 32);
}

TEST_F(NetworkCommand, BatchAnswersLineByLineAndGoesOnAfterABadOne)
{
    const std::string batch = file("nets.jsonl", R"({"stages": [{"width": 24, "depth": 1}]}
{"stages": [{"width": 24, "depht": 1}]}
not json
{"regnet": {"depth": 13, "w0": 24, "wa": 36.44, "wm": 2.49}}
)");
    const ProgramResult result = network({"--batch", batch});
    EXPECT_EQ(result.exitCode, 2);
    const std::vector<json> answers = lines(result.output);
    ASSERT_EQ(answers.size(), 4u);
    EXPECT_EQ(answers[0].at("stages")[0].at("groups"), 3);
    EXPECT_EQ(answers[1].at("line"), 2);
    EXPECT_EQ(answers[1].at("field"), "stages[0].depht");
    EXPECT_THAT(answers[1].at("error").get<std::string>(), HasSubstr(batch + ":2, stages[0].depht"));
    EXPECT_THAT(answers[2].at("error").get<std::string>(), HasSubstr(batch + ":3: is not JSON"));
    EXPECT_EQ(answers[3].at("flops"), 199040872);
    EXPECT_THAT(result.errors, HasSubstr("2 bad lines of 4"));
}

TEST_F(NetworkCommand, BatchReadsStandardInput)
{
    const ProgramResult result = network({"--batch", "-"}, R"({"stages": [{"width": 24, "depth": 1}]})");
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(lines(result.output).size(), 1u);
}

TEST_F(NetworkCommand, WhatALibraryCannotBuildFails)
{
    EXPECT_EQ(network({"--published", "RegNetX-400MF", "--as", "torchvision"}).exitCode, 0);
    const ProgramResult result = network({"--published", "RegNetX-400MF", "--block", "VR", "--as", "timm"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, HasSubstr("timm cannot build this network: it has no VR block"));
}

TEST_F(NetworkCommand, BadInputIsOneSentenceAndExitCode2)
{
    const auto expectBad = [](const ProgramResult& result, const std::string& sentence) {
        EXPECT_EQ(result.exitCode, 2) << sentence;
        EXPECT_THAT(result.errors, HasSubstr(sentence));
        EXPECT_EQ(result.output, "") << sentence;
    };
    expectBad(network({}), "no network is given");
    expectBad(network({"--d", "13"}), "--w0: is missing");
    expectBad(network({"--d", "13", "--w0", "20", "--wa", "1", "--wm", "2"}), "regnet.w0: is 20");
    expectBad(network({"--published", "RegNetX-401MF"}), "one of RegNetX-200MF");
    expectBad(network({"--published", "RegNetX-400MF", "--block", "Q"}), "block: is \"Q\"");
    expectBad(network({"--published", "RegNetX-400MF", "--spec", "x.json"}), "more than one network");
    expectBad(network({"--spec", "/nonexistent/net.json"}), "/nonexistent/net.json: does not exist");
    expectBad(network({"--batch", "/nonexistent/nets.jsonl"}), "/nonexistent/nets.jsonl: cannot be read");
    const std::filesystem::path loop =
        std::filesystem::path(file("beside.json", "{}")).parent_path() / "loop";
    std::filesystem::create_symlink("loop", loop);
    expectBad(network({"--batch", loop.string()}), "loop: cannot be read: Too many levels of symbolic links");
    expectBad(network({"--spec", file("big.json", R"({"stages": [{"width": 24, "depth": 1}],
                                                     "resolution": 9007199254740991})")}),
              "big.json, stem: has counts beyond 64 bits");
    const std::string steep = file("wa.json", R"({"regnet": {"depth": 1024, "w0": 8, "wa": 1e14, "wm": 2}})");
    expectBad(network({"--spec", steep}), "wa.json, regnet.wa: makes block");
    expectBad(runProgram("regnet", {"fit", steep}), "wa.json, regnet.wa: makes block");
    // What an option makes of a good network is not the file's.
    EXPECT_THAT(network({"--spec", file("good.json", R"({"stages": [{"width": 24, "depth": 1}]})"),
                         "--resolution", "9007199254740991"})
                    .errors,
                testing::StartsWith("regnet: stem: has counts beyond 64 bits"));
    expectBad(network({"--batch", "/dev/zero"}), "/dev/zero:1: is longer than 16 MiB");
    expectBad(network({"--config", file("net.yaml", "REGNET:\n  W0: 20\n")}), "net.yaml:2, REGNET.W0: is 20");
    expectBad(network({"--spec", file("net.json", R"({"stages": [{"width": 0, "depth": 1}]})")}),
              "net.json, stages[0].width: is 0");
    expectBad(network({"--spec", file("cut.json", "{\n\"stages\": [")}), "cut.json:2: is not JSON");
    expectBad(network({"--as", "keras", "--published", "RegNetX-400MF"}), "keras");
    expectBad(network({"--published", "RegNetX-400MF", "--scale", "d"}), "--factor");
}

TEST_F(NetworkCommand, FitFindsALine)
{
    const std::string stages = file("stages.json", R"({"stages": [{"width": 64, "depth": 2},
        {"width": 128, "depth": 4}, {"width": 272, "depth": 5}, {"width": 704, "depth": 5}]})");
    const ProgramResult result = runProgram("regnet", {"fit", stages, "--json"});
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const json answer = json::parse(result.output);
    EXPECT_EQ(answer.at("w0"), 72);
    EXPECT_EQ(answer.at("depth"), 16);
    EXPECT_NEAR(answer.at("e_fit").get<double>(), 0.132513, 6e-7);
    const ProgramResult bad = runProgram("regnet", {"fit", file("bad.json", "[{\"width\": 8}]")});
    EXPECT_EQ(bad.exitCode, 2);
    EXPECT_THAT(bad.errors, HasSubstr("bad.json, stages[0].depth: is missing"));
}

} // namespace
} // namespace regnet
