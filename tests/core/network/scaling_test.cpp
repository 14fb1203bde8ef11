// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/scaling.h"

#include "core/network/published.h"
#include "tests/core/network/reference.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(ScaleFactors, AllCasesOfPyclsAreEqual)
{
    const auto& cases = pyclsReference("scaling");
    ASSERT_EQ(cases.size(), 50u);
    for (const auto& row : cases) {
        const ScaleFactors by = scaleFactors(row.at("type").get<std::string>(), row.at("factor"));
        const auto& expected = row.at("d_w_g_r");
        EXPECT_DOUBLE_EQ(by.depth, expected[0].get<double>()) << row;
        EXPECT_DOUBLE_EQ(by.width, expected[1].get<double>()) << row;
        EXPECT_DOUBLE_EQ(by.groupWidth, expected[2].get<double>()) << row;
        EXPECT_DOUBLE_EQ(by.resolution, expected[3].get<double>()) << row;
    }
}

TEST(ScaleFactors, RefusesWhatCannotBeRead)
{
    for (const char* scheme : {"", "x", "d1w1", "d1_", "_d1", "d_w1", "d-1", "d1__w1", "dinf", "d1_x2"})
        EXPECT_THROW(scaleFactors(scheme, 2), Error) << scheme;
    EXPECT_THROW(scaleFactors("dwr", 0), Error);
    EXPECT_THROW(scaleFactors("dwr", -1), Error);
}

TEST(Scaled, RoundsEverySizeAsPycls)
{
    NetworkSpec spec;
    spec.stages = {{24, 1, 2, 1, 8}, {56, 1, 2, 1, 8}, {152, 4, 2, 1, 8}, {368, 7, 2, 1, 8}};
    // Factor 4 on depth alone.
    EXPECT_EQ(scaled(spec, "d", 4).stages[3], (Stage{368, 28, 2, 1, 8}));
    // Width 2: 24 -> 48, 56 -> 112; resolution 2 in FLOPs is sqrt(2) in side, 316.8 -> 316.
    EXPECT_EQ(scaled(spec, "w", 4).stages[1], (Stage{112, 1, 2, 1, 8}));
    EXPECT_EQ(scaled(spec, "r", 2).resolution, 316);
    // Group width 8 * sqrt(2) = 11.3 -> 11 -> 8; 5 -> 4 with a factor of 1.
    spec.stages[0].groupWidth = 5;
    EXPECT_EQ(scaled(spec, "d", 1).stages[0].groupWidth, 4);
}

TEST(Scaled, ARegnetBecomesItsBuiltStages)
{
    const NetworkSpec& model = publishedModel("RegNetX-400MF").spec;
    const NetworkSpec same = scaled(model, "d1_w8_g8_r1", 1);
    EXPECT_FALSE(same.regnet.has_value());
    ASSERT_EQ(same.stages.size(), 4u);
    EXPECT_EQ(same.stages[0], (Stage{32, 1, 2, 1, 16}));
    EXPECT_EQ(same.stages[3], (Stage{384, 12, 2, 1, 16}));
    EXPECT_EQ(realise(same), realise(model));
    NetworkSpec wrong = model;
    wrong.resolution = 0;
    EXPECT_THROW(scaled(wrong, "d", 2), Error);
    EXPECT_THROW(scaled(model, "d", 1e300), Error);
}

} // namespace
} // namespace regnet
