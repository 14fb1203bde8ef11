// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/queue/job.h"
#include "core/study/recipe.h"

#include <cstdint>
#include <vector>

namespace regnet {

/// Bytes that training this network takes at its peak, on the device (on the CPU: of the whole worker). Meant
/// to be above the truth, so that jobs that fit by it do fit:
///   20 P                the parameters five times in 32 bits: weights, gradients, momentum, EMA, and one
///   copy 16 A B              what the backward pass keeps of a batch of B images: each counted activation as
///   output of
///                       the conv, of its normalisation and of the non-linearity or sum, and once as a
///                       gradient
///   3 r^2 N             the images of the data set, one byte a colour
///   600 MiB             LibTorch, the device's context and the workspaces of its kernels
/// P and A are the network's counts (A an image of side r), N the recipe's images (60,000 where it takes the
/// data set's own number), r the resolution that is asked about, whatever the network says. It grows with
/// each of them. Throws Error when a count is beyond 64 bits.
std::int64_t predictedMemory(const Network& network, const Recipe& recipe, std::int64_t resolution);

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
