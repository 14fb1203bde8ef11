// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool_owner.h"

#include "core/queue/rebuild.h"
#include "core/queue/repair.h"
#include "core/system/whole_file.h"
#include "tests/core/queue/queue_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class SpoolOwnerTest : public QueueTest
{
protected:
    SpoolOwnerTest() { spool.create(); }

    /// The store works in the spool for a moment.
    static void work(const fs::path& store, const Spool& in)
    {
        Store writer(store, "test");
        claimSpool(writer, in);
    }
    /// "no problem", or the sentence.
    std::string problemOfWork(const fs::path& store) const
    {
        return problemOf([&] { work(store, spool); });
    }
    std::string mark() const { return readWhole(ownerFile(spool)); }
    static std::string identityOf(const fs::path& store) { return StoreReader(store).setting("identity"); }
    void copyOfStore(const fs::path& copy) const { StoreReader(file).backup(copy); }

    /// A backup of a store whose jobs are elsewhere has the same folder.
    void useSpoolElsewhere()
    {
        Store store(file, "test");
        store.setSetting("spool", spool.root().string());
        claimSpool(store, spool);
    }
};

TEST_F(SpoolOwnerTest, AStoreMarksItsSpoolOnce)
{
    work(file, spool);
    EXPECT_THAT(identityOf(file),
                testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                      "[0-9a-f]{12}"));
    const std::string before = mark();
    EXPECT_THAT(before, HasSubstr(identityOf(file)));
    EXPECT_THAT(before, HasSubstr(file.string()));
    work(file, spool);
    EXPECT_EQ(mark(), before);
}

TEST_F(SpoolOwnerTest, ACopyIsRefusedWhileTheOriginalWorksThere)
{
    useSpoolElsewhere();
    const std::string before = mark();
    copyOfStore(folder / "copy.db");
    EXPECT_EQ(identityOf(folder / "copy.db"), identityOf(file));
    EXPECT_EQ(problemOfWork(folder / "copy.db"), spool.root().string() + ": belongs to the store " +
                                                     file.string() +
                                                     "; expected that store, or another spool for " +
                                                     (folder / "copy.db").string() + " (--spool FOLDER)");
    EXPECT_EQ(mark(), before);
    EXPECT_EQ(problemOfWork(file), "no problem");
}

TEST_F(SpoolOwnerTest, AnotherStoreIsRefusedWhereverItsOwnerIs)
{
    work(file, spool);
    EXPECT_THAT(problemOfWork(folder / "new.db"), HasSubstr("belongs to the store " + file.string()));
    const Spool elsewhere(folder / "elsewhere.spool");
    elsewhere.create();
    work(folder / "other.db", elsewhere);
    EXPECT_THAT(problemOfWork(folder / "other.db"), HasSubstr("belongs to the store " + file.string()));
    fs::rename(file, folder / "away.db");
    EXPECT_THAT(problemOfWork(folder / "other.db"), HasSubstr("belongs to another store than"));
    fs::rename(folder / "other.db", file);
    EXPECT_THAT(problemOfWork(file), HasSubstr("\"regnet store rebuild\""));
    EXPECT_EQ(problemOfWork(folder / "away.db"), "no problem") << "it was only moved";
}

TEST_F(SpoolOwnerTest, NothingIsDoneForAStoreThatIsRefused)
{
    {
        Store store(file, "test");
        add(store, 2);
        claimSpool(store, spool);
    }
    QueueRequest adding;
    adding.action = QueueRequest::Action::Add;
    adding.population = populationOf(3, "other");
    const fs::path other = folder / "other.db";
    EXPECT_THROW(request(adding, other, spool, "test"), Error);
    EXPECT_TRUE(StoreReader(other).populations().empty());
    std::vector<Problem> problems;
    EXPECT_EQ(spool.populations(problems).size(), 1u);
    {
        const Store held(other, "another program");
        EXPECT_THAT(problemOf([&] { request(adding, other, spool, "test"); }),
                    HasSubstr("belongs to the store"));
        EXPECT_TRUE(fs::is_empty(spool.requestFolder())) << "its dispatcher would carry it out";
    }
    EXPECT_THROW(repairStore(other, spool, "test"), Error);
    Store store(other, "test");
    EXPECT_THROW(Dispatcher(store, spool, executor, settings()), Error);
    EXPECT_TRUE(problemOfOwner(StoreReader(other), spool));
    EXPECT_FALSE(problemOfOwner(StoreReader(file), spool));
}

TEST_F(SpoolOwnerTest, AStoreThatWasMovedWithItsSpoolGoesOn)
{
    const fs::path before = folder / "before", after = folder / "after";
    fs::create_directory(before);
    Spool(before / "runs.spool").create();
    work(before / "runs.db", Spool(before / "runs.spool"));
    fs::rename(before, after);
    const Spool moved(after / "runs.spool");
    work(after / "runs.db", moved);
    EXPECT_THAT(readWhole(ownerFile(moved)), HasSubstr((after / "runs.db").string()));
    // A copy of both: each has its own.
    fs::copy(after, before, fs::copy_options::recursive);
    work(before / "runs.db", Spool(before / "runs.spool"));
    work(after / "runs.db", moved);
}

TEST_F(SpoolOwnerTest, ABackupInThePlaceOfItsStoreKeepsTheSpool)
{
    Store(file, "test");
    copyOfStore(folder / "without identity.db");
    work(file, spool);
    copyOfStore(folder / "with identity.db");
    const std::string before = mark();
    for (const char* name : {"with identity.db", "without identity.db"}) {
        for (const char* suffix : {"-wal", "-shm"}) // nothing of the former one is played into it
            fs::remove(file.string() + suffix);
        fs::rename(folder / name, file);
        EXPECT_EQ(problemOfWork(file), "no problem") << name;
        EXPECT_EQ(mark(), before);
        EXPECT_THAT(before, HasSubstr(identityOf(file)));
    }
}

TEST_F(SpoolOwnerTest, AStoreThatIsMadeAnewKeepsTheSpool)
{
    {
        Store store(file, "test");
        add(store, 2);
        workOff(store);
    }
    const std::string before = mark();
    rebuildStore(file, spool, "test");
    EXPECT_EQ(problemOfWork(file), "no problem");
    EXPECT_EQ(mark(), before);
}

TEST_F(SpoolOwnerTest, AMarkThatWasNotWrittenWholeIsWrittenAnew)
{
    work(file, spool);
    const std::string before = mark();
    for (const std::string& torn : {std::string(), before.substr(0, 20), std::string("{}\n")}) {
        std::ofstream(ownerFile(spool)) << torn;
        EXPECT_EQ(problemOfWork(file), "no problem");
        EXPECT_EQ(mark(), before);
    }
    fs::remove(ownerFile(spool));
    fs::create_directory(ownerFile(spool));
    EXPECT_THAT(problemOfWork(file), HasSubstr("store.json")) << "nobody knows whose it is";
}

TEST_F(SpoolOwnerTest, ALinkThatLeadsNowhereIsNoMark)
{
    fs::create_symlink("nowhere", ownerFile(spool));
    EXPECT_THAT(problemOfWork(file), testing::HasSubstr("is a link to nowhere"));
    EXPECT_FALSE(fs::exists(spool.root() / "nowhere"));
}

TEST_F(SpoolOwnerTest, NoOtherFileStays)
{
    work(file, spool);
    for (const auto& entry : fs::recursive_directory_iterator(spool.root()))
        EXPECT_TRUE(entry.is_directory() || entry.path() == ownerFile(spool)) << entry.path();
}

TEST_F(SpoolOwnerTest, LookingChangesNothing)
{
    Store(file, "test");
    EXPECT_FALSE(problemOfOwner(StoreReader(file), spool));
    EXPECT_FALSE(fs::exists(ownerFile(spool)));
    EXPECT_EQ(identityOf(file), "");
}

} // namespace
} // namespace regnet
