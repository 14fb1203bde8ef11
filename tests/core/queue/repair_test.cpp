// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/repair.h"

#include "core/system/whole_file.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class RepairTest : public QueueTest
{
protected:
    std::string trained() const
    {
        Store store(file, "test");
        add(store, 3);
        workOff(store);
        return store.resultsDump();
    }
};

TEST_F(RepairTest, WhereAllIsWellNothingIsChanged)
{
    const std::string before = trained();
    const RepairReport report = repairStore(file, spool, "test");
    EXPECT_TRUE(report.found.empty());
    EXPECT_FALSE(report.rebuilt);
    EXPECT_EQ(report.jobFiles + report.populationFiles, 0);
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
}

TEST_F(RepairTest, ADamagedStoreIsMadeAnew)
{
    const std::string before = trained();
    {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(4096 * 3);
        bytes << std::string(4096 * 4, '\x5a');
    }
    for (const char* suffix : {"-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
    const RepairReport report = repairStore(file, spool, "test");
    EXPECT_FALSE(report.found.empty());
    ASSERT_TRUE(report.rebuilt);
    EXPECT_EQ(report.rebuilt->results, 3);
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
}

TEST_F(RepairTest, DamageOfTheSpoolIsToldAndLeftAsItIs)
{
    trained();
    EXPECT_THAT(damageOfSpool(spool), testing::IsEmpty());
    EXPECT_THAT(damageOfSpool(Spool(folder / "none.spool")), testing::IsEmpty());
    const auto damaged = jobFile(spool.jobFolder(jobOfDepth(1)));
    std::ofstream(damaged) << "{ damaged";
    std::filesystem::copy_file(jobFile(spool.jobFolder(jobOfDepth(2))),
                               jobFile(spool.jobFolder(jobOfDepth(3))),
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_THAT(damageOfSpool(spool), testing::UnorderedElementsAre(testing::StartsWith(damaged.string()),
                                                                    spool.jobFolder(jobOfDepth(3)).string() +
                                                                        ": holds another job"));
    EXPECT_EQ(readWhole(damaged), "{ damaged");
    if (geteuid() != 0) { // root may read everything
        const auto hidden = spool.jobFolder(jobOfDepth(2));
        std::filesystem::permissions(hidden, std::filesystem::perms::none);
        EXPECT_THAT(damageOfSpool(spool),
                    testing::Contains(hidden.string() + ": cannot be read: Permission denied"));
        std::filesystem::permissions(hidden, std::filesystem::perms::owner_all);
    }
    std::ofstream(folder / "file.spool") << "no folder";
    EXPECT_THAT(damageOfSpool(Spool(folder / "file.spool")),
                testing::ElementsAre((folder / "file.spool").string() + ": is no folder"));
}

TEST_F(RepairTest, WhatIsDamagedInTheSpoolIsWrittenFromTheStore)
{
    const std::string before = trained();
    std::ofstream(jobFile(spool.jobFolder(jobOfDepth(1)))) << "{ damaged";
    std::filesystem::remove_all(spool.jobFolder(jobOfDepth(2)));
    for (const auto& entry : std::filesystem::directory_iterator(spool.root() / "populations"))
        std::ofstream(entry.path()) << "{ damaged";
    const RepairReport report = repairStore(file, spool, "test");
    EXPECT_EQ(report.jobFiles, 2);
    EXPECT_EQ(report.populationFiles, 1);
    EXPECT_THAT(report.found, testing::Contains(HasSubstr("job.json")));
    EXPECT_TRUE(std::filesystem::exists(jobFile(spool.jobFolder(jobOfDepth(1))).string() + ".damaged"));
    EXPECT_EQ(readJob(spool.jobFolder(jobOfDepth(2))).id, jobOfDepth(2));
    std::vector<Problem> problems;
    ASSERT_EQ(spool.populations(problems).size(), 1u);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(spool.populations(problems)[0].trainings, std::vector{smallTraining()});
    EXPECT_EQ(StoreReader(file).resultsDump(), before);
}

TEST_F(RepairTest, AStoreThatLostItsLogIsNotTakenForAnEmptyOne)
{
    trained();
    EXPECT_FALSE(problemOfEmptiness(StoreReader(file), spool));
    std::filesystem::remove(file);
    { // as a copy of the file alone is, made before the first checkpoint
        const Store empty(file, "test");
    }
    const auto problem = problemOfEmptiness(StoreReader(file), spool);
    ASSERT_TRUE(problem);
    EXPECT_THAT(sentence(*problem), HasSubstr("has no job, but its spool"));
    EXPECT_THAT(sentence(*problem), HasSubstr("\"regnet store rebuild\" makes the store anew"));
    EXPECT_FALSE(problemOfEmptiness(StoreReader(file), Spool(folder / "other.spool")));
    rebuildStore(file, spool, "test");
    EXPECT_FALSE(problemOfEmptiness(StoreReader(file), spool));
}

TEST_F(RepairTest, ABackupIsWholeAndNeverInTheWay)
{
    const std::string before = trained();
    {
        const Store writer(file, "another program"); // which works meanwhile
        StoreReader(file).backup(folder / "copies" / "monday.db");
    }
    EXPECT_EQ(StoreReader(folder / "copies" / "monday.db").resultsDump(), before);
    EXPECT_TRUE(StoreReader(folder / "copies" / "monday.db").fullCheck().empty());
    try {
        StoreReader(file).backup(folder / "copies" / "monday.db");
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("is there already"));
    }
}

TEST_F(RepairTest, ABackupThatIsStoppedLeavesNothingBehind)
{
    Store store(file, "test");
    add(store, 300); // enough rows for SQLite to ask
    const std::filesystem::path copy = folder / "copies" / "monday.db";
    int asked = 0;
    try {
        store.backup(copy, [&asked] { return ++asked > 1; });
        FAIL() << "no problem";
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()), copy.string() + ": was stopped; nothing was kept");
    }
    EXPECT_TRUE(std::filesystem::is_empty(copy.parent_path())) << "no half-written file";
    store.backup(copy, [] { return false; });
    EXPECT_EQ(StoreReader(copy).resultsDump(), store.resultsDump()) << "the connection goes on";
}

} // namespace
} // namespace regnet
