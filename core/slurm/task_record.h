// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a task of an array says of itself, in <submission>/tasks/<i>, a line a word:
///   start <restarts> <slurm job id> <node> <time>     it began, or began again
///   begin <job> <attempt> <time>                      it started a worker for that job
///   exit <job> <code|cancelled|held|changed> <time>   that worker ended, or was not started
///   end <code> <why> <time>                           it ended; "requeue": it will start again
/// Follows such a file while it grows. Times are the node's own: shown, never compared with ours.
class TaskRecord
{
public:
    explicit TaskRecord(std::filesystem::path file) : m_file(std::move(file)) {}

    /// Reads what came since the last time; a line without an end waits for it. True when something came.
    /// Throws Error for a file that is there and cannot be read.
    bool read();

    bool hasStarted() const { return m_starts > 0; }
    bool hasEnded() const { return !m_end.empty(); } ///< and not started again
    const std::string& why() const { return m_end; } ///< done, requeue, limit, slurm-COMPLETING, …
    std::int64_t code() const { return m_code; }
    std::int64_t restarts() const { return m_restarts; }
    const std::string& node() const { return m_node; }
    const std::string& runningJob() const { return m_running; } ///< begun and not ended; empty when none
    double startedAt() const { return m_startedAt; }            ///< by the node's clock, the last time
    /// How its worker ended last: a number or a word; nothing while it was not begun or runs.
    std::optional<std::string> exitOf(const std::string& job) const;
    bool hasBegun(const std::string& job) const { return m_begun.contains(job); }
    std::int64_t damagedLines() const { return m_damaged; }

private:
    void take(const std::string& line);

    std::filesystem::path m_file;
    std::int64_t m_offset = 0;
    std::string m_rest;
    std::int64_t m_starts = 0, m_restarts = 0, m_code = 0, m_damaged = 0;
    double m_startedAt = 0;
    std::string m_node, m_end, m_running;
    std::map<std::string, std::string> m_exits;
    std::map<std::string, std::int64_t> m_begun; ///< attempt
};

} // namespace regnet
