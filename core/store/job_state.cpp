// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/job_state.h"

namespace regnet {

std::string_view nameOf(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return "queued";
    case JobState::Claimed:
        return "claimed";
    case JobState::Running:
        return "running";
    case JobState::Paused:
        return "paused";
    case JobState::Done:
        return "done";
    case JobState::Diverged:
        return "diverged";
    case JobState::OutOfMemory:
        return "out of memory";
    case JobState::Failed:
        return "failed";
    case JobState::Cancelled:
        return "cancelled";
    }
    return {};
}

std::optional<JobState> jobStateOf(std::string_view name)
{
    for (const JobState state : allJobStates)
        if (nameOf(state) == name) return state;
    return std::nullopt;
}

bool isFinal(JobState state)
{
    return state == JobState::Done || state == JobState::Cancelled || isFailure(state);
}

bool isFailure(JobState state)
{
    return state == JobState::Diverged || state == JobState::OutOfMemory || state == JobState::Failed;
}

bool isActive(JobState state)
{
    return state == JobState::Claimed || state == JobState::Running;
}

} // namespace regnet
