// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace regnet {

/// Where a job stands. Preempted, timed out and lost jobs are queued again at their last checkpoint, with the
/// attempt counted.
enum class JobState {
    Queued,
    Claimed, ///< a slot is taken, its worker is about to start
    Running,
    Paused, ///< not started before somebody resumes it
    Done,
    Diverged,    ///< the loss became NaN or infinite
    OutOfMemory, ///< the same training again would end the same way: no automatic retry
    Failed,
    Cancelled,
};

inline constexpr std::array<JobState, 9> allJobStates{
    JobState::Queued,   JobState::Claimed,     JobState::Running, JobState::Paused,    JobState::Done,
    JobState::Diverged, JobState::OutOfMemory, JobState::Failed,  JobState::Cancelled,
};

/// For people and for files alike: "queued", "out of memory".
std::string_view nameOf(JobState state);
std::optional<JobState> jobStateOf(std::string_view name);

/// Nothing happens to such a job any more unless somebody asks for a retry.
bool isFinal(JobState state);
/// The network could not be trained: its error counts as +infinity. A cancelled job says nothing about its
/// network.
bool isFailure(JobState state);
/// A worker has it, or is about to.
bool isActive(JobState state);

} // namespace regnet
