// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <cstdint>
#include <string>

namespace regnet {

struct SpeedSettings
{
    std::int64_t batch = 64;    ///< images
    std::string device = "cpu"; ///< "cpu" or "cuda:<n>"
    std::int64_t threads = 1;   ///< of LibTorch
    std::int64_t warmUps = 3;   ///< runs before the clock starts
    std::int64_t runs = 30;     ///< at most
    double secondsAtMost = 10;  ///< a direction; at least one run is timed
};

/// One direction: the median of the runs, and their span.
struct Timing
{
    double milliseconds = 0; ///< a batch
    double fastest = 0, slowest = 0;
    std::int64_t runs = 0;
    double imagesPerSecond = 0;
};

struct NetworkSpeed
{
    Timing forward;             ///< evaluation mode, no gradients
    Timing training;            ///< forward and backward, without the optimiser's step
    std::int64_t peakBytes = 0; ///< of memory that building, forward and backward took at most
    Cost counted;               ///< on the running network
};

/// Runs a network on random images: forward alone, and forward with backward. Initialised weights in 32 bits;
/// channels_last on the CPU, as training has it. Throws Error for a device that this LibTorch does not have
/// and when memory runs out.
NetworkSpeed measureSpeed(const Network& network, const SpeedSettings& settings);

} // namespace regnet
