// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool.h"

#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <unistd.h>

namespace regnet {
namespace {

class SpoolTest : public testing::Test
{
protected:
    TemporaryFolder folder;
    Spool spool{folder / "runs.spool"};
};

TEST_F(SpoolTest, StandsBesideTheStore)
{
    EXPECT_EQ(defaultSpool("some/runs.db"), "some/runs.spool");
}

TEST_F(SpoolTest, StandsBesideTheStoreThatALinkLeadsTo)
{
    const auto place = std::filesystem::canonical(folder.path());
    std::ofstream(folder / "runs.db") << "x";
    std::filesystem::create_symlink("runs.db", folder / "link.db");
    EXPECT_EQ(defaultSpool(folder / "link.db"), place / "runs.spool");
    Spool(folder / "link.spool").create(); // from when it stood beside the link
    EXPECT_EQ(defaultSpool(folder / "link.db"), folder / "link.spool");
    spool.create();
    EXPECT_EQ(defaultSpool(folder / "link.db"), place / "runs.spool");
}

TEST_F(SpoolTest, AFolderThatCannotBeWrittenIsReportedAtOnce)
{
    if (geteuid() == 0) {
        // Root may write everywhere; a file in place of the folder stops even root.
        std::ofstream(folder / "runs.spool") << "in the way";
    } else {
        std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_read);
    }
    EXPECT_THROW(spool.create(), Error);
}

TEST_F(SpoolTest, KeepsPopulationsWithAllTheirTrainings)
{
    spool.create();
    PopulationSpec population = populationOf(2, "B/../ü");
    spool.keep(population);
    population.training->seed = 2;
    spool.keep(population);
    population.training->seed = 1;
    spool.keep(population);
    std::vector<Problem> problems;
    const auto kept = spool.populations(problems);
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(kept[0].population.name, "B/../ü");
    EXPECT_EQ(kept[0].population.networks, population.networks);
    ASSERT_EQ(kept[0].trainings.size(), 2u);
    EXPECT_EQ(kept[0].trainings.back(), smallTraining()) << "the one asked for last stands last";
    population.networks.pop_back();
    EXPECT_THROW(spool.keep(population), Error);
}

TEST_F(SpoolTest, PopulationsThatAreLeftOutAreNotRead)
{
    spool.create();
    spool.keep(populationOf(2, "A"));
    spool.keep(populationOf(3, "B/../ü"));
    for (const auto& file : std::filesystem::directory_iterator(folder / "runs.spool" / "populations"))
        if (!file.path().filename().string().starts_with('A')) std::ofstream(file.path()) << "no JSON";
    std::vector<Problem> problems;
    const auto kept = spool.populations(problems, std::vector<std::string>{"B/../ü"});
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].population.name, "A");
    EXPECT_TRUE(problems.empty());
    spool.populations(problems);
    EXPECT_EQ(problems.size(), 1u) << "otherwise it is";
}

TEST_F(SpoolTest, EndsOfAttemptsComeBack)
{
    spool.create();
    EXPECT_FALSE(spool.readEnd("job", 1));
    const EndRecord end{{}, 9, JobState::Queued, "died", 2, 1234.5};
    spool.writeEnd("job", 1, end);
    EXPECT_EQ(spool.readEnd("job", 1), end);
    spool.writeProcess("job", 1, {4711, 99, "boot"});
    EXPECT_EQ(spool.readProcess("job", 1), (ProcessIdentity{4711, 99, "boot"}));
    EXPECT_EQ(spool.attempts("job"), std::vector<std::int64_t>{1});
    std::ofstream(attemptFolder(spool.jobFolder("job"), 1) / "end.json") << "torn";
    EXPECT_FALSE(spool.readEnd("job", 1));
}

TEST_F(SpoolTest, AJobIsAFolderOfTheSpoolAndNothingElse)
{
    spool.create();
    for (const char* name : {"..", "../thesis", "/etc", "", "populations", "requests", "deleted"})
        EXPECT_THAT(problemOf([&] { static_cast<void>(spool.jobFolder(name)); }),
                    testing::HasSubstr("has no job"))
            << name;
    std::filesystem::create_directory_symlink(spool.root() / "populations", spool.root() / "3f2a");
    EXPECT_THAT(problemOf([&] { static_cast<void>(spool.jobFolder("3f2a")); }),
                testing::HasSubstr("is a link"));
}

TEST_F(SpoolTest, AnAttemptThatNobodyCanHaveMadeIsNone)
{
    spool.create();
    for (const char* number : {"2", "03", "1000001", "9223372036854775807", "-1", "0"})
        std::filesystem::create_directories(spool.jobFolder("job") / (std::string("attempt-") + number));
    EXPECT_EQ(spool.attempts("job"), std::vector<std::int64_t>{2});
}

TEST_F(SpoolTest, NumbersOfAPopulationAreNotChangedInSilence)
{
    const nlohmann::json good = toJson(populationOf(1));
    EXPECT_EQ(populationFromJson(good, "p.json").seed, populationOf(1).seed);
    for (const nlohmann::json& seed : {nlohmann::json(-1), nlohmann::json(1.7), nlohmann::json(1e300)}) {
        nlohmann::json bad = good;
        bad["seed"] = seed;
        EXPECT_THAT(problemOf([&] { populationFromJson(bad, "p.json"); }),
                    testing::HasSubstr("p.json, seed: is " + seed.dump()));
    }
    for (const nlohmann::json& format : {nlohmann::json(-3), nlohmann::json(0), nlohmann::json(1.9)}) {
        nlohmann::json bad = good;
        bad["format"] = format;
        EXPECT_THAT(problemOf([&] { populationFromJson(bad, "p.json"); }), testing::HasSubstr("format: is"));
    }
}

TEST_F(SpoolTest, WhatNestsDeeperThanAnyStackIsNamedAndLeftOut)
{
    spool.create();
    const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
    std::ofstream(spool.root() / "populations" / "deep.json")
        << R"({"format":1,"name":"deep","space":"","seed":1,"space_definition":)" << deep
        << R"(,"constraints":[],"networks":[],"trainings":[]})";
    std::vector<Problem> problems;
    EXPECT_TRUE(spool.populations(problems).empty());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].wrong, "is nested too deeply");
    std::ofstream(spool.root() / "wishes.json") << R"({"jobs":)" << deep << "}";
    EXPECT_EQ(spool.readWishes(), Wishes{});
}

TEST_F(SpoolTest, TheTailOfALogStartsWithAWholeLine)
{
    std::filesystem::create_directories(attemptFolder(spool.jobFolder("job"), 1));
    std::ofstream(workerLog(spool.jobFolder("job"), 1)) << "a long first line\nsecond\nthird\n\n";
    EXPECT_EQ(spool.logTail("job", 1, 18), "second\nthird");
    EXPECT_EQ(spool.logTail("job", 1), "a long first line\nsecond\nthird");
    EXPECT_EQ(spool.logTail("job", 2), "");
}

} // namespace
} // namespace regnet
