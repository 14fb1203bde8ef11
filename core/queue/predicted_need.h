// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/queue/job.h"
#include "core/study/recipe.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace regnet {

/// Bytes that training this network takes at its peak.
///
/// On the CPU, of the whole worker, as measured (within 12 % for 46 networks of 32 to 224 pixels,
/// tests/data/training_memory.jsonl):
///   140 MiB    LibTorch and the program
///   17 P       weights, gradients, momentum and a little, in 32 bits; with EMA 4 P more
///   9 A B      what the backward pass keeps of B images that go through together
///   3 r^2 N    the images of the data set, one byte a colour
/// On a GPU, of the device, meant to be above the truth, so that jobs that fit by it do fit:
///   600 MiB    its context and the workspaces of its kernels
///   20 P       weights, gradients, momentum, EMA and a copy, in 32 bits
///   16 A B     an activation as output of conv, normalisation, non-linearity or sum, and as a gradient
///   3 r^2 N    the images
///
/// P and A are the network's counts (A for images of side r), N the recipe's images (60,000 where it takes
/// the data set's own number), r the resolution that is asked about, whatever the network says. It grows with
/// each of them. `device` is DeviceSlots::key(): "cpu", or a GPU. Throws Error when a count is beyond 64
/// bits.
std::int64_t predictedMemory(const Network& network, const Recipe& recipe, std::int64_t resolution,
                             std::string_view device);

/// Bytes on the disk of the spool.
struct DiskNeed
{
    std::int64_t kept = 0; ///< stays when all is done: job, log and results, and weights that are wanted
    std::int64_t peak = 0; ///< at most at one time, with the checkpoints of what runs or was stopped
};

/// Of one job. A checkpoint holds weights, momentum and EMA; the last, the best and the one being written may
/// lie side by side; the first two stay where the weights are wanted.
DiskNeed predictedDisk(const Network& network, const Recipe& recipe, bool keepsWeights);

/// Of many jobs when `workers` run at a time: the largest of them at their peak, the rest as kept.
DiskNeed together(std::vector<DiskNeed> needs, std::int64_t workers);

} // namespace regnet
