// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which job starts next, where, and what happens when it cannot.
#include "core/queue/dispatcher_worker.h"
#include "core/queue/outcome.h"
#include "core/queue/predicted_need.h"
#include "core/system/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace regnet {

std::int64_t Dispatcher::workersOn(const DeviceSlots& slot) const
{
    return std::count_if(m_workers.begin(), m_workers.end(),
                         [&](const auto& worker) { return worker->device == slot.key(); });
}

bool Dispatcher::hasFreeSlot() const
{
    return std::any_of(m_settings.slots.begin(), m_settings.slots.end(),
                       [&](const DeviceSlots& slot) { return workersOn(slot) < slot.workers; });
}

const DeviceSlots* Dispatcher::placeFor(const Network& network, const Recipe& recipe) const
{
    const DeviceSlots* best = nullptr;
    double leastLoad = 0;
    for (const DeviceSlots& slot : m_settings.slots) {
        const std::int64_t running = workersOn(slot);
        if (running >= slot.workers) continue;
        std::int64_t taken = predictedMemory(network, recipe, network.resolution, slot.key());
        for (const auto& worker : m_workers)
            if (worker->device == slot.key()) taken += worker->memory;
        // The first one starts whatever was predicted: it may be wrong, and would wait for ever.
        if (running > 0 && slot.memoryBytes > 0 && taken > slot.memoryBytes) continue;
        const double load = static_cast<double>(running) / static_cast<double>(slot.workers);
        if (best && load >= leastLoad) continue;
        best = &slot;
        leastLoad = load;
    }
    return best;
}

std::int64_t Dispatcher::freeBytes() const
{
    return m_settings.freeBytes ? m_settings.freeBytes() : m_spool.freeBytes();
}

std::string Dispatcher::heldBecause(StepReport& report, std::int64_t neededBytes)
{
    if (!m_broken.empty()) return m_broken;
    if (m_nextUnwritten && steadySeconds() < *m_nextUnwritten) return m_unwritable;
    if (report.isPaused) return "the queue is paused";
    for (const auto& worker : m_workers)
        neededBytes += worker->diskPeak;
    std::string held = m_disk.hold(freeBytes(), neededBytes, steadySeconds());
    report.isWaitingForDisk = !held.empty();
    return held;
}

void Dispatcher::giveUp(const ClaimedJob& claimed, const std::string& why, StepReport& report)
{
    const auto before = m_store.job(claimed.id);
    const std::int64_t kills = (before ? before->kills : 0) + 1;
    const JobState wanted = kills >= m_settings.maximalKills ? JobState::Failed : JobState::Queued;
    const JobState state =
        m_store.end(claimed, {wanted, why, kills, unixNow() + m_settings.retryDelaySeconds});
    report.changes.push_back({claimed.id, claimed.attempt, state, why});
}

/// Why nothing can be written there; empty where it can.
std::string Dispatcher::problemOfSpool() const
{
    try {
        m_spool.create();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

void Dispatcher::couldNotStart(const ClaimedJob& claimed, const Error& error, StepReport& report)
{
    const auto* failure = dynamic_cast<const StartFailure*>(&error);
    std::string why = error.what();
    if (!failure && !saysDiskFull(why)) {
        why = problemOfSpool();
        if (why.empty())
            return giveUp(claimed, fmt::format("its folder is damaged: {}", error.what()), report);
    }
    if (saysDiskFull(why)) {
        m_disk.noteFull(steadySeconds(), why);
        report.held = heldBecause(report, 0);
    } else if (failure && failure->reason() == StartFailure::Reason::Worker) {
        report.held = m_broken = why;
    } else if (failure && failure->reason() == StartFailure::Reason::System) {
        report.held = why;
    } else if (!failure) { // the spool cannot be written: no fault of the job, and what runs goes on
        m_nextUnwritten = steadySeconds() + secondsBetweenTries;
        report.held = m_unwritable = why;
    }
    const auto before = m_store.job(claimed.id);
    const AttemptEnd end{JobState::Queued, why, before ? before->kills : 0,
                         unixNow() + m_settings.retryDelaySeconds};
    report.changes.push_back({claimed.id, claimed.attempt, m_store.end(claimed, end), end.message});
}

void Dispatcher::start(const ClaimedJob& claimed, const DeviceSlots& slot, JobSpec spec, StepReport& report)
{
    spec.attempt = claimed.attempt;
    spec.device = slot.uuid.empty() ? slot.device : "cuda:0";
    spec.deviceUuid = slot.uuid;
    JobRecord record;
    record.id = claimed.id;
    record.attempt = claimed.attempt;
    record.device = slot.key();
    try {
        const std::filesystem::path folder = m_spool.jobFolder(claimed.id);
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);
        std::filesystem::remove(cancelMark(folder), ignored);
        writeJob(folder, spec);
        const ProcessIdentity process = m_executor.start(spec, folder);
        try {
            m_spool.writeProcess(claimed.id, claimed.attempt, process);
        } catch (const Error&) {
            // Only a help for the next dispatcher, which finds the worker by its folder too.
        }
        Worker& worker = follow(record, process);
        worker.predict(spec);
        report.changes.push_back({claimed.id, claimed.attempt, JobState::Running, {}});
    } catch (const Error& error) {
        couldNotStart(claimed, error, report);
    }
}

/// False when it has to wait.
bool Dispatcher::startNext(const std::string& id, StepReport& report)
{
    JobSpec spec;
    Network network;
    try {
        spec = m_store.jobSpec(id);
        network = realise(spec.network);
    } catch (const Error& error) { // a row of the store that cannot be: not this queue's end
        const auto claimed = m_store.claim("", unixNow(), {{id}, {}});
        if (claimed) giveUp(*claimed, error.what(), report);
        return claimed.has_value();
    }
    const DeviceSlots* slot = placeFor(network, spec.recipe);
    if (!slot) return false; // nobody overtakes it: large networks would wait for ever
    report.held = heldBecause(report, predictedDisk(network, spec.recipe, spec.keepsWeights).peak);
    if (!report.held.empty()) return false;
    const auto claimed = m_store.claim(slot->key(), unixNow(), {{id}, {}});
    if (claimed) start(*claimed, *slot, std::move(spec), report);
    return claimed.has_value();
}

void Dispatcher::startMore(StepReport& report)
{
    if (m_isStopping) return;
    report.isPaused = m_store.isQueuePaused();
    report.held = heldBecause(report, 0);
    // Each job once: one that is given back at once is due in the next step, and holds no other job in this
    // one. A clock that is set back meanwhile would show it again.
    const double now = unixNow();
    std::set<std::string> tried;
    while (report.held.empty() && hasFreeSlot()) {
        const auto next = m_store.nextQueued(now, m_settings.only);
        if (!next || !tried.insert(*next).second || !startNext(*next, report)) return;
    }
}

} // namespace regnet
