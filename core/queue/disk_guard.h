// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace regnet {

/// True for the words of a system or of SQLite that has no room left on a disk or in a quota.
bool saysDiskFull(std::string_view text);

/// Before a file that could not be written for another reason is tried again.
inline constexpr double secondsBetweenTries = 60;

/// Decides when the queue pauses because its disk is nearly full, and when it goes on. Below the mark nothing
/// new is started, and only above the mark by a quarter does it go on, so that it does not start and stop at
/// every file. Below half the mark the running ones are stopped too, while there is room for their last
/// checkpoint.
class DiskGuard
{
public:
    explicit DiskGuard(std::int64_t markBytes, std::string place);

    /// `free` as the file system says it (below 0: it does not), `needed` by the next job. Returns why
    /// nothing new may be started, one sentence; empty when all is well. Time in seconds, of a clock that
    /// only goes forward.
    std::string hold(std::int64_t free, std::int64_t needed, double now);
    /// True where even what runs has to be stopped.
    bool isNearlyFull(std::int64_t free) const;
    /// A write failed for want of room, whatever the file system says (a quota): wait a minute before the
    /// next try.
    void noteFull(double now, std::string where);

private:
    std::int64_t m_mark;
    std::string m_place;
    bool m_isHeld = false;
    double m_fullUntil = -1;
    std::string m_fullWhere;
};

} // namespace regnet
