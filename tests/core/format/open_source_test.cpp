// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/open_source.h"

#include "core/store/store.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

/// A folder of this test alone, gone at its end.
class OpenSource : public testing::Test
{
protected:
    std::string file(const std::string& name, const std::string& content) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << content;
        return (m_folder / name).string();
    }

    static std::string problemOf(const std::string& source)
    {
        return regnet::problemOf([&] { openSource(source); });
    }

    const TemporaryFolder m_temporary;
    const std::filesystem::path m_folder = m_temporary.path();
};

TEST_F(OpenSource, TheContentDecidesNotTheName)
{
    const auto populations = openSource(file("mine.json", "error\n12\n"));
    EXPECT_EQ(populations.front().name, "mine");
    EXPECT_EQ(populations.front().members.front().error, 12);
}

TEST_F(OpenSource, AStoreIsAskedForTheErrorThatIsWanted)
{
    const std::string store = (m_folder / "runs.db").string();
    {
        Store writer(store, "test");
        PopulationSpec population;
        population.name = "X";
        population.networks.emplace_back().stages = {{.width = 8, .depth = 1}};
        population.training = TrainingSpec{};
        writer.add(population);
        const ClaimedJob job = *writer.claim("cpu", 0);
        FinishedEvent finished{20, 21, 5};
        finished.selectedTestError = 22;
        writer.record(job.id, 1, std::vector<LoggedEvent>{{1, 1000, finished}});
        writer.end(job, {JobState::Done, "", 0, 0});
    }
    const auto errorOf = [&](const std::string& address) {
        return openSource(store + address).front().members.front().error;
    };
    EXPECT_EQ(errorOf(""), 20);
    EXPECT_EQ(errorOf("#X"), 20);
    EXPECT_EQ(errorOf("#X?best"), 20);
    EXPECT_EQ(errorOf("#X?last"), 21);
    EXPECT_EQ(errorOf("?held-out"), 22);
    const auto both = openSources({store + "#X", store + "#X?last"});
    EXPECT_EQ(both[1].name, "X (" + store + "#X?last)");
    EXPECT_EQ(both[1].errorKind, "test error of the last epoch");
    EXPECT_EQ(openSource(store + "?ema-best").front().members.front().state, Member::State::Pending);
    EXPECT_THAT(problemOf(store + "#X?worst"), HasSubstr("X?worst"));
}

TEST_F(OpenSource, EqualNamesAreToldApart)
{
    const std::string first = file("a.csv", "population,error\nX,12\n");
    const std::string second = file("b.csv", "population,error\nX,13\n");
    const auto populations = openSources({first, second});
    EXPECT_EQ(populations[0].name, "X (" + first + ")");
    EXPECT_EQ(populations[1].name, "X (" + second + ")");
}

TEST_F(OpenSource, PythonsNanIsRead)
{
    const std::string sweep = file("s.json", R"([{"log_file": "/x/NaN/stdout.log", "err": "",
        "test_ema_epoch": {"min_top1_err": [NaN, 12.5, -Infinity], "epoch_ind": [1, 2, 3], "epoch_max": [3, 3, 3]}}])");
    const auto populations = openSource(sweep);
    EXPECT_EQ(populations.front().members.front().error, 12.5);
    EXPECT_EQ(populations.front().members.front().label, "NaN"); // a text stays as it is
}

TEST_F(OpenSource, DamagedFilesGetOneSentence)
{
    EXPECT_EQ(problemOf((m_folder / "none.json").string()),
              (m_folder / "none.json").string() +
                  ": is no file and no address; expected a pycls sweep.json, a CSV, STORE.db#POPULATION, "
                  "shipped:cpu-spaces, or paper:<panel>/<key> such as paper:fig9-left/RegNetX");
    EXPECT_THAT(problemOf(m_folder.string()), HasSubstr("is a folder"));
    EXPECT_THAT(problemOf(file("cut.json", "[{\"cfg\": {\n\"A\": ")), HasSubstr("cut.json:2: is not JSON: "));
    EXPECT_THAT(problemOf(file("deep.json", std::string(100'000, '['))),
                HasSubstr("deep.json:1: is nested too deeply; expected at most 64 levels"));
    EXPECT_THAT(problemOf(file("big.json", "[\"1e999\",\n1e998, 1e999, 1e999]")),
                HasSubstr("big.json:2: holds the number 1e998; expected one that is not beyond 1.8e308"));
    // Of a line that nobody can look through the character is told as well.
    const std::string records = "[" + std::string(500, ' ');
    EXPECT_THAT(problemOf(file("long.json", records + "?]")),
                HasSubstr("long.json:1, character 502: is not JSON: "));
    EXPECT_THAT(problemOf(file("nds.json", records + "{\"min_test_top1\": ?}]")),
                HasSubstr("nds.json:1, character 5"));
    EXPECT_THAT(problemOf(file("object.json", "{}")), HasSubstr("JSON of an unknown kind"));
    EXPECT_THAT(problemOf(file("picture.png", std::string("\x89PNG\r\n\x1a\n\0\0", 10))),
                HasSubstr("neither text"));
    EXPECT_THAT(problemOf(file("empty.csv", "")), HasSubstr("is empty"));
    EXPECT_THAT(problemOf(file("plain.csv", "error\n1\n") + "#population"), HasSubstr("is no store"));
}

} // namespace
} // namespace regnet
