// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/population_csv.h"

#include "tests/problem_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

std::string problemOf(const std::string& text)
{
    return regnet::problemOf([&] { populationsFromCsv(text, "p.csv", "p"); });
}

TEST(PopulationCsv, RoundTrip)
{
    Population population{"A, \"quoted\"", "x", "best test error", "tiny", false, {}};
    population.members = {
        {Member::State::Finished, 12.5, "=1+1", "abc", {{"depth", 12}, {"flops", 3e9}}},
        {Member::State::Failed, 0, "two\nlines", "", {{"depth", -1}}},
        {Member::State::Pending, 0, "-x", "", {}},
    };
    const std::string text = toCsv(std::span(&population, 1));
    EXPECT_EQ(text, "population,label,state,error,network,error_kind,recipe,depth,flops\r\n"
                    "\"A, \"\"quoted\"\"\",'=1+1,finished,12.5,abc,best test error,tiny,12,3000000000\r\n"
                    "\"A, \"\"quoted\"\"\",\"two\nlines\",failed,,,best test error,tiny,-1,\r\n"
                    "\"A, \"\"quoted\"\"\",'-x,pending,,,best test error,tiny,,\r\n");
    const auto again = populationsFromCsv(text, "p.csv", "p");
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].name, population.name);
    EXPECT_EQ(again[0].recipe, "tiny");
    ASSERT_EQ(again[0].members.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(again[0].members[i].state, population.members[i].state);
        EXPECT_EQ(again[0].members[i].error, population.members[i].error);
        EXPECT_EQ(again[0].members[i].label, population.members[i].label);
        EXPECT_EQ(again[0].members[i].properties, population.members[i].properties);
    }
}

// Excel in some languages takes the full-width signs for the others.
TEST(PopulationCsv, NoTextIsAFormulaInAnyLanguage)
{
    for (const std::string sign : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
        const std::string text = sign + "1+1";
        EXPECT_EQ(csvText(text), "'" + text);
        EXPECT_EQ(populationsFromCsv("label,error\n'" + text + ",1\n", "p.csv", "p")[0].members[0].label,
                  text);
    }
    EXPECT_EQ(csvText("\uFF1A"), "\uFF1A"); // another sign of that block
}

TEST(PopulationCsv, AnyCsvWithAnErrorColumn)
{
    const auto populations = populationsFromCsv("\xEF\xBB\xBF"
                                                "depth,error\n12,30.5\n\n13,\n14,inf\n",
                                                "p.csv", "p");
    ASSERT_EQ(populations.size(), 1u);
    EXPECT_EQ(populations[0].name, "p");
    ASSERT_EQ(populations[0].members.size(), 3u);
    EXPECT_EQ(populations[0].members[0].error, 30.5);
    EXPECT_EQ(populations[0].members[1].state, Member::State::Failed); // no error
    EXPECT_EQ(populations[0].members[2].state, Member::State::Failed);
}

// Taken for one row, the header, it would be a population of no network.
TEST(PopulationCsv, RowsMayEndWithAReturnAlone)
{
    const auto populations = populationsFromCsv("label,error,depth\r\"a\",30.5,12\rb,40,\r", "p.csv", "p");
    ASSERT_EQ(populations[0].members.size(), 2u);
    EXPECT_EQ(populations[0].members[0].label, "a");
    EXPECT_EQ(populations[0].members[1].error, 40);
    EXPECT_EQ(problemOf("error\r1\rx\r"), "p.csv:3, column error: is \"x\"; expected a number");
    EXPECT_EQ(problemOf("error\r1\r\xE9\r"),
              "p.csv:3: holds bytes that are not UTF-8; expected a CSV that was saved as UTF-8");
}

TEST(PopulationCsv, AColumnOfTextsThatIsCalledNameIsTheLabel)
{
    const auto of = [](const std::string& text, const CsvColumns& columns = {}) {
        return populationsFromCsv(text, "p.csv", "p", columns)[0].members[0];
    };
    EXPECT_EQ(of("name,depth,error\na,12,30.5\nb,13,31\n").label, "a");
    EXPECT_EQ(of("Model,err\n=1+1,30.5\n", {{{"error", "err"}}, {}}).label, "=1+1");
    const Member numbered = of("id,error\n7,30.5\n");
    EXPECT_EQ(numbered.label, ""); // numbers are a property, as ever
    EXPECT_EQ(numbered.properties.at("id"), 7);
    EXPECT_EQ(of("label,name,error\na,7,30.5\n").label, "a");
    EXPECT_EQ(of("name,model,error\na,b,30.5\n", {{{"label", "model"}}, {"name"}}).label, "b");
    EXPECT_EQ(of("name,error\na,30.5\n", {{}, {"name"}}).label, "");
}

TEST(PopulationCsv, SeveralPopulationsKeepTheirOrder)
{
    const auto populations = populationsFromCsv("population,error\nB,1\nA,2\nB,3\n", "p.csv", "p");
    ASSERT_EQ(populations.size(), 2u);
    EXPECT_EQ(populations[0].name, "B");
    EXPECT_EQ(populations[0].members.size(), 2u);
}

// The first row's would be said of all, and no warning that the others do not compare.
TEST(PopulationCsv, APopulationHasOneRecipeAndOneKindOfError)
{
    EXPECT_EQ(problemOf("population,error,recipe\na,1,long\nb,2,short\na,3,short\n"),
              "p.csv:4, column recipe: is \"short\"; expected \"long\", as in the rows of this population "
              "before it");
    EXPECT_EQ(problemOf("error,error_kind\n1,best\n2,last\n"),
              "p.csv:3, column error_kind: is \"last\"; expected \"best\", as in the rows of this population "
              "before it");
    EXPECT_EQ(populationsFromCsv("error,recipe\n1,\n2,long\n3,\n", "p.csv", "p")[0].recipe, "long");
}

TEST(PopulationCsv, ProblemsHaveALineAndAColumn)
{
    EXPECT_EQ(problemOf(""), "p.csv: is empty; expected a CSV with a header and a column \"error\"");
    EXPECT_EQ(
        problemOf("a,b\n1,2\n"),
        "p.csv:1: has no column \"error\"; expected a CSV with a header and an error in % for each network");
    EXPECT_EQ(problemOf("error\n1\nx\n"), "p.csv:3, column error: is \"x\"; expected a number");
    EXPECT_EQ(problemOf("error\n101\n"), "p.csv:2, column error: is 101; expected 0 to 100 (%)");
    EXPECT_EQ(problemOf("error,state\n,finished\n"),
              "p.csv:2, column error: is empty; expected 0 to 100 (%)");
    EXPECT_EQ(problemOf("error,state\nnan,finished\n"),
              "p.csv:2, column error: is nan; expected 0 to 100 (%)");
    EXPECT_EQ(problemOf("error,d\n1\n"), "p.csv:2: has 1 cells; expected 2 as in the header");
    EXPECT_EQ(problemOf("error,error\n"), "p.csv:1: has two columns \"error\"");
    EXPECT_EQ(problemOf("error,label\n1,\"x\n"), "p.csv:2: opens a quotation mark that is never closed");
    EXPECT_EQ(problemOf("label,error\nx,1\n\"y\"2,3\n"),
              "p.csv:3: has text behind a closing quotation mark; expected a comma or the end of the row");
    EXPECT_THAT(problemOf("error\n\"1\" \"2\"\n"), testing::HasSubstr("behind a closing quotation mark"));
    EXPECT_THAT(problemOf("error\n\"1\"\r2\n"), testing::HasSubstr("behind a closing quotation mark"));
    EXPECT_EQ(problemOf("error,label\r\n\"1\",\"\"\r\n\"2\",\"a \"\"b\"\"\"\n\"3\",\"c\"\r"), "no problem");
    EXPECT_EQ(problemOf("error,depth\n1,\n2,inf\n"),
              "p.csv:3, column depth: is inf; expected a number, or nothing where it is not known");
    EXPECT_THAT(problemOf("error,depth\n1,NaN\n"), testing::HasSubstr("column depth: is nan"));
    EXPECT_EQ(problemOf("error,state\n1,done\n"),
              "p.csv:2, column state: is \"done\"; expected finished, failed or pending");
}

} // namespace
} // namespace regnet
