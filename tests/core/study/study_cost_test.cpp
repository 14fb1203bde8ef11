// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_cost.h"

#include "core/store/store.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace regnet {
namespace {

class StudyCostTest : public testing::Test
{
protected:
    static StudyPlan plan(std::int64_t n)
    {
        StudyChoice choice;
        choice.n = n;
        choice.keys = {"AnyNetX_A", "RegNetX"};
        return planOf(openStudy("fig9"), choice);
    }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
    const std::vector<DeviceSlots> m_slots{DeviceSlots{"cpu", "", 2, 0}};
};

TEST_F(StudyCostTest, WithoutAStoreEverythingIsLeftAndNoTimeIsKnown)
{
    const StudyCost cost = costOf(plan(4), m_slots, nullptr);
    EXPECT_EQ(cost.networks, 8);
    EXPECT_EQ(cost.left, 8);
    EXPECT_EQ(cost.epochs, 8 * 6); // cpu-tour has six
    EXPECT_GT(cost.flops, 8.0 * 6 * 2560 * 2.5e6);
    EXPECT_LT(cost.flops, 8.0 * 6 * 2560 * 3.0e6);
    EXPECT_FALSE(cost.seconds);
}

// More networks than are looked at: the rest is estimated from those.
TEST_F(StudyCostTest, GrowsWithTheNumberOfNetworks)
{
    const StudyCost few = costOf(plan(30), m_slots, nullptr);
    const StudyCost many = costOf(plan(300), m_slots, nullptr);
    EXPECT_EQ(many.epochs, 10 * few.epochs);
    EXPECT_NEAR(many.flops / few.flops, 10, 1e-9);
}

TEST_F(StudyCostTest, WhatIsQueuedIsCountedAndOfTwoKeysWithOneNameOnce)
{
    Store store(m_folder / "s.db", "test");
    store.add(sampled(plan(3).populations.at(0)));
    const StudyCost cost = costOf(plan(3), m_slots, &store);
    EXPECT_TRUE(cost.standings.at(0).isInStore);
    EXPECT_EQ(cost.standings.at(0).jobs.open(), 3);
    EXPECT_FALSE(cost.standings.at(1).isInStore);
    EXPECT_EQ(cost.left, 6);
    StudyPlan twice = plan(3);
    twice.populations.push_back(twice.populations.front());
    EXPECT_EQ(standingOf(twice, &store).networks, 6);
    EXPECT_EQ(standingOf(StudyPlan{}, nullptr).networks, 0);
}

} // namespace
} // namespace regnet
