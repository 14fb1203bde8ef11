// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/edf_figure.h"

#include "core/format/published_population.h"
#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/golden_image.h"
#include "widgets/plot/export.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace regnet {
namespace {

using test::shown;
using test::withFailures;

const PlotSeries& seriesOf(const Plot& plot, PlotSeries::Kind kind)
{
    return *std::ranges::find_if(plot.series,
                                 [kind](const PlotSeries& series) { return series.kind == kind; });
}

int indexOf(const Plot& plot, PlotSeries::Kind kind)
{
    return static_cast<int>(&seriesOf(plot, kind) - plot.series.data());
}

TEST(EdfFigure, LegendsHaveThePapersPrintedNumbers)
{
    int compared = 0;
    for (const PublishedPanel& panel : publishedPanels())
        for (const PublishedSeries& series : panel.series) {
            if (!series.isEdf || !series.printedMin || !series.printedMean) continue;
            const QString expected = QStringLiteral("%1 (paper) [%2, %3 | %4]")
                                         .arg(QString::fromStdString(series.label))
                                         .arg(series.n)
                                         .arg(*series.printedMin, 0, 'f', 1)
                                         .arg(*series.printedMean, 0, 'f', 1);
            EXPECT_EQ(legendText(publishedPopulations(series.address).front()).toStdString(),
                      expected.toStdString())
                << series.address;
            ++compared;
        }
    EXPECT_GE(compared, 50);
}

TEST(EdfFigure, StepsAreExactAndFailuresStayInTheDenominator)
{
    const EdfFigure figure(shown({withFailures()}), {});
    const PlotSeries& steps = seriesOf(figure.plot(), PlotSeries::Kind::Steps);
    ASSERT_EQ(steps.x.size(), 17U); // the foot of the first riser and 16 networks
    EXPECT_DOUBLE_EQ(steps.x[0], 30);
    EXPECT_DOUBLE_EQ(steps.y[0], 0);
    EXPECT_DOUBLE_EQ(steps.x[1], 30);
    EXPECT_DOUBLE_EQ(steps.y[1], 0.05);
    EXPECT_DOUBLE_EQ(steps.x[16], 52.5);
    EXPECT_DOUBLE_EQ(steps.y[16], 0.8);
    EXPECT_EQ(steps.name.toStdString(), "own [20, 30.0 | 41.3]");
}

TEST(EdfFigure, ThePlateauOfFailuresIsDrawnAndLabelled)
{
    const EdfFigure figure(shown({withFailures()}), {});
    const PlotSeries& plateau = seriesOf(figure.plot(), PlotSeries::Kind::Line);
    EXPECT_THAT(plateau.y, testing::ElementsAre(0.8, 0.8));
    EXPECT_DOUBLE_EQ(plateau.x[0], 52.5);
    EXPECT_DOUBLE_EQ(plateau.x[1], *figure.plot().x.high);
    EXPECT_EQ(seriesOf(figure.plot(), PlotSeries::Kind::Labels).names.at(0).toStdString(), "4 of 20 failed");
    EXPECT_THAT(figure.plot().caption.toStdString(), testing::HasSubstr("Failures count as infinite error"));
}

TEST(EdfFigure, OfSeveralPlateausEachSaysWhoseItIs)
{
    Population other = withFailures();
    other.name = "other";
    other.members.pop_back();
    const EdfFigure figure(shown({withFailures(), other}), {});
    std::string labels;
    for (const PlotSeries& series : figure.plot().series)
        if (series.kind == PlotSeries::Kind::Labels) labels += series.names.at(0).toStdString() + "; ";
    EXPECT_EQ(labels, "own: 4 of 20 failed; other: 3 of 19 failed; ");
}

TEST(EdfFigure, OnlyFailuresGiveAPlateauAtZero)
{
    Population population = withFailures();
    population.members.erase(population.members.begin(), population.members.begin() + 16);
    const EdfFigure figure(shown({population}), {});
    EXPECT_THAT(seriesOf(figure.plot(), PlotSeries::Kind::Line).y, testing::ElementsAre(0, 0));
    EXPECT_EQ(legendText(population).toStdString(), "own [4, – | –]");
}

TEST(EdfFigure, TheBandIsFPlusMinusTheDkwHalfWidthAndEndsAt0And1)
{
    const EdfFigure figure(shown({withFailures()}), {});
    const PlotSeries& band = seriesOf(figure.plot(), PlotSeries::Kind::Band);
    // sqrt(ln(2 / 0.05) / 40) = 0.30368...
    EXPECT_NEAR(band.y[0], 0.05 + 0.303681, 1e-6);
    EXPECT_DOUBLE_EQ(band.low[0], 0);
    EXPECT_NEAR(band.low[15], 0.8 - 0.303681, 1e-6);
    EXPECT_DOUBLE_EQ(band.y[15], 1);
    EdfOptions bare;
    bare.hasBands = false;
    const EdfFigure bareFigure(shown({withFailures()}), bare);
    for (const PlotSeries& series : bareFigure.plot().series)
        EXPECT_NE(series.kind, PlotSeries::Kind::Band);
}

TEST(EdfFigure, AStepLeadsBackToItsNetworkAlthoughThePopulationIsNotSorted)
{
    const auto populations = shown({withFailures()});
    const EdfFigure figure(populations, {});
    PlotHover hover;
    hover.series = indexOf(figure.plot(), PlotSeries::Kind::Steps);
    hover.point = 1;
    EXPECT_EQ(figure.originOf(hover).member->label, "network 15");
    EXPECT_DOUBLE_EQ(figure.originOf(hover).error, 30);
    EXPECT_DOUBLE_EQ(figure.originOf(hover).probability, 0.05);
    hover.point = 0; // the foot of the first riser belongs to the first network
    EXPECT_EQ(figure.originOf(hover).member->label, "network 15");
    hover.point = 16;
    EXPECT_EQ(figure.originOf(hover).member->label, "network 0");
    EXPECT_THAT(figure.card(hover).text.toStdString(),
                testing::HasSubstr("error 52.5 %, F = 0.8<br>network 0"));
    hover.series = indexOf(figure.plot(), PlotSeries::Kind::Line);
    EXPECT_EQ(figure.originOf(hover).member, nullptr);
    EXPECT_THAT(figure.card(hover).text.toStdString(), testing::HasSubstr("stays at F = 0.8"));
    hover.series = -1;
    EXPECT_EQ(figure.originOf(hover).population, nullptr);
}

TEST(EdfFigure, WarnsWhereErrorsMayNotBeCompared)
{
    Population same = withFailures(), otherRecipe = withFailures(), otherError = withFailures();
    same.name = "twin";
    otherRecipe.recipe = "procedural, 50 epochs";
    otherError.errorKind = "last epoch";
    EXPECT_TRUE(comparisonWarnings(shown({withFailures(), same})).isEmpty());
    EXPECT_THAT(comparisonWarnings(shown({withFailures(), otherRecipe})).join(u' ').toStdString(),
                testing::HasSubstr("recipes or data sets differ"));
    EXPECT_THAT(comparisonWarnings(shown({withFailures(), otherError})).join(u' ').toStdString(),
                testing::HasSubstr("best test error; last epoch"));
    const auto mixed = shown({withFailures(), publishedPopulations("paper:fig9-left/RegNetX").front()});
    EXPECT_THAT(comparisonWarnings(mixed).join(u' ').toStdString(), testing::HasSubstr("compare shapes"));
    EXPECT_EQ(EdfFigure(mixed, {}).plot().warnings, comparisonWarnings(mixed));
    auto hidden = mixed;
    hidden[1].isVisible = false;
    EXPECT_TRUE(comparisonWarnings(hidden).isEmpty());
}

TEST(EdfFigure, PublishedCurvesAreDashedAndCitedOwnOnesSolid)
{
    const EdfFigure figure(shown({publishedPopulations("paper:fig9-left/RegNetX").front(), withFailures()}),
                           {});
    std::vector<PlotSeries> steps;
    for (const PlotSeries& series : figure.plot().series)
        if (series.kind == PlotSeries::Kind::Steps) steps.push_back(series);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_NE(steps[0].dash, Qt::SolidLine);
    EXPECT_LT(steps[0].width, steps[1].width);
    EXPECT_EQ(steps[1].dash, Qt::SolidLine);
    EXPECT_FALSE(steps[0].hasPoints);
    EXPECT_TRUE(steps[1].hasPoints);
    EXPECT_THAT(steps[0].tooltip.toStdString(), testing::HasSubstr("Designing Network Design Spaces"));
    EXPECT_THAT(figure.plot().caption.toStdString(), testing::HasSubstr("CVPR 2020, Figure 9 left"));
}

TEST(EdfFigure, AllCurvesOfAKindAreToldApartWithoutColour)
{
    for (const bool isPublished : {true, false}) {
        std::vector<Population> all;
        for (int i = 0; i < Theme::lookCount; ++i) {
            all.push_back(withFailures());
            all.back().name += std::to_string(i);
            all.back().isPublished = isPublished;
        }
        const EdfFigure figure(shown(all), {});
        for (const Palette palette : {Palette::ColourBlindSafe, Palette::Greys})
            EXPECT_EQ(alikeInGrey(figure.plot(), Theme::light(), palette).join(u'\n').toStdString(), "")
                << (isPublished ? "published" : "own");
    }
}

TEST(EdfFigure, ALongCurveHasAFewSymbolsAndAShortOneAllOfIts)
{
    Population many = withFailures();
    const std::vector<Member> once = many.members;
    for (int i = 0; i < 31; ++i)
        many.members.insert(many.members.end(), once.begin(), once.end()); // 512 of 640 have finished
    Population few = withFailures();
    few.members.resize(8);
    const EdfFigure figure(shown({many, few}), {.hasBands = false});
    EXPECT_EQ(figure.plot().series[0].x.size(), 513U);
    EXPECT_EQ(figure.plot().series[0].symbolEvery, 43);
    EXPECT_EQ(figure.plot().series[1].symbolEvery, 1);
}

TEST(EdfFigure, NoPopulationGivesAnEmptyPlot)
{
    EXPECT_TRUE(EdfFigure({}, {}).plot().series.empty());
    EXPECT_TRUE(EdfFigure(shown({Population{}}), {}).plot().warnings.isEmpty());
}

struct Look
{
    const char* name;
    bool isDark;
    double dpi;
};

class EdfPicture : public testing::TestWithParam<Look>
{
};

TEST_P(EdfPicture, LooksAsItDid)
{
    test::goldenFont();
    std::vector<Population> populations = publishedPopulations("paper:fig9-left");
    populations.push_back(withFailures());
    const EdfFigure figure(shown(populations), {});
    FigureOptions options;
    options.isDark = GetParam().isDark;
    EXPECT_TRUE(test::matchesGolden(figureImage(figure.plot(), options, GetParam().dpi),
                                    QLatin1String(GetParam().name)));
}

INSTANTIATE_TEST_SUITE_P(Looks, EdfPicture,
                         testing::Values(Look{"edf_light", false, 96}, Look{"edf_light_2x", false, 192},
                                         Look{"edf_dark", true, 96}, Look{"edf_dark_2x", true, 192}),
                         [](const auto& look) { return std::string(look.param.name); });

} // namespace
} // namespace regnet
