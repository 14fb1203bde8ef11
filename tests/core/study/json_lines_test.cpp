// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/json_lines.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(JsonLines, EveryValueHasItsLine)
{
    const auto lines =
        linesOf("{\n  \"a\": 1,\n  \"b\": [\n    {\"c\": \"x\\\"y\"},\n    {\"c\":\n 2}\n  ]\n}\n");
    EXPECT_EQ(lines.at(""), 1);
    EXPECT_EQ(lines.at("a"), 2);
    EXPECT_EQ(lines.at("b"), 3);
    EXPECT_EQ(lines.at("b[0].c"), 4);
    EXPECT_EQ(lines.at("b[1].c"), 6);
}

TEST(JsonLines, WhatIsNoJsonEnds)
{
    for (const char* text : {"", "{", "[", "{\"a\"", "{a}", "[[[", "\"", "{\"a\": }", "]", "[,]", "\"\\"})
        EXPECT_LE(linesOf(text).size(), 5u) << text;
    EXPECT_GT(linesOf(std::string(100'000, '[')).size(), 10u); // deep, and no overflow of the stack
}

} // namespace
} // namespace regnet
