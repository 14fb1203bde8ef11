// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/golden_image.h"

namespace regnet::test {
namespace {

QImage filled(int width, int height, QRgb colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

TEST(GoldenImage, CountsPixelsThatAreFartherAwayThanTheTolerance)
{
    const QImage golden = filled(10, 10, qRgb(100, 100, 100));
    QImage actual = golden;
    actual.setPixel(0, 0, qRgb(140, 100, 100)); // within 48
    actual.setPixel(1, 0, qRgb(100, 160, 100)); // beyond
    actual.setPixel(2, 0, qRgb(0, 0, 0));       // beyond
    QImage difference;
    EXPECT_DOUBLE_EQ(shareOfDifferentPixels(actual, golden, 48, difference), 0.02);
    EXPECT_EQ(difference.pixel(1, 0), qRgb(255, 0, 0));
    EXPECT_NE(difference.pixel(0, 0), qRgb(255, 0, 0));
}

TEST(GoldenImage, AnotherSizeIsAnotherPicture)
{
    QImage difference;
    EXPECT_DOUBLE_EQ(shareOfDifferentPixels(filled(10, 10, 0), filled(10, 11, 0), 48, difference), 1);
}

TEST(GoldenImage, AMissingGoldenPictureFailsAndSaysHowToAcceptIt)
{
    if (qEnvironmentVariableIntValue("REGNET_ACCEPT_GOLDEN") == 1)
        GTEST_SKIP() << "pictures are being accepted";
    const testing::AssertionResult result = matchesGolden(filled(4, 4, 0), QStringLiteral("no_such_picture"));
    EXPECT_FALSE(result);
    EXPECT_NE(std::string(result.message()).find("REGNET_ACCEPT_GOLDEN=1"), std::string::npos);
}

} // namespace
} // namespace regnet::test
