// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/dispatcher.h"

#include "core/queue/dispatcher_worker.h"
#include "core/queue/outcome.h"
#include "core/queue/predicted_need.h"
#include "core/queue/spool_owner.h"
#include "core/system/clock.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>

namespace regnet {
namespace {

constexpr std::int64_t hardlyAny = 1 << 20; ///< free bytes with which nothing can be written

/// One entry a device: the same one named twice has as many workers as both.
std::vector<DeviceSlots> merged(const std::vector<DeviceSlots>& slots)
{
    std::vector<DeviceSlots> all;
    for (const DeviceSlots& slot : slots) {
        const auto same = std::find_if(all.begin(), all.end(),
                                       [&](const DeviceSlots& other) { return other.key() == slot.key(); });
        if (same == all.end())
            all.push_back(slot);
        else
            same->workers += slot.workers;
    }
    return all;
}

} // namespace

std::string describe(const Recovery& recovery)
{
    if (recovery.total() == 0) return {};
    std::string text = fmt::format("Recovered {} job{}:", recovery.total(), recovery.total() == 1 ? "" : "s");
    const auto part = [&](std::int64_t count, const char* what) {
        if (count > 0) text += fmt::format("{} {} {}", text.back() == ':' ? "" : ",", count, what);
    };
    part(recovery.adopted, "still under way"); // also what waits in a cluster's queue
    part(recovery.finished, "finished meanwhile");
    part(recovery.requeued, "queued again from the last checkpoint");
    part(recovery.lost, "failed or cancelled meanwhile");
    return text;
}

Dispatcher::Dispatcher(Store& store, const Spool& spool, Executor& executor, DispatcherSettings settings)
    : m_store(store), m_spool(spool), m_executor(executor), m_settings(std::move(settings)),
      m_disk(m_settings.minimalFreeBytes, spool.root().string())
{
    m_spool.create();
    claimSpool(m_store, m_spool);
    setSlots(m_settings.slots);
}

Dispatcher::~Dispatcher() = default;

Recovery Dispatcher::recover()
{
    Recovery recovery;
    for (const JobRecord& job : m_store.activeJobs()) {
        const std::size_t before = m_workers.size();
        JobState state = JobState::Failed;
        try {
            state = recoverOne(job, recovery);
        } catch (const Error& error) {
            if (error.problem().kind == ProblemKind::Failed) throw;
            const std::string why = fmt::format("its folder is damaged: {}", error.what());
            state = m_store.end({job.id, job.attempt}, {JobState::Failed, why, job.kills, 0});
        }
        if (m_workers.size() > before) continue; // it still runs
        if (state == JobState::Done)
            ++recovery.finished;
        else if (state == JobState::Queued || state == JobState::Paused)
            ++recovery.requeued;
        else
            ++recovery.lost;
    }
    if (m_settings.remote) m_settings.remote->recover(recovery);
    m_spool.removeTemporaries();
    // A dispatcher that died between a wish and its file left an older one.
    keepWishes();
    return recovery;
}

/// Only a rebuilt store needs them: where they cannot be written the queue goes on.
void Dispatcher::keepWishes()
{
    const Wishes wishes = wishesOf(m_store);
    try {
        m_spool.writeWishes(wishes);
        m_nextWishes.reset();
    } catch (const Error& error) {
        if (saysDiskFull(error.what())) throw;
        if (!m_nextWishes)
            m_news.push_back(fmt::format("{}; it is tried again, and until then a store made anew would not "
                                         "know what is paused or comes first",
                                         error.what()));
        m_nextWishes = steadySeconds() + secondsBetweenTries;
    }
}

JobState Dispatcher::recoverOne(const JobRecord& job, Recovery& recovery)
{
    // The spool's word is newer where we died between starting a worker and telling the store.
    auto recorded = m_spool.readProcess(job.id, job.attempt);
    if (!recorded && job.process.pid != 0) recorded = job.process;
    if (const auto alive = m_executor.find(m_spool.jobFolder(job.id), recorded)) {
        predict(follow(job, *alive));
        ++recovery.adopted;
        return JobState::Running;
    }
    Worker& worker = follow(job, ProcessIdentity{}); // whoever has that number now is not to be disturbed
    predict(worker);
    JobState state = JobState::Queued;
    if (const auto end = m_spool.readEnd(job.id, job.attempt)) {
        import(worker); // judged already; only the store had not heard
        // Its log may have lost the result since (a power cut, a hand): then there is nothing that is done.
        const bool isDoneInVain = end->state == JobState::Done && !m_store.result(job.id);
        state = m_store.end(worker.job,
                            {isDoneInVain ? JobState::Queued : end->state, end->message, end->kills, 0});
        tidyUp(worker, state);
    } else {
        WorkerEnd lost;
        if (recorded)
            lost = m_executor.poll(*recorded).value_or(WorkerEnd{});
        else
            lost.excuse = "lost before its worker was started";
        worker.end = lost;
        state = finish(worker, nullptr);
    }
    m_workers.pop_back();
    return state;
}

void Dispatcher::predict(Worker& worker) const
{
    try {
        worker.predict(m_store.jobSpec(worker.job.id));
    } catch (const Error&) { // a row that cannot be: it runs, and that is what counts now
    }
}

Dispatcher::Worker& Dispatcher::follow(const JobRecord& job, const ProcessIdentity& process)
{
    m_workers.push_back(std::make_unique<Worker>(job, m_spool.jobFolder(job.id), process));
    if (process.pid != 0) m_store.setRunning(m_workers.back()->job, process);
    return *m_workers.back();
}

std::int64_t Dispatcher::import(Worker& worker)
{
    if (worker.damage.empty()) {
        try {
            const std::vector<LoggedEvent> events = worker.follower.read();
            worker.unrecorded.insert(worker.unrecorded.end(), events.begin(), events.end());
        } catch (const Error& error) { // somebody changed the folder: this job is lost, the others are not
            worker.damage = fmt::format("its log cannot be read ({})", error.what());
            if (worker.process.pid != 0) m_executor.kill(worker.process);
        }
    }
    if (worker.unrecorded.empty()) return 0;
    worker.refused += m_store.record(worker.job.id, worker.job.attempt, worker.unrecorded);
    for (const LoggedEvent& event : worker.unrecorded) {
        if (const auto* failed = std::get_if<FailedEvent>(&event.event)) worker.failed = *failed;
        worker.hasStopped = worker.hasStopped || std::holds_alternative<StoppedEvent>(event.event);
    }
    return static_cast<std::int64_t>(std::exchange(worker.unrecorded, {}).size());
}

/// A worker that was given up too early (it had hardly begun when its dispatcher died) writes its epochs all
/// the same, and the next attempt goes on from its checkpoint: what stands in earlier logs counts. Twice is
/// harmless.
void Dispatcher::importEarlierAttempts(const ClaimedJob& job)
{
    for (const std::int64_t attempt : m_spool.attempts(job.id)) {
        if (attempt >= job.attempt) continue;
        try {
            m_store.record(job.id, attempt, EventFollower(m_spool.jobFolder(job.id), attempt).read());
        } catch (const Error& error) { // an old log that cannot be read takes nothing from this attempt
            if (saysDiskFull(error.what())) throw;
        }
    }
}

JobState Dispatcher::finish(Worker& worker, StepReport* report)
{
    importEarlierAttempts(worker.job);
    import(worker); // the last words, written before it ended
    const auto record = m_store.job(worker.job.id);
    if (!record) throwFailed(m_store.path().string(), "has no job \"" + worker.job.id + "\"");
    EndedAttempt attempt;
    attempt.end = *worker.end;
    attempt.hasResult = m_store.result(worker.job.id).has_value();
    attempt.failed = worker.failed;
    attempt.hasStopped = worker.hasStopped;
    attempt.wasAskedToStop = worker.askedAt.has_value();
    attempt.wanted = record->wanted;
    attempt.kills = record->kills;
    attempt.logTail = m_spool.logTail(worker.job.id, worker.job.attempt);
    attempt.damage = worker.damage;
    const std::int64_t free = freeBytes();
    if (saysDiskFull(attempt.logTail) || (free >= 0 && free < hardlyAny))
        attempt.diskFull = "a worker could not write to " + m_spool.jobFolder(worker.job.id).string();
    const JobVerdict verdict = judge(attempt, m_settings.maximalKills);
    if (verdict.isWorkerBroken) m_broken = verdict.message;
    if (verdict.isDiskFull) m_disk.noteFull(steadySeconds(), attempt.diskFull);

    const double now = unixNow();
    try {
        m_spool.writeEnd(worker.job.id, worker.job.attempt,
                         {attempt.end.exitCode,
                          attempt.end.signal,
                          verdict.state,
                          verdict.message,
                          verdict.kills,
                          now,
                          {}});
    } catch (const Error& error) {
        // A rebuilt store would have to judge the attempt again; a full disk is waited for, as everywhere.
        if (saysDiskFull(error.what())) throw;
        if (!std::exchange(m_saidEnd, true))
            m_news.push_back(fmt::format("{}; how it ended is kept in the store", error.what()));
    }
    const bool hasDied = verdict.kills > record->kills;
    const JobState state = m_store.end(worker.job, {verdict.state, verdict.message, verdict.kills,
                                                    hasDied ? now + m_settings.retryDelaySeconds : 0});
    tidyUp(worker, state);
    if (report) report->changes.push_back({worker.job.id, worker.job.attempt, state, verdict.message});
    return state;
}

/// What a worker could not do because it was killed. A failed job keeps its last checkpoint: another try goes
/// on from there.
void Dispatcher::tidyUp(const Worker& worker, JobState state)
{
    if (!isFinal(state)) return;
    const bool isOver = state == JobState::Done || state == JobState::Diverged;
    const bool goes = state == JobState::Cancelled || (isOver && !worker.keepsWeights);
    const std::filesystem::path folder = m_spool.jobFolder(worker.job.id);
    removeCheckpoints(folder, goes ? Checkpoints::All : Checkpoints::Torn);
    removeTemporaries(folder); // of dispatchers and workers that were killed
    for (const std::int64_t attempt : m_spool.attempts(worker.job.id))
        removeTemporaries(attemptFolder(folder, attempt));
}

void Dispatcher::ask(Worker& worker)
{
    if (!worker.askedAt) {
        worker.askedAt = steadySeconds();
        m_executor.askToStop(worker.process);
        return;
    }
    const double waited = steadySeconds() - *worker.askedAt;
    if (waited < m_settings.stopGraceSeconds || worker.isKilledByUs) return;
    worker.isKilledByUs = true;
    m_executor.kill(worker.process);
}

void Dispatcher::checkWishes()
{
    if (m_workers.empty()) return;
    const bool stopsAll = m_isStopping || m_store.isQueuePaused() || m_disk.isNearlyFull(freeBytes());
    const std::vector<JobRecord> active = m_store.activeJobs();
    for (const auto& worker : m_workers) {
        const auto job = std::find_if(active.begin(), active.end(),
                                      [&](const JobRecord& record) { return record.id == worker->job.id; });
        if (stopsAll || (job != active.end() && job->wanted)) ask(*worker);
    }
}

void Dispatcher::poll(StepReport& report)
{
    for (auto it = m_workers.begin(); it != m_workers.end();) {
        Worker& worker = **it;
        if (!worker.end) worker.end = m_executor.poll(worker.process); // says it once
        if (!worker.end) {
            report.events += import(worker);
            ++it;
            continue;
        }
        finish(worker, &report);
        it = m_workers.erase(it);
    }
}

StepReport Dispatcher::step()
{
    StepReport report;
    try {
        answerRequests(m_store, m_spool, m_late);
        if (m_nextWishes && steadySeconds() >= *m_nextWishes) keepWishes();
        checkWishes();
        poll(report);
        startMore(report);
        if (m_settings.remote) m_settings.remote->step(report, !m_isStopping && !m_store.isQueuePaused());
    } catch (const Error& error) {
        // What was read and not written is kept until it can be; workers that cannot write end by themselves.
        if (!saysDiskFull(error.what())) throw;
        m_disk.noteFull(steadySeconds(), error.what());
        report.held = error.what();
        report.isWaitingForDisk = true;
        if (m_isStopping) stopUnrecorded();
    }
    std::ranges::move(std::exchange(m_late.news, {}), std::back_inserter(report.news));
    std::ranges::move(std::exchange(m_news, {}), std::back_inserter(report.news));
    // What ended and cannot be recorded keeps nobody from ending: the next dispatcher reads it from the
    // spool.
    report.running = std::ranges::count_if(m_workers, [&](const auto& worker) {
        return !(m_isStopping && report.isWaitingForDisk && worker->end);
    });
    if (report.running > 0) return report;
    report.nextDue = m_store.nextDue(m_settings.only).value_or(0);
    // A paused queue waits for its resumption and a full disk for room; a broken worker waits for a person.
    const bool waits = report.isPaused || report.isWaitingForDisk;
    const bool isElsewhere = m_settings.remote && m_settings.remote->isBusy();
    report.isIdle =
        m_isStopping || (!isElsewhere && (report.nextDue == 0 || (!report.held.empty() && !waits)));
    return report;
}

/// While the store cannot be written, so that no step comes as far as the workers.
void Dispatcher::stopUnrecorded()
{
    for (const auto& worker : m_workers) {
        if (!worker->end) worker->end = m_executor.poll(worker->process); // says it once
        if (!worker->end) ask(*worker);
    }
}

void Dispatcher::stop()
{
    m_isStopping = true;
}

void Dispatcher::start()
{
    m_isStopping = false;
    m_broken.clear();
    m_nextUnwritten.reset();
}

void Dispatcher::setSlots(const std::vector<DeviceSlots>& slots)
{
    m_settings.slots = merged(slots);
}

bool Dispatcher::run(const std::function<bool()>& isStopped,
                     const std::function<void(const StepReport&)>& onStep)
{
    using namespace std::chrono_literals;
    while (true) {
        if (!m_isStopping && isStopped()) stop();
        const StepReport report = step();
        onStep(report);
        if (report.isIdle && report.running == 0) return !m_isStopping && report.held.empty();
        std::this_thread::sleep_for(report.changes.empty() ? 50ms : 5ms);
    }
}

} // namespace regnet
