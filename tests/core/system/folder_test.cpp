// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/folder.h"

#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

TEST(Folder, EntriesComeInTheOrderOfTheirNames)
{
    const TemporaryFolder folder;
    for (const char* name : {"b", "c", "a"})
        std::ofstream(folder / name) << name;
    EXPECT_THAT(sortedEntries(folder.path()), testing::ElementsAre(folder / "a", folder / "b", folder / "c"));
    EXPECT_TRUE(sortedEntries(folder / "missing").empty());
}

} // namespace
} // namespace regnet
