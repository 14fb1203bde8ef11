// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/trainer.h"

#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/checkpoint.h"
#include "tests/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

JobSpec tinyJob()
{
    JobSpec job;
    job.id = "tiny";
    job.network.stem.width = 8;
    job.network.stages = {{.width = 8, .depth = 1}, {.width = 16, .depth = 1}};
    job.network.seRatio = 0.25;
    job.network.head.classes = 10;
    job.network.resolution = 16;
    job.dataSet.resolution = 16;
    job.recipe = builtInRecipe("cpu-tiny");
    job.recipe.batchSize = 16;
    job.recipe.trainImages = 70; // 4 batches and an incomplete one
    job.recipe.testImages = 40;
    job.seed = 3;
    return job;
}

/// What a training left behind: its curve, and its last checkpoint.
struct Trace
{
    std::vector<EpochEvent> epochs;
    TrainResult result;
    Checkpoint last;
};

class TrainerTest : public testing::Test
{
protected:
    TrainerTest() { m_options.checkpoint = m_folder / "checkpoint"; }

    /// Trains until it is done, and interrupts it after each of the given numbers of batches.
    Trace trainInPieces(const JobSpec& job, const std::vector<int>& batches)
    {
        Trace trace;
        TrainObserver observer;
        observer.epoch = [&](const EpochEvent& event) { trace.epochs.push_back(event); };
        for (const int count : batches) {
            int left = count;
            observer.shouldStop = [&] { return left-- == 0; };
            EXPECT_EQ(train(job, m_options, observer).end, TrainEnd::Stopped);
        }
        observer.shouldStop = {};
        trace.result = train(job, m_options, observer);
        trace.last = readCheckpoint(m_options.checkpoint).value();
        fs::remove(m_options.checkpoint);
        return trace;
    }

    const TemporaryFolder m_temporary;
    const fs::path m_folder = m_temporary.path();
    TrainOptions m_options;
};

void expectEqual(const Trace& a, const Trace& b)
{
    ASSERT_EQ(a.epochs.size(), b.epochs.size());
    for (std::size_t i = 0; i < a.epochs.size(); ++i) {
        EXPECT_EQ(a.epochs[i].epoch, b.epochs[i].epoch);
        EXPECT_EQ(a.epochs[i].trainLoss, b.epochs[i].trainLoss);
        EXPECT_EQ(a.epochs[i].trainError, b.epochs[i].trainError);
        EXPECT_EQ(a.epochs[i].testLoss, b.epochs[i].testLoss);
        EXPECT_EQ(a.epochs[i].testError, b.epochs[i].testError);
    }
    EXPECT_EQ(a.result.bestTestError, b.result.bestTestError);
    EXPECT_EQ(a.last.identity, b.last.identity);
    EXPECT_EQ(a.last.tensors, b.last.tensors); // every bit of weights, momenta and statistics
}

TEST_F(TrainerTest, AResumedRunEqualsAnUninterruptedOneBitForBit)
{
    const JobSpec job = tinyJob();
    const Trace whole = trainInPieces(job, {});
    ASSERT_EQ(whole.result.end, TrainEnd::Done);
    ASSERT_EQ(whole.epochs.size(), 3U);
    expectEqual(trainInPieces(job, {4}), whole);             // at the end of an epoch
    expectEqual(trainInPieces(job, {2}), whole);             // in the middle of one
    expectEqual(trainInPieces(job, {0, 1, 1, 3, 2}), whole); // before the first batch, and again and again
}

/// Everything that has a state of its own.
JobSpec fullJob()
{
    JobSpec job = tinyJob();
    job.recipe.trainImages = 90;
    job.recipe.heldOutImages = 20; // 70 are left: 4 batches and an incomplete one
    job.recipe.emaAlpha = 0.01;
    job.recipe.emaPeriod = 2;
    job.recipe.preciseNormImages = 32;
    job.recipe.mixup = 0.5;
    job.recipe.labelSmoothing = 0.1;
    job.recipe.accumulation = 2;
    job.recipe.isPerBatch = true;
    return job;
}

TEST_F(TrainerTest, AResumedRunEqualsAnUninterruptedOneWithAllThatHasState)
{
    const JobSpec job = fullJob();
    const Trace whole = trainInPieces(job, {});
    ASSERT_EQ(whole.result.end, TrainEnd::Done);
    expectEqual(trainInPieces(job, {4}), whole);
    expectEqual(trainInPieces(job, {2, 3, 1}), whole);
}

/// One feature of a recipe alone: what it keeps must not hide behind another one's.
struct Feature
{
    const char* name;
    void (*add)(JobSpec&);
};

class ResumedWith : public TrainerTest, public testing::WithParamInterface<Feature>
{
};

TEST_P(ResumedWith, EqualsAnUninterruptedRunBitForBit)
{
    JobSpec job = tinyJob();
    GetParam().add(job);
    const Trace whole = trainInPieces(job, {});
    ASSERT_EQ(whole.result.end, TrainEnd::Done);
    expectEqual(trainInPieces(job, {4, 4}), whole);    // at the ends of epochs
    expectEqual(trainInPieces(job, {3, 2, 2}), whole); // in the middle
    EXPECT_NE(trainInPieces(tinyJob(), {}).last.tensors, whole.last.tensors) << "it changes something";
}

INSTANTIATE_TEST_SUITE_P(
    Features, ResumedWith,
    testing::Values(
        Feature{"AveragedWeights",
                [](JobSpec& job) { job.recipe.emaAlpha = 0.01, job.recipe.emaPeriod = 3; }},
        Feature{"PreciseNorm", [](JobSpec& job) { job.recipe.preciseNormImages = 32; }},
        Feature{"Accumulation", [](JobSpec& job) { job.recipe.accumulation = 4; }},
        Feature{"Mixup", [](JobSpec& job) { job.recipe.mixup = 0.5; }},
        Feature{"HeldOutImages",
                [](JobSpec& job) { job.recipe.trainImages = 90, job.recipe.heldOutImages = 20; }},
        Feature{"LabelSmoothing", [](JobSpec& job) { job.recipe.labelSmoothing = 0.1; }},
        Feature{"RandomSizedCrop",
                [](JobSpec& job) { job.recipe.randomSizedCrop = true, job.recipe.cropPadding = 0; }},
        Feature{"Lighting", [](JobSpec& job) { job.recipe.lighting = 0.1; }},
        Feature{"ARateThatMovesWithEveryBatch", [](JobSpec& job) { job.recipe.isPerBatch = true; }},
        // The first step is not dampened: a state too.
        Feature{"Dampening", [](JobSpec& job) { job.recipe.nesterov = false, job.recipe.dampening = 0.5; }},
        Feature{"NoMomentum", [](JobSpec& job) { job.recipe.nesterov = false, job.recipe.momentum = 0; }},
        Feature{"Bfloat16", [](JobSpec& job) { job.recipe.precision = Precision::Bfloat16; }},
        Feature{"Silu", [](JobSpec& job) { job.network.activation = Activation::Silu; }}),
    [](const auto& feature) { return feature.param.name; });

TEST_F(TrainerTest, SaysWhichErrorIsWhich)
{
    const Trace trace = trainInPieces(fullJob(), {});
    double bestHeldOut = 101, selected = 101, bestEma = 101;
    for (const EpochEvent& epoch : trace.epochs) {
        ASSERT_TRUE(epoch.emaTestError && epoch.heldOutError && epoch.emaHeldOutError && epoch.testTop5Error);
        EXPECT_LE(*epoch.testTop5Error, epoch.testError);
        EXPECT_LE(*epoch.trainTop5Error, epoch.trainError);
        bestEma = std::min(bestEma, *epoch.emaTestError);
        if (*epoch.emaHeldOutError < bestHeldOut) {
            bestHeldOut = *epoch.emaHeldOutError;
            selected = *epoch.emaTestError;
        }
    }
    EXPECT_EQ(trace.result.bestEmaTestError, bestEma);
    EXPECT_EQ(trace.result.bestHeldOutError, bestHeldOut);
    EXPECT_EQ(trace.result.selectedTestError, selected);
    const Trace plain = trainInPieces(tinyJob(), {});
    EXPECT_FALSE(plain.result.selectedTestError || plain.result.bestEmaTestError);
    EXPECT_FALSE(plain.epochs[0].emaTestError || plain.epochs[0].heldOutError);
}

TEST_F(TrainerTest, Bfloat16LearnsToo)
{
    JobSpec job = tinyJob();
    const Trace exact = trainInPieces(job, {});
    job.recipe.precision = Precision::Bfloat16;
    const Trace rounded = trainInPieces(job, {});
    EXPECT_NE(rounded.epochs[0].trainLoss, exact.epochs[0].trainLoss);
    EXPECT_NEAR(rounded.epochs[0].trainLoss, exact.epochs[0].trainLoss, 0.05);
}

TEST_F(TrainerTest, TheBestEpochIsKeptWhereAsked)
{
    m_options.best = m_folder / "best";
    const Trace trace = trainInPieces(tinyJob(), {});
    std::int64_t best = 0;
    for (std::size_t i = 0; i < trace.epochs.size(); ++i)
        if (trace.epochs[i].testError < trace.epochs[static_cast<std::size_t>(best)].testError)
            best = static_cast<std::int64_t>(i);
    EXPECT_EQ(readCheckpoint(m_options.best)->position.epoch, best + 1);
}

TEST_F(TrainerTest, TheSeedDecides)
{
    JobSpec job = tinyJob();
    const Trace first = trainInPieces(job, {});
    job.seed = 4;
    EXPECT_NE(trainInPieces(job, {}).epochs[0].trainLoss, first.epochs[0].trainLoss);
}

TEST_F(TrainerTest, ReportsTheCountsAndTheCurve)
{
    TrainObserver observer;
    std::optional<StartedEvent> started;
    observer.started = [&](const StartedEvent& event) { started = event; };
    const JobSpec job = tinyJob();
    const TrainResult result = train(job, m_options, observer);
    ASSERT_TRUE(started);
    const Cost expected = cost(realise(job.network));
    EXPECT_EQ((Cost{started->flops, started->params, started->activations}), expected);
    EXPECT_EQ(started->device, "cpu");
    EXPECT_EQ(started->countsAgree, true);
    // Kept with the result: what made it, and with which seeds.
    for (const char* name : {"program", "build", "processor", "environment", "deterministic", "network",
                             "recipe", "data_set", "seed", "data_seed"})
        EXPECT_TRUE(started->manifest.contains(name)) << name;
    EXPECT_EQ(started->manifest.at("seed"), "3");
    EXPECT_EQ(started->manifest.at("network"), hashOf(realise(job.network)));
    EXPECT_EQ(result.epoch, 3);
    EXPECT_LE(result.bestTestError, result.lastTestError);
    EXPECT_GE(result.bestTestError, 0);
    EXPECT_LE(result.lastTestError, 100);
    EXPECT_GT(result.trainSeconds, 0);
}

TEST_F(TrainerTest, LearnsAHandfulOfImagesByHeart)
{
    JobSpec job = tinyJob();
    job.network.stages = {{.width = 16, .depth = 1}, {.width = 32, .depth = 1}};
    job.recipe.trainImages = 32;
    job.recipe.epochs = 40;
    job.recipe.flip = false;
    job.recipe.cropPadding = 0;
    job.recipe.weightDecay = 0;
    EXPECT_LE(trainInPieces(job, {}).epochs.back().trainError, 5);
}

TEST_F(TrainerTest, AnInfiniteLossIsDivergence)
{
    JobSpec job = tinyJob();
    job.recipe.baseLearningRate = 1000;
    job.recipe.weightDecay = 1;
    job.recipe.warmupEpochs = 0;
    job.recipe.epochs = 30;
    const TrainResult result = train(job, m_options, {});
    EXPECT_EQ(result.end, TrainEnd::Diverged);
    EXPECT_THAT(result.message, testing::HasSubstr("is no number"));
}

TEST_F(TrainerTest, ALaterAttemptIsNotOverwritten)
{
    TrainObserver observer;
    observer.ownsJob = [] { return false; };
    EXPECT_EQ(train(tinyJob(), m_options, observer).end, TrainEnd::Superseded);
    EXPECT_FALSE(fs::exists(m_options.checkpoint));
}

TEST_F(TrainerTest, ACheckpointOfAnotherTrainingIsRefused)
{
    TrainObserver observer;
    observer.shouldStop = [] { return true; };
    JobSpec job = tinyJob();
    train(job, m_options, observer);
    job.seed += 1;
    EXPECT_THAT([&] { train(job, m_options, observer); },
                testing::ThrowsMessage<Error>(
                    testing::HasSubstr("belongs to another network, recipe, data set or seed")));
}

TEST(TrainCheck, NamesEachFieldThatDoesNotFit)
{
    JobSpec job = tinyJob();
    EXPECT_TRUE(check(job).empty());
    job.network.head.classes = 100;
    job.network.resolution = 32;
    job.device = "cuda:99";
    std::vector<std::string> sentences;
    for (const Problem& problem : check(job))
        sentences.push_back(sentence(problem));
    EXPECT_THAT(sentences,
                testing::ElementsAre(
                    "network.head.classes: is 100; expected 10, the classes of the data set",
                    "network.resolution: is 32; expected 16, the resolution of the data set",
                    testing::StartsWith(
                        "device: is cuda:99, which this LibTorch does not have; expected one of cpu")));
}

} // namespace
} // namespace regnet
