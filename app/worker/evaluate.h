// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace regnet::worker {

/// Evaluates the weights that a request names on its data set and prints the answer as a line of JSON.
int evaluateFile(const std::filesystem::path& request, std::int64_t threads);

} // namespace regnet::worker
