// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/decode_image.h"

#include "core/problem.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

std::string picture(const std::string& name)
{
    return readWhole(REGNET_TEST_DATA "/images/" + name);
}

std::array<int, 3> colourAt(const DecodedImage& image, std::int64_t x, std::int64_t y)
{
    const auto at = static_cast<std::size_t>((y * image.width + x) * 3);
    return {image.rgb[at], image.rgb[at + 1], image.rgb[at + 2]};
}

void expectNear(const std::array<int, 3>& colour, const std::array<int, 3>& expected, int tolerance)
{
    for (std::size_t c = 0; c < 3; ++c)
        EXPECT_NEAR(colour[c], expected[c], tolerance) << "channel " << c;
}

TEST(DecodeImage, ReadsEveryKind)
{
    struct Row
    {
        const char* file;
        int tolerance;
    };
    // JPEG loses something, CMYK without a profile more.
    for (const Row& row : {Row{"colour.png", 0}, Row{"sixteen.png", 0}, Row{"palette.png", 0},
                           Row{"colour.jpg", 4}, Row{"progressive.jpg", 4}, Row{"cmyk.jpg", 8}}) {
        SCOPED_TRACE(row.file);
        const DecodedImage image = decodeImage(picture(row.file), row.file);
        EXPECT_EQ(image.width, 24);
        EXPECT_EQ(image.height, 16);
        expectNear(colourAt(image, 2, 8), {200, 40, 20}, row.tolerance);
        expectNear(colourAt(image, 21, 8), {20, 60, 220}, row.tolerance);
    }
    for (const char* file : {"grey.png", "grey.jpg"}) {
        const DecodedImage image = decodeImage(picture(file), file);
        const auto [r, g, b] = colourAt(image, 2, 8);
        EXPECT_EQ(r, g) << file;
        EXPECT_EQ(g, b) << file;
        EXPECT_NE(r, colourAt(image, 21, 8)[0]) << file;
    }
}

TEST(DecodeImage, WhatIsTransparentShowsWhite)
{
    const DecodedImage image = decodeImage(picture("transparent.png"), "");
    expectNear(colourAt(image, 2, 8), {200, 40, 20}, 0);
    expectNear(colourAt(image, 21, 8), {255, 255, 255}, 0);
}

TEST(DecodeImage, WhatIsCutOffIsRefused)
{
    for (const char* file : {"colour.png", "sixteen.png", "colour.jpg", "progressive.jpg", "cmyk.jpg"}) {
        const std::string whole = picture(file);
        // A JPEG whose end mark alone is missing has all of its image.
        for (std::size_t length = 0; length + 20 < whole.size(); length += 7)
            EXPECT_THROW(decodeImage(whole.substr(0, length), file), Error) << file << ", " << length;
    }
    EXPECT_THAT([] { decodeImage("GIF89a", "a.jpg"); },
                ThrowsMessage<Error>("a.jpg: is neither JPEG nor PNG"));
    EXPECT_THAT([] { decodeImage(picture("colour.jpg").substr(0, 300), "a.jpg"); },
                ThrowsMessage<Error>(HasSubstr("a.jpg: is a damaged JPEG: ")));
    EXPECT_THAT([] { decodeImage(picture("colour.png").substr(0, 60), "a.png"); },
                ThrowsMessage<Error>(HasSubstr("a.png: is a damaged PNG: ")));
}

std::string bigEndian(std::uint32_t value)
{
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

TEST(DecodeImage, AFewBytesThatAskForTooMuchAreRefused)
{
    std::string png = picture("colour.png");
    png.replace(16, 8, bigEndian(30'001) + bigEndian(1));
    png.replace(
        29, 4,
        bigEndian(static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(png.data()) + 12, 17))));
    EXPECT_THAT(
        [&] { decodeImage(png, "a.png"); },
        ThrowsMessage<Error>("a.png: has 30001 x 1 pixels; expected 1 to 30000 a side and 100000000 in "
                             "all at most"));
    std::string jpeg = picture("colour.jpg");
    const auto frame = jpeg.find("\xff\xc0");
    ASSERT_NE(frame, std::string::npos);
    jpeg.replace(frame + 5, 4, std::string("\x4e\x20\x4e\x20", 4)); // 20,000 x 20,000
    EXPECT_THAT([&] { decodeImage(jpeg, "a.jpg"); },
                ThrowsMessage<Error>(HasSubstr("has 20000 x 20000 pixels")));
}

DecodedImage ramp(std::int64_t width, std::int64_t height)
{
    DecodedImage image{width, height, {}};
    for (std::int64_t y = 0; y < height; ++y)
        for (std::int64_t x = 0; x < width; ++x)
            for (const std::int64_t value : {x, y, std::int64_t{77}})
                image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

TEST(Squared, TakesTheMiddle)
{
    const std::vector<std::uint8_t> square = squared(ramp(8, 4), 4); // columns 2 .. 5
    EXPECT_THAT(std::vector<int>(square.begin(), square.begin() + 4), ElementsAre(2, 3, 4, 5));
    EXPECT_EQ(square[16 + 4], 1) << "green: row 1";
    EXPECT_EQ(square[47], 77);
}

TEST(Squared, SmallerIsTheMeanAndLargerIsBetween)
{
    const std::vector<std::uint8_t> half = squared(ramp(64, 64), 32);
    for (std::size_t x = 1; x < 31; ++x)
        EXPECT_NEAR(half[x], 2.0 * static_cast<double>(x) + 0.5, 0.51);
    EXPECT_EQ(half[2 * 32 * 32 + 500], 77) << "a plain colour stays what it is";
    const std::vector<std::uint8_t> same = squared(ramp(5, 5), 5);
    EXPECT_THAT(std::vector<int>(same.begin(), same.begin() + 5), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(squared(ramp(1, 300), 2), ElementsAre(0, 0, 0, 0, 149, 149, 149, 149, 77, 77, 77, 77));
}

} // namespace
} // namespace regnet
