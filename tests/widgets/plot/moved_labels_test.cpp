// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/export.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

namespace regnet {
namespace {

/// From above, of the label of a line at 0.9, with another line at `other`.
double placeOfLabel(double other, bool isMovable)
{
    Plot plot;
    plot.x = {.low = 0, .high = 10};
    plot.y = {.low = 0, .high = 1};
    for (const double y : {0.9, other})
        plot.series.push_back({.x = {0, 10}, .y = {y, y}});
    PlotSeries label{.kind = PlotSeries::Kind::Labels, .isInLegend = false, .x = {10}, .y = {0.9}};
    label.names = {QStringLiteral("1 of 501 failed")};
    label.anchor = Qt::AlignRight | Qt::AlignBottom;
    label.isMovable = isMovable;
    plot.series.push_back(label);
    const auto svg = QString::fromUtf8(figureBytes(plot, FigureFormat::Svg, {}));
    static const QRegularExpression place(QStringLiteral("<text[^>]* y=\"([0-9.]+)\"[^>]*>1 of 501 failed<"));
    return place.match(svg).captured(1).toDouble();
}

TEST(MovedLabels, ALabelLeavesTheCurveThatWouldLieUnderIt)
{
    const double usual = placeOfLabel(0.2, false);
    ASSERT_GT(usual, 0);
    EXPECT_EQ(placeOfLabel(0.2, true), usual) << "nothing is in its way";
    EXPECT_EQ(placeOfLabel(0.87, false), usual);
    EXPECT_GT(placeOfLabel(0.87, true), usual) << "below the other line";
}

} // namespace
} // namespace regnet
