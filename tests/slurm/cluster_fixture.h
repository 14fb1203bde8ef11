// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/local_executor.h"
#include "core/slurm/slurm_executor.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace regnet {

/// One Slurm for all tests of the program; stopped at its end.
class MiniCluster : public testing::Environment
{
public:
    void SetUp() override;
    void TearDown() override;

    static bool isThere();
    static void restartController();
};

/// A store on this disk, a spool under a name that no shell likes, and a profile for the mini cluster.
class ClusterTest : public testing::Test
{
protected:
    ClusterTest();
    void SetUp() override;

    SiteProfile profile() const;
    void use(const SiteProfile& profile) const;
    void script(const std::string& lines) const;
    /// Queues networks of depth 1..n for the cluster.
    void add(Store& store, std::int64_t n, const std::string& place = "mini") const;
    std::unique_ptr<Dispatcher> makeDispatcher(Store& store, CommandRunner runner = {});
    /// Steps until the condition holds; fails the test after `seconds`.
    void stepUntil(Dispatcher& dispatcher, const std::function<bool()>& condition, double seconds = 60);
    JobRecord job(const StoreReader& store, std::int64_t depth) const
    {
        return *store.job(jobOfDepth(depth));
    }
    ArrayEntry entry(const StoreReader& store, std::int64_t depth) const;
    std::string arrayName(const StoreReader& store) const;
    /// A worker that ran while another one was in the same folder leaves a note.
    bool hadOverlap() const;

    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
    Spool spool;
    LocalExecutor executor{{std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker", 5, 1}};
    std::vector<std::string> news;
};

/// Runs a command line of Slurm's; its output.
std::string slurm(const std::vector<std::string>& words);

} // namespace regnet
