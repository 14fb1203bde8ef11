// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>

namespace regnet {

/// How run time and memory of a network are measured.
struct MeasureSettings
{
    std::string device = "cpu"; ///< or cuda:0 and so on
    std::int64_t batch = 64;    ///< images
    std::int64_t threads = 1;   ///< of LibTorch
    std::int64_t seconds = 10;  ///< longest time that each direction is measured
};

/// What `regnet-worker --measure` says of the network (docs/file-formats.md). A process of its own for each
/// network: its memory is its own, and one that needs too much ends alone. Throws Error with the worker's
/// sentence, or when there is no worker.
nlohmann::json measureNetwork(const NetworkSpec& spec, const MeasureSettings& settings);

} // namespace regnet
