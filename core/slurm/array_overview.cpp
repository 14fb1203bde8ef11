// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/array_overview.h"

#include "core/slurm/submission.h"
#include "core/system/clock.h"
#include "core/text/readable.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace regnet {
namespace {

using State = ArrayRecord::State;

/// Of several jobs in a task the state that matters most is the first of these that one has.
constexpr std::array<std::string_view, 16> byWeight{
    "running",  "preempted", "timed out", "node failure", "lost",   "failed", "diverged", "out of memory",
    "requeued", "stopped",   "cancelled", "waiting",      "queued", "paused", "done",     ""};

std::size_t weightOf(std::string_view state)
{
    return static_cast<std::size_t>(std::find(byWeight.begin(), byWeight.end(), state) - byWeight.begin());
}

std::string textOf(const ArrayRecord& array)
{
    switch (array.state) {
    case State::Preparing:
        return "preparing";
    case State::Submitting:
        return array.message.empty() ? "submitting" : "being looked for";
    case State::Submitted:
        return "submitted";
    case State::Generated:
        return "to be submitted by hand";
    case State::Closed:
        return "over";
    case State::Withdrawn:
        return "withdrawn";
    }
    return {};
}

ArrayOverview overviewOf(const StoreReader& store, const ArrayRecord& array)
{
    ArrayOverview one;
    one.array = array;
    one.stateText = textOf(array);
    one.tasks.resize(static_cast<std::size_t>(array.tasks), "done");
    std::vector<std::int64_t> restarts(one.tasks.size(), 0);
    for (const ArrayEntry& entry : store.arrayEntries(array.token)) {
        ++one.jobs;
        ++one.states[entry.state];
        const auto task = static_cast<std::size_t>(entry.line / array.jobsPerTask);
        if (task >= one.tasks.size()) continue;
        if (weightOf(entry.state) < weightOf(one.tasks[task])) one.tasks[task] = entry.state;
        restarts[task] = std::max(restarts[task], entry.restarts);
    }
    for (const std::int64_t count : restarts)
        one.restarts += count;
    return one;
}

} // namespace

std::vector<ArrayOverview> overviewOf(const StoreReader& store, bool onlyOpen)
{
    std::vector<ArrayOverview> all;
    for (const ArrayRecord& array : store.arrays(onlyOpen))
        all.push_back(overviewOf(store, array));
    return all;
}

std::vector<ArrayOverview> ArrayBoard::update(const StoreReader& store, std::size_t mostOver)
{
    std::vector<ArrayOverview> shown;
    std::map<std::string, ArrayOverview> over;
    for (const ArrayRecord& array : store.arrays()) {
        if (array.isOpen()) {
            shown.push_back(overviewOf(store, array));
            continue;
        }
        if (over.size() >= mostOver) continue;
        const auto known = m_over.find(array.token);
        shown.push_back(known == m_over.end() ? overviewOf(store, array) : known->second);
        over[array.token] = shown.back();
    }
    m_over = std::move(over);
    return shown;
}

TaskStanding standingOf(std::string_view state)
{
    const auto is = [&](auto... names) { return ((state == names) || ...); };
    if (is("running")) return TaskStanding::Running;
    if (is("done", "")) return TaskStanding::Done;
    if (is("failed", "diverged", "out of memory")) return TaskStanding::Failed;
    if (is("cancelled")) return TaskStanding::Cancelled;
    if (is("waiting", "queued", "paused")) return TaskStanding::Waiting;
    return TaskStanding::Interrupted; // preempted, timed out, node failure, lost, requeued, stopped
}

std::vector<StripCell> heatStrip(std::span<const std::string> tasks, std::size_t cells)
{
    std::vector<StripCell> strip;
    const std::size_t count = std::min(cells, tasks.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t first = i * tasks.size() / count, end = (i + 1) * tasks.size() / count;
        std::size_t heaviest = first;
        for (std::size_t task = first; task < end; ++task)
            if (weightOf(tasks[task]) < weightOf(tasks[heaviest])) heaviest = task;
        strip.push_back(
            {static_cast<std::int64_t>(first), static_cast<std::int64_t>(end) - 1, tasks[heaviest]});
    }
    return strip;
}

std::string describeCell(const StripCell& cell)
{
    if (cell.first == cell.last) return fmt::format("task {}: {}", cell.first, cell.state);
    return fmt::format("tasks {} to {}: one or more {}", cell.first, cell.last, cell.state);
}

std::string describeTasks(const ArrayOverview& overview)
{
    std::map<std::size_t, std::pair<std::string, std::int64_t>> byState; // what matters most first
    for (const std::string& state : overview.tasks) {
        auto& [name, count] = byState[weightOf(state)];
        name = state;
        ++count;
    }
    std::string text = fmt::format("{} task{}", exactCount(static_cast<std::int64_t>(overview.tasks.size())),
                                   overview.tasks.size() == 1 ? "" : "s");
    const char* separator = ": ";
    for (const auto& [weight, entry] : byState) {
        text += fmt::format("{}{} {}", separator, exactCount(entry.second), entry.first);
        separator = ", ";
    }
    if (overview.restarts > 0)
        text += fmt::format("; {} restart{}", overview.restarts, overview.restarts == 1 ? "" : "s");
    return text;
}

std::vector<std::string> generateArrays(Store& store, const Spool& spool, const SiteProfile& profile,
                                        const JobSelection& selection)
{
    std::vector<std::string> tokens;
    while (true) {
        ArrayRecord array = newArray(profile, unixNow());
        const std::vector<ArrayEntry> entries =
            store.claimArray(array, deviceOfPlace(profile.name), profile.largestArray * profile.jobsPerTask,
                             array.created, selection);
        if (entries.empty()) return tokens;
        for (const ArrayEntry& entry : entries) {
            JobSpec spec = store.jobSpec(entry.job);
            spec.attempt = entry.attempt;
            spec.device = profile.gpus > 0 ? "cuda:0" : "cpu";
            writeJob(spool.jobFolder(entry.job), spec);
        }
        Submission submission = submissionOf(array, profile, entries);
        writeSubmission(spool, submission);
        array.state = State::Generated;
        store.setArray(array);
        tokens.push_back(array.token);
    }
}

} // namespace regnet
