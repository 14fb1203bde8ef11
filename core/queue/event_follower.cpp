// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/event_follower.h"

#include "core/format/text_file.h"
#include "core/system/folder.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace regnet {
namespace {

// A line that long is no event of ours; holding it back would let a broken worker fill our memory.
constexpr std::size_t longestLine = 1 << 20;
// Nor may one that writes garbage without end: so much of the log is in memory at once.
constexpr std::size_t mostAtOnce = 4 << 20;
// Whose places are kept; the others are only counted.
constexpr std::size_t mostDamageTold = 10;

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
        if (m_rest.size() > longestLine) {
            m_rest.clear();
            m_isCutting = true;
        }
        if (news.size() < mostAtOnce) return events;
    }
}

std::vector<LoggedEvent> EventFollower::readAll(Writer writer)
{
    if (!isThere(m_file)) return {};
    std::vector<LoggedEvent> events = read();
    if (writer == Writer::MayGoOn || (m_rest.empty() && !m_isCutting)) return events;
    takeLine(m_rest, events);
    m_rest.clear();
    return events;
}

void EventFollower::takeLines(std::vector<LoggedEvent>& events)
{
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        const std::string_view line(m_rest.data() + start, end - start);
        start = end + 1;
        takeLine(line, events);
    }
    m_rest.erase(0, start);
}

void EventFollower::takeLine(std::string_view line, std::vector<LoggedEvent>& events)
{
    ++m_line;
    const bool isTail = std::exchange(m_isCutting, false);
    const std::string where = m_file.string() + ":" + std::to_string(m_line);
    try {
        if (isTail) throwBadInput(where, "is too long", "an event of at most 1 MiB");
        events.push_back(eventFromJson(parseJson(line, where, PythonNumbers::Null), where));
    } catch (const Error& error) {
        ++m_damaged;
        if (m_damage.size() >= mostDamageTold) return;
        m_damage.push_back(error.problem());
        // A reader of JSON counts lines of its own, and ours is the only one here.
        if (m_damage.back().where.starts_with(where + ":")) m_damage.back().where = where;
    }
}

} // namespace regnet
