// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/batch_source.h"

#include "core/problem.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace regnet {
namespace {

/// What the images of a set may take of a GPU's memory; larger ones stay here, and batches go over.
constexpr std::int64_t mostDeviceBytes = std::int64_t{8} << 30;

Augmentation augmentationOf(const Recipe& recipe)
{
    Augmentation augmentation;
    augmentation.flip = recipe.flip;
    augmentation.cropPadding = recipe.cropPadding;
    augmentation.randomSizedCrop = recipe.randomSizedCrop;
    augmentation.lighting = recipe.lighting;
    return augmentation;
}

} // namespace

BatchSource::BatchSource(const JobSpec& job, at::Device device)
    : m_job(job),
      m_device(device), m_train{.images = loadImages(job.dataSet, Split::Train, job.recipe.trainImages)},
      m_test{.images = loadImages(job.dataSet, Split::Test, job.recipe.testImages)},
      m_statistics(channelStatistics(m_train.images))
{
    const std::int64_t held = job.recipe.heldOutImages;
    if (m_train.images.count - held < job.recipe.batchSize)
        throwBadInput("recipe.batch_size", "is " + std::to_string(job.recipe.batchSize),
                      "at most the " +
                          std::to_string(std::max<std::int64_t>(m_train.images.count - held, 0)) +
                          " training images" + (held > 0 ? " that are not held out" : ""));
    // Held out is the same for every network and seed of a data set: they are compared on it.
    HeldOut split = holdOut(m_train.images.labels, m_train.images.classes, held, job.dataSet.seed);
    m_kept = std::move(split.kept);
    m_heldOut = std::move(split.heldOut);
    if (m_device.is_cpu()) return;
    for (Set* set : {&m_train, &m_test})
        set->onDevice = std::make_unique<DeviceImages>(set->images, m_statistics, m_device, mostDeviceBytes);
}

std::int64_t BatchSource::batches() const
{
    return static_cast<std::int64_t>(m_kept.size()) / m_job.recipe.batchSize;
}

std::span<const std::int64_t> BatchSource::ordered(std::int64_t epoch, std::int64_t start, std::int64_t size)
{
    if (m_orderEpoch != epoch) {
        m_order = shuffled(static_cast<std::int64_t>(m_kept.size()), m_job.seed, epoch);
        for (std::int64_t& index : m_order)
            index = m_kept[static_cast<std::size_t>(index)];
        m_orderEpoch = epoch;
    }
    return std::span<const std::int64_t>(m_order).subspan(static_cast<std::size_t>(start),
                                                          static_cast<std::size_t>(size));
}

at::Tensor BatchSource::imagesAt(const Set& set, std::span<const std::int64_t> indices,
                                 const Augmentation& augmentation, std::int64_t epoch) const
{
    // On GPUs the plain layout is the better one for groups of few channels.
    if (set.onDevice) return set.onDevice->batch(indices, augmentation, m_job.seed, epoch).contiguous();
    const std::int64_t side = set.images.resolution;
    at::Tensor batch = at::empty({static_cast<std::int64_t>(indices.size()), 3, side, side},
                                 at::TensorOptions(at::kFloat), at::MemoryFormat::ChannelsLast);
    fillBatch(set.images, m_statistics, indices, augmentation, m_job.seed, epoch, batch.data_ptr<float>());
    return batch;
}

at::Tensor BatchSource::labelsAt(const Set& set, std::span<const std::int64_t> indices) const
{
    if (set.onDevice) return set.onDevice->labels(indices);
    at::Tensor labels = at::empty({static_cast<std::int64_t>(indices.size())}, at::TensorOptions(at::kLong));
    auto* out = labels.data_ptr<std::int64_t>();
    for (const std::int64_t index : indices)
        *out++ = set.images.labels[static_cast<std::size_t>(index)];
    return labels;
}

BatchSource::Batch BatchSource::trainBatch(std::int64_t epoch, std::int64_t batch)
{
    const Recipe& recipe = m_job.recipe;
    const auto indices = ordered(epoch, batch * recipe.batchSize, recipe.batchSize);
    Batch made{imagesAt(m_train, indices, augmentationOf(recipe), epoch), {}};
    made.labels = smoothedTargets(labelsAt(m_train, indices), m_train.images.classes, recipe.labelSmoothing,
                                  made.images.options());
    mix(randomMixup(recipe.mixup, recipe.batchSize, m_job.seed, epoch, batch), made.images, made.labels);
    return made;
}

at::Tensor BatchSource::plainImages(std::int64_t epoch, std::int64_t part, std::int64_t size)
{
    return imagesAt(m_train, ordered(epoch, part * size, size), augmentationOf(m_job.recipe), epoch);
}

std::int64_t BatchSource::count(Unseen part) const
{
    return part == Unseen::Test ? m_test.images.count : static_cast<std::int64_t>(m_heldOut.size());
}

BatchSource::Batch BatchSource::unseenBatch(Unseen part, std::int64_t start, std::int64_t most) const
{
    std::vector<std::int64_t> indices;
    for (std::int64_t i = start; i < std::min(start + most, count(part)); ++i)
        indices.push_back(part == Unseen::Test ? i : m_heldOut[static_cast<std::size_t>(i)]);
    const Set& set = part == Unseen::Test ? m_test : m_train;
    return {imagesAt(set, indices, {}, 0), labelsAt(set, indices)};
}

} // namespace regnet
