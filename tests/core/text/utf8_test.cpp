// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace regnet {
namespace {

struct Row
{
    const char* why;
    std::string text;
    std::optional<std::size_t> place;
};

class Utf8 : public testing::TestWithParam<Row>
{
};

TEST_P(Utf8, NamesTheFirstByteThatIsNone)
{
    EXPECT_EQ(firstNotUtf8(GetParam().text), GetParam().place) << GetParam().why;
}

TEST(Utf8Text, HasAMarkForEachByteThatIsNone)
{
    EXPECT_EQ(asUtf8("gr\xFCn, cut \xE2\x82"), "gr\uFFFDn, cut \uFFFD\uFFFD");
    EXPECT_EQ(asUtf8("grün"), "grün");
    EXPECT_EQ(asUtf8(""), "");
}

TEST(Utf8Text, IsCutBetweenCharacters)
{
    EXPECT_EQ(shortened("12345678", 8), "12345678");
    EXPECT_EQ(shortened("123456789", 8), "12345…");
    EXPECT_EQ(shortened("1234ü6789", 8), "1234…"); // the cut would be inside of ü
    EXPECT_EQ(shortened("1😀6789abc", 8), "1😀…");
    EXPECT_EQ(shortened(std::string(20, '\x80'), 8).size(), 5U);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Utf8,
    testing::Values(Row{"nothing", "", {}}, Row{"ASCII with a zero byte", std::string("a\0b", 3), {}},
                    Row{"two, three and four bytes", "ü € 😀", {}}, Row{"Latin-1", "gr\xFC\x6E", 2},
                    Row{"a lonely continuation", "a\x80", 1}, Row{"cut off", "a\xE2\x82", 1},
                    Row{"an overlong slash", "\xC0\xAF", 0}, Row{"a surrogate", "\xED\xA0\x80", 0},
                    Row{"a first byte that no character has", "\xF8\x90\x80\x80", 0},
                    Row{"beyond U+10FFFF", "\xF4\x90\x80\x80", 0},
                    Row{"UTF-16",
                        "\xFF\xFE"
                        "a",
                        0}));

} // namespace
} // namespace regnet
