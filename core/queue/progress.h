// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace regnet {

/// How far a queue, or a population, has come: what terminal and window show.
struct QueueProgress
{
    JobCounts jobs;
    double share = 0;                  ///< 0..1 of the work, in multiply-adds
    std::optional<double> secondsLeft; ///< none while it is not known, or above 99 h
};

/// Guesses when the work will be done, from how it went so far. The rate is that of the whole session,
/// corrected by the recent one, at most by a factor of 2 either way; what is smoothed is the time of
/// completion, so that the time left runs down evenly.
class TimeLeft
{
public:
    /// `share` of the work that is done at that time (any clock in seconds that only goes forward). Returns
    /// the seconds that are left; nothing before 2 seconds and some progress, or above 99 hours.
    std::optional<double> update(double seconds, double share);

private:
    struct Point
    {
        double seconds = 0;
        double share = 0;
    };
    std::optional<Point> m_start;
    Point m_last;
    double m_recentRate = 0; ///< share a second, smoothed
    std::optional<double> m_completion;
};

/// Reads where a selection of jobs stands; `timeLeft` is the memory between calls.
QueueProgress readProgress(const StoreReader& store, const JobSelection& selection, TimeLeft& timeLeft);

/// "12 of 24 done, 1 failed, 2 running, 3 min 20 s left".
std::string describe(const QueueProgress& progress);

} // namespace regnet
