// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/run_command.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace regnet {
namespace {

using Clock = std::chrono::steady_clock;

class Pipe
{
public:
    Pipe() { isOpen = pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int end(std::size_t which) const { return m_ends[which]; }
    void close(std::size_t which)
    {
        if (m_ends[which] >= 0) ::close(m_ends[which]);
        m_ends[which] = -1;
    }

    bool isOpen = false;

private:
    std::array<int, 2> m_ends{-1, -1};
};

pid_t spawned(const std::vector<std::string>& words, const Pipe& in, const Pipe& out, const Pipe& err,
              std::string& why)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&files, in.end(0), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out.end(1), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, err.end(1), STDERR_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    // A session of its own: Ctrl-C of ours is not theirs, and a kill reaches what they started.
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = -1;
    const int failure =
        posix_spawnp(&child, arguments.front(), &files, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (failure == 0) return child;
    why = words.front() + ": " + std::strerror(failure);
    return -1;
}

/// Reads what there is; false at the end.
bool drain(int file, std::string& text)
{
    char buffer[65536];
    const ssize_t count = ::read(file, buffer, sizeof buffer);
    if (count > 0) text.append(buffer, static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

/// Writes what fits; closes the pipe when all is written or nobody reads.
void feed(Pipe& in, std::string_view& input)
{
    const ssize_t count = ::write(in.end(1), input.data(), input.size());
    if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
    if (input.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) in.close(1);
}

/// Moves bytes until both outputs are closed; false when time is over before.
bool talk(Pipe& in, Pipe& out, Pipe& err, std::string_view input, CommandResult& result,
          Clock::time_point deadline)
{
    fcntl(in.end(1), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close(1);
    while (out.end(0) >= 0 || err.end(0) >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        std::array<pollfd, 3> files{pollfd{out.end(0), POLLIN, 0}, pollfd{err.end(0), POLLIN, 0},
                                    pollfd{in.end(1), POLLOUT, 0}};
        if (poll(files.data(), files.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
        if (files[0].revents != 0 && !drain(out.end(0), result.out)) out.close(0);
        if (files[1].revents != 0 && !drain(err.end(0), result.err)) err.close(0);
        if (files[2].revents != 0) feed(in, input);
    }
    return true;
}

/// Ends it where time is over. What it started may keep our pipes open: those are closed by then.
void reap(pid_t child, bool isInTime, Clock::time_point deadline, CommandResult& result)
{
    int status = 0;
    while (isInTime) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) {
            if (WIFEXITED(status)) result.exitCode = WEXITSTATUS(status);
            return;
        }
        if (ended < 0 && errno != EINTR) return;
        if (Clock::now() > deadline) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    kill(-child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.hasTimedOut = true;
}

/// A reader that goes away must not end us; the signal is held back in this thread alone.
class NoPipeSignal
{
public:
    NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &m_before);
    }
    ~NoPipeSignal()
    {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        const timespec now{0, 0};
        while (sigismember(&m_before, SIGPIPE) == 0 && sigtimedwait(&pipe, nullptr, &now) > 0) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;

private:
    sigset_t m_before{};
};

} // namespace

CommandResult runCommand(const std::vector<std::string>& words, double seconds, std::string_view input)
{
    const auto deadline =
        Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    CommandResult result;
    Pipe in, out, err;
    if (!in.isOpen || !out.isOpen || !err.isOpen) {
        result.err = std::string("no more pipes: ") + std::strerror(errno);
        return result;
    }
    const NoPipeSignal noSignal;
    const pid_t child = spawned(words, in, out, err, result.err);
    if (child < 0) return result;
    in.close(0);
    out.close(1);
    err.close(1);
    const bool isInTime = talk(in, out, err, input, result, deadline);
    reap(child, isInTime, deadline, result);
    return result;
}

std::string shellQuoted(std::string_view word)
{
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + "'";
}

std::string shellQuoted(const std::vector<std::string>& words)
{
    std::string line;
    for (const std::string& word : words)
        line += (line.empty() ? "" : " ") + shellQuoted(word);
    return line;
}

} // namespace regnet
