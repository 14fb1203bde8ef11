// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/store.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace regnet {
namespace {

class KeptStatementTest : public testing::Test
{
protected:
    KeptStatementTest()
    {
        database.sql().exec("CREATE TABLE number (value INTEGER)");
        database.sql().exec("INSERT INTO number VALUES (1), (2), (3)");
    }

    std::int64_t next(const KeptStatement& query) const
    {
        return query->executeStep() ? query->getColumn(0).getInt64() : 0;
    }

    TemporaryFolder folder;
    Database database{folder / "runs.db", Database::Access::Write};
    const char* all = "SELECT value FROM number WHERE value >= coalesce(?, 0) ORDER BY value";
};

TEST_F(KeptStatementTest, TheNextUseHasNeitherRowsNorValuesOfTheLast)
{
    const SQLite::Statement* made = nullptr;
    {
        const KeptStatement query(database, all);
        query->bind(1, 2);
        EXPECT_EQ(next(query), 2);
        made = &*query;
    }
    const KeptStatement again(database, all);
    EXPECT_EQ(&*again, made) << "it was kept";
    EXPECT_EQ(next(again), 1);
}

TEST_F(KeptStatementTest, TwoOfOneTextAtATimeDoNotDisturbEachOther)
{
    const KeptStatement outer(database, all);
    EXPECT_EQ(next(outer), 1);
    {
        const KeptStatement inner(database, all);
        inner->bind(1, 3);
        EXPECT_EQ(next(inner), 3);
    }
    EXPECT_EQ(next(outer), 2);
}

TEST_F(KeptStatementTest, OneThatWasLeftInTheMiddleHoldsNothing)
{
    {
        const KeptStatement query(database, all);
        EXPECT_EQ(next(query), 1);
    }
    // What a statement in the middle of its rows would refuse.
    database.sql().exec("DROP TABLE number");
    EXPECT_THROW(KeptStatement(database, all)->executeStep(), SQLite::Exception);
}

TEST_F(KeptStatementTest, OneThatFailedWorksTheNextTime)
{
    database.sql().exec("CREATE UNIQUE INDEX once ON number (value)");
    const std::string text = "INSERT INTO number VALUES (?)";
    for (const int value : {3, 4}) {
        const KeptStatement insert(database, text);
        insert->bind(1, value);
        if (value == 3)
            EXPECT_THROW(insert->exec(), SQLite::Exception);
        else
            EXPECT_EQ(insert->exec(), 1);
    }
}

TEST(DatabaseFile, APipeIsRefusedRatherThanWaitedFor)
{
    const TemporaryFolder folder;
    const std::filesystem::path pipe = folder / "pipe.db";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const auto access : {Database::Access::Read, Database::Access::Write})
        EXPECT_EQ(problemOf([&] { Database(pipe, access); }),
                  pipe.string() + ": is no store (not an ordinary file)");
}

/// A store as a program leaves it that is killed in the middle of a change, without SQLite's log: some of
/// the change in it, and a journal that takes it back.
std::filesystem::path cutOff(const TemporaryFolder& folder)
{
    const std::filesystem::path whole = folder / "whole.db", cut = folder / "cut.db";
    {
        const Database made(whole, Database::Access::Write);
    }
    SQLite::Database sql(whole.string(), SQLite::OPEN_READWRITE);
    sql.exec("PRAGMA journal_mode = DELETE");
    sql.exec("PRAGMA cache_size = 1"); // so that it reaches the file before it is finished
    sql.exec("BEGIN");
    sql.exec("WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 3000)"
             " INSERT INTO setting SELECT 'setting ' || value, 'x' FROM n");
    for (const char* suffix : {"", "-journal"})
        std::filesystem::copy_file(whole.string() + suffix, cut.string() + suffix);
    return cut;
}

TEST(DatabaseFile, AChangeThatWasCutOffIsToldWithAWayOut)
{
    const TemporaryFolder folder;
    const std::filesystem::path cut = cutOff(folder);
    const std::string sentence =
        cut.string() + ": was left in the middle of a change, or came with a journal of another program (" +
        cut.string() +
        "-journal), which is not played back; \"regnet store repair\" makes it anew from the spool";
    const std::string before = readWhole(cut);
    EXPECT_EQ(problemOf([&] { Database(cut, Database::Access::Read); }), sentence);
    EXPECT_EQ(problemOf([&] { Database(cut, Database::Access::Write); }), sentence);
    EXPECT_EQ(problemOf([&] { const Store writer(cut, "test"); }), sentence);
    EXPECT_EQ(readWhole(cut), before);
    // What a writer does who has the store for itself at this moment is no matter to a reader: SQLite waits.
    const auto lock = StoreLock::tryAcquire(cut, "a writer");
    EXPECT_THAT(problemOf([&] { Database(cut, Database::Access::Read); }),
                testing::HasSubstr("which a reader cannot take back"));
}

} // namespace
} // namespace regnet
