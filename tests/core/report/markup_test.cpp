// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/markup.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(Markup, TextMeansItself)
{
    EXPECT_EQ(escaped("<script>alert('x')</script> & \"y\""),
              "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
    EXPECT_EQ(escaped("Größe ≤ 3 中"), "Größe ≤ 3 中");
}

TEST(Markup, WhatIsNoTextBecomesTheReplacementCharacter)
{
    EXPECT_EQ(escaped("a\xFF"), "a\xEF\xBF\xBD");               // no UTF-8
    EXPECT_EQ(escaped("a\xC3"), "a\xEF\xBF\xBD");               // cut short
    EXPECT_EQ(escaped("\xC0\xBC"), "\xEF\xBF\xBD\xEF\xBF\xBD"); // an overlong "<"
    EXPECT_EQ(escaped("\xED\xA0\x80x").substr(9), "x");         // half a surrogate pair
    EXPECT_EQ(escaped(std::string_view("a\0b\x1b", 4)), "a\xEF\xBF\xBD"
                                                        "b\xEF\xBF\xBD");
}

TEST(Markup, ATableHasHeadingsForColumnsAndRows)
{
    HtmlTable table({{"name <b>", false}, {"n"}});
    table.add({"x", "3"});
    const std::string markup = table.markup("told");
    EXPECT_NE(markup.find("<th scope=\"col\">name &lt;b&gt;</th><th scope=\"col\" class=\"n\">n</th>"),
              std::string::npos);
    EXPECT_NE(markup.find("<th scope=\"row\">x</th><td class=\"n\">3</td>"), std::string::npos);
    EXPECT_NE(markup.find("<p class=\"soft\">told</p>"), std::string::npos);
}

TEST(Markup, AColumnOfTextThatSaysNothingIsLeftOut)
{
    HtmlTable table({{"name", false}, {"why", false}, {"n"}});
    table.add({"x", "", ""});
    EXPECT_EQ(table.markup().find("why"), std::string::npos);
    EXPECT_NE(table.markup().find(">n</th>"), std::string::npos);
    table.add({"y", "because", ""});
    EXPECT_NE(table.markup().find("why"), std::string::npos);
}

TEST(Markup, AStackedOneLabelsItsCells)
{
    HtmlTable table({{"claim", false}, {"here & now", false}}, HtmlTable::Narrow::Stacks);
    table.add({"a", "b"});
    EXPECT_NE(table.markup().find("<td data-label=\"here &amp; now\">b</td>"), std::string::npos);
    EXPECT_NE(table.markup().find("<table class=\"stack\">"), std::string::npos);
}

} // namespace
} // namespace regnet
