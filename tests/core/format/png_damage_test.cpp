// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/png_damage.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

using namespace std::string_literals;

/// A grey pixel. IHDR begins at byte 8, IDAT at 33, IEND at 55.
const std::string pixel = "\x89PNG\r\n\x1a\n"
                          "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\0\0\0\0:~\x9bU"
                          "\0\0\0\nIDAT\x78\xda"
                          "ch\0\0\0\x82\0\x81\xda\x45\x08;"
                          "\0\0\0\0IEND\xae"
                          "B`\x82"s;

TEST(PngDamage, AWholeOneHasNone)
{
    EXPECT_EQ(pngDamage(pixel), "");
    EXPECT_EQ(pngDamage(pixel + "more"), "") << "what stands behind its end is no part of it";
}

TEST(PngDamage, AnyByteThatIsAnotherIsNoticed)
{
    for (std::size_t i = 0; i < pixel.size(); ++i) {
        std::string other = pixel;
        other[i] = static_cast<char>(other[i] ^ 1);
        EXPECT_NE(pngDamage(other), "") << i;
    }
    std::string other = pixel;
    other[42] = 'x';
    EXPECT_EQ(pngDamage(other), "is a damaged PNG: the checksum of its part IDAT at byte 33 is wrong");
}

TEST(PngDamage, OneThatIsCutIsNoticed)
{
    for (std::size_t length = 0; length < pixel.size(); ++length)
        EXPECT_NE(pngDamage(pixel.substr(0, length)), "") << length;
    EXPECT_EQ(pngDamage(pixel.substr(0, 50)),
              "is a damaged PNG: it ends after 50 bytes, within the part at byte 33");
    EXPECT_EQ(pngDamage(pixel.substr(0, 55)),
              "is a damaged PNG: it ends after 55 bytes, without its last part");
}

TEST(PngDamage, SomethingElseIsNoPng)
{
    EXPECT_EQ(pngDamage(""), "is no PNG");
    EXPECT_EQ(pngDamage("<svg/>"), "is no PNG");
}

} // namespace
} // namespace regnet
