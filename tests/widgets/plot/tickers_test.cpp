// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tickers.h"

#include <gtest/gtest.h>

namespace regnet {
namespace {

class Ticker : public PlotTicker
{
public:
    using PlotTicker::PlotTicker;
    std::string label(double tick)
    {
        return getTickLabel(tick, QLocale::c(), QLatin1Char('g'), 6).toStdString();
    }
};

TEST(PlotTicker, FractionsOfALogarithmicAxisHaveThreeDigits)
{
    PlotAxis axis;
    axis.numbers = PlotAxis::Numbers::Plain;
    axis.scale = PlotAxis::Scale::Log2;
    Ticker binary(axis);
    EXPECT_EQ(binary.label(0.00390625), "0.00391");
    EXPECT_EQ(binary.label(0.0625), "0.0625");
    EXPECT_EQ(binary.label(1), "1");
    EXPECT_EQ(binary.label(16384), "16384");
    axis.scale = PlotAxis::Scale::Linear;
    EXPECT_EQ(Ticker(axis).label(0.12345), "0.12345");
}

} // namespace
} // namespace regnet
