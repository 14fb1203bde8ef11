// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/view.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

namespace regnet {
namespace {

using testing::ElementsAre;

std::vector<View> views(const Augmentation& augmentation, std::int64_t side, std::int64_t resolution,
                        std::int64_t count)
{
    std::vector<View> all;
    for (std::int64_t index = 0; index < count; ++index)
        all.push_back(randomView(augmentation, side, resolution, 1, 0, index));
    return all;
}

TEST(CentreView, IsTheMiddle)
{
    EXPECT_EQ(centreView(32, 32), (View{.left = 0, .top = 0, .width = 32, .height = 32}));
    EXPECT_EQ(centreView(256, 224).left, 16);
    EXPECT_EQ(centreView(37, 32).top, 3) << "half a pixel goes up, as in pycls";
}

TEST(RandomView, DependsOnSeedEpochAndIndex)
{
    const Augmentation augmentation{.flip = true, .cropPadding = 4, .lighting = 0.1};
    const View view = randomView(augmentation, 32, 32, 1, 2, 3);
    EXPECT_EQ(view, randomView(augmentation, 32, 32, 1, 2, 3));
    EXPECT_NE(view, randomView(augmentation, 32, 32, 1, 2, 4));
    EXPECT_NE(view, randomView(augmentation, 32, 32, 1, 3, 3));
    EXPECT_NE(view, randomView(augmentation, 32, 32, 2, 2, 3));
}

TEST(RandomView, ALargerStoredImageIsCroppedAroundItsMiddle)
{
    std::map<std::int64_t, int> lefts;
    for (const View& view : views({.cropPadding = 2}, 40, 32, 500)) {
        ++lefts[view.left];
        EXPECT_EQ(view.width, 32);
    }
    EXPECT_EQ(lefts.size(), 5U); // 4 - 2 .. 4 + 2
    EXPECT_EQ(lefts.begin()->first, 2);
}

TEST(RandomView, PartsOfRandomSizeAreInsideAndAsLargeAsAsked)
{
    double area = 0, least = 1;
    int wide = 0, whole = 0;
    const std::int64_t count = 4000;
    for (const View& view : views({.randomSizedCrop = true}, 256, 224, count)) {
        ASSERT_GE(view.left, 0);
        ASSERT_GE(view.top, 0);
        ASSERT_LE(view.left + view.width, 256);
        ASSERT_LE(view.top + view.height, 256);
        const double share = static_cast<double>(view.width * view.height) / (256.0 * 256.0);
        area += share / static_cast<double>(count);
        least = std::min(least, share);
        wide += view.width > view.height;
        whole += view.width == 256 && view.height == 256;
        const double aspect = static_cast<double>(view.width) / static_cast<double>(view.height);
        EXPECT_LE(std::max(aspect, 1 / aspect), 1.36) << view.width << "x" << view.height;
    }
    EXPECT_NEAR(least, 0.08, 0.01);
    EXPECT_NEAR(area, 0.5, 0.03) << "0.54 less what does not fit";
    EXPECT_NEAR(wide, count / 2, count / 20);
    EXPECT_LT(whole, count / 100);
}

TEST(RandomView, LightingHasPyclssSpread)
{
    // Its three shifts are independent: the variance of a channel is the sum over k of
    // (255 * 0.1 * vector_k value_k)^2.
    std::array<double, 3> squares{};
    const std::int64_t count = 20'000;
    for (const View& view : views({.lighting = 0.1}, 32, 32, count))
        for (std::size_t c = 0; c < 3; ++c)
            squares[c] += static_cast<double>(view.light[c]) * static_cast<double>(view.light[c]) /
                          static_cast<double>(count);
    EXPECT_NEAR(std::sqrt(squares[0]), 3.1671, 0.05);
    EXPECT_NEAR(std::sqrt(squares[1]), 3.2226, 0.05);
    EXPECT_NEAR(std::sqrt(squares[2]), 3.2543, 0.05);
}

TEST(RandomView, TheSameOnEveryPlatform)
{
    const View crop = randomView({.flip = true, .randomSizedCrop = true}, 256, 224, 1, 0, 0);
    EXPECT_EQ(crop, (View{.left = 78, .top = 34, .width = 154, .height = 117, .isFlipped = true}));
    const View shift = randomView({.flip = true, .cropPadding = 4}, 32, 32, 1, 0, 0);
    EXPECT_EQ(shift, (View{.left = 1, .top = -3, .width = 32, .height = 32, .isFlipped = true}));
}

std::vector<std::array<std::int64_t, 3>> numbers(const std::vector<Tap>& list)
{
    std::vector<std::array<std::int64_t, 3>> all;
    for (const Tap& tap : list)
        all.push_back({tap.first, tap.second, tap.weight});
    return all;
}

using Three = std::array<std::int64_t, 3>;

TEST(Taps, PixelCentresOnCentresAndTheBorderRepeated)
{
    // Four pixels from two: centres at -1/4, 1/4, 3/4, 5/4.
    EXPECT_THAT(numbers(taps(10, 2, 4, false)), ElementsAre(Three{10, 10, 1536}, Three{10, 11, 512},
                                                            Three{10, 11, 1536}, Three{11, 11, 512}));
    // Two pixels from four: between the first two and the last two.
    EXPECT_THAT(numbers(taps(0, 4, 2, false)), ElementsAre(Three{0, 1, 1024}, Three{2, 3, 1024}));
    EXPECT_THAT(numbers(taps(0, 4, 2, true)), ElementsAre(Three{2, 3, 1024}, Three{0, 1, 1024}));
    EXPECT_THAT(numbers(taps(5, 3, 3, false)), ElementsAre(Three{5, 6, 0}, Three{6, 7, 0}, Three{7, 7, 0}))
        << "an unscaled axis copies";
    EXPECT_THAT(numbers(taps(0, 1, 2, false)), ElementsAre(Three{0, 0, 1536}, Three{0, 0, 512}));
}

TEST(RandomMixup, IsAPermutationAndAShare)
{
    const Mixup mixup = randomMixup(0.5, 100, 1, 2, 3);
    std::vector<std::int64_t> sorted = mixup.partner;
    std::sort(sorted.begin(), sorted.end());
    for (std::int64_t i = 0; i < 100; ++i)
        ASSERT_EQ(sorted[static_cast<std::size_t>(i)], i);
    EXPECT_EQ(randomMixup(0.5, 100, 1, 2, 3).share, mixup.share);
    EXPECT_NE(randomMixup(0.5, 100, 1, 2, 4).share, mixup.share);
    EXPECT_EQ(mixup.share * 65536, std::nearbyint(mixup.share * 65536));
    EXPECT_TRUE(randomMixup(0, 100, 1, 2, 3).partner.empty());
    EXPECT_EQ(randomMixup(0, 100, 1, 2, 3).share, 1);
}

TEST(RandomMixup, SharesHaveTheMomentsOfTheBetaDistribution)
{
    // Beta(1/2, 1/2): mean 1/2, variance 1/8.
    double sum = 0, squares = 0;
    const int count = 4000;
    for (int batch = 0; batch < count; ++batch) {
        const double share = randomMixup(0.5, 2, 1, 0, batch).share;
        sum += share / count;
        squares += (share - 0.5) * (share - 0.5) / count;
    }
    EXPECT_NEAR(sum, 0.5, 0.02);
    EXPECT_NEAR(squares, 0.125, 0.005);
}

} // namespace
} // namespace regnet
