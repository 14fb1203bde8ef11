// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/rebuild.h"

#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

class RebuildTest : public QueueTest
{
};

TEST_F(RebuildTest, TheSpoolAloneGivesTheSameStore)
{
    script("2 fail 65\n3 crash 2\n4 crash_once 3\n5 garbage\n");
    std::string before;
    {
        Store store(file, "test");
        add(store, 6);
        carryOut({QueueRequest::Action::Cancel, {{jobOfDepth(6)}, {}}, 0, {}}, store, spool);
        workOff(store);
        before = store.resultsDump();
    }
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_EQ(report.populations, 1);
    EXPECT_EQ(report.jobs, 6);
    EXPECT_EQ(report.results, 3);
    EXPECT_TRUE(report.problems.empty());
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
    EXPECT_EQ(StoreReader(file).job(jobOfDepth(6))->state, JobState::Cancelled);
}

TEST_F(RebuildTest, ADamagedStoreIsSetAsideAndNotDeleted)
{
    {
        Store store(file, "test");
        add(store, 1);
        workOff(store);
    }
    std::ofstream(file) << "no database any more, and long enough to be read as one "
                        << std::string(500, 'x');
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_TRUE(std::filesystem::exists(report.oldStore));
    EXPECT_EQ(StoreReader(file).counts().of(JobState::Done), 1);
}

TEST_F(RebuildTest, ALostPopulationFileLeavesTheResults)
{
    {
        Store store(file, "test");
        add(store, 2);
        workOff(store);
    }
    for (const auto& entry : std::filesystem::directory_iterator(spool.root() / "populations"))
        std::ofstream(entry.path()) << "{ damaged";
    const RebuildReport report = rebuildStore(file, spool, "test");
    EXPECT_EQ(report.problems.size(), 1u);
    EXPECT_EQ(report.results, 2);
    const auto populations = StoreReader(file).populations();
    ASSERT_EQ(populations.size(), 1u);
    EXPECT_EQ(populations[0].name, "recovered 1 (three)");
    EXPECT_EQ(populations[0].jobs.of(JobState::Done), 2);
}

TEST_F(RebuildTest, NeedsASpoolAndTheLock)
{
    EXPECT_THROW(rebuildStore(file, Spool(folder / "missing"), "test"), Error);
    const Store store(file, "regnet train");
    spool.create();
    try {
        rebuildStore(file, spool, "test");
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("is being written by regnet train"));
    }
}

} // namespace
} // namespace regnet
