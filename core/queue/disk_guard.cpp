// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/disk_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace regnet {
namespace {

constexpr double secondsAfterFull = 60;

} // namespace

bool saysDiskFull(std::string_view text)
{
    // strerror(ENOSPC), strerror(EDQUOT), SQLITE_FULL, and the store's own sentence for it.
    constexpr std::array<std::string_view, 4> words{"No space left on device", "Disk quota exceeded",
                                                    "database or disk is full", "the disk is full"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

DiskGuard::DiskGuard(std::int64_t markBytes, std::string place)
    : m_mark(std::max<std::int64_t>(markBytes, 0)), m_place(std::move(place))
{
}

std::string DiskGuard::hold(std::int64_t free, std::int64_t needed, double now)
{
    if (now < m_fullUntil) return "the disk is full: " + m_fullWhere + "; it is tried again in a minute";
    if (free < 0) return {};
    const double mark = static_cast<double>(m_mark) * (m_isHeld ? 1.25 : 1.0) + static_cast<double>(needed);
    m_isHeld = static_cast<double>(free) < mark;
    if (!m_isHeld) return {};
    return fmt::format("only {} MB are left on the disk of {}; it goes on by itself when there are {}",
                       free >> 20, m_place, static_cast<std::int64_t>(mark / (1 << 20)) + 1);
}

bool DiskGuard::isNearlyFull(std::int64_t free) const
{
    return free >= 0 && free < m_mark / 2;
}

void DiskGuard::noteFull(double now, std::string where)
{
    m_fullUntil = now + secondsAfterFull;
    m_fullWhere = std::move(where);
}

} // namespace regnet
