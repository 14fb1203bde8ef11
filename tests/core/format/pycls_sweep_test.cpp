// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_sweep.h"

#include "core/format/open_source.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/stats/edf.h"
#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace regnet {
namespace {

using nlohmann::json;

json job(std::vector<double> errors, double reached, const std::string& stderrText = {})
{
    return {{"log_file", "/x/logs/000007/stdout.log"},
            {"err", stderrText},
            {"test_ema_epoch", {{"min_top1_err", errors}, {"epoch_ind", {reached}}, {"epoch_max", {3}}}}};
}

Member only(const json& record)
{
    return pyclsSweep(json::array({record}), "sweep.json").members.front();
}

std::string problemOf(const json& record)
{
    return regnet::problemOf([&] { only(record); });
}

TEST(PyclsSweep, TheReferenceSweepAgreesWithPycls)
{
    std::ifstream file(REGNET_TEST_DATA "/pycls/statistics.json");
    const json reference = json::parse(file);
    const Population sweep = openSource(REGNET_TEST_DATA "/pycls/sweep.json").front();
    const Edf edf(sweep);
    EXPECT_EQ(sweep.name, "sweep");
    EXPECT_EQ(edf.size(), 501); // pycls says 500 and forgets the crash
    EXPECT_EQ(edf.failed(), 1);
    EXPECT_EQ(std::vector<double>(edf.errors().begin(), edf.errors().end()),
              reference.at("edf").at("errors_sorted").get<std::vector<double>>());
    EXPECT_DOUBLE_EQ(*edf.min(), 6.6157);
    EXPECT_NEAR(*edf.mean(), 14.8156116, 1e-9);

    const std::map<std::string, double> units{{"flops", 1e-9}, {"params", 1e-6}};
    for (const auto& [metric, values] : reference.at("metric_values").items()) {
        const double unit = units.contains(metric) ? units.at(metric) : 1;
        ASSERT_EQ(values.size(), 500u);
        for (std::size_t i = 0; i < values.size(); ++i)
            ASSERT_NEAR(sweep.members[i].properties.at(metric) * unit, values[i].get<double>(), 1e-9)
                << metric << " of " << i;
    }
}

TEST(PyclsSweep, TheErrorIsTheLowestOfAllEpochs)
{
    const Member member = only(job({33.5, 7.25, 9}, 3));
    EXPECT_EQ(member.state, Member::State::Finished);
    EXPECT_EQ(member.error, 7.25);
    EXPECT_EQ(member.label, "000007");
}

TEST(PyclsSweep, WhatBecameOfAJob)
{
    using State = Member::State;
    const json nothing{{"log_file", "/x/logs/000001/stdout.log"}, {"err", ""}};
    json crashed = nothing;
    crashed["err"] = "crash";
    json warned = nothing;
    warned["err"] = "x.py:1: UserWarning: slow\n";
    EXPECT_EQ(only(nothing).state, State::Pending);                          // no epoch yet, no complaint
    EXPECT_EQ(only(warned).state, State::Pending);                           // a warning is no end
    EXPECT_EQ(only(crashed).state, State::Failed);                           // ended without an epoch
    EXPECT_EQ(only(job({50, 40}, 2)).state, State::Pending);                 // two epochs of three
    EXPECT_EQ(only(job({50, 40}, 2, "CUDA error: x")).state, State::Failed); // ended in the third
    EXPECT_EQ(only(job({50, 40, 30}, 3, "UserWarning")).state, State::Finished);
}

TEST(PyclsSweep, ADivergedJobFailed)
{
    json record = job({}, 3);
    record["test_ema_epoch"]["min_top1_err"] = {nullptr, nullptr, nullptr}; // NaN in Python
    EXPECT_EQ(only(record).state, Member::State::Failed);
}

TEST(PyclsSweep, WrongTypesAreNamedWithTheirPlace)
{
    EXPECT_EQ(problemOf(json("x")), "sweep.json, entry 0: is a JSON string; expected an object");
    json record = job({10}, 3);
    record["test_ema_epoch"]["min_top1_err"] = {10, "x"};
    EXPECT_EQ(problemOf(record),
              "sweep.json, entry 0.test_ema_epoch.min_top1_err[1]: is a JSON string; expected a number");
    record["test_ema_epoch"] = 5;
    EXPECT_EQ(problemOf(record), "sweep.json, entry 0.test_ema_epoch: is a JSON number; expected an object");
    EXPECT_EQ(problemOf(job({140}, 3)),
              "sweep.json, entry 0.test_ema_epoch.min_top1_err: has the error 140; expected 0 to 100 (%)");
}

TEST(PyclsSweep, TheRealisedNetworkIsKnownByItsHash)
{
    const json regnet{{"DEPTH", 13}, {"W0", 24},     {"WA", 36.44},
                      {"WM", 2.49},  {"GROUP_W", 8}, {"BOT_MUL", 1.0}};
    json record = job({10}, 3);
    record["cfg"] = {{"MODEL", {{"TYPE", "regnet"}, {"NUM_CLASSES", 1000}}},
                     {"REGNET", regnet},
                     {"TRAIN", {{"IM_SIZE", 224}, {"BATCH_SIZE", 128}}}};
    EXPECT_EQ(only(record).networkHash, hashOf(realise(publishedModel("RegNetX-200MF").spec)));
    record["cfg"]["MODEL"]["TYPE"] = "effnet";
    EXPECT_EQ(only(record).networkHash, "");
}

TEST(PyclsSweep, IsToldFromOtherJson)
{
    EXPECT_TRUE(isPyclsSweep(json::array({job({1}, 3)})));
    EXPECT_TRUE(isPyclsSweep(json::array()));
    EXPECT_FALSE(isPyclsSweep(json::object()));
    EXPECT_FALSE(isPyclsSweep(json::array({{{"job_id", 1}}})));
}

} // namespace
} // namespace regnet
