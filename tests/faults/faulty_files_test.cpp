// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each write of dispatcher and worker in turn fails, is cut, is the last one, or the one at which the clock
// jumps; allocations of the dispatcher fail. Afterwards the same command, on a machine that works again, ends
// with the results of a run that nobody disturbed.

#include "core/queue/spool.h"
#include "core/store/store.h"
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

namespace regnet {
namespace {

namespace fs = std::filesystem;

/// Which program is hit, and how; as faulty_files.cpp names it.
struct Fault
{
    const char* program;
    const char* how;
};

std::ostream& operator<<(std::ostream& out, const Fault& fault)
{
    return out << fault.program << '_' << fault.how;
}

class FaultyFilesTest : public testing::TestWithParam<Fault>
{
protected:
    FaultyFilesTest() { setenv("REGNET_WORKER", REGNET_BIN_DIR "/scripted_worker", 1); }
    ~FaultyFilesTest() override { undisturbed(); }

    static void undisturbed()
    {
        for (const char* name :
             {"LD_PRELOAD", "REGNET_FAULT_AT", "REGNET_FAULT_HOW", "REGNET_FAULT_COUNT", "REGNET_FAULT_ONCE"})
            unsetenv(name);
    }

    static std::vector<std::string> command(const fs::path& folder)
    {
        return {"train",        "--store",   (folder / "runs.db").string(),
                "--population", "few",       "--space",
                "RegNetX@cpu",  "--n",       "3",
                "--seed",       "5",         "--recipe",
                "cpu-tiny",     "--workers", "1"};
    }

    ProgramResult trainWith(const fs::path& folder, const Fault& fault, std::int64_t at,
                            const fs::path& count = {}) const
    {
        fs::remove(m_root / "once");
        setenv("REGNET_FAULT_ONCE", (m_root / "once").c_str(), 1);
        setenv("LD_PRELOAD", REGNET_FAULTY_FILES, 1);
        setenv("REGNET_FAULT_UNDER", folder.c_str(), 1);
        setenv("REGNET_FAULT_PROGRAM", fault.program, 1);
        setenv("REGNET_FAULT_AT", std::to_string(at).c_str(), 1);
        setenv("REGNET_FAULT_HOW", fault.how, 1);
        if (!count.empty()) setenv("REGNET_FAULT_COUNT", count.c_str(), 1);
        // On a full disk the queue waits for room, until somebody asks it to end.
        const bool waits = std::string_view(fault.how) == "full" && at > 0;
        const ProgramResult result =
            waits ? runProgramFor("regnet", command(folder), std::chrono::seconds(2), SIGINT)
                  : runProgram("regnet", command(folder));
        undisturbed();
        return result;
    }

    static std::vector<double> errorsOf(const fs::path& folder)
    {
        std::vector<double> errors;
        for (const Member& member : StoreReader(folder / "runs.db").population("few").members)
            errors.push_back(member.state == Member::State::Finished ? member.error : -1);
        return errors;
    }

    /// No job twice or half, nothing damaged, and no temporary file of a program that is gone.
    static void expectAllIsWell(const fs::path& folder)
    {
        const StoreReader store(folder / "runs.db");
        EXPECT_EQ(store.counts().of(JobState::Done), 3);
        EXPECT_TRUE(store.activeJobs().empty());
        EXPECT_TRUE(store.fullCheck().empty());
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            EXPECT_NE(entry.path().filename(), "overlap") << "two workers at once in " << entry.path();
            const std::string name = entry.path().filename().string();
            // The spool itself holds all jobs, and nobody lists it: one of these may stay for each death.
            if (!name.starts_with("wishes.json")) {
                EXPECT_EQ(name.find(".tmp"), std::string::npos) << entry.path();
            }
        }
    }

    /// Some of the calls, always the first and the last; REGNET_FAULTS asks for another number.
    static std::set<std::int64_t> some(std::int64_t calls)
    {
        const char* asked = std::getenv("REGNET_FAULTS");
        const auto most =
            static_cast<std::size_t>(std::clamp<std::int64_t>(asked ? std::atol(asked) : 8, 6, calls));
        std::mt19937 random(20261);
        std::set<std::int64_t> chosen{1, calls};
        while (chosen.size() < most)
            chosen.insert(1 + static_cast<std::int64_t>(random()) % calls);
        return chosen;
    }

    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path();
};

TEST_P(FaultyFilesTest, NothingIsLostWhicheverCallItIs)
{
    const Fault fault = GetParam();
    const fs::path whole = m_root / "whole", count = m_root / "count";
    fs::create_directory(whole);
    ASSERT_EQ(trainWith(whole, fault, 0, count).exitCode, 0);
    const std::vector<double> expected = errorsOf(whole);
    ASSERT_EQ(expected.size(), 3U);
    EXPECT_THAT(expected, testing::Each(testing::Gt(0)));
    // One dispatcher, and a worker for each network: calls are counted in each process for itself.
    const std::int64_t processes = std::string_view(fault.program) == "regnet" ? 1 : 3;
    const auto calls = static_cast<std::int64_t>(fs::file_size(count)) / processes;
    ASSERT_GT(calls, 10) << "the calls of " << fault.program << " are seen";

    int hits = 0;
    for (const std::int64_t at : some(calls)) {
        SCOPED_TRACE("call " + std::to_string(at) + " of " + std::to_string(calls));
        const fs::path folder = m_root / "hit";
        fs::remove_all(folder);
        fs::create_directory(folder);
        const ProgramResult hit = trainWith(folder, fault, at);
        hits += fs::exists(m_root / "once") ? 1 : 0; // another run may make a few calls less
        const bool mayDie = std::string_view(fault.how) == "killed" ||
                            std::string_view(fault.how) == "torn" ||
                            std::string_view(fault.how) == "powerless";
        const bool wasAsked = hit.exitCode == 130; // as programs end that were interrupted
        // Memory may be missing where nothing can be thrown, too.
        const bool mayAbort = std::string_view(fault.how).starts_with("starv");
        const bool isAboutClock = std::string_view(fault.how).starts_with("clock");
        if (isAboutClock) {
            EXPECT_EQ(hit.exitCode, 0) << "nobody notices\n" << hit.errors;
        }
        EXPECT_TRUE(hit.exitCode < 128 || wasAsked || (mayDie && hit.exitCode == 128 + SIGKILL) ||
                    (mayAbort && hit.exitCode == 128 + SIGABRT))
            << hit.exitCode << '\n'
            << hit.errors;
        if (hit.exitCode != 0 && hit.exitCode < 128) {
            EXPECT_THAT(hit.errors, testing::HasSubstr("regnet: ")) << "a sentence";
        }
        const ProgramResult again = runProgram("regnet", command(folder));
        EXPECT_EQ(again.exitCode, 0) << again.errors << "\nafter\n" << hit.errors;
        EXPECT_EQ(errorsOf(folder), expected);
        expectAllIsWell(folder);
    }
    EXPECT_GE(hits, 4);
    RecordProperty("calls that went wrong", hits);
}

INSTANTIATE_TEST_SUITE_P(Dispatcher, FaultyFilesTest,
                         testing::Values(Fault{"regnet", "full"}, Fault{"regnet", "broken"},
                                         Fault{"regnet", "short"}, Fault{"regnet", "torn"},
                                         Fault{"regnet", "killed"}, Fault{"regnet", "powerless"},
                                         Fault{"regnet", "clock_back"}, Fault{"regnet", "clock_ahead"},
                                         Fault{"regnet", "starved"}, Fault{"regnet", "starving"}),
                         testing::PrintToStringParamName());
// A worker on a full disk has the queue wait for room, which takes its time: DispatcherTest and WorkerTest
// play it.
INSTANTIATE_TEST_SUITE_P(Worker, FaultyFilesTest,
                         testing::Values(Fault{"scripted_worker", "broken"},
                                         Fault{"scripted_worker", "short"}, Fault{"scripted_worker", "torn"},
                                         Fault{"scripted_worker", "killed"},
                                         Fault{"scripted_worker", "powerless"},
                                         Fault{"scripted_worker", "clock_back"},
                                         Fault{"scripted_worker", "clock_ahead"}),
                         testing::PrintToStringParamName());

} // namespace
} // namespace regnet
