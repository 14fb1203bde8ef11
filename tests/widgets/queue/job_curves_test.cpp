// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_curves.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

JobCurve curve(const char* id, std::int64_t done)
{
    JobCurve curve;
    curve.id = id;
    curve.epochs = 10;
    for (std::int64_t epoch = 1; epoch <= done; ++epoch)
        curve.values.push_back(
            {1,
             epoch,
             0,
             {epoch, 0.1, 2, 80.0 - static_cast<double>(epoch), 2, 90.0 - static_cast<double>(epoch), 1}});
    return curve;
}

TEST(JobCurves, OneJobOnTestAndTrainingImages)
{
    const Plot plot = curvesPlot({curve("0123456789", 2)}, 1);
    ASSERT_EQ(plot.series.size(), 2u);
    EXPECT_THAT(plot.series[0].y, testing::ElementsAre(79, 78)) << "training images";
    EXPECT_THAT(plot.series[1].y, testing::ElementsAre(89, 88)) << "test images";
    EXPECT_NE(plot.series[0].slot, plot.series[1].slot);
    EXPECT_NE(plot.series[0].dash, plot.series[1].dash) << "colour is never the only sign";
    EXPECT_EQ(plot.x.high, 10) << "how far it is can be seen";
}

TEST(JobCurves, OneJobShowsAveragedWeightsAndHeldOutImagesToo)
{
    JobCurve one = curve("0123456789", 3);
    for (EpochRecord& epoch : one.values)
        epoch.values.heldOutError = 50;
    one.values.back().values.emaTestError = 40; // as from the epoch on in which averaging began
    const Plot plot = curvesPlot({one}, 1);
    ASSERT_EQ(plot.series.size(), 4u);
    EXPECT_EQ(plot.series[2].name, QStringLiteral("averaged weights, test images"));
    EXPECT_THAT(plot.series[2].x, testing::ElementsAre(3));
    EXPECT_THAT(plot.series[3].y, testing::ElementsAre(50, 50, 50));
    EXPECT_EQ(curvesPlot({one, one}, 2).series.size(), 4u) << "of several jobs only the two of each";
}

TEST(JobCurves, SeveralJobsAreOverlaidAColourEach)
{
    std::vector<JobCurve> curves{curve("aaaaaaaaaa", 3), curve("bbbbbbbbbb", 0), curve("cccccccccc", 1)};
    const Plot plot = curvesPlot(curves, 12);
    ASSERT_EQ(plot.series.size(), 4u) << "the one without an epoch is left out";
    EXPECT_EQ(plot.series[1].name, QStringLiteral("aaaaaaaa"));
    EXPECT_EQ(plot.series[3].slot, 2);
    EXPECT_FALSE(plot.series[2].isInLegend);
    EXPECT_TRUE(plot.caption.startsWith(QStringLiteral("The first 8 of 12 selected jobs.")));
    EXPECT_TRUE(curvesPlot({}, 0).series.empty());
}

} // namespace
} // namespace regnet
