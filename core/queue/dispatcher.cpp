// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/dispatcher.h"

#include "core/queue/event_follower.h"
#include "core/queue/outcome.h"
#include "core/queue/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace regnet {
namespace {

using Clock = std::chrono::steady_clock;

double unixNow()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

/// A worker that runs, ours or adopted.
struct Dispatcher::Worker
{
    ClaimedJob job;
    std::string device;
    ProcessIdentity process;
    EventFollower follower;
    std::optional<FailedEvent> failed;
    bool hasFinished = false;
    bool hasStopped = false;
    std::optional<Clock::time_point> askedAt; ///< to stop
    bool isKilledByUs = false;
    std::int64_t refused = 0; ///< events that cannot be
};

std::string describe(const Recovery& recovery)
{
    if (recovery.total() == 0) return {};
    std::string text = fmt::format("Recovered {} job{}:", recovery.total(), recovery.total() == 1 ? "" : "s");
    const auto part = [&](std::int64_t count, const char* what) {
        if (count > 0) text += fmt::format("{} {} {}", text.back() == ':' ? "" : ",", count, what);
    };
    part(recovery.adopted, "still running");
    part(recovery.finished, "finished meanwhile");
    part(recovery.requeued, "queued again from the last checkpoint");
    part(recovery.lost, "failed or cancelled meanwhile");
    return text;
}

Dispatcher::Dispatcher(Store& store, const Spool& spool, Executor& executor, DispatcherSettings settings)
    : m_store(store), m_spool(spool), m_executor(executor), m_settings(std::move(settings))
{
    m_spool.create();
}

Dispatcher::~Dispatcher() = default;

Recovery Dispatcher::recover()
{
    Recovery recovery;
    for (const JobRecord& job : m_store.activeJobs()) {
        // The spool's word is newer where we died between starting a worker and telling the store.
        auto recorded = m_spool.readProcess(job.id, job.attempt);
        if (!recorded && job.process.pid != 0) recorded = job.process;
        if (const auto alive = m_executor.find(m_spool.jobFolder(job.id), recorded)) {
            follow(job, *alive);
            ++recovery.adopted;
            continue;
        }
        follow(job, recorded.value_or(ProcessIdentity{}));
        Worker& worker = *m_workers.back();
        JobState state = JobState::Queued;
        if (const auto end = m_spool.readEnd(job.id, job.attempt)) {
            import(worker); // judged already; only the store had not heard
            state = m_store.end(worker.job, {end->state, end->message, end->kills, 0});
        } else {
            WorkerEnd lost;
            if (recorded)
                lost = m_executor.poll(*recorded).value_or(WorkerEnd{});
            else
                lost.excuse = "lost before its worker was started";
            state = finish(worker, lost, nullptr);
        }
        m_workers.pop_back();
        if (state == JobState::Done)
            ++recovery.finished;
        else if (state == JobState::Queued || state == JobState::Paused)
            ++recovery.requeued;
        else
            ++recovery.lost;
    }
    return recovery;
}

void Dispatcher::follow(const JobRecord& job, const ProcessIdentity& process)
{
    const std::filesystem::path folder = m_spool.jobFolder(job.id);
    m_workers.push_back(std::make_unique<Worker>(Worker{{job.id, job.attempt},
                                                        job.device,
                                                        process,
                                                        EventFollower(folder, job.attempt),
                                                        {},
                                                        false,
                                                        false,
                                                        {},
                                                        false,
                                                        0}));
    if (process.pid == 0) return;
    m_store.setRunning(m_workers.back()->job, process);
}

std::int64_t Dispatcher::import(Worker& worker)
{
    const std::vector<LoggedEvent> events = worker.follower.read();
    if (events.empty()) return 0;
    worker.refused += m_store.record(worker.job.id, worker.job.attempt, events);
    for (const LoggedEvent& event : events) {
        if (const auto* failed = std::get_if<FailedEvent>(&event.event)) worker.failed = *failed;
        worker.hasStopped = worker.hasStopped || std::holds_alternative<StoppedEvent>(event.event);
    }
    return static_cast<std::int64_t>(events.size());
}

JobState Dispatcher::finish(Worker& worker, const WorkerEnd& end, StepReport* report)
{
    import(worker); // the last words, written before it ended
    const auto record = m_store.job(worker.job.id);
    if (!record) throwFailed(m_store.path().string(), "has no job \"" + worker.job.id + "\"");
    EndedAttempt attempt;
    attempt.end = end;
    attempt.hasResult = m_store.result(worker.job.id).has_value();
    attempt.failed = worker.failed;
    attempt.hasStopped = worker.hasStopped;
    attempt.wasAskedToStop = worker.askedAt.has_value();
    attempt.wanted = record->wanted;
    attempt.kills = record->kills;
    attempt.logTail = m_spool.logTail(worker.job.id, worker.job.attempt);
    const Verdict verdict = judge(attempt, m_settings.maximalKills);
    if (verdict.isWorkerBroken) m_broken = verdict.message;

    const double now = unixNow();
    m_spool.writeEnd(worker.job.id, worker.job.attempt,
                     {end.exitCode, end.signal, verdict.state, verdict.message, verdict.kills, now});
    const bool hasDied = verdict.kills > record->kills;
    const JobState state = m_store.end(worker.job, {verdict.state, verdict.message, verdict.kills,
                                                    hasDied ? now + m_settings.retryDelaySeconds : 0});
    if (report) report->changes.push_back({worker.job.id, worker.job.attempt, state, verdict.message});
    return state;
}

void Dispatcher::ask(Worker& worker)
{
    if (!worker.askedAt) {
        worker.askedAt = Clock::now();
        m_executor.askToStop(worker.process);
        return;
    }
    const std::chrono::duration<double> waited = Clock::now() - *worker.askedAt;
    if (waited.count() < m_settings.stopGraceSeconds || worker.isKilledByUs) return;
    worker.isKilledByUs = true;
    m_executor.kill(worker.process);
}

void Dispatcher::checkWishes()
{
    const bool isPaused = m_store.isQueuePaused();
    const std::vector<JobRecord> active = m_store.activeJobs();
    for (const auto& worker : m_workers) {
        const auto job = std::find_if(active.begin(), active.end(),
                                      [&](const JobRecord& record) { return record.id == worker->job.id; });
        if (m_isStopping || isPaused || (job != active.end() && job->wanted)) ask(*worker);
    }
}

void Dispatcher::poll(StepReport& report)
{
    for (auto it = m_workers.begin(); it != m_workers.end();) {
        Worker& worker = **it;
        const auto end = m_executor.poll(worker.process);
        if (!end) {
            report.events += import(worker);
            ++it;
            continue;
        }
        finish(worker, *end, &report);
        it = m_workers.erase(it);
    }
}

std::optional<std::string> Dispatcher::freeSlot() const
{
    std::vector<std::string> taken;
    for (const auto& worker : m_workers)
        taken.push_back(worker->device);
    for (const std::string& slot : m_settings.slots) {
        const auto it = std::find(taken.begin(), taken.end(), slot);
        if (it == taken.end()) return slot;
        taken.erase(it);
    }
    return std::nullopt;
}

std::string Dispatcher::heldBecause(bool isPaused) const
{
    if (!m_broken.empty()) return m_broken;
    if (isPaused) return "the queue is paused";
    const std::int64_t free = m_spool.freeBytes();
    if (free >= 0 && free < m_settings.minimalFreeBytes)
        return fmt::format("only {} MB are left on the disk of {}", free >> 20, m_spool.root().string());
    return {};
}

void Dispatcher::startOne(const ClaimedJob& claimed, const std::string& device, StepReport& report)
{
    const std::filesystem::path folder = m_spool.jobFolder(claimed.id);
    JobRecord record;
    record.id = claimed.id;
    record.attempt = claimed.attempt;
    record.device = device;
    try {
        JobSpec spec = m_store.jobSpec(claimed.id);
        spec.attempt = claimed.attempt;
        spec.device = device;
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);
        std::filesystem::remove(cancelMark(folder), ignored);
        writeJob(folder, spec);
        const ProcessIdentity process = m_executor.start(spec, folder);
        m_spool.writeProcess(claimed.id, claimed.attempt, process);
        follow(record, process);
        report.changes.push_back({claimed.id, claimed.attempt, JobState::Running, {}});
    } catch (const Error& error) {
        // Not the job's fault: a full disk, no more processes, an old worker that has not ended yet.
        const auto before = m_store.job(claimed.id);
        const AttemptEnd end{JobState::Queued, error.what(), before ? before->kills : 0,
                             unixNow() + m_settings.retryDelaySeconds};
        report.held = error.what();
        report.changes.push_back({claimed.id, claimed.attempt, m_store.end(claimed, end), end.message});
    }
}

void Dispatcher::startMore(StepReport& report)
{
    if (m_isStopping) return;
    report.isPaused = m_store.isQueuePaused();
    report.held = heldBecause(report.isPaused);
    while (report.held.empty()) {
        const auto slot = freeSlot();
        if (!slot) return;
        const auto claimed = m_store.claim(*slot, unixNow(), m_settings.only);
        if (!claimed) return;
        startOne(*claimed, *slot, report);
    }
}

StepReport Dispatcher::step()
{
    StepReport report;
    answerRequests(m_store, m_spool);
    checkWishes();
    poll(report);
    startMore(report);
    report.running = static_cast<std::int64_t>(m_workers.size());
    if (report.running > 0) return report;
    report.nextDue = m_store.nextDue(m_settings.only).value_or(0);
    // A paused queue waits for its resumption; a broken worker or a full disk wait for a person.
    report.isIdle = m_isStopping || report.nextDue == 0 || (!report.held.empty() && !report.isPaused);
    return report;
}

void Dispatcher::stop()
{
    m_isStopping = true;
}

void Dispatcher::start()
{
    m_isStopping = false;
    m_broken.clear();
}

void Dispatcher::setSlots(std::vector<std::string> slots)
{
    m_settings.slots = std::move(slots);
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
