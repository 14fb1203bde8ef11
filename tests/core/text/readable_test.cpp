// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/readable.h"

#include <gtest/gtest.h>

#include <limits>

namespace regnet {
namespace {

TEST(ReadableCount, KeepsThreeDigits)
{
    EXPECT_EQ(readableCount(0), "0");
    EXPECT_EQ(readableCount(999), "999");
    EXPECT_EQ(readableCount(199'040'872), "199 M");
    EXPECT_EQ(readableCount(3'143'000), "3.14 M");
    EXPECT_EQ(readableCount(12'100'000'000), "12.1 G");
    EXPECT_EQ(readableCount(999'600'000), "1.00 G");
}

TEST(ExactCount, GroupsThousands)
{
    EXPECT_EQ(exactCount(0), "0");
    EXPECT_EQ(exactCount(-1234), "-1,234");
    EXPECT_EQ(exactCount(199'040'872), "199,040,872");
}

TEST(ReadableDuration, UsesTwoUnits)
{
    EXPECT_EQ(readableDuration(41.6), "42 s");
    EXPECT_EQ(readableDuration(200), "3 min 20 s");
    EXPECT_EQ(readableDuration(7500), "2 h 5 min");
    EXPECT_EQ(readableDuration(273'600), "3 d 4 h");
    EXPECT_EQ(readableDuration(std::numeric_limits<double>::quiet_NaN()), "");
}

TEST(Shortened, KeepsThePlacesThatTheResolutionTellsApart)
{
    EXPECT_EQ(shortened(24.739810451999595, 1e-4), 24.7398);
    EXPECT_EQ(shortened(88.82539130434783, 0.15), 88.8);
    EXPECT_EQ(shortened(-88.82539130434783, 0.15), -88.8);
    EXPECT_EQ(shortened(199'040'872, 250'000), 199'000'000); // places of 100,000
    EXPECT_EQ(shortened(0.97, 1), 1);
    EXPECT_EQ(shortened(3e-17, 0.01), 0);
    EXPECT_EQ(shortest(shortened(-0.001, 0.1)), "0");
    EXPECT_EQ(shortened(1e300, 1e290), 1e300);
}

TEST(Shortened, LeavesWhatHasNoResolution)
{
    EXPECT_EQ(shortened(1.0 / 3, 0), 1.0 / 3);
    EXPECT_EQ(shortened(1.0 / 3, std::numeric_limits<double>::quiet_NaN()), 1.0 / 3);
    EXPECT_EQ(shortened(1.0 / 3, 1e-30), 1.0 / 3);
    constexpr double infinite = std::numeric_limits<double>::infinity();
    EXPECT_EQ(shortened(infinite, 1), infinite);
}

} // namespace
} // namespace regnet
