// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/executor.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>

namespace regnet {

/// Workers as processes of this machine. They belong to their own session and hold no pipe to us: they go on
/// when we die. While one runs, it holds a lock on <job>/process.lock that it inherited, so that a later
/// dispatcher knows of it even when we died before writing its number down.
class LocalExecutor : public Executor
{
public:
    struct Settings
    {
        std::filesystem::path worker; ///< the program
        int niceness = 10;
        std::int64_t threads = 1; ///< OpenMP threads of each worker
    };

    explicit LocalExecutor(Settings settings);

    ProcessIdentity start(const JobSpec& job, const std::filesystem::path& jobFolder) override;
    std::optional<ProcessIdentity> find(const std::filesystem::path& jobFolder,
                                        const std::optional<ProcessIdentity>& recorded) override;
    std::optional<WorkerEnd> poll(const ProcessIdentity& worker) override;
    void askToStop(const ProcessIdentity& worker) override;
    void kill(const ProcessIdentity& worker) override;

private:
    Settings m_settings;
    std::set<std::int64_t> m_children; ///< started by us and not yet waited for
};

/// The worker that holds the lock of that folder, whoever started it.
std::optional<ProcessIdentity> workerIn(const std::filesystem::path& jobFolder);

} // namespace regnet
