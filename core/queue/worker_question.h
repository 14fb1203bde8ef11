// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace regnet {

/// What a worker is asked on its command line: "--measure FILE ...", with a JSON in that file.
struct WorkerQuestion
{
    std::string what;              ///< "measure", for errors; its option is "--measure"
    nlohmann::json content;        ///< of the file
    std::vector<std::string> more; ///< further words
    std::int64_t threads = 1;      ///< of LibTorch
};

/// Starts a worker for it, in a process of its own, and returns the line of JSON that it prints. Throws Error
/// with what the worker says.
nlohmann::json askWorker(const WorkerQuestion& question);

} // namespace regnet
