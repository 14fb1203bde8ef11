// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/data/image_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace regnet {

/// What happens to an image each time that it is shown.
struct Augmentation
{
    bool flip = false;
    std::int64_t cropPadding = 0; ///< pixels; the padding has the mean colour
};

/// The order in which an epoch shows the images: a permutation of 0 .. count - 1 that depends on (seed,
/// epoch) alone.
std::vector<std::int64_t> shuffled(std::int64_t count, std::uint64_t seed, std::int64_t epoch);

/// Normalised images in the order (image, row, column, channel), which is torch's channels_last. What happens
/// to an image depends on (seed, epoch, its index) alone, not on its place in a batch.
void fillBatch(const ImageSet& images, const ChannelStatistics& statistics,
               std::span<const std::int64_t> indices, const Augmentation& augmentation, std::uint64_t seed,
               std::int64_t epoch, float* batch);

} // namespace regnet
