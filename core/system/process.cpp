// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace regnet {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t outputLimit = 1 << 20;

class Pipe
{
public:
    Pipe()
    {
        if (pipe2(m_ends.data(), O_CLOEXEC) != 0) m_ends = {-1, -1};
    }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    bool isOpen() const { return m_ends[0] >= 0; }
    int readEnd() const { return m_ends[0]; }
    int writeEnd() const { return m_ends[1]; }
    void closeWriteEnd() { closeEnd(1); }

private:
    void closeEnd(std::size_t end)
    {
        if (m_ends[end] >= 0) close(m_ends[end]);
        m_ends[end] = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

std::vector<char*> pointers(std::vector<std::string>& words)
{
    std::vector<char*> all;
    for (std::string& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

std::string_view nameOf(std::string_view setting)
{
    return setting.substr(0, setting.find('='));
}

std::vector<std::string> environmentWith(const std::vector<std::string>& extra)
{
    std::vector<std::string> all = extra;
    for (char** setting = environ; *setting; ++setting) {
        bool isReplaced = false;
        for (const std::string& mine : extra)
            isReplaced = isReplaced || nameOf(mine) == nameOf(*setting);
        if (!isReplaced) all.emplace_back(*setting);
    }
    return all;
}

/// The child's id, or -1. It leads a process group of its own, so that its children end with it.
pid_t start(const std::filesystem::path& program, const std::vector<std::string>& arguments,
            const std::vector<std::string>& extraEnvironment, int output)
{
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> settings = environmentWith(extraEnvironment);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t child = -1;
    const int failure = posix_spawn(&child, words.front().c_str(), &actions, &attributes,
                                    pointers(words).data(), pointers(settings).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? child : -1;
}

/// Reads until the other end is closed (true) or the time is up (false).
bool readAll(int file, Clock::time_point end, std::string& output)
{
    std::array<char, 4096> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return false;
        pollfd waiting{file, POLLIN, 0};
        if (poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
        const ssize_t count = read(file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        const std::size_t room = outputLimit - output.size();
        output.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
    }
}

/// Waits for the end of a child that may go on after it closed its output.
bool waitUntil(pid_t child, Clock::time_point end, int& status)
{
    for (;;) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) return true;
        if (ended < 0 && errno != EINTR) return true;
        if (Clock::now() >= end) return false;
        poll(nullptr, 0, 5);
    }
}

} // namespace

ProgramAnswer askProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         std::chrono::milliseconds limit, const std::vector<std::string>& extraEnvironment)
{
    ProgramAnswer answer;
    Pipe pipe;
    if (!pipe.isOpen() || access(program.c_str(), X_OK) != 0) return answer;
    const pid_t child = start(program, arguments, extraEnvironment, pipe.writeEnd());
    pipe.closeWriteEnd();
    if (child < 0) return answer;

    answer.isStarted = true;
    const Clock::time_point end = Clock::now() + limit;
    int status = 0;
    if (!readAll(pipe.readEnd(), end, answer.output) || !waitUntil(child, end, status)) {
        answer.isTimedOut = true;
        kill(-child, SIGKILL);
        waitpid(child, &status, 0);
    }
    answer.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return answer;
}

} // namespace regnet
