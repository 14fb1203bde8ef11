// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/event_follower.h"

#include "core/problem.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace regnet {
namespace {

// A line that long is no event of ours; holding it back would let a broken worker fill our memory.
constexpr std::size_t longestLine = 1 << 20;

} // namespace

EventFollower::EventFollower(const std::filesystem::path& jobFolder, std::int64_t attempt)
    : m_file(attemptFolder(jobFolder, attempt) / "events.jsonl")
{
}

std::vector<LoggedEvent> EventFollower::read()
{
    std::vector<LoggedEvent> events;
    std::error_code error;
    const auto kind = std::filesystem::status(m_file, error).type();
    if (kind == std::filesystem::file_type::not_found) return events;
    if (kind != std::filesystem::file_type::regular) throwFailed(m_file.string(), "is no ordinary file");
    std::ifstream file(m_file, std::ios::binary);
    if (!file) throwFailed(m_file.string(), "cannot be read");
    file.seekg(m_offset);
    const std::string news{std::istreambuf_iterator<char>(file), {}};
    m_offset += static_cast<std::int64_t>(news.size());
    m_rest += news;
    std::size_t start = 0;
    for (std::size_t end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', start)) {
        const auto json =
            nlohmann::json::parse(m_rest.begin() + static_cast<std::ptrdiff_t>(start),
                                  m_rest.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
        start = end + 1;
        ++m_line;
        try {
            if (json.is_discarded())
                ++m_damaged;
            else
                events.push_back(eventFromJson(json, m_file.string() + ":" + std::to_string(m_line)));
        } catch (const Error&) {
            ++m_damaged;
        }
    }
    m_rest.erase(0, start);
    if (m_rest.size() > longestLine) m_rest.clear();
    return events;
}

} // namespace regnet
