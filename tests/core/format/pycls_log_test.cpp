// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/pycls_log.h"

#include "core/format/text_file.h"
#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string run = std::string(REGNET_TEST_DATA) + "/pycls/sample_run/";

// What pycls's own sweep_collect made of the same log.
TEST(PyclsLog, CollectsWhatPyclsCollects)
{
    json own = pyclsLogRecord(readTextFile(run + "stdout.log"), "stdout.log");
    json theirs = parseJson(readTextFile(run + "sweep.json"), "sweep.json").at(0);
    for (const char* place : {"log_file", "err_file", "err"}) { // where they lay there
        own.erase(place);
        theirs.erase(place);
    }
    EXPECT_EQ(own, theirs) << json::diff(own, theirs).dump(1);
}

const std::string head = "[x.py: 1]: json_stats: ";

TEST(PyclsLog, PutsEpochsInOrder)
{
    const json record =
        pyclsLogRecord(head + R"({"_type": "test_epoch", "epoch": "2/2", "top1_err": 30.0})" + "\n" + head +
                           R"({"_type": "test_epoch", "epoch": "1/2", "top1_err": 60.0})" + "\n",
                       "stdout.log", "Killed");
    EXPECT_EQ(record.at("test_epoch").at("top1_err"), json({60.0, 30.0}));
    EXPECT_EQ(record.at("test_epoch").at("epoch_ind"), json({1, 2}));
    EXPECT_EQ(record.at("err"), "Killed");
    EXPECT_EQ(record.at("err_file"), "stderr.log");
}

TEST(PyclsLog, LeavesOutATornLastLineAndNamesADamagedOne)
{
    const std::string good = head + R"({"_type": "test_epoch", "epoch": "1/2", "top1_err": 60.0})" + "\n";
    EXPECT_EQ(pyclsLogRecord(good + head + R"({"_type": "test_ep)", "l").at("test_epoch").at("epoch").size(),
              1U);
    const auto problem = [](const std::string& text) -> std::string {
        try {
            pyclsLogRecord(text, "stdout.log");
        } catch (const Error& error) {
            return error.what();
        }
        return "read";
    };
    EXPECT_THAT(problem(good + head + "{broken}\n" + good), HasSubstr("stdout.log:2"));
    EXPECT_THAT(problem(good + head + R"({"_type": "test_epoch", "epoch": "2/2"})" + "\n"),
                HasSubstr("stdout.log:2: has other fields"));
    EXPECT_THAT(problem("nothing\n"), HasSubstr("is no log of pycls"));
    EXPECT_THAT(problem(head + R"({"_type": "test_epoch", "epoch": "two", "top1_err": 1})" + "\n"),
                HasSubstr("test_epoch.epoch that is no"));
}

} // namespace
} // namespace regnet
