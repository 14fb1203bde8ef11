// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace regnet {

/// Changes with every boot; empty when the kernel does not say.
std::string bootId();

/// Who a process is now; nothing when there is none of that number, or only what it left (a zombie).
std::optional<ProcessIdentity> identify(std::int64_t pid);

/// True while this very process runs: the same number after its end, or after a reboot, is another one.
bool isAlive(const ProcessIdentity& process);

/// The first process, other than this one, of which that is true.
std::optional<ProcessIdentity> findProcess(const std::function<bool(std::int64_t pid)>& isIt);

/// The program that trains: the environment's REGNET_WORKER, or "regnet-worker" beside the running program.
std::filesystem::path workerProgram();

/// Throws Error with the way to get training back, when there is no worker or it cannot be started (for
/// example because LibTorch's libraries are missing).
void requireWorker(const std::filesystem::path& worker);

} // namespace regnet
