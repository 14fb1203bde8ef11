// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "core/text/printable.h"
#include "tests/app/program.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// Red, a title of the window, CSI in one character, a second line.
const std::string hostile = "A\x1b[31m\x1b]0;mine\x07\u009b1m\u202e\nB";
const std::string shown = "A\\x1b[31m\\x1b]0;mine\\x07\\u009b1m\\u202e\\x0aB";

/// What files hold and the command line prints.
class HostileText : public testing::Test
{
protected:
    std::string path(const std::string& name) const { return (folder / name).string(); }

    std::string written(const std::string& name, const std::string& content) const
    {
        std::ofstream(path(name)) << content;
        return path(name);
    }

    /// Two populations, the first with the hostile name.
    std::string csv() const
    {
        return written("p.csv", "population,error,depth\n\"" + hostile + "\",30,12\n\"" + hostile +
                                    "\",31,13\nC,32,12\nC,33,14\n");
    }

    /// A space with the hostile name.
    std::string space() const
    {
        json definition = json::parse(runProgram("regnet", {"space", "show", "RegNetX@cpu"}).output);
        definition["name"] = hostile;
        return written("space.json", definition.dump());
    }

    /// A store in which the first of two trainings has failed with the hostile message.
    std::string store() const
    {
        Store made(folder / "runs.db", "test");
        made.add(populationOf(2, hostile));
        made.end(*made.claim("cpu", 0), {JobState::Failed, hostile, 0, 0});
        return path("runs.db");
    }

    static void expectQuiet(const std::vector<std::string>& words, const std::string& part, int exitCode = 0)
    {
        const ProgramResult result = runProgram("regnet", words);
        EXPECT_EQ(result.exitCode, exitCode) << testing::PrintToString(words) << result.errors;
        EXPECT_THAT(result.output + result.errors, HasSubstr(part)) << testing::PrintToString(words);
        EXPECT_EQ(printableLines(result.output), result.output) << testing::PrintToString(words);
        EXPECT_EQ(printableLines(result.errors), result.errors) << testing::PrintToString(words);
    }

    TemporaryFolder folder;
};

TEST_F(HostileText, ErrorsAreOneLine)
{
    const std::string field = written("network.json", json{{hostile, 1}}.dump());
    const ProgramResult result = runProgram("regnet", {"network", "--spec", field});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.errors, "regnet: " + field + ", " + shown +
                                 ": is not a field of a network; expected one of stem, block, stages, "
                                 "regnet, se_ratio, head, resolution, activation\n");
    expectQuiet({"edf", written("state.csv", "error,state\n3,\"fin\x1b[2J\"\n")}, "fin\\x1b[2J", 2);
    expectQuiet({"sample", "no\x1b[2Jspace"}, "no\\x1b[2Jspace", 2);
}

TEST_F(HostileText, NamesOfPopulations)
{
    expectQuiet({"edf", csv()}, shown);
    expectQuiet({"edf", csv(), "--below", "31", "--best-of", "4", "--reach", "30", "--quantile", "0.5"},
                shown + ": P(error < 31)");
    expectQuiet({"edf", csv(), "--normalise", "depth"}, shown);
    expectQuiet({"compare", csv()}, "P(" + shown + " better than C)");
    expectQuiet({"import", csv(), "--store", path("new.db"), "--dry-run"}, shown);
    expectQuiet({"store", "info", "--store", store()}, shown);
}

TEST_F(HostileText, SpacesAndStudies)
{
    const std::string file = space();
    expectQuiet({"space", "size", file}, shown);
    expectQuiet({"space", "survey", file, "--candidates", "100"}, shown + ": ");
    expectQuiet({"space", "member", file, "--published", "RegNetX-200MF"}, "not in " + shown);
    json study = json::parse(runProgram("regnet", {"study", "show", "fig9", "--json"}).output);
    for (const char* field : {"name", "title", "about"})
        study[field] = hostile;
    study["panels"][0]["title"] = hostile;
    expectQuiet({"study", "show", written("study.json", study.dump())}, shown + ": " + shown);
}

TEST_F(HostileText, MessagesOfJobs)
{
    const std::string file = store();
    const std::string firstLine = shown.substr(0, shown.find("\\x0a"));
    expectQuiet({"queue", "list", "--store", file}, firstLine);
    const json jobs = json::parse(runProgram("regnet", {"queue", "list", "--store", file, "--json"}).output);
    const std::string job = jobs.at("jobs").at(0).at("id");
    const std::string other = jobs.at("jobs").at(1).at("id");
    for (const std::string& each : {job, other})
        expectQuiet({"queue", "show", each, "--store", file}, "population  " + shown);
}

// Programs that read them know what a text is.
TEST_F(HostileText, JsonAndCsvStayAsTheyAre)
{
    const ProgramResult asJson = runProgram("regnet", {"edf", csv(), "--json"});
    EXPECT_EQ(json::parse(asJson.output).at("populations")[0].at("name"), hostile);
    EXPECT_THAT(runProgram("regnet", {"export", "results", csv()}).output, HasSubstr(hostile));
}

} // namespace
} // namespace regnet
