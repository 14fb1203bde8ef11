// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;

TEST(ChannelStatistics, AreMeanAndStandardDeviation)
{
    ImageSet images{.count = 1, .resolution = 2, .side = 2, .classes = 10};
    images.pixels = std::vector<std::uint8_t>{10, 10, 20, 20, 0, 0, 0, 0, 255, 255, 255, 255};
    const ChannelStatistics statistics = channelStatistics(images);
    EXPECT_FLOAT_EQ(statistics.mean[0], 15);
    EXPECT_FLOAT_EQ(statistics.deviation[0], 5);
    EXPECT_FLOAT_EQ(statistics.mean[2], 255);
    EXPECT_FLOAT_EQ(statistics.deviation[2], 1); // a channel that never changes is not divided by zero
}

TEST(ChannelStatistics, ThoseKnownBeforehandAreTaken)
{
    ImageSet images{.count = 1, .resolution = 2, .side = 2, .classes = 10};
    images.pixels = std::vector<std::uint8_t>(12, 7);
    images.statistics = {{1, 2, 3}, {4, 5, 6}};
    EXPECT_EQ(channelStatistics(images).mean[1], 2);
    EXPECT_EQ(channelStatistics(images).deviation[2], 6);
}

/// One byte a channel and pixel of 1x1 images: image i has the value i.
ImageSet tenPoints()
{
    ImageSet images{.count = 10, .resolution = 1, .side = 1, .classes = 3};
    std::vector<std::uint8_t> pixels;
    for (std::uint8_t i = 0; i < 10; ++i)
        pixels.insert(pixels.end(), 3, i);
    images.pixels = std::move(pixels);
    images.labels = {0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
    return images;
}

TEST(HoldOut, TakesOfEachClassItsShare)
{
    const ImageSet all = tenPoints();
    const HeldOut parts = holdOut(all.labels, 3, 4, 1); // shares 2, 1.2, 0.8
    ASSERT_EQ(parts.heldOut.size(), 4U);
    ASSERT_EQ(parts.kept.size(), 6U);
    EXPECT_TRUE(std::is_sorted(parts.heldOut.begin(), parts.heldOut.end()));
    std::vector<int> ofClass(3);
    for (const std::int64_t i : parts.heldOut)
        ++ofClass[static_cast<std::size_t>(all.labels[static_cast<std::size_t>(i)])];
    EXPECT_THAT(ofClass, ElementsAre(2, 1, 1));
    std::vector<std::int64_t> both = parts.kept;
    both.insert(both.end(), parts.heldOut.begin(), parts.heldOut.end());
    std::sort(both.begin(), both.end());
    EXPECT_THAT(both, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
}

TEST(HoldOut, DependsOnTheSeedAlone)
{
    std::vector<std::int64_t> labels(1000);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i] = static_cast<std::int64_t>(i % 10);
    EXPECT_EQ(holdOut(labels, 10, 100, 7).heldOut, holdOut(labels, 10, 100, 7).heldOut);
    EXPECT_NE(holdOut(labels, 10, 100, 7).heldOut, holdOut(labels, 10, 100, 8).heldOut);
    // Written down once: another platform or compiler must hold out the same images.
    const std::vector<std::int64_t> twenty = holdOut(labels, 10, 20, 7).heldOut;
    EXPECT_THAT(twenty, ElementsAre(7, 115, 131, 226, 248, 314, 318, 324, 362, 409, 413, 541, 640, 667, 672,
                                    719, 730, 736, 773, 935));
}

TEST(HoldOut, NothingAndEverything)
{
    const std::vector<std::int64_t> labels{1, 0, 1};
    EXPECT_THAT(holdOut(labels, 2, 0, 1).kept, ElementsAre(0, 1, 2));
    EXPECT_THAT(holdOut(labels, 2, 3, 1).heldOut, ElementsAre(0, 1, 2));
    EXPECT_TRUE(holdOut({}, 2, 0, 1).kept.empty());
}

} // namespace
} // namespace regnet
