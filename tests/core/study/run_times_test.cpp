// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/run_times.h"

#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

class RunTimesTest : public testing::Test
{
protected:
    std::string problemOf(const std::string& text) const
    {
        std::ofstream(m_file) << text;
        return regnet::problemOf([&] { readRunTimes(m_file); });
    }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_file = m_temporary / "runs.db.times.json";
};

TEST_F(RunTimesTest, WrittenAndReadAgain)
{
    EXPECT_TRUE(readRunTimes(m_file).empty()); // nothing was measured yet
    const RunTimes times{{{"cpu", 64, 1}, {{"a", 1.5}, {"b", 2.5}}}, {{"cuda:0", 64, 1}, {{"a", 0.1}}}};
    writeRunTimes(m_file, times);
    EXPECT_EQ(readRunTimes(m_file), times);
}

TEST_F(RunTimesTest, APopulationGetsTimesOfOneSettingOnly)
{
    Population population;
    for (const char* hash : {"a", "b", "c", ""}) {
        Member member;
        member.networkHash = hash;
        population.members.push_back(member);
    }
    const RunTimes times{{{"cpu", 64, 1}, {{"a", 1.5}, {"b", 2.5}}}, {{"cuda:0", 64, 1}, {{"c", 0.1}}}};
    EXPECT_EQ(addRunTimes(population, times), 2);
    EXPECT_EQ(population.members[1].properties.at("time"), 2.5);
    EXPECT_FALSE(population.members[2].properties.contains("time"));
    Population empty;
    EXPECT_EQ(addRunTimes(empty, times), 0);
}

TEST_F(RunTimesTest, ADamagedFileGetsOneSentence)
{
    EXPECT_THAT(problemOf("[1"), testing::HasSubstr("is not JSON"));
    EXPECT_THAT(problemOf("{}"), testing::HasSubstr("run_times"));
    EXPECT_THAT(problemOf(R"({"run_times": [{"device": "cpu", "milliseconds": {"a": -1}}]})"),
                testing::HasSubstr("milliseconds"));
    EXPECT_THAT(problemOf(R"({"run_times": [{"milliseconds": {}, "speed": 1}]})"),
                testing::HasSubstr("speed: is not a known field"));
}

} // namespace
} // namespace regnet
