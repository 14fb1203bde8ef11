// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/nds.h"

#include "core/network/complexity.h"
#include "core/network/network_json.h"
#include "core/problem.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using testing::HasSubstr;

NetworkSpec trained()
{
    NetworkSpec spec;
    spec.stem = {StemType::ResStemCifar, 16};
    spec.stages = {{.width = 32, .depth = 2, .stride = 1, .groupWidth = 8},
                   {.width = 64, .depth = 3, .stride = 2, .bottleneckRatio = 2, .groupWidth = 16}};
    spec.head.classes = 10;
    spec.resolution = 32;
    return spec;
}

/// A record with the fields that NDS's notebooks use.
nlohmann::json record(const NetworkSpec& spec)
{
    const Cost total = cost(realise(spec));
    return {{"job_id", 17},
            {"rng_seed", 3},
            {"flops", total.flops},
            {"params", total.params},
            {"net",
             {{"block_type", "res_bottleneck_block"},
              {"ds", {2, 3}},
              {"ws", {32, 64}},
              {"ss", {1, 2}},
              {"bot_muls", {1.0, 0.5}},
              {"num_gs", {4, 2}}}},
            {"optim", {{"base_lr", 0.1}, {"wd", 5e-4}, {"momentum", 0.9}}},
            {"prec_time", 0.02},
            {"min_test_top1", 7.25},
            {"train_ep_top1", {50.0, 20.0}},
            {"test_ep_top1", {40.0, 7.25}}};
}

TEST(Nds, ReadsErrorsPropertiesAndNetworks)
{
    const nlohmann::json list = nlohmann::json::array({record(trained())});
    const std::string text = list.dump();
    ASSERT_TRUE(looksLikeNds(text));
    const std::vector<ImportedPopulation> all = ndsPopulations(text, "nds.json", "ResNeXt");
    ASSERT_EQ(all.size(), 1U);
    const Member& member = all[0].population.members.at(0);
    EXPECT_EQ(member.label, "17");
    EXPECT_EQ(member.error, 7.25);
    EXPECT_EQ(member.properties.at("learning_rate"), 0.1);
    EXPECT_EQ(member.properties.at("depth"), 5);
    ASSERT_TRUE(all[0].networks[0]);
    EXPECT_EQ(realise(*all[0].networks[0]), realise(trained()));
    EXPECT_EQ(member.networkHash, hashOf(realise(trained())));
}

TEST(Nds, TakesNoNetworkForKnownWhoseCostsDiffer)
{
    nlohmann::json other = record(trained());
    other["params"] = 1;
    const auto all = ndsPopulations(nlohmann::json::array({other}).dump(), "nds.json", "n");
    EXPECT_FALSE(all[0].networks[0]);
    EXPECT_EQ(all[0].population.members[0].networkHash, "");
}

TEST(Nds, CountsFailuresAndTakesTheBestEpochWhereThereIsNoMinimum)
{
    const auto all = ndsPopulations(R"([{"job_id": "a", "test_ep_top1": [60, 55.5, 58]},
        {"job_id": "b", "min_test_top1": NaN}, {"job_id": "c"}])",
                                    "nds.json", "n");
    const auto& members = all[0].population.members;
    EXPECT_EQ(members[0].error, 55.5);
    EXPECT_EQ(members[1].state, Member::State::Failed);
    EXPECT_EQ(members[2].state, Member::State::Failed);
}

TEST(Nds, ReadsRerunsAsPopulations)
{
    const auto all =
        ndsPopulations(R"({"top": [{"min_test_top1": 5}], "mid": [{"min_test_top1": 9}]})", "r", "reruns");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].population.name, "reruns top");
    EXPECT_EQ(all[1].population.members[0].error, 9);
}

TEST(Nds, NamesTheLineOfWhatIsWrong)
{
    const auto problem = [](const std::string& text) -> std::string {
        try {
            ndsPopulations(text, "nds.json", "n");
        } catch (const Error& error) {
            return error.what();
        }
        return "read";
    };
    EXPECT_THAT(problem("[{\"min_test_top1\": 5},\n{\"min_test_top1\": 140}]"),
                HasSubstr("nds.json:2: has the error 140"));
    EXPECT_THAT(problem("[{\"min_test_top1\": \"low\"}]"), HasSubstr("is no number"));
    EXPECT_THAT(problem("[7]"), HasSubstr("is no record of NDS"));
    EXPECT_THAT(problem("[{\"min_test_top1\": 5}"), HasSubstr("ends in the middle"));
    EXPECT_EQ(problem("[{\"min_test_top1\": 5,\n\"min_test_top1\": 7}]"),
              "nds.json:2, min_test_top1: stands twice in one object; expected each field once");
    EXPECT_THAT(problem(R"([{"net": {"ds": [1], "ds": [2]}, "min_test_top1": 5}])"),
                HasSubstr("ds: stands twice"));
    EXPECT_EQ(problem("[{\"min_test_top1\": 5,\n\"flops\": \"4e8\"}]"),
              "nds.json:2: has no number as flops; expected a number of at least 0");
    EXPECT_EQ(problem(R"([{"min_test_top1": 5, "params": -3}])"),
              "nds.json:1: has -3 as params; expected a number of at least 0");
    EXPECT_THAT(problem(R"([{"min_test_top1": 5, "optim": {"wd": "small"}}])"), HasSubstr("as wd"));
    EXPECT_EQ(problem(R"([{"min_test_top1": 5, "flops": null, "iter_time": NaN}])"), "read");
}

} // namespace
} // namespace regnet
