// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/quantisation_plot.h"

#include "core/network/published.h"
#include "tests/widgets/golden_image.h"
#include "widgets/appearance.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace regnet {
namespace {

Explanation published(const char* name)
{
    return explain(publishedModel(name).spec);
}

const PlotSeries& seriesOf(const Plot& plot, PlotSeries::Kind kind)
{
    return *std::find_if(plot.series.begin(), plot.series.end(),
                         [kind](const PlotSeries& s) { return s.kind == kind; });
}

TEST(QuantisationPlot, ShowsTheBuiltWidthsTheLineTheLevelsAndTheStageStarts)
{
    const Plot plot = quantisationPlot(published("RegNetX-200MF"), {}); // d 13, w0 24, wa 36.44, wm 2.49
    EXPECT_THAT(seriesOf(plot, PlotSeries::Kind::Centred).y,
                testing::ElementsAre(24, 56, 152, 152, 152, 152, 368, 368, 368, 368, 368, 368, 368));
    EXPECT_THAT(seriesOf(plot, PlotSeries::Kind::Upright).x, testing::ElementsAre(0.5, 1.5, 5.5));
    const PlotSeries& line = seriesOf(plot, PlotSeries::Kind::Line);
    ASSERT_EQ(line.y.size(), 13U);
    EXPECT_DOUBLE_EQ(line.y[0], 24);
    EXPECT_NEAR(line.y[12], 24 + 12 * 36.44, 1);
    const PlotSeries& levels = seriesOf(plot, PlotSeries::Kind::Level);
    ASSERT_EQ(levels.y.size(), 4U);
    EXPECT_DOUBLE_EQ(levels.y[0], 24);
    EXPECT_EQ(plot.y.scale, PlotAxis::Scale::Log2);
}

TEST(QuantisationPlot, ItsTableHoldsDataAndNoDrawingAids)
{
    const PlotTable table = tableOf(quantisationPlot(published("RegNetX-200MF"), {}));
    std::map<QString, std::vector<QStringList>> rows;
    for (const QStringList& row : table.rows)
        rows[row.front()].push_back(row);
    EXPECT_EQ(table.columns.size(), 3);
    ASSERT_EQ(rows.size(), 4U); // the network, its line, levels and starts of stages
    ASSERT_EQ(rows[QStringLiteral("RegNetX-200MF")].size(), 13U);
    EXPECT_EQ(rows[QStringLiteral("RegNetX-200MF")][2], (QStringList{"RegNetX-200MF", "2", "152"}));
    EXPECT_EQ(rows[QStringLiteral("level w0·wm^k")].front(), (QStringList{"level w0·wm^k", "", "24"}));
    EXPECT_EQ(rows[QStringLiteral("stage start")].front(), (QStringList{"stage start", "0.5", ""}));
}

TEST(QuantisationPlot, PinsLieUnderTheNetworkInTheirOwnColours)
{
    const Plot plot =
        quantisationPlot(published("RegNetX-200MF"), {{QStringLiteral("big"), 3, published("RegNetX-32GF")}});
    std::vector<int> slots_;
    for (const PlotSeries& series : plot.series)
        if (series.kind == PlotSeries::Kind::Centred) slots_.push_back(series.slot);
    EXPECT_THAT(slots_, testing::ElementsAre(3, 0));
    EXPECT_DOUBLE_EQ(*plot.x.high, 23 - 0.5); // room for the longer of both
}

TEST(QuantisationPlot, ABlockTellsHowItsWidthCameAbout)
{
    const QString card = derivationText(published("RegNetX-400MF"), 0);
    for (const char* part :
         {"Block 0", "stage 1", "24.0", "0.000", "width 24 → 32: 24 is no multiple of g = 16"})
        EXPECT_TRUE(card.contains(QString::fromUtf8(part))) << part;
    EXPECT_TRUE(derivationText(published("RegNetX-400MF"), 22).isEmpty());
    EXPECT_TRUE(derivationText(published("RegNetX-400MF"), -1).isEmpty());
}

TEST(QuantisationPlot, NoNetworkIsAnEmptyPlot)
{
    NetworkSpec wrong = publishedModel("RegNetX-400MF").spec;
    wrong.regnet->line.w0 = 20;
    EXPECT_TRUE(quantisationPlot(explain(wrong), {}).series.empty());
}

struct Look
{
    bool isDark;
    int scale;
};

class QuantisationPicture : public testing::TestWithParam<Look>
{
};

TEST_P(QuantisationPicture, IsTheGoldenOne)
{
    const auto [isDark, scale] = GetParam();
    QuantisationPlot plot;
    plot.setFont(test::goldenFont());
    plot.setPalette(paletteOf(isDark ? Theme::dark() : Theme::light()));
    plot.setTheme(isDark ? Theme::dark() : Theme::light());
    plot.setAttribute(Qt::WA_DontShowOnScreen);
    plot.resize(480, 320);
    plot.show();
    plot.showNetwork(published("RegNetX-400MF"));
    plot.showPins({{QStringLiteral("RegNetX-200MF"), 1, published("RegNetX-200MF")}});
    const QImage picture = plot.picture(scale);
    EXPECT_EQ(picture.size(), QSize(480, 320) * scale);
    EXPECT_TRUE(
        test::matchesGolden(picture, QStringLiteral("quantisation_%1_%2x")
                                         .arg(isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                                         .arg(scale)));
}

INSTANTIATE_TEST_SUITE_P(Looks, QuantisationPicture,
                         testing::Values(Look{false, 1}, Look{false, 2}, Look{true, 1}, Look{true, 2}),
                         [](const auto& row) {
                             return std::string(row.param.isDark ? "Dark" : "Light") +
                                    std::to_string(row.param.scale);
                         });

} // namespace
} // namespace regnet
