// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A population trained by a command that is closed, killed and opened again gives what an undisturbed one
// gives.
#include "core/queue/local_executor.h"
#include "core/queue/spool.h"
#include "core/store/store.h"
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

namespace regnet {
namespace {

class QueueRestart : public testing::Test
{
protected:
    QueueRestart() { setenv("REGNET_WORKER", (std::string(REGNET_BIN_DIR) + "/scripted_worker").c_str(), 1); }

    std::vector<std::string> train(const std::string& store) const
    {
        return {"train",        "--store",   (folder / store).string(),
                "--population", "forty",     "--space",
                "RegNetX@cpu",  "--n",       "40",
                "--seed",       "3",         "--recipe",
                "cpu-tiny",     "--workers", "2"};
    }

    nlohmann::json edf(const std::string& store) const
    {
        return nlohmann::json::parse(
            runProgram("regnet", {"edf", (folder / store).string() + "#forty", "--json"}).output);
    }

    const TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
};

TEST_F(QueueRestart, FortyNetworksOnTwoWorkersGiveTheSameCurve)
{
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(runProgram("regnet", train("undisturbed.db")).exitCode, 0);
    // On a busy machine a program takes long before it does anything: what disturbs it has to wait, too.
    const auto undisturbed =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    std::filesystem::create_directories(folder / "disturbed.spool");
    std::ofstream(folder / "disturbed.spool" / "script.txt") << "epoch_ms 20\n";
    std::mt19937 random(5);
    int interruptions = 0, exitCode = -1;
    // Each time a little longer, so that it comes to an end on a machine that is busy with other things, too.
    for (; exitCode != 0 && interruptions < 200; ++interruptions) {
        const int signals[] = {SIGINT, SIGTERM, SIGKILL};
        const auto delay = undisturbed * (10 + random() % 25) / 100 * (1 + interruptions / 8);
        const ProgramResult result =
            runProgramFor("regnet", train("disturbed.db"), delay, signals[random() % 3]);
        exitCode = result.exitCode;
        ASSERT_THAT(exitCode, testing::AnyOf(0, 130, 128 + SIGKILL, 128 + SIGTERM, 128 + SIGINT))
            << result.errors;
    }
    ASSERT_EQ(exitCode, 0) << "it never came to its end";
    EXPECT_GT(interruptions, 2) << "nothing was disturbed";
    nlohmann::json expected = edf("undisturbed.db"), got = edf("disturbed.db");
    for (nlohmann::json* curve : {&expected, &got})
        curve->at("populations").at(0).erase("source");
    EXPECT_NE(got.at("populations").at(0).at("min"), got.at("populations").at(0).at("mean"));
    EXPECT_EQ(got.at("populations").at(0).at("n"), 40);
    EXPECT_EQ(got, expected);
    const StoreReader store(folder / "disturbed.db");
    EXPECT_TRUE(store.activeJobs().empty());
    EXPECT_EQ(store.counts().of(JobState::Done), 40);
    const Spool spool(folder / "disturbed.spool");
    for (const std::string& id : spool.jobs())
        EXPECT_FALSE(workerIn(spool.jobFolder(id))) << "a process is left";
}

} // namespace
} // namespace regnet
