// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/local_disk.h"

#include "core/problem.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(LocalDisk, KnowsNetworkFileSystemsByTheirNumber)
{
    EXPECT_EQ(networkFileSystem(0x6969, ""), "nfs");
    EXPECT_EQ(networkFileSystem(0xFF534D42, ""), "cifs");
    EXPECT_EQ(networkFileSystem(0x0BD00BD0, ""), "lustre");
    EXPECT_EQ(networkFileSystem(0xEF53, ""), "") << "ext4 is local";
}

TEST(LocalDisk, TellsFuseFileSystemsApartByTheirType)
{
    EXPECT_EQ(networkFileSystem(0x65735546, "fuse.sshfs"), "fuse.sshfs");
    EXPECT_EQ(networkFileSystem(0x65735546, "fuseblk"), "") << "NTFS on a local disk";
}

TEST(LocalDisk, AFileThatIsNotThereIsJudgedByItsFolder)
{
    const TemporaryFolder folder;
    EXPECT_EQ(networkFileSystem(folder / "not" / "yet" / "runs.db"), "");
    EXPECT_NO_THROW(requireLocalDisk(folder / "runs.db"));
}

} // namespace
} // namespace regnet
