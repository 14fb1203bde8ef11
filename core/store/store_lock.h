// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace regnet {

/// Who writes a store.
struct LockHolder
{
    std::int64_t pid = 0;
    std::string host;
    std::string program; ///< "regnet train", "regnet-explorer"

    friend bool operator==(const LockHolder&, const LockHolder&) = default;
};

/// "regnet train (process 4711 on calculon)"; "another program" when it is not known.
std::string describe(const LockHolder& holder);

/// The right to write a store: one holder at a time, among all programs of this machine. The lock is the
/// kernel's (on "<store>.lock"), so that it dies with its holder whatever happens; the file's text only
/// says who it is.
class StoreLock
{
public:
    /// The lock, or nothing when somebody else has it. Throws Error when the lock file cannot be written.
    static std::optional<StoreLock> tryAcquire(const std::filesystem::path& store,
                                               const std::string& program);
    /// Waits up to `waitSeconds`; throws Error that names the holder when it stays taken.
    static StoreLock acquire(const std::filesystem::path& store, const std::string& program,
                             double waitSeconds = 0);
    /// Who holds it now; nothing when nobody does.
    static std::optional<LockHolder> holder(const std::filesystem::path& store);
    /// Takes the lock's file away, of a store that did not come into being. Only for who holds the lock.
    static void removeFile(const std::filesystem::path& store);

    ~StoreLock();
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&& other) noexcept;
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

private:
    explicit StoreLock(int file) : m_file(file) {}
    int m_file = -1;
};

/// The file beside the store that carries the lock: the same for every link that leads to the store.
std::filesystem::path lockFileOf(const std::filesystem::path& store);

} // namespace regnet
