// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/procedural.h"

#include "core/data/data_sets.h"
#include "core/text/sha256.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

std::string hashOfPixels(const ImageSet& images)
{
    return sha256({reinterpret_cast<const char*>(images.pixels.data()), images.pixels.size()});
}

TEST(Procedural, TheSameBytesOnEveryPlatform)
{
    EXPECT_EQ(hashOfPixels(proceduralImages({}, Split::Train, 100)),
              "f68618c76ffbb4a6881ae92b97cbbe3b357808562c7e0bcc755b8a9b1f176f8f");
    EXPECT_EQ(hashOfPixels(proceduralImages({}, Split::Test, 100)),
              "279f7efae8827975c6be72f2ab7ca789aeae945d2802fcdba35e9b23be9d62fd");
    DataSetSpec large;
    large.resolution = 64;
    large.seed = 7;
    EXPECT_EQ(hashOfPixels(proceduralImages(large, Split::Train, 20)),
              "35c89d8477516e67d7dce0244a16d3de4dac52265787df98a069afaa50b101f1");
}

TEST(Procedural, FewerImagesAreTheFirstOfMore)
{
    const ImageSet few = proceduralImages({}, Split::Train, 7), more = proceduralImages({}, Split::Train, 12);
    EXPECT_TRUE(std::equal(few.pixels.begin(), few.pixels.end(), more.pixels.begin()));
}

TEST(Procedural, LabelsAreBalanced)
{
    const ImageSet images = proceduralImages({}, Split::Test, 50);
    for (std::int64_t label = 0; label < 10; ++label)
        EXPECT_EQ(std::count(images.labels.begin(), images.labels.end(), label), 5) << label;
}

TEST(Procedural, SeedAndSplitMakeOtherImages)
{
    DataSetSpec other;
    other.seed = 2;
    const std::string first = hashOfPixels(proceduralImages({}, Split::Train, 2));
    EXPECT_NE(first, hashOfPixels(proceduralImages(other, Split::Train, 2)));
    EXPECT_NE(first, hashOfPixels(proceduralImages({}, Split::Test, 2)));
}

TEST(Procedural, OtherSizesShowTheSameScenes)
{
    // Scenes are drawn in units of the image: the mean colour hardly changes with the number of pixels.
    DataSetSpec large;
    large.resolution = 64;
    const ChannelStatistics a = channelStatistics(proceduralImages({}, Split::Train, 20));
    const ChannelStatistics b = channelStatistics(proceduralImages(large, Split::Train, 20));
    for (std::size_t c = 0; c < 3; ++c)
        EXPECT_NEAR(a.mean[c], b.mean[c], 1.5);
}

TEST(Procedural, WrongSettingsAreOneSentenceEach)
{
    DataSetSpec spec;
    spec.classes = 100;
    EXPECT_THAT(
        [&] { loadImages(spec, Split::Train, 10); },
        testing::ThrowsMessage<Error>("data_set.classes: is 100 for the built-in data set; expected 10"));
    spec = {};
    spec.resolution = 1024;
    EXPECT_THAT([&] { loadImages(spec, Split::Train, 10); },
                testing::ThrowsMessage<Error>(
                    "data_set.resolution: is 1024 for the built-in data set; expected 8 to 512 pixels"));
    spec = {};
    spec.name = "imagenet";
    EXPECT_THAT([&] { loadImages(spec, Split::Train, 10); },
                testing::ThrowsMessage<Error>(
                    "data_set.name: \"imagenet\" is unknown; expected one of procedural, cifar10, "
                    "cifar100, folder"));
    EXPECT_THAT(
        [] { loadImages({}, Split::Test, 10'001); },
        testing::ThrowsMessage<Error>("recipe.test_images: is 10001; expected at most 10000, or 0 for all"));
}

} // namespace
} // namespace regnet
