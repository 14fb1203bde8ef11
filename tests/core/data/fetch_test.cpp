// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fetch.h"

#include "core/data/data_sets.h"
#include "core/problem.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"
#include "tests/core/data/loopback_server.h"
#include "tests/core/data/synthetic_cifar.h"
#include "tests/core/data/tar_maker.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

/// A small data set of CIFAR-10's form whose authors are we; it does not compress.
struct SmallSet
{
    KnownDataSet known = *knownDataSet("cifar10");
    std::string archive;

    SmallSet()
    {
        std::vector<TarEntry> entries;
        std::uint64_t seed = 1;
        for (auto* files : {&known.train, &known.test})
            for (KnownFile& file : *files) {
                const std::string bytes = syntheticCifar(known.format, 10, seed++);
                file.bytes = static_cast<std::int64_t>(bytes.size());
                file.sha256 = sha256(bytes);
                entries.push_back({known.folder + "/" + file.name, bytes});
            }
        entries.push_back({known.folder + "/readme.html", "about"});
        archive = gzipped(tarOf(entries));
        known.archiveBytes = static_cast<std::int64_t>(archive.size());
        known.archiveSha256 = sha256(archive);
    }
};

class FetchTest : public testing::Test
{
protected:
    FetchTest()
    {
        m_order.set = m_set.known;
        m_order.folder = m_root;
    }

    FetchEnd fetchFrom(const LoopbackServer& server, const GoOn& goOn = {})
    {
        m_order.url = server.url();
        return fetch(m_order, goOn);
    }

    bool isWhole() const
    {
        const auto files = findFiles(m_set.known, m_root);
        return files && contentOf(hashed(*files)) == publishedContent(m_set.known);
    }
    fs::path part() const { return m_root / (m_set.known.folder + ".tar.gz.part"); }
    void leavePart(const std::string& bytes) const { writeWhole(part(), bytes); }

    /// What lies in the folder.
    std::vector<std::string> left() const
    {
        std::vector<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_root))
            names.push_back(entry.path().filename().string());
        return names;
    }

    const SmallSet m_set;
    FetchOrder m_order;
    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path();
};

TEST_F(FetchTest, DownloadsChecksAndUnpacks)
{
    const LoopbackServer server(m_set.archive);
    std::vector<std::string> steps;
    std::int64_t most = 0;
    EXPECT_EQ(fetchFrom(server,
                        [&](const ByteProgress& progress) {
                            if (steps.empty() || steps.back() != progress.what)
                                steps.push_back(progress.what);
                            if (progress.what == "downloading") most = progress.bytes;
                            return true;
                        }),
              FetchEnd::Done);
    EXPECT_TRUE(isWhole());
    EXPECT_THAT(steps, ElementsAre("downloading", "checking", "unpacking"));
    EXPECT_EQ(most, m_set.known.archiveBytes);
    EXPECT_THAT(left(), ElementsAre(m_set.known.folder));
    EXPECT_EQ(fetchFrom(server), FetchEnd::ThereAlready);
    EXPECT_THAT(server.ranges(), ElementsAre("")) << "asked once";
}

TEST_F(FetchTest, GoesOnWhereItWas)
{
    const LoopbackServer server(m_set.archive);
    leavePart(m_set.archive.substr(0, 5000));
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
    EXPECT_THAT(server.ranges(), ElementsAre("5000-"));
}

TEST_F(FetchTest, AWholeArchiveThatWasNotUnpackedNeedsNoServer)
{
    const LoopbackServer server("", {.status = 500});
    leavePart(m_set.archive);
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
    EXPECT_THAT(server.ranges(), IsEmpty());
}

TEST_F(FetchTest, AServerThatIgnoresTheRangeMaySendAllAgain)
{
    const LoopbackServer server(m_set.archive, {.knowsRanges = false});
    leavePart(m_set.archive.substr(0, 5000));
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
}

TEST_F(FetchTest, AConnectionThatBreaksOffIsMadeAgain)
{
    const LoopbackServer server(m_set.archive, {.cutsAfter = m_set.archive.size() / 3 + 1});
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
    EXPECT_EQ(server.ranges().size(), 3U);
}

TEST_F(FetchTest, OneThatKeepsBreakingOffIsGivenUpAndKeepsWhatCame)
{
    LoopbackServer server(m_set.archive, {.cutsAfter = 100});
    EXPECT_THAT([&] { fetchFrom(server); },
                ThrowsMessage<Error>(HasSubstr("broke off again and again; 2100 bytes are here")));
    EXPECT_EQ(fs::file_size(part()), 2100U);
    server.change(m_set.archive, {});
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_EQ(server.ranges().back(), "2100-");
}

TEST_F(FetchTest, StoppedItGoesOnNextTime)
{
    LoopbackServer server(m_set.archive, {.isSlow = true});
    EXPECT_EQ(fetchFrom(server, [&](const ByteProgress& progress) { return progress.bytes < 100; }),
              FetchEnd::Stopped);
    EXPECT_EQ(fs::file_size(part()), 100U);
    EXPECT_FALSE(isWhole());
    server.change(m_set.archive, {});
    EXPECT_EQ(fetchFrom(server, [](const ByteProgress& progress) { return progress.what != "unpacking"; }),
              FetchEnd::Stopped);
    EXPECT_THAT(left(), ElementsAre(part().filename().string())) << "nothing half unpacked";
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
}

TEST_F(FetchTest, AWrongChecksumIsOneSentenceAndTheArchiveIsRemoved)
{
    const std::string wrong = m_set.archive.substr(0, 9000);
    const LoopbackServer server(wrong);
    EXPECT_THAT([&] { fetchFrom(server); },
                ThrowsMessage<Error>(server.url() + ": gave 9000 bytes with the SHA-256 " + sha256(wrong) +
                                     ", which were thrown away; expected " + m_set.known.archiveSha256));
    EXPECT_THAT(left(), IsEmpty());
}

TEST_F(FetchTest, WhatAnEarlierDownloadLeftMayBeOfAnotherFile)
{
    const LoopbackServer server(m_set.archive);
    leavePart(std::string(5000, 'x'));
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done) << "from the start, once";
    EXPECT_THAT(server.ranges(), ElementsAre("5000-", ""));
    fs::remove_all(m_root / m_set.known.folder);
    leavePart(m_set.archive + "more");
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done) << "longer than the server's: it answers 416";
}

TEST_F(FetchTest, BadServersAreOneSentence)
{
    {
        const LoopbackServer server("", {.status = 404});
        EXPECT_THAT([&] { fetchFrom(server); },
                    ThrowsMessage<Error>(server.url() + ": answers with the status 404; expected 200"));
        EXPECT_THAT(left(), IsEmpty());
    }
    {
        const LoopbackServer server(m_set.archive + std::string(100'000, 'x'));
        EXPECT_THAT([&] { fetchFrom(server); }, ThrowsMessage<Error>(HasSubstr("has more than ")));
    }
    {
        const LoopbackServer server(m_set.archive, {.sendsWrongRange = true});
        leavePart(m_set.archive.substr(0, 5000));
        EXPECT_EQ(fetchFrom(server), FetchEnd::Done) << "from the start then";
    }
}

TEST_F(FetchTest, AddressesThatCannotBeReachedAreOneSentence)
{
    std::string gone;
    {
        const LoopbackServer server("");
        gone = server.url();
    }
    m_order.url = gone;
    EXPECT_THAT([&] { fetch(m_order, {}); },
                ThrowsMessage<Error>(HasSubstr(gone + ": cannot be downloaded: ")));
    EXPECT_THAT(left(), IsEmpty());
    m_order.url = "file:///etc/passwd";
    EXPECT_THAT([&] { fetch(m_order, {}); }, ThrowsMessage<Error>(HasSubstr("cannot be downloaded")));
    m_order.url = "not an address";
    EXPECT_THAT([&] { fetch(m_order, {}); }, ThrowsMessage<Error>(HasSubstr("is no address")));
}

TEST_F(FetchTest, ARedirectionIsFollowedButNotToAFile)
{
    LoopbackServer server(m_set.archive);
    server.change(m_set.archive, {.redirectsTo = server.url("/elsewhere")});
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    fs::remove_all(m_root / m_set.known.folder);
    server.change(m_set.archive, {.redirectsTo = "file:///etc/passwd"});
    EXPECT_THAT([&] { fetchFrom(server); }, ThrowsMessage<Error>(HasSubstr("cannot be downloaded")));
}

TEST_F(FetchTest, OtherFilesInThePlaceAreLeftAlone)
{
    const LoopbackServer server(m_set.archive);
    writeSyntheticCifar(m_set.known, m_root / m_set.known.folder, 3);
    EXPECT_THAT(
        [&] { fetchFrom(server); },
        ThrowsMessage<Error>(HasSubstr("is there and holds something else than the published CIFAR-10")));
    EXPECT_THAT(server.ranges(), IsEmpty());
}

TEST_F(FetchTest, AnotherArchiveIsTakenByItsOwnChecksum)
{
    const LoopbackServer server(m_set.archive);
    m_order.set.archiveSha256 = std::string(64, '0'); // the published one is another
    m_order.set.archiveBytes = 1;
    m_order.set.train[0].sha256 = std::string(64, '0');
    m_order.sha256 = m_set.known.archiveSha256;
    EXPECT_EQ(fetchFrom(server), FetchEnd::Done);
    EXPECT_TRUE(isWhole());
}

TEST_F(FetchTest, AnArchiveThatFitsItsChecksumAndIsRefusedIsNotKept)
{
    const std::string other = gzipped(tarOf({{"elsewhere/file", "x"}}));
    const LoopbackServer server(other);
    m_order.sha256 = sha256(other);
    EXPECT_THAT([&] { fetchFrom(server); }, ThrowsMessage<Error>(HasSubstr("has no " + m_set.known.folder)));
    EXPECT_THAT(left(), IsEmpty());
}

TEST_F(FetchTest, OnlyOneFetchesAtATime)
{
    LoopbackServer server(m_set.archive, {.isSlow = true});
    bool wasTried = false;
    fetchFrom(server, [&](const ByteProgress&) {
        EXPECT_THAT([&] { fetchFrom(server); },
                    ThrowsMessage<Error>(HasSubstr("is being written by another program")));
        wasTried = true;
        return false;
    });
    EXPECT_TRUE(wasTried);
}

} // namespace
} // namespace regnet
