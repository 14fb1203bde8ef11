// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/study_figure.h"

#include "core/problem.h"
#include "tests/widgets/golden_image.h"
#include "widgets/figures/panel_figure.h"
#include "widgets/plot/export.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace regnet {
namespace {

StudyFigureQuestion ask(const char* study, const char* panel)
{
    StudyFigureQuestion question;
    question.study = openStudy(study);
    question.panel = panel;
    return question;
}

const PlotSeries* labelled(const Plot& plot, const QString& text)
{
    for (const PlotSeries& series : plot.series)
        if (series.kind == PlotSeries::Kind::Labels &&
            std::ranges::find(series.names, text) != series.names.end())
            return &series;
    return nullptr;
}

TEST(StudyFigure, ATableHasAllItsCells)
{
    const StudyFigure figure = studyFigure(ask("table1", "table"));
    const Plot& plot = figure.plot();
    const PlotSeries* exact = labelled(plot, QStringLiteral("1846757322198614016")); // AnyNetX_A
    const PlotSeries* printed = labelled(plot, QStringLiteral("13194139533312"));    // AnyNetX_D in the paper
    ASSERT_NE(exact, nullptr);
    ASSERT_NE(printed, nullptr);
    EXPECT_EQ(exact->y[0], -1); // first row below the header
    EXPECT_EQ(printed->y[0], -4);
    EXPECT_GT(printed->x[0], exact->x[0]);
    EXPECT_TRUE(exact->anchor & Qt::AlignRight); // a number
    EXPECT_TRUE(labelled(plot, QStringLiteral("RegNetX"))->anchor & Qt::AlignLeft);
}

TEST(StudyFigure, ModelCardsHaveTheWidthsOfEachBlock)
{
    const StudyFigure figure = studyFigure(ask("fig15", "cards"));
    const Plot& plot = figure.plot();
    const auto steps = std::ranges::find_if(plot.series, [](const PlotSeries& series) {
        return series.kind == PlotSeries::Kind::Centred && series.name == QLatin1String("RegNetX-200MF");
    });
    ASSERT_NE(steps, plot.series.end());
    EXPECT_EQ(steps->x.size(), 13U); // its depth
    EXPECT_EQ(steps->names.back(), QStringLiteral("block 12: width 368"));
    PlotHover hover;
    hover.series = static_cast<int>(steps - plot.series.begin());
    hover.point = 0;
    EXPECT_THAT(figure.card(hover).text.toStdString(), testing::HasSubstr("block 0: width 24"));
    EXPECT_NE(labelled(plot, QStringLiteral("RegNetX-200MF\nd 13, g 8, e 31.1 %\nw₀ 24, wₐ 36.44, wₘ 2.49")),
              nullptr);
}

TEST(StudyFigure, WhatHasNothingToDrawSaysSo)
{
    StudyFigureQuestion question = ask("fig9", "left");
    question.source = PanelSource::Own;
    EXPECT_THROW(studyFigure(question), Error);
    question.panel = "top";
    EXPECT_THROW(studyFigure(question), Error);
}

TEST(PanelFigure, LongLinesOfOnesOwnHaveASymbolHereAndThere)
{
    PanelData data;
    PanelSeries own{.label = "mine"};
    for (int i = 0; i < 100; ++i)
        own.points.push_back({static_cast<double>(i), static_cast<double>(i % 7), 0});
    PanelSeries published = own;
    published.isPublished = true;
    data.series = {own, published};
    const PanelFigure figure(data);
    EXPECT_TRUE(figure.plot().series[0].hasPoints);
    EXPECT_EQ(figure.plot().series[0].symbolEvery, 9);
    EXPECT_FALSE(figure.plot().series[1].hasPoints); // dashed
}

TEST(PanelFigure, WithoutAPointThereIsNoSeriesSoThatTheWindowSaysWhatIsMissing)
{
    PanelData data;
    data.xLabel = "flops (B)";
    data.series = {{.label = "all"}, {.label = "best"}};
    EXPECT_TRUE(PanelFigure(data).plot().series.empty());
    data.series.back().points.push_back({1, 2, 0});
    EXPECT_EQ(PanelFigure(data).plot().series.size(), 2U);
}

struct Look
{
    const char* study;
    const char* panel;
};

class PanelPicture : public testing::TestWithParam<Look>
{
};

/// One of each kind; compared by eye with the published figure when it was accepted.
TEST_P(PanelPicture, LooksAsItDid)
{
    test::goldenFont();
    const StudyFigure figure = studyFigure(ask(GetParam().study, GetParam().panel));
    const QString name =
        QStringLiteral("%1_%2").arg(QLatin1String(GetParam().study), QLatin1String(GetParam().panel));
    EXPECT_TRUE(test::matchesGolden(figureImage(figure.plot(), {}, 96),
                                    name.toLower().replace(QLatin1Char('-'), QLatin1Char('_'))));
}

INSTANTIATE_TEST_SUITE_P(Kinds, PanelPicture,
                         testing::Values(Look{"fig9", "left"}, Look{"fig9", "right"}, Look{"fig5", "right"},
                                         Look{"fig6", "top-left"}, Look{"fig8", "top-middle"},
                                         Look{"fig11", "d"}, Look{"fig12", "top-right"},
                                         Look{"fig12", "bottom-left"}, Look{"fig15", "cards"},
                                         Look{"fig17", "left"}, Look{"table1", "table"},
                                         Look{"table2", "table"}),
                         [](const auto& look) {
                             std::string name = std::string(look.param.study) + "_" + look.param.panel;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

} // namespace
} // namespace regnet
