// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/fuzzy.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

std::optional<int> score(const char* typed, const char* text)
{
    return fuzzyScore(QString::fromUtf8(typed), QString::fromUtf8(text));
}

TEST(Fuzzy, NothingTypedFitsEverything)
{
    EXPECT_EQ(score("", "Quit"), 0);
    EXPECT_EQ(score("  ", "Quit"), 0);
}

TEST(Fuzzy, StartsOfTheTextBeatStartsOfWordsBeatInnersBeatScatteredLetters)
{
    EXPECT_GT(score("exp", "Export figure…"), score("exp", "The export"));
    EXPECT_GT(score("exp", "The export"), score("port", "The export"));
    EXPECT_GT(score("port", "The export"), score("txt", "The export"));
}

TEST(Fuzzy, EveryWordHasToFitInAnyOrder)
{
    EXPECT_TRUE(score("fig exp", "Export figure…"));
    EXPECT_FALSE(score("fig import", "Export figure…"));
}

TEST(Fuzzy, InitialsFit)
{
    EXPECT_TRUE(score("tap", "Train a population…"));
    EXPECT_FALSE(score("tapx", "Train a population…"));
    EXPECT_GT(score("tap", "Train a population…"), score("tap", "statistical maps")); // "t..a..p"
}

TEST(Fuzzy, OneLetterHasToBeThere)
{
    EXPECT_FALSE(score("z", "Export"));
    EXPECT_TRUE(score("E", "export"));
}

} // namespace
} // namespace regnet
