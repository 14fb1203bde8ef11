// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_plan.h"

#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace regnet {
namespace {

Study study(const std::string& populations)
{
    return studyFromText(R"({"name": "s", "epochs": 10, "base_learning_rate": 0.05, "populations": )" +
                             populations + R"(, "panels": [{"name": "p", "draw": "edf"}]})",
                         "s.json");
}

TEST(StudyPlan, TheCpuScaleShrinksRegimesAndNumbers)
{
    const Study s = study(R"([{"key": "X", "space": "RegNetX", "regime": "400MF", "n": 206},
                              {"key": "X8", "space": "RegNetX", "regime": "800MF", "n": 99, "epochs": 50}])");
    const StudyPlan plan = planOf(s, {});
    ASSERT_EQ(plan.populations.size(), 2u);
    const PlannedPopulation& first = plan.populations[0];
    EXPECT_EQ(first.n, 24);
    EXPECT_EQ(first.name, "RegNetX 400MF cpu n=24");
    EXPECT_EQ(first.space.limits.flops, (CountRange{2'500'000, 3'000'000}));
    EXPECT_EQ(first.recipe.epochs, 6);
    const PlannedPopulation& longer = plan.populations[1];
    EXPECT_EQ(longer.space.limits.flops, (CountRange{5'000'000, 6'000'000}));
    EXPECT_EQ(longer.recipe.epochs, 30); // five times as long, as in the paper
    EXPECT_EQ(longer.name, "RegNetX 800MF cpu n=24 cpu-tour, 30 epochs");
}

TEST(StudyPlan, ThePaperScaleIsThePapers)
{
    const Study s = study(
        R"([{"key": "X", "space": "RegNetX", "regime": "800MF", "n": 99, "epochs": 25, "base_learning_rate": 0.1}])");
    const PlannedPopulation planned = planOf(s, {.scale = "paper"}).populations.at(0);
    EXPECT_EQ(planned.n, 99);
    EXPECT_EQ(planned.space.limits.flops, (CountRange{792'000'000, 808'000'000}));
    EXPECT_EQ(planned.recipe.epochs, 25);
    EXPECT_EQ(planned.recipe.baseLearningRate, 0.1);
    EXPECT_EQ(planned.recipe.weightDecay, 5e-5);
    EXPECT_EQ(planned.recipe.batchSize, 128);
    EXPECT_EQ(planned.dataSet, "imagenet");
}

TEST(StudyPlan, ChoicesOfOnesOwn)
{
    const Study s = study(
        R"([{"key": "A", "space": "AnyNetX_A", "regime": "400MF"}, {"key": "X", "space": "RegNetX", "regime": "400MF", "only": ["paper"]}])");
    const StudyPlan plan = planOf(s, {.n = 3, .recipe = builtInRecipe("cpu-tiny"), .trainingSeed = 7});
    ASSERT_EQ(plan.populations.size(), 1u);
    EXPECT_EQ(plan.populations[0].name, "AnyNetX_A 400MF cpu n=3 cpu-tiny training seed=7");
    EXPECT_THAT(plan.leftOut, testing::ElementsAre("X"));
    EXPECT_THROW(planOf(s, {.scale = "huge"}), Error);
    EXPECT_THROW(planOf(s, {.keys = {"Z"}}), Error);
    EXPECT_THROW(planOf(s, {.n = -1}), Error);
    EXPECT_THROW(planOf(openStudy("fig22"), {}), Error); // it says why it is not trained
}

TEST(StudyPlan, SampledWithItsTraining)
{
    const Study s = study(R"([{"key": "X", "space": "RegNetX", "regime": "400MF"}])");
    const PlannedPopulation planned = planOf(s, {.n = 4}).populations.at(0);
    const PopulationSpec population = sampled(planned);
    EXPECT_EQ(population.networks.size(), 4u);
    EXPECT_EQ(population.name, planned.name);
    EXPECT_EQ(population.training->recipe.name, "cpu-tour");
    EXPECT_EQ(population.training->dataSet.resolution, 32);
}

TEST(StudyPlan, EqualPopulationsHaveOneName)
{
    const auto nameIn = [](const char* figure) {
        return planOf(openStudy(figure), {.keys = {"AnyNetX_A"}}).populations.at(0).name;
    };
    EXPECT_EQ(nameIn("fig2"), nameIn("fig9"));
}

// Every space and regime of every study is known, at every scale.
TEST(StudyPlan, AllStudiesCanBePlanned)
{
    for (const Study& each : builtInStudies()) {
        if (!each.cannotRun.empty()) continue;
        for (const StudyScale& scale : each.scales) {
            const StudyPlan plan = planOf(each, {.scale = scale.name});
            EXPECT_EQ(plan.populations.size() + plan.leftOut.size(), each.populations.size()) << each.name;
        }
    }
}

// What the CPU scale asks for exists: each space has networks within the window of its regime.
TEST(StudyPlan, TheCpuScaleCanBeSampled)
{
    std::set<std::string> tried;
    for (const Study& each : builtInStudies()) {
        if (!each.cannotRun.empty()) continue;
        for (const PlannedPopulation& planned : planOf(each, {.n = 1}).populations)
            if (tried.insert(planned.name).second) {
                EXPECT_NO_THROW(sampled(planned)) << each.name << ": " << planned.name;
            }
    }
    EXPECT_GT(tried.size(), 40u);
}

} // namespace
} // namespace regnet
