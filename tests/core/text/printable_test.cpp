// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printable.h"

#include <gtest/gtest.h>

#include <string>

namespace regnet {
namespace {

struct Row
{
    const char* why;
    std::string text;
    std::string shown;
};

class Printable : public testing::TestWithParam<Row>
{
};

TEST_P(Printable, ShowsWhatATerminalWouldObey)
{
    EXPECT_EQ(printable(GetParam().text), GetParam().shown) << GetParam().why;
    EXPECT_EQ(isPrintable(GetParam().text), GetParam().text == GetParam().shown) << GetParam().why;
}

TEST(PrintableLines, KeepTheirBreaksAndTabs)
{
    EXPECT_EQ(printableLines("one\n\ttwo\x1b[2J\n"), "one\n\ttwo\\x1b[2J\n");
    EXPECT_EQ(printableLines("a return\r\n"), "a return\\x0d\n");
    EXPECT_EQ(printableLines(""), "");
}

INSTANTIATE_TEST_SUITE_P(
    Table, Printable,
    testing::Values(Row{"nothing", "", ""}, Row{"a name", "RegNetX-200MF, grün €😀", "RegNetX-200MF, grün €😀"},
                    Row{"a backslash means itself", "C:\\x", "C:\\x"},
                    Row{"a colour", "\x1b[31mred", "\\x1b[31mred"},
                    Row{"a title of the window", "\x1b]0;mine\x07", "\\x1b]0;mine\\x07"},
                    Row{"a second line and a tab", "a\nb\tc\r", "a\\x0ab\\x09c\\x0d"},
                    Row{"a zero byte", std::string("a\0b", 3), "a\\x00b"}, Row{"delete", "a\x7f", "a\\x7f"},
                    Row{"CSI in one character, as UTF-8", "\u009b31m", "\\u009b31m"},
                    Row{"CSI in one byte",
                        "\x9b"
                        "31m",
                        "\\x9b31m"},
                    Row{"the first one that is no control", "\u00a0", "\u00a0"},
                    Row{"Latin-1", "gr\xfcn", "gr\\xfcn"}, Row{"cut off", "a\xe2\x82", "a\\xe2\\x82"},
                    Row{"separators of lines", "a\u2028b\u2029", "a\\u2028b\\u2029"},
                    Row{"text turned around", "\u202egpj.exe\u2066\u200f\u061c",
                        "\\u202egpj.exe\\u2066\\u200f\\u061c"},
                    Row{"joiners belong to scripts and emoji", "a\u200db\u200c", "a\u200db\u200c"}));

TEST(Printable, TheBeginningOfATextHasWholeCharacters)
{
    EXPECT_EQ(printable("abcdef", 3), "abc");
    EXPECT_EQ(printable("ab\xC3\xA4", 3), "ab") << "half of a letter is none";
    EXPECT_EQ(printable("ab\xC3\xA4", 4), "ab\xC3\xA4");
    EXPECT_EQ(printable("a\xFF", 9), "a\\xff");
}

} // namespace
} // namespace regnet
