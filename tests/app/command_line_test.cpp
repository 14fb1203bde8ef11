// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(CommandLine, AnUnknownCommandIsBadInput)
{
    const ProgramResult result = runProgram("regnet", {"frobnicate"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, testing::HasSubstr("frobnicate"));
}

} // namespace
} // namespace regnet
