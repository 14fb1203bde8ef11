// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/outcome.h"
#include "core/system/run_command.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace regnet {

/// A task as Slurm names it: array and index.
struct TaskName
{
    std::string array;
    std::int64_t task = 0;

    // clang-tidy 14 takes the comparison with 0 for one with a pointer.
    friend auto operator<=>(const TaskName&, const TaskName&) = default; // NOLINT(modernize-use-nullptr)
};

/// "12_3"
std::string textOf(const TaskName& task);

/// "12_[0-4]" "12_7": tasks of one array in as few words as scancel and scontrol understand.
std::vector<std::string> rangesOf(const std::string& array, const std::set<std::int64_t>& tasks);

/// What "squeue -o %F|%K|%T|%r|%k|%j" says of our tasks: state and reason of each that is in the queue.
struct QueueAnswerOfSlurm
{
    struct Entry
    {
        std::string state;  ///< "PENDING", "RUNNING", "COMPLETING", …
        std::string reason; ///< "JobArrayTaskLimit", …
    };
    std::map<TaskName, Entry> tasks;
    std::map<std::string, std::string> arrays; ///< by token: the array's id
};

/// Indices like "3", "2-5", "0,4-6%2" as they are; nothing for a text that is none ("N/A", cut off by "...").
std::optional<std::vector<std::int64_t>> taskIndices(std::string_view text);

QueueAnswerOfSlurm parseQueue(std::string_view text);
/// "sacct -X -n -P -o JobID,State": state by task.
std::map<TaskName, std::string> parseAccounting(std::string_view text);
/// "scontrol show job ARRAY -o": state by task.
std::map<TaskName, std::string> parseShow(std::string_view text);

/// "12" or "12;cluster", as sbatch --parsable prints it. Nothing for anything else, nor for a number above
/// the 32 bits that Slurm has for one.
std::optional<std::pair<std::string, std::string>> parseSubmitted(std::string_view text);

/// What an end that Slurm reports means for a task that did not say so itself. Nothing for a state that is no
/// end (PENDING, RUNNING, REQUEUED, …).
std::optional<RemoteEnd> endOfState(std::string_view state);

/// Whether ssh says that it did not come through to the host, so that nothing was run there.
bool isUnreached(std::string_view errorText);

/// Whether one of Slurm's commands says that its controller does not answer.
bool isControllerAway(std::string_view errorText);

/// What a command that failed has to say: `text`; where that is blank how it ended ("exit code 7"), and where
/// it had no end that it was too much.
std::string saidBy(const CommandResult& result, const std::string& text);

/// A refusal of sbatch, or of the rsync before it, as a sentence about the profile; whether it makes sense to
/// try again without a change.
struct Refusal
{
    std::string sentence;   ///< of what happened; whether it is tried again is for who does so to say
    bool isForGood = false; ///< the request cannot be met; otherwise the controller may answer later
    bool isUnknown = false; ///< it may have been accepted all the same
};
Refusal refusalOf(const std::string& profile, std::string_view errorText, bool hasTimedOut,
                  std::string_view command = "sbatch");
/// Of an sbatch that says that all is well, and no number that Slurm could have given.
Refusal noNumberIn(const std::string& profile, std::string_view text, bool isUnknown);

} // namespace regnet
