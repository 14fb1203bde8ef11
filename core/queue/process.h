// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <filesystem>
#include <optional>
#include <string>

namespace regnet {

/// Changes with every boot; empty when the kernel does not say.
std::string bootId();

/// Who a process is now; nothing when there is none of that number, or only what it left (a zombie).
std::optional<ProcessIdentity> identify(std::int64_t pid);

/// True while this very process runs: the same number after its end, or after a reboot, is another one.
bool isAlive(const ProcessIdentity& process);

/// A process that was started with this argument; the way to find a worker whose dispatcher died before it
/// could write down its number.
std::optional<ProcessIdentity> findByArgument(const std::string& argument);

/// The program that trains: the environment's REGNET_WORKER, or "regnet-worker" beside the running program.
std::filesystem::path workerProgram();

/// Throws Error with the way to get training back, when there is no worker or it cannot be started (for
/// example because LibTorch's libraries are missing).
void requireWorker(const std::filesystem::path& worker);

} // namespace regnet
