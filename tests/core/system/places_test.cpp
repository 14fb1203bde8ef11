// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/places.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace regnet {
namespace {

TEST(Places, TheDataFolderFollowsTheXdgRules)
{
    setenv("HOME", "/home/ada", 1);
    unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(defaultStore(), "/home/ada/.local/share/regnet-explorer/regnet.db");
    setenv("XDG_DATA_HOME", "/data/ada", 1);
    EXPECT_EQ(defaultStore(), "/data/ada/regnet-explorer/regnet.db");
    setenv("XDG_DATA_HOME", "relative/path", 1);
    EXPECT_EQ(dataFolder(), "/home/ada/.local/share/regnet-explorer") << "a relative path is to be ignored";
}

TEST(Places, TheProgramFolderHoldsThisProgram)
{
    EXPECT_TRUE(std::filesystem::exists(programFolder() / "core_tests"));
}

} // namespace
} // namespace regnet
