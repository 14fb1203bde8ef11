// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/readable_file.h"

#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

class ReadableFile : public testing::Test
{
protected:
    static std::string required(const fs::path& file)
    {
        return problemOf([&] { requireReadableFile(file); });
    }
    static std::string refused(const fs::path& word)
    {
        return problemOf([&] { refuseOtherThanFile(word); });
    }

    TemporaryFolder folder;
};

TEST_F(ReadableFile, WhatIsNoneIsCalledByItsKind)
{
    const fs::path pipe = folder / "pipe", loop = folder / "loop", file = folder / "file";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    fs::create_symlink("loop", loop);
    std::ofstream(file) << "x";
    EXPECT_EQ(required(file), "no problem");
    EXPECT_EQ(required(pipe), pipe.string() + ": is a pipe; expected a file");
    EXPECT_EQ(required(folder.path()), folder.path().string() + ": is a folder; expected a file");
    EXPECT_EQ(required("/dev/null"), "/dev/null: is a device; expected a file");
    EXPECT_EQ(required(loop), loop.string() + ": cannot be read: Too many levels of symbolic links");
    EXPECT_EQ(required(folder / "none"), (folder / "none").string() + ": does not exist");
    EXPECT_EQ(required(file / "below"), (file / "below").string() + ": does not exist");
}

TEST_F(ReadableFile, OneThatMayNotBeReadIsBadInput)
{
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const fs::path file = folder / "secret";
    std::ofstream(file) << "x";
    fs::permissions(file, fs::perms::none);
    try {
        requireReadableFile(file);
        FAIL() << "it was allowed";
    } catch (const Error& error) {
        EXPECT_EQ(error.problem().kind, ProblemKind::BadInput);
        EXPECT_STREQ(error.what(), (file.string() + ": cannot be read: Permission denied").c_str());
    }
}

TEST_F(ReadableFile, AWordOfWhichThereIsNoFileMayBeAName)
{
    EXPECT_EQ(refused(folder / "none"), "no problem");
    EXPECT_EQ(refused(std::string(5000, 'a')), "no problem");
    EXPECT_EQ(refused(""), "no problem");
    EXPECT_EQ(refused(folder.path()), folder.path().string() + ": is a folder; expected a file");
}

} // namespace
} // namespace regnet
