// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/panel_data.h"

#include "core/format/published_population.h"
#include "core/problem.h"
#include "core/study/published_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace regnet {
namespace {

using testing::Contains;
using testing::HasSubstr;

Member network(int i)
{
    Member member;
    member.error = 30 + i;
    member.properties = {{"depth", 12.0 + i},      {"flops", 1e8 * (1 + i)}, {"params", 1e6},
                         {"activations", 2e6 + i}, {"depth_1", 1},           {"width_1", 24},
                         {"depth_2", 1},           {"width_2", 56},          {"depth_3", 4},
                         {"width_3", 152},         {"depth_4", 7},           {"width_4", 368},
                         {"time", 10.0 + i}};
    return member;
}

std::vector<StudyPopulationData> trained(const Study& study)
{
    std::vector<StudyPopulationData> all;
    for (const StudyPopulation& entry : study.populations) {
        StudyPopulationData data{entry.key, {}};
        data.population.name = entry.key;
        for (int i = 0; i < 8; ++i)
            data.population.members.push_back(network(i));
        all.push_back(std::move(data));
    }
    return all;
}

// Every panel of every study can be had in all three ways, and none is silently empty.
TEST(PanelData, EveryPanelOfThePaper)
{
    for (const Study& study : builtInStudies()) {
        if (study.name == "table1") continue; // PanelData.SizesOfTable1
        const auto own = study.cannotRun.empty() ? trained(study) : std::vector<StudyPopulationData>{};
        for (const StudyPanel& panel : study.panels)
            for (const PanelSource source : {PanelSource::Published, PanelSource::Own, PanelSource::Both}) {
                const PanelData data = panelData(study, panel, own, source);
                EXPECT_FALSE(data.series.empty() && data.table.empty() && data.remarks.empty())
                    << study.name << panel.name;
                const bool isExpected = source == PanelSource::Published ||
                                        (source == PanelSource::Own && study.cannotRun.empty());
                const bool isEmpty = data.series.empty() && data.table.empty();
                EXPECT_FALSE(isExpected && isEmpty) << study.name << " " << panel.name;
                EXPECT_FALSE(toCsv(data).empty());
            }
    }
}

TEST(PanelData, SizesOfTable1)
{
    const Study study = openStudy("table1");
    const PanelData data = panelData(study, study.panels.at(0), {}, PanelSource::Published);
    ASSERT_EQ(data.table.size(), 7u);
    EXPECT_EQ(data.table[1][2], "1846757322198614016"); // AnyNetX_A
    EXPECT_EQ(data.table[4][3], "13194139533312");      // AnyNetX_D as printed
}

// Own and published with the same numbers lie on each other.
TEST(PanelData, OwnCurvesEqualThePapers)
{
    const Study study = openStudy("fig9");
    std::vector<StudyPopulationData> own;
    for (const StudyPopulation& entry : study.populations)
        own.push_back({entry.key, publishedPopulations(entry.published).front()});
    const PanelData left = panelData(study, panelOf(study, "left"), own, PanelSource::Both);
    ASSERT_EQ(left.series.size(), 6u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(left.series[i].isPublished);
        EXPECT_EQ(left.series[i].points, left.series[i + 3].points);
    }
    EXPECT_EQ(left.series[5].label, "RegNetX [n 206, min 38.2, mean 41.0]");
    const PanelData right = panelData(study, panelOf(study, "right"), own, PanelSource::Both);
    const auto lineOf = [&](bool isPublished, const char* key) {
        return *std::ranges::find_if(right.series, [&](const PanelSeries& series) {
            return series.kind == PanelSeries::Kind::Line && series.isPublished == isPublished &&
                   series.label.starts_with(key);
        });
    };
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_NEAR(lineOf(true, "RegNetX").points[i][1], lineOf(false, "RegNetX").points[i][1], 0.11);
}

TEST(PanelData, AFitIsAnEquationInTheLegendWithItsIntervalsBelow)
{
    const Study study = openStudy("fig12");
    std::vector<StudyPopulationData> own = trained(study);
    double f = 1;
    for (StudyPopulationData& each : own) {
        for (Member& member : each.population.members) {
            member.properties["flops"] = f * 1e9;
            member.properties["activations"] = 6.5e6 * std::sqrt(f);
            member.properties["params"] = 3e6 + 5.5e6 * f;
        }
        f *= 2;
    }
    const auto fitOf = [&](const char* panel) {
        const PanelData data = panelData(study, panelOf(study, panel), own, PanelSource::Own);
        return std::pair(data.series.back().label, data.remarks);
    };
    EXPECT_EQ(fitOf("bottom-left").first, "fit 6.5·√f");
    EXPECT_THAT(fitOf("bottom-left").second, Contains(HasSubstr("intervals: a = 6.5 (6.5 to 6.5).")));
    EXPECT_EQ(fitOf("bottom-middle").first, "fit 3 + 5.5·f");
    for (StudyPopulationData& each : own)
        for (Member& member : each.population.members)
            member.properties["params"] = 300e6 - 0.5e-3 * member.properties["flops"];
    EXPECT_EQ(fitOf("bottom-middle").first, "fit 300 - 0.5·f");
    own.resize(2); // a line through two points has no intervals
    EXPECT_EQ(fitOf("bottom-middle").first, "fit 300 - 0.5·f");
    EXPECT_THAT(fitOf("bottom-middle").second, testing::Not(Contains(HasSubstr("intervals"))));
}

TEST(PanelData, WhatIsMissingIsSaid)
{
    const Study study = openStudy("fig9");
    const std::vector<StudyPopulationData> one{
        {"RegNetX", publishedPopulations("paper:fig9-left/RegNetX").front()}};
    EXPECT_THAT(panelData(study, panelOf(study, "left"), one, PanelSource::Own).remarks,
                Contains("2 of 3 populations are not trained yet."));
    EXPECT_THAT(panelData(study, panelOf(study, "left"), {}, PanelSource::Own).remarks,
                Contains("3 of 3 populations are not trained yet."));
}

TEST(PanelData, AllFailedAndOneValue)
{
    const Study study = openStudy("fig2");
    Population failed;
    failed.name = "F";
    failed.members.assign(3, network(1));
    for (Member& member : failed.members)
        member.state = Member::State::Failed;
    for (const StudyPanel& panel : study.panels)
        EXPECT_NO_THROW(panelData(study, panel, {{"AnyNetX_A", failed}}, PanelSource::Own));
    const PanelData curve = panelData(study, study.panels[0], {{"AnyNetX_A", failed}}, PanelSource::Own);
    EXPECT_THAT(curve.remarks, Contains(HasSubstr("3 of 3 failed")));
}

TEST(PublishedPanel, CorrectsFigure19AndRefusesWhatIsNotThere)
{
    EXPECT_EQ(publishedPanel("fig19-left").series[0].points[0][0], 0.4);
    EXPECT_EQ(publishedPanel("table2").table.size(), 11u);
    EXPECT_THROW(publishedPanel("fig99"), Error);
}

TEST(PanelData, CsvHasOneRowAPoint)
{
    PanelData data;
    data.series = {{PanelSeries::Kind::Band, "a, b", true, {{1, 2, 3}}},
                   {PanelSeries::Kind::Line, "c", false, {{4, 5, 0}}}};
    EXPECT_EQ(toCsv(data), "series,kind,source,x,y,high\r\n\"a, b\",band,paper,1,2,3\r\nc,line,own,4,5,\r\n");
}

} // namespace
} // namespace regnet
