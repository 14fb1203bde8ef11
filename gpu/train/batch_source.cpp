// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/batch_source.h"

#include "core/problem.h"
#include "gpu/data/random_stream.h"
#include "gpu/train/learner.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>

#include <boost/random/beta_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

// First keys of the streams: what one draws for must not show in the other.
constexpr std::uint64_t holdingOut = 0x484f;
constexpr std::uint64_t mixing = 0x4d49;

/// A counted stream as a generator of Boost.Random.
struct StreamGenerator
{
    using result_type = std::uint64_t;
    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~result_type{0}; }
    result_type operator()() { return stream.next(); }

    RandomStream stream;
};

/// One share and one permutation a batch: pycls.md section 5.
void mixUp(BatchSource::Batch& batch, double alpha, RandomStream stream)
{
    StreamGenerator generator{stream};
    const double share = boost::random::beta_distribution<double>(alpha, alpha)(generator);
    std::vector<std::int64_t> partner(static_cast<std::size_t>(batch.images.size(0)));
    std::iota(partner.begin(), partner.end(), 0);
    for (std::int64_t i = static_cast<std::int64_t>(partner.size()) - 1; i > 0; --i)
        std::swap(partner[static_cast<std::size_t>(i)],
                  partner[static_cast<std::size_t>(generator.stream.below(i + 1))]);
    const at::Tensor rows = at::tensor(partner).to(batch.images.device());
    const auto mixed = [&](const at::Tensor& x) {
        return (x * share + x.index_select(0, rows) * (1 - share)).contiguous(x.suggest_memory_format());
    };
    batch.images = mixed(batch.images);
    batch.labels = mixed(batch.labels);
}

} // namespace

BatchSource::BatchSource(const JobSpec& job, at::Device device)
    : m_job(job), m_device(device), m_train(loadImages(job.dataSet, Split::Train, job.recipe.trainImages)),
      m_test(loadImages(job.dataSet, Split::Test, job.recipe.testImages)),
      m_statistics(channelStatistics(m_train))
{
    const std::int64_t held = job.recipe.heldOutImages;
    if (m_train.count - held < job.recipe.batchSize)
        throwBadInput("recipe.batch_size", "is " + std::to_string(job.recipe.batchSize),
                      "at most the " + std::to_string(std::max<std::int64_t>(m_train.count - held, 0)) +
                          " training images" + (held > 0 ? " that are not held out" : ""));
    // Held out is the same for every network and seed of a data set: they are compared on it.
    std::vector<std::int64_t> all = shuffled(m_train.count, holdingOut + job.dataSet.seed, 0);
    if (held == 0) std::iota(all.begin(), all.end(), 0);
    m_kept.assign(all.begin(), all.end() - held);
    m_heldOut.assign(all.end() - held, all.end());
    std::sort(m_kept.begin(), m_kept.end());
    std::sort(m_heldOut.begin(), m_heldOut.end());
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

at::Tensor BatchSource::imagesAt(const ImageSet& images, std::span<const std::int64_t> indices,
                                 const Augmentation& augmentation, std::int64_t epoch) const
{
    const auto n = static_cast<std::int64_t>(indices.size());
    const std::int64_t side = images.resolution;
    at::Tensor batch =
        at::empty({n, 3, side, side}, at::TensorOptions(at::kFloat), at::MemoryFormat::ChannelsLast);
    fillBatch(images, m_statistics, indices, augmentation, m_job.seed, epoch, batch.data_ptr<float>());
    // On GPUs the plain layout is the better one for groups of few channels.
    return m_device.is_cpu() ? batch : batch.to(m_device).contiguous();
}

at::Tensor BatchSource::labelsAt(const ImageSet& images, std::span<const std::int64_t> indices) const
{
    at::Tensor labels = at::empty({static_cast<std::int64_t>(indices.size())}, at::TensorOptions(at::kLong));
    auto* out = labels.data_ptr<std::int64_t>();
    for (const std::int64_t index : indices)
        *out++ = images.labels[static_cast<std::size_t>(index)];
    return labels.to(m_device);
}

BatchSource::Batch BatchSource::trainBatch(std::int64_t epoch, std::int64_t batch)
{
    const Recipe& recipe = m_job.recipe;
    const auto indices = ordered(epoch, batch * recipe.batchSize, recipe.batchSize);
    Batch made{imagesAt(m_train, indices, {recipe.flip, recipe.cropPadding}, epoch), {}};
    made.labels =
        targetsOf(labelsAt(m_train, indices), m_train.classes, recipe.labelSmoothing, made.images.options());
    if (recipe.mixup > 0)
        mixUp(made, recipe.mixup,
              {mixing, m_job.seed, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(batch)});
    return made;
}

at::Tensor BatchSource::plainImages(std::int64_t epoch, std::int64_t part, std::int64_t size)
{
    return imagesAt(m_train, ordered(epoch, part * size, size), {m_job.recipe.flip, m_job.recipe.cropPadding},
                    epoch);
}

std::int64_t BatchSource::count(Unseen part) const
{
    return part == Unseen::Test ? m_test.count : static_cast<std::int64_t>(m_heldOut.size());
}

BatchSource::Batch BatchSource::unseenBatch(Unseen part, std::int64_t start, std::int64_t most) const
{
    std::vector<std::int64_t> indices;
    for (std::int64_t i = start; i < std::min(start + most, count(part)); ++i)
        indices.push_back(part == Unseen::Test ? i : m_heldOut[static_cast<std::size_t>(i)]);
    const ImageSet& images = part == Unseen::Test ? m_test : m_train;
    return {imagesAt(images, indices, {}, 0), labelsAt(images, indices)};
}

} // namespace regnet
