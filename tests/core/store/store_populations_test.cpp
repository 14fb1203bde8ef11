// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class StorePopulations : public testing::Test
{
protected:
    TemporaryFolder folder;
    Store store{folder / "runs.db", "test"};
};

TEST_F(StorePopulations, AnotherNameChangesNothingElse)
{
    store.add(populationOf(3));
    const std::int64_t id = store.populations()[0].id;
    store.rename("small", "depths 1 to 3");
    ASSERT_EQ(store.populations().size(), 1u);
    EXPECT_EQ(store.populations()[0].id, id);
    EXPECT_EQ(store.populations()[0].name, "depths 1 to 3");
    EXPECT_EQ(store.population("depths 1 to 3").members.size(), 3u);
    EXPECT_EQ(store.jobCount({{}, "depths 1 to 3", {}}), 3);
    EXPECT_THAT(problemOf([&] { store.population("small"); }), HasSubstr("has no population \"small\""));
    EXPECT_TRUE(store.add(populationOf(2)).isPopulationNew) << "the former name is free";
}

TEST_F(StorePopulations, ANameIsRefusedInOneSentence)
{
    store.add(populationOf(2));
    store.add(populationOf(3, "other"));
    const std::string before = store.resultsDump();
    const auto problem = [&](const char* from, const char* to) {
        return problemOf([&] { store.rename(from, to); });
    };
    EXPECT_EQ(problem("small", ""), "the new name: is empty");
    EXPECT_EQ(problem("small", " \t"), "the new name: is empty");
    EXPECT_EQ(problem("small", "\xFF"), "the new name: is not UTF-8");
    EXPECT_EQ(problem("small", "other"), "the new name: is \"other\", which another population of the store "
                                         "has; expected a name that is not taken");
    EXPECT_THAT(problem("smal", "new"), HasSubstr("has no population \"smal\"; expected one of small, other"));
    EXPECT_EQ(problem("small", "small"), "no problem") << "it has that name already";
    EXPECT_EQ(store.resultsDump(), before);
}

} // namespace
} // namespace regnet
