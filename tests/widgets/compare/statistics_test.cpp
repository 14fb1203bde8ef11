// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/statistics.h"

#include "widgets/figures/figure_call.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

FigureCall callOf(const QStringList& sources)
{
    FigureCall call(QStringLiteral("edf"));
    call.setSources(sources);
    call.set(QStringLiteral("where"), QStringLiteral("depth=12:28"));
    return call;
}

TEST(StatisticsCommand, ComparesSeveralAndDescribesOne)
{
    const QString one = QStringLiteral("paper:fig9-left/RegNetX"), two = QStringLiteral("my runs.csv");
    EXPECT_EQ(statisticsCommand(callOf({one, two}), 2).toStdString(),
              "regnet compare paper:fig9-left/RegNetX 'my runs.csv' --where depth=12:28");
    EXPECT_EQ(statisticsCommand(callOf({one}), 1).toStdString(),
              "regnet edf paper:fig9-left/RegNetX --where depth=12:28");
}

TEST(StatisticsCommand, BestRangesAreOfOnePopulationAsItIsFiltered)
{
    Population population;
    population.name = "first try";
    population.source = "runs.db";
    EXPECT_EQ(rangesCommand(population, callOf({QStringLiteral("runs.db")})).toStdString(),
              "regnet ranges runs.db --only 'first try' --where depth=12:28 --correlations");
}

} // namespace
} // namespace regnet
