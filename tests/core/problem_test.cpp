// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"

#include "tests/problem_of.h"

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

TEST(Problem, GetsTheFileThatItsFieldsStandIn)
{
    const auto inFile = [](const std::string& where) {
        return problemOf([&] { within("a.json", [&] { throwBadInput(where, "is 3", "2"); }); });
    };
    EXPECT_EQ(inFile("stem.width"), "a.json, stem.width: is 3; expected 2");
    EXPECT_EQ(inFile(""), "a.json: is 3; expected 2");
    EXPECT_EQ(inFile("a.json:7, stem.width"), "a.json:7, stem.width: is 3; expected 2");
    EXPECT_EQ(inFile("a.json, stem.width"), "a.json, stem.width: is 3; expected 2");
    EXPECT_EQ(inFile("a.json"), "a.json: is 3; expected 2");
    EXPECT_EQ(inFile("a.jsonl"), "a.json, a.jsonl: is 3; expected 2");
    EXPECT_EQ(within("a.json", [] { return 7; }), 7);
}

TEST(Problem, OfALongNameOrListIsStillASentence)
{
    std::string names = "one of a";
    for (int i = 0; i < 20'000; ++i)
        names += ", column" + std::to_string(i);
    const Error error({ProblemKind::BadInput, std::string(100'000, 'A'), std::string(100'000, 'B'), names});
    EXPECT_LT(std::string(error.what()).size(), 4000U);
    EXPECT_TRUE(error.problem().where.ends_with("A…"));
    EXPECT_TRUE(error.problem().wrong.ends_with("B…"));
    EXPECT_TRUE(error.problem().right.starts_with("one of a, column0, "));
    EXPECT_TRUE(error.problem().right.ends_with(", …"));
    EXPECT_EQ(Error(error.problem()).problem(), error.problem());
}

} // namespace
} // namespace regnet
