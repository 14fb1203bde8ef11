// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/share_bars.h"

#include "core/network/published.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

TEST(SharesPlot, StacksThePartsFromTheStemToTheHeadUpToAHundredPercent)
{
    const Explanation network = explain(publishedModel("RegNetX-200MF").spec);
    const Plot plot = sharesPlot(network);
    ASSERT_EQ(plot.series.size(), 7U); // stem, four stages, head; the labels
    std::array<double, 3> top{};
    std::vector<std::string> names;
    for (const PlotSeries& series : plot.series) {
        if (series.kind != PlotSeries::Kind::Bars) continue;
        names.push_back(series.name.toStdString());
        for (std::size_t row = 0; row < top.size(); ++row) {
            EXPECT_DOUBLE_EQ(series.low[row], top[row]);
            top[row] = series.y[row];
        }
    }
    EXPECT_THAT(names, testing::ElementsAre("stem", "stage 1", "stage 2", "stage 3", "stage 4", "head"));
    EXPECT_THAT(top, testing::Each(testing::DoubleNear(100, 1e-9)));
    // The head: 368 * 1000 + 1000 of 2,684,792 parameters.
    const PlotSeries& head = plot.series[5];
    EXPECT_EQ(head.names[1].toStdString(), "Params 369,000");
    EXPECT_NEAR(head.y[1] - head.low[1], 100 * 369'000.0 / 2'684'792, 1e-9);
}

TEST(SharesPlot, WithoutANetworkThereIsNothingToShow)
{
    NetworkSpec wrong = publishedModel("RegNetX-200MF").spec;
    wrong.regnet->line.w0 = 20;
    EXPECT_TRUE(sharesPlot(explain(wrong)).series.empty());
}

TEST(ShareBars, ExportsWhatItShows)
{
    ShareBars bars;
    EXPECT_TRUE(bars.plot().series.empty());
    const Explanation network = explain(publishedModel("RegNetY-800MF").spec);
    bars.showNetwork(network);
    EXPECT_EQ(tableOf(bars.plot()).rows, tableOf(sharesPlot(network)).rows);
}

} // namespace
} // namespace regnet
