// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace regnet {
namespace {

/// A file without a name that holds a stream of the child; no pipe, so that no side can block the other.
class StreamFile
{
public:
    StreamFile() : m_file(std::tmpfile())
    {
        if (!m_file) throw std::runtime_error("cannot create a temporary file");
    }
    ~StreamFile() { std::fclose(m_file); }
    StreamFile(const StreamFile&) = delete;
    StreamFile& operator=(const StreamFile&) = delete;

    int descriptor() const { return fileno(m_file); }

    void fill(const std::string& text) const
    {
        std::fwrite(text.data(), 1, text.size(), m_file);
        std::fflush(m_file);
        lseek(descriptor(), 0, SEEK_SET);
    }

    std::string text() const
    {
        std::string all;
        char buffer[4096];
        std::rewind(m_file);
        while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, m_file))
            all.append(buffer, count);
        return all;
    }

private:
    std::FILE* m_file;
};

/// `redirect` may change what the streams of the child are.
ProgramResult runUntil(
    const std::string& program, const std::vector<std::string>& arguments, const std::string& input,
    const std::function<void(pid_t)>& meanwhile,
    const std::function<void(posix_spawn_file_actions_t*)>& redirect = [](posix_spawn_file_actions_t*) {})
{
    const std::string path = std::string(REGNET_BIN_DIR) + "/" + program;
    std::vector<std::string> words{path};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    const StreamFile in, out, err;
    in.fill(input);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
    redirect(&actions);
    pid_t child = 0;
    const int failure = posix_spawn(&child, path.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot start " + path);

    meanwhile(child);
    int status = 0;
    waitpid(child, &status, 0);
    const int exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {exitCode, out.text(), err.text()};
}

} // namespace

ProgramResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                         const std::string& input)
{
    return runUntil(program, arguments, input, [](pid_t) {});
}

ProgramResult runProgramInto(const std::optional<std::string>& file, const std::string& program,
                             const std::vector<std::string>& arguments)
{
    return runUntil(
        program, arguments, {}, [](pid_t) {},
        [&](posix_spawn_file_actions_t* actions) {
            if (file)
                posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, file->c_str(), O_WRONLY, 0);
            else
                posix_spawn_file_actions_addclose(actions, STDOUT_FILENO);
        });
}

ProgramResult interruptProgram(const std::string& program, const std::vector<std::string>& arguments)
{
    const auto isListening = [](pid_t child) {
        std::ifstream status("/proc/" + std::to_string(child) + "/status");
        std::string field;
        while (status >> field)
            if (field == "SigCgt:") {
                std::uint64_t caught = 0;
                status >> std::hex >> caught;
                return (caught >> (SIGINT - 1) & 1U) != 0;
            }
        return false;
    };
    return runUntil(program, arguments, {}, [&](pid_t child) {
        siginfo_t info = {};
        while (!isListening(child) && info.si_pid == 0) {
            waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
            std::this_thread::yield();
        }
        if (info.si_pid == 0) kill(child, SIGINT);
    });
}

ProgramResult runProgramFor(const std::string& program, const std::vector<std::string>& arguments,
                            std::chrono::milliseconds delay, int signal)
{
    return runUntil(program, arguments, {}, [&](pid_t child) {
        const auto end = std::chrono::steady_clock::now() + delay;
        siginfo_t info = {};
        while (std::chrono::steady_clock::now() < end && info.si_pid == 0) {
            waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        if (info.si_pid == 0) kill(child, signal);
    });
}

} // namespace regnet
