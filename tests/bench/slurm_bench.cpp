// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated cluster that has finished N jobs (100,000 by default), K of them a task (1 by default): how
// long writing the submissions and collecting the results takes, how many files there are, and how many calls
// the submissions need.
//   slurm_bench [N [K [FOLDER]]]
#include "core/slurm/slurm_executor.h"
#include "core/slurm/submission.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t networks = 250;

PopulationSpec population(std::uint64_t seed)
{
    PopulationSpec population;
    population.name = "bench";
    for (std::int64_t i = 1; i <= networks; ++i) {
        NetworkSpec network;
        network.stages = {
            Stage{.width = 8 * i, .depth = 1, .stride = 2, .bottleneckRatio = 1, .groupWidth = 8}};
        network.head.classes = 10;
        network.resolution = 32;
        population.networks.push_back(network);
    }
    TrainingSpec training;
    training.recipe.epochs = 10;
    training.seed = seed;
    population.training = training;
    return population;
}

/// All that a task leaves behind: ten epochs and a result for each job, and its record.
void finishTasks(const Spool& spool, const std::string& token)
{
    const Submission submission = readSubmission(spool.root(), token);
    for (std::size_t i = 0; i < submission.entries.size(); ++i) {
        const ClaimedJob& job = submission.entries[i];
        const fs::path folder = attemptFolder(spool.jobFolder(job.id), job.attempt);
        fs::create_directories(folder);
        std::ofstream log(folder / "events.jsonl");
        for (std::int64_t epoch = 1; epoch <= 10; ++epoch)
            log << toJson(LoggedEvent{epoch, 1.7e9, EpochEvent{epoch, 0.1, 1, 50, 1, 40, 1}}).dump() << '\n';
        log << toJson(LoggedEvent{11, 1.7e9, FinishedEvent{40, 40, 10}}).dump() << '\n';
        const std::int64_t task = static_cast<std::int64_t>(i) / submission.jobsPerTask;
        std::ofstream record(submissionFolder(spool.root(), token) / "tasks" / std::to_string(task),
                             std::ios::app);
        if (static_cast<std::int64_t>(i) % submission.jobsPerTask == 0)
            record << "start 0 1 node1 1700000000\n";
        record << "begin " << job.id << ' ' << job.attempt << " 1700000001\nexit " << job.id
               << " 0 1700000002\n";
        const bool isLast = i + 1 == submission.entries.size() ||
                            (static_cast<std::int64_t>(i) + 1) % submission.jobsPerTask == 0;
        if (isLast) record << "end 0 done 1700000003\n";
    }
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

int run(std::int64_t jobs, std::int64_t jobsPerTask, const fs::path& folder)
{
    fs::create_directories(folder);
    const Spool spool(folder / "spool");
    spool.create();
    SiteProfile profile;
    profile.name = "sim";
    profile.worker = "/opt/regnet-worker";
    profile.jobsPerTask = jobsPerTask;
    profile.askSeconds = 0; // this cluster has no memory: asked, it would say that all tasks are gone
    writeProfiles(folder / "slurm.json", {profile});
    Store store(folder / "runs.db", "slurm_bench");
    for (std::int64_t seed = 1; seed <= jobs / networks; ++seed)
        store.add(population(static_cast<std::uint64_t>(seed)));
    store.send({}, "sim");
    std::int64_t arrays = 0, calls = 0;
    SlurmSettings settings;
    settings.profiles = folder / "slurm.json";
    settings.runner = [&](const std::vector<std::string>& words, const std::string&, double) {
        CommandResult result;
        result.exitCode = 0;
        ++calls;
        if (words.back().find("config") != std::string::npos) result.out = "MaxArraySize = 1001\n";
        if (words.back().find("sbatch") != std::string::npos)
            result.out = std::to_string(1000 + ++arrays) + "\n";
        return result;
    };
    auto start = Clock::now();
    {
        SlurmExecutor remote(store, spool, settings);
        Recovery recovery;
        remote.recover(recovery);
        while (!remote.hasSent()) {
            StepReport report;
            remote.step(report, true);
            if (report.news.empty()) continue;
            fmt::print(stderr, "slurm_bench: {}\n", report.news.front());
            return 1;
        }
    }
    fmt::print("submitted: {} jobs in {} arrays, {:.1f} s, {} calls\n", store.counts().of(JobState::Claimed),
               arrays, secondsSince(start), calls);
    for (const ArrayRecord& array : store.arrays())
        finishTasks(spool, array.token);
    std::int64_t files = 0, folders = 0;
    std::uintmax_t bytes = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(spool.root())) {
        if (entry.is_directory())
            ++folders;
        else if (entry.is_regular_file()) {
            ++files;
            bytes += entry.file_size();
        }
    }
    fmt::print("before collecting: {} files, {} folders, {:.0f} MB\n", files, folders,
               static_cast<double>(bytes) / 1e6);
    calls = 0;
    start = Clock::now();
    SlurmExecutor remote(store, spool, settings);
    Recovery recovery;
    remote.recover(recovery);
    fmt::print("recovered after {:.1f} s\n", secondsSince(start));
    double longest = 0;
    std::int64_t steps = 0;
    while (store.counts().of(JobState::Done) < jobs) {
        const auto before = Clock::now();
        StepReport report;
        remote.step(report, true);
        longest = std::max(longest, secondsSince(before));
        ++steps;
    }
    const double seconds = secondsSince(start);
    fmt::print(
        "collected: {} jobs, {:.1f} s, {:.0f} jobs a second, {} steps, the longest {:.0f} ms, {} calls\n",
        jobs, seconds, static_cast<double>(jobs) / seconds, steps, longest * 1000, calls);
    return 0;
}

} // namespace
} // namespace regnet

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::int64_t jobs = argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 100'000;
    const std::int64_t jobsPerTask = argc > 2 ? std::strtoll(argv[2], nullptr, 10) : 1;
    const std::filesystem::path folder =
        argc > 3 ? std::filesystem::path(argv[3]) : std::filesystem::temp_directory_path() / "slurm_bench";
    return regnet::run(jobs, jobsPerTask, folder);
}
