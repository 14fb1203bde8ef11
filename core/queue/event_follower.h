// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/queue/job.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Reads a worker's log while it grows: each call gives the lines that came since the last one. A last line
/// without an end waits for its end; a line that is no event (torn by a full disk, garbage) is counted and
/// left out, because a result may stand behind it.
class EventFollower
{
public:
    EventFollower(const std::filesystem::path& jobFolder, std::int64_t attempt);

    /// A log that is not there yet has no lines. Throws Error for one that cannot be read.
    std::vector<LoggedEvent> read();
    /// Of one that has ended no more is to come.
    enum class Writer { MayGoOn, HasEnded };
    /// All that stands in the log, for who makes a store anew: a log that is hidden (in a folder that cannot
    /// be read) is an Error too. Of a writer that has ended a last line without an end is an event where it
    /// is whole, and damage otherwise.
    std::vector<LoggedEvent> readAll(Writer writer);

    std::int64_t damagedLines() const { return m_damaged; }
    /// The first of them: file, line and what is wrong.
    const std::vector<Problem>& damage() const { return m_damage; }

private:
    /// The whole lines of what was read so far, to `events`; the start of the next one stays.
    void takeLines(std::vector<LoggedEvent>& events);
    void takeLine(std::string_view line, std::vector<LoggedEvent>& events);

    std::filesystem::path m_file;
    std::int64_t m_offset = 0;
    std::int64_t m_line = 0;
    std::int64_t m_damaged = 0;
    std::vector<Problem> m_damage;
    std::string m_rest;       ///< the start of a line that is not whole yet
    bool m_isCutting = false; ///< that line is too long, and its start was dropped
};

} // namespace regnet
