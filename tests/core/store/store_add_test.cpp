// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class StoreAddTest : public testing::Test
{
protected:
    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
};

TEST_F(StoreAddTest, EqualNetworksAreTrainedOnceAndCountTwice)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(3);
    population.networks.push_back(networkOfDepth(2));
    const Addition addition = store.add(population);
    EXPECT_TRUE(addition.isPopulationNew);
    EXPECT_EQ(addition.networks, 4);
    EXPECT_EQ(addition.distinct, 3);
    EXPECT_EQ(addition.jobsNew, 3);
    EXPECT_EQ(store.jobs().size(), 3u);
    EXPECT_EQ(store.population("small").members.size(), 4u);
}

TEST_F(StoreAddTest, TheSamePopulationAgainChangesNothing)
{
    Store store(file, "test");
    store.add(populationOf(3));
    const std::string before = store.resultsDump();
    const Addition again = store.add(populationOf(3));
    EXPECT_FALSE(again.isPopulationNew);
    EXPECT_EQ(again.jobsNew, 0);
    EXPECT_EQ(again.jobsKnown, 3);
    EXPECT_EQ(store.resultsDump(), before);
}

TEST_F(StoreAddTest, AnotherSeedRecipeOrDataSetIsAnotherJob)
{
    Store store(file, "test");
    store.add(populationOf(1));
    PopulationSpec population = populationOf(1);
    population.training->seed = 2;
    EXPECT_EQ(store.add(population).jobsNew, 1);
    population.training->recipe.epochs = 4;
    EXPECT_EQ(store.add(population).jobsNew, 1);
    population.training->dataSet.seed = 5;
    EXPECT_EQ(store.add(population).jobsNew, 1);
    EXPECT_EQ(store.jobs().size(), 4u);
    EXPECT_EQ(store.add(populationOf(1, "another name")).jobsNew, 0);
}

TEST_F(StoreAddTest, ANameBelongsToItsNetworks)
{
    Store store(file, "test");
    store.add(populationOf(3));
    EXPECT_THAT(problemOf([&] { store.add(populationOf(2)); }),
                HasSubstr("population \"small\" is there already, with other networks"));
}

TEST_F(StoreAddTest, ABadNetworkLeavesTheStoreAsItWas)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(2);
    population.networks.back().stages.front().width = -8;
    EXPECT_THAT(problemOf([&] { store.add(population); }), HasSubstr("population \"small\", network 1"));
    EXPECT_TRUE(store.populations().empty());
    EXPECT_TRUE(store.jobs().empty());
}

TEST_F(StoreAddTest, WeightsThatAreWantedAreWantedOfWhatIsNotDoneYet)
{
    Store store(file, "test");
    PopulationSpec population = populationOf(3);
    store.add(population);
    const ClaimedJob first = *store.claim("cpu", 0);
    store.record(first.id, 1, std::vector<LoggedEvent>{{1, 1000, FinishedEvent{20, 21, 5}}});
    store.end(first, {JobState::Done, {}, 0, 0});
    EXPECT_FALSE(store.jobSpec(jobOfDepth(2)).keepsWeights);
    EXPECT_TRUE(store.wishes().empty());
    population.keepsWeights = true;
    const Addition addition = store.add(population);
    EXPECT_EQ(addition.jobsKnown, 3);
    EXPECT_EQ(addition.weightsGone, 1);
    EXPECT_FALSE(store.jobSpec(jobOfDepth(1)).keepsWeights);
    EXPECT_TRUE(store.jobSpec(jobOfDepth(2)).keepsWeights);
    ASSERT_EQ(store.wishes().size(), 2U);
    EXPECT_TRUE(store.wishes()[0].keepsWeights);
    population.keepsWeights = false;
    store.add(population);
    EXPECT_TRUE(store.jobSpec(jobOfDepth(2)).keepsWeights) << "who did not ask takes nothing away";
}

} // namespace
} // namespace regnet
