// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_file.h"

#include "core/problem.h"
#include "core/store/store_lock.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

class StoreFile : public testing::Test
{
protected:
    void SetUp() override { Store(file, "test").add(populationOf(1)); }

    Problem readersProblem(const fs::path& store) const
    {
        try {
            const StoreReader reader(store);
        } catch (const Error& error) {
            return error.problem();
        }
        return {};
    }

    TemporaryFolder folder;
    fs::path file = folder / "runs.db";
};

TEST_F(StoreFile, AFolderIsBadInputAndGetsNoLock)
{
    const fs::path place = folder / "folder.db";
    fs::create_directories(place);
    const Problem problem = readersProblem(place);
    EXPECT_EQ(problem.kind, ProblemKind::BadInput);
    EXPECT_EQ(sentence(problem), place.string() + ": is a folder; expected the file of a store");
    EXPECT_EQ(problemOf([&] { const Store store(place, "test"); }), sentence(problem));
    EXPECT_FALSE(fs::exists(lockFileOf(place)));
}

TEST_F(StoreFile, OneThatMayNotBeReadIsBadInputWithTheReason)
{
    if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
    fs::permissions(file, fs::perms::none);
    const Problem problem = readersProblem(file);
    EXPECT_EQ(problem.kind, ProblemKind::BadInput);
    EXPECT_EQ(sentence(problem), file.string() + ": cannot be read: Permission denied");
    EXPECT_EQ(problemOf([&] { const Store store(file, "test"); }), sentence(problem));
}

TEST_F(StoreFile, InAFolderThatMayOnlyBeReadAReaderIsToldAWayOut)
{
    if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    fs::remove(file.string() + "-wal");
    fs::remove(file.string() + "-shm");
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const Problem problem = readersProblem(file);
    fs::permissions(folder.path(), fs::perms::owner_all);
    EXPECT_EQ(sentence(problem),
              file.string() + ": cannot be opened; where the folder may only be read, copy the store to one "
                              "that you can write to");
}

TEST_F(StoreFile, LinksInThePlaceOfSqlitesFilesAreNamedAndNotWrittenThrough)
{
    const fs::path thesis = folder / "thesis.tex";
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        std::ofstream(thesis) << "years of work";
        const fs::path link = file.string() + suffix;
        fs::remove(link);
        fs::create_symlink(thesis, link);
        const std::string expected =
            link.string() + ": is a link to " + thesis.string() +
            ", and nothing is written through one; expected no link there: remove it";
        EXPECT_EQ(sentence(readersProblem(file)), expected);
        EXPECT_EQ(problemOf([&] { const Store store(file, "test"); }), expected);
        EXPECT_EQ(readWhole(thesis), "years of work");
        fs::remove(link);
    }
    EXPECT_EQ(sentence(readersProblem(file)), "");
}

TEST_F(StoreFile, BesideTheStoreThatALinkLeadsToTheyAreFoundToo)
{
    fs::create_symlink(file, folder / "link.db");
    EXPECT_EQ(sentence(readersProblem(folder / "link.db")), "");
    fs::remove(file.string() + "-wal");
    fs::create_symlink("nowhere", file.string() + "-wal");
    EXPECT_EQ(readersProblem(folder / "link.db").where, file.string() + "-wal");
}

// SQLite keeps a log for each name, and so do we a lock (sqlite.org/howtocorrupt.html, 2.3).
TEST_F(StoreFile, AStoreWithTwoNamesIsReadAndNotWritten)
{
    const fs::path other = folder / "other.db";
    fs::create_hard_link(file, other);
    for (const fs::path& name : {file, other}) {
        EXPECT_EQ(problemOf([&] { const Store store(name, "test"); }),
                  name.string() +
                      ": has 2 names (hard links): what is written under one of them would be lost under "
                      "another; expected one name: remove the others, or work in a copy (\"regnet store "
                      "backup\")");
        EXPECT_EQ(sentence(readersProblem(name)), "");
    }
    EXPECT_FALSE(fs::exists(lockFileOf(other)));
    fs::remove(other);
    EXPECT_EQ(problemOf([&] { const Store store(file, "test"); }), "no problem");
}

TEST_F(StoreFile, NoStoreIsMadeBesideTheLogOfAnother)
{
    {
        Store store(file, "test");
        store.add(populationOf(3, "more"));
        fs::copy_file(file.string() + "-wal", folder / "log"); // as a program that dies leaves it
    }
    fs::rename(folder / "log", file.string() + "-wal");
    fs::remove(file);
    EXPECT_EQ(problemOf([&] { const Store store(file, "test"); }),
              file.string() + ": is not there, but its log is (" + file.string() +
                  "-wal); expected the store back in its place, or \"regnet store rebuild\", which makes it "
                  "anew from the spool");
    EXPECT_FALSE(fs::exists(file));
    EXPECT_FALSE(fs::exists(lockFileOf(file)));
    std::ofstream(file.string() + "-wal").close(); // nothing to play
    EXPECT_EQ(problemOf([&] { const Store store(file, "test"); }), "no problem");
}

// A journal may name a file that SQLite removes when it has played it back (sqlite.org/fileformat2.html, 3).
TEST_F(StoreFile, AJournalThatCameWithAStoreIsNotPlayedBack)
{
    const fs::path thesis = folder / "thesis.tex", journal = file.string() + "-journal";
    std::ofstream(thesis) << "years of work";
    std::ofstream(journal, std::ios::binary) << "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" << std::string(504, '\1');
    const std::string before = readWhole(file);
    EXPECT_THAT(sentence(readersProblem(file)), testing::HasSubstr("came with a journal of another program"));
    EXPECT_THAT(problemOf([&] { const Store store(file, "test"); }),
                testing::HasSubstr("came with a journal of another program"));
    EXPECT_EQ(readWhole(file), before);
    EXPECT_TRUE(fs::exists(thesis));
    EXPECT_TRUE(fs::exists(journal)) << "for who wants to look at it";
}

TEST_F(StoreFile, AJournalThatIsOverIsNoMatter)
{
    const fs::path journal = file.string() + "-journal";
    for (const std::string& bytes : {std::string(), std::string(512, '\0')}) {
        std::ofstream(journal, std::ios::binary) << bytes;
        EXPECT_EQ(sentence(readersProblem(file)), "");
        fs::remove(journal);
    }
}

} // namespace
} // namespace regnet
