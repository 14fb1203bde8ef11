// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/task_record.h"

#include "core/system/whole_file.h"

#include <sstream>

namespace regnet {
namespace {

// A record has some short lines. What a broken task writes beyond that is read bit by bit, and not kept.
constexpr std::size_t mostAtOnce = 1 << 20, longestLine = 1 << 16;

} // namespace

bool TaskRecord::read()
{
    std::error_code error;
    // Shorter than what we have read: a network file system that has not caught up. What was read stands.
    if (std::filesystem::file_size(m_file, error) <= static_cast<std::uintmax_t>(m_offset) || error)
        return false;
    const std::string news = readFrom(m_file, m_offset, mostAtOnce);
    m_offset += static_cast<std::int64_t>(news.size());
    m_rest += news;
    bool isNew = false;
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        take(m_rest.substr(start, end - start));
        start = end + 1;
        isNew = true;
    }
    m_rest.erase(0, start);
    if (m_rest.size() > longestLine) m_rest.clear();
    return isNew;
}

void TaskRecord::take(const std::string& line)
{
    std::istringstream words(line);
    std::string kind, first, second, third;
    double time = 0;
    words >> kind;
    bool isGood = false;
    if (kind == "start" && words >> m_restarts >> first >> second >> time) {
        ++m_starts;
        m_node = second;
        m_startedAt = time;
        m_end.clear();
        m_running.clear();
        isGood = true;
    } else if (kind == "begin" && words >> first >> second >> time) {
        m_running = first;
        m_begun[first] = std::strtoll(second.c_str(), nullptr, 10);
        m_exits.erase(first);
        isGood = true;
    } else if (kind == "exit" && words >> first >> second >> time) {
        m_exits[first] = second;
        if (m_running == first) m_running.clear();
        isGood = true;
    } else if (kind == "end" && words >> first >> second >> time) {
        m_code = std::strtoll(first.c_str(), nullptr, 10);
        m_end = second;
        isGood = true;
    }
    if (!isGood) ++m_damaged;
}

std::optional<std::string> TaskRecord::exitOf(const std::string& job) const
{
    const auto found = m_exits.find(job);
    if (found == m_exits.end()) return std::nullopt;
    return found->second;
}

} // namespace regnet
