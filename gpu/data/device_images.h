// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/data/batch.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

namespace regnet {

/// Images that lie where they are trained on: a batch is cropped, flipped and normalised there, with a few
/// numbers an image from here. What does not fit into the device's memory stays here, and batches of raw
/// bytes go over. Includes torch: for the units of gpu/ only.
class DeviceImages
{
public:
    /// `mostBytes` is what the images may take of the device's memory.
    DeviceImages(const ImageSet& images, const ChannelStatistics& statistics, at::Device device,
                 std::int64_t mostBytes);

    /// (N, 3, resolution, resolution), normalised, in channels_last. On the CPU equal to fillBatch() to the
    /// last bit; on other devices to the rounding of a product.
    at::Tensor batch(std::span<const std::int64_t> indices, const Augmentation& augmentation,
                     std::uint64_t seed, std::int64_t epoch) const;
    /// (N), 64-bit integers.
    at::Tensor labels(std::span<const std::int64_t> indices) const;

private:
    at::Tensor rawPixels(std::span<const std::int64_t> indices, at::Tensor& rows) const;

    ImageSet m_images;
    at::Device m_device;
    bool m_isResident = false;
    at::Tensor m_pixels; ///< (stored, 3, side, side), bytes; on the device where it is resident
    at::Tensor m_offset, m_scale;
};

/// Targets as pycls makes them: smoothing / classes, and 1 - smoothing + smoothing / classes for the label,
/// rounded to float whatever the type is. (N, classes)
at::Tensor smoothedTargets(const at::Tensor& labels, std::int64_t classes, double smoothing,
                           at::TensorOptions options);

/// Mixes images and targets of a batch, in that precision; without partners nothing happens.
void mix(const Mixup& mixup, at::Tensor& images, at::Tensor& targets);

} // namespace regnet
