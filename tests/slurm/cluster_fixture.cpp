// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/slurm/cluster_fixture.h"

#include "core/queue/local_executor.h"
#include "core/queue/request.h"
#include "core/system/run_command.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

namespace regnet {
namespace {

std::unique_ptr<TemporaryFolder> clusterFolder;
bool hasCluster = false;

CommandResult mini(const std::string& what)
{
    return runCommand({"bash", REGNET_MINI_CLUSTER, what, clusterFolder->path().string()}, 60);
}

} // namespace

void MiniCluster::SetUp()
{
    clusterFolder = std::make_unique<TemporaryFolder>();
    const CommandResult started = mini("start");
    hasCluster = started.isGood();
    if (!hasCluster) {
        std::cout << started.err << "NO SLURM TESTS were run.\n";
        return;
    }
    setenv("SLURM_CONF", (clusterFolder->path() / "slurm.conf").c_str(), 1);
}

void MiniCluster::TearDown()
{
    if (hasCluster) mini("stop");
    clusterFolder.reset();
}

bool MiniCluster::isThere()
{
    return hasCluster;
}

void MiniCluster::restartController()
{
    ASSERT_TRUE(mini("restart").isGood());
}

std::string slurm(const std::vector<std::string>& words)
{
    return runCommand(words, 30).out;
}

ClusterTest::ClusterTest() : spool(folder / "it's a \"spool\" $HOME; true")
{
    setenv("REGNET_SLURM_PROFILES", (folder / "slurm.json").c_str(), 1);
}

void ClusterTest::SetUp()
{
    if (!MiniCluster::isThere()) GTEST_SKIP() << "NO SLURM TESTS: there is no cluster";
    spool.create();
    use(profile());
}

SiteProfile ClusterTest::profile() const
{
    SiteProfile profile;
    profile.name = "mini";
    profile.worker = (std::filesystem::path(REGNET_BIN_DIR) / "scripted_worker").string();
    profile.minutes = 5;
    profile.memoryMb = 200;
    profile.signalSeconds = 30;
    profile.throttle = 2;
    profile.askSeconds = 1;
    profile.lookSeconds = 0.1;
    profile.lostSeconds = 5;
    return profile;
}

void ClusterTest::use(const SiteProfile& profile) const
{
    writeProfiles(profilesFile(), {profile});
}

void ClusterTest::script(const std::string& lines) const
{
    std::ofstream(spool.root() / "script.txt") << lines;
}

void ClusterTest::add(Store& store, std::int64_t n, const std::string& place) const
{
    QueueRequest request = adding(populationOf(n));
    request.destination = place;
    carryOut(request, store, spool);
}

std::unique_ptr<Dispatcher> ClusterTest::makeDispatcher(Store& store, CommandRunner runner)
{
    SlurmSettings slurmSettings;
    slurmSettings.runner = std::move(runner);
    slurmSettings.retryDelaySeconds = 0;
    DispatcherSettings settings;
    settings.slots = {{.workers = 1}};
    settings.retryDelaySeconds = 0;
    settings.remote = std::make_shared<SlurmExecutor>(store, spool, slurmSettings);
    auto dispatcher = std::make_unique<Dispatcher>(store, spool, executor, settings);
    dispatcher->recover();
    return dispatcher;
}

void ClusterTest::stepUntil(Dispatcher& dispatcher, const std::function<bool()>& condition, double seconds)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (!condition()) {
        ASSERT_LT(std::chrono::steady_clock::now(), deadline)
            << "it never came; squeue says:\n"
            << slurm({"squeue"}) << testing::PrintToString(news);
        const StepReport report = dispatcher.step();
        news.insert(news.end(), report.news.begin(), report.news.end());
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

ArrayEntry ClusterTest::entry(const StoreReader& store, std::int64_t depth) const
{
    for (const ArrayRecord& array : store.arrays())
        for (const ArrayEntry& entry : store.arrayEntries(array.token))
            if (entry.job == jobOfDepth(depth)) return entry;
    return {};
}

std::string ClusterTest::arrayName(const StoreReader& store) const
{
    const auto arrays = store.arrays();
    return arrays.empty() ? std::string() : arrays.front().name;
}

bool ClusterTest::hadOverlap() const
{
    for (const std::string& id : spool.jobs())
        if (std::filesystem::exists(spool.jobFolder(id) / "overlap")) return true;
    return false;
}

} // namespace regnet
