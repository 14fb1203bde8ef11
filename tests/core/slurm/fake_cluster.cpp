// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/slurm/fake_cluster.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace regnet {
namespace {

/// The words of a line that was made by shellLine(); nothing of ours has quotes inside.
std::vector<std::string> wordsOf(const std::string& line)
{
    std::vector<std::string> words;
    std::string word;
    bool isQuoted = false;
    for (const char c : line) {
        if (c == '\'')
            isQuoted = !isQuoted;
        else if (c == ' ' && !isQuoted) {
            if (!word.empty()) words.push_back(word);
            word.clear();
        } else
            word += c;
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

bool isQueued(const std::string& state)
{
    return state == "PENDING" || state == "RUNNING" || state == "COMPLETING";
}

/// "12_3" and "12_[0-4]".
bool names(const std::string& word, const TaskName& task)
{
    const std::size_t open = word.find("_[");
    if (open == std::string::npos) return word == textOf(task);
    const auto indices = taskIndices(word.substr(open + 2, word.size() - open - 3));
    return word.substr(0, open) == task.array && indices &&
           std::find(indices->begin(), indices->end(), task.task) != indices->end();
}

} // namespace

CommandRunner FakeCluster::runner()
{
    return [this](const std::vector<std::string>& words, const std::string& input, double) {
        return run(words, input);
    };
}

void FakeCluster::set(const TaskName& task, const std::string& state)
{
    const std::lock_guard lock(m_mutex);
    m_tasks[task] = state;
}

void FakeCluster::breakCommand(const std::string& command, const std::string& error)
{
    const std::lock_guard lock(m_mutex);
    m_broken[command] = error;
}

void FakeCluster::silence(const std::string& command, bool isSilent)
{
    const std::lock_guard lock(m_mutex);
    m_silent[command] = isSilent;
}

std::int64_t FakeCluster::calls(const std::string& command) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_calls.find(command);
    return found == m_calls.end() ? 0 : found->second;
}

std::vector<std::string> FakeCluster::cancelled() const
{
    const std::lock_guard lock(m_mutex);
    return m_cancelled;
}

std::string FakeCluster::lastCommand(const std::string& command) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_last.find(command);
    return found == m_last.end() ? std::string() : found->second;
}

void FakeCluster::during(const std::string& command, std::function<void()> action)
{
    const std::lock_guard lock(m_mutex);
    m_during[command] = std::move(action);
}

CommandResult FakeCluster::run(const std::vector<std::string>& words, const std::string&)
{
    std::unique_lock lock(m_mutex);
    const std::string& line = words.back();
    const std::string command =
        words.front() == "rsync" // of this machine; all others are run by a shell there
            ? words.front()
            : wordsOf(line.substr(line.find("exec ") + 5)).front();
    ++m_calls[command];
    m_last[command] = line;
    if (const auto action = m_during[command]) {
        lock.unlock();
        action();
        lock.lock();
    }
    CommandResult result;
    result.exitCode = 0;
    if (const auto broken = m_broken.find(command); broken != m_broken.end() && !broken->second.empty()) {
        result.exitCode = 1;
        result.err = broken->second;
        return result;
    }
    if (command == "sbatch") result = submit(line);
    if (command == "squeue") result.out = queue();
    if (command == "sacct") result.out = states(true);
    if (command == "scontrol")
        result.out = line.find(" config") == std::string::npos
                         ? states(false)
                         : fmt::format("MaxArraySize            = {}\n", maxArraySize);
    if (command == "scancel") {
        const auto parts = wordsOf(line.substr(line.find("exec ") + 5));
        for (std::size_t i = 1; i < parts.size(); ++i) {
            m_cancelled.push_back(parts[i]);
            for (auto& [task, state] : m_tasks)
                if (names(parts[i], task) && state == "PENDING") state = "CANCELLED";
        }
    }
    if (m_silent[command]) {
        result = {};
        result.hasTimedOut = true;
    }
    return result;
}

/// Reads the array's size and token out of the batch script, as Slurm does.
CommandResult FakeCluster::submit(const std::string& line)
{
    const std::string folder = wordsOf(line.substr(line.find("cd ") + 3)).front();
    std::ifstream script(folder + "/batch.sh");
    std::string text, token;
    std::int64_t last = -1;
    while (std::getline(script, text)) {
        if (text.starts_with("#SBATCH --array=0-")) last = std::stoll(text.substr(18));
        if (text.starts_with("#SBATCH --comment=")) token = text.substr(18);
    }
    const std::string array = std::to_string(m_next++);
    m_tokens[array] = token;
    for (std::int64_t i = 0; i <= last; ++i)
        m_tasks[{array, i}] = "PENDING";
    CommandResult result;
    result.exitCode = last < 0 ? 1 : 0;
    result.out = array + (cluster.empty() ? "" : ";" + cluster) + "\n";
    return result;
}

std::string FakeCluster::queue() const
{
    std::string text;
    for (const auto& [task, state] : m_tasks)
        if (isQueued(state))
            text += fmt::format("{}|{}|{}|None|{}|regnet\n", task.array, task.task, state,
                                m_tokens.at(task.array));
    return text;
}

std::string FakeCluster::states(bool isAccounting) const
{
    std::string text;
    for (const auto& [task, state] : m_tasks) {
        if (forgets && !isQueued(state)) continue;
        text += isAccounting ? fmt::format("{}|{}\n", textOf(task), state)
                             : fmt::format("JobId=1 ArrayJobId={} ArrayTaskId={} JobState={} Reason=None\n",
                                           task.array, task.task, state);
    }
    return text;
}

} // namespace regnet
