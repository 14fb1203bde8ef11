// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_file.h"

#include "core/problem.h"
#include "core/system/folder.h"
#include "core/system/own_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <unistd.h>

namespace regnet {
void requireStoreFile(const std::filesystem::path& store)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(store, error);
    if (!std::filesystem::exists(status)) return;
    if (std::filesystem::is_directory(status))
        throwBadInput(store.string(), "is a folder", "the file of a store");
    // SQLite would wait for somebody to write into a pipe.
    if (!std::filesystem::is_regular_file(status))
        throwBadInput(store.string(), "is no store (not an ordinary file)");
    // Not opened: to close it would end the locks that other connections of this process have on it.
    if (::access(store.c_str(), R_OK) != 0)
        throwBadInput(store.string(), fmt::format("cannot be read: {}", std::strerror(errno)));
}

void requireOneName(const std::filesystem::path& store)
{
    std::error_code error;
    const auto names = std::filesystem::hard_link_count(store, error);
    if (error || names < 2 || !std::filesystem::is_regular_file(store, error)) return;
    throwBadInput(store.string(),
                  fmt::format("has {} names (hard links): what is written under one of them would be lost "
                              "under another",
                              names),
                  "one name: remove the others, or work in a copy (\"regnet store backup\")");
}

void requireOwnSideFiles(const std::filesystem::path& store)
{
    const std::filesystem::path place = behindLink(store); // beside it SQLite puts its files
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        requireOrdinary(place.string() + suffix);
}

std::filesystem::path journalBeside(const std::filesystem::path& store)
{
    std::filesystem::path journal = behindLink(store).string() + "-journal";
    std::error_code error;
    const auto bytes = std::filesystem::file_size(journal, error);
    if (error || bytes == 0) return {};
    std::ifstream stream(journal, std::ios::binary);
    if (stream && stream.get() == 0) return {}; // one that is over: SQLite passes by it, too
    return journal;
}

} // namespace regnet
