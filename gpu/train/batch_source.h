// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/job.h"
#include "gpu/data/device_images.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace regnet {

/// Images that no weight is fitted to.
enum class Unseen { Test, HeldOut };

/// What a training sees: batches of an epoch in their order, augmented, smoothed and mixed as the recipe
/// says, and the images that it is judged by. All of it depends on (job, epoch, batch) alone. Includes torch:
/// for the units of gpu/ only.
class BatchSource
{
public:
    /// Throws Error where the images are missing, or are fewer than a batch.
    BatchSource(const JobSpec& job, at::Device device);

    struct Batch
    {
        at::Tensor images; ///< (N, 3, H, W) on the device; channels_last on the CPU
        at::Tensor labels; ///< (N), or targets (N, classes) for training
    };

    std::int64_t batches() const; ///< of an epoch; an incomplete last one is dropped
    /// Images and their targets.
    Batch trainBatch(std::int64_t epoch, std::int64_t batch);
    /// The images of a part of an epoch's order, `size` each, augmented and not mixed.
    at::Tensor plainImages(std::int64_t epoch, std::int64_t part, std::int64_t size);

    std::int64_t count(Unseen part) const;
    /// At most `most` images and labels, not augmented, from `start` on.
    Batch unseenBatch(Unseen part, std::int64_t start, std::int64_t most) const;

private:
    std::span<const std::int64_t> ordered(std::int64_t epoch, std::int64_t start, std::int64_t size);
    struct Set
    {
        ImageSet images;
        std::unique_ptr<DeviceImages> onDevice; ///< null on the CPU
    };
    at::Tensor imagesAt(const Set& set, std::span<const std::int64_t> indices,
                        const Augmentation& augmentation, std::int64_t epoch) const;
    at::Tensor labelsAt(const Set& set, std::span<const std::int64_t> indices) const;

    const JobSpec& m_job;
    at::Device m_device;
    Set m_train, m_test;
    ChannelStatistics m_statistics;
    std::vector<std::int64_t> m_kept, m_heldOut; ///< indices into m_train
    std::vector<std::int64_t> m_order;           ///< of m_orderEpoch
    std::int64_t m_orderEpoch = -1;
};

} // namespace regnet
