// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/queue/repair.h"
#include "core/queue/spool.h"
#include "core/store/database.h"
#include "core/store/store.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace regnet {
namespace {

using testing::HasSubstr;

SQLite::Database inMemory()
{
    return SQLite::Database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

class SchemaCheck : public testing::Test
{
protected:
    SchemaCheck() { Store(file, "test").add(populationOf(2)); }

    void forge(const std::string& sql) const
    {
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
    }
    std::string problem() const
    {
        return problemOf([&] { const StoreReader reader(file); });
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
};

TEST_F(SchemaCheck, ATriggerOfSomebodyElseIsNamedByReadersAndWriters)
{
    forge("CREATE TRIGGER better AFTER UPDATE ON job BEGIN UPDATE result SET best_test_error = 1; END");
    const std::string before = readWhole(file);
    const std::string sentence =
        file.string() + ": is damaged (its trigger \"better\" is none of this program's); \"regnet store "
                        "repair\" makes it anew from the spool";
    EXPECT_EQ(problem(), sentence);
    EXPECT_EQ(problemOf([&] { const Store writer(file, "test"); }), sentence);
    EXPECT_EQ(readWhole(file), before);
}

/// What was done to a store, and what is said of it.
struct Forgery
{
    const char* sql;
    const char* sentence;
};

TEST_F(SchemaCheck, WhateverIsNotOfThisProgramIsNamed)
{
    const std::string sound = readWhole(file);
    const std::vector<Forgery> forgeries{
        {"CREATE INDEX slow ON job(message)", "its index \"slow\" is none of this program's"},
        {"CREATE TABLE notes (text TEXT)", "its table \"notes\" is none of this program's"},
        {"CREATE VIEW seen AS SELECT * FROM job", "its view \"seen\" is none of this program's"},
        {"DROP INDEX job_due", "its index \"job_due\" is missing"},
        {"DROP TRIGGER measurement_added", "its trigger \"measurement_added\" is missing"},
        // Computed as it is read.
        {"ALTER TABLE result ADD COLUMN more REAL AS (best_test_error * 2)",
         "its table \"result\" is not that of schema 6"},
        {"ALTER TABLE member ADD COLUMN more INTEGER CHECK (more > 0)",
         "its table \"member\" is not that of schema 6"},
        {"DROP TABLE result; CREATE TABLE result (x)", "its index \"result_counts\" is missing"},
        // The same words, and others in quotes.
        {"DROP INDEX job_due; CREATE INDEX job_due ON job(place, not_before) WHERE state = ' queued'",
         "its index \"job_due\" is not that of schema 6"},
        {"DROP TRIGGER job_placed; CREATE TRIGGER job_placed AFTER UPDATE ON job BEGIN DELETE FROM job; END",
         "its trigger \"job_placed\" is not that of schema 6"},
    };
    for (const Forgery& forgery : forgeries) {
        writeWhole(file, sound);
        forge(forgery.sql);
        EXPECT_THAT(problem(), HasSubstr(std::string("is damaged (") + forgery.sentence + ")"))
            << forgery.sql;
    }
}

TEST_F(SchemaCheck, RepairMakesAStoreWithoutIt)
{
    const Spool spool(defaultSpool(file));
    spool.create();
    spool.keep(populationOf(2));
    forge("CREATE TRIGGER better AFTER UPDATE ON job BEGIN UPDATE result SET best_test_error = 1; END");
    EXPECT_TRUE(repairStore(file, spool, "test").rebuilt);
    EXPECT_EQ(problem(), "no problem");
    EXPECT_EQ(StoreReader(file).populations().size(), 1U);
}

TEST_F(SchemaCheck, ALongNameMakesNoLongSentence)
{
    forge("CREATE TABLE \"" + std::string(5000, 'x') + "\" (x)");
    EXPECT_LT(problem().size(), 400U);
}

TEST_F(SchemaCheck, SpaceThatMeansNothingIsNoMatter)
{
    forge("DROP INDEX job_due;"
          "CREATE INDEX job_due  ON job ( place,not_before )\n  WHERE state='queued'");
    EXPECT_EQ(problem(), "no problem");
}

TEST_F(SchemaCheck, StatisticsOfThePlannerAreNoMatter)
{
    forge("ANALYZE");
    EXPECT_EQ(problem(), "no problem");
}

// If this fails after a new step: the right one is what the steps make.
TEST(SchemaSteps, TheFingerprintIsThatOfTheSteps)
{
    SQLite::Database sql = inMemory();
    runMigrations(sql, 0, storeSchemaVersion());
    EXPECT_EQ(fingerprintOfSchema(sql), newestFingerprint);
}

TEST(SchemaSteps, EveryVersionIsKnownAndNoOtherIsTakenForIt)
{
    for (std::int64_t version = 1; version <= storeSchemaVersion(); ++version) {
        SQLite::Database sql = inMemory();
        runMigrations(sql, 0, version);
        EXPECT_EQ(foreignSchema(sql, version), std::nullopt) << version;
        if (version > 1) {
            EXPECT_NE(foreignSchema(sql, version - 1), std::nullopt) << version;
        }
        if (version < storeSchemaVersion()) {
            EXPECT_NE(foreignSchema(sql, version + 1), std::nullopt) << version;
        }
        sql.exec("CREATE TRIGGER better AFTER UPDATE ON job BEGIN DELETE FROM job; END");
        EXPECT_EQ(foreignSchema(sql, version), "its trigger \"better\" is none of this program's");
    }
}

TEST(SchemaSteps, AnOlderStoreWithATriggerIsNotBroughtUpToDate)
{
    const TemporaryFolder folder;
    const auto file = folder / "runs.db";
    std::filesystem::copy_file(std::filesystem::path(REGNET_TEST_DATA) / "store" / "schema_1.db", file);
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("CREATE TRIGGER better AFTER UPDATE ON job BEGIN UPDATE result SET best_test_error = 1; END");
    const std::string before = readWhole(file);
    EXPECT_THAT(problemOf([&] { const StoreReader reader(file); }),
                HasSubstr("is damaged (its trigger \"better\" is none of this program's)"));
    EXPECT_EQ(readWhole(file), before);
}

} // namespace
} // namespace regnet
