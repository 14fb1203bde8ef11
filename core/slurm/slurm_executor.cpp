// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_executor.h"

#include "core/queue/disk_guard.h"
#include "core/slurm/slurm_meter.h"
#include "core/slurm/slurm_runs.h"
#include "core/slurm/spool_guard.h"
#include "core/system/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace regnet {
namespace {

constexpr std::size_t looksInTurn = 20;
constexpr double longestLook = 0.1; ///< seconds a step
/// Of tasks that wait, all arrays of a cluster together: one that begins is mostly seen by that before squeue
/// is asked the next time, and 100,000 of them do not burden the file server.
constexpr double waitingLooksASecond = 50;

} // namespace

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
    m_news = std::move(report.news);
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
        if (array.state != ArrayRecord::State::Preparing) report.news.emplace_back(error.what());
        submission.token = array.token;
    }
    auto run = std::make_unique<Run>(
        Run{SlurmTasks(context(), array, profile, m_store.arrayEntries(array.token)), std::move(submission)});
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
    if (site) return *site;
    site = std::make_unique<Site>(profile, m_settings.runner);
    const SlurmMeter before = readMeter(m_store, profile.name);
    const double toSteady = steadySeconds() - unixNow();
    std::deque<double> requests;
    for (const double time : before.recent)
        requests.push_back(std::min(time + toSteady, steadySeconds()));
    std::optional<double> lastAsked;
    if (before.askedAt > 0) lastAsked = std::min(before.askedAt + toSteady, steadySeconds());
    site->controller.goOnFrom(std::move(requests), lastAsked, before.total);
    site->largestArray = before.largestArray;
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
            site.largestArray = 0; // it may be another cluster now
        }
        m_profilesProblem.clear();
    } catch (const Error& problem) {
        if (m_profilesProblem != problem.what()) report.news.emplace_back(problem.what());
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
    for (std::string& sentence : std::exchange(m_news, {}))
        report.news.push_back(std::move(sentence));
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
    if (!m_takesMore) return false;
    if (m_lastCount < 0) return true;
    // A job that is tried again after a while is work too, and one that was given back since the last count.
    const std::vector<std::string> places = m_store.placesWithQueued();
    return !std::all_of(places.begin(), places.end(),
                        [&](const std::string& place) { return isHeld(place); });
}

bool SlurmExecutor::isHeld(const std::string& place) const
{
    const auto site = m_sites.find(place);
    return site != m_sites.end() && !site->second->held.empty();
}

bool SlurmExecutor::hasSent() const
{
    for (const auto& run : m_runs)
        if (run->tasks.array().state == ArrayRecord::State::Preparing ||
            run->tasks.array().state == ArrayRecord::State::Submitting)
            return false;
    if (!m_takesMore) return true;
    if (m_lastCount < 0) return false;
    return std::all_of(m_waiting.begin(), m_waiting.end(),
                       [&](const auto& waiting) { return isHeld(waiting.first); });
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

std::vector<std::string> SlurmExecutor::unanswered() const
{
    std::vector<std::string> commands;
    for (const auto& [name, site] : m_sites)
        if (const std::string command = site->controller.unanswered(); !command.empty())
            commands.push_back(fmt::format("{} of profile \"{}\"", command, name));
    return commands;
}

void SlurmExecutor::tell(Site& site, const std::string& sentence, StepReport& report)
{
    if (site.said.insert(sentence).second) report.news.push_back(sentence);
}

/// Another try is promised by who makes it only.
std::string SlurmExecutor::withPromise(std::string sentence) const
{
    return m_settings.triesAgain ? std::move(sentence) + "; it is tried again" : std::move(sentence);
}

std::string SlurmExecutor::toldOf(const Refusal& refusal) const
{
    return refusal.isForGood || refusal.isUnknown ? refusal.sentence : withPromise(refusal.sentence);
}

/// Of a command that the site's tasks do without for a while. A way that is closed stops all of them, and is
/// told once for all.
void SlurmExecutor::tellFailure(Site& site, const std::string& command, const CommandResult& result,
                                StepReport& report)
{
    site.failing.insert(command);
    const std::string said = saidBy(result, result.err);
    const std::string why = result.hasTimedOut ? "no answer" : said.substr(0, said.find('\n'));
    const std::string& name = site.controller.profile().name;
    if (isUnreached(result.err))
        return tell(site,
                    fmt::format("profile \"{}\": the host cannot be reached ({}); {}what runs there goes on",
                                name, why, m_settings.triesAgain ? "it is tried again, and " : ""),
                    report);
    if (command != "rsync" && (result.hasTimedOut || isControllerAway(result.err))) {
        // Each command has words of its own for the same: one sentence is enough.
        if (!site.said.insert("the controller is away").second) return;
        const std::string& host = site.controller.profile().host;
        report.news.push_back(fmt::format(
            "profile \"{}\": Slurm on {} does not answer ({}); running tasks go on and their records are "
            "read{}",
            name, host.empty() ? "this machine" : host, why,
            m_settings.triesAgain ? ", and it is asked again" : ""));
        return;
    }
    const std::string failed = fmt::format("profile \"{}\": {} failed ({})", name, command, why);
    tell(site, command == "squeue" ? failed + "; the tasks' own records are read on" : withPromise(failed),
         report);
}

void SlurmExecutor::tellSuccess(Site& site, const std::string& command, StepReport& report)
{
    if (site.failing.erase(command) == 0) return;
    site.said.clear(); // what fails anew is news again
    tell(site, fmt::format("profile \"{}\": {} answers again", site.controller.profile().name, command),
         report);
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
    bool wasTold = false;
    for (const JobRecord& job : m_store.recalledJobs()) {
        const std::string place = placeOfDevice(job.device);
        bool isHeld = false;
        for (const auto& run : m_runs) {
            if (run->tasks.array().place != place || !run->tasks.array().isOpen()) continue;
            std::set<std::int64_t> cancels, signals;
            Site& site = *m_sites.at(place);
            isHeld = true;
            try {
                run->tasks.recall(job, cancels, signals);
            } catch (const Error& error) { // its task is not told yet
                m_jobsVersion = -1;
                if (saysDiskFull(error.what())) throw;
                if (!std::exchange(wasTold, true)) tell(site, withPromise(error.what()), report);
                continue;
            }
            site.toCancel[run->tasks.array().token].merge(cancels);
            site.toSignal[run->tasks.array().token].merge(signals);
            if (run->tasks.profile().usesRsync) {
                site.holdsToPush.push_back("slurm/" + run->tasks.array().token + "/hold/" + job.id);
                site.holdsToPush.push_back(job.id + "/cancel");
            }
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
    lookAtTasks(site, report);
    look(site, report);
    if (takesMore) prepareMore(site, report);
    if (!site.controller.isBusy()) beginNext(site, now);
    keepMeter(site);
}

/// What the files of its arrays, and those of a person who submits, have told until now.
void SlurmExecutor::look(Site& site, StepReport& report)
{
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
        if (array.state == ArrayRecord::State::Generated) {
            tasks.giveBackRecalled(report);
            if (tasks.isDone()) takeBack(*run, "was taken back", 0, report);
        }
        if (array.state != ArrayRecord::State::Submitted) continue;
        for (const std::string& sentence : tasks.takeNews())
            tell(site, sentence, report);
        if (!tasks.broken().empty() && site.held.empty()) {
            site.held = fmt::format("profile \"{}\": {}", place, tasks.broken());
            tell(site, site.held, report);
        }
        if (tasks.isDone()) close(*run);
    }
}

/// Some tasks of each array in turn, until there is nothing to look at or the step has lasted long enough:
/// 100 arrays that ended while nobody looked must not hold local workers up.
void SlurmExecutor::lookAtTasks(Site& site, StepReport& report)
{
    std::vector<SlurmTasks*> open;
    for (const auto& run : m_runs)
        if (run->tasks.array().place == site.controller.profile().name &&
            run->tasks.array().state == ArrayRecord::State::Submitted)
            open.push_back(&run->tasks);
    const double start = steadySeconds();
    const double waitingASecond =
        waitingLooksASecond / static_cast<double>(std::max<std::size_t>(1, open.size()));
    std::size_t inVain = 0;
    while (inVain < open.size()) {
        SlurmTasks& tasks = *open[site.nextLook++ % open.size()];
        inVain = tasks.look(start, looksInTurn, waitingASecond, report) == 0 ? inVain + 1 : 0;
        if (steadySeconds() - start > longestLook) return;
    }
}

void SlurmExecutor::close(Run& run)
{
    run.tasks.array().state = ArrayRecord::State::Closed;
    m_store.setArray(run.tasks.array());
}

void SlurmExecutor::keepMeter(Site& site)
{
    if (site.controller.calls() == site.keptCalls && site.held == site.keptHeld) return;
    site.keptCalls = site.controller.calls();
    site.keptHeld = site.held;
    const double now = steadySeconds(), toUnix = unixNow() - now;
    SlurmMeter meter;
    for (const double time : site.controller.requests(now))
        meter.recent.push_back(time + toUnix);
    meter.total = site.controller.calls();
    meter.askedAt = site.controller.lastAsked() ? *site.controller.lastAsked() + toUnix : 0;
    meter.askSeconds = site.controller.profile().askSeconds;
    meter.largestArray = site.largestArray;
    meter.held = site.held;
    writeMeter(m_store, site.controller.profile().name, meter);
}

} // namespace regnet
