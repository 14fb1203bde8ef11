// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/local_executor.h"
#include "core/queue/spool.h"
#include "core/store/store.h"
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <random>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

/// `regnet tour` with a worker that trains nothing; REGNET_TOUR_WORKER names a real one (slower).
class TourCommand : public testing::Test
{
protected:
    TourCommand()
    {
        const char* asked = std::getenv("REGNET_TOUR_WORKER");
        setenv("REGNET_WORKER", asked ? asked : REGNET_BIN_DIR "/scripted_worker", 1);
    }

    static std::vector<std::string> tour(const std::filesystem::path& out)
    {
        return {"tour", "--n", "6", "--recipe", "cpu-tiny", "--workers", "2", "--out", out.string()};
    }

    static pid_t start(const std::filesystem::path& out)
    {
        std::vector<std::string> words = tour(out);
        words.insert(words.begin(), REGNET_BIN_DIR "/regnet");
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        pid_t child = 0;
        EXPECT_EQ(posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environ), 0);
        posix_spawn_file_actions_destroy(&files);
        return child;
    }

    static void killSomeWorker(const Spool& spool, std::mt19937& random)
    {
        const std::vector<std::string> ids = spool.jobs();
        if (ids.empty()) return;
        if (const auto worker = workerIn(spool.jobFolder(ids[random() % ids.size()])))
            kill(static_cast<pid_t>(worker->pid), SIGKILL);
    }

    static std::string text(const std::filesystem::path& path)
    {
        std::ostringstream all;
        all << std::ifstream(path).rdbuf();
        return all.str();
    }

    const TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
};

TEST_F(TourCommand, KilledAtAnyMomentItEndsWithTheSameResults)
{
    const ProgramResult undisturbed = runProgram("regnet", tour(folder / "undisturbed"));
    ASSERT_EQ(undisturbed.exitCode, 0) << undisturbed.errors;

    const std::filesystem::path out = folder / "disturbed";
    const char* asked = std::getenv("REGNET_KILLS");
    const int kills = asked ? std::max(1, std::atoi(asked)) : 6;
    std::mt19937 random(11);
    int hits = 0;
    for (int i = 0; i < kills; ++i) {
        const pid_t child = start(out);
        std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 400));
        if (std::filesystem::exists(out / "tour.db") && random() % 3 == 0)
            killSomeWorker(Spool(defaultSpool(out / "tour.db")), random);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) ++hits;
    }
    EXPECT_GT(hits, 0);
    const ProgramResult last = runProgram("regnet", tour(out));
    ASSERT_EQ(last.exitCode, 0) << last.errors;

    EXPECT_EQ(text(out / "results.csv"), text(folder / "undisturbed" / "results.csv"));
    const StoreReader store(out / "tour.db");
    EXPECT_EQ(store.counts().of(JobState::Done), 12);
    EXPECT_TRUE(store.activeJobs().empty());
    EXPECT_TRUE(store.fullCheck().empty());
}

} // namespace
} // namespace regnet
