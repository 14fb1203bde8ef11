// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/batch.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

namespace regnet {
namespace {

constexpr std::int64_t side = 4;
constexpr std::size_t values = 3 * side * side;

/// Images whose pixels tell where they are: image·64 + channel·16 + row·4 + column.
ImageSet numbered(std::int64_t count)
{
    ImageSet images{.count = count, .resolution = side, .side = side, .classes = 10};
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * values);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(i / values * 64 + i % values);
    images.pixels = std::move(pixels);
    images.labels.assign(static_cast<std::size_t>(count), 0);
    return images;
}

constexpr ChannelStatistics plain{{0, 0, 0}, {1, 1, 1}};

std::vector<float> batchOf(const ImageSet& images, const std::vector<std::int64_t>& indices,
                           const Augmentation& augmentation, std::int64_t epoch)
{
    std::vector<float> batch(indices.size() * values);
    fillBatch(images, plain, indices, augmentation, 1, epoch, batch.data());
    return batch;
}

TEST(Shuffled, IsAPermutationOfItsOwnForEachEpoch)
{
    const std::vector<std::int64_t> first = shuffled(1000, 1, 0);
    std::vector<std::int64_t> sorted = first, all(1000);
    std::iota(all.begin(), all.end(), 0);
    EXPECT_NE(first, all);
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(sorted, all);
    EXPECT_EQ(shuffled(1000, 1, 0), first);
    EXPECT_NE(shuffled(1000, 1, 1), first);
    EXPECT_NE(shuffled(1000, 2, 0), first);
}

TEST(FillBatch, PutsChannelsLast)
{
    const std::vector<float> batch = batchOf(numbered(2), {1}, {}, 0);
    // Image 1, row 2, column 3: channels 0, 1, 2.
    EXPECT_EQ(batch[(2 * side + 3) * 3 + 0], 64 + 0 + 11);
    EXPECT_EQ(batch[(2 * side + 3) * 3 + 1], 64 + 16 + 11);
    EXPECT_EQ(batch[(2 * side + 3) * 3 + 2], 64 + 32 + 11);
}

TEST(FillBatch, Normalises)
{
    std::vector<float> batch(values);
    const ChannelStatistics statistics{{10, 16, 32}, {2, 4, 8}};
    const std::vector<std::int64_t> indices{0};
    fillBatch(numbered(1), statistics, indices, {}, 1, 0, batch.data());
    EXPECT_FLOAT_EQ(batch[0], -5);
    EXPECT_FLOAT_EQ(batch[3 * 15 + 1], 15.0F / 4);
}

TEST(FillBatch, AViewDependsOnSeedEpochAndImageNotOnItsPlace)
{
    const Augmentation augmentation{.flip = true, .cropPadding = 2};
    const ImageSet images = numbered(4);
    const std::vector<float> together = batchOf(images, {0, 1, 2, 3}, augmentation, 5);
    const std::vector<float> alone = batchOf(images, {2}, augmentation, 5);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), together.begin() + 2 * static_cast<long>(values)));
}

TEST(FillBatch, FlipsAboutHalfOfTheTime)
{
    int flipped = 0;
    for (std::int64_t epoch = 0; epoch < 400; ++epoch)
        flipped += batchOf(numbered(1), {0}, {.flip = true, .cropPadding = 0}, epoch)[0] ==
                   3; // column 3 comes first
    EXPECT_GT(flipped, 150);
    EXPECT_LT(flipped, 250);
}

TEST(FillBatch, CropsReachEveryShiftAndFillWithTheMean)
{
    std::set<float> corners;
    for (std::int64_t epoch = 0; epoch < 200; ++epoch)
        corners.insert(batchOf(numbered(2), {1}, {.flip = false, .cropPadding = 1}, epoch)[0]);
    // The corner shows pixel (0,0), (0,1), (1,0), (1,1) of the image, or padding.
    EXPECT_EQ(corners, (std::set<float>{0, 64, 65, 68, 69}));
}

} // namespace
} // namespace regnet
