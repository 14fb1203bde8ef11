// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/export.h"

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string drawn(double heightMm, const char* shortTitle)
{
    Plot plot;
    plot.y = {.title = QStringLiteral("cumulative probability"), .shortTitle = QLatin1String(shortTitle)};
    plot.series = {{.x = {0, 1}, .y = {0, 1}}};
    return figureBytes(plot, FigureFormat::Svg, {.widthMm = 120, .heightMm = heightMm, .fontPt = 9})
        .toStdString();
}

TEST(AxisTitles, ALowPlotHasTheShortOneAndNotAPart)
{
    EXPECT_THAT(drawn(120, "cum. prob."), HasSubstr(">cumulative probability<"));
    const std::string low = drawn(38, "cum. prob.");
    EXPECT_THAT(low, HasSubstr(">cum. prob.<"));
    EXPECT_THAT(low, Not(HasSubstr("…")));
}

TEST(AxisTitles, WithoutAShortOneAsMuchAsThereIsRoomForStands)
{
    EXPECT_THAT(drawn(38, ""), HasSubstr("…<"));
}

} // namespace
} // namespace regnet
