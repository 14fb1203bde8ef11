// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/plain_name.h"

#include <gtest/gtest.h>

#include <string>

namespace regnet {
namespace {

TEST(PlainName, LettersAndDigitsLeadNowhere)
{
    for (const char* name : {"a", "3f2a", "job_7", "A-b", "_"})
        EXPECT_TRUE(isPlainName(name)) << name;
}

TEST(PlainName, WhatCouldBeAPathAnOptionOrUnreadableIsNone)
{
    for (const char* name :
         {"", ".", "..", "a/b", "/etc", "a\\b", "-rf", "a b", "a\n", "a.b", "\xc3\xa4", "~"})
        EXPECT_FALSE(isPlainName(name)) << name;
    EXPECT_FALSE(isPlainName(std::string("a\0b", 3)));
    EXPECT_FALSE(isPlainName(std::string(200, 'a'))) << "longer than file systems take, with what we add";
}

} // namespace
} // namespace regnet
