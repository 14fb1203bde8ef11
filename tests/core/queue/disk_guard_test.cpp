// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/disk_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::int64_t mb = 1 << 20;

TEST(DiskGuard, HoldsBelowTheMarkAndGoesOnWithSomeRoomMore)
{
    DiskGuard guard(100 * mb, "/spool");
    EXPECT_THAT(guard.hold(100 * mb, 0, 0), IsEmpty());
    EXPECT_EQ(guard.hold(99 * mb, 0, 1),
              "only 99 MB are left on the disk of /spool; it goes on by itself when there are 101");
    EXPECT_THAT(guard.hold(124 * mb, 0, 2), HasSubstr("only 124 MB are left"));
    EXPECT_THAT(guard.hold(125 * mb, 0, 3), IsEmpty());
    EXPECT_THAT(guard.hold(101 * mb, 0, 4), IsEmpty());
}

TEST(DiskGuard, CountsWhatTheNextJobNeeds)
{
    DiskGuard guard(100 * mb, "/spool");
    EXPECT_THAT(guard.hold(150 * mb, 60 * mb, 0), HasSubstr("only 150 MB are left"));
    EXPECT_THAT(guard.hold(190 * mb, 60 * mb, 1), IsEmpty());
}

TEST(DiskGuard, StopsWhatRunsWhileThereIsRoomForACheckpoint)
{
    const DiskGuard guard(100 * mb, "/spool");
    EXPECT_FALSE(guard.isNearlyFull(50 * mb));
    EXPECT_TRUE(guard.isNearlyFull(49 * mb));
    EXPECT_FALSE(guard.isNearlyFull(-1)) << "a file system that does not say";
}

TEST(DiskGuard, AQuotaIsBelievedAndTriedAgainInAMinute)
{
    DiskGuard guard(100 * mb, "/spool");
    guard.noteFull(10, "/spool/x: cannot be written");
    EXPECT_THAT(guard.hold(1000 * mb, 0, 69), HasSubstr("the disk is full: /spool/x"));
    EXPECT_THAT(guard.hold(1000 * mb, 0, 71), IsEmpty());
}

TEST(DiskGuard, KnowsTheWordsOfAFullDisk)
{
    EXPECT_TRUE(saysDiskFull("checkpoint: cannot be written: No space left on device"));
    EXPECT_TRUE(saysDiskFull("write: Disk quota exceeded"));
    EXPECT_TRUE(saysDiskFull("runs.db: cannot be written: the disk is full"));
    EXPECT_FALSE(saysDiskFull("Permission denied"));
}

} // namespace
} // namespace regnet
