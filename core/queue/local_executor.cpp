// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/local_executor.h"

#include "core/problem.h"
#include "core/queue/process.h"
#include "core/queue/spool.h"
#include "core/system/own_file.h"
#include "core/system/spawn.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace regnet {
namespace {

// Where the inherited lock stands in the worker: the first number after the three standard streams.
constexpr int lockDescriptor = 3;

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor()
    {
        if (m_number >= 0) close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

std::filesystem::path lockOf(const std::filesystem::path& jobFolder)
{
    return jobFolder / "process.lock";
}

struct flock wholeFile()
{
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

bool isLocked(const std::filesystem::path& jobFolder)
{
    // Not blocked: to open a pipe is to wait for somebody who writes.
    const Descriptor file(open(lockOf(jobFolder).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (file.number() < 0) return false;
    struct flock range = wholeFile();
    return fcntl(file.number(), F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

/// Whether the process has the lock of that folder open where giveFiles() put it.
bool holdsLock(std::int64_t pid, const std::filesystem::path& jobFolder)
{
    std::error_code error;
    return std::filesystem::equivalent(fmt::format("/proc/{}/fd/{}", pid, lockDescriptor), lockOf(jobFolder),
                                       error);
}

/// Our environment with the worker's own settings in place of ours.
std::vector<std::string> environmentFor(std::int64_t threads, const std::string& gpu)
{
    std::vector<std::pair<std::string, std::string>> own{
        {"OMP_NUM_THREADS", std::to_string(threads)},
        {"MKL_NUM_THREADS", std::to_string(threads)},
        {"OMP_WAIT_POLICY", "PASSIVE"}, // two waiting workers on two cores would else spin against each other
    };
    // The only GPU that it sees: numbers mean different ones to different programs.
    if (!gpu.empty()) own.emplace_back("CUDA_VISIBLE_DEVICES", gpu);
    std::vector<std::string> all;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string text = *entry;
        const std::string name = text.substr(0, text.find('='));
        bool isOwn = false;
        for (const auto& [ownName, value] : own)
            isOwn = isOwn || name == ownName;
        if (!isOwn) all.push_back(text);
    }
    for (const auto& [name, value] : own)
        all.push_back(name + "=" + value);
    return all;
}

/// The worker's streams and its lock; nothing else of ours, above all not the store and its lock, may live on
/// in it.
void giveFiles(Spawn& spawn, int lock, const std::string& log)
{
    posix_spawn_file_actions_t* files = &spawn.files;
    posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    // Neither through a link into another file, nor waiting for a reader of a pipe.
    posix_spawn_file_actions_addopen(files, STDOUT_FILENO, log.c_str(),
                                     O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK, 0644);
    posix_spawn_file_actions_adddup2(files, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(files, lock, lockDescriptor);
    posix_spawn_file_actions_addclosefrom_np(files, lockDescriptor + 1);
}

/// A link in the place of an attempt's folder would have files written elsewhere.
void requireOwnFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::is_symlink(folder, error)) throwFailed(folder.string(), "is a link, and no folder");
}

} // namespace

LocalExecutor::LocalExecutor(Settings settings) : m_settings(std::move(settings)) {}

ProcessIdentity LocalExecutor::start(const JobSpec& job, const std::filesystem::path& jobFolder)
{
    const Descriptor lock(openOwnFile(lockOf(jobFolder), O_RDWR | O_CREAT));
    struct flock range = wholeFile();
    if (fcntl(lock.number(), F_OFD_SETLK, &range) != 0)
        throw StartFailure(StartFailure::Reason::Taken,
                           {ProblemKind::Failed,
                            jobFolder.string(),
                            "has a worker already, or its file system has no locks",
                            {}});

    const std::filesystem::path attempt = attemptFolder(jobFolder, job.attempt);
    std::error_code error;
    std::filesystem::create_directories(attempt, error);
    if (error) throwFailed(attempt.string(), fmt::format("cannot be created ({})", error.message()));
    requireOwnFolder(attempt);
    Spawn spawn;
    giveFiles(spawn, lock.number(), workerLog(jobFolder, job.attempt).string());
    std::vector<std::string> words{m_settings.worker.string(), jobFolder.string()};
    std::vector<std::string> environment = environmentFor(m_settings.threads, job.deviceUuid);
    const std::vector<char*> arguments = pointersTo(words), variables = pointersTo(environment);
    pid_t child = 0;
    const int failure = posix_spawn(&child, words.front().c_str(), &spawn.files, &spawn.attributes,
                                    arguments.data(), variables.data());
    if (failure != 0)
        throw StartFailure(failure == EAGAIN || failure == ENOMEM ? StartFailure::Reason::System
                                                                  : StartFailure::Reason::Worker,
                           {ProblemKind::Failed,
                            words.front(),
                            fmt::format("cannot be started ({})", std::strerror(failure)),
                            {}});
    m_children.insert(child);
    setpriority(PRIO_PROCESS, static_cast<id_t>(child), m_settings.niceness);
    // Gone already? Then it is still our child, and poll() hears how it ended.
    return identify(child).value_or(ProcessIdentity{child, 0, bootId()});
}

std::optional<ProcessIdentity> LocalExecutor::find(const std::filesystem::path& jobFolder,
                                                   const std::optional<ProcessIdentity>& recorded)
{
    if (!isLocked(jobFolder)) return std::nullopt;
    // Whoever forged a store or a spool could name any process of ours, to have it stopped as a worker.
    if (recorded && isAlive(*recorded) && holdsLock(recorded->pid, jobFolder)) return recorded;
    return workerIn(jobFolder);
}

std::optional<ProcessIdentity> workerIn(const std::filesystem::path& jobFolder)
{
    // It leads its group; a program that it runs may have the lock open, too.
    return findProcess([&](std::int64_t pid) {
        return holdsLock(pid, jobFolder) && getpgid(static_cast<pid_t>(pid)) == pid;
    });
}

std::optional<WorkerEnd> LocalExecutor::poll(const ProcessIdentity& worker)
{
    if (m_children.contains(worker.pid)) {
        int status = 0;
        const pid_t ended = waitpid(static_cast<pid_t>(worker.pid), &status, WNOHANG);
        if (ended == 0 || (ended < 0 && errno == EINTR)) return std::nullopt;
        m_children.erase(worker.pid);
        WorkerEnd end;
        if (ended > 0 && WIFEXITED(status)) end.exitCode = WEXITSTATUS(status);
        if (ended > 0 && WIFSIGNALED(status)) end.signal = WTERMSIG(status);
        return end;
    }
    if (isAlive(worker)) return std::nullopt;
    WorkerEnd end;
    if (worker.bootId != bootId()) end.excuse = "lost when the machine was restarted";
    return end;
}

void LocalExecutor::askToStop(const ProcessIdentity& worker)
{
    if (m_children.contains(worker.pid) || isAlive(worker)) ::kill(static_cast<pid_t>(worker.pid), SIGTERM);
}

void LocalExecutor::kill(const ProcessIdentity& worker)
{
    // The worker leads its own group; a child that was not waited for keeps the number from being used again.
    if (m_children.contains(worker.pid) || isAlive(worker)) ::kill(-static_cast<pid_t>(worker.pid), SIGKILL);
}

} // namespace regnet
