// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/request.h"
#include "core/slurm/slurm_executor.h"
#include "core/slurm/submission.h"
#include "tests/core/queue/queue_fixture.h"
#include "tests/core/slurm/fake_cluster.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace regnet {

/// An executor whose cluster is played: the test says what its tasks write and what Slurm answers.
class SlurmExecutorTest : public QueueTest
{
protected:
    SlurmExecutorTest() { use(profile()); }

    static SiteProfile profile()
    {
        SiteProfile profile;
        profile.name = "lab";
        profile.worker = "/opt/regnet-worker";
        profile.askSeconds = 0.02;
        profile.lookSeconds = 0.05;
        profile.lostSeconds = 0.2;
        return profile;
    }
    void use(const SiteProfile& profile) const { writeProfiles(profiles, {profile}); }

    void send(Store& store, std::int64_t n) const
    {
        spool.create();
        QueueRequest request = adding(populationOf(n));
        request.destination = "lab";
        carryOut(request, store, spool);
    }

    std::unique_ptr<SlurmExecutor> executorOn(Store& store)
    {
        SlurmSettings settings;
        settings.profiles = profiles;
        settings.runner = cluster.runner();
        settings.retryDelaySeconds = retryDelaySeconds;
        settings.triesAgain = triesAgain;
        auto remote = std::make_unique<SlurmExecutor>(store, spool, settings);
        Recovery recovery;
        remote->recover(recovery);
        return remote;
    }

    template <typename Condition>
    void stepUntil(SlurmExecutor& remote, const Condition& isDone)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (!isDone()) {
            ASSERT_LT(std::chrono::steady_clock::now(), deadline) << testing::PrintToString(news);
            StepReport report;
            remote.step(report, true);
            news.insert(news.end(), report.news.begin(), report.news.end());
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    ArrayRecord array(const StoreReader& store) const
    {
        const auto all = store.arrays();
        return all.empty() ? ArrayRecord{} : all.front();
    }
    bool isSubmitted(const StoreReader& store) const
    {
        return array(store).state == ArrayRecord::State::Submitted;
    }

    /// The network of depth d is on line d - 1: what its task writes of itself.
    void say(const StoreReader& store, std::int64_t task, const std::string& lines) const
    {
        std::ofstream(submissionFolder(spool.root(), array(store).token) / "tasks" / std::to_string(task),
                      std::ios::app)
            << lines;
    }
    void begin(const StoreReader& store, std::int64_t depth) const
    {
        const std::string id = jobOfDepth(depth);
        const auto attempt = store.job(id)->attempt;
        say(store, depth - 1,
            "start 0 1 node1 1700000000\nbegin " + id + " " + std::to_string(attempt) + " 1700000001\n");
    }
    void finish(const StoreReader& store, std::int64_t depth) const
    {
        const std::string id = jobOfDepth(depth);
        EventLog log(spool.jobFolder(id), store.job(id)->attempt);
        log.append(FinishedEvent{30, 30, 1});
        say(store, depth - 1, "exit " + id + " 0 1700000002\nend 0 done 1700000003\n");
    }

    /// A profile whose cluster is reached through ssh, its files by rsync; both sides are this machine.
    SiteProfile farProfile() const
    {
        SiteProfile far = profile();
        far.host = "login9";
        far.folder = spool.root().string();
        far.usesRsync = true;
        return far;
    }

    FakeCluster cluster;
    double retryDelaySeconds = 0;
    bool triesAgain = true;
    std::filesystem::path profiles = folder / "slurm.json";
    std::vector<std::string> news;
};

} // namespace regnet
