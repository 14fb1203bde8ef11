// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Population trained(const std::string& name, double resolution)
{
    Population population;
    population.name = name;
    population.recipe = "cpu-tour";
    population.errorKind = "best test error";
    population.members.resize(2);
    for (Member& member : population.members)
        member.properties["resolution"] = resolution;
    return population;
}

TEST(Comparability, AlikeNeedsNoRemark)
{
    const std::vector<Population> two{trained("A", 32), trained("B", 32)};
    EXPECT_THAT(remarksOn(two), IsEmpty());
    EXPECT_TRUE(areComparable(two));
    EXPECT_THAT(remarksOn({}), IsEmpty());
}

TEST(Comparability, ADifferentResolutionIsSaid)
{
    const std::vector<Population> two{trained("A", 32), trained("B", 64)};
    EXPECT_FALSE(areComparable(two));
    EXPECT_THAT(
        remarksOn(two),
        ElementsAre(
            "These populations have different resolutions, so their errors do not compare: 32 | 64."));
}

TEST(Comparability, RecipesAndErrorsAreSaid)
{
    std::vector<Population> two{trained("A", 32), trained("B", 32)};
    two[1].recipe = "cpu-small";
    two[1].errorKind = "last epoch";
    EXPECT_EQ(remarksOn(two).size(), 2u);
}

TEST(Comparability, WithinOnePopulation)
{
    Population mixed = trained("A", 32);
    mixed.members[1].properties["resolution"] = 48;
    mixed.members[0].networkHash = mixed.members[1].networkHash = "abc";
    mixed.members[1].state = Member::State::Pending;
    EXPECT_THAT(remarksOn(std::vector<Population>{mixed}),
                ElementsAre("A mixes resolution: 32 to 48.",
                            "A is provisional: 1 of 2 networks are not trained yet.",
                            "A has 1 networks more than once; each counts as often as drawn."));
}

} // namespace
} // namespace regnet
