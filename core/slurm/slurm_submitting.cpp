// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From jobs that wait to an array that Slurm has, or has not and never will.
#include "core/slurm/slurm_runs.h"

#include "core/system/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

constexpr std::size_t jobFilesAStep = 50;
constexpr double shortestBackoff = 30, longestBackoff = 600; ///< seconds

} // namespace

void SlurmExecutor::prepareMore(Site& site, StepReport& report)
{
    const std::string place = site.controller.profile().name;
    for (const auto& run : m_runs)
        if (run->tasks.array().place == place && run->tasks.array().state == ArrayRecord::State::Preparing) {
            if (run->prepared <= run->submission.entries.size()) finishPreparing(site, *run, report);
            return; // one after another
        }
    const auto waiting = m_waiting.find(place);
    if (waiting == m_waiting.end() || waiting->second == 0 || !site.isKnown || !site.held.empty()) return;
    if (steadySeconds() < site.notBefore) return;
    if (site.largestArray == 0 && site.controller.profile().askSeconds > 0) return; // asked first
    startArray(site, report);
}

void SlurmExecutor::startArray(Site& site, StepReport& report)
{
    const SiteProfile& profile = site.controller.profile();
    if (profile.worker.empty()) {
        site.held = fmt::format("profile \"{}\" names no worker; expected the path of regnet-worker there",
                                profile.name);
        return tell(site, site.held, report);
    }
    guardSpool();
    std::int64_t tasks = profile.largestArray;
    if (site.largestArray > 0) tasks = std::min(tasks, site.largestArray);
    ArrayRecord array = newArray(profile, unixNow());
    const std::vector<ArrayEntry> entries =
        m_store.claimArray(array, deviceOfPlace(profile.name), tasks * profile.jobsPerTask, array.created);
    std::int64_t& waiting = m_waiting[profile.name];
    waiting = std::max<std::int64_t>(0, waiting - static_cast<std::int64_t>(entries.size()));
    if (entries.empty()) {
        waiting = 0;
        return;
    }
    array.tasks = (static_cast<std::int64_t>(entries.size()) + array.jobsPerTask - 1) / array.jobsPerTask;
    m_runs.push_back(std::make_unique<Run>(
        Run{SlurmTasks(context(), array, profile, entries), submissionOf(array, profile, entries)}));
}

void SlurmExecutor::finishPreparing(Site& site, Run& run, StepReport& report)
{
    const SiteProfile& profile = run.submission.profile;
    try {
        const std::size_t end = std::min(run.submission.entries.size(), run.prepared + jobFilesAStep);
        for (; run.prepared < end; ++run.prepared) {
            const ClaimedJob& entry = run.submission.entries[run.prepared];
            const std::filesystem::path folder = m_spool.jobFolder(entry.id);
            JobSpec spec = m_store.jobSpec(entry.id);
            spec.attempt = entry.attempt;
            spec.device = profile.gpus > 0 ? "cuda:0" : "cpu";
            std::error_code ignored;
            const auto record = m_store.job(entry.id);
            if (!record || record->wanted != JobState::Cancelled)
                std::filesystem::remove(cancelMark(folder), ignored);
            writeJob(folder, spec);
        }
        if (run.prepared < run.submission.entries.size()) return;
        ++run.prepared; // once
        writeSubmission(m_spool, run.submission);
    } catch (const Error& error) {
        backOff(site);
        tell(
            site,
            withPromise(fmt::format("profile \"{}\": {}; nothing was submitted", profile.name, error.what())),
            report);
        return takeBack(run, error.what(), site.backoff, report);
    }
    ArrayRecord& array = run.tasks.array();
    if (profile.usesRsync) return; // pushed first, then submitted
    array.state = ArrayRecord::State::Submitting;
    m_store.setArray(array);
}

/// The next submission waits: each time twice as long as before.
void SlurmExecutor::backOff(Site& site)
{
    site.backoff = std::clamp(site.backoff * 2, shortestBackoff, longestBackoff);
    site.notBefore = steadySeconds() + site.backoff;
}

bool SlurmExecutor::beginSubmission(Site& site, Run& run)
{
    run.since = steadySeconds();
    site.subject = &run;
    site.doing = Doing::Submitting;
    site.controller.begin({"sbatch", "--parsable", "batch.sh"},
                          folderThere(site.controller.profile(), run.submission.token), 1);
    return true;
}

void SlurmExecutor::submitted(Run& run, const std::string& name, const std::string& cluster)
{
    ArrayRecord& array = run.tasks.array();
    array.state = ArrayRecord::State::Submitted;
    array.name = name;
    if (!cluster.empty()) array.cluster = cluster;
    array.message.clear();
    m_store.setArray(array);
}

void SlurmExecutor::takeBack(Run& run, const std::string& why, double delay, StepReport& report)
{
    // The link keeps an array that turns up late from doing anything.
    std::error_code ignored;
    if (std::filesystem::exists(run.tasks.folder(), ignored)) {
        try {
            const std::string owner = claimOwner(run.tasks.folder(), withdrawn);
            if (owner != withdrawn) return submitted(run, owner, {});
        } catch (const Error&) {
            // A folder that cannot be written: then no array can make itself its owner either.
        }
    }
    run.tasks.giveBack(why, delay > 0 ? unixNow() + delay : 0, report);
    run.tasks.array().state = ArrayRecord::State::Withdrawn;
    run.tasks.array().message = why;
    m_store.setArray(run.tasks.array());
}

void SlurmExecutor::hearSubmission(Site& site, const CommandResult& result, StepReport& report)
{
    Run& run = *site.subject;
    const std::string& place = site.controller.profile().name;
    if (const auto name = parseSubmitted(result.out); name && result.isGood()) {
        site.backoff = 0;
        site.said.clear(); // what is refused anew is news again
        submitted(run, name->first, name->second);
        return;
    }
    Refusal refusal = refusalOf(place, saidBy(result, result.err + result.out), result.hasTimedOut);
    // It may have been taken. Here the link of takeBack() keeps it from doing anything; over there it is
    // looked for.
    const bool isUnknown = run.submission.profile.usesRsync;
    if (result.saidTooMuch) refusal.isUnknown = isUnknown;
    if (result.isGood()) refusal = noNumberIn(place, result.out, isUnknown);
    const std::string told = toldOf(refusal);
    tell(site, told, report);
    run.tasks.array().message = told;
    if (refusal.isUnknown) {
        m_store.setArray(run.tasks.array()); // stays "submitting": reconciled
        return;
    }
    backOff(site);
    if (refusal.isForGood) site.held = told;
    takeBack(run, told, refusal.isForGood ? 0 : site.backoff, report);
}

/// After squeue was asked about an array of which nobody knows whether it was submitted.
void SlurmExecutor::reconcile(Site& site, Run& run, StepReport& report)
{
    const double now = steadySeconds();
    if (run.notFound++ == 0) run.firstNotFound = now;
    // A slow controller may show it a little later: two answers, some time apart.
    if (run.notFound < 2 || now - run.firstNotFound < std::min(60.0, site.controller.profile().lostSeconds))
        return;
    if (site.controller.profile().usesRsync)
        run.wantsWithdrawal = true; // its folder is over there
    else
        takeBack(run, "was not taken by the cluster", 0, report);
}

void SlurmExecutor::hearWithdrawal(Site& site, const CommandResult& result, StepReport& report)
{
    Run& run = *site.subject;
    run.wantsWithdrawal = false;
    std::string owner = result.out;
    while (!owner.empty() && (owner.back() == '\n' || owner.back() == ' '))
        owner.pop_back();
    if (owner == withdrawn)
        takeBack(run, "was not taken by the cluster", 0, report);
    else if (!owner.empty() && owner.find_first_not_of("0123456789") == std::string::npos)
        submitted(run, owner, {});
    else
        run.notFound = 0; // not reached: later
}

} // namespace regnet
