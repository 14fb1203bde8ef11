// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/controller.h"
#include "core/slurm/slurm_answers.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace regnet {

/// Slurm's commands as a test wants them to answer: for what one real node cannot show. Tasks do nothing by
/// themselves; the test writes their records and sets their states.
class FakeCluster
{
public:
    CommandRunner runner();

    void set(const TaskName& task, const std::string& state);
    /// From now on this command fails with that text; empty: it works again.
    void breakCommand(const std::string& command, const std::string& error);
    /// From now on this command is never answered in time; sbatch does its work all the same.
    void silence(const std::string& command, bool isSilent);
    /// Runs `action`, on the thread of the command, each time that it is at work.
    void during(const std::string& command, std::function<void()> action);
    std::int64_t calls(const std::string& command) const;
    std::vector<std::string> cancelled() const;
    std::string lastCommand(const std::string& command) const;

    bool forgets = false; ///< tasks that ended are not known to scontrol and sacct
    std::string cluster;  ///< printed behind an array's number
    std::int64_t maxArraySize = 1001;

private:
    CommandResult run(const std::vector<std::string>& words, const std::string& input);
    CommandResult submit(const std::string& line);
    std::string queue() const;
    std::string states(bool isAccounting) const;

    mutable std::mutex m_mutex; ///< commands run on a thread of their own
    std::map<TaskName, std::string> m_tasks;
    std::map<std::string, std::string> m_tokens; ///< by array
    std::map<std::string, std::string> m_broken;
    std::map<std::string, bool> m_silent;
    std::map<std::string, std::function<void()>> m_during;
    std::map<std::string, std::int64_t> m_calls;
    std::map<std::string, std::string> m_last;
    std::vector<std::string> m_cancelled;
    std::int64_t m_next = 100;
};

} // namespace regnet
