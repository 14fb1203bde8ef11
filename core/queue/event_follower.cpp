// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/event_follower.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

// A line that long is no event of ours; holding it back would let a broken worker fill our memory.
constexpr std::size_t longestLine = 1 << 20;
// Nor may one that writes garbage without end: so much of the log is in memory at once.
constexpr std::size_t mostAtOnce = 4 << 20;

} // namespace

EventFollower::EventFollower(const std::filesystem::path& jobFolder, std::int64_t attempt)
    : m_file(attemptFolder(jobFolder, attempt) / "events.jsonl")
{
}

std::vector<LoggedEvent> EventFollower::read()
{
    std::vector<LoggedEvent> events;
    std::error_code error;
    if (!std::filesystem::exists(m_file, error)) return events;
    while (true) {
        const std::string news = readFrom(m_file, m_offset, mostAtOnce);
        m_offset += static_cast<std::int64_t>(news.size());
        m_rest += news;
        takeLines(events);
        if (m_rest.size() > longestLine) m_rest.clear();
        if (news.size() < mostAtOnce) return events;
    }
}

void EventFollower::takeLines(std::vector<LoggedEvent>& events)
{
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        const std::string_view line(m_rest.data() + start, end - start);
        start = end + 1;
        ++m_line;
        const std::string where = m_file.string() + ":" + std::to_string(m_line);
        try {
            events.push_back(eventFromJson(parseJson(line, where, PythonNumbers::Null), where));
        } catch (const Error&) {
            ++m_damaged;
        }
    }
    m_rest.erase(0, start);
}

} // namespace regnet
