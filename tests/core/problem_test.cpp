// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace regnet {
namespace {

TEST(Problem, SaysWhereWhatAndWhatWouldBeRight)
{
    EXPECT_EQ(
        sentence({ProblemKind::BadInput, "sweep.yaml:12, REGNET.W0", "is 20", "a multiple of 8 above 0"}),
        "sweep.yaml:12, REGNET.W0: is 20; expected a multiple of 8 above 0");
    EXPECT_EQ(sentence({ProblemKind::Failed, "", "the disk is full", ""}), "the disk is full");
}

TEST(Problem, AnErrorCarriesItsProblem)
{
    try {
        throwFailed("store.db", "cannot be opened");
    } catch (const Error& error) {
        EXPECT_EQ(error.problem().kind, ProblemKind::Failed);
        EXPECT_STREQ(error.what(), "store.db: cannot be opened");
    }
}

TEST(Problem, IsWhatAnyExceptionTells)
{
    const Problem ours{ProblemKind::BadInput, "a.csv:3", "is no number", "a number"};
    EXPECT_EQ(asProblem(Error(ours), "somewhere else"), ours);
    EXPECT_EQ(asProblem(std::runtime_error("database is locked"), "store.db"),
              (Problem{ProblemKind::Failed, "store.db", "database is locked", {}}));
}

} // namespace
} // namespace regnet
