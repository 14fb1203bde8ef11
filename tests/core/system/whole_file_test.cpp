// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/whole_file.h"

#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace regnet {
namespace {

TEST(WholeFile, WhatKilledWritersLeftGoesAndNothingElse)
{
    const TemporaryFolder folder;
    for (const char* file :
         {"job.json", "job.json.tmp12", "end.json.tmp7", "job.json.tmp", "notes.tmp7x", ".tmp8"})
        std::ofstream(folder / file) << "x";
    removeTemporaries(folder.path());
    std::vector<std::string> left;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        left.push_back(entry.path().filename().string());
    EXPECT_THAT(left, testing::UnorderedElementsAre("job.json", "job.json.tmp", "notes.tmp7x"));
    removeTemporaries(folder / "nowhere");
}

TEST(WholeFile, APipeIsRefusedRatherThanWaitedFor)
{
    const TemporaryFolder folder;
    const std::filesystem::path pipe = folder / "wishes.json";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(problemOf([&] { readWhole(pipe); }), pipe.string() + ": cannot be read: not an ordinary file");
}

} // namespace
} // namespace regnet
