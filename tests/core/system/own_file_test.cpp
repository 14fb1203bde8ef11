// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/own_file.h"

#include "core/system/whole_file.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

constexpr int anew = O_RDWR | O_CREAT | O_TRUNC;

TEST(OwnFile, IsMadeAndOpenedAgain)
{
    const TemporaryFolder folder;
    for (int i = 0; i < 2; ++i) {
        const int file = openOwnFile(folder / "lock", anew);
        EXPECT_GE(file, 0);
        ::close(file);
    }
    EXPECT_TRUE(std::filesystem::is_regular_file(folder / "lock"));
}

TEST(OwnFile, ALinkIsNamedAndWhatItLeadsToIsLeftAlone)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "thesis.tex") << "years of work";
    std::filesystem::create_symlink("thesis.tex", folder / "lock");
    EXPECT_EQ(problemOf([&] { openOwnFile(folder / "lock", anew); }),
              (folder / "lock").string() + ": is a link to thesis.tex, and nothing is written through one; "
                                           "expected no link there: remove it");
    EXPECT_EQ(readWhole(folder / "thesis.tex"), "years of work");
}

TEST(OwnFile, ALinkToNothingMakesNothing)
{
    const TemporaryFolder folder;
    std::filesystem::create_symlink("later", folder / "lock");
    EXPECT_THAT(problemOf([&] { openOwnFile(folder / "lock", anew); }), testing::HasSubstr("is a link"));
    EXPECT_FALSE(std::filesystem::exists(folder / "later"));
}

TEST(OwnFile, APipeIsRefusedRatherThanWaitedFor)
{
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "lock").c_str(), 0600), 0);
    for (const int flags : {O_RDWR | O_CREAT, O_WRONLY | O_CREAT})
        EXPECT_EQ(problemOf([&] { openOwnFile(folder / "lock", flags); }),
                  (folder / "lock").string() + ": is no ordinary file");
}

TEST(OwnFile, SaysWhyItCannotBeWritten)
{
    const TemporaryFolder folder;
    const std::filesystem::path lock = folder / "missing" / "lock";
    EXPECT_EQ(problemOf([&] { openOwnFile(lock, anew); }),
              lock.string() + ": cannot be written: No such file or directory");
    EXPECT_EQ(problemOf([&] { openOwnFile(lock, anew, "what it becomes"); }),
              "what it becomes: cannot be written: No such file or directory");
}

// A link beside a file of ours, under the name that it has until it is whole.
TEST(OwnFile, AFileThatIsWrittenWholeIsNotWrittenThroughALink)
{
    const TemporaryFolder folder;
    std::ofstream(folder / "thesis.tex") << "years of work";
    std::filesystem::create_symlink("thesis.tex", folder / ("a.json.tmp" + std::to_string(::getpid())));
    EXPECT_THAT(problemOf([&] { writeWhole(folder / "a.json", "{}"); }), testing::HasSubstr("is a link"));
    EXPECT_EQ(readWhole(folder / "thesis.tex"), "years of work");
}

} // namespace
} // namespace regnet
