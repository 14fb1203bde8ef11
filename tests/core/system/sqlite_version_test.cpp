// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/sqlite_version.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(SqliteVersion, TheWalResetBugIsIn3_7_0To3_51_2)
{
    EXPECT_FALSE(hasWalResetBug(3006023)) << "before WAL mode";
    EXPECT_TRUE(hasWalResetBug(3007000));
    EXPECT_TRUE(hasWalResetBug(3040001)) << "Debian 12";
    EXPECT_TRUE(hasWalResetBug(3051002));
    EXPECT_FALSE(hasWalResetBug(3051003));
}

TEST(SqliteVersion, TextAndNumberAreTheSameVersion)
{
    const int number = sqliteVersionNumber();
    EXPECT_EQ(sqliteVersion(), std::to_string(number / 1000000) + "." + std::to_string(number / 1000 % 1000) +
                                   "." + std::to_string(number % 1000));
}

} // namespace
} // namespace regnet
