// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/task_record.h"

#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

class TaskRecordTest : public testing::Test
{
protected:
    void append(const std::string& text) const { std::ofstream(file, std::ios::app) << text; }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "0";
    TaskRecord record{file};
};

TEST_F(TaskRecordTest, TellsHowATaskFares)
{
    EXPECT_FALSE(record.read());
    EXPECT_FALSE(record.hasStarted());
    append("start 0 12 node7 1700000000\nbegin aa 2 1700000001\n");
    EXPECT_TRUE(record.read());
    EXPECT_TRUE(record.hasStarted());
    EXPECT_EQ(record.node(), "node7");
    EXPECT_EQ(record.runningJob(), "aa");
    EXPECT_EQ(record.exitOf("aa"), std::nullopt);
    append("exit aa 75 1700000002\nend 75 requeue 1700000003\n");
    record.read();
    EXPECT_EQ(record.exitOf("aa"), "75");
    EXPECT_EQ(record.why(), "requeue");
    append("start 1 12 node8 1700000004\nbegin aa 2 1700000005\nexit aa 0 1700000006\nexit bb held "
           "1700000007\nend 0 "
           "done 1700000008\n");
    record.read();
    EXPECT_EQ(record.restarts(), 1);
    EXPECT_EQ(record.exitOf("aa"), "0");
    EXPECT_EQ(record.exitOf("bb"), "held");
    EXPECT_TRUE(record.hasEnded());
    EXPECT_EQ(record.damagedLines(), 0);
}

TEST_F(TaskRecordTest, WaitsForTheRestOfALineThatIsHalfThere)
{
    append("start 0 12 node7 17000");
    EXPECT_FALSE(record.read());
    append("00000\nexit aa 1");
    EXPECT_TRUE(record.read());
    EXPECT_EQ(record.exitOf("aa"), std::nullopt);
    append("37 1700000001\n");
    record.read();
    EXPECT_EQ(record.exitOf("aa"), "137");
}

TEST_F(TaskRecordTest, AFileThatShrinksTakesNothingBack)
{
    append("start 0 12 node7 1700000000\nbegin aa 1 1700000001\n");
    record.read();
    std::ofstream(file) << "start 0 12";
    EXPECT_FALSE(record.read());
    EXPECT_EQ(record.runningJob(), "aa");
}

TEST_F(TaskRecordTest, CountsLinesThatAreNone)
{
    append("nonsense\nexit aa\n\nstart one two\nend 0 done 1700000000\n");
    record.read();
    EXPECT_EQ(record.damagedLines(), 4);
    EXPECT_EQ(record.why(), "done");
}

} // namespace
} // namespace regnet
