// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/slurm_tasks.h"

#include "core/system/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

constexpr double largestSkew = 120; ///< seconds

} // namespace

SlurmTasks::SlurmTasks(Context context, ArrayRecord array, SiteProfile profile,
                       std::vector<ArrayEntry> entries)
    : m_context(context), m_array(std::move(array)), m_profile(std::move(profile))
{
    for (std::int64_t i = 0; i < m_array.tasks; ++i)
        m_tasks.emplace_back(folder() / "tasks" / std::to_string(i));
    m_entries.reserve(entries.size());
    for (ArrayEntry& record : entries) {
        Entry entry;
        entry.record = std::move(record);
        const auto job = m_context.store.job(entry.record.job);
        entry.isDecided = !job || !isActive(job->state) || job->attempt != entry.record.attempt;
        const auto task = static_cast<std::size_t>(entry.record.line / m_array.jobsPerTask);
        if (!entry.isDecided && task < m_tasks.size()) {
            ++m_open;
            ++m_tasks[task].open;
            m_byJob[entry.record.job] = m_entries.size();
        }
        m_entries.push_back(std::move(entry));
    }
}

std::filesystem::path SlurmTasks::folder() const
{
    return submissionFolder(m_context.spool.root(), m_array.token);
}

std::int64_t SlurmTasks::taskOf(std::size_t entry) const
{
    return m_entries[entry].record.line / m_array.jobsPerTask;
}

std::pair<std::size_t, std::size_t> SlurmTasks::entriesOf(std::size_t task) const
{
    // Entries stand in order of their lines; a rebuilt store may lack some.
    const auto before = [](const Entry& entry, std::int64_t line) { return entry.record.line < line; };
    const auto k = static_cast<std::int64_t>(m_array.jobsPerTask);
    const auto first = static_cast<std::int64_t>(task) * k;
    const auto low = std::lower_bound(m_entries.begin(), m_entries.end(), first, before);
    const auto high = std::lower_bound(low, m_entries.end(), first + k, before);
    return {static_cast<std::size_t>(low - m_entries.begin()),
            static_cast<std::size_t>(high - m_entries.begin())};
}

std::size_t SlurmTasks::look(double now, std::size_t most, double waitingASecond, StepReport& report)
{
    std::vector<std::size_t> due;
    for (const std::size_t task : m_hot)
        if (due.size() < most && now - m_tasks[task].lookedAt >= m_profile.lookSeconds) due.push_back(task);
    // The first round, after a start, is as fast as it can be: all may have ended meanwhile.
    std::size_t inTurn =
        m_isFirstRound ? most : static_cast<std::size_t>((now - m_lastRound) * waitingASecond);
    if (inTurn > 0) m_lastRound = now;
    inTurn = std::min({inTurn, most, m_tasks.size()});
    for (std::size_t found = 0; found < inTurn && due.size() < most;) {
        if (m_next >= m_tasks.size()) {
            m_next = 0;
            m_isFirstRound = false;
            break;
        }
        const std::size_t task = m_next++;
        if (m_tasks[task].open == 0 || m_hot.contains(task)) continue;
        due.push_back(task);
        ++found;
    }
    if (due.empty()) return 0;
    m_context.store.inOneTransaction([&] {
        for (const std::size_t task : due)
            lookAt(task, now, report);
        storeStates();
    });
    return due.size();
}

void SlurmTasks::lookAt(std::size_t index, double now, StepReport& report)
{
    Task& task = m_tasks[index];
    task.lookedAt = now;
    const bool wasStarted = task.record.hasStarted();
    if (task.record.read()) {
        task.changedAt = now;
        task.pullsBefore = m_begunPulls;
        if (!task.record.hasEnded()) task.goneSince.reset(); // it speaks: it is there
        if (!wasStarted) noteClock(task);
        noteBroken(task);
    }
    const auto [first, last] = entriesOf(index);
    for (std::size_t i = first; i < last; ++i) {
        Entry& entry = m_entries[i];
        if (entry.isDecided) continue;
        if (task.record.hasBegun(entry.record.job)) {
            follow(entry, task);
            import(entry, report);
        }
        const bool saysGood = task.record.exitOf(entry.record.job) == "0";
        if (saysGood != entry.endedAt.has_value())
            entry.endedAt = saysGood ? std::optional(now) : std::nullopt;
        decide(entry, task, now, report);
    }
    const bool isHot = task.open > 0 && (task.record.hasStarted() || task.goneSince.has_value());
    if (isHot)
        m_hot.insert(index);
    else
        m_hot.erase(index);
}

void SlurmTasks::follow(Entry& entry, const Task& task)
{
    if (entry.follower) return;
    entry.follower =
        std::make_unique<EventFollower>(m_context.spool.jobFolder(entry.record.job), entry.record.attempt);
    m_context.store.setRunning({entry.record.job, entry.record.attempt}, {});
    setState(entry, task, "running");
}

void SlurmTasks::import(Entry& entry, StepReport& report)
{
    if (!entry.follower) return;
    const std::vector<LoggedEvent> events = entry.follower->read();
    if (events.empty()) return;
    m_context.store.record(entry.record.job, entry.record.attempt, events);
    for (const LoggedEvent& event : events) {
        if (const auto* failed = std::get_if<FailedEvent>(&event.event)) entry.failed = *failed;
        entry.hasFinished = entry.hasFinished || std::holds_alternative<FinishedEvent>(event.event);
        entry.hasStopped = std::holds_alternative<StoppedEvent>(event.event);
    }
    report.events += static_cast<std::int64_t>(events.size());
}

void SlurmTasks::setState(Entry& entry, const Task& task, std::string_view state)
{
    ArrayEntry& record = entry.record;
    if (record.state == state && record.restarts == task.record.restarts() &&
        record.node == task.record.node())
        return;
    record.state = state;
    record.restarts = task.record.restarts();
    record.node = task.record.node();
    entry.isStored = false;
}

void SlurmTasks::storeStates()
{
    std::vector<ArrayEntry> changed;
    for (Entry& entry : m_entries) {
        if (entry.isStored) continue;
        changed.push_back(entry.record);
        entry.isStored = true;
    }
    if (!changed.empty()) m_context.store.setEntries(m_array.token, changed);
}

/// A task that could not even start a worker: with this profile no other one can.
void SlurmTasks::noteBroken(const Task& task)
{
    const std::string& why = task.record.why();
    if (why == "worker")
        m_broken = m_profile.worker + " cannot be started on " + task.record.node();
    else if (why == "preparation")
        m_broken = "its modules or its image cannot be loaded on " + task.record.node() + "; the log is " +
                   (folder() / "logs").string();
}

void SlurmTasks::noteClock(const Task& task)
{
    if (m_hasToldOfClock || task.record.startedAt() <= 0) return;
    const double ahead = task.record.startedAt() - unixNow();
    const double behind = m_array.created - task.record.startedAt(); // it cannot begin before it was made
    if (ahead < largestSkew && behind < largestSkew) return;
    m_hasToldOfClock = true;
    const double seconds = std::max(ahead, behind);
    m_news.push_back(
        fmt::format("profile \"{}\": the clock of {} is at least {:.0f} minutes {}; nothing depends on "
                    "it but the times that its logs show",
                    m_profile.name, task.record.node(), seconds / 60, ahead > behind ? "ahead" : "behind"));
}

void SlurmTasks::hear(const QueueAnswerOfSlurm& answer, double now)
{
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        Task& task = m_tasks[i];
        if (task.open == 0) continue;
        const auto found = answer.tasks.find({m_array.name, static_cast<std::int64_t>(i)});
        if (found == answer.tasks.end()) {
            if (!task.goneSince) {
                task.goneSince = now;
                task.pullsBefore = m_begunPulls;
                task.state.clear();
            }
            m_hot.insert(i);
            continue;
        }
        task.goneSince.reset();
        task.state = found->second.state;
        if (task.state != "PENDING") m_hot.insert(i);
    }
}

bool SlurmTasks::needsStates() const
{
    return std::any_of(m_hot.begin(), m_hot.end(), [&](std::size_t i) {
        const Task& task = m_tasks[i];
        return task.open > 0 && task.goneSince && task.state.empty();
    });
}

void SlurmTasks::hearStates(const std::map<TaskName, std::string>& states, double now, StepReport& report)
{
    m_context.store.inOneTransaction([&] {
        const std::set<std::size_t> hot = m_hot;
        for (const std::size_t i : hot) {
            Task& task = m_tasks[i];
            if (task.open == 0 || !task.goneSince) continue;
            const auto found = states.find({m_array.name, static_cast<std::int64_t>(i)});
            task.state = found == states.end() ? "UNKNOWN" : found->second;
            lookAt(i, now, report);
        }
        storeStates();
    });
}

void SlurmTasks::recall(const JobRecord& job, std::set<std::int64_t>& toCancel,
                        std::set<std::int64_t>& toSignal)
{
    const auto found = m_byJob.find(job.id);
    if (found == m_byJob.end() || m_entries[found->second].isRecalled) return;
    Entry& entry = m_entries[found->second];
    if (job.wanted != JobState::Cancelled) hold(folder(), job.id); // a cancelled one has its mark already
    entry.isRecalled = true;
    const std::int64_t index = taskOf(found->second);
    const Task& task = m_tasks[static_cast<std::size_t>(index)];
    if (task.record.hasStarted() && !task.record.hasEnded()) {
        if (task.record.runningJob() == job.id) toSignal.insert(index);
        return; // otherwise its turn is yet to come, and it is passed over
    }
    const auto [first, last] = entriesOf(static_cast<std::size_t>(index));
    for (std::size_t i = first; i < last; ++i)
        if (!m_entries[i].isDecided && !m_entries[i].isRecalled) return;
    toCancel.insert(index);
}

void SlurmTasks::wereCancelled(const std::set<std::int64_t>& tasks, double now, StepReport& report)
{
    m_context.store.inOneTransaction([&] {
        for (const std::int64_t index : tasks) {
            Task& task = m_tasks[static_cast<std::size_t>(index)];
            lookAt(static_cast<std::size_t>(index), now, report);
            // It began in the last moment: its own record will say what came of it.
            if (task.record.hasStarted() && !task.record.hasEnded()) continue;
            const auto [first, last] = entriesOf(static_cast<std::size_t>(index));
            for (std::size_t i = first; i < last; ++i)
                if (!m_entries[i].isDecided && m_entries[i].isRecalled)
                    conclude(m_entries[i], task, {std::nullopt, std::nullopt, "taken back"}, std::nullopt,
                             report);
        }
        storeStates();
    });
}

void SlurmTasks::giveBackRecalled(StepReport& report)
{
    const auto isDue = [&](std::size_t i) {
        const Entry& entry = m_entries[i];
        return !entry.isDecided && entry.isRecalled &&
               !m_tasks[static_cast<std::size_t>(taskOf(i))].record.hasStarted();
    };
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (isDue(i)) due.push_back(i);
    if (due.empty()) return;
    m_context.store.inOneTransaction([&] {
        for (const std::size_t i : due)
            conclude(m_entries[i], m_tasks[static_cast<std::size_t>(taskOf(i))],
                     {std::nullopt, std::nullopt, "taken back"}, std::nullopt, report);
        storeStates();
    });
}

void SlurmTasks::giveBack(const std::string& why, double notBefore, StepReport& report)
{
    m_context.store.inOneTransaction([&] {
        for (Entry& entry : m_entries) {
            if (entry.isDecided) continue;
            const ClaimedJob job{entry.record.job, entry.record.attempt};
            const auto record = m_context.store.job(job.id);
            const std::int64_t kills = record ? record->kills : 0;
            const bool isCancelled = record && record->wanted == JobState::Cancelled;
            const JobState state = m_context.store.end(
                job, {isCancelled ? JobState::Cancelled : JobState::Queued, why, kills, notBefore});
            report.changes.push_back({job.id, job.attempt, state, why});
            entry.isDecided = true;
            entry.record.state = isCancelled ? "cancelled" : "stopped";
            entry.isStored = false;
        }
        m_open = 0;
        m_byJob.clear();
        m_hot.clear();
        for (Task& task : m_tasks)
            task.open = 0;
        storeStates();
    });
}

std::vector<std::string> SlurmTasks::wantedFiles() const
{
    const std::string folder = "slurm/" + m_array.token;
    std::vector<std::string> files{folder + "/tasks", folder + "/logs", folder + "/owner"};
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        if (entry.isDecided) continue;
        const Task& task = m_tasks[static_cast<std::size_t>(taskOf(i))];
        if (!task.record.hasBegun(entry.record.job)) continue;
        // The checkpoint travels when the job has ended there: it may go on here.
        const bool isOver = task.record.exitOf(entry.record.job) || task.goneSince;
        files.push_back(isOver ? entry.record.job
                               : fmt::format("{}/attempt-{}", entry.record.job, entry.record.attempt));
    }
    return files;
}

} // namespace regnet
