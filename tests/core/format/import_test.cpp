// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/import.h"

#include "core/format/pycls_sweep_folder.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "tests/core/store/store_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const fs::path data = REGNET_TEST_DATA;

class ImportTest : public testing::Test
{
protected:
    fs::path write(const std::string& name, const std::string& text) const
    {
        writeTextFile(folder.path() / name, text);
        return folder.path() / name;
    }
    std::string written(const std::string& name, const std::string& text) const
    {
        return write(name, text).string();
    }
    fs::path storeFile() const { return folder.path() / "runs.db"; }
    QueueAnswer add(const PopulationSpec& population) const
    {
        return request(adding(population), storeFile(), Spool(defaultSpool(storeFile())), "test");
    }
    QueueAnswer forget(const std::string& name) const
    {
        QueueRequest asked;
        asked.action = QueueRequest::Action::Forget;
        asked.jobs.populations = {name};
        return request(asked, storeFile(), Spool(defaultSpool(storeFile())), "test");
    }
    std::string problemOf(const fs::path& file, const ImportOptions& options = {}) const
    {
        try {
            readImport(file, options);
        } catch (const Error& error) {
            return error.what();
        }
        return "read";
    }

    TemporaryFolder folder;
};

TEST_F(ImportTest, ReadsTheSampleRunOfPyclsWhateverIsGivenOfIt)
{
    const fs::path run = data / "pycls/sample_run";
    for (const fs::path& file : {run, run / "sweep.json", run / "stdout.log"}) {
        const Import import = readImport(file);
        ASSERT_EQ(import.populations.size(), 1U) << file;
        const PopulationSpec& population = import.populations.front();
        EXPECT_EQ(population.name, "sample_run");
        ASSERT_EQ(population.networks.size(), file.filename() == "stdout.log" ? 1U : 2U);
        EXPECT_EQ(cost(realise(population.networks[0])).params, 10138);
        const Member& member = population.imported->members.front();
        EXPECT_EQ(member.state, Member::State::Finished);
        EXPECT_NEAR(member.error, 89.5833, 1e-4);
    }
    const Import config = readImport(run / "config.yaml");
    EXPECT_EQ(config.kind, "pycls configuration");
    EXPECT_EQ(config.populations[0].imported->members[0].state, Member::State::Pending);
}

// Cut at the point, two sweeps would be one population.
TEST_F(ImportTest, TheNameOfAFolderHasNoEnding)
{
    const std::string sweep = readTextFile(data / "pycls/sample_run/sweep.json");
    for (const char* name : {"X-1.2GF", "X-1.6GF"}) {
        fs::create_directory(folder.path() / name);
        write(std::string(name) + "/sweep.json", sweep);
        for (const std::string form : {"", "/", "/."})
            EXPECT_EQ(readImport(folder.path() / (name + form)).populations.front().name, name) << form;
        EXPECT_EQ(readImport(folder.path() / name / "sweep.json").populations.front().name, name);
    }
}

TEST_F(ImportTest, WhatCannotBeReadOfASweepIsNotLeftOut)
{
    const fs::path run = folder.path() / "s/logs/a", torn = folder.path() / "s/logs/torn";
    fs::create_directories(run);
    fs::copy(data / "pycls/sample_run/stdout.log", run / "stdout.log");
    EXPECT_EQ(problemOf(folder.path() / "s"), "read");
    fs::create_symlink("torn", torn); // a link to itself
    EXPECT_THAT(problemOf(folder.path() / "s"),
                testing::StartsWith((torn / "stdout.log").string() + ": cannot be read: "));
    fs::remove(torn);
    fs::create_symlink("stderr.log", run / "stderr.log");
    EXPECT_THAT(problemOf(folder.path() / "s"),
                testing::StartsWith((run / "stderr.log").string() + ": cannot be read: "));
    fs::remove(run / "stderr.log");
    fs::create_symlink("cfgs", folder.path() / "s/cfgs");
    EXPECT_THAT(problemOf(folder.path() / "s"),
                testing::StartsWith((folder.path() / "s/cfgs").string() + ": cannot be read: "));
}

TEST_F(ImportTest, ReadsWeightsWithTheirErrorAndNetwork)
{
    const Import import = readImport(data / "pycls/sample_run/model_epoch_0003.pyth");
    EXPECT_EQ(import.kind, "weights");
    ASSERT_TRUE(import.weights);
    EXPECT_TRUE(import.weights->hasConfig);
    EXPECT_EQ(import.weights->key, "model_state");
    const Member& member = import.populations[0].imported->members[0];
    EXPECT_NEAR(member.error, 72.9167, 1e-4); // test_err: the state that was taken
    EXPECT_EQ(import.populations[0].networks[0].stem.type, StemType::ResStemCifar);
    EXPECT_EQ(import.populations[0].networks[0].resolution, 32);
}

TEST_F(ImportTest, IsIdempotentAndCanBeUndone)
{
    const Import import = readImport(data / "pycls/sweep.json", {.population = "five hundred"});
    const PopulationSpec& population = import.populations.front();
    EXPECT_TRUE(add(population).addition.isPopulationNew);
    const std::string before = StoreReader(storeFile()).resultsDump();
    const QueueAnswer again = add(population);
    EXPECT_FALSE(again.addition.isPopulationNew);
    EXPECT_EQ(again.addition.networks, 501);
    EXPECT_EQ(StoreReader(storeFile()).resultsDump(), before);
    {
        const StoreReader store(storeFile());
        const PopulationSpec kept = store.populationSpec("five hundred");
        EXPECT_TRUE(isSameImport(*kept.imported, *population.imported));
        EXPECT_EQ(store.population("five hundred").members.size(), 501U);
        EXPECT_EQ(store.populations().at(0).importedFrom, (data / "pycls/sweep.json").string());
    }
    EXPECT_EQ(forget("five hundred").changed, 501);
    EXPECT_TRUE(StoreReader(storeFile()).populations().empty());
    EXPECT_EQ(forget("five hundred").changed, 0);
    EXPECT_TRUE(add(population).addition.isPopulationNew); // nothing of it was left
}

TEST_F(ImportTest, DoesNotMixOtherResultsUnderOneName)
{
    PopulationSpec population = readImport(data / "pycls/sweep.json").populations.front();
    add(population);
    population.imported->members.front().error += 1;
    EXPECT_THROW(add(population), Error);
}

TEST_F(ImportTest, ForgetsOnlyWhatWasImported)
{
    add(populationOf(2, "own"));
    EXPECT_THROW(forget("own"), Error);
    EXPECT_EQ(StoreReader(storeFile()).populations().size(), 1U);
    PopulationSpec imported = readImport(data / "pycls/sample_run").populations.front();
    add(imported);
    imported.training = smallTraining();
    imported.training->dataSet.classes = 10;
    add(imported);
    EXPECT_THROW(forget(imported.name), Error); // trained here since
    const StoreReader store(storeFile());
    EXPECT_EQ(store.population(imported.name).members[0].state, Member::State::Pending);
    EXPECT_EQ(store.population(imported.name + "@imported").members[0].state, Member::State::Finished);
}

TEST_F(ImportTest, SurvivesARebuildOfTheStore)
{
    const PopulationSpec population = readImport(data / "pycls/sweep.json").populations.front();
    add(population);
    std::vector<Problem> problems;
    const auto kept = Spool(defaultSpool(storeFile())).populations(problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(kept.size(), 1U);
    ASSERT_TRUE(kept[0].population.imported);
    EXPECT_TRUE(isSameImport(*kept[0].population.imported, *population.imported));
    EXPECT_EQ(kept[0].population.networks, population.networks);
}

TEST_F(ImportTest, MapsTheColumnsOfAForeignCsv)
{
    const fs::path file = write("runs.csv", "model,test_acc,lr,comment\n"
                                            "=cmd|' /C calc'!A0,61.5,0.1,good\n"
                                            "<b>b</b>,nan,0.2,\"diverged, twice\"\n");
    EXPECT_THAT(problemOf(file), HasSubstr("has no column \"error\""));
    ImportOptions options;
    options.columns = {{{"error", "100-test_acc"}, {"label", "model"}}, {"comment"}};
    const Import import = readImport(file, options);
    const auto& members = import.populations[0].imported->members;
    ASSERT_EQ(members.size(), 2U);
    EXPECT_DOUBLE_EQ(members[0].error, 38.5);
    EXPECT_EQ(members[0].label, "=cmd|' /C calc'!A0");
    EXPECT_EQ(members[0].properties.at("lr"), 0.1);
    EXPECT_EQ(members[1].state, Member::State::Failed);
    EXPECT_THAT(import.notes, Contains(HasSubstr("0 of 2 networks are known")));
    // and a spreadsheet sees no formula in what we write of it
    add(import.populations[0]);
    const std::vector<Population> read{StoreReader(storeFile()).population("runs")};
    EXPECT_THAT(toCsv(read), HasSubstr(",'=cmd|"));
    options.columns.names["error"] = "err";
    EXPECT_THAT(problemOf(file, options),
                HasSubstr("has no column \"err\"; expected one of model, test_acc"));
    const auto roles = columnsFor(csvColumns(readTextFile(file), "runs.csv"));
    EXPECT_EQ(roles.names.at("error"), "100-test_acc");
    EXPECT_THAT(roles.skipped, ElementsAre("comment"));
}

TEST_F(ImportTest, RefusesWhatIsNothingOfAllThis)
{
    EXPECT_THAT(problemOf(folder.path() / "none"), HasSubstr("does not exist"));
    EXPECT_THAT(problemOf(write("empty", "")), HasSubstr("is empty"));
    EXPECT_THAT(problemOf(write("a.json", "{\"a\": 1}")), HasSubstr("is JSON of an unknown kind"));
    EXPECT_THAT(problemOf(write("b.bin", std::string("a\0b", 3))), HasSubstr("is neither text nor weights"));
    EXPECT_THAT(problemOf(write("deep.json", std::string(200, '['))), HasSubstr("nested too deeply"));
    EXPECT_THAT(problemOf(data / "torch/code.pth"), HasSubstr("could run code"));
    EXPECT_THAT(problemOf(data / "torch/small.pth"), HasSubstr("tensor \"stem.conv.weight\": is missing"));
    EXPECT_THAT(problemOf(folder.path()), HasSubstr("is no folder of a pycls sweep"));
    EXPECT_THAT(problemOf(write("bad.json", R"([{"min_test_top1": "x"}])")), HasSubstr("bad.json:1"));
}

// What cannot be is found when the network is built, which knows fields only.
TEST_F(ImportTest, ANetworkThatCannotBeNamesItsFile)
{
    const std::string file = written("se.json", R"({"stages": [{"width": 24, "depth": 1}], "se_ratio": -1})");
    EXPECT_EQ(problemOf(file), file + ", se_ratio: is -1; expected a number of at least 0");
    const std::string big =
        written("big.json", R"({"stages": [{"width": 24, "depth": 1}], "resolution": 9007199254740991})");
    EXPECT_THAT(problemOf(big), testing::StartsWith(big + ", stem: has counts beyond 64 bits"));
    const fs::path odd = folder.path() / "bad\xff.json";
    EXPECT_THAT(problemOf(odd), testing::StartsWith(odd.string() + ": is not UTF-8"));
}

TEST_F(ImportTest, WritesASweepThatItReadsBack)
{
    PopulationSpec population = readImport(data / "pycls/sample_run").populations.front();
    population.name = "sweep";
    ASSERT_FALSE(population.networks.empty());
    add(population);
    const StoreReader store(storeFile());
    writePyclsSweep(store, "sweep", folder.path() / "out");
    EXPECT_THROW(writePyclsSweep(store, "sweep", folder.path() / "out"), Error);
    writePyclsSweep(store, "sweep", (folder.path() / "new/completed/").string());
    EXPECT_EQ(readTextFile(folder.path() / "new/completed/sweep.json"),
              readTextFile(folder.path() / "out/sweep.json"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path() / "new"), {}), 1);
    const Import back = readImport(folder.path() / "out");
    const PopulationSpec& again = back.populations.front();
    ASSERT_EQ(again.imported->members.size(), population.imported->members.size());
    for (std::size_t i = 0; i < again.networks.size(); ++i)
        EXPECT_EQ(realise(again.networks[i]), realise(population.networks[i])) << i;
    for (std::size_t i = 0; i < again.imported->members.size(); ++i) {
        EXPECT_EQ(again.imported->members[i].state, population.imported->members[i].state) << i;
        EXPECT_EQ(again.imported->members[i].error, population.imported->members[i].error) << i;
    }
}

} // namespace
} // namespace regnet
