// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/queue/job.h"
#include "tests/core/store/file_size_limit.h"
#include "tests/temporary_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace regnet {
namespace {

namespace fs = std::filesystem;

class EventLogTest : public testing::Test
{
protected:
    fs::path file(int attempt = 1) const
    {
        return m_folder / ("attempt-" + std::to_string(attempt)) / "events.jsonl";
    }
    std::string text() const
    {
        std::ostringstream all;
        all << std::ifstream(file()).rdbuf();
        return all.str();
    }
    void addText(const std::string& bytes) const { std::ofstream(file(), std::ios::app) << bytes; }

    const TemporaryFolder m_temporary;
    const fs::path m_folder = m_temporary.path();
};

EpochEvent epoch(std::int64_t number, double testError)
{
    return {.epoch = number,
            .learningRate = 0.05,
            .trainLoss = 1.5,
            .trainError = 50,
            .testLoss = 1.25,
            .testError = testError,
            .seconds = 2};
}

TEST_F(EventLogTest, WritesWhatReadEventsReads)
{
    {
        EventLog log(m_folder, 1);
        log.append(StartedEvent{.flops = 3,
                                .params = 2,
                                .activations = 1,
                                .firstEpoch = 0,
                                .torchVersion = "2.13.0",
                                .device = "cpu",
                                .revision = "abc",
                                .threads = 1});
        log.append(epoch(1, 60));
        log.append(StoppedEvent{.epoch = 1});
        log.append(FailedEvent{.exit = WorkerExit::OutOfMemory, .message = "no memory", .epoch = 2});
        log.append(FinishedEvent{.bestTestError = 40, .lastTestError = 42, .trainSeconds = 8});
    }
    const std::vector<LoggedEvent> events = readEvents(m_folder, 1);
    ASSERT_EQ(events.size(), 5U);
    for (std::size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(events[i].sequence, static_cast<std::int64_t>(i) + 1);
    EXPECT_GT(events[0].unixSeconds, 1.7e9);
    EXPECT_EQ(std::get<StartedEvent>(events[0].event).params, 2);
    EXPECT_EQ(std::get<EpochEvent>(events[1].event).testError, 60);
    EXPECT_EQ(std::get<StoppedEvent>(events[2].event).epoch, 1);
    EXPECT_EQ(std::get<FailedEvent>(events[3].event).exit, WorkerExit::OutOfMemory);
    EXPECT_EQ(std::get<FinishedEvent>(events[4].event).bestTestError, 40);
}

TEST_F(EventLogTest, ALineLooksLikeThis)
{
    const LoggedEvent event{.sequence = 7, .unixSeconds = 12.5, .event = StoppedEvent{.epoch = 3}};
    EXPECT_EQ(toJson(event).dump(), R"({"epoch":3,"event":"stopped","sequence":7,"time":12.5})");
}

TEST_F(EventLogTest, NoLogHasNoEvents)
{
    EXPECT_TRUE(readEvents(m_folder, 1).empty());
}

TEST_F(EventLogTest, AttemptsHaveLogsOfTheirOwn)
{
    EventLog(m_folder, 1).append(epoch(1, 60));
    EventLog(m_folder, 2).append(epoch(2, 50));
    ASSERT_EQ(readEvents(m_folder, 2).size(), 1U);
    EXPECT_EQ(std::get<EpochEvent>(readEvents(m_folder, 2)[0].event).epoch, 2);
}

TEST_F(EventLogTest, ALinkIsNotWrittenThrough)
{
    const fs::path notes = m_folder / "notes.txt";
    std::ofstream(notes) << "line one of mine\n";
    fs::create_directories(file(1).parent_path());
    fs::create_symlink(notes, file(1));
    EXPECT_THROW(EventLog(m_folder, 1), Error);
    EXPECT_EQ(fs::file_size(notes), 17u);
}

TEST_F(EventLogTest, ATornLastLineIsLeftOut)
{
    EventLog(m_folder, 1).append(epoch(1, 60));
    addText(R"({"event":"epoch","ep)");
    EXPECT_EQ(readEvents(m_folder, 1).size(), 1U);
}

TEST_F(EventLogTest, AnAttemptThatStartsAgainCutsTheTornLineAndCountsOn)
{
    EventLog(m_folder, 1).append(epoch(1, 60));
    addText(R"({"event":"epoch","ep)");
    EventLog(m_folder, 1).append(epoch(2, 55));
    const std::vector<LoggedEvent> events = readEvents(m_folder, 1);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].sequence, 2);
    EXPECT_EQ(std::get<EpochEvent>(events[1].event).testError, 55);
}

TEST_F(EventLogTest, ADamagedLineEndsTheReading)
{
    EventLog(m_folder, 1).append(epoch(1, 60));
    const std::string good = text();
    for (const char* damage : {"\n", "null\n", "{}\n", "{\"sequence\":2}\n", "\xff\xfe\n"}) {
        std::ofstream(file(), std::ios::trunc) << good << damage << good;
        EXPECT_EQ(readEvents(m_folder, 1).size(), 1U) << damage;
    }
}

TEST_F(EventLogTest, AGapInTheNumbersEndsTheReading)
{
    EventLog(m_folder, 1).append(epoch(1, 60));
    addText(toJson(LoggedEvent{3, 1.0, epoch(3, 50)}).dump() + "\n");
    EXPECT_EQ(readEvents(m_folder, 1).size(), 1U);
}

TEST_F(EventLogTest, AFullDiskIsASentenceAndTearsNoLine)
{
    EventLog log(m_folder, 1);
    log.append(epoch(1, 60));
    const std::string before = text();
    {
        const FileSizeLimit limit(before.size() + 10);
        EXPECT_THAT([&] { log.append(epoch(2, 50)); },
                    testing::ThrowsMessage<Error>(testing::HasSubstr("events.jsonl: cannot be written: ")));
    }
    EXPECT_EQ(text(), before);
    log.append(epoch(2, 50)); // there is room again
    EXPECT_EQ(readEvents(m_folder, 1).size(), 2U);
}

TEST_F(EventLogTest, ADeviceIsNoLog)
{
    fs::create_directories(file().parent_path());
    fs::create_symlink("/dev/zero", file());
    EXPECT_THAT([&] { EventLog(m_folder, 1); }, testing::Throws<Error>());
}

TEST(EventJson, AnUnknownEventIsNamed)
{
    EXPECT_THAT(
        [] {
            eventFromJson({{"sequence", 1}, {"event", "dreaming"}}, "events.jsonl:1");
        },
        testing::ThrowsMessage<Error>("events.jsonl:1, event: is \"dreaming\"; expected started, epoch, "
                                      "finished, failed or stopped"));
}

TEST(EventJson, AFieldOfANewerWorkerIsNoError)
{
    nlohmann::json json = toJson(LoggedEvent{1, 1.0, StoppedEvent{.epoch = 3}});
    json["battery"] = "low";
    EXPECT_EQ(std::get<StoppedEvent>(eventFromJson(json).event).epoch, 3);
}

} // namespace
} // namespace regnet
