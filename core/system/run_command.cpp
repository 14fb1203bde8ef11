// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/run_command.h"

#include "core/system/tied_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
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

std::string_view nameOf(std::string_view setting)
{
    return setting.substr(0, setting.find('='));
}

std::vector<std::string> environmentWith(const std::vector<std::string>& extra)
{
    std::vector<std::string> all = extra;
    for (char** setting = environ; *setting; ++setting) {
        const auto isSame = [&](const std::string& mine) { return nameOf(mine) == nameOf(*setting); };
        if (std::ranges::none_of(extra, isSame)) all.emplace_back(*setting);
    }
    return all;
}

pid_t spawned(const std::vector<std::string>& words, const CommandOptions& options, const Pipe& in,
              const Pipe& out, const Pipe& err, std::string& why)
{
    constexpr double longer = 2; // seconds that it is given where we are late to end it
    const pid_t child = startTied({words,
                                   environmentWith(options.environment),
                                   {in.end(0), out.end(1), (options.joinsErrors ? out : err).end(1)},
                                   options.seconds + longer});
    if (child < 0) why = words.front() + ": " + std::strerror(errno);
    return child;
}

/// Reads what there is; false at the end.
bool drain(int file, std::string& text, std::size_t most)
{
    char buffer[65536];
    const ssize_t count = ::read(file, buffer, sizeof buffer);
    if (count > 0) text.append(buffer, std::min(most - text.size(), static_cast<std::size_t>(count)));
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

/// Writes what fits; closes the pipe when all is written or nobody reads.
void feed(Pipe& in, std::string_view& input)
{
    const ssize_t count = ::write(in.end(1), input.data(), input.size());
    if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
    if (input.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) in.close(1);
}

/// Moves bytes until both outputs are closed; false when time is over before, or too much was said.
bool talk(Pipe& in, Pipe& out, Pipe& err, const CommandOptions& options, CommandResult& result,
          Clock::time_point deadline)
{
    std::string_view input = options.input;
    fcntl(in.end(1), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close(1);
    while (out.end(0) >= 0 || err.end(0) >= 0) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        std::array<pollfd, 3> files{pollfd{out.end(0), POLLIN, 0}, pollfd{err.end(0), POLLIN, 0},
                                    pollfd{in.end(1), POLLOUT, 0}};
        if (poll(files.data(), files.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
        if (files[0].revents != 0 && !drain(out.end(0), result.out, options.most)) out.close(0);
        if (files[1].revents != 0 && !drain(err.end(0), result.err, options.most)) err.close(0);
        if (files[2].revents != 0) feed(in, input);
        result.saidTooMuch =
            options.mayNotSayMore && std::max(result.out.size(), result.err.size()) >= options.most;
        if (result.saidTooMuch) return false;
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
            if (WIFEXITED(status))
                result.exitCode = WEXITSTATUS(status);
            else
                result.signal = WTERMSIG(status);
            return;
        }
        if (ended < 0 && errno != EINTR) return;
        if (Clock::now() > deadline) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    kill(-child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.hasTimedOut = !result.saidTooMuch;
    result.signal = SIGKILL;
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

CommandResult runCommand(const std::vector<std::string>& words, const CommandOptions& options)
{
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                             std::chrono::duration<double>(options.seconds));
    CommandResult result;
    Pipe in, out, err;
    if (!in.isOpen || !out.isOpen || !err.isOpen) {
        result.err = std::string("no more pipes: ") + std::strerror(errno);
        return result;
    }
    const NoPipeSignal noSignal;
    const pid_t child = spawned(words, options, in, out, err, result.err);
    if (child < 0) return result;
    result.isStarted = true;
    in.close(0);
    out.close(1);
    err.close(1);
    const bool isInTime = talk(in, out, err, options, result, deadline);
    reap(child, isInTime, deadline, result);
    return result;
}

CommandResult runCommand(const std::vector<std::string>& words, double seconds, std::string_view input)
{
    CommandOptions options;
    options.seconds = seconds;
    options.input = input;
    return runCommand(words, options);
}

} // namespace regnet
