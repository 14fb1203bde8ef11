// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/controller.h"

#include "core/system/clock.h"
#include "core/text/shell_words.h"

#include <chrono>
#include <utility>

namespace regnet {
namespace {

/// Squeue's line of each of 100,000 tasks is some 10 MB.
constexpr std::size_t longestAnswer = 16 << 20;

} // namespace

Controller::Controller(SiteProfile profile, CommandRunner runner)
    : m_profile(std::move(profile)), m_runner(std::move(runner))
{
    if (!m_runner)
        m_runner = [](const std::vector<std::string>& words, const std::string& input, double seconds) {
            CommandOptions options;
            options.seconds = seconds;
            options.input = input;
            options.most = longestAnswer;
            options.mayNotSayMore = true; // an answer without end would fill the memory
            return runCommand(words, options);
        };
}

Controller::~Controller() = default; // a future of std::async waits for its thread

std::vector<std::string> Controller::ssh() const
{
    if (m_profile.host.empty()) return {};
    // Never a question for a password: nobody sits before this program's ssh.
    std::vector<std::string> words{"ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=15"};
    if (!m_profile.sshConfig.empty()) words.insert(words.end(), {"-F", m_profile.sshConfig});
    words.push_back(m_profile.host);
    return words;
}

void Controller::begin(const std::vector<std::string>& words, const std::string& folder, std::int64_t calls,
                       double seconds)
{
    // Unlimited lists of indices; a shell of the other side's reads the line, so every word is quoted.
    std::string line = "SLURM_BITSTR_LEN=0; export SLURM_BITSTR_LEN; ";
    if (!folder.empty()) line += "cd " + shellWord(folder) + " && ";
    line += "exec " + shellLine(words);
    std::vector<std::string> all = ssh();
    if (all.empty())
        all = {"/bin/sh", "-c", line};
    else
        all.push_back(line);
    m_calls += calls;
    const double now = steadySeconds();
    for (std::int64_t i = 0; i < calls; ++i)
        m_recent.push_back(now);
    m_command = words.front();
    start(std::move(all), {}, seconds);
}

void Controller::beginHere(const std::vector<std::string>& words, const std::string& input, double seconds)
{
    m_command = words.front();
    start(words, input, seconds);
}

void Controller::start(std::vector<std::string> words, std::string input, double seconds)
{
    m_running =
        std::async(std::launch::async, [runner = m_runner, words = std::move(words), input = std::move(input),
                                        seconds] { return runner(words, input, seconds); });
}

std::string Controller::unanswered() const
{
    const bool isWaiting =
        m_running && m_running->wait_for(std::chrono::seconds(0)) != std::future_status::ready;
    return isWaiting ? m_command : std::string();
}

std::optional<CommandResult> Controller::poll()
{
    if (!m_running || m_running->wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    CommandResult result = m_running->get();
    m_running.reset();
    return result;
}

bool Controller::mayAsk(double now) const
{
    return m_profile.askSeconds > 0 && (!m_lastAsked || now - *m_lastAsked >= m_profile.askSeconds);
}

void Controller::goOnFrom(std::deque<double> requests, std::optional<double> lastAsked, std::int64_t calls)
{
    m_recent = std::move(requests);
    m_lastAsked = lastAsked;
    m_calls = calls;
}

const std::deque<double>& Controller::requests(double now)
{
    while (!m_recent.empty() && now - m_recent.front() > 3600)
        m_recent.pop_front();
    return m_recent;
}

} // namespace regnet
