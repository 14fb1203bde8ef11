// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/progress.h"

#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace regnet {
namespace {

constexpr double leastSeconds = 2;
constexpr double mostSecondsLeft = 99.0 * 3600;
constexpr double rateMemorySeconds = 30;      ///< of the recent rate
constexpr double completionMemorySeconds = 5; ///< of the time of completion

/// Weight of news after `seconds`, for a memory of that length.
double weight(double seconds, double memory)
{
    return 1 - std::exp(-seconds / memory);
}

} // namespace

std::optional<double> TimeLeft::update(double seconds, double share)
{
    // Work was added, or the clock was set: what was learned does not hold any more.
    if (!m_start || share < m_last.share || seconds < m_last.seconds) {
        *this = {};
        m_start = m_last = {seconds, share};
        return std::nullopt;
    }
    const double passed = seconds - m_start->seconds;
    const double step = seconds - m_last.seconds;
    const double rate = passed > 0 ? (share - m_start->share) / passed : 0;
    if (step > 0) {
        const double recent = (share - m_last.share) / step;
        if (m_last.seconds == m_start->seconds) m_recentRate = recent;
        m_recentRate += weight(step, rateMemorySeconds) * (recent - m_recentRate);
        m_last = {seconds, share};
    }
    if (passed < leastSeconds || !(rate > 0)) return std::nullopt;
    const double corrected = std::clamp(m_recentRate, rate / 2, rate * 2);
    const double completion = seconds + (1 - share) / corrected;
    if (!m_completion)
        m_completion = completion;
    else
        *m_completion += weight(step, completionMemorySeconds) * (completion - *m_completion);
    const double left = share >= 1 ? 0 : std::max(0.0, *m_completion - seconds);
    if (left > mostSecondsLeft) return std::nullopt;
    return left;
}

QueueProgress readProgress(const StoreReader& store, const JobSelection& selection, TimeLeft& timeLeft)
{
    const double now =
        std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    QueueProgress progress;
    progress.jobs = store.counts(selection);
    const WorkAmount work = store.work(selection);
    progress.share = work.total > 0 ? std::min(1.0, work.done / work.total) : 0;
    const auto left = timeLeft.update(now, progress.share);
    if (progress.jobs.of(JobState::Running) > 0) progress.secondsLeft = left;
    return progress;
}

std::string describe(const QueueProgress& progress)
{
    const JobCounts& jobs = progress.jobs;
    std::string text =
        fmt::format("{} of {} done", exactCount(jobs.of(JobState::Done)), exactCount(jobs.total()));
    const auto part = [&](std::int64_t count, const char* what) {
        if (count > 0) text += fmt::format(", {} {}", exactCount(count), what);
    };
    part(jobs.failures(), "failed");
    part(jobs.of(JobState::Running), "running");
    part(jobs.of(JobState::Claimed),
         "waiting to start"); // a worker that loads, or a task in a cluster's queue
    part(jobs.of(JobState::Paused), "paused");
    part(jobs.of(JobState::Cancelled), "cancelled");
    if (progress.secondsLeft) text += ", " + readableDuration(*progress.secondsLeft) + " left";
    return text;
}

} // namespace regnet
