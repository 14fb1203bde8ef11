// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/process.h"

#include "core/system/places.h"

#include <fmt/format.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

namespace regnet {
namespace {

/// Files of /proc have no size: read them to their end. A process may go while its file is read; then there
/// is nothing.
std::string readProc(const std::string& path)
{
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    std::string text;
    char buffer[4096];
    ssize_t count = 0;
    while ((count = read(file, buffer, sizeof buffer)) > 0 || (count < 0 && errno == EINTR))
        if (count > 0) text.append(buffer, static_cast<std::size_t>(count));
    close(file);
    return count < 0 ? std::string() : text;
}

constexpr const char* howToTrain =
    "./run.sh, which installs LibTorch and builds the worker, the Debian package "
    "regnet-worker, or REGNET_WORKER=<path of a regnet-worker>; all but training works without";

} // namespace

std::string bootId()
{
    std::string id = readProc("/proc/sys/kernel/random/boot_id");
    while (!id.empty() && id.back() == '\n')
        id.pop_back();
    return id;
}

std::optional<ProcessIdentity> identify(std::int64_t pid)
{
    if (pid <= 0) return std::nullopt;
    const std::string stat = readProc(fmt::format("/proc/{}/stat", pid));
    // The name of the program stands in brackets and may hold brackets and blanks itself.
    const std::size_t end = stat.rfind(')');
    if (end == std::string::npos) return std::nullopt;
    std::istringstream fields(stat.substr(end + 1));
    std::string state, skipped;
    fields >> state;
    if (state == "Z" || state == "X" || state == "x") return std::nullopt;
    for (int field = 4; field < 22; ++field)
        fields >> skipped;
    ProcessIdentity process{pid, 0, bootId()};
    if (!(fields >> process.startTicks)) return std::nullopt;
    return process;
}

bool isAlive(const ProcessIdentity& process)
{
    const auto now = identify(process.pid);
    return now && *now == process;
}

std::optional<ProcessIdentity> findProcess(const std::function<bool(std::int64_t pid)>& isIt)
{
    std::error_code error;
    for (std::filesystem::directory_iterator it("/proc", error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::int64_t pid = 0;
        const auto [last, failure] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (failure != std::errc() || last != name.data() + name.size() || pid == getpid()) continue;
        if (isIt(pid))
            if (auto process = identify(pid)) return process;
    }
    return std::nullopt;
}

std::filesystem::path workerProgram()
{
    if (const char* given = std::getenv("REGNET_WORKER"); given && *given) return given;
    return programFolder() / "regnet-worker";
}

void requireWorker(const std::filesystem::path& worker)
{
    std::error_code error;
    if (!std::filesystem::exists(worker, error))
        throwFailed(worker.string(), "is not there, so nothing can be trained", howToTrain);
    if (access(worker.c_str(), X_OK) != 0)
        throwFailed(worker.string(), "cannot be run, so nothing can be trained", howToTrain);
}

} // namespace regnet
