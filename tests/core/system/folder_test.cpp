// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/folder.h"

#include "tests/problem_of.h"
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
    EXPECT_EQ(listedEntries(folder.path()), sortedEntries(folder.path()));
}

TEST(Folder, WhatCannotBeReadIsNotTakenForWhatIsNotThere)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << "x";
    EXPECT_TRUE(listedEntries(folder / "missing").empty());
    EXPECT_TRUE(isThere(folder / "file"));
    EXPECT_FALSE(isThere(folder / "missing"));
    EXPECT_FALSE(isThere(folder / "file" / "below"));
    EXPECT_TRUE(listedEntries(folder / "file" / "below").empty());
    EXPECT_EQ(problemOf([&] { listedEntries(folder / "file"); }),
              (folder / "file").string() + ": cannot be read: Not a directory");
    std::filesystem::create_symlink("loop", folder / "loop"); // not even root can read it
    const std::string why = "cannot be read: Too many levels of symbolic links";
    EXPECT_EQ(problemOf([&] { listedEntries(folder / "loop"); }), (folder / "loop").string() + ": " + why);
    EXPECT_EQ(problemOf([&] { isThere(folder / "loop" / "below"); }),
              (folder / "loop" / "below").string() + ": " + why);
    EXPECT_TRUE(sortedEntries(folder / "loop").empty());
}

TEST(Folder, BehindALinkIsWhatItLeadsTo)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "file") << "x";
    std::filesystem::create_symlink("file", folder / "first");
    std::filesystem::create_symlink("first", folder / "second");
    std::filesystem::create_symlink("nowhere", folder / "dangling");
    const auto place = std::filesystem::canonical(folder / "file");
    EXPECT_EQ(behindLink(folder / "second"), place);
    for (const char* name : {"file", "dangling", "missing"})
        EXPECT_EQ(behindLink(folder / name), folder / name);
}

} // namespace
} // namespace regnet
