// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace regnet {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// regnet import, export and report.
class ExchangeCommands : public testing::Test
{
protected:
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }
    std::string content(const std::string& name) const
    {
        std::ostringstream text;
        text << std::ifstream(path(name), std::ios::binary).rdbuf();
        return text.str();
    }
    static std::string done(const std::vector<std::string>& words)
    {
        const ProgramResult result = runProgram("regnet", words);
        EXPECT_EQ(result.exitCode, 0) << result.errors;
        return result.output;
    }

private:
    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

const std::string hostileCsv =
    "label,error,depth\n\"=cmd|' /C calc'!A0\",41.5,12\n<script>alert(1)</script>,nan,13\n";

TEST_F(ExchangeCommands, OneBadFileKeepsAllOut)
{
    const std::string good = write("good.csv", "error\n41\n"), bad = write("bad.csv", "error\nlow\n");
    const ProgramResult result = runProgram("regnet", {"import", good, bad, "--store", path("runs.db")});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("bad.csv:2, column error: is \"low\""));
    EXPECT_FALSE(std::filesystem::exists(path("runs.db")));
}

TEST_F(ExchangeCommands, AColumnIsNamedOnce)
{
    const std::string file = write("two.csv", "a,b\n41,42\n");
    const ProgramResult result =
        runProgram("regnet", {"import", file, "--column", "error=a", "--column", "error=b", "--dry-run"});
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_THAT(result.errors, HasSubstr("--column: names error twice"));
}

TEST_F(ExchangeCommands, AnImportIsPreviewedKeptOnceAndTakenAway)
{
    const std::string file = write("runs.csv", hostileCsv);
    const std::vector<std::string> import{"import", file, "--store", path("runs.db")};
    EXPECT_THAT(done({"import", file, "--store", path("runs.db"), "--dry-run"}),
                HasSubstr("Nothing was kept"));
    EXPECT_FALSE(std::filesystem::exists(path("runs.db")));
    EXPECT_THAT(done(import), HasSubstr("runs: 2 networks, 1 finished, 1 failed, error 41.50 to 41.50 %"));
    EXPECT_THAT(done(import), HasSubstr("known already, nothing changed"));
    write("runs.csv", hostileCsv + "other,40,11\n");
    EXPECT_NE(runProgram("regnet", import).exitCode, 0) << "other results under the same name";
    EXPECT_THAT(done({"import", "--undo", "runs", "--store", path("runs.db")}),
                HasSubstr("2 imported results"));
    EXPECT_THAT(done(import), HasSubstr("runs: 3 networks"));
}

// What went in comes out, and goes in again, with equal numbers; no cell is a formula for a spreadsheet.
TEST_F(ExchangeCommands, ResultsGoRound)
{
    done({"import", write("runs.csv", hostileCsv), "--store", path("a.db")});
    done({"export", "results", path("a.db"), "--out", path("out.csv")});
    EXPECT_THAT(content("out.csv"), HasSubstr(",'=cmd|"));
    EXPECT_THAT(content("out.csv"), Not(HasSubstr("\n=")));
    done({"import", path("out.csv"), "--store", path("b.db")});
    done({"export", "results", path("b.db"), "--out", path("again.csv")});
    EXPECT_EQ(content("again.csv"), content("out.csv"));
}

TEST_F(ExchangeCommands, ANetworkIsWrittenInEveryForm)
{
    const auto exported = [](const std::string& form) {
        return done(
            {"export", "network", "--published", "RegNetX-400MF", "--as", form, "--title", "<script>\"&"});
    };
    EXPECT_EQ(json::parse(exported("json")).at("regnet").at("depth"), 22);
    EXPECT_THAT(exported("pycls"), HasSubstr("DEPTH: 22"));
    EXPECT_THAT(exported("timm"), HasSubstr("timm"));
    EXPECT_THAT(exported("torchvision"), HasSubstr("torchvision"));
    EXPECT_THAT(exported("pytorch"), HasSubstr("import torch"));
    const std::string svg = exported("svg");
    EXPECT_THAT(svg, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(svg, Not(HasSubstr("<script")));
    EXPECT_EQ(
        runProgram("regnet", {"export", "network", "--published", "RegNetX-400MF", "--as", "onnx"}).exitCode,
        2);
}

TEST_F(ExchangeCommands, AReportOfHostileNamesIsAPageOfText)
{
    done({"report", write("runs.csv", hostileCsv), "--title", "<img src=x>", "--out", path("r.html")});
    EXPECT_THAT(content("r.html"), HasSubstr("&lt;img src=x&gt;"));
    EXPECT_THAT(content("r.html"), Not(HasSubstr("<script")));
    EXPECT_THAT(content("r.html"), Not(HasSubstr("<img")));
    const ProgramResult nowhere =
        runProgram("regnet", {"report", path("runs.csv"), "--out", path("no/folder/r.html")});
    EXPECT_NE(nowhere.exitCode, 0);
    EXPECT_THAT(nowhere.errors, HasSubstr("which does not exist"));
}

TEST_F(ExchangeCommands, ASweepGoesToPyclsAndComesBack)
{
    const std::string sample = std::string(REGNET_TEST_DATA) + "/pycls/sample_run";
    done({"import", sample, "--population", "one", "--store", path("a.db")});
    done({"export", "sweep", "one", "--store", path("a.db"), "--out", path("sweep")});
    EXPECT_TRUE(std::filesystem::exists(path("sweep/sweep.json")));
    EXPECT_TRUE(std::filesystem::exists(path("sweep/cfgs/000000.yaml")));
    done({"import", path("sweep"), "--population", "one", "--store", path("b.db")});
    const auto errors = [](const std::string& store) {
        const json answer = json::parse(done({"edf", store, "--json"}));
        return answer.at("populations").at(0).at("edf");
    };
    EXPECT_EQ(errors(path("b.db")), errors(path("a.db")));
}

} // namespace
} // namespace regnet
