// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/output_file.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

struct Way
{
    const char* name;
    std::function<void(const fs::path&, std::string_view)> write;
};

/// The two ways in which outputs are written: results that the disk must have, and texts.
class OutputFile : public testing::TestWithParam<Way>
{
protected:
    void write(const fs::path& file, std::string_view bytes) const { GetParam().write(file, bytes); }
    std::size_t filesThere() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
    }

    TemporaryFolder folder;
};

TEST_P(OutputFile, AnOrdinaryFileIsReplacedWhole)
{
    write(folder / "out.csv", "first");
    write(folder / "out.csv", "second");
    EXPECT_EQ(readTextFile(folder / "out.csv"), "second");
    EXPECT_EQ(filesThere(), 1U);
}

TEST_P(OutputFile, ASymbolicLinkStaysAndItsTargetIsReplacedWhole)
{
    fs::create_directory(folder / "kept");
    writeTextFile(folder / "kept/target.csv", "before");
    fs::create_symlink("kept/target.csv", folder / "first");
    fs::create_symlink("first", folder / "second");
    const std::string twin = folder / "twin";
    fs::create_hard_link(folder / "kept/target.csv", twin);
    write(folder / "second", "after");
    EXPECT_TRUE(fs::is_symlink(folder / "first"));
    EXPECT_TRUE(fs::is_symlink(folder / "second"));
    EXPECT_EQ(readTextFile(folder / "kept/target.csv"), "after");
    EXPECT_EQ(readTextFile(twin), "before") << "the target is replaced rather than written over";
}

TEST_P(OutputFile, ALinkToNothingYetMakesItsTarget)
{
    fs::create_symlink(folder / "new.csv", folder / "link");
    write(folder / "link", "made");
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(readTextFile(folder / "new.csv"), "made");
}

TEST_P(OutputFile, LinksInACircleAreRefused)
{
    fs::create_symlink(folder / "b", folder / "a");
    fs::create_symlink(folder / "a", folder / "b");
    EXPECT_EQ(problemOf([&] { write(folder / "a", "x"); }),
              (folder / "a").string() + ": cannot be written: Too many levels of symbolic links");
}

TEST_P(OutputFile, APipeIsWrittenIntoAndStaysOne)
{
    const fs::path pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    write(pipe, "through");
    char bytes[16] = {};
    EXPECT_EQ(::read(reader, bytes, sizeof bytes), 7);
    EXPECT_STREQ(bytes, "through");
    EXPECT_TRUE(fs::is_fifo(pipe));
    EXPECT_EQ(filesThere(), 1U);
    ::close(reader);
}

TEST_P(OutputFile, ADeviceTakesItOrSaysThatItIsFull)
{
    // Links, so that nothing of the machine is at stake where this fails as root.
    fs::create_symlink("/dev/null", folder / "null");
    fs::create_symlink("/dev/full", folder / "full");
    write(folder / "null", "gone");
    EXPECT_TRUE(fs::is_character_file(folder / "null"));
    EXPECT_EQ(problemOf([&] { write(folder / "full", "too much"); }),
              (folder / "full").string() + ": cannot be written: No space left on device");
    EXPECT_EQ(filesThere(), 2U);
}

TEST_P(OutputFile, WhatThisProgramHasOpenIsWrittenOn)
{
    const int file = ::open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_EQ(::write(file, "before ", 7), 7);
    write("/dev/fd/" + std::to_string(file), "here ");
    ASSERT_EQ(::write(file, "after", 5), 5);
    ::close(file);
    EXPECT_EQ(readTextFile(folder / "log"), "before here after");
}

TEST_P(OutputFile, AFolderIsRefused)
{
    fs::create_directory(folder / "folder");
    EXPECT_NE(problemOf([&] { write(folder / "folder", "x"); }), "no problem");
    EXPECT_TRUE(fs::is_directory(folder / "folder"));
    EXPECT_EQ(filesThere(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Ways, OutputFile,
                         testing::Values(Way{"Output", writeOutput}, Way{"Text", writeTextFile}),
                         [](const auto& way) { return std::string(way.param.name); });

TEST(RequireWritable, LooksAtTheFolderThatALinkLeadsTo)
{
    const TemporaryFolder folder;
    fs::create_symlink(folder.path() / "nowhere/out.csv", folder / "link");
    EXPECT_EQ(problemOf([&] { requireWritable(folder / "link"); }),
              (folder / "link").string() +
                  ": cannot be written: its folder does not exist; expected a folder that you can write to");
    fs::create_symlink("/dev/null", folder / "null");
    EXPECT_EQ(problemOf([&] { requireWritable(folder / "null"); }), "no problem");
}

} // namespace
} // namespace regnet
