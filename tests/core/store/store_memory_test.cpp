// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <new>

namespace regnet {
namespace {

/// SQLite's own allocations, one of which fails (or all from that one on), while it lives. No store may be
/// open when it comes and goes.
class FailingMemory
{
public:
    FailingMemory(std::int64_t good, bool isLasting)
    {
        s_left = good;
        s_isLasting = isLasting;
        sqlite3_shutdown();
        sqlite3_config(SQLITE_CONFIG_GETMALLOC, &s_real);
        sqlite3_mem_methods failing = s_real;
        failing.xMalloc = [](int size) -> void* { return fails() ? nullptr : s_real.xMalloc(size); };
        failing.xRealloc = [](void* block, int size) -> void* {
            return fails() ? nullptr : s_real.xRealloc(block, size);
        };
        sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    }
    ~FailingMemory()
    {
        sqlite3_shutdown();
        sqlite3_config(SQLITE_CONFIG_MALLOC, &s_real);
    }
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;

    /// Whether the one that fails has been asked for.
    static bool hasFailed() { return s_left < 0; }

private:
    static bool fails()
    {
        if (s_left < 0) return s_isLasting;
        return --s_left < 0;
    }

    static inline sqlite3_mem_methods s_real{};
    static inline std::int64_t s_left = 0;
    static inline bool s_isLasting = false;
};

/// A store is made, a population queued, its job trained to the end and read: what a dispatcher does. Each
/// step may have been done before.
void work(const std::filesystem::path& file)
{
    Store store(file, "test");
    if (store.populations().empty()) store.add(populationOf(1));
    const std::string id = jobOfDepth(1);
    if (store.job(id)->state == JobState::Queued) store.claim("cpu", 1e10);
    const std::vector<LoggedEvent> log{{1, 1000, StartedEvent{11, 22, 33, 0, "2.13.0", "cpu", "abc", 1}},
                                       {2, 1001, EpochEvent{1, 0.1, 2, 80, 2, 60, 1.5}},
                                       {3, 1002, EpochEvent{2, 0.1, 2, 70, 2, 50, 1.5}},
                                       {4, 1003, EpochEvent{3, 0.1, 2, 60, 2, 52, 1.5}},
                                       {5, 2000, FinishedEvent{50, 51, 12}}};
    store.record(id, 1, log);
    if (store.job(id)->state == JobState::Running) store.end({id, 1}, {JobState::Done, "", 0, 0});
    for (const PopulationSummary& summary : store.populations())
        store.population(summary.name);
}

class StoreMemory : public testing::TestWithParam<bool>
{
};

TEST_P(StoreMemory, AnAllocationOfSqliteThatFailsIsASentenceAndTheWorkGoesOn)
{
    std::string whole;
    {
        const TemporaryFolder folder;
        work(folder / "runs.db");
        whole = Store(folder / "runs.db", "test").resultsDump();
    }
    // All of them take an hour: every 199th here, every one with REGNET_FAULTS=1.
    const std::int64_t step = std::getenv("REGNET_FAULTS") ? 1 : 199;
    std::int64_t hits = 0;
    for (std::int64_t good = 0;; good += step) {
        const TemporaryFolder folder;
        bool hasFailed = false;
        {
            const FailingMemory memory(good, GetParam());
            try {
                work(folder / "runs.db");
            } catch (const Error&) { // a sentence
            } catch (const std::bad_alloc&) {
            }
            hasFailed = FailingMemory::hasFailed();
        }
        if (!hasFailed) break;
        ++hits;
        ASSERT_NO_THROW(work(folder / "runs.db")) << "after " << good << " allocations";
        Store store(folder / "runs.db", "test");
        ASSERT_TRUE(store.fullCheck().empty()) << "after " << good << " allocations";
        ASSERT_EQ(store.resultsDump(), whole) << "after " << good << " allocations";
    }
    EXPECT_GT(hits, 5) << "SQLite was not hit";
}

INSTANTIATE_TEST_SUITE_P(OnceOrLasting, StoreMemory, testing::Bool(),
                         [](const auto& how) { return how.param ? "Lasting" : "Once"; });

} // namespace
} // namespace regnet
