// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/database.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace regnet {
namespace {

/// Changes four big-endian bytes of the file header (sqlite.org/fileformat2.html, 1.3): 60 is user_version,
/// 68 application_id.
void patchHeader(const std::filesystem::path& file, std::streamoff offset, std::uint32_t value)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(offset);
    for (int shift = 24; shift >= 0; shift -= 8)
        stream.put(static_cast<char>((value >> shift) & 0xFF));
}

std::string problemOfOpening(const std::filesystem::path& file)
{
    try {
        const Store store(file, "test");
    } catch (const Error& error) {
        return error.what();
    }
    return "no problem";
}

TEST(Schema, AStoreOfANewerVersionIsRefused)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        const Store store(file, "test");
    }
    patchHeader(file, 60, 99);
    EXPECT_THAT(problemOfOpening(file),
                testing::HasSubstr("was written by a newer version of this program (its schema is 99, known "
                                   "here is 6)"));
    EXPECT_THROW(StoreReader reader(file), Error);
}

TEST(Schema, TheLogOfALargeStepDoesNotStayLong)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    Store(file, "test");
    Database store(file, Database::Access::Write);
    store.sql().exec("CREATE TABLE scratch (value BLOB)");
    store.write([&] { store.sql().exec("INSERT INTO scratch VALUES (zeroblob(40000000))"); });
    const std::filesystem::path log = file.string() + "-wal";
    EXPECT_GT(std::filesystem::file_size(log), 40'000'000U);
    store.sql().exec("PRAGMA wal_checkpoint(RESTART)");
    store.write([&] { store.sql().exec("INSERT INTO scratch VALUES (1)"); });
    EXPECT_LE(std::filesystem::file_size(log), 16U << 20);
}

TEST(Schema, AnOlderStoreIsBroughtUpToDate)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    std::filesystem::copy_file(std::filesystem::path(REGNET_TEST_DATA) / "store" / "schema_1.db", file);
    const StoreReader store(file); // looking at it is enough
    const auto job = store.job("dbea87b09962ec0b7f815fb4ad490eff");
    ASSERT_TRUE(job);
    EXPECT_DOUBLE_EQ(job->bestTestError, 89.5);
    EXPECT_DOUBLE_EQ(job->lastTestError, 89.5);
    double seconds = 0;
    for (const EpochRecord& epoch : store.epochs(job->id))
        seconds += epoch.values.seconds;
    EXPECT_NEAR(job->trainSeconds, seconds, 1e-9);
    EXPECT_TRUE(store.fullCheck().empty());
}

TEST(Schema, ADatabaseOfAnotherProgramIsRefused)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        const Store store(file, "test");
    }
    patchHeader(file, 68, 12345);
    EXPECT_THAT(problemOfOpening(file), testing::HasSubstr("is a database, but not a store of this program"));
}

TEST(Schema, AViewInThePlaceOfATableIsRefused)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        const Store store(file, "test");
    }
    // What a view looks up is up to who made it: it may never end, or call what has an effect.
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("ALTER TABLE population RENAME TO hidden; CREATE VIEW population AS SELECT * FROM hidden");
    EXPECT_THROW(StoreReader(file).populations(), Error);
}

TEST(Schema, ATextThatIsNoJsonIsDamage)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    Store(file, "test").add(populationOf(1));
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("UPDATE member SET properties = '{ a'");
    EXPECT_THAT(problemOf([&] { StoreReader(file).population("small"); }),
                testing::HasSubstr("is damaged (a text in it is to be JSON and is none)"));
}

TEST(Schema, ANumberThatIsTooLargeIsDamage)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    Store(file, "test").add(populationOf(1));
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE member SET properties = '{\"depth\":1e999}'");
    EXPECT_THAT(problemOf([&] { StoreReader(file).population("small"); }),
                testing::HasSubstr("is damaged (a number in it is too large)"));
}

TEST(Schema, AFormatThatSqliteDoesNotKnowIsDamage)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        const Store store(file, "test");
    }
    patchHeader(file, 44, 9);
    EXPECT_EQ(problemOf([&] { StoreReader reader(file); }),
              file.string() +
                  ": is damaged (its header says that it has a format that SQLite does not know); "
                  "\"regnet store repair\" makes it anew from the spool");
}

TEST(Schema, AVersionThatNeverWasIsRefusedAndTheFileLeftAlone)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    {
        const Store store(file, "test");
    }
    // -1 and less came before the first step, 1 makes steps that were made.
    for (const std::uint32_t version : {0xFFFFFFFFU, 0x88CA6C00U, 0U, 1U}) {
        patchHeader(file, 60, version);
        const std::string before = readWhole(file);
        EXPECT_THAT(problemOf([&] { StoreReader reader(file); }), testing::HasSubstr("is damaged (its"));
        EXPECT_THAT(problemOfOpening(file), testing::HasSubstr("is damaged (its"));
        EXPECT_EQ(readWhole(file), before);
    }
}

TEST(Schema, AnEmptyFileBecomesAStore)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    std::ofstream(file).close();
    EXPECT_EQ(problemOfOpening(file), "no problem");
    EXPECT_TRUE(StoreReader(file).populations().empty());
}

} // namespace
} // namespace regnet
