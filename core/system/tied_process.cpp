// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/tied_process.h"

#include "core/system/spawn.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// posix_spawn cannot ask for a signal at the end of its parent, so this is fork and exec. Between the two
// only what is safe in a signal handler may be called: other threads may have held any lock.
namespace regnet {
namespace {

constexpr int firstFree = STDERR_FILENO + 1;

struct Start
{
    char* const* arguments;
    char* const* variables;
    std::array<int, 3> files;
    int report; ///< where the child writes why it could not start
    unsigned seconds;
    pid_t parent;
};

/// Each is moved out of the way first: a program whose standard input was closed has pipes among its first
/// three files.
bool giveFiles(Start& start)
{
    for (int& file : start.files)
        if ((file = fcntl(file, F_DUPFD_CLOEXEC, firstFree + 1)) < 0) return false;
    const int report = fcntl(start.report, F_DUPFD_CLOEXEC, firstFree + 1);
    if (report < 0) return false;
    start.report = report;
    for (int i = 0; i < firstFree; ++i)
        if (dup2(start.files[static_cast<std::size_t>(i)], i) < 0) return false;
    if (dup3(report, firstFree, O_CLOEXEC) < 0) return false;
    start.report = firstFree;
    closefrom(firstFree + 1);
    return true;
}

/// Also a signal that we handle, ignore or block reaches it.
void resetSignals()
{
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        sigaction(number, &standard, nullptr); // refused for some, which cannot have been changed either
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become(Start start)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != start.parent) _exit(1); // we died before the kernel knew that it has to tell
    setsid();
    if (giveFiles(start)) {
        alarm(start.seconds); // stays over exec
        resetSignals();
        // execvpe takes any file that it cannot run for a script; only what is looked for in PATH may be one.
        if (std::strchr(start.arguments[0], '/') != nullptr)
            execve(start.arguments[0], start.arguments, start.variables);
        else
            execvpe(start.arguments[0], start.arguments, start.variables);
    }
    const int why = errno;
    const ssize_t written = write(start.report, &why, sizeof why);
    _exit(written == sizeof why ? 1 : 2);
}

/// What the child reported; 0 when it became the program, which closed the pipe.
int failureFrom(int pipe)
{
    int why = 0;
    ssize_t count = 0;
    while ((count = read(pipe, &why, sizeof why)) < 0 && errno == EINTR) {
    }
    return count == sizeof why ? why : 0;
}

} // namespace

pid_t startTied(TiedProcess process)
{
    std::array<int, 2> report{};
    if (pipe2(report.data(), O_CLOEXEC) != 0) return -1;
    const std::vector<char*> arguments = pointersTo(process.words),
                             variables = pointersTo(process.environment);
    const double seconds = std::clamp(std::ceil(process.mostSeconds), 1.0, 1e9);
    const Start start{
        arguments.data(), variables.data(), process.files, report[1], static_cast<unsigned>(seconds),
        getpid()};
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before); // no handler of ours may run in the child
    pid_t child = fork();
    if (child == 0) become(start);
    int why = child < 0 ? errno : 0;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    close(report[1]);
    if (child > 0 && (why = failureFrom(report[0])) != 0) {
        while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
        child = -1;
    }
    close(report[0]);
    errno = why;
    return child;
}

} // namespace regnet
