// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/array_overview.h"

#include "core/slurm/submission.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>

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

double unixNow()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

std::vector<ArrayOverview> overviewOf(const StoreReader& store, bool onlyOpen)
{
    std::vector<ArrayOverview> all;
    for (const ArrayRecord& array : store.arrays(onlyOpen)) {
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
        all.push_back(std::move(one));
    }
    return all;
}

ClusterPrice priceOn(const SiteProfile& profile, const Budget& budget)
{
    ClusterPrice price;
    price.trainings = budget.trainings - budget.done;
    price.tasks = (price.trainings + profile.jobsPerTask - 1) / profile.jobsPerTask;
    const double units = static_cast<double>(profile.gpus > 0 ? profile.gpus : profile.cpus);
    price.longestHours = static_cast<double>(price.tasks * profile.minutes) / 60 * units;
    // Measured with one training at a time on the device that was asked about.
    if (budget.seconds) price.hours = *budget.seconds / 3600 * units;
    if (budget.speed) price.basis = fmt::format("{} trainings that were timed here", budget.speed->trainings);
    return price;
}

nlohmann::ordered_json toJson(const ClusterPrice& price)
{
    return {{"trainings", price.trainings},
            {"tasks", price.tasks},
            {"hours", price.hours ? nlohmann::json(*price.hours) : nlohmann::json()},
            {"longest_hours", price.longestHours},
            {"basis", price.basis}};
}

std::string describePrice(const ClusterPrice& price, const SiteProfile& profile)
{
    const char* unit = profile.gpus > 0 ? "GPU-hours" : "core-hours";
    std::string text =
        fmt::format("{} training{} in {} task{} on \"{}\": ", price.trainings,
                    price.trainings == 1 ? "" : "s", price.tasks, price.tasks == 1 ? "" : "s", profile.name);
    if (price.hours)
        text += fmt::format("about {:.2g} {} if it is as fast there as here ({})", *price.hours, unit,
                            price.basis);
    else
        text += fmt::format("how long is not known before the first trainings were timed");
    return text + fmt::format("; one round of time limits allows {:.3g} {}.", price.longestHours, unit);
}

std::vector<std::string> generateArrays(Store& store, const Spool& spool, const SiteProfile& profile)
{
    std::vector<std::string> tokens;
    while (true) {
        ArrayRecord array;
        array.token = newToken();
        array.place = profile.name;
        array.cluster = profile.cluster;
        array.jobsPerTask = profile.jobsPerTask;
        array.throttle = profile.throttle;
        array.created = unixNow();
        const std::vector<ArrayEntry> entries = store.claimArray(
            array, deviceOfPlace(profile.name), profile.largestArray * profile.jobsPerTask, array.created);
        if (entries.empty()) return tokens;
        Submission submission;
        submission.token = array.token;
        submission.profile = profile;
        submission.created = array.created;
        submission.jobsPerTask = profile.jobsPerTask;
        for (const ArrayEntry& entry : entries) {
            submission.entries.push_back({entry.job, entry.attempt});
            JobSpec spec = store.jobSpec(entry.job);
            spec.attempt = entry.attempt;
            spec.device = profile.gpus > 0 ? "cuda:0" : "cpu";
            writeJob(spool.jobFolder(entry.job), spec);
        }
        writeSubmission(spool, submission);
        array.state = State::Generated;
        store.setArray(array);
        tokens.push_back(array.token);
    }
}

} // namespace regnet
