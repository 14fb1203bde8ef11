// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/space_size.h"

#include "core/space/built_in_spaces.h"
#include "core/text/resources.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

struct Row
{
    const char* space;
    std::int64_t dimensions;
    const char* exact;
};

// Table 1 of the paper, counted exactly: its factorials are approximations.
TEST(SpaceSize, Table1)
{
    for (const Row& row : {Row{"AnyNetX_A", 16, "1846757322198614016"},
                           Row{"AnyNetX_B", 13, "68398419340689408"}, Row{"AnyNetX_C", 10, "316659348799488"},
                           Row{"AnyNetX_D", 10, "13821510942720"}, Row{"AnyNetX_E", 10, "817446539520"}}) {
        const SpaceSize size = sizeOf(builtInSpace(row.space));
        EXPECT_EQ(size.settings, row.exact) << row.space;
        EXPECT_EQ(size.dimensions, row.dimensions) << row.space;
    }
    EXPECT_EQ(sizeOf(builtInSpace("AnyNetX_D")).printed->value, "13194139533312");
    EXPECT_EQ(sizeOf(builtInSpace("AnyNetX_E")).printed->value, "549755813888");
    EXPECT_EQ(sizeOf(builtInSpace("RegNetX")).printed->value, "301989888");
    EXPECT_EQ(sizeOf(builtInSpace("RegNetX")).dimensions, 6);
    EXPECT_EQ(sizeOf(builtInSpace("RegNetX_w0=wa")).dimensions, 5);
}

TEST(SpaceSize, TheOtherRestrictionsOfFigure7)
{
    DesignSpace c = builtInSpace("AnyNetX_C");
    std::get<AnyNetShape>(c.shape).widths = Order::Equal;
    EXPECT_EQ(settingsOf(c), "150994944");
    std::get<AnyNetShape>(c.shape).widths = Order::NonIncreasing;
    EXPECT_EQ(settingsOf(c), "13821510942720"); // as many as D
    DesignSpace d = builtInSpace("AnyNetX_D");
    std::get<AnyNetShape>(d.shape).depths = Order::Equal;
    EXPECT_EQ(settingsOf(d), "3374392320");
}

TEST(SpaceSize, FiveStagesAreBeyond64Bits)
{
    DesignSpace a = builtInSpace("AnyNetX_A");
    std::get<AnyNetShape>(a.shape).stages = 5;
    EXPECT_EQ(settingsOf(a), "68078861925529707085824"); // 36,864^5, 6.81e22
    DesignSpace e = builtInSpace("AnyNetX_E");
    std::get<AnyNetShape>(e.shape).stages = 5;
    EXPECT_EQ(settingsOf(e), "86322354573312");
    EXPECT_FALSE(isSmallerThan(a, 1'000'000));
}

TEST(SpaceSize, AChangedSpaceIsNotThePapers)
{
    DesignSpace space = builtInSpace("RegNetX");
    space.stride = 1;
    EXPECT_FALSE(sizeOf(space).printed);
}

} // namespace
} // namespace regnet
