// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that go to a cluster and come back, where rsync copies them.
#include "core/slurm/file_transfer.h"
#include "core/slurm/slurm_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

constexpr double longestCopy = 3600; ///< seconds

} // namespace

bool SlurmExecutor::beginTransfer(Site& site, double now)
{
    const SiteProfile& current = site.controller.profile();
    bool isAnyOpen = false;
    for (const auto& run : m_runs) {
        const ArrayRecord& array = run->tasks.array();
        if (array.place != current.name || !run->tasks.profile().usesRsync) continue;
        const bool isWritten =
            run->prepared > run->submission.entries.size() && run->prepared != static_cast<std::size_t>(-1);
        if (array.state == ArrayRecord::State::Preparing && isWritten) return beginPush(site, *run);
        isAnyOpen = isAnyOpen || array.state == ArrayRecord::State::Submitted ||
                    array.state == ArrayRecord::State::Submitting;
    }
    if (!site.holdsToPush.empty()) {
        std::string files;
        for (const std::string& file : std::exchange(site.holdsToPush, {}))
            files += file + "\n";
        site.doing = Doing::HoldsPushing;
        site.controller.beginHere(pushWords(current, m_spool.root().string(), site.controller.ssh()), files,
                                  600);
        return true;
    }
    if (!isAnyOpen || now - site.lastPull < std::max(current.lookSeconds, 1.0)) return false;
    beginPull(site, now);
    return true;
}

/// All that an array needs goes over before it is submitted.
bool SlurmExecutor::beginPush(Site& site, Run& run)
{
    std::string files;
    for (const ClaimedJob& entry : run.submission.entries)
        for (const char* name : {"/job.json", "/checkpoint"})
            files += entry.id + name + "\n";
    files += "slurm/" + run.tasks.array().token + "\n";
    site.subject = &run;
    site.doing = Doing::Pushing;
    site.controller.beginHere(pushWords(run.tasks.profile(), m_spool.root().string(), site.controller.ssh()),
                              files, longestCopy);
    return true;
}

void SlurmExecutor::beginPull(Site& site, double now)
{
    const SiteProfile& current = site.controller.profile();
    std::string files;
    for (const auto& run : m_runs) {
        if (run->tasks.array().place != current.name || !run->tasks.profile().usesRsync) continue;
        run->tasks.notePullBegun();
        for (const std::string& file : run->tasks.wantedFiles())
            files += file + "\n";
    }
    site.lastPull = now;
    site.doing = Doing::Pulling;
    site.controller.beginHere(pullWords(current, m_spool.root().string(), site.controller.ssh()), files,
                              longestCopy);
}

void SlurmExecutor::hearPush(Site& site, const CommandResult& result, StepReport& report)
{
    Run& run = *site.subject;
    if (result.isGood()) {
        run.tasks.array().state = ArrayRecord::State::Submitting;
        m_store.setArray(run.tasks.array());
        return;
    }
    const Refusal refusal =
        refusalOf(site.controller.profile().name, saidBy(result, result.err + result.out), false, "rsync");
    tell(site, toldOf(refusal), report);
    backOff(site);
    takeBack(run, toldOf(refusal), site.backoff, report);
}

void SlurmExecutor::hearPull(Site& site, const CommandResult& result, StepReport& report)
{
    const std::string& place = site.controller.profile().name;
    // 24: files vanished while they were copied, which is what temporary files do.
    if (!result.isGood() && result.exitCode != 24) return tellFailure(site, "rsync", result, report);
    tellSuccess(site, "rsync", report);
    for (const auto& run : m_runs)
        if (run->tasks.array().place == place) run->tasks.notePullDone();
}

} // namespace regnet
