// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/clip.h"

#include <gmock/gmock.h>

#include <cmath>

namespace regnet {
namespace {

const QRectF unitBox(0, 0, 1, 1);

TEST(Clip, ALineThroughTheBoxIsCutAtBothSides)
{
    const std::vector<QPointF> line{{-1, 0.5}, {2, 0.5}};
    EXPECT_THAT(clipped(line, unitBox), testing::ElementsAre(QPointF(0, 0.5), QPointF(1, 0.5)));
}

TEST(Clip, ALineThatLeavesAndComesBackHasAGap)
{
    const std::vector<QPointF> line{{0.25, 0.5}, {0.25, 2}, {0.75, 2}, {0.75, 0.5}};
    const std::vector<QPointF> result = clipped(line, unitBox);
    ASSERT_EQ(result.size(), 5U);
    EXPECT_EQ(result[1], QPointF(0.25, 1));
    EXPECT_TRUE(std::isnan(result[2].y()));
    EXPECT_EQ(result[3], QPointF(0.75, 1));
}

TEST(Clip, OutsideNothingIsLeftAndAGapStaysAGap)
{
    EXPECT_TRUE(clipped(std::vector<QPointF>{{2, 2}, {3, 3}}, unitBox).empty());
    EXPECT_TRUE(clipped(std::vector<QPointF>{{0.1, 0.1}, {NAN, NAN}, {0.9, 0.9}}, unitBox).empty());
    EXPECT_TRUE(clipped({}, unitBox).empty());
}

TEST(Clip, StepsKeepYUntilTheNextXOrChangeHalfWay)
{
    const std::vector<QPointF> points{{0, 1}, {2, 3}};
    EXPECT_THAT(stepCorners(points, false),
                testing::ElementsAre(QPointF(0, 1), QPointF(2, 1), QPointF(2, 3)));
    EXPECT_THAT(stepCorners(points, true),
                testing::ElementsAre(QPointF(0, 1), QPointF(1, 1), QPointF(1, 3), QPointF(2, 3)));
}

} // namespace
} // namespace regnet
