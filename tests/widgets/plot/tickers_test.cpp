// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tickers.h"

#include <QFontMetricsF>

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

std::string labelsOn(double pixels, const PlotAxis& axis, const QCPRange& range,
                     Qt::Orientation orientation = Qt::Horizontal)
{
    PlotTicker ticker(axis);
    ticker.setTickCount(2);
    ticker.setLabelRoom(pixels, QFont(), orientation);
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.generate(range, QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
    return QStringList(labels.begin(), labels.end()).join(QLatin1Char('|')).toStdString();
}

TEST(PlotTicker, LabelsThatWouldRunIntoEachOtherAreLeftOut)
{
    PlotAxis axis;
    axis.numbers = PlotAxis::Numbers::Readable;
    axis.scale = PlotAxis::Scale::Log10;
    const QCPRange range(1e8, 1e10);
    EXPECT_EQ(labelsOn(1000, axis, range), "100 M|1 G|10 G");
    const double narrow = 1.5 * QFontMetricsF(QFont()).horizontalAdvance(QStringLiteral("100 M"));
    EXPECT_EQ(labelsOn(narrow, axis, range), "100 M||10 G");
    EXPECT_EQ(labelsOn(0, axis, range), "100 M|1 G|10 G"); // nobody said how much room there is
}

TEST(PlotTicker, LabelsOneAboveTheOtherAreLeftOutToo)
{
    PlotAxis axis;
    axis.numbers = PlotAxis::Numbers::Readable;
    axis.scale = PlotAxis::Scale::Log10;
    const QCPRange range(1e8, 1e10);
    const double line = QFontMetricsF(QFont()).ascent();
    EXPECT_EQ(labelsOn(2.1 * line, axis, range, Qt::Vertical), "100 M|1 G|10 G");
    EXPECT_EQ(labelsOn(1.5 * line, axis, range, Qt::Vertical), "100 M||10 G") << "a plot as low as two lines";
}

} // namespace
} // namespace regnet
