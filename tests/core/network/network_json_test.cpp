// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"

#include "core/network/published.h"
#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string refusal(const std::string& text)
{
    try {
        const NetworkSpec spec = parseNetwork(text, "nets.jsonl:7");
        realise(spec);
    } catch (const Error& error) {
        EXPECT_EQ(error.problem().kind, ProblemKind::BadInput);
        return error.what();
    }
    return "accepted";
}

TEST(NetworkJson, MissingFieldsTakeTheirDefaults)
{
    const NetworkSpec spec = parseNetwork(R"({"stages": [{"width": 24, "depth": 1}]})");
    EXPECT_EQ(spec.stages[0], (Stage{24, 1, 2, 1, 8}));
    EXPECT_EQ(spec.stem, (Stem{StemType::SimpleStemIn, 32}));
    EXPECT_EQ(spec.block, BlockType::X);
    EXPECT_EQ(spec.head, (Head{0, 1000}));
    EXPECT_EQ(spec.resolution, 224);
    EXPECT_EQ(spec.seRatio, 0);
    const NetworkSpec line = parseNetwork(R"({"regnet": {"depth": 13, "w0": 24, "wa": 36.44, "wm": 2.49}})");
    EXPECT_EQ(*line.regnet, (RegnetParameters{{13, 24, 36.44, 2.49}, 1, 8, 2}));
}

TEST(NetworkJson, ReadsWhatItWrites)
{
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const NetworkSpec spec = specOfCase(row);
        EXPECT_EQ(networkFromJson(toJson(spec)), spec) << row.at("id");
        const Network network = realise(spec);
        EXPECT_EQ(realise(parseNetwork(canonicalJson(network))), network);
        EXPECT_EQ(hashOf(realise(parseNetwork(canonicalJson(network)))), hashOf(network));
    }
}

TEST(NetworkJson, TheCanonicalTextIsTheJsonWithSortedKeysAndNoBlanks)
{
    for (const auto& row : pyclsReference("complexity").at("cases")) {
        const Network network = realise(specOfCase(row));
        EXPECT_EQ(canonicalJson(network), toJson(network).dump()) << row.at("id");
    }
    Network network;
    network.activation = Activation::Silu;
    for (const double number : {0.0, -0.0, 1.0 / 3, 1e-7, 4.0, 1.5, 0.1 + 0.2, 1e6, 1e15, 1e17}) {
        network.seRatio = number; // any number, also one that no network may have
        network.stages = {{48, 1, 2, number, 8}, {96, 2, 2, 1.0 / 3, 16}};
        EXPECT_EQ(canonicalJson(network), toJson(network).dump());
    }
}

TEST(NetworkJson, AFieldThatStandsTwiceIsNotGuessedAt)
{
    EXPECT_EQ(refusal("{\"stages\": [{\"width\": 24,\n\"depth\": 1, \"depth\": 2}]}"),
              "nets.jsonl:7:2, depth: stands twice in one object; expected each field once");
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depth": 1}], "stages": []})"),
                HasSubstr("stages: stands twice"));
    // Written in another way, it is the same name.
    EXPECT_EQ(refusal(R"({"stages": [{"width": 24, "wid\u0074h": 32, "depth": 1}]})"),
              R"(nets.jsonl:7:1, wid\u0074h: stands twice in one object; expected each field once)");
    EXPECT_THAT(refusal(R"({"stages": [{"\u0077idth": 24, "wid\u0074h": 32, "depth": 1}]})"),
                HasSubstr("stands twice"));
    // The same names in other objects, and as values, are no repetition.
    EXPECT_EQ(refusal(R"({"stages": [{"width": 8, "depth": 1}, {"width": 8, "depth": 1}], "block": "X",
                          "stem": {"width": 8}, "head": {"width": 0}})"),
              "accepted");
}

TEST(NetworkJson, PythonsNumbersAreRefusedByName)
{
    EXPECT_EQ(refusal("{\"stages\": [{\"width\": 24,\n\"depth\": NaN}]}"),
              "nets.jsonl:7:2: holds NaN, which JSON does not have; expected a number");
    EXPECT_THAT(refusal(R"({"stages": [{"width": -Infinity, "depth": 1}]})"), HasSubstr("holds -Infinity"));
}

TEST(NetworkJson, NothingMayHideBehindAZeroByte)
{
    EXPECT_THAT(refusal(std::string(R"({"stages": [{"width": 24, "depth": 1}]})") + '\0' + "}"),
                HasSubstr("zero byte"));
}

TEST(NetworkJson, SizesEndAt2To53WithoutRounding)
{
    EXPECT_THAT(refusal(R"({"stages": [{"width": 9007199254740993, "depth": 1}]})"),
                HasSubstr("stages[0].width: is 9007199254740993; expected a whole number up to 2^53"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": -9007199254740993, "depth": 1}]})"),
                HasSubstr("is -9007199254740993; expected a whole number up to 2^53"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 18446744073709551616, "depth": 1}]})"),
                HasSubstr("is 18446744073709551616; expected a whole number up to 2^53"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 1e300, "depth": 1}]})"), HasSubstr("is 1e+300; expected"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 9007199254740992, "depth": 1}]})"),
                HasSubstr("stages[0]: has a width of 9007199254740992"));
}

TEST(NetworkJson, ALineThatIsTooWideNamesItsField)
{
    EXPECT_THAT(refusal(R"({"regnet": {"depth": 4, "w0": 24, "wa": 1e308, "wm": 2}})"),
                HasSubstr("regnet.wa: makes block 2"));
}

TEST(NetworkJson, CanonicalTextIsFixed)
{
    // Results are kept under this text's hash: a change here orphans them.
    NetworkSpec spec = publishedModel("RegNetX-200MF").spec;
    const Network network = realise(spec);
    EXPECT_EQ(canonicalJson(network).substr(0, 160),
              R"({"block":"X","head":{"classes":1000,"width":0},"resolution":224,"se_ratio":0.0,"stages":[)"
              R"({"bottleneck_ratio":1.0,"depth":1,"group_width":8,"stride":2,"width":24)");
    EXPECT_EQ(hashOf(network).size(), 64u);
    spec.activation = Activation::Silu;
    EXPECT_THAT(canonicalJson(realise(spec)), testing::StartsWith(R"({"activation":"silu","block")"));
    EXPECT_NE(hashOf(realise(spec)), hashOf(network));
}

// A block's squeeze-and-excitation has rint(input x ratio) channels; the first input is the stem's 32.
TEST(NetworkJson, ARatioThatGivesNoBlockAChannelIsNone)
{
    NetworkSpec spec;
    spec.stages = {{400, 1}};
    const std::string without = hashOf(realise(spec));
    for (const double none : {-0.0, 5e-324, 0.0156}) {
        spec.seRatio = none;
        EXPECT_EQ(hashOf(realise(spec)), without) << none;
    }
    spec.seRatio = 0.0157; // 0.5024 channels
    EXPECT_NE(hashOf(realise(spec)), without);
    spec.seRatio = 0.0156;
    spec.stages = {{400, 2}}; // the second block's input
    EXPECT_EQ(realise(spec).seRatio, 0.0156);
    spec.stages = {{400, 1}, {400, 1}};
    EXPECT_EQ(realise(spec).seRatio, 0.0156);
}

TEST(NetworkJson, LinesThatRealiseEquallyAreOneNetwork)
{
    NetworkSpec a = publishedModel("RegNetX-400MF").spec;
    NetworkSpec b = a;
    b.regnet->line.wa += 0.001;
    b.regnet->line.wm += 0.0001;
    EXPECT_EQ(hashOf(realise(a)), hashOf(realise(b)));
    b.regnet->line.wa += 10;
    EXPECT_NE(hashOf(realise(a)), hashOf(realise(b)));
}

TEST(NetworkJson, ErrorsNameLineAndField)
{
    EXPECT_EQ(refusal(R"({"regnet": {"depth": 13, "w0": 20, "wa": 1, "wm": 2}})"),
              "regnet.w0: is 20; expected a multiple of 8 above 0");
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depht": 1}]})"),
                HasSubstr("nets.jsonl:7, stages[0].depht: is not a field"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8}]})"), HasSubstr("stages[0].depth: is missing"));
    EXPECT_THAT(refusal(R"({"regnet": {"depth": 13, "w0": 24, "wa": 1}})"),
                HasSubstr("regnet.wm: is missing"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8.5, "depth": 1}]})"), HasSubstr("stages[0].width: is 8.5"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": "8", "depth": 1}]})"), HasSubstr("is \"8\""));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 1e300, "depth": 1}]})"), HasSubstr("whole number"));
    EXPECT_THAT(refusal(R"({"stages": []})"), HasSubstr("stages: is []"));
    EXPECT_THAT(refusal(R"({"stages": 3})"), HasSubstr("a list"));
    EXPECT_THAT(refusal(R"({})"), HasSubstr("stages: is missing"));
    EXPECT_THAT(refusal(R"([1])"), HasSubstr("an object in braces"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depth": 1}], "regnet": {}})"), HasSubstr("either"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depth": 1}], "block": "Q"})"), HasSubstr("one of X, R"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depth": 1}], "stem": {"type": 3}})"),
                HasSubstr("stem.type: is 3"));
    EXPECT_THAT(refusal(R"({"stages": [{"width": 8, "depth": 1}], "head": {"size": 3}})"),
                HasSubstr("head.size: is not a field"));
    EXPECT_THAT(refusal("{\"stages\": [{\"width\": 8, \"depth\": 1}]"), HasSubstr("is not JSON"));
    EXPECT_THAT(refusal(""), HasSubstr("is not JSON"));
    EXPECT_THAT(refusal("{\"\xff\": 1}"), HasSubstr("is not JSON"));
    EXPECT_EQ(refusal(R"({"stages": [{"width": 8.0, "depth": 1.0}]})"), "accepted");
}

TEST(Describe, AnswersForALine)
{
    const json answer = describe(publishedModel("RegNetX-200MF").spec);
    EXPECT_EQ(answer.at("flops"), 199040872);
    EXPECT_EQ(answer.at("params"), 2684792);
    EXPECT_EQ(answer.at("activations"), 2164056);
    EXPECT_EQ(answer.at("depth"), 13);
    EXPECT_EQ(answer.at("e_fit"), 0.0);
    EXPECT_EQ(answer.at("levels"), 4);
    EXPECT_EQ(answer.at("valid"), true);
    EXPECT_EQ(answer.at("regnet").at("wa"), 36.44);
    const json& first = answer.at("stages")[0];
    EXPECT_EQ(first.at("groups"), 3);
    EXPECT_EQ(first.at("resolution"), 56);
    EXPECT_FALSE(first.contains("blocks"));
    EXPECT_EQ(answer.at("stages").size(), 4u);
}

TEST(Describe, SaysWhatGroupFixesCost)
{
    // Group compatibility moves 80 to 72 and 176 to 168: the realised widths leave the line.
    const json answer = describe(publishedModel("RegNetX-1.6GF").spec);
    EXPECT_NEAR(answer.at("e_fit").get<double>(), (2 * 0.0231 + 4 * 0.0045) / 18, 1e-4);
}

TEST(Describe, MarksASkippedLevel)
{
    NetworkSpec spec;
    spec.regnet = RegnetParameters{{2, 8, 56, 2.0}, 1, 8};
    const json answer = describe(spec);
    EXPECT_EQ(answer.at("valid"), false);
    EXPECT_EQ(answer.at("levels"), 4);
    EXPECT_EQ(answer.at("stages").size(), 2u);
}

TEST(Describe, BlocksOnRequestSumToTheirStage)
{
    const json answer = describe(publishedModel("RegNetY-400MF").spec, {.blocks = true});
    for (const json& stage : answer.at("stages")) {
        std::int64_t flops = 0;
        for (const json& block : stage.at("blocks"))
            flops += block.at("flops").get<std::int64_t>();
        EXPECT_EQ(flops, stage.at("flops").get<std::int64_t>());
        EXPECT_EQ(stage.at("blocks").size(), stage.at("depth").get<std::size_t>());
    }
}

TEST(Describe, FitsStagesOrSaysThatNoLineDoes)
{
    NetworkSpec spec;
    spec.stages = {{64, 2, 2, 2, 4}, {128, 4, 2, 2, 4}, {272, 5, 2, 2, 4}, {704, 5, 2, 2, 4}};
    EXPECT_NEAR(describe(spec).at("e_fit").get<double>(), 0.132513, 6e-7);
    EXPECT_FALSE(describe(spec).contains("regnet"));
    spec.stages.assign(44, {64, 1});
    EXPECT_TRUE(describe(spec).at("e_fit").is_null());
}

} // namespace
} // namespace regnet
