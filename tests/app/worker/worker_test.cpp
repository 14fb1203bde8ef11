// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_sets.h"
#include "core/network/network_json.h"
#include "core/queue/job.h"
#include "tests/app/program.h"
#include "tests/core/data/synthetic_cifar.h"
#include "tests/temporary_folder.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace regnet {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A regnet-worker that runs beside the test.
class Worker
{
public:
    explicit Worker(const fs::path& jobFolder)
    {
        std::string program = std::string(REGNET_BIN_DIR) + "/regnet-worker", folder = jobFolder.string();
        char* const argv[] = {program.data(), folder.data(), nullptr};
        if (posix_spawn(&m_process, program.c_str(), nullptr, nullptr, argv, environ) != 0)
            throw std::runtime_error("cannot start " + program);
    }
    ~Worker()
    {
        if (m_status) return;
        kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void send(int signal) const { kill(m_process, signal); }

    /// Exit code, or 128 + signal.
    int end()
    {
        if (!m_status) {
            waitpid(m_process, &m_status.emplace(), 0);
        }
        return WIFEXITED(*m_status) ? WEXITSTATUS(*m_status) : 128 + WTERMSIG(*m_status);
    }

    /// Waits until the condition holds or the worker has ended.
    void waitFor(const std::function<bool()>& condition)
    {
        while (!condition()) {
            int status = 0;
            if (waitpid(m_process, &status, WNOHANG) == m_process) {
                m_status = status;
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

private:
    pid_t m_process = 0;
    std::optional<int> m_status;
};

JobSpec tinyJob()
{
    JobSpec job;
    job.id = "job";
    job.network.stem = {StemType::SimpleStemIn, 8};
    job.network.stages = {{.width = 8, .depth = 1}, {.width = 16, .depth = 1}};
    job.network.head.classes = 10;
    job.network.resolution = 32;
    job.networkHash = hashOf(realise(job.network));
    job.recipe = builtInRecipe("cpu-tiny");
    job.recipe.epochs = 10; // so that a signal finds it at work
    return job;
}

class WorkerTest : public testing::Test
{
protected:
    /// The end of a job that nobody disturbs.
    std::vector<LoggedEvent> undisturbed(const JobSpec& job) const
    {
        const fs::path folder = m_root / "undisturbed";
        writeJob(folder, job);
        EXPECT_EQ(Worker(folder).end(), 0);
        return readEvents(folder, 1);
    }

    const TemporaryFolder m_temporary;
    const fs::path m_root = m_temporary.path();
};

std::int64_t epochsIn(const std::vector<LoggedEvent>& events)
{
    return std::count_if(events.begin(), events.end(),
                         [](const LoggedEvent& e) { return std::holds_alternative<EpochEvent>(e.event); });
}

/// Test error and loss of each epoch; an epoch that was done twice must have come out equal.
std::map<std::int64_t, std::pair<double, double>> curveOf(const std::vector<LoggedEvent>& events)
{
    std::map<std::int64_t, std::pair<double, double>> curve;
    for (const LoggedEvent& logged : events)
        if (const auto* epoch = std::get_if<EpochEvent>(&logged.event)) {
            const std::pair<double, double> point{epoch->testError, epoch->trainLoss};
            EXPECT_EQ(curve.emplace(epoch->epoch, point).first->second, point) << "epoch " << epoch->epoch;
        }
    return curve;
}

/// Starts attempt after attempt, sends the signal to each after its second epoch, until one is done.
std::vector<LoggedEvent> disturbed(const fs::path& folder, JobSpec job, int signal, int expectedEnd)
{
    std::vector<LoggedEvent> all;
    for (job.attempt = 1; job.attempt <= 20; ++job.attempt) {
        writeJob(folder, job);
        Worker worker(folder);
        worker.waitFor([&] { return epochsIn(readEvents(folder, job.attempt)) >= 2; });
        worker.send(signal);
        const int end = worker.end();
        const std::vector<LoggedEvent> events = readEvents(folder, job.attempt);
        all.insert(all.end(), events.begin(), events.end());
        if (end == 0) break;
        EXPECT_EQ(end, expectedEnd);
    }
    EXPECT_GT(job.attempt, 1) << "no signal came in time";
    return all;
}

TEST_F(WorkerTest, TrainsAJobToItsEnd)
{
    const JobSpec job = tinyJob();
    const std::vector<LoggedEvent> events = undisturbed(job);
    ASSERT_EQ(events.size(), 12U); // started, ten epochs, finished
    const auto& started = std::get<StartedEvent>(events.front().event);
    const Cost expected = cost(realise(job.network));
    EXPECT_EQ(started.flops, expected.flops);
    EXPECT_EQ(started.params, expected.params);
    EXPECT_EQ(started.activations, expected.activations);
    EXPECT_EQ(started.threads, 1);
    const auto& finished = std::get<FinishedEvent>(events.back().event);
    double best = 100;
    for (const auto& [epoch, point] : curveOf(events))
        best = std::min(best, point.first);
    EXPECT_EQ(finished.bestTestError, best);
    EXPECT_EQ(finished.lastTestError, curveOf(events).at(10).first);
    EXPECT_FALSE(fs::exists(m_root / "undisturbed/checkpoint")) << "a finished job needs no disk";
}

TEST_F(WorkerTest, StoppedAndStartedAgainItEndsAsIfNothingHadHappened)
{
    const std::vector<LoggedEvent> whole = undisturbed(tinyJob());
    for (const int signal : {SIGTERM, SIGUSR1}) {
        const fs::path folder = m_root / std::to_string(signal);
        const std::vector<LoggedEvent> pieces = disturbed(folder, tinyJob(), signal, 75);
        EXPECT_EQ(curveOf(pieces), curveOf(whole));
        EXPECT_EQ(std::get<FinishedEvent>(pieces.back().event).bestTestError,
                  std::get<FinishedEvent>(whole.back().event).bestTestError);
    }
}

TEST_F(WorkerTest, KilledItGoesOnFromItsLastCheckpoint)
{
    const std::vector<LoggedEvent> whole = undisturbed(tinyJob());
    const std::vector<LoggedEvent> pieces = disturbed(m_root / "killed", tinyJob(), SIGKILL, 128 + SIGKILL);
    EXPECT_EQ(curveOf(pieces), curveOf(whole));
    EXPECT_EQ(std::get<FinishedEvent>(pieces.back().event).bestTestError,
              std::get<FinishedEvent>(whole.back().event).bestTestError);
}

TEST_F(WorkerTest, AnAttemptThatIsStartedAgainCountsOn)
{
    const fs::path folder = m_root / "again";
    writeJob(folder, tinyJob());
    {
        Worker worker(folder);
        worker.waitFor([&] { return epochsIn(readEvents(folder, 1)) >= 1; });
        worker.send(SIGKILL);
        ASSERT_EQ(worker.end(), 128 + SIGKILL);
    }
    EXPECT_EQ(Worker(folder).end(), 0);
    const std::vector<LoggedEvent> events = readEvents(folder, 1);
    EXPECT_EQ(curveOf(events).size(), 10U);
    EXPECT_TRUE(std::holds_alternative<FinishedEvent>(events.back().event));
    EXPECT_EQ(Worker(folder).end(), 0); // done is done
    EXPECT_EQ(readEvents(folder, 1).size(), events.size());
}

TEST_F(WorkerTest, ACancelledJobStopsAtTheNextBatch)
{
    const fs::path folder = m_root / "cancelled";
    writeJob(folder, tinyJob());
    std::ofstream(cancelMark(folder)) << "";
    EXPECT_EQ(Worker(folder).end(), 75);
    const std::vector<LoggedEvent> events = readEvents(folder, 1);
    ASSERT_FALSE(events.empty());
    EXPECT_TRUE(std::holds_alternative<StoppedEvent>(events.back().event));
    EXPECT_EQ(epochsIn(events), 0);
}

TEST_F(WorkerTest, DivergenceIsAnEndOfItsOwn)
{
    JobSpec job = tinyJob();
    fs::create_directories(m_root / "wild");
    std::ofstream(m_root / "wild/checkpoint.tmp99") << "what a killed worker left";
    job.recipe.baseLearningRate = 1000;
    job.recipe.weightDecay = 1;
    job.recipe.warmupEpochs = 0;
    writeJob(m_root / "wild", job);
    const ProgramResult result = runProgram("regnet-worker", {(m_root / "wild").string()});
    EXPECT_EQ(result.exitCode, 65);
    EXPECT_THAT(result.errors, HasSubstr("is no number in epoch"));
    const auto failed = std::get<FailedEvent>(readEvents(m_root / "wild", 1).back().event);
    EXPECT_EQ(failed.exit, WorkerExit::Diverged);
    EXPECT_THAT(failed.message, HasSubstr("is no number"));
    EXPECT_FALSE(fs::exists(m_root / "wild/checkpoint.tmp99"));
    EXPECT_FALSE(fs::exists(m_root / "wild/checkpoint")) << "from there it would diverge again";
}

TEST_F(WorkerTest, ABadJobIsOneSentence)
{
    struct Row
    {
        const char* why;
        std::function<void(JobSpec&)> spoil;
        const char* sentence;
    };
    const Row rows[] = {
        {"classes",
         [](JobSpec& job) {
             job.network.head.classes = 7;
             job.networkHash.clear();
         },
         "network.head.classes: is 7; expected 10, the classes of the data set"},
        {"data set", [](JobSpec& job) { job.dataSet.name = "svhn"; },
         "data_set.name: \"svhn\" is unknown; expected one of procedural"},
        {"device", [](JobSpec& job) { job.device = "cuda:99"; },
         "device: is cuda:99, which this LibTorch does not have; expected one of cpu"},
        {"hash", [](JobSpec& job) { job.networkHash = "0123"; },
         "network_hash: is 0123, which is not this network's"},
    };
    for (const Row& row : rows) {
        JobSpec job = tinyJob();
        row.spoil(job);
        const fs::path folder = m_root / row.why;
        writeJob(folder, job);
        const ProgramResult result = runProgram("regnet-worker", {folder.string()});
        EXPECT_EQ(result.exitCode, 64) << row.why;
        EXPECT_THAT(result.errors, HasSubstr(row.sentence));
        EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
        const std::vector<LoggedEvent> events = readEvents(folder, 1);
        ASSERT_FALSE(events.empty()) << row.why;
        EXPECT_EQ(std::get<FailedEvent>(events.back().event).exit, WorkerExit::BadJob);
    }
}

TEST_F(WorkerTest, TrainsOnCifarFromAFolder)
{
    writeSyntheticCifar(*knownDataSet("cifar10"), m_root / "data", 40);
    JobSpec job = tinyJob();
    job.recipe.epochs = 1;
    job.recipe.trainImages = job.recipe.testImages = 0;
    job.dataSet.name = "cifar10";
    job.dataSet.folder = (m_root / "data").string();
    job.dataSet = resolved(job.dataSet);
    const std::vector<LoggedEvent> events = undisturbed(job);
    ASSERT_EQ(events.size(), 3U); // started, one epoch, finished
    EXPECT_LT(std::get<FinishedEvent>(events.back().event).bestTestError, 90)
        << "classes differ in colour: better than chance";
}

TEST_F(WorkerTest, MissingDataIsAnEndOfItsOwn)
{
    JobSpec job = tinyJob();
    job.dataSet.name = "cifar10";
    job.dataSet.folder = (m_root / "data").string();
    writeJob(m_root / "missing", job);
    ProgramResult result = runProgram("regnet-worker", {(m_root / "missing").string()});
    EXPECT_EQ(result.exitCode, 77);
    EXPECT_THAT(result.errors, HasSubstr("data set cifar10: is not in "));
    EXPECT_EQ(std::count(result.errors.begin(), result.errors.end(), '\n'), 1) << result.errors;
    EXPECT_EQ(std::get<FailedEvent>(readEvents(m_root / "missing", 1).back().event).exit,
              WorkerExit::DataMissing);

    writeSyntheticCifar(*knownDataSet("cifar10"), m_root / "data", 10);
    job.dataSet.content = std::string(64, '0');
    writeJob(m_root / "other", job);
    result = runProgram("regnet-worker", {(m_root / "other").string()});
    EXPECT_EQ(result.exitCode, 77);
    EXPECT_THAT(result.errors, HasSubstr("holds other files than the job was queued with"));
}

TEST_F(WorkerTest, AJobThatCannotBeReadIsOneSentence)
{
    std::ofstream(m_root / "job.json") << "{\"id\": ";
    ProgramResult result = runProgram("regnet-worker", {m_root.string()});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_THAT(result.errors, HasSubstr("job.json:1: is not JSON"));
    result = runProgram("regnet-worker", {(m_root / "nowhere").string()});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_THAT(result.errors, HasSubstr("nowhere: is no folder"));
}

TEST_F(WorkerTest, AFullDiskEndsItWithASentenceAndAWholeLog)
{
    const fs::path folder = m_root / "full";
    writeJob(folder, tinyJob());
    // No file may grow beyond 4 kB: the log still fits, the checkpoint does not.
    const std::string line = "ulimit -f 8; exec \"" REGNET_BIN_DIR "/regnet-worker\" \"" + folder.string() +
                             "\" 2> \"" + (m_root / "errors").string() + "\"";
    const int status = std::system(line.c_str());
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 74);
    std::ifstream errors(m_root / "errors");
    const std::string text((std::istreambuf_iterator<char>(errors)), {});
    EXPECT_THAT(text, HasSubstr("checkpoint: cannot be written: "));
    EXPECT_EQ(epochsIn(readEvents(folder, 1)), 1); // what was measured is kept
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        EXPECT_THAT(entry.path().string(), testing::Not(HasSubstr(".tmp")));
}

#if !defined(__SANITIZE_ADDRESS__) // whose shadow needs all addresses
TEST_F(WorkerTest, OutOfMemoryIsAnEndOfItsOwn)
{
    JobSpec job = tinyJob();
    job.network.stem.width = 512; // 4096 images: 2 GiB after the first conv alone
    job.networkHash.clear();
    job.recipe.batchSize = 4096;
    job.recipe.trainImages = 4096;
    const fs::path folder = m_root / "large";
    writeJob(folder, job);
    const std::string line = "ulimit -v 3000000; exec \"" REGNET_BIN_DIR "/regnet-worker\" \"" +
                             folder.string() + "\" 2> \"" + (m_root / "errors").string() + "\"";
    const int status = std::system(line.c_str());
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 66);
    const auto failed = std::get<FailedEvent>(readEvents(folder, 1).back().event);
    EXPECT_EQ(failed.exit, WorkerExit::OutOfMemory);
    EXPECT_EQ(failed.message, "the memory of cpu is not enough for batches of 4096 images");
}
#endif

TEST_F(WorkerTest, WeightsThatAreWantedStayAndCanBeExported)
{
    JobSpec job = tinyJob();
    job.recipe.epochs = 2;
    job.keepsWeights = true;
    const fs::path folder = m_root / "kept", weights = m_root / "weights.pth";
    writeJob(folder, job);
    EXPECT_EQ(Worker(folder).end(), 0);
    EXPECT_TRUE(fs::exists(folder / "checkpoint"));
    EXPECT_EQ(runProgram("regnet-worker", {"--export", (folder / "best").string(), "--to", weights.string()})
                  .exitCode,
              0);
    EXPECT_GT(fs::file_size(weights), 1000U);
    const ProgramResult missing =
        runProgram("regnet-worker", {"--export", (folder / "none").string(), "--to", weights.string()});
    EXPECT_EQ(missing.exitCode, 64);
    EXPECT_THAT(missing.errors, HasSubstr("none: is missing; expected a checkpoint of a training"));
}

TEST_F(WorkerTest, EvaluatesWeightsAsTheTrainingDid)
{
    JobSpec job = tinyJob();
    job.recipe.epochs = 2;
    job.keepsWeights = true;
    const fs::path folder = m_root / "kept";
    const std::string weights = (m_root / "weights.pth").string();
    writeJob(folder, job);
    ASSERT_EQ(Worker(folder).end(), 0);
    ASSERT_EQ(runProgram("regnet-worker", {"--export", (folder / "best").string(), "--to", weights}).exitCode,
              0);
    const std::vector<LoggedEvent> events = readEvents(folder, 1);
    const auto& finished = std::get<FinishedEvent>(events.back().event);
    const std::string images = std::to_string(job.recipe.testImages);
    const std::vector<std::string> question{"evaluate", weights,       "--resolution",
                                            "32",       "--data-seed", std::to_string(job.dataSet.seed),
                                            "--images", images,        "--json"};
    const ProgramResult result = runProgram("regnet", question);
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const nlohmann::json json = nlohmann::json::parse(result.output);
    EXPECT_EQ(json.at("images"), job.recipe.testImages);
    EXPECT_EQ(json.at("error").get<double>(), finished.bestTestError);
    const ProgramResult missing = runProgram("regnet", {"evaluate", (m_root / "none.pth").string()});
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_THAT(missing.errors, HasSubstr("none.pth"));
}

TEST_F(WorkerTest, MeasuresANetwork)
{
    const fs::path file = m_root / "network.json";
    const JobSpec job = tinyJob();
    std::ofstream(file) << toJson(job.network).dump();
    const std::vector<std::string> words{"--measure", file.string(), "--batch", "4", "--seconds", "1"};
    const ProgramResult result = runProgram("regnet-worker", words);
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    const nlohmann::json json = nlohmann::json::parse(result.output);
    EXPECT_EQ(json.at("flops"), cost(realise(job.network)).flops);
    EXPECT_EQ(json.at("counts_agree"), true);
    EXPECT_EQ(json.at("batch"), 4);
    EXPECT_GT(json.at("peak_bytes"), 0);
    for (const char* direction : {"forward", "training"}) {
        EXPECT_GT(json.at(direction).at("milliseconds"), 0);
        EXPECT_GT(json.at(direction).at("images_per_second"), 0);
        EXPECT_GE(json.at(direction).at("runs"), 1);
    }
    EXPECT_EQ(runProgramInto("/dev/full", "regnet-worker", words).exitCode, 1);
    EXPECT_EQ(runProgram("regnet-worker", {"--measure", file.string(), "--device", "cuda:99"}).exitCode, 64);
}

TEST(WorkerProgram, TellsAboutItself)
{
    const ProgramResult info = runProgram("regnet-worker", {"--info"});
    EXPECT_EQ(info.exitCode, 0);
    const nlohmann::json json = nlohmann::json::parse(info.output);
    EXPECT_EQ(json.at("devices").at(0), "cpu");
    EXPECT_FALSE(json.at("torch").get<std::string>().empty());
    EXPECT_THAT(runProgram("regnet-worker", {"--help"}).output, HasSubstr("Usage: regnet-worker JOBFOLDER"));
}

TEST(WorkerProgram, AFullDiskBehindTheOutputIsNoticed)
{
    for (const char* option : {"--info", "--help", "--version"}) {
        const ProgramResult result = runProgramInto("/dev/full", "regnet-worker", {option});
        EXPECT_EQ(result.exitCode, 1) << option;
        EXPECT_EQ(result.errors,
                  "regnet-worker: standard output: cannot be written: No space left on device\n")
            << option;
    }
}

TEST(WorkerProgram, ATerminalObeysNothingOfAnArgument)
{
    EXPECT_THAT(runProgram("regnet-worker", {"--\x1b[2J"}).errors, HasSubstr("--\\x1b[2J: is not an option"));
}

TEST(WorkerProgram, RefusesWhatItDoesNotKnow)
{
    ProgramResult result = runProgram("regnet-worker", {"--frobnicate"});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_EQ(result.errors,
              "regnet-worker: --frobnicate: is not an option; expected one that --help lists\n");
    result = runProgram("regnet-worker", {"job", "--threads", "many"});
    EXPECT_EQ(result.exitCode, 64);
    EXPECT_EQ(result.errors,
              "regnet-worker: --threads: is \"many\"; expected a whole number from 1 to 1024\n");
    EXPECT_EQ(runProgram("regnet-worker", {}).exitCode, 64);
}

} // namespace
} // namespace regnet
