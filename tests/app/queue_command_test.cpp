// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/request.h"
#include "core/queue/spool.h"
#include "core/store/store.h"
#include "tests/app/program.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace regnet {
namespace {

using testing::HasSubstr;

/// The commands with a worker that trains nothing (tests/core/queue/scripted_worker.cpp).
class QueueCommand : public testing::Test
{
protected:
    QueueCommand()
    {
        store = (folder / "runs.db").string();
        useWorker(std::string(REGNET_BIN_DIR) + "/scripted_worker");
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

    const TemporaryFolder temporary;
    const std::filesystem::path folder = temporary.path();
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

TEST_F(QueueCommand, ReplicatesNeedSeedsThatSomebodyNamed)
{
    const std::vector<std::string> sampled{"--space", "RegNetX@cpu", "--n", "3"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.end(), sampled.begin(), sampled.end());
        return train(more);
    };
    EXPECT_EQ(with({"--replicates", "2"}).exitCode, 2);
    EXPECT_THAT(with({"--replicates", "2"}).errors,
                HasSubstr("--replicates N with --seed-base S, or --seeds"));
    EXPECT_EQ(with({"--seed-base", "5"}).exitCode, 2);
    EXPECT_THAT(with({"--seeds", "4,4"}).errors, HasSubstr("names a seed twice"));
    EXPECT_THAT(with({"--seeds", "4,-1"}).errors, HasSubstr("is -1; expected a whole number of at least 0"));
    EXPECT_THAT(with({"--training-seed", "-1"}).errors, HasSubstr("expected a whole number of at least 0"));
    EXPECT_FALSE(std::filesystem::exists(store));
    const ProgramResult result = with({"--seeds", "7,8"});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_THAT(result.output, HasSubstr("(seed 7, one of 2)"));
    EXPECT_EQ(listed().at("jobs").size(), 6u);
    EXPECT_THAT(with({"--replicates", "2", "--seed-base", "8"}).errors,
                HasSubstr("seed 8, 0 queued, 3 there already"));
    EXPECT_EQ(listed().at("jobs").size(), 9u);
}

TEST_F(QueueCommand, WeightsStayWhereTheyAreWanted)
{
    ASSERT_EQ(train().exitCode, 0);
    const ProgramResult late = train({"--keep-weights"});
    EXPECT_THAT(late.errors,
                HasSubstr("3 were done before anybody asked for weights: theirs are not there any more"));
    ASSERT_EQ(train({"--keep-weights", "--training-seed", "2"}).exitCode, 0);
    int kept = 0;
    const auto jobs = listed();
    for (const auto& job : jobs.at("jobs")) {
        const ProgramResult shown = regnet({"queue", "show", job.at("id"), "--json"});
        const auto weights = nlohmann::json::parse(shown.output).at("weights");
        EXPECT_EQ(weights.size(), job.at("seed") == 2 ? 1U : 0U);
        for (const std::string file : weights) {
            EXPECT_TRUE(std::filesystem::exists(file)) << file;
            ++kept;
        }
    }
    EXPECT_EQ(kept, 3);
}

TEST_F(QueueCommand, ThePlanIsSaidBeforeAnythingIsQueued)
{
    const ProgramResult before = train({"--space", "RegNetX@cpu", "--n", "3", "--plan"});
    EXPECT_EQ(before.exitCode, 0) << before.errors;
    EXPECT_THAT(before.output, HasSubstr("3 networks, 3 trainings, 0 of them known already"));
    EXPECT_THAT(before.output, HasSubstr("time: not known"));
    EXPECT_THAT(before.output, HasSubstr("disk: "));
    EXPECT_FALSE(std::filesystem::exists(store));
    EXPECT_THAT(train().errors, HasSubstr("disk: "));
    const auto plan =
        nlohmann::json::parse(train({"--space", "RegNetX@cpu", "--n", "3", "--plan", "--json"}).output);
    EXPECT_EQ(plan.at("done"), 3);
    EXPECT_GT(plan.at("disk").at("free_bytes"), 0);
    const auto more = nlohmann::json::parse(
        train({"--space", "RegNetX@cpu", "--n", "3", "--training-seed", "2", "--plan", "--json"}).output);
    EXPECT_GT(more.at("seconds"), 0) << "from the speed of those that were trained";
    const auto done = nlohmann::json::parse(train({"--json"}).output);
    EXPECT_EQ(done.at("n"), 3);
    EXPECT_EQ(done.at("seeds"), nlohmann::json::array({1}));
}

TEST_F(QueueCommand, JobsAreShownMovedAndGivenPriorities)
{
    regnet({"queue", "add", "--population", "small", "--recipe", "cpu-tiny", "--space", "RegNetX@cpu", "--n",
            "3"});
    const auto ids = [&] {
        std::vector<std::string> all;
        const nlohmann::json list = listed();
        for (const auto& job : list.at("jobs"))
            all.push_back(job.at("id"));
        return all;
    };
    const auto before = ids();
    EXPECT_EQ(regnet({"queue", "move", before[2], "--first"}).output, "1 job changed\n");
    EXPECT_EQ(ids(), (std::vector{before[2], before[0], before[1]}));
    EXPECT_EQ(regnet({"queue", "move", before[2], "--before", before[1].substr(0, 12), "--json"}).output,
              "{\"changed\":1}\n");
    EXPECT_EQ(ids(), (std::vector{before[0], before[2], before[1]}));
    EXPECT_EQ(regnet({"queue", "move", before[2]}).exitCode, 2) << "where to";
    EXPECT_EQ(regnet({"queue", "priority", "3", before[1]}).exitCode, 0);
    EXPECT_EQ(ids(), (std::vector{before[1], before[0], before[2]}));
    EXPECT_EQ(regnet({"queue", "run"}).exitCode, 0);
    const auto job =
        nlohmann::json::parse(regnet({"queue", "show", before[0].substr(0, 9), "--json"}).output);
    EXPECT_EQ(job.at("state"), "done");
    EXPECT_EQ(job.at("manifest").at("torch_version"), "scripted");
    EXPECT_EQ(job.at("attempts").size(), 1u);
    EXPECT_EQ(job.at("populations"), nlohmann::json::array({"small"}));
    EXPECT_THAT(regnet({"queue", "show", before[0]}).output, HasSubstr("attempt 1   done, exit code 0"));
    EXPECT_EQ(
        nlohmann::json::parse(regnet({"queue", "list", "--limit", "1", "--offset", "2", "--json"}).output)
            .at("jobs")
            .size(),
        1u);
    EXPECT_EQ(nlohmann::json::parse(regnet({"queue", "list", "--state", "done,failed", "--json"}).output)
                  .at("total"),
              3);
}

TEST_F(QueueCommand, ResumingTheQueueLeavesSinglePausesAsTheyAre)
{
    regnet({"queue", "add", "--population", "small", "--recipe", "cpu-tiny", "--space", "RegNetX@cpu", "--n",
            "2"});
    const std::string job = listed().at("jobs").at(0).at("id");
    regnet({"queue", "pause", job});
    regnet({"queue", "pause"});
    regnet({"queue", "resume"});
    EXPECT_EQ(listed().at("jobs").at(0).at("state"), "paused");
    EXPECT_EQ(regnet({"queue", "resume", "--all"}).output, "1 job changed\n");
    EXPECT_EQ(listed().at("jobs").at(0).at("state"), "queued");
}

TEST_F(QueueCommand, SamplesGoIntoAStoreThatAnotherProgramWrites)
{
    std::thread answering;
    {
        Store holder(store, "regnet-explorer");
        const Spool spool(defaultSpool(store));
        spool.create();
        std::atomic<bool> isDone = false;
        answering = std::thread([&] {
            while (!isDone) {
                answerRequests(holder, spool);
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        });
        const ProgramResult result = regnet({"sample", "RegNetX@cpu", "--n", "4", "--population", "drawn"});
        isDone = true;
        answering.join();
        EXPECT_EQ(result.exitCode, 0) << result.errors;
    }
    EXPECT_EQ(StoreReader(store).populations().at(0).networks, 4);
    std::vector<Problem> problems;
    EXPECT_EQ(Spool(defaultSpool(store)).populations(problems).size(), 1u) << "a rebuilt store knows it too";
}

TEST_F(QueueCommand, WhatIsInterruptedWhileItWaitsForAnotherProgramIsTakenBack)
{
    const Store writer(store, "regnet-explorer"); // which answers nobody
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"queue", "pause"},
          {"sample", "RegNetX@cpu", "--n", "1", "--population", "later"},
          {"train", "--population", "later", "--space", "RegNetX@cpu", "--n", "1", "--recipe", "cpu-tiny"}}) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--store", store});
        const ProgramResult stopped = interruptProgram("regnet", all);
        EXPECT_EQ(stopped.exitCode, 1) << words.front();
        EXPECT_THAT(stopped.errors, HasSubstr("stopped")) << words.front();
    }
    std::error_code error;
    for (const auto& left :
         std::filesystem::directory_iterator(Spool(defaultSpool(store)).requestFolder(), error))
        ADD_FAILURE() << left.path();
}

TEST_F(QueueCommand, ABackupThatIsInterruptedIsWholeOrNotThere)
{
    train();
    const std::string copy = (folder / "copy.db").string();
    const ProgramResult result = interruptProgram("regnet", {"store", "backup", copy, "--store", store});
    EXPECT_FALSE(std::filesystem::exists(copy + ".part"));
    if (std::filesystem::exists(copy)) // it came too late
        EXPECT_EQ(StoreReader(copy).resultsDump(), StoreReader(store).resultsDump());
    else
        EXPECT_EQ(result.errors, "regnet: " + copy + ": was stopped; nothing was kept\n");
}

TEST_F(QueueCommand, BackupRepairAndCheck)
{
    train();
    const std::string copy = (folder / "copy.db").string();
    EXPECT_EQ(regnet({"store", "backup", copy}).exitCode, 0);
    EXPECT_EQ(StoreReader(copy).resultsDump(), StoreReader(store).resultsDump());
    EXPECT_EQ(regnet({"store", "backup", copy}).exitCode, 2);
    EXPECT_THAT(regnet({"store", "repair"}).output, HasSubstr("all is well, nothing was changed"));
    EXPECT_TRUE(nlohmann::json::parse(regnet({"store", "check", "--full", "--json"}).output).at("is_well"));
    std::ofstream(store, std::ios::in | std::ios::out) << "no database";
    for (const char* suffix : {"-wal", "-shm"})
        std::filesystem::remove(store + suffix);
    EXPECT_EQ(regnet({"store", "check"}).exitCode, 1);
    EXPECT_THAT(regnet({"store", "repair"}).output, HasSubstr("1 population, 3 jobs, 3 results"));
    EXPECT_EQ(StoreReader(copy).resultsDump(), StoreReader(store).resultsDump());
}

TEST_F(QueueCommand, CheckReadsRowsAndLooksAtTheSpool)
{
    train();
    EXPECT_EQ(regnet({"store", "check"}).exitCode, 0);
    const Spool spool(defaultSpool(store));
    const auto file = jobFile(spool.jobFolder(spool.jobs().at(0)));
    std::ofstream(file) << "{ damaged";
    ProgramResult result = regnet({"store", "check"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.output, HasSubstr(file.string()));
    EXPECT_THAT(result.errors, HasSubstr("is damaged, or may not be read"));
    EXPECT_EQ(regnet({"store", "repair"}).exitCode, 0);
    EXPECT_EQ(regnet({"store", "check"}).exitCode, 0);
}

TEST_F(QueueCommand, DoctorLooksIntoTheStore)
{
    train();
    auto found = nlohmann::json::parse(regnet({"doctor", "--json"}).output);
    EXPECT_EQ(found.at("store").at("jobs"), 3);
    EXPECT_EQ(found.at("store").at("open_jobs"), 0);
    EXPECT_TRUE(found.at("store").at("problem").is_null());
    EXPECT_TRUE(found.at("gpus").is_array());
    std::ofstream(store, std::ios::in | std::ios::out) << "no database";
    found = nlohmann::json::parse(regnet({"doctor", "--json"}).output);
    EXPECT_THAT(found.at("store").at("problem").get<std::string>(), HasSubstr("is no store"));
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
    EXPECT_THAT(regnet({"store", "rebuild"}).output, HasSubstr("1 population, 3 jobs, 3 results"));
    EXPECT_EQ(StoreReader(store).resultsDump(), before);
    EXPECT_THAT(regnet({"store", "check", "--full"}).output, HasSubstr("all is well"));
}

TEST_F(QueueCommand, WhatARebuiltStoreLeavesOutIsToldAndIsAFailure)
{
    train();
    const Spool spool(defaultSpool(store));
    const std::string id = spool.jobs().front();
    const std::filesystem::path log = attemptFolder(spool.jobFolder(id), 1) / "events.jsonl";
    std::filesystem::resize_file(log, std::filesystem::file_size(log) - 10);
    ProgramResult result = regnet({"store", "rebuild"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, HasSubstr("left out: " + log.string() + ":"));
    EXPECT_THAT(result.errors, HasSubstr("not all that its spool held could be read"));
    EXPECT_THAT(result.output, HasSubstr("3 results\n1 of the results the spool has lost"));
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(store + suffix);
    result = regnet({"store", "rebuild", "--json"});
    EXPECT_EQ(result.exitCode, 1);
    const auto json = nlohmann::json::parse(result.output);
    EXPECT_EQ(json.at("results"), 2);
    EXPECT_EQ(json.at("taken_over"), 0);
    EXPECT_EQ(json.at("left_out").size(), 2u) << json;
}

TEST_F(QueueCommand, APopulationIsDeletedWhenSomebodySaysYes)
{
    train();
    const ProgramResult asked = regnet({"store", "delete", "small"});
    EXPECT_EQ(asked.exitCode, 2) << "a script has to say it";
    EXPECT_THAT(asked.errors,
                HasSubstr("would delete population \"small\" with 3 finished results; expected --yes"));
    const ProgramResult deleted = regnet({"store", "delete", "small", "--yes", "--json"});
    EXPECT_EQ(deleted.exitCode, 0) << deleted.errors;
    const auto json = nlohmann::json::parse(deleted.output);
    EXPECT_EQ(json.at("results_removed"), 3);
    EXPECT_EQ(listed().at("total"), 0);
    EXPECT_THAT(runProgram("regnet", {"store", "info", "--store", json.at("backup")}).output,
                HasSubstr("\nsmall  "));
    EXPECT_EQ(regnet({"store", "delete", "small", "--yes"}).exitCode, 2);
}

TEST_F(QueueCommand, ANameIsOneLineOfUtf8)
{
    const std::vector<std::vector<std::string>> commands{
        {"sample", "RegNetX@cpu", "--n", "1"},
        {"queue", "add", "--space", "RegNetX@cpu", "--n", "1", "--recipe", "cpu-tiny"},
        {"train", "--space", "RegNetX@cpu", "--n", "1", "--recipe", "cpu-tiny"}};
    for (std::vector<std::string> words : commands) {
        words.insert(words.end(), {"--population", "a\xff"});
        const ProgramResult bytes = regnet(words);
        EXPECT_EQ(bytes.exitCode, 2) << words.front();
        EXPECT_EQ(bytes.errors, "regnet: the name of the population: is not UTF-8\n");
        words.back() = "two\n\x1b[1mlines";
        const ProgramResult lines = regnet(words);
        EXPECT_EQ(lines.exitCode, 2) << words.front();
        EXPECT_THAT(lines.errors,
                    HasSubstr("the name of the population: holds characters that cannot be shown"));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder)) << "neither store nor spool is left";
}

TEST_F(QueueCommand, APopulationGetsAnotherName)
{
    train();
    const ProgramResult renamed = regnet({"store", "rename", "small", "better"});
    EXPECT_EQ(renamed.exitCode, 0) << renamed.errors;
    EXPECT_EQ(renamed.output, "\"small\" is called \"better\" now\n");
    EXPECT_THAT(regnet({"store", "info"}).output, HasSubstr("\nbetter  "));
    const ProgramResult empty = regnet({"store", "rename", "better", ""});
    EXPECT_EQ(empty.exitCode, 2);
    EXPECT_THAT(empty.errors, HasSubstr("the new name: is empty"));
    EXPECT_THAT(regnet({"store", "rename", "small", "x"}).errors, HasSubstr("expected one of better"));
}

} // namespace
} // namespace regnet
