// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_lock.h"

#include "core/problem.h"
#include "core/system/file_identity.h"
#include "core/system/folder.h"
#include "core/system/own_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <fcntl.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace regnet {
namespace {

using namespace std::chrono_literals;

std::string hostName()
{
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

int openLockFile(const std::filesystem::path& store)
{
    return openOwnFile(lockFileOf(store), O_RDWR | O_CREAT);
}

// Locks of the open file description (not of the process, as POSIX's are): they can be asked for without
// being taken, so that a reader who wants to know the holder never stands in the way of one who wants the
// lock.
struct flock wholeFile()
{
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

bool take(int file)
{
    struct flock range = wholeFile();
    return fcntl(file, F_OFD_SETLK, &range) == 0;
}

bool isTaken(int file)
{
    struct flock range = wholeFile();
    return fcntl(file, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
}

void writeHolder(int file, const std::string& program)
{
    const nlohmann::json json{{"pid", getpid()}, {"host", hostName()}, {"program", program}};
    const std::string text = json.dump() + "\n";
    // The lock is the kernel's; should this text not get written, only the name in a message is missing.
    if (ftruncate(file, 0) != 0) return;
    [[maybe_unused]] const auto written = pwrite(file, text.data(), text.size(), 0);
}

LockHolder readHolder(int file)
{
    std::array<char, 4096> text{};
    const ssize_t size = pread(file, text.data(), text.size(), 0);
    LockHolder holder;
    if (size <= 0) return holder;
    const auto json = nlohmann::json::parse(text.data(), text.data() + size, nullptr, false);
    if (!json.is_object()) return holder;
    if (const auto it = json.find("pid"); it != json.end() && it->is_number_integer()) it->get_to(holder.pid);
    if (const auto it = json.find("host"); it != json.end() && it->is_string()) it->get_to(holder.host);
    if (const auto it = json.find("program"); it != json.end() && it->is_string()) it->get_to(holder.program);
    return holder;
}

} // namespace

std::filesystem::path lockFileOf(const std::filesystem::path& store)
{
    return behindLink(store).string() + ".lock";
}

std::string describe(const LockHolder& holder)
{
    if (holder.program.empty() || holder.pid == 0) return "another program";
    return fmt::format("{} (process {} on {})", holder.program, holder.pid, holder.host);
}

std::optional<StoreLock> StoreLock::tryAcquire(const std::filesystem::path& store, const std::string& program)
{
    while (true) {
        StoreLock lock(openLockFile(store));
        if (!take(lock.m_file)) return std::nullopt;
        if (!isAt(lock.m_file, lockFileOf(store))) continue; // its last holder took the file away
        writeHolder(lock.m_file, program);
        return lock;
    }
}

StoreLock StoreLock::acquire(const std::filesystem::path& store, const std::string& program,
                             double waitSeconds)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::duration<double>(waitSeconds);
    while (true) {
        if (auto lock = tryAcquire(store, program)) return std::move(*lock);
        if (std::chrono::steady_clock::now() >= deadline) break;
        std::this_thread::sleep_for(20ms);
    }
    const LockHolder who = holder(store).value_or(LockHolder{});
    throwFailed(store.string(), "is being written by " + describe(who));
}

std::optional<LockHolder> StoreLock::holder(const std::filesystem::path& store)
{
    const StoreLock probe(open(lockFileOf(store).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (probe.m_file < 0) return std::nullopt;
    if (!isTaken(probe.m_file)) return std::nullopt;
    return readHolder(probe.m_file);
}

void StoreLock::removeFile(const std::filesystem::path& store)
{
    std::error_code ignored;
    std::filesystem::remove(lockFileOf(store), ignored);
}

StoreLock::~StoreLock()
{
    if (m_file >= 0) close(m_file);
}

StoreLock::StoreLock(StoreLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

StoreLock& StoreLock::operator=(StoreLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

} // namespace regnet
