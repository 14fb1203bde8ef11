// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study.h"

#include "core/format/open_source.h"
#include "core/format/published_population.h"
#include "core/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace regnet {
namespace {

using testing::HasSubstr;

TEST(Study, EveryFigureAndTableOfThePaperIsThere)
{
    std::vector<std::string> names;
    for (const Study& study : builtInStudies())
        names.push_back(study.name);
    EXPECT_THAT(names, testing::ElementsAre("fig2", "fig5", "fig6", "fig7", "fig8", "fig9", "fig10", "fig11",
                                            "fig12", "fig13", "fig14", "fig15", "fig16", "fig17", "fig18",
                                            "fig19", "fig20", "fig21", "fig22", "fig23", "table1", "table2",
                                            "table3", "table4", "cpu_spaces"));
}

// n of each population is that of the published curve, and each published curve is there.
TEST(Study, PublishedPopulationsAreAsDrawn)
{
    std::set<std::string> used;
    for (const Study& study : builtInStudies())
        for (const StudyPopulation& population : study.populations) {
            if (population.published.empty()) continue;
            const std::vector<Population> published = openSource(population.published);
            ASSERT_EQ(published.size(), 1u) << population.published;
            EXPECT_EQ(published.front().members.size(), static_cast<std::size_t>(population.n))
                << population.published;
        }
    for (const Study& study : builtInStudies())
        for (const StudyPanel& panel : study.panels)
            used.insert(panel.published);
    for (const PublishedPanel& panel : publishedPanels())
        EXPECT_TRUE(used.contains(panel.id)) << panel.id;
}

TEST(Study, WrittenAndReadAgain)
{
    for (const Study& study : builtInStudies())
        EXPECT_EQ(studyFromText(toJson(study).dump(2), "again.json"), study) << study.name;
}

TEST(Study, OneOfOnesOwn)
{
    const Study study = studyFromText(R"({
  "name": "mine",
  "populations": [{"key": "A", "space": "AnyNetX_A", "regime": "400MF", "n": 12}],
  "panels": [{"name": "curves", "draw": "edf"}]
})",
                                      "mine.json");
    EXPECT_EQ(study.scales.size(), 3u); // the usual ones
    EXPECT_EQ(scaleOf(study, "cpu").recipe.name, "cpu-tour");
    EXPECT_TRUE(scaleOf(study, "paper").isAsInPaper);
    EXPECT_EQ(panelOf(study, "curves").kind, PanelKind::Edf);
    EXPECT_THROW(panelOf(study, "other"), Error);
    EXPECT_THROW(populationOf(study, "B"), Error);
}

struct Bad
{
    const char* text;
    const char* sentence;
};

class BadStudy : public testing::TestWithParam<Bad>
{
};

TEST_P(BadStudy, IsToldWithFileLineAndField)
{
    try {
        studyFromText(GetParam().text, "mine.json");
        FAIL() << "was read";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr(GetParam().sentence));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadStudy,
    testing::Values(
        Bad{"{\n\"name\": \"x\",\n\"panels\": [\n{\"name\": \"a\", \"draw\": \"pie\"}]}",
            "mine.json:4, panels[0].draw: is \"pie\"; expected one of edf, scatter"},
        Bad{"{\n\"name\": \"x\",\n\"colour\": 1,\n\"panels\": [{\"name\": \"a\", \"draw\": \"edf\"}]}",
            "mine.json:3, colour: is not a known field; expected one of name, "},
        Bad{"{\"name\": \"x\",\n\"panels\": [{\"name\": \"a\", \"draw\": \"edf\",\n\"published\": "
            "\"fig0-left\"}]}",
            "mine.json:3, panels[0].published: \"fig0-left\" is no panel and no table of the paper; expected "
            "fig9-left, table2, …"},
        Bad{"{\"name\": \"x\",\n\"scales\": [{\"name\": \"s\"}], \"panels\": []}",
            "mine.json:2, scales[0].recipe: is missing; expected the name of a recipe, or an object with its "
            "fields"},
        Bad{"{\"name\": \"x\"}", "mine.json:1, panels: is missing; expected at least one panel"},
        Bad{"{}", "mine.json:1, name: is missing"}, Bad{"[1]", "mine.json:1"},
        Bad{"{\"name\": \"x\",\n\"populations\": [{\"key\": \"A\", \"space\": \"S\",\n\"n\": 0}], "
            "\"panels\": []}",
            "mine.json:3, populations[0].n: is 0"},
        Bad{"{\"name\": \"x\",\n\"populations\": [{\"key\": \"A\", \"space\": \"S\"},\n{\"key\": \"A\", "
            "\"space\": \"S\"}], \"panels\": [{\"name\": \"a\", \"draw\": \"edf\"}]}",
            "mine.json:3, populations[1].key: \"A\" is there twice"},
        Bad{"{\"name\": \"x\",\n\"panels\": [{\"name\": \"a\", \"draw\": \"edf\",\n\"populations\": "
            "[\"B\"]}]}",
            "mine.json:3, panels[0].populations: names \"B\""},
        Bad{"{\"name\": \"x\",\n\"panels\": [{\"name\": \"a\", \"draw\": \"scatter\"}]}",
            "mine.json:2, panels[0].property: is missing"},
        Bad{"{\"name\": \"x\",\n\"panels\": [{\"name\": \"a\", \"draw\": \"growth\", \"property\": "
            "\"params\", \"form\": \"cubic\"}]}",
            "panels[0].form: is \"cubic\"; expected sqrt, affine or sqrt+linear"},
        Bad{"{\"name\": \"x\",\n\"scales\": [{\"name\": \"s\", \"recipe\": {\"epochs\": 0}}], \"panels\": "
            "[]}",
            "mine.json:2, scales[0].recipe.epochs: is 0"},
        Bad{"{\"name\": \"x\",\n\"scales\": [{\"name\": \"s\", \"recipe\": \"cpu-toor\"}], \"panels\": []}",
            "mine.json:2, scales[0].recipe: \"cpu-toor\" is unknown; expected one of cpu-tiny"},
        Bad{"{\"name\": \"x\",\n\"scales\": [{\"name\": \"s\", \"recipe\": \"cpu-tour\", \"regimes\": "
            "{\"400MF\": {\"flops\": [3, 2]}}}], \"panels\": []}",
            "scales[0].regimes.400MF.flops.high: is 2"},
        Bad{"{\"name\": ", "mine.json"}));

TEST(Study, AnUnknownNameListsAll)
{
    try {
        openStudy("fig1");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("fig2, fig5"));
    }
}

} // namespace
} // namespace regnet
