// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/measure/network_speed.h"

#include <filesystem>

namespace regnet::worker {

/// Measures the network of a JSON file and prints one line of JSON. Returns the exit code of the process.
int measureFile(const std::filesystem::path& file, const SpeedSettings& settings);

} // namespace regnet::worker
