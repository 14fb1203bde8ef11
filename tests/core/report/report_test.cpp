// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/markup.h"
#include "core/system/whole_file.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>

#include <cmath>
#include <regex>
#include <set>

namespace regnet {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string sweep = std::string(REGNET_TEST_DATA) + "/pycls/sweep.json";

std::string pageOf(const ReportRequest& request)
{
    return reportHtml(reportInputOf(request));
}

std::string pageOf(const std::vector<std::string>& sources)
{
    ReportRequest request;
    request.sources = sources;
    return pageOf(request);
}

/// Tags that are opened are closed, in order.
std::string firstUnbalanced(const std::string& html)
{
    static const std::regex tag("<(/?)([a-zA-Z0-9]+)([^>]*?)(/?)>");
    static const std::set<std::string> alone{"meta", "br", "DOCTYPE"};
    std::vector<std::string> open;
    for (std::sregex_iterator it(html.begin(), html.end(), tag), end; it != end; ++it) {
        const std::string name = (*it)[2];
        if (alone.contains(name) || (*it)[4].length() > 0) continue;
        if ((*it)[1].length() == 0) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back() + " stays open";
}

class ReportTest : public testing::Test
{
protected:
    std::string storeWithFailures()
    {
        const auto file = folder / "s.db";
        Store store(file, "test");
        PopulationSpec population = populationOf(4, "small <b>");
        population.space = "RegNetX";
        store.add(population);
        for (int i = 0; i < 3; ++i) {
            const ClaimedJob job = *store.claim("cpu", 0);
            EpochEvent epoch;
            epoch.epoch = 1;
            epoch.testError = 40 + i;
            epoch.seconds = 90;
            std::vector<LoggedEvent> log{{1, 1000, StartedEvent{11, 22, 33, 0, "2.13.0", "cpu", "abc", 1}},
                                         {2, 1001, epoch}};
            if (i < 2) {
                store.record(job.id, job.attempt, log);
                store.end(job, {JobState::Diverged, "loss is NaN <at> epoch 2", 0, 0});
                continue;
            }
            FinishedEvent finished;
            finished.bestTestError = finished.lastTestError = 42;
            finished.trainSeconds = 90;
            log.push_back({3, 1002, finished});
            store.record(job.id, job.attempt, log);
            store.end(job, {JobState::Done, "", 0, 0});
        }
        return file.string();
    }

    TemporaryFolder folder;
};

TEST_F(ReportTest, AStoreIsToldWithRecipeFailuresAndCosts)
{
    const std::string page = pageOf({storeWithFailures()});
    EXPECT_EQ(firstUnbalanced(page), "");
    EXPECT_THAT(page, HasSubstr("<h2>Failures</h2>"));
    EXPECT_THAT(page, HasSubstr("<td class=\"n\">2</td><td>loss is NaN &lt;at&gt; epoch 2</td>"));
    EXPECT_THAT(page, HasSubstr("small &lt;b&gt;"));
    EXPECT_THAT(page, Not(HasSubstr("small <b>")));
    EXPECT_THAT(page, HasSubstr("<th scope=\"row\">epochs</th><td>3</td>"));
    EXPECT_THAT(page, HasSubstr("4 min 30 s")); // three trainings of 90 s
    EXPECT_THAT(page, HasSubstr("AnyNetX_A"));  // the root of RegNetX's lineage
    EXPECT_THAT(page, HasSubstr("drawn with seed 7"));
}

TEST_F(ReportTest, NothingIsLoadedFromAnywhereAndNothingRuns)
{
    const std::string page = pageOf({"paper:fig9-left", sweep});
    EXPECT_EQ(firstUnbalanced(page), "");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("src=")));
    EXPECT_THAT(page, Not(HasSubstr("url(")));
    EXPECT_THAT(page, Not(HasSubstr("@import")));
    EXPECT_THAT(page, Not(HasSubstr("<link")));
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    EXPECT_THAT(page, HasSubstr("@media print"));
    EXPECT_THAT(page, HasSubstr("name=\"viewport\""));
}

TEST_F(ReportTest, TheSamePopulationsGiveTheSameBytes)
{
    EXPECT_EQ(pageOf({"paper:fig9-left"}), pageOf({"paper:fig9-left"}));
}

TEST_F(ReportTest, NoTwoLinesDifferByTheirColourAlone)
{
    const std::string page = pageOf({sweep});
    std::set<std::string> dashes;
    for (int slot = 0; slot < 8; ++slot) {
        const std::regex rule(R"(\.s)" + std::to_string(slot) +
                              R"(\{--c:var\(--c\d\)(?:;stroke-dasharray:([\d ]+))?\})");
        std::smatch found;
        ASSERT_TRUE(std::regex_search(page, found, rule)) << slot;
        EXPECT_TRUE(dashes.insert(found[1]).second) << slot << " is dashed as another one: " << found[1];
    }
}

TEST_F(ReportTest, HostileNamesStayText)
{
    const std::string attack = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'";
    const auto file = folder / "attack.csv";
    writeWhole(file, "population,error,label,recipe,error_kind,depth\n\"" +
                         std::regex_replace(attack, std::regex("\""), "\"\"") +
                         "\",31.5,<i>a</i>,<u>r</u>,<s>k</s>,12\n\"" +
                         std::regex_replace(attack, std::regex("\""), "\"\"") +
                         "\",32.5,b,<u>r</u>,<s>k</s>,13\n");
    ReportRequest request;
    request.sources = {file.string(), "paper:fig9-left/RegNetX"};
    request.title = attack;
    const std::string page = pageOf(request);
    EXPECT_EQ(firstUnbalanced(page), "");
    for (const char* raw : {"<script", "<img", "<i>", "<u>", "<s>"})
        EXPECT_THAT(page, Not(HasSubstr(raw)));
    EXPECT_THAT(page, HasSubstr(escaped(attack)));
}

TEST_F(ReportTest, AStudyBringsItsQuestionPopulationsAndFindings)
{
    ReportRequest request;
    request.study = "fig9";
    request.store = folder / "none.db";
    const std::string page = pageOf(request);
    EXPECT_THAT(page, HasSubstr("<h2>Findings</h2>"));
    EXPECT_THAT(page, HasSubstr("RegNetX (paper)"));
    EXPECT_THAT(page, HasSubstr("regnet report --study fig9"));
}

TEST_F(ReportTest, ManyNetworksAreDrawnAsCellsAndCountedInFull)
{
    std::string csv = "population,error,depth\n";
    for (int i = 0; i < 20'000; ++i)
        csv += "many," + std::to_string(30 + 10 * std::abs(std::sin(i * 0.7))) + "," +
               std::to_string(10 + i % 50) + "\n";
    writeWhole(folder / "many.csv", csv);
    const std::string page = pageOf({(folder / "many.csv").string()});
    EXPECT_LT(page.size(), 200'000U);
    EXPECT_THAT(page, HasSubstr("class=\"cells s0\""));
    EXPECT_THAT(page, Not(HasSubstr("<circle")));
    EXPECT_THAT(page, HasSubstr("<td class=\"n\">20000</td>"));
}

TEST_F(ReportTest, BadInputIsOneSentenceAndLeavesNoFile)
{
    EXPECT_THAT(problemOf([] { pageOf(std::vector<std::string>{}); }),
                HasSubstr("has no SOURCE and no --study"));
    ReportRequest request;
    request.sources = {"paper:fig9-left/RegNetX"};
    request.confidence = 1;
    EXPECT_THAT(problemOf([&] { pageOf(request); }), HasSubstr("confidence: is 1"));
    request.confidence = 0.95;
    const auto file = folder / "no" / "r.html";
    EXPECT_THAT(problemOf([&] { writeReport(request, file); }), HasSubstr("cannot be written"));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(ReportTest, ALinkLeadsToThePage)
{
    ReportRequest request;
    request.sources = {"paper:fig9-left/RegNetX"};
    std::filesystem::create_symlink(folder / "page.html", folder / "link.html");
    writeReport(request, folder / "link.html");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.html"));
    EXPECT_THAT(readWhole(folder / "page.html"), testing::StartsWith("<!DOCTYPE html>"));
}

TEST_F(ReportTest, ItsCommandMakesItAgain)
{
    ReportRequest request;
    request.sources = {"paper:fig9-left"};
    request.title = "it's mine";
    request.confidence = 0.9;
    EXPECT_EQ(reportCommand(request), (std::vector<std::string>{"report", "paper:fig9-left", "--title",
                                                                "it's mine", "--confidence", "0.9"}));
    EXPECT_THAT(pageOf(request),
                HasSubstr("regnet report paper:fig9-left --title &#39;it&#39;\\&#39;&#39;s mine&#39;"));
}

} // namespace
} // namespace regnet
