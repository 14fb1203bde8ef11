// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/training_curves.h"

#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace regnet {
namespace {

using testing::ElementsAre;

class TrainingCurvesTest : public testing::Test
{
protected:
    TrainingCurvesTest()
    {
        Store store(file, "test");
        store.add(populationOf(2));
        const ClaimedJob job = *store.claim("cpu", 0);
        store.record(job.id, 1,
                     std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 70, 1.5}},
                                              {2, 1001, EpochEvent{2, 0.1, 2, 80, 2, 60, 1.5}}});
    }

    TrainingCurves curvesOf(const std::string& address) const
    {
        Population population = StoreReader(file).population("small");
        population.source = file.string() + address;
        return trainingCurves(population);
    }

    TemporaryFolder folder;
    std::filesystem::path file = folder / "runs.db";
};

TEST_F(TrainingCurvesTest, AMemberHasAnErrorAnEpoch)
{
    const TrainingCurves curves = curvesOf("#small");
    EXPECT_THAT(curves.epochs, ElementsAre(1, 2));
    ASSERT_EQ(curves.testErrors.size(), 2U);
    EXPECT_THAT(curves.testErrors[0], ElementsAre(70, 60));
    EXPECT_TRUE(std::isnan(curves.testErrors[1][0])) << "it did not begin";
}

TEST_F(TrainingCurvesTest, TheSameForWhateverErrorThePopulationWasReadWith)
{
    EXPECT_THAT(curvesOf("#small?last").epochs, ElementsAre(1, 2));
    EXPECT_THAT(curvesOf("").epochs, ElementsAre(1, 2));
}

TEST_F(TrainingCurvesTest, WhatComesFromElsewhereHasNone)
{
    Population population;
    population.source = "paper:fig9-left/RegNetX";
    EXPECT_TRUE(trainingCurves(population).epochs.empty());
}

} // namespace
} // namespace regnet
