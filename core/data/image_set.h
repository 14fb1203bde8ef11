// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/job.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace regnet {

enum class Split { Train, Test };

/// Images in memory: RGB, square, bytes in the order (image, channel, row, column).
struct ImageSet
{
    std::int64_t count = 0;
    std::int64_t resolution = 0; ///< side, pixels
    std::int64_t classes = 0;
    std::vector<std::uint8_t> pixels; ///< count x 3 x resolution x resolution
    std::vector<std::int64_t> labels; ///< 0 .. classes - 1
};

/// Mean and standard deviation of each channel, 0 .. 255: what normalisation takes away.
struct ChannelStatistics
{
    std::array<float, 3> mean{};
    std::array<float, 3> deviation{};
};
ChannelStatistics channelStatistics(const ImageSet& images);

/// Names of the data sets that loadImages() knows.
std::vector<std::string> dataSetNames();

/// What is wrong with a data set's description, as a sentence each; empty when loadImages() accepts it.
std::vector<Problem> check(const DataSetSpec& spec);

/// The first images of a split; count 0 means all of it. Throws Error for what check() reports, for more
/// images than there are, and where files are missing.
ImageSet loadImages(const DataSetSpec& spec, Split split, std::int64_t count);

} // namespace regnet
