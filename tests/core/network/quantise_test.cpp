// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/quantise.h"

#include "tests/core/network/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace regnet {
namespace {

using testing::ElementsAre;

struct Row
{
    const char* sentence;
    LinearWidths line;
    std::vector<std::int64_t> widths;
    std::vector<std::int64_t> depths;
    std::int64_t levels;
};

class Quantise : public testing::TestWithParam<Row>
{
};

TEST_P(Quantise, GivesTheStages)
{
    const Quantisation result = quantise(GetParam().line);
    EXPECT_EQ(result.widths, GetParam().widths) << GetParam().sentence;
    EXPECT_EQ(result.depths, GetParam().depths) << GetParam().sentence;
    EXPECT_EQ(result.levels, GetParam().levels) << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Quantise,
    testing::Values(
        Row{"no blocks, no stages", {0, 24, 36.44, 2.49}, {}, {}, 0},
        Row{"one block", {1, 24, 36.44, 2.49}, {24}, {1}, 1},
        Row{"RegNetX-200MF as published", {13, 24, 36.44, 2.49}, {24, 56, 152, 368}, {1, 1, 4, 7}, 4},
        Row{"k = 0.5 goes to the even 0", {3, 128, 32, 2.25}, {128}, {3}, 1},
        Row{"84 / 8 = 10.5 goes to 80", {4, 56, 16, 1.5}, {56, 80, 128}, {1, 2, 1}, 3},
        Row{"a steep line skips k = 1 and 2", {2, 8, 56, 2.0}, {8, 64}, {1, 1}, 4},
        Row{"no slope, one stage", {1024, 64, 0, 2}, {64}, {1024}, 1}));

TEST(QuantiseReference, AllCasesOfPyclsAreEqual)
{
    const auto& cases = pyclsReference("quantise").at("cases");
    ASSERT_EQ(cases.size(), 3000u);
    for (const auto& row : cases) {
        const LinearWidths line = lineOfCase(row);
        const Quantisation result = quantise(line);
        EXPECT_EQ(result.widths, row.at("ws").get<std::vector<std::int64_t>>()) << row;
        EXPECT_EQ(result.depths, row.at("ds").get<std::vector<std::int64_t>>()) << row;
        EXPECT_EQ(result.levels, row.at("total_stages").get<std::int64_t>()) << row;
        const std::vector<BlockDerivation> blocks = derive(line);
        ASSERT_EQ(blocks.size(), row.at("ws_all").size());
        for (std::size_t j = 0; j < blocks.size(); ++j) {
            EXPECT_EQ(blocks[j].width, row.at("ws_all")[j].get<std::int64_t>()) << row << j;
            EXPECT_EQ(blocks[j].k, row.at("ks")[j].get<std::int64_t>()) << row << j;
            EXPECT_NEAR(blocks[j].u, row.at("ws_cont")[j].get<double>(), 5e-5) << row << j;
        }
    }
}

TEST(QuantiseReference, WhatPyclsRefusesIsRefused)
{
    const auto& invalid = pyclsReference("quantise").at("invalid");
    ASSERT_EQ(invalid.size(), 4u);
    for (const auto& row : invalid) {
        EXPECT_EQ(check(lineOfCase(row)).size(), 1u) << row;
        EXPECT_THROW(quantise(lineOfCase(row)), Error) << row;
        EXPECT_THROW(derive(lineOfCase(row)), Error) << row;
    }
}

TEST(Quantisation, TellsSkippedAndMergedLevels)
{
    EXPECT_FALSE(quantise({13, 24, 36.44, 2.49}).skipsLevel());
    EXPECT_TRUE(quantise({2, 8, 56, 2.0}).skipsLevel());
    // 8 * 1.01^k stays at 8 for many k: levels merge.
    EXPECT_TRUE(quantise({10, 8, 0.1, 1.01}).skipsLevel());
}

TEST(CheckLine, NamesEveryWrongField)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto problems = check(LinearWidths{0, 20, nan, 1});
    ASSERT_EQ(problems.size(), 4u);
    EXPECT_EQ(sentence(problems[0]), "depth: is 0; expected 1 to 1024 blocks");
    EXPECT_EQ(sentence(problems[1]), "w0: is 20; expected a multiple of 8 above 0");
    EXPECT_EQ(problems[2].where, "wa");
    EXPECT_EQ(problems[3].where, "wm");
    EXPECT_TRUE(check(LinearWidths{}).empty());
    EXPECT_EQ(check(LinearWidths{1025, 8, 1, 2}).size(), 1u);
}

TEST(CheckLine, TellsTooLargeFromNoMultiple)
{
    EXPECT_EQ(sentence(check(LinearWidths{4, 1e308, 8, 2}).front()),
              "w0: is 1e+308; expected a multiple of 8 up to 2^53");
    EXPECT_TRUE(check(LinearWidths{1, 9007199254740992, 0, 2}).empty());
    EXPECT_EQ(sentence(check(LinearWidths{4, 9007199254740994, 8, 2}).front()),
              "w0: is 9007199254740994; expected a multiple of 8 above 0");
}

TEST(Quantise, NamesWhatGoesBeyond2To53)
{
    const auto refusal = [](const LinearWidths& line) -> std::string {
        try {
            quantise(line);
        } catch (const Error& error) {
            return error.what();
        }
        return "accepted";
    };
    EXPECT_EQ(refusal({3, 8, 1e300, 2}),
              "wa: makes block 2 1e+300 channels wide; expected a line that stays below 2^53 channels");
    // The line is within the limit, its level is not: 8 times 1e8 to the second power.
    EXPECT_EQ(refusal({2, 8, 8e15, 1e8}),
              "wa: makes block 2 8e+16 channels wide; expected a line that stays below 2^53 channels");
    EXPECT_THAT(refusal({13, 24, 36.44, 1.0000000000000002}),
                testing::MatchesRegex("wm: puts block [0-9]+ on level [0-9.e+]+; expected a larger wm, with "
                                      "levels below 2.53"));
}

TEST(Quantise, RefusesWidthsThatCannotBeCounted)
{
    EXPECT_THROW(quantise({3, 8, 1e300, 2}), Error);
    EXPECT_THROW(quantise({3, 8, 1.7e308, 2}), Error);
    EXPECT_NO_THROW(quantise({1024, 8, 1e12, 2}));
}

} // namespace
} // namespace regnet
