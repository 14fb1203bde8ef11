// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "core/store/store.h"
#include "tests/fuzz/scratch_folder.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

void readAll(const regnet::StoreReader& store)
{
    for (const regnet::PopulationSummary& summary : store.populations()) {
        store.population(summary.name);
        store.populationSpec(summary.name);
        store.trainings(summary.name);
    }
    for (const regnet::JobRecord& job : store.jobs({}, 100)) {
        store.jobSpec(job.id);
        store.epochs(job.id);
        store.result(job.id);
        store.started(job.id);
        store.populationsOf(job.id);
    }
    store.wishes();
    store.arrays();
    store.timedTrainings();
    store.work();
    store.nextDue();
    store.resultsDump();
}

template <typename Work>
void tried(Work work)
{
    try {
        work();
    } catch (const regnet::Error&) { // the answer to bad input
    }
}

} // namespace

// Whatever bytes a store has: what can be read, or an Error; and the same for the one who writes it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::filesystem::path file = regnet::scratchFolder() / "runs.db";
    for (const char* beside : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + beside);
    regnet::putFile(file, {reinterpret_cast<const char*>(data), size});
    tried([&] { regnet::StoreReader(file).fullCheck(); });
    tried([&] { readAll(regnet::StoreReader(file)); });
    tried([&] {
        regnet::Store store(file, "fuzz");
        store.claim("cpu", 1e10);
        readAll(store);
    });
    return 0;
}
