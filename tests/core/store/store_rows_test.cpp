// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores whose file is sound and whose rows cannot be: somebody forged them, or a disk lied.
#include "core/queue/request.h"
#include "core/queue/spool.h"
#include "core/store/database.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

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
    EXPECT_THAT(check(), ElementsAre("job ../thesis: a folder is called \"../thesis\""));
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
        EXPECT_THAT(check(), ElementsAre(HasSubstr(", attempt 1: a test error is ")));
    }
}

TEST_F(StoreRows, AnAttemptIsANumberOfTries)
{
    for (const char* attempt : {"-5", "100000000000", "9223372036854775807"}) {
        forge(std::string("UPDATE job SET attempt = ") + attempt + " WHERE id = 1");
        EXPECT_THAT(problemOf([&] { StoreReader(file).jobs({}, 10); }), HasSubstr("a job's attempt is "));
        EXPECT_THAT(problemOf([&] { StoreReader(file).jobSpec(jobOfDepth(1)); }),
                    HasSubstr("a job's attempt is "));
        EXPECT_THAT(check(), ElementsAre(HasSubstr("job " + jobOfDepth(1) + ": a job's attempt is ")));
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

TEST_F(StoreRows, WhatIsNoJsonIsFound)
{
    forge("UPDATE recipe SET json = '{'; UPDATE member SET properties = 'x'");
    EXPECT_THAT(check(), ElementsAre(AllOf(StartsWith("recipe "),
                                           EndsWith(": a text in it is to be JSON and is none")),
                                     "member small, 0: a text in it is to be JSON and is none",
                                     "member small, 1: a text in it is to be JSON and is none"));
}

/// What is forged, and the beginning of what is said of it.
struct Forged
{
    const char* sql;
    const char* line;
};

TEST_F(StoreRows, WhateverNoReaderTakesIsFoundByBothChecks)
{
    const std::string sound = readWhole(file);
    EXPECT_THAT(check(), IsEmpty());
    EXPECT_THAT(StoreReader(file).rowCheck(), IsEmpty());
    const std::vector<Forged> all{
        {"UPDATE member SET properties = '{\"depth\":1e999}' WHERE position = 1",
         "member small, 1: a number in it is too large"},
        {"UPDATE member SET spec = '{}' WHERE position = 0", "member small, 0: "},
        {"UPDATE network SET json = '{}' WHERE id = 1", "network "},
        {"UPDATE data_set SET json = "
         "'{\"name\":\"folder\",\"folder\":\"/\",\"resolution\":32,\"classes\":10}'",
         "data set "},
        {"UPDATE recipe SET json = '{\"epochs\":\"many\"}'", "recipe "},
        {"UPDATE job SET recipe_id = 77 WHERE id = 2", "a row of job points to nothing in recipe"},
        {"UPDATE result SET best_test_error = 9e999", "result "},
        {"UPDATE result SET train_seconds = -1", "result "},
        {"INSERT INTO epoch (job_id, attempt, sequence, unix_seconds, epoch, seconds) VALUES (1, 1, 7, 0, 0, "
         "1)",
         "epoch "},
    };
    for (const Forged& forged : all) {
        writeWhole(file, sound);
        forge(forged.sql);
        EXPECT_THAT(check(), ElementsAre(StartsWith(forged.line))) << forged.sql;
        EXPECT_EQ(StoreReader(file).rowCheck(), check());
    }
}

TEST_F(StoreRows, ManyDamagedRowsAreCounted)
{
    Store(file, "test").add(populationOf(50, "many"));
    forge("UPDATE member SET properties = '' WHERE population_id = 2");
    const std::vector<std::string> lines = check();
    ASSERT_EQ(lines.size(), 21U);
    EXPECT_EQ(lines.back(), "30 more rows of this kind (member) are damaged");
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
