// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/file_identity.h"

#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace regnet {
namespace {

TEST(FileIdentity, AFileThatWasReplacedOrTakenAwayIsAnother)
{
    const TemporaryFolder folder;
    const auto file = folder / "lock";
    std::ofstream(file) << "one";
    const int open = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    ASSERT_GE(open, 0);
    EXPECT_TRUE(isAt(open, file));
    std::ofstream(folder / "other") << "one";
    std::filesystem::rename(folder / "other", file);
    EXPECT_FALSE(isAt(open, file));
    std::filesystem::remove(file);
    EXPECT_FALSE(isAt(open, file));
    ::close(open);
}

} // namespace
} // namespace regnet
