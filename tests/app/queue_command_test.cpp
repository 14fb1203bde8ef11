// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool.h"
#include "core/store/store.h"
#include "tests/app/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace regnet {
namespace {

using testing::HasSubstr;

/// The commands with a worker that trains nothing (tests/core/queue/scripted_worker.cpp).
class QueueCommand : public testing::Test
{
protected:
    QueueCommand()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "regnet-test-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        store = (folder / "runs.db").string();
        useWorker(std::string(REGNET_BIN_DIR) + "/scripted_worker");
    }
    ~QueueCommand() override
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    static void useWorker(const std::string& program) { setenv("REGNET_WORKER", program.c_str(), 1); }

    ProgramResult train(const std::vector<std::string>& more = {"--space", "RegNetX@cpu", "--n", "3"}) const
    {
        std::vector<std::string> words{"train", "--store",  store,     "--population",
                                       "small", "--recipe", "cpu-tiny"};
        words.insert(words.end(), more.begin(), more.end());
        return runProgram("regnet", words);
    }

    ProgramResult regnet(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--store", store});
        return runProgram("regnet", words);
    }

    nlohmann::json listed() const
    {
        return nlohmann::json::parse(regnet({"queue", "list", "--json"}).output);
    }

    std::filesystem::path folder;
    std::string store;
};

TEST_F(QueueCommand, TrainSamplesTrainsAndDoesNothingTwice)
{
    const ProgramResult first = train();
    EXPECT_EQ(first.exitCode, 0) << first.errors;
    EXPECT_THAT(first.output, HasSubstr("small: 3 networks, 0 failed, error "));
    EXPECT_THAT(first.errors, HasSubstr("small: 3 networks, 3 queued"));
    EXPECT_THAT(first.errors, HasSubstr("100 %  3 of 3 done"));
    const ProgramResult again = train();
    EXPECT_EQ(again.exitCode, 0);
    EXPECT_THAT(again.errors, HasSubstr("small: 3 networks, 0 queued, 3 there already"));
    EXPECT_EQ(again.output, first.output);
    EXPECT_EQ(train({}).output, first.output) << "a population of the store needs no space";
    const ProgramResult edf = runProgram("regnet", {"edf", store + "#small", "--json"});
    EXPECT_EQ(nlohmann::json::parse(edf.output).at("populations").at(0).at("n"), 3);
}

TEST_F(QueueCommand, AMissingWorkerIsToldBeforeAnythingIsMade)
{
    useWorker((folder / "no-worker").string());
    const ProgramResult result = train();
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("is not there, so nothing can be trained; expected ./run.sh"));
    EXPECT_FALSE(std::filesystem::exists(store));
}

TEST_F(QueueCommand, AFolderThatCannotBeWrittenIsToldBeforeAnythingStarts)
{
    std::ofstream(folder / "file") << "in the way";
    store = (folder / "file" / "runs.db").string();
    const ProgramResult result = train();
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("cannot be created"));
    store = (folder / "runs.db").string();
    std::ofstream(folder / "runs.spool") << "in the way";
    EXPECT_EQ(train().exitCode, 1);
}

TEST_F(QueueCommand, WrongInputIsOneSentenceAndCodeTwo)
{
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {},
             {"--space", "RegNetX@cpu"},
             {"--n", "3"},
             {"--space", "NoSpace", "--n", "3"},
             {"--space", "RegNetX@cpu", "--n", "3", "--dataset", "imagenet"},
             {"--space", "RegNetX@cpu", "--n", "3", "--device", "tpu"},
             {"--space", "RegNetX@cpu", "--n", "-3"},
         }) {
        const ProgramResult result = train(words);
        EXPECT_EQ(result.exitCode, 2) << testing::PrintToString(words);
        EXPECT_FALSE(result.errors.empty());
        EXPECT_FALSE(std::filesystem::exists(store));
    }
    EXPECT_EQ(regnet({"queue", "list"}).exitCode, 2);
    EXPECT_EQ(regnet({"queue", "cancel", "abc"}).exitCode, 2);
    EXPECT_EQ(regnet({"store", "info"}).exitCode, 2);
}

TEST_F(QueueCommand, QueuesNowAndWorksOffLater)
{
    EXPECT_EQ(regnet({"queue", "add", "--population", "small", "--recipe", "cpu-tiny", "--space",
                      "RegNetX@cpu", "--n", "2"})
                  .output,
              "2 queued, 0 there already\n");
    const std::string job = listed().at("jobs").at(0).at("id");
    EXPECT_EQ(regnet({"queue", "pause", job.substr(0, 8)}).output, "1 job changed\n");
    EXPECT_EQ(regnet({"queue", "run"}).exitCode, 0);
    EXPECT_EQ(listed().at("jobs").at(0).at("state"), "paused");
    EXPECT_EQ(listed().at("jobs").at(1).at("state"), "done");
    EXPECT_EQ(regnet({"queue", "cancel", "--all"}).output, "1 job changed\n");
    EXPECT_EQ(regnet({"queue", "retry", "--population", "small"}).output, "1 job changed\n");
    EXPECT_EQ(regnet({"queue", "pause"}).output, "the queue is paused\n");
    EXPECT_TRUE(listed().at("is_paused"));
    EXPECT_EQ(regnet({"queue", "resume"}).output, "the queue is running again\n");
    EXPECT_EQ(regnet({"queue", "run"}).exitCode, 0);
    EXPECT_THAT(regnet({"queue", "list", "--state", "done"}).output, HasSubstr("2 of 2 done"));
    EXPECT_EQ(regnet({"queue", "retry"}).exitCode, 2) << "all of them only when it is said";
}

TEST_F(QueueCommand, AStoreThatIsWrittenIsTold)
{
    train();
    const Store holder(store, "regnet-explorer");
    const ProgramResult result = regnet({"store", "rebuild"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("is being written by regnet-explorer"));
    EXPECT_THAT(regnet({"store", "info"}).output, HasSubstr("writer  regnet-explorer (process "));
}

TEST_F(QueueCommand, TheStoreIsMadeAnewFromTheSpool)
{
    train();
    const std::string before = StoreReader(store).resultsDump();
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(store + suffix);
    EXPECT_THAT(regnet({"store", "rebuild"}).output, HasSubstr("1 populations, 3 jobs, 3 results"));
    EXPECT_EQ(StoreReader(store).resultsDump(), before);
    EXPECT_THAT(regnet({"store", "check", "--full"}).output, HasSubstr("all is well"));
}

} // namespace
} // namespace regnet
