// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/order_plan.h"

#include "core/store/store.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace regnet {
namespace {

TEST(OrderPlan, DrawnNetworksNeedNotBeInTheStore)
{
    const QTemporaryDir folder;
    const std::filesystem::path store = folder.filePath(QStringLiteral("runs.db")).toStdString();
    TrainingOrder earlier;
    earlier.population = "earlier";
    earlier.space = "RegNetX@cpu";
    earlier.n = 1;
    earlier.seed = 77;
    earlier.recipe = builtInRecipes().front().name;
    DataSetMemo dataSets;
    TrainingOrder order = earlier;
    order.population = "drawn";
    order.space.clear();
    const PopulationSpec drawn = samplePopulation("drawn", "RegNetX@cpu", 300, 5);
    EXPECT_EQ(planOf(order, 2, "cpu", store, dataSets, &drawn).budget.seconds, std::nullopt)
        << "nothing was measured yet";
    {
        Store writer(store, "test");
        writer.add(populationOf(earlier, {}));
        const auto job = writer.claim("cpu", 0);
        ASSERT_TRUE(job);
        writer.record(job->id, 1, std::vector<LoggedEvent>{{1, 1000, EpochEvent{1, 0.1, 2, 80, 2, 70, 1.5}}});
    }
    const OrderPlan plan = planOf(order, 2, "cpu", store, dataSets, &drawn);
    ASSERT_TRUE(plan.isPossible());
    EXPECT_EQ(plan.budget.networks, 300);
    EXPECT_EQ(plan.sampled, plannedNetworks);
    ASSERT_TRUE(plan.budget.seconds);
    EXPECT_GT(*plan.budget.seconds, 0);
    const OrderPlan unknown = planOf(order, 2, "cpu", store, dataSets);
    EXPECT_TRUE(unknown.spaceProblem) << "the store has no population of this name";
}

} // namespace
} // namespace regnet
