// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/device_images.h"

#include "core/data/procedural.h"
#include "core/text/sha256.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

/// Forty built-in images; as if stored at 40 pixels for networks that see `resolution`.
ImageSet storedLarger(std::int64_t resolution)
{
    DataSetSpec spec;
    spec.resolution = 40;
    ImageSet images = proceduralImages(spec, Split::Train, 40);
    images.resolution = resolution;
    return images;
}

const std::vector<std::int64_t> some{7, 0, 39, 7, 12, 5, 33, 21};

at::Tensor filled(const ImageSet& images, const Augmentation& augmentation, std::int64_t epoch)
{
    const auto n = static_cast<std::int64_t>(some.size());
    at::Tensor batch = at::empty({n, 3, images.resolution, images.resolution}, at::TensorOptions(at::kFloat),
                                 at::MemoryFormat::ChannelsLast);
    fillBatch(images, channelStatistics(images), some, augmentation, 5, epoch, batch.data_ptr<float>());
    return batch;
}

const Augmentation augmentations[] = {
    {},
    {.flip = true},
    {.flip = true, .cropPadding = 4},
    {.flip = true, .cropPadding = 4, .lighting = 0.1},
    {.flip = true, .randomSizedCrop = true},
    {.flip = true, .randomSizedCrop = true, .leastArea = 0.5, .lighting = 0.1},
};

TEST(DeviceImages, GiveTheImagesThatTheLoopsGive)
{
    for (const std::int64_t resolution : {40, 32})
        for (const Augmentation& augmentation : augmentations) {
            const ImageSet images = storedLarger(resolution);
            const DeviceImages device(images, channelStatistics(images), at::Device("cpu"), 0);
            for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
                const at::Tensor batch = device.batch(some, augmentation, 5, epoch);
                EXPECT_TRUE(at::equal(batch, filled(images, augmentation, epoch)));
                EXPECT_TRUE(batch.is_contiguous(at::MemoryFormat::ChannelsLast));
            }
        }
}

/// As the sets of image folders have them, whose files hold more than is asked for.
TEST(DeviceImages, OfSomeRowsAreThoseRows)
{
    const ImageSet all = storedLarger(32);
    ImageSet part = all;
    part.count = 3;
    part.rows = {39, 3, 17};
    part.labels = {all.labels[39], all.labels[3], all.labels[17]};
    const DeviceImages device(part, channelStatistics(all), at::Device("cpu"), 0);
    const DeviceImages whole(all, channelStatistics(all), at::Device("cpu"), 0);
    const std::vector<std::int64_t> first{0, 2}, same{39, 17};
    EXPECT_TRUE(at::equal(device.batch(first, {}, 1, 0), whole.batch(same, {}, 1, 0)));
    EXPECT_EQ(device.labels(first)[1].item<std::int64_t>(), 7);
}

TEST(DeviceImages, ScaleAsLibTorchDoes)
{
    // No part of all the area fits but the whole image: 40 pixels become 32.
    const Augmentation whole{.randomSizedCrop = true, .leastArea = 1};
    const ImageSet images = storedLarger(32);
    const DeviceImages device(images, {{0, 0, 0}, {1, 1, 1}}, at::Device("cpu"), 0);
    const at::Tensor ours = device.batch(some, whole, 5, 0);
    at::Tensor stored = at::empty({static_cast<std::int64_t>(some.size()), 3, 40, 40});
    for (std::size_t i = 0; i < some.size(); ++i)
        for (std::int64_t k = 0; k < images.bytesAnImage(); ++k)
            stored.data_ptr<float>()[static_cast<std::int64_t>(i) * images.bytesAnImage() + k] =
                images.image(some[i])[k];
    const at::Tensor theirs = at::upsample_bilinear2d(stored, {32, 32}, /*align_corners=*/false);
    EXPECT_LT((ours - theirs).abs().max().item<float>(), 0.7F) << "ours are rounded to whole values";
}

std::string hashOf(const at::Tensor& batch)
{
    const auto bytes = static_cast<std::size_t>(batch.numel()) * sizeof(float);
    return sha256({static_cast<const char*>(batch.data_ptr()), bytes});
}

class Threads : public testing::Test
{
protected:
    ~Threads() override { at::set_num_threads(m_before); }
    int m_before = at::get_num_threads();
};

TEST_F(Threads, TheSameImagesWithOneAsWithFour)
{
    for (const Augmentation& augmentation : augmentations) {
        const ImageSet images = storedLarger(32);
        at::set_num_threads(1);
        const at::Tensor alone = filled(images, augmentation, 1);
        at::set_num_threads(4);
        EXPECT_TRUE(at::equal(filled(images, augmentation, 1), alone));
    }
}

// Written down once: another compiler, platform or number of threads must show the same pixels.
TEST_F(Threads, TheSameImagesOnEveryPlatform)
{
    for (const int threads : {1, 4}) {
        at::set_num_threads(threads);
        EXPECT_EQ(hashOf(filled(storedLarger(40), {.flip = true, .cropPadding = 4}, 0)),
                  "ccd5263256d5a3bacfb4affe5b7b6093ac18748b8b933b01ad065fd63a0a883b");
        EXPECT_EQ(hashOf(filled(storedLarger(32), {.flip = true, .randomSizedCrop = true}, 0)),
                  "e75f9e806bcd1ceeccadf83d7f7d32470bfd6a1a53cbbb05881de45f1fe5a8bd");
    }
}

TEST(SmoothedTargets, AreShares)
{
    const at::Tensor labels = at::tensor({1, 3}, at::TensorOptions(at::kLong));
    const at::Tensor targets = smoothedTargets(labels, 4, 0.1, at::TensorOptions(at::kFloat));
    EXPECT_EQ(targets[0][1].item<float>(), 0.925F);
    EXPECT_EQ(targets[1][0].item<float>(), 0.025F);
    EXPECT_NEAR(targets.sum().item<float>(), 2, 1e-6);
}

TEST(Mix, TakesTheShareOfEachImageAndTheRestOfItsPartner)
{
    at::Tensor images = at::tensor({8.0F, 16.0F}, at::TensorOptions(at::kFloat)).reshape({2, 1, 1, 1});
    at::Tensor targets = at::tensor({1.0F, 0.0F, 0.0F, 1.0F}, at::TensorOptions(at::kFloat)).reshape({2, 2});
    mix({0.75, {1, 0}}, images, targets);
    EXPECT_EQ(images[0].item<float>(), 10);
    EXPECT_EQ(images[1].item<float>(), 14);
    EXPECT_EQ(targets[0][0].item<float>(), 0.75F);
    EXPECT_EQ(targets[0][1].item<float>(), 0.25F);
    mix({}, images, targets);
    EXPECT_EQ(images[0].item<float>(), 10);
}

} // namespace
} // namespace regnet
