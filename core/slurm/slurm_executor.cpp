// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_executor.h"

#include "core/queue/whole_file.h"
#include "core/slurm/file_transfer.h"
#include "core/slurm/spool_guard.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

double unixNow()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

constexpr std::size_t looksAStep = 200;
constexpr std::size_t jobFilesAStep = 50;
constexpr double longestBackoff = 600; ///< seconds

std::int64_t maxArraySizeOf(const std::string& config)
{
    const std::size_t found = config.find("MaxArraySize");
    if (found == std::string::npos) return 0;
    const std::size_t digits = config.find_first_of("0123456789", found);
    return digits == std::string::npos ? 0 : std::strtoll(config.c_str() + digits, nullptr, 10);
}

} // namespace

/// One array, and how far its submission is.
struct SlurmExecutor::Run
{
    SlurmTasks tasks;
    Submission submission;
    std::size_t prepared = 0; ///< job files written
    bool isPushed = false;
    double since = 0;          ///< it is being submitted, or looked for
    std::int64_t notFound = 0; ///< answers of squeue without it
    double firstNotFound = 0;
    bool wantsWithdrawal = false;
};

/// One cluster as one profile uses it.
struct SlurmExecutor::Site
{
    Site(SiteProfile profile, CommandRunner runner) : controller(std::move(profile), std::move(runner)) {}

    Controller controller;
    Doing doing = Doing::Nothing;
    Run* subject = nullptr;           ///< of what is being done
    std::set<std::string> askedAbout; ///< tokens that were submitted when squeue was started
    std::map<std::string, std::set<std::int64_t>> toCancel, toSignal; ///< by token
    std::map<std::string, std::set<std::int64_t>> underWay;           ///< being cancelled
    std::vector<std::string> holdsToPush;
    std::int64_t largestArray = 0; ///< of the site; 0: not asked yet
    std::string held;              ///< why nothing is submitted, until the profile changes
    double notBefore = 0;          ///< of the next submission, steady
    double backoff = 0;
    double lastPull = -1e9;
    std::string lastNews;
    bool isAsking = true; ///< squeue goes before states in turn
    std::int64_t keptCalls = -1;
    std::string keptHeld;
    bool isKnown = true; ///< its profile is still in the file
};

SlurmExecutor::SlurmExecutor(Store& store, const Spool& spool, SlurmSettings settings)
    : m_store(store), m_spool(spool), m_settings(std::move(settings))
{
}

SlurmExecutor::~SlurmExecutor() = default;

SlurmTasks::Context SlurmExecutor::context()
{
    return {m_store, m_spool, m_settings.maximalKills, m_settings.retryDelaySeconds};
}

void SlurmExecutor::recover(Recovery& recovery)
{
    const std::vector<ArrayRecord> open = m_store.arrays(true);
    std::error_code ignored;
    if (open.empty() && !std::filesystem::exists(slurmFolder(m_spool.root()), ignored)) return;
    guardSpool();
    StepReport report;
    for (auto it = open.rbegin(); it != open.rend(); ++it)
        adopt(*it, report);
    for (const auto& run : m_runs)
        recovery.adopted += static_cast<std::int64_t>(run->tasks.openTasks());
    recovery.requeued += static_cast<std::int64_t>(report.changes.size());
}

void SlurmExecutor::adopt(const ArrayRecord& array, StepReport& report)
{
    SiteProfile profile;
    profile.name = array.place;
    Submission submission;
    try {
        submission = readSubmission(m_spool.root(), array.token);
        profile = submission.profile;
    } catch (const Error& error) {
        // Never written, when we died before; otherwise damaged: its tasks refuse to work on it too.
        if (array.state != ArrayRecord::State::Preparing) report.news.push_back(error.what());
        submission.token = array.token;
    }
    auto run = std::make_unique<Run>(
        Run{SlurmTasks(context(), array, profile, m_store.arrayEntries(array.token)), std::move(submission)});
    run->isPushed = true;
    run->since = steadySeconds();
    run->prepared = static_cast<std::size_t>(-1);
    m_runs.push_back(std::move(run));
    Run& added = *m_runs.back();
    siteOf(profile);
    // Nothing was submitted before the store said "submitting".
    if (array.state == ArrayRecord::State::Preparing)
        takeBack(added, "lost before it was submitted", 0, report);
}

SlurmExecutor::Site& SlurmExecutor::siteOf(const SiteProfile& profile)
{
    auto& site = m_sites[profile.name];
    if (!site) site = std::make_unique<Site>(profile, m_settings.runner);
    return *site;
}

void SlurmExecutor::readProfilesAgain(StepReport& report)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(m_settings.profiles, error);
    if (error || time == m_profilesTime) return;
    m_profilesTime = time;
    try {
        for (auto& [name, site] : m_sites)
            site->isKnown = false;
        for (const SiteProfile& profile : readProfiles(m_settings.profiles)) {
            Site& site = siteOf(profile);
            site.isKnown = true;
            if (site.controller.profile() == profile) continue;
            site.controller.setProfile(profile);
            site.held.clear(); // somebody mended it, perhaps
            site.notBefore = 0;
        }
        m_profilesProblem.clear();
    } catch (const Error& problem) {
        if (m_profilesProblem != problem.what()) report.news.push_back(problem.what());
        m_profilesProblem = problem.what();
    }
}

void SlurmExecutor::guardSpool()
{
    const double now = steadySeconds();
    if (now - m_lastBeat < 60) return;
    const bool isFirst = m_lastBeat < 0;
    m_lastBeat = now;
    if (isFirst)
        takeSpool(m_spool.root(), m_store.path(), m_settings.takesSpoolOver);
    else
        beatSpool(m_spool.root(), m_store.path());
}

void SlurmExecutor::step(StepReport& report, bool takesMore)
{
    const double now = steadySeconds();
    m_takesMore = takesMore;
    if (now - m_lastCount >= 0.5) {
        m_lastCount = now;
        m_waiting = m_store.queuedElsewhere(unixNow());
        if (!m_waiting.empty() || !m_runs.empty()) {
            guardSpool();
            readProfilesAgain(report);
        }
        recallJobs(report);
        for (const auto& [place, count] : m_waiting)
            if (!m_sites.contains(place) || !m_sites.at(place)->isKnown) {
                SiteProfile unknown;
                unknown.name = place;
                Site& site = siteOf(unknown);
                site.isKnown = false;
                site.held = fmt::format("jobs wait for profile \"{}\", which {} does not have", place,
                                        m_settings.profiles.string());
                tell(site, site.held, report);
            }
    }
    for (auto& [name, site] : m_sites)
        stepSite(*site, report, takesMore);
    std::erase_if(m_runs, [&](const std::unique_ptr<Run>& run) {
        const bool isUsed = std::any_of(m_sites.begin(), m_sites.end(),
                                        [&](const auto& site) { return site.second->subject == run.get(); });
        return !run->tasks.array().isOpen() && !isUsed;
    });
}

bool SlurmExecutor::isBusy() const
{
    for (const auto& run : m_runs)
        if (run->tasks.array().isOpen() && run->tasks.array().state != ArrayRecord::State::Generated)
            return true;
    return !hasSent();
}

bool SlurmExecutor::hasSent() const
{
    for (const auto& run : m_runs)
        if (run->tasks.array().state == ArrayRecord::State::Preparing ||
            run->tasks.array().state == ArrayRecord::State::Submitting)
            return false;
    if (!m_takesMore) return true;
    if (m_lastCount < 0) return false;
    return std::all_of(m_waiting.begin(), m_waiting.end(), [&](const auto& waiting) {
        const auto site = m_sites.find(waiting.first);
        return site != m_sites.end() && !site->second->held.empty();
    });
}

bool SlurmExecutor::hasLookedAtAll() const
{
    return std::all_of(m_runs.begin(), m_runs.end(), [](const auto& run) {
        return run->tasks.array().state != ArrayRecord::State::Submitted || run->tasks.hasLookedAtAll();
    });
}

bool SlurmExecutor::hasToldAll() const
{
    if (m_lastCount < 0) return false;
    return std::all_of(m_sites.begin(), m_sites.end(), [](const auto& named) {
        const Site& site = *named.second;
        const auto isEmpty = [](const auto& entry) { return entry.second.empty(); };
        return !site.controller.isBusy() && site.doing == Doing::Nothing && site.holdsToPush.empty() &&
               std::all_of(site.toCancel.begin(), site.toCancel.end(), isEmpty) &&
               std::all_of(site.toSignal.begin(), site.toSignal.end(), isEmpty);
    });
}

void SlurmExecutor::tell(Site& site, const std::string& sentence, StepReport& report)
{
    if (site.lastNews == sentence) return; // said once
    site.lastNews = sentence;
    report.news.push_back(sentence);
}

std::string SlurmExecutor::folderThere(const SiteProfile& profile, const std::string& token) const
{
    const std::filesystem::path spool =
        profile.folder.empty() ? m_spool.root() : std::filesystem::path(profile.folder);
    return submissionFolder(spool, token).string();
}

void SlurmExecutor::recallJobs(StepReport& report)
{
    const std::int64_t version = m_store.jobsVersion();
    if (version == m_jobsVersion) return;
    m_jobsVersion = version;
    for (const JobRecord& job : m_store.recalledJobs()) {
        const std::string place = placeOfDevice(job.device);
        bool isHeld = false;
        for (const auto& run : m_runs) {
            if (run->tasks.array().place != place || !run->tasks.array().isOpen()) continue;
            std::set<std::int64_t> cancels, signals;
            run->tasks.recall(job, cancels, signals);
            Site& site = *m_sites.at(place);
            site.toCancel[run->tasks.array().token].merge(cancels);
            site.toSignal[run->tasks.array().token].merge(signals);
            if (run->tasks.profile().usesRsync) {
                site.holdsToPush.push_back("slurm/" + run->tasks.array().token + "/hold/" + job.id);
                site.holdsToPush.push_back(job.id + "/cancel");
            }
            isHeld = true;
        }
        if (isHeld) continue;
        // No array has it, whatever the reason: it is nobody's.
        report.changes.push_back(
            {job.id, job.attempt,
             m_store.end({job.id, job.attempt}, {JobState::Queued, "taken back", job.kills, 0}),
             "taken back"});
    }
}

void SlurmExecutor::stepSite(Site& site, StepReport& report, bool takesMore)
{
    const double now = steadySeconds();
    if (const auto result = site.controller.poll()) hear(site, *result, report);
    look(site, report);
    if (takesMore || site.subject) prepareMore(site, report);
    if (!site.controller.isBusy()) beginNext(site, now);
    keepMeter(site);
}

void SlurmExecutor::look(Site& site, StepReport& report)
{
    const double now = steadySeconds();
    const std::string& place = site.controller.profile().name;
    for (const auto& run : m_runs) {
        SlurmTasks& tasks = run->tasks;
        ArrayRecord& array = tasks.array();
        if (array.place != place) continue;
        if (array.state == ArrayRecord::State::Generated || array.state == ArrayRecord::State::Submitting) {
            const std::string owner = ownerOf(tasks.folder());
            if (owner == withdrawn)
                takeBack(*run, "was withdrawn", 0, report);
            else if (!owner.empty() && site.subject != run.get())
                submitted(*run, owner, array.cluster);
        }
        if (array.state != ArrayRecord::State::Submitted) continue;
        tasks.look(now, looksAStep, report);
        for (const std::string& sentence : tasks.takeNews())
            tell(site, sentence, report);
        if (!tasks.broken().empty() && site.held.empty()) {
            site.held = fmt::format("profile \"{}\": {}", place, tasks.broken());
            tell(site, site.held, report);
        }
        if (tasks.isDone()) close(*run);
    }
}

void SlurmExecutor::close(Run& run)
{
    run.tasks.array().state = ArrayRecord::State::Closed;
    m_store.setArray(run.tasks.array());
}

// ---- sending ---------------------------------------------------------------------------------------------

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
    ArrayRecord array;
    array.token = newToken();
    array.place = profile.name;
    array.cluster = profile.cluster;
    array.jobsPerTask = profile.jobsPerTask;
    array.throttle = profile.throttle;
    array.created = unixNow();
    const std::vector<ArrayEntry> entries =
        m_store.claimArray(array, deviceOfPlace(profile.name), tasks * profile.jobsPerTask, array.created);
    std::int64_t& waiting = m_waiting[profile.name];
    waiting = std::max<std::int64_t>(0, waiting - static_cast<std::int64_t>(entries.size()));
    if (entries.empty()) {
        waiting = 0;
        return;
    }
    array.tasks = (static_cast<std::int64_t>(entries.size()) + array.jobsPerTask - 1) / array.jobsPerTask;
    Submission submission;
    submission.token = array.token;
    submission.profile = profile;
    submission.created = array.created;
    submission.jobsPerTask = array.jobsPerTask;
    for (const ArrayEntry& entry : entries)
        submission.entries.push_back({entry.job, entry.attempt});
    m_runs.push_back(
        std::make_unique<Run>(Run{SlurmTasks(context(), array, profile, entries), std::move(submission)}));
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
        site.backoff = std::clamp(site.backoff * 2, 30.0, longestBackoff);
        site.notBefore = steadySeconds() + site.backoff;
        tell(site,
             fmt::format("profile \"{}\": {}; nothing was submitted, it is tried again", profile.name,
                         error.what()),
             report);
        return takeBack(run, error.what(), site.backoff, report);
    }
    ArrayRecord& array = run.tasks.array();
    if (profile.usesRsync) return; // pushed first, then submitted
    array.state = ArrayRecord::State::Submitting;
    m_store.setArray(array);
}

bool SlurmExecutor::beginSubmission(Site& site, Run& run)
{
    run.since = steadySeconds();
    run.isPushed = true;
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
        submitted(run, name->first, name->second);
        return;
    }
    const Refusal refusal = refusalOf(place, result.err + result.out, result.hasTimedOut);
    tell(site, refusal.sentence, report);
    run.tasks.array().message = refusal.sentence;
    if (refusal.isUnknown) {
        m_store.setArray(run.tasks.array()); // stays "submitting": reconciled
        return;
    }
    site.backoff = std::clamp(site.backoff * 2, 30.0, longestBackoff);
    site.notBefore = steadySeconds() + site.backoff;
    if (refusal.isForGood) site.held = refusal.sentence;
    takeBack(run, refusal.sentence, refusal.isForGood ? 0 : site.backoff, report);
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

// ---- asking ----------------------------------------------------------------------------------------------

bool SlurmExecutor::beginNext(Site& site, double now)
{
    const std::string place = site.controller.profile().name;
    if (!site.held.empty() && !site.isKnown && m_runs.empty()) return false;
    if (beginTransfer(site, now)) return true;
    for (auto* todo : {&site.toSignal, &site.toCancel}) {
        for (const auto& run : m_runs) {
            const auto found = todo->find(run->tasks.array().token);
            if (found == todo->end() || found->second.empty()) continue;
            if (run->tasks.array().name.empty()) continue; // not known by a name yet
            const bool isSignal = todo == &site.toSignal;
            std::vector<std::string> words{"scancel"};
            if (isSignal) words.emplace_back("--signal=USR1");
            if (!run->tasks.array().cluster.empty())
                words.push_back("--clusters=" + run->tasks.array().cluster);
            for (const std::int64_t task : found->second)
                words.push_back(textOf({run->tasks.array().name, task}));
            if (!isSignal) site.underWay = {{run->tasks.array().token, found->second}};
            found->second.clear();
            site.subject = run.get();
            site.doing = isSignal ? Doing::Signalling : Doing::Cancelling;
            site.controller.begin(words, {}, 1);
            return true;
        }
        std::erase_if(*todo, [](const auto& entry) { return entry.second.empty(); });
    }
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

bool SlurmExecutor::beginAsking(Site& site, double now)
{
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
    const auto waiting = m_waiting.find(profile.name);
    if (site.largestArray == 0 && waiting != m_waiting.end() && waiting->second > 0 && site.held.empty()) {
        site.doing = Doing::LimitsAsked; // once, and no reason to wait with the first question
        site.controller.begin({"scontrol", "show", "config"}, {}, 1);
        return true;
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
    const double now = steadySeconds();
    const std::string place = site.controller.profile().name;
    switch (done) {
    case Doing::LimitsAsked:
        hearLimits(site, result);
        if (!result.isGood())
            tell(site,
                 refusalOf(place, result.err + result.out, false).sentence + " (asked for the site's limits)",
                 report);
        break;
    case Doing::Submitting:
        hearSubmission(site, result, report);
        break;
    case Doing::QueueAsked:
        hearQueue(site, result, report);
        break;
    case Doing::StatesAsked: {
        // scontrol says "Invalid job id" of an array that it has forgotten: an answer too.
        const bool isForgotten = result.exitCode && result.err.find("nvalid job id") != std::string::npos;
        if (!result.isGood() && !isForgotten) break;
        const bool isAccounting = site.controller.profile().hasAccounting;
        const auto states = isAccounting ? parseAccounting(result.out) : parseShow(result.out);
        for (const auto& run : m_runs)
            if (run.get() == site.subject || (isAccounting && run->tasks.array().place == place))
                run->tasks.hearStates(states, now, report);
        break;
    }
    case Doing::Cancelling:
        if (result.isGood())
            site.subject->tasks.wereCancelled(site.underWay.begin()->second, now, report);
        else
            site.toCancel[site.underWay.begin()->first].merge(site.underWay.begin()->second); // again, later
        site.underWay.clear();
        break;
    case Doing::Withdrawing:
        hearWithdrawal(site, result, report);
        break;
    case Doing::Pushing:
        if (result.isGood()) {
            site.subject->isPushed = true;
            site.subject->tasks.array().state = ArrayRecord::State::Submitting;
            m_store.setArray(site.subject->tasks.array());
        } else {
            const Refusal refusal = refusalOf(place, result.err + result.out, false);
            tell(site, refusal.sentence, report);
            site.backoff = std::clamp(site.backoff * 2, 30.0, longestBackoff);
            site.notBefore = now + site.backoff;
            takeBack(*site.subject, refusal.sentence, site.backoff, report);
        }
        break;
    case Doing::Pulling:
        hearPull(site, result, report);
        break;
    case Doing::Signalling: // one that had just ended needs no signal
    case Doing::HoldsPushing:
    case Doing::Nothing:
        break;
    }
    site.subject = nullptr;
}

void SlurmExecutor::hearLimits(Site& site, const CommandResult& result)
{
    const std::int64_t largest = result.isGood() ? maxArraySizeOf(result.out) : 0;
    // The largest index is one less than that. A site that does not say is taken by the profile's word.
    if (result.isGood())
        site.largestArray = largest > 0 ? largest - 1 : site.controller.profile().largestArray;
    if (!result.isGood()) site.controller.noteAsked(steadySeconds());
}

void SlurmExecutor::hearQueue(Site& site, const CommandResult& result, StepReport& report)
{
    const std::string& place = site.controller.profile().name;
    if (!result.isGood()) {
        std::string why = result.hasTimedOut ? "no answer" : result.err.substr(0, result.err.find('\n'));
        return tell(
            site,
            fmt::format("profile \"{}\": squeue failed ({}); the tasks' own records are read on", place, why),
            report);
    }
    if (site.lastNews.find("squeue failed") != std::string::npos)
        tell(site, fmt::format("profile \"{}\": squeue answers again", place), report);
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

// ---- files -----------------------------------------------------------------------------------------------

bool SlurmExecutor::beginTransfer(Site& site, double now)
{
    const std::string place = site.controller.profile().name;
    std::string files;
    bool isAnyOpen = false;
    for (const auto& run : m_runs) {
        const SiteProfile& profile = run->tasks.profile();
        const ArrayRecord& array = run->tasks.array();
        if (array.place != place || !profile.usesRsync) continue;
        if (array.state == ArrayRecord::State::Preparing && run->prepared > run->submission.entries.size() &&
            run->prepared != static_cast<std::size_t>(-1)) {
            for (const ClaimedJob& entry : run->submission.entries) {
                for (const char* name : {"/job.json", "/checkpoint"})
                    files += entry.id + name + "\n";
            }
            files += "slurm/" + array.token + "\n";
            site.subject = run.get();
            site.doing = Doing::Pushing;
            site.controller.beginHere(pushWords(profile, m_spool.root().string(), site.controller.ssh()),
                                      files, 3600);
            return true;
        }
        isAnyOpen = isAnyOpen || array.state == ArrayRecord::State::Submitted ||
                    array.state == ArrayRecord::State::Submitting;
    }
    if (!site.holdsToPush.empty()) {
        for (const std::string& file : std::exchange(site.holdsToPush, {}))
            files += file + "\n";
        site.doing = Doing::HoldsPushing;
        site.controller.beginHere(
            pushWords(site.controller.profile(), m_spool.root().string(), site.controller.ssh()), files, 600);
        return true;
    }
    const double pause = std::max(site.controller.profile().lookSeconds, 1.0);
    if (!isAnyOpen || now - site.lastPull < pause) return false;
    site.lastPull = now;
    for (const auto& run : m_runs)
        if (run->tasks.array().place == place && run->tasks.profile().usesRsync)
            for (const std::string& file : run->tasks.wantedFiles())
                files += file + "\n";
    site.doing = Doing::Pulling;
    site.controller.beginHere(
        pullWords(site.controller.profile(), m_spool.root().string(), site.controller.ssh()), files, 3600);
    return true;
}

void SlurmExecutor::hearPull(Site& site, const CommandResult& result, StepReport& report)
{
    const std::string& place = site.controller.profile().name;
    // 24: files vanished while they were copied, which is what temporary files do.
    if (!result.isGood() && result.exitCode != 24) {
        const std::string why =
            result.hasTimedOut ? "no answer" : result.err.substr(0, result.err.find('\n'));
        return tell(site, fmt::format("profile \"{}\": rsync failed ({}); it is tried again", place, why),
                    report);
    }
    for (const auto& run : m_runs)
        if (run->tasks.array().place == place) run->tasks.notePull();
}

void SlurmExecutor::keepMeter(Site& site)
{
    if (site.controller.calls() == site.keptCalls && site.held == site.keptHeld) return;
    site.keptCalls = site.controller.calls();
    site.keptHeld = site.held;
    const std::string name = "slurm.meter." + site.controller.profile().name;
    std::int64_t before = 0;
    if (site.controller.calls() > 0) before = 0;
    m_store.setSetting(name, nlohmann::json{{"last_hour", site.controller.callsLastHour(steadySeconds())},
                                            {"total", before + site.controller.calls()},
                                            {"time", unixNow()},
                                            {"held", site.held}}
                                 .dump());
}

SlurmMeter readMeter(const StoreReader& store, const std::string& place)
{
    SlurmMeter meter;
    const nlohmann::json json = nlohmann::json::parse(store.setting("slurm.meter." + place), nullptr, false);
    if (!json.is_object()) return meter;
    meter.lastHour = json.value("last_hour", std::int64_t{0});
    meter.total = json.value("total", std::int64_t{0});
    meter.unixSeconds = json.value("time", 0.0);
    meter.held = json.value("held", std::string());
    return meter;
}

} // namespace regnet
