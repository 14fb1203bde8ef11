// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_sets.h"
#include "core/data/image_set.h"
#include "core/data/view.h"

#include <cstdint>
#include <span>
#include <vector>

namespace regnet {

/// The order in which an epoch shows the images: a permutation of 0 .. count - 1 that depends on (seed,
/// epoch) alone.
std::vector<std::int64_t> shuffled(std::int64_t count, std::uint64_t seed, std::int64_t epoch);

/// The views of a batch: random ones, or the middle where the augmentation changes nothing.
std::vector<View> viewsOf(const ImageSet& images, std::span<const std::int64_t> indices,
                          const Augmentation& augmentation, std::uint64_t seed, std::int64_t epoch);

/// Normalised images in the order (image, row, column, channel), which is torch's channels_last; their side
/// is the set's resolution. What happens to an image depends on (seed, epoch, its index) alone, not on its
/// place in a batch nor on the number of threads, of which LibTorch's are used.
void fillBatch(const ImageSet& images, const ChannelStatistics& statistics,
               std::span<const std::int64_t> indices, const Augmentation& augmentation, std::uint64_t seed,
               std::int64_t epoch, float* batch);

} // namespace regnet
