// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/site_profile.h"
#include "core/system/run_command.h"

#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What runs a command for a cluster: words, standard input, seconds of patience. Tests put another in place.
using CommandRunner = std::function<CommandResult(const std::vector<std::string>& words,
                                                  const std::string& input, double seconds)>;

/// The one way to one cluster: commands run one after another on a thread of their own, on this machine or
/// through ssh, and are counted. Nothing here waits.
class Controller
{
public:
    /// `runner` empty: runCommand().
    Controller(SiteProfile profile, CommandRunner runner);
    ~Controller(); ///< waits for the command that runs, at most its patience

    const SiteProfile& profile() const { return m_profile; }
    void setProfile(SiteProfile profile) { m_profile = std::move(profile); }

    /// A command that is on its way; its answer when it is there. One at a time.
    bool isBusy() const { return m_running.has_value(); }
    /// The program that has not answered yet; empty where none runs.
    std::string unanswered() const;
    /// Runs `words` where Slurm's commands are; `folder` is entered first, when it is not empty. `calls` says
    /// how many requests to the controller that is.
    void begin(const std::vector<std::string>& words, const std::string& folder, std::int64_t calls,
               double seconds = 60);
    /// Runs `words` on this machine: rsync.
    void beginHere(const std::vector<std::string>& words, const std::string& input, double seconds);
    /// The answer, once.
    std::optional<CommandResult> poll();

    /// Whether it is time for a question (squeue, sacct, scontrol): the last one is `askSeconds` ago.
    bool mayAsk(double steadySeconds) const;
    void noteAsked(double steadySeconds) { m_lastAsked = steadySeconds; }
    std::optional<double> lastAsked() const { return m_lastAsked; }
    /// What an earlier program asked, by the steady clock of this one: politeness does not begin anew with
    /// each start. `requests` are those of the last hour, the oldest first.
    void goOnFrom(std::deque<double> requests, std::optional<double> lastAsked, std::int64_t calls);
    /// Times of the requests in the last hour, and the number of all.
    const std::deque<double>& requests(double steadySeconds);
    std::int64_t calls() const { return m_calls; }

    /// The words with which ssh is started for this profile, without the command; empty: here.
    std::vector<std::string> ssh() const;

private:
    void start(std::vector<std::string> words, std::string input, double seconds);

    SiteProfile m_profile;
    CommandRunner m_runner;
    std::optional<std::future<CommandResult>> m_running;
    std::string m_command; ///< its name
    std::optional<double> m_lastAsked;
    std::deque<double> m_recent; ///< times of requests
    std::int64_t m_calls = 0;
};

} // namespace regnet
