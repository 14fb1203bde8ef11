// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A queue of N jobs (100,000 by default) in a store of its own: how long each look takes, and how much
// memory. Goals: open within 2 s; a page, counts and news within a frame or two.
#include "core/store/store.h"
#include "tests/bench/large_population.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sys/resource.h>

namespace {

using namespace regnet;

void measure(const char* what, const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-44s %9.2f ms   peak %5ld MB\n", what, took.count(), usage.ru_maxrss / 1024);
}

void look(const std::filesystem::path& file)
{
    std::optional<StoreReader> store;
    measure("open", [&] { store.emplace(file); });
    measure("first page", [&] { store->jobPage({}, 0, 100); });
    measure("page at the middle", [&] { store->jobPage({}, 50'000, 100); });
    measure("page of failed jobs", [&] { store->jobPage({{JobState::Failed}, {}, {}}, 100, 100); });
    measure("page of the population", [&] { store->jobPage({{}, "large", {}}, 50'000, 100); });
    measure("page by the beginning of a name", [&] { store->jobPage({{}, {}, "3f2"}, 0, 100); });
    measure("counts by state", [&] { store->counts(); });
    measure("counts of the population", [&] { store->counts({{}, {"large"}}); });
    measure("work done and to do", [&] { store->work(); });
    const std::int64_t version = store->jobsVersion();
    measure("news: 100 changed jobs", [&] { store->jobsChangedSince(version - 100); });
    measure("next job to claim", [&] { store->nextQueued(0); });
    measure("quick check", [&] { store->quickCheck(); });
    measure("all jobs at once", [&] { store->jobs(); });
}

} // namespace

int main(int argc, char** argv)
{
    const std::int64_t n = argc > 1 ? std::atoll(argv[1]) : 100'000;
    std::string pattern = (std::filesystem::temp_directory_path() / "regnet-bench-XXXXXX").string();
    const std::filesystem::path folder = mkdtemp(pattern.data());
    const std::filesystem::path file = folder / "large.db";
    if (argc > 2) { // a process of its own, whose memory is that of looking alone
        look(argv[2]);
        std::filesystem::remove_all(folder);
        return 0;
    }
    {
        Store store(file, "queue_bench");
        const PopulationSpec population = largePopulation("large", n);
        measure("add the population", [&] { store.add(population); });
        measure("claim, run and fail 300 jobs", [&] {
            for (int i = 0; i < 300; ++i) {
                const ClaimedJob job = *store.claim("cpu", 0);
                store.end(job, {JobState::Failed, "as an example", 3, 0});
            }
        });
        measure("pause and resume every job", [&] {
            store.pause({});
            store.resume({});
        });
    }
    std::fflush(stdout);
    const std::string again =
        std::string("'") + argv[0] + "' " + std::to_string(n) + " '" + file.string() + "'";
    const int status = std::system(again.c_str());
    std::printf("the file: %.0f MB\n", static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    std::filesystem::remove_all(folder);
    return status == 0 ? 0 : 1;
}
