// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/slurm/spool_guard.h"

#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/queue/process.h"
#include "core/slurm/submission.h"
#include "core/system/hurried_file.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <unistd.h>

namespace regnet {
namespace {

using nlohmann::json;

constexpr std::chrono::minutes patience{5};

std::filesystem::path guardFile(const std::filesystem::path& spool)
{
    return slurmFolder(spool) / "dispatcher.json";
}

std::string hostName()
{
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

struct Holder
{
    std::string host, store;
    ProcessIdentity process;

    bool isUs(const std::filesystem::path& ourStore) const
    {
        return host == hostName() && store == std::filesystem::absolute(ourStore).string() &&
               process == identify(getpid()).value_or(ProcessIdentity{});
    }
};

std::optional<Holder> readHolder(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return std::nullopt;
    try {
        const json value = parseJson(readWhole(file), file.string());
        return Holder{value.at("host").get<std::string>(),
                      value.at("store").get<std::string>(),
                      {value.at("pid").get<std::int64_t>(), value.at("start_ticks").get<std::int64_t>(),
                       value.at("boot_id").get<std::string>()}};
    } catch (const std::exception&) { // damaged by hand: as if it were not there
        return std::nullopt;
    }
}

void writeHolder(const std::filesystem::path& file, const std::filesystem::path& store)
{
    std::error_code ignored; // writeWhole reports what matters
    std::filesystem::create_directories(file.parent_path(), ignored);
    const ProcessIdentity process = identify(getpid()).value_or(ProcessIdentity{});
    const json holder{{"host", hostName()},
                      {"store", std::filesystem::absolute(store).string()},
                      {"pid", process.pid},
                      {"start_ticks", process.startTicks},
                      {"boot_id", process.bootId}};
    try {
        writeWhole(file, holder.dump() + "\n");
    } catch (const Error&) {
        // Full or read-only: whoever wants to submit something says so, and local workers go on.
    }
}

/// Touched within the last minutes, by the clock of whoever keeps the files.
bool isFresh(const std::filesystem::path& file)
{
    std::error_code error;
    const std::filesystem::path probe = file.string() + fmt::format(".now-{}", getpid());
    try {
        writeHurried(probe, "what time is it?\n");
    } catch (const Error&) {
        return true; // nobody can tell; with such a folder nothing could be done anyway
    }
    const auto now = std::filesystem::last_write_time(probe, error);
    std::filesystem::remove(probe, error);
    const auto touched = std::filesystem::last_write_time(file, error);
    return !error && now - touched < patience;
}

bool works(const Holder& holder, const std::filesystem::path& file)
{
    if (holder.host == hostName()) return isAlive(holder.process);
    return isFresh(file);
}

[[noreturn]] void refuse(const std::filesystem::path& spool, const Holder& holder)
{
    throwFailed(spool.string(),
                fmt::format("is worked on by process {} on {}, for the store {}", holder.process.pid,
                            holder.host, holder.store),
                "another spool, or that program's end");
}

} // namespace

void takeSpool(const std::filesystem::path& spool, const std::filesystem::path& store, bool takesOver)
{
    const std::filesystem::path file = guardFile(spool);
    const auto holder = readHolder(file);
    if (holder && !holder->isUs(store)) {
        // The same store cannot be open twice: its lock sees to that. One process may open and close it.
        const bool isSameStore =
            holder->host == hostName() && holder->store == std::filesystem::absolute(store).string();
        if (!isSameStore && !takesOver && works(*holder, file)) refuse(spool, *holder);
    }
    writeHolder(file, store);
}

void beatSpool(const std::filesystem::path& spool, const std::filesystem::path& store)
{
    const std::filesystem::path file = guardFile(spool);
    const auto holder = readHolder(file);
    if (holder && !holder->isUs(store)) refuse(spool, *holder);
    writeHolder(file, store);
}

} // namespace regnet
