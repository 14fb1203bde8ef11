// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/xml_text.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(XmlText, HasAMarkForWhatXmlDoesNotHave)
{
    EXPECT_EQ(xmlText("a\x1B[31m\x01"), "a\uFFFD[31m\uFFFD");
    EXPECT_EQ(xmlText(std::string_view("zero\0byte", 9)), "zero\uFFFDbyte");
    EXPECT_EQ(xmlText("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
    EXPECT_EQ(xmlText("gr\xFCn"), "gr\uFFFDn");
}

TEST(XmlText, LeavesEverythingElseAsItIs)
{
    for (const char* text : {"", "tab\tline\nreturn\r", "<b>grün</b> € 😀", "\x7F", "\uFFFD"})
        EXPECT_EQ(xmlText(text), text);
}

} // namespace
} // namespace regnet
