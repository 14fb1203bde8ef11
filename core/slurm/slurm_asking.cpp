// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which command is run next for a cluster, and what its answer means.
#include "core/slurm/slurm_runs.h"

#include "core/system/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace regnet {
namespace {

std::int64_t maxArraySizeOf(const std::string& config)
{
    const std::size_t found = config.find("MaxArraySize");
    if (found == std::string::npos) return 0;
    const std::size_t digits = config.find_first_of("0123456789", found);
    return digits == std::string::npos ? 0 : std::strtoll(config.c_str() + digits, nullptr, 10);
}

constexpr std::size_t tasksACall = 1000;
constexpr double unaskedPause = 30; ///< seconds, where the profile allows no question

} // namespace

bool SlurmExecutor::beginNext(Site& site, double now)
{
    const std::string place = site.controller.profile().name;
    if (!site.held.empty() && !site.isKnown && m_runs.empty()) return false;
    if (beginTransfer(site, now)) return true;
    if (beginTelling(site, now)) return true;
    for (const auto& run : m_runs) {
        const ArrayRecord& array = run->tasks.array();
        if (array.place != place || array.state != ArrayRecord::State::Submitting) continue;
        if (run->wantsWithdrawal) {
            site.subject = run.get();
            site.doing = Doing::Withdrawing;
            site.controller.begin({"/bin/sh", "-c", "ln -s withdrawn owner 2>/dev/null; readlink owner"},
                                  folderThere(site.controller.profile(), array.token), 0);
            return true;
        }
        if (run->since == 0) return beginSubmission(site, *run);
    }
    return beginAsking(site, now);
}

/// Passes signals and cancellations on, of one array at a time.
bool SlurmExecutor::beginTelling(Site& site, double now)
{
    if (now < site.tellNotBefore) return false;
    for (auto* todo : {&site.toSignal, &site.toCancel}) {
        const bool isSignal = todo == &site.toSignal;
        for (const auto& run : m_runs) {
            const ArrayRecord& array = run->tasks.array();
            const auto found = todo->find(array.token);
            if (found == todo->end() || found->second.empty()) continue;
            if (array.name.empty()) continue; // not known by a name yet
            std::set<std::int64_t> some;
            while (!found->second.empty() && some.size() < tasksACall)
                some.insert(found->second.extract(found->second.begin()));
            std::vector<std::string> words{"scancel"};
            if (isSignal) words.emplace_back("--signal=USR1");
            if (!array.cluster.empty()) words.push_back("--clusters=" + array.cluster);
            for (std::string& range : rangesOf(array.name, some))
                words.push_back(std::move(range));
            site.underWay = {{array.token, std::move(some)}};
            site.subject = run.get();
            site.doing = isSignal ? Doing::Signalling : Doing::Cancelling;
            site.controller.begin(words, {}, 1);
            return true;
        }
        std::erase_if(*todo, [](const auto& entry) { return entry.second.empty(); });
    }
    return false;
}

/// How large an array may be there: asked once, before the first submission, and kept in the store.
bool SlurmExecutor::beginLimits(Site& site, double now)
{
    const auto waiting = m_waiting.find(site.controller.profile().name);
    const bool isNeeded = site.largestArray == 0 && waiting != m_waiting.end() && waiting->second > 0;
    if (!isNeeded || !site.held.empty() || site.controller.profile().askSeconds <= 0) return false;
    if (now < site.limitsNotBefore) return false;
    site.doing = Doing::LimitsAsked;
    site.controller.begin({"scontrol", "show", "config"}, {}, 1);
    return true;
}

bool SlurmExecutor::beginAsking(Site& site, double now)
{
    if (beginLimits(site, now)) return true;
    const SiteProfile& profile = site.controller.profile();
    if (!site.controller.mayAsk(now)) {
        // Nobody may be asked, ever: an array that may not have been taken is withdrawn after a while.
        if (profile.askSeconds > 0) return false;
        for (const auto& run : m_runs)
            if (run->tasks.array().place == profile.name &&
                run->tasks.array().state == ArrayRecord::State::Submitting && run->since > 0 &&
                now - run->since > profile.lostSeconds)
                run->wantsWithdrawal = true;
        return false;
    }
    bool isAnyOpen = false;
    Run* lacking = nullptr;
    site.askedAbout.clear();
    for (const auto& run : m_runs) {
        const ArrayRecord& array = run->tasks.array();
        if (array.place != profile.name) continue;
        const bool isSent = array.state == ArrayRecord::State::Submitted ||
                            array.state == ArrayRecord::State::Generated ||
                            (array.state == ArrayRecord::State::Submitting && run->since > 0);
        isAnyOpen = isAnyOpen || isSent;
        if (isSent) site.askedAbout.insert(array.token);
        if (!lacking && array.state == ArrayRecord::State::Submitted && run->tasks.needsStates())
            lacking = run.get();
    }
    if (!isAnyOpen) return false;
    site.controller.noteAsked(now);
    if (lacking && !site.isAsking) {
        site.isAsking = true; // in turn
        beginStates(site, *lacking);
        return true;
    }
    site.isAsking = false;
    site.doing = Doing::QueueAsked;
    std::vector<std::string> words{"squeue", "--me", "--noheader", "--format=%F|%K|%T|%r|%k|%j"};
    if (!profile.cluster.empty()) words.push_back("--clusters=" + profile.cluster);
    site.controller.begin(words, {}, 1);
    return true;
}

void SlurmExecutor::beginStates(Site& site, Run& run)
{
    site.subject = &run;
    site.doing = Doing::StatesAsked;
    std::vector<std::string> words;
    if (site.controller.profile().hasAccounting) {
        words = {"sacct", "--allocations", "--noheader", "--parsable2", "--format=JobID,State", "--jobs"};
        std::string names; // of all arrays that lack something, in one question
        for (const auto& other : m_runs)
            if (other->tasks.array().place == run.tasks.array().place && !other->tasks.array().name.empty() &&
                other->tasks.needsStates())
                names += (names.empty() ? "" : ",") + other->tasks.array().name;
        words.push_back(names);
    } else {
        words = {"scontrol", "show", "job", run.tasks.array().name, "--oneliner"};
    }
    if (!run.tasks.array().cluster.empty()) words.push_back("--clusters=" + run.tasks.array().cluster);
    site.controller.begin(words, {}, 1);
}

void SlurmExecutor::hear(Site& site, const CommandResult& result, StepReport& report)
{
    const Doing done = std::exchange(site.doing, Doing::Nothing);
    const std::string& place = site.controller.profile().name;
    switch (done) {
    case Doing::LimitsAsked:
        hearLimits(site, result);
        if (!result.isGood())
            tell(site,
                 toldOf(refusalOf(place, saidBy(result, result.err + result.out), false, "scontrol")) +
                     " (asked for the site's limits)",
                 report);
        break;
    case Doing::Submitting:
        hearSubmission(site, result, report);
        break;
    case Doing::QueueAsked:
        hearQueue(site, result, report);
        break;
    case Doing::StatesAsked:
        hearStates(site, result, report);
        break;
    case Doing::Cancelling:
    case Doing::Signalling:
        hearTelling(site, done == Doing::Signalling ? site.toSignal : site.toCancel, result, report);
        break;
    case Doing::Withdrawing:
        hearWithdrawal(site, result, report);
        break;
    case Doing::Pushing:
        hearPush(site, result, report);
        break;
    case Doing::Pulling:
        hearPull(site, result, report);
        break;
    case Doing::HoldsPushing:
    case Doing::Nothing:
        break;
    }
    site.subject = nullptr;
}

void SlurmExecutor::hearStates(Site& site, const CommandResult& result, StepReport& report)
{
    // scontrol says "Invalid job id" of an array that it has forgotten: an answer too.
    const bool isForgotten = result.exitCode && result.err.find("nvalid job id") != std::string::npos;
    if (!result.isGood() && !isForgotten) return;
    const bool isAccounting = site.controller.profile().hasAccounting;
    const auto states = isAccounting ? parseAccounting(result.out) : parseShow(result.out);
    const double now = steadySeconds();
    for (const auto& run : m_runs)
        if (run.get() == site.subject ||
            (isAccounting && run->tasks.array().place == site.controller.profile().name))
            run->tasks.hearStates(states, now, report);
}

/// `todo` is the list that the tasks were taken from.
void SlurmExecutor::hearTelling(Site& site, std::map<std::string, std::set<std::int64_t>>& todo,
                                const CommandResult& result, StepReport& report)
{
    auto& [token, tasks] = *site.underWay.begin();
    // A task that had just ended needs neither a signal nor a cancellation.
    const bool isOver = result.exitCode && (result.err.find("already complet") != std::string::npos ||
                                            result.err.find("nvalid job id") != std::string::npos);
    if (!result.isGood() && !isOver) {
        // Again, but not at once: a controller that is down is not helped by more of it.
        todo[token].merge(tasks);
        const double pause = site.controller.profile().askSeconds;
        site.tellNotBefore = steadySeconds() + (pause > 0 ? pause : unaskedPause);
        tellFailure(site, "scancel", result, report);
    } else {
        tellSuccess(site, "scancel", report);
        if (&todo == &site.toCancel) site.subject->tasks.wereCancelled(tasks, steadySeconds(), report);
    }
    site.underWay.clear();
}

void SlurmExecutor::hearLimits(Site& site, const CommandResult& result)
{
    const std::int64_t largest = result.isGood() ? maxArraySizeOf(result.out) : 0;
    // The largest index is one less than that. A site that does not say is taken by the profile's word.
    if (result.isGood())
        site.largestArray = largest > 0 ? largest - 1 : site.controller.profile().largestArray;
    if (!result.isGood()) site.limitsNotBefore = steadySeconds() + site.controller.profile().askSeconds;
}

void SlurmExecutor::hearQueue(Site& site, const CommandResult& result, StepReport& report)
{
    const std::string& place = site.controller.profile().name;
    if (!result.isGood()) return tellFailure(site, "squeue", result, report);
    tellSuccess(site, "squeue", report);
    const QueueAnswerOfSlurm answer = parseQueue(result.out);
    for (const auto& run : m_runs) {
        ArrayRecord& array = run->tasks.array();
        if (array.place != place || !site.askedAbout.contains(array.token)) continue;
        if (array.state == ArrayRecord::State::Submitted) {
            run->tasks.hear(answer, steadySeconds());
            continue;
        }
        const auto found = answer.arrays.find(array.token);
        if (found != answer.arrays.end())
            submitted(*run, found->second, array.cluster);
        else if (array.state == ArrayRecord::State::Submitting)
            reconcile(site, *run, report);
    }
}

} // namespace regnet
