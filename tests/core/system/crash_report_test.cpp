// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/crash_report.h"

#include "core/text/version.h"

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace regnet {
namespace {

using testing::HasSubstr;

class CrashReportTest : public testing::Test
{
protected:
    CrashReportTest()
    {
        folder = std::filesystem::temp_directory_path() /
                 ("regnet_crash_" + std::to_string(::getpid()) + "_" +
                  testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder);
    }
    ~CrashReportTest() override { std::filesystem::remove_all(folder); }

    std::filesystem::path folder;
};

using CrashReportDeathTest = CrashReportTest;

TEST_F(CrashReportDeathTest, ASignalLeavesAReportAndKillsAllTheSame)
{
    EXPECT_EXIT(
        {
            keepCrashReports(folder, "regnet-explorer");
            std::raise(SIGSEGV);
        },
        testing::KilledBySignal(SIGSEGV), "");
    const auto reports = crashReports(folder);
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_THAT(reports[0].text, HasSubstr("regnet-explorer " + std::string(version())));
    EXPECT_THAT(reports[0].text, HasSubstr("SIGSEGV"));
    EXPECT_THAT(reports[0].text, HasSubstr("Stack:\n"));
}

TEST_F(CrashReportDeathTest, AnExceptionThatNobodyCaughtSaysItsWords)
{
    EXPECT_EXIT(
        {
            keepCrashReports(folder, "regnet-explorer");
            std::thread([] { throw std::runtime_error("the disk has gone"); }).join();
        },
        testing::KilledBySignal(SIGABRT), "");
    const auto reports = crashReports(folder);
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_THAT(reports[0].text, HasSubstr("nobody caught: the disk has gone"));
    EXPECT_THAT(reports[0].text, HasSubstr("SIGABRT"));
}

TEST_F(CrashReportDeathTest, AProgramThatEndsWellLeavesNone)
{
    EXPECT_EXIT(
        {
            keepCrashReports(folder, "regnet-explorer");
            std::exit(0);
        },
        testing::ExitedWithCode(0), "");
    EXPECT_TRUE(crashReports(folder).empty());
}

TEST_F(CrashReportTest, ReportsComeNewestFirstAndOtherFilesAreNone)
{
    EXPECT_TRUE(crashReports(folder).empty());
    std::filesystem::create_directories(folder);
    for (const char* name : {"a-1.txt", "a-2.txt", "notes.md"})
        std::ofstream(folder / name) << name;
    const auto now = std::filesystem::file_time_type::clock::now();
    std::filesystem::last_write_time(folder / "a-1.txt", now);
    std::filesystem::last_write_time(folder / "a-2.txt", now - std::chrono::hours(1));
    const auto reports = crashReports(folder);
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(reports[0].text, "a-1.txt");
    EXPECT_EQ(reports[1].text, "a-2.txt");
}

} // namespace
} // namespace regnet
