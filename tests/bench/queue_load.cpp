// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A queue under load: JOBS queued jobs, WORKERS scripted workers at a time, one dispatcher and three readers,
// for SECONDS.
//
//   queue_load [JOBS [WORKERS [SECONDS [EPOCH_MS]]]]     100000 32 180 1000
//
// A line each ten seconds: jobs that are done, the dispatcher's share of a core, how long its longest step
// and the readers' longest look took, what all of this process has in memory, and the size of the store's
// log. Ends with 1 where anybody found the store busy or damaged.
#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/queue/request.h"
#include "core/store/store.h"
#include "tests/bench/large_population.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace regnet;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

PopulationSpec loadOf(std::int64_t n)
{
    PopulationSpec population = largePopulation("load", n);
    population.training->recipe.epochs = 3;
    population.training->dataSet.name = "procedural";
    return population;
}

/// The largest of what several threads saw since it was asked last.
class Longest
{
public:
    void note(double seconds)
    {
        double before = m_seconds.load();
        while (before < seconds && !m_seconds.compare_exchange_weak(before, seconds)) {
        }
    }
    double take() { return m_seconds.exchange(0); }

private:
    std::atomic<double> m_seconds = 0;
};

struct Load
{
    fs::path store;
    std::atomic<bool> isQueued = false, isOver = false;
    std::atomic<std::int64_t> busy = 0, failures = 0, looks = 0;
    std::atomic<double> dispatcherSeconds = 0; ///< of a core
    Longest step, look;

    void note(const Error& error)
    {
        const bool isBusy = std::string_view(error.what()).find("locked") != std::string_view::npos;
        (isBusy ? busy : failures)++;
        std::fprintf(stderr, "%s\n", error.what());
    }
};

/// What a window asks ten times a second, and a figure now and then.
void readOn(Load& load)
{
    StoreReader store(load.store);
    std::int64_t version = 0;
    for (int round = 0; !load.isOver; ++round) {
        const auto start = Clock::now();
        try {
            version = std::max(version, store.jobsVersion());
            store.jobsChangedSince(version, 1000);
            store.counts();
            store.work();
            store.jobPage({}, round * 100 % 50'000, 100);
            if (round % 100 == 99) store.population("load");
        } catch (const Error& error) {
            load.note(error);
        }
        load.look.note(secondsSince(start));
        ++load.looks;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
}

void dispatch(Load& load, std::int64_t jobs, std::int64_t workers, const fs::path& worker)
{
    Store store(load.store, "queue_load");
    const Spool spool(defaultSpool(load.store));
    spool.create();
    const auto start = Clock::now();
    const PopulationSpec population = loadOf(jobs);
    spool.keep(population);
    store.add(population);
    std::printf("%lld jobs queued in %.1f s\n", static_cast<long long>(jobs), secondsSince(start));
    load.isQueued = true;
    LocalExecutor executor({worker, 19, 1});
    DispatcherSettings settings;
    settings.slots = {DeviceSlots{.workers = workers}};
    Dispatcher dispatcher(store, spool, executor, settings);
    dispatcher.recover();
    bool isStopped = false;
    while (true) {
        const auto begun = Clock::now();
        try {
            if (load.isOver && !std::exchange(isStopped, true)) dispatcher.stop();
            answerRequests(store, spool);
            const StepReport report = dispatcher.step();
            if ((isStopped || report.isIdle) && report.running == 0) return;
        } catch (const Error& error) {
            load.note(error);
        }
        load.step.note(secondsSince(begun));
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        load.dispatcherSeconds = static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // as often as the window's own
    }
}

/// Resident now, in MB.
double memory()
{
    std::ifstream file("/proc/self/statm");
    long all = 0, resident = 0;
    file >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void report(Load& load, double seconds)
{
    const auto start = Clock::now();
    double usedBefore = load.dispatcherSeconds, timeBefore = 0;
    std::printf("%6s %8s %8s %9s %9s %9s %8s %6s\n", "s", "done", "running", "core %", "step ms", "look ms",
                "MB", "WAL MB");
    while (secondsSince(start) < seconds && !load.isOver) {
        std::this_thread::sleep_for(std::chrono::seconds(10));
        const JobCounts counts = StoreReader(load.store).counts();
        const double used = load.dispatcherSeconds, time = secondsSince(start);
        std::error_code ignored;
        const auto log = fs::file_size(load.store.string() + "-wal", ignored);
        std::printf("%6.0f %8lld %8lld %9.1f %9.1f %9.1f %8.0f %6.1f\n", time,
                    static_cast<long long>(counts.of(JobState::Done)),
                    static_cast<long long>(counts.of(JobState::Running)),
                    100 * (used - usedBefore) / (time - timeBefore), 1e3 * load.step.take(),
                    1e3 * load.look.take(), memory(), ignored ? 0 : static_cast<double>(log) / 1e6);
        std::fflush(stdout);
        usedBefore = used;
        timeBefore = time;
    }
}

std::int64_t argument(int argc, char** argv, int place, std::int64_t otherwise)
{
    return argc > place ? std::atoll(argv[place]) : otherwise;
}

} // namespace

int main(int argc, char** argv)
{
    std::string pattern = (fs::temp_directory_path() / "regnet-load-XXXXXX").string();
    const fs::path folder = mkdtemp(pattern.data());
    Load load;
    load.store = folder / "runs.db";
    fs::create_directories(defaultSpool(load.store));
    std::ofstream(defaultSpool(load.store) / "script.txt")
        << "epoch_ms " << argument(argc, argv, 4, 1000) << '\n';
    const fs::path worker = fs::canonical(argv[0]).parent_path() / "scripted_worker";
    std::thread dispatcher(
        [&] { dispatch(load, argument(argc, argv, 1, 100'000), argument(argc, argv, 2, 32), worker); });
    while (!load.isQueued)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] { readOn(load); });
    report(load, static_cast<double>(argument(argc, argv, 3, 180)));
    load.isOver = true;
    dispatcher.join();
    for (std::thread& reader : readers)
        reader.join();
    const std::vector<std::string> damage = StoreReader(load.store).fullCheck();
    std::printf("%lld looks; busy %lld times, other failures %lld, damage %zu\n",
                static_cast<long long>(load.looks), static_cast<long long>(load.busy),
                static_cast<long long>(load.failures), damage.size());
    fs::remove_all(folder);
    return load.busy + load.failures + static_cast<std::int64_t>(damage.size()) > 0 ? 1 : 0;
}
