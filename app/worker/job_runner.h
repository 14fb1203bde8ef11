// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/job.h"

#include <filesystem>

namespace regnet::worker {

/// Works off one job folder and returns the exit code of the process. Installs handlers for SIGTERM, SIGINT
/// and SIGUSR1. Throws Error for a job that cannot be read, and where LibTorch fails.
int runJob(const std::filesystem::path& jobFolder, std::int64_t threads);

} // namespace regnet::worker
