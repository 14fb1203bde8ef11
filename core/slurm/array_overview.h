// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"
#include "core/slurm/site_profile.h"
#include "core/store/store.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// How a task stands, for people: few enough that each has a colour and a shape of its own.
enum class TaskStanding { Waiting, Running, Interrupted, Done, Failed, Cancelled };

/// Of the state of an entry, see ArrayEntry: "preempted" and "requeued" are interrupted, "out of memory" has
/// failed.
TaskStanding standingOf(std::string_view state);

/// An array as a list shows it.
struct ArrayOverview
{
    ArrayRecord array;
    std::string stateText; ///< "submitted", "over", …
    std::int64_t jobs = 0;
    std::int64_t restarts = 0;                  ///< by Slurm, of all tasks
    std::map<std::string, std::int64_t> states; ///< entries by state
    std::vector<std::string> tasks; ///< the state of each task: the one of its jobs that matters most

    friend bool operator==(const ArrayOverview&, const ArrayOverview&) = default;
};

/// The newest first.
std::vector<ArrayOverview> overviewOf(const StoreReader& store, bool onlyOpen);

/// The same for somebody who looks again and again: arrays that are over are read once. All that are open,
/// and of the others the newest `mostOver`.
class ArrayBoard
{
public:
    std::vector<ArrayOverview> update(const StoreReader& store, std::size_t mostOver = 20);
    void clear() { m_over.clear(); }

private:
    std::map<std::string, ArrayOverview> m_over; ///< by token
};

/// Tasks in a row of at most so many cells: one each where there is room, otherwise some share a cell, which
/// then has the state that matters most: what runs, then what needs a look.
struct StripCell
{
    std::int64_t first = 0, last = 0; ///< tasks
    std::string state;

    friend bool operator==(const StripCell&, const StripCell&) = default;
};
std::vector<StripCell> heatStrip(std::span<const std::string> tasks, std::size_t cells);

/// "task 17: preempted", "tasks 20 to 29: one or more failed".
std::string describeCell(const StripCell& cell);
/// "500 tasks: 3 running, 7 failed, 490 done; 12 restarts".
std::string describeTasks(const ArrayOverview& overview);

/// Claims what is queued for that profile, of the selection, and writes its arrays, for a person to submit.
/// Their tokens. Throws Error.
std::vector<std::string> generateArrays(Store& store, const Spool& spool, const SiteProfile& profile,
                                        const JobSelection& selection = {});

} // namespace regnet
