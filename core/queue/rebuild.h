// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/spool.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

struct RebuildReport
{
    std::int64_t populations = 0;
    std::int64_t jobs = 0;
    std::int64_t results = 0;
    std::int64_t takenOver = 0;     ///< of the results: the spool has lost them, the former store had them
    std::int64_t damagedLines = 0;  ///< of event logs, left out
    std::vector<Problem> damage;    ///< where the first of those lines are
    std::vector<Problem> problems;  ///< files that are damaged or cannot be read, left out, and what is lost
    std::filesystem::path oldStore; ///< where the former store is kept; empty when there was none

    bool isComplete() const { return problems.empty() && damagedLines == 0; }
};

/// Makes the store anew from the spool alone. The former store is kept beside it; the new one takes its place
/// in one step, or not at all. Populations whose own file is lost come back as "recovered (recipe)"; results
/// that the spool has lost and the former store has are taken over; a training that is done and has no result
/// in either is queued again. Throws Error when another program writes the store, or the spool itself cannot
/// be listed.
RebuildReport rebuildStore(const std::filesystem::path& store, const Spool& spool,
                           const std::string& program);

} // namespace regnet
