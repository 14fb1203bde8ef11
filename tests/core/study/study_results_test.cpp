// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_results.h"

#include "core/problem.h"
#include "core/store/store.h"
#include "core/study/run_times.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace regnet {
namespace {

class StudyResultsTest : public testing::Test
{
protected:
    StudyResultsTest() { m_choice.n = 3; }

    std::filesystem::path store() const { return m_folder / "s.db"; }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
    StudyChoice m_choice;
};

TEST_F(StudyResultsTest, OnesOwnAreThoseInTheStoreWithTheirRunTimes)
{
    const Study study = openStudy("fig9");
    EXPECT_TRUE(trainedIn(study, m_choice, store()).empty()); // no store, nothing trained
    const StudyPlan plan = planOf(study, m_choice);
    Store(store(), "test").add(sampled(plan.populations.at(2)));
    std::vector<StudyPopulationData> own = trainedIn(study, m_choice, store());
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own[0].key, "RegNetX");
    ASSERT_EQ(own[0].population.members.size(), 3U);
    EXPECT_FALSE(own[0].population.members[0].properties.contains("time"));
    writeRunTimes(runTimesFile(store()), {{{}, {{own[0].population.members[0].networkHash, 12.5}}}});
    own = trainedIn(study, m_choice, store());
    EXPECT_EQ(own[0].population.members[0].properties.at("time"), 12.5);
    m_choice.n = 4; // another population
    EXPECT_TRUE(trainedIn(study, m_choice, store()).empty());
}

TEST_F(StudyResultsTest, FindingsAskWhatIsPublishedAndOnesOwnApart)
{
    const Study study = openStudy("fig9");
    const std::vector<FindingInput> published = findingInputs(study, {}, PanelSource::Published);
    ASSERT_EQ(published.size(), 5U);
    EXPECT_EQ(published[0].role, "AnyNetX_A");
    EXPECT_EQ(published[0].setting, "paper, 400MF");
    Population own;
    own.name = "mine";
    const std::vector<FindingInput> both = findingInputs(study, {{"RegNetX", own}}, PanelSource::Both);
    ASSERT_EQ(both.size(), 6U);
    EXPECT_EQ(both[5].setting, "here, 400MF");
    EXPECT_EQ(findingInputs(study, {{"RegNetX", own}}, PanelSource::Own).size(), 1U);
}

// A panel without a drawing of the paper is drawn from what its populations call published.
TEST_F(StudyResultsTest, WhatPopulationsCallPublishedIsDrawn)
{
    Study study = openStudy("fig9");
    StudyPanel panel = panelOf(study, "left");
    const PanelData drawn = panelData(study, panel, {}, PanelSource::Published);
    panel.published.clear();
    const PanelData ours = panelData(study, panel, {}, PanelSource::Published);
    ASSERT_EQ(ours.series.size(), drawn.series.size());
    for (std::size_t i = 0; i < ours.series.size(); ++i) {
        EXPECT_TRUE(ours.series[i].isPublished);
        EXPECT_EQ(ours.series[i].points, drawn.series[i].points);
    }
    EXPECT_THAT(ours.remarks, testing::Contains(testing::StartsWith("Published data: I. Radosavovic")));
    EXPECT_TRUE(panelData(study, panel, {}, PanelSource::Own).series.empty());
    study.populations.front().published = "none.csv";
    EXPECT_THROW(panelData(study, panel, {}, PanelSource::Published), Error);
}

} // namespace
} // namespace regnet
