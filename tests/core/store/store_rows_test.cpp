// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores whose file is sound and whose rows cannot be: somebody forged them, or a disk lied.
#include "core/queue/request.h"
#include "core/queue/spool.h"
#include "core/store/database.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class StoreRows : public testing::Test
{
protected:
    StoreRows()
    {
        Store store(file, "test");
        store.add(populationOf(2));
        const auto job = store.claim("cpu", 0);
        store.record(job->id, 1, std::vector<LoggedEvent>{{1, 1000, FinishedEvent{40, 40, 1}}});
        store.end(*job, {JobState::Done, {}, 0, 0});
    }

    void forge(const std::string& sql) const
    {
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql);
    }
    std::vector<std::string> check() const { return StoreReader(file).fullCheck(); }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
};

TEST_F(StoreRows, AJobIsNoPath)
{
    const std::filesystem::path thesis = folder / "thesis";
    std::filesystem::create_directories(thesis);
    std::ofstream(thesis / "checkpoint") << "mine";
    forge("UPDATE job SET folder = '../thesis' WHERE id = 2");

    const StoreReader store(file);
    EXPECT_THAT(problemOf([&] { store.jobs({}, 10); }), HasSubstr("a folder is called \"../thesis\""));
    EXPECT_THAT(problemOf([&] { store.jobNames({}); }), HasSubstr("a folder is called"));
    EXPECT_THAT(problemOf([&] { store.job("../thesis"); }), HasSubstr("a folder is called"));
    EXPECT_THAT(check(), ElementsAre("1 row with a folder name that leads elsewhere"));
    // Whatever is asked for, nothing outside the spool is touched.
    const Spool spool(defaultSpool(file));
    spool.create();
    for (const auto action :
         {QueueRequest::Action::Cancel, QueueRequest::Action::Delete, QueueRequest::Action::Pause}) {
        QueueRequest asked;
        asked.action = action;
        asked.jobs.populations = {"small"};
        problemOf([&] { request(asked, file, spool, "test"); });
        EXPECT_TRUE(std::filesystem::exists(thesis / "checkpoint"));
        EXPECT_FALSE(std::filesystem::exists(thesis / "cancel"));
    }
}

TEST_F(StoreRows, AnErrorIsAPercentage)
{
    for (const char* error : {"-1", "100.5", "1e9", "9e999"}) {
        forge(std::string("UPDATE result SET best_test_error = ") + error);
        EXPECT_THAT(problemOf([&] { StoreReader(file).population("small"); }),
                    HasSubstr("is damaged (a test error is "))
            << error;
        EXPECT_THAT(problemOf([&] { StoreReader(file).jobs({}, 10); }), HasSubstr("a test error is "));
        EXPECT_THAT(check(), ElementsAre("1 row with a test error that cannot be"));
    }
}

TEST_F(StoreRows, AnAttemptIsANumberOfTries)
{
    for (const char* attempt : {"-5", "100000000000", "9223372036854775807"}) {
        forge(std::string("UPDATE job SET attempt = ") + attempt + " WHERE id = 1");
        EXPECT_THAT(problemOf([&] { StoreReader(file).jobs({}, 10); }), HasSubstr("a job's attempt is "));
        EXPECT_THAT(problemOf([&] { StoreReader(file).jobSpec(jobOfDepth(1)); }),
                    HasSubstr("a job's attempt is "));
        EXPECT_THAT(check(), ElementsAre("1 row with an attempt that cannot be"));
    }
}

// The window searched and laid out 40 MB of one job, and answered nobody meanwhile.
TEST_F(StoreRows, OfAMessageIsReadWhatAPersonMayRead)
{
    forge("UPDATE job SET message = replace(hex(zeroblob(1000000)), '00', 'ä') WHERE id = 1");
    std::string read;
    for (int i = 0; i < 10'000; ++i)
        read += "ä";
    EXPECT_EQ(StoreReader(file).job(jobOfDepth(1))->message, read);
}

TEST_F(StoreRows, AMemberWithoutItsNetworkIsNotLeftOut)
{
    forge("PRAGMA foreign_keys = OFF; UPDATE member SET network_id = 999 WHERE position = 1");
    EXPECT_THAT(problemOf([&] { StoreReader(file).population("small"); }), HasSubstr("has no network"));
}

TEST_F(StoreRows, WhatIsNoJsonIsFoundByTheFullCheck)
{
    forge("UPDATE recipe SET json = '{'; UPDATE member SET properties = 'x'");
    EXPECT_THAT(check(),
                ElementsAre("1 row with a recipe that is no JSON", "2 rows with a member that is no JSON"));
}

TEST_F(StoreRows, ASpoolThatIsNotThereIsNotMadeUnasked)
{
    const std::filesystem::path elsewhere = folder / "elsewhere";
    forge("INSERT OR REPLACE INTO setting VALUES ('spool', '" + elsewhere.string() + "')");
    EXPECT_EQ(StoreReader(file).spoolPath(), elsewhere);
    EXPECT_THAT(problemOf([&] { workingSpoolOf(file); }), HasSubstr("where there is no spool"));
    Spool(elsewhere).create();
    EXPECT_EQ(workingSpoolOf(file), elsewhere);
    EXPECT_EQ(workingSpoolOf(folder / "new.db"), folder / "new.spool") << "beside a store that comes";
}

} // namespace
} // namespace regnet
