// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/process.h"

#include "core/system/places.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>

namespace regnet {
namespace {

/// Files of /proc have no size: read them to their end.
std::string readProc(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr const char* howToTrain =
    "./run.sh, which installs LibTorch and builds the worker, or REGNET_WORKER=<path of "
    "a regnet-worker>; all but training works without";

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

std::optional<ProcessIdentity> findByArgument(const std::string& argument)
{
    std::error_code error;
    const std::string needle = '\0' + argument + '\0';
    for (std::filesystem::directory_iterator it("/proc", error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        std::int64_t pid = 0;
        const auto [last, failure] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (failure != std::errc() || last != name.data() + name.size() || pid == getpid()) continue;
        if (readProc("/proc/" + name + "/cmdline").find(needle) != std::string::npos)
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
