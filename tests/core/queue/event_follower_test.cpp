// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/event_follower.h"

#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace regnet {
namespace {

class Follower : public testing::Test
{
protected:
    void append(const std::string& bytes)
    {
        std::filesystem::create_directories(attemptFolder(folder.path(), 1));
        std::ofstream(attemptFolder(folder.path(), 1) / "events.jsonl", std::ios::app) << bytes;
    }

    TemporaryFolder folder;
    EventFollower follower{folder.path(), 1};
    const std::string started = R"({"sequence":1,"time":5,"event":"started"})"
                                "\n";
    const std::string stopped = R"({"sequence":2,"time":6,"event":"stopped","epoch":3})"
                                "\n";
};

TEST_F(Follower, GivesEachLineOnceAsTheLogGrows)
{
    EXPECT_TRUE(follower.read().empty()) << "no log yet";
    append(started);
    EXPECT_EQ(follower.read().size(), 1u);
    EXPECT_TRUE(follower.read().empty());
    append(stopped);
    const auto events = follower.read();
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].sequence, 2);
    EXPECT_EQ(std::get<StoppedEvent>(events[0].event).epoch, 3);
}

TEST_F(Follower, AHalfWrittenLineWaitsForItsEnd)
{
    append(started.substr(0, 20));
    EXPECT_TRUE(follower.read().empty());
    append(started.substr(20) + stopped.substr(0, 5));
    EXPECT_EQ(follower.read().size(), 1u);
    append(stopped.substr(5));
    EXPECT_EQ(follower.read().size(), 1u);
    EXPECT_EQ(follower.damagedLines(), 0);
}

TEST_F(Follower, OfAWriterThatHasEndedAHalfWrittenLineIsDamage)
{
    using Writer = EventFollower::Writer;
    append(started + stopped.substr(0, 20));
    EXPECT_EQ(follower.readAll(Writer::MayGoOn).size(), 1u);
    EXPECT_EQ(follower.damagedLines(), 0);
    EXPECT_TRUE(follower.readAll(Writer::HasEnded).empty());
    EXPECT_EQ(follower.damagedLines(), 1);
    ASSERT_EQ(follower.damage().size(), 1u);
    EXPECT_EQ(follower.damage()[0].where, (attemptFolder(folder.path(), 1) / "events.jsonl").string() + ":2");
    EXPECT_TRUE(follower.readAll(Writer::HasEnded).empty()) << "told once";
    EXPECT_EQ(follower.damagedLines(), 1);
}

TEST_F(Follower, OfAWriterThatHasEndedALineThatOnlyLacksItsEndIsWhole)
{
    append(started + stopped.substr(0, stopped.size() - 1));
    EXPECT_EQ(follower.readAll(EventFollower::Writer::HasEnded).size(), 2u);
    EXPECT_EQ(follower.damagedLines(), 0);
}

TEST_F(Follower, ALineThatNestsDeeperThanAnyStackIsDamaged)
{
    const std::string deep = std::string(200'000, '['), closed = deep + std::string(200'000, ']');
    append(deep + "\n" + closed + "\n" + R"({"sequence":1,"time":5,"event":)" + closed + "}\n" +
           R"({"sequence":1,"time":5,"event":"started","manifest":{"a":)" + closed + "}}\n" + started);
    EXPECT_EQ(follower.read().size(), 1u);
    EXPECT_EQ(follower.damagedLines(), 4);
    EXPECT_TRUE(readEvents(folder.path(), 1).empty());
}

TEST_F(Follower, WhatStandsBehindDamageIsNotLost)
{
    append(started + "{\"sequence\": 2, \"ev\n\x01\xff garbage\n{\"sequence\":1}\n[]\n" + stopped);
    EXPECT_EQ(follower.read().size(), 2u);
    EXPECT_EQ(follower.damagedLines(), 4);
}

TEST_F(Follower, AnEndlessLineDoesNotFillTheMemory)
{
    append(std::string(3 << 20, 'x'));
    EXPECT_TRUE(follower.read().empty());
    append("\n" + stopped);
    EXPECT_EQ(follower.read().size(), 1u);
}

TEST_F(Follower, ALogLargerThanOneReadingGivesEveryLineOnce)
{
    // Garbage of 9 MB with events between, so that readings end in the midst of lines.
    const std::string garbage = std::string(90'000, 'x') + "\n";
    std::string log;
    for (int i = 0; i < 100; ++i)
        log += garbage + started;
    append(log + stopped);
    EXPECT_EQ(follower.read().size(), 101u);
    EXPECT_EQ(follower.damagedLines(), 100);
    append(stopped);
    EXPECT_EQ(follower.read().size(), 1u);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // whose shadow needs all addresses
TEST_F(Follower, GarbageWithoutEndIsNotHeldInMemory)
{
    append(started);
    const auto log = attemptFolder(folder.path(), 1) / "events.jsonl";
    std::filesystem::resize_file(log, 600 << 20); // a hole: zeros that take no room on the disk
    append("\n" + stopped);
    rlimit before{};
    getrlimit(RLIMIT_AS, &before);
    std::ifstream pages("/proc/self/statm");
    rlim_t size = 0;
    pages >> size;
    const rlimit tight{size * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + (200 << 20), before.rlim_max};
    setrlimit(RLIMIT_AS, &tight);
    std::size_t count = 0;
    EXPECT_NO_THROW(count = follower.read().size());
    setrlimit(RLIMIT_AS, &before);
    EXPECT_EQ(count, 2u);
}
#endif

} // namespace
} // namespace regnet
