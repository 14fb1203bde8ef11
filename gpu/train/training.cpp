// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/training.h"

#include "core/format/weights.h"
#include "core/network/network_json.h"
#include "core/study/schedule.h"
#include "core/system/whole_file.h"
#include "core/text/sha256.h"
#include "core/text/version.h"
#include "gpu/kernels/heap.h"
#include "gpu/measure/torch_info.h"
#include "gpu/network/load_weights.h"
#include "gpu/train/manifest.h"
#include "gpu/train/precise_norm.h"

#include <ATen/Parallel.h>
#include <ATen/ops/tensor.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace regnet {
namespace {

/// On a device that works behind our back, reading the loss means waiting for it: look now and then.
constexpr std::int64_t batchesBetweenLooks = 20;

/// One training and no other: what a checkpoint must belong to.
std::string identityOf(const JobSpec& job, const Network& network)
{
    return sha256(hashOf(network) + hashOf(job.recipe) + canonicalJson(job.dataSet) +
                  std::to_string(job.seed));
}

struct Diverged
{
    std::string message;
};

struct CannotWrite
{
    std::string message;
};

} // namespace

Training::Training(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer)
    : m_job(job), m_options(options), m_observer(observer), m_network(realise(job.network)),
      m_identity(identityOf(job, m_network)), m_device(job.device)
{
    at::set_num_threads(static_cast<int>(options.threads));
    if (m_device.is_cpu()) keepFreedMemory();
    const std::shared_ptr<AnyNet> net = initialNet();
    m_counted = countRunning(*net, m_network.resolution);
    m_learner = std::make_unique<Learner>(net, job.recipe, m_device.is_cpu());
    if (job.recipe.emaAlpha > 0) m_average = std::make_unique<MovingAverage>(initialNet(), *net, job.recipe);
    m_source = std::make_unique<BatchSource>(job, m_device);
}

/// As a training begins: from random weights, or from those that the recipe names.
std::shared_ptr<AnyNet> Training::initialNet() const
{
    auto net = buildAnyNet(m_network);
    initialise(*net, m_job.seed);
    if (const std::string& sum = m_job.recipe.initialWeights; !sum.empty()) {
        const std::string file = m_options.initialWeights.string();
        if (file.empty()) throwBadInput("recipe.initial_weights", "is set, but no file is given", "the file");
        if (sha256(readWhole(file)) != sum)
            throwBadInput(file, "is not the file that the recipe names: its SHA-256 is another", sum);
        loadWeights(*net, openWeights(file, {{}, hintsOf(m_job.network)}), HeadRule::MayDiffer, file);
    }
    net->to(m_device);
    return net;
}

void Training::resume()
{
    if (m_options.checkpoint.empty()) return;
    const std::optional<Checkpoint> checkpoint = readCheckpoint(m_options.checkpoint);
    if (!checkpoint) return;
    if (checkpoint->identity != m_identity)
        throwBadInput(m_options.checkpoint.string(), "belongs to another network, recipe, data set or seed",
                      "the checkpoint of this job, or none");
    restoreTensors(checkpoint->tensors, {*m_learner, m_average.get()}, m_options.checkpoint.string());
    m_position = checkpoint->position;
    m_learner->optimiser().setHasStepped(m_position.epoch > 0 || m_position.batch > 0);
}

void Training::write(const std::filesystem::path& file)
{
    try {
        writeCheckpoint(file, {m_identity, m_position, storedTensors({*m_learner, m_average.get()})});
    } catch (const Error& error) {
        throw CannotWrite{error.what()};
    }
}

/// False when a later attempt owns the folder: then nothing is written. Whoever asked for the end gets it
/// even if nothing can be written: the checkpoint before stands.
bool Training::save(bool isStopped)
{
    m_lastSave = Clock::now();
    if (m_options.checkpoint.empty()) return true;
    if (m_observer.ownsJob && !m_observer.ownsJob()) return false;
    try {
        write(m_options.checkpoint);
    } catch (const CannotWrite& failure) {
        if (!isStopped) throw;
        m_lostCheckpoint = failure.message;
    }
    return true;
}

double Training::epochSeconds() const
{
    return m_secondsBefore + std::chrono::duration<double>(Clock::now() - m_epochStart).count();
}

/// Brings the sums to the host and stops a training whose loss is no number.
void Training::look()
{
    m_position.lossSum = m_lossSum.item<double>();
    m_position.correct = m_correct.item<std::int64_t>();
    m_position.correctTop5 = m_correctTop5.item<std::int64_t>();
    if (!std::isfinite(m_position.lossSum))
        throw Diverged{"the loss is no number in epoch " + std::to_string(m_position.epoch + 1) + ", batch " +
                       std::to_string(m_position.batch)};
}

void Training::learnBatch()
{
    const double rate = learningRate(m_job.recipe, m_position.epoch, m_position.batch, m_source->batches());
    const BatchSource::Batch batch = m_source->trainBatch(m_position.epoch, m_position.batch);
    const BatchScore score = m_learner->learn(batch.images, batch.labels, rate);
    if (m_average) m_average->update(m_learner->net(), m_position.epoch, m_position.batch);
    m_lossSum += score.loss.to(at::kDouble) * m_job.recipe.batchSize;
    m_correct += score.correct;
    m_correctTop5 += score.correctTop5;
    ++m_position.batch;
    if (m_device.is_cpu() || m_position.batch % batchesBetweenLooks == 0) look();
}

Training::EpochEnd Training::runEpoch()
{
    const auto onDevice = [&](auto value, at::ScalarType type) {
        return at::tensor(value, at::TensorOptions(type)).to(m_device);
    };
    m_lossSum = onDevice(m_position.lossSum, at::kDouble);
    m_correct = onDevice(m_position.correct, at::kLong);
    m_correctTop5 = onDevice(m_position.correctTop5, at::kLong);
    m_epochStart = Clock::now();
    m_secondsBefore = m_position.epochSeconds;
    const std::chrono::duration<double> interval(m_options.checkpointSeconds);
    while (m_position.batch < m_source->batches()) {
        const bool isStopped = m_observer.shouldStop && m_observer.shouldStop();
        if (isStopped || Clock::now() - m_lastSave > interval) {
            look();
            m_position.epochSeconds = epochSeconds();
            if (!save(isStopped)) return EpochEnd::Superseded;
            if (isStopped) return EpochEnd::Stopped;
        }
        learnBatch();
    }
    look();
    return finishEpoch();
}

/// Exact statistics, on the images of the epoch as they were shown, but not mixed.
void Training::makePrecise()
{
    const Recipe& recipe = m_job.recipe;
    const std::int64_t size = recipe.batchSize / recipe.accumulation;
    const std::int64_t parts =
        std::min(recipe.preciseNormImages / size, m_source->batches() * recipe.accumulation);
    const auto images = [&](std::int64_t part) {
        return m_source->plainImages(m_position.epoch, part, size);
    };
    setPreciseStatistics(m_learner->net(), parts, images);
    if (m_average) setPreciseStatistics(m_average->net(), parts, images);
}

Judgement Training::judgeEpoch(AnyNet& net, Unseen part, std::int64_t epoch) const
{
    const Judgement judgement = judged(net, *m_source, part);
    if (!judgement.isFinite())
        throw Diverged{std::string("the loss on the ") + (part == Unseen::Test ? "test" : "held-out") +
                       " images is no number after epoch " + std::to_string(epoch)};
    return judgement;
}

void Training::judge(EpochEvent& event)
{
    const bool hasTop5 = m_network.head.classes > classesWithoutTop5;
    const Judgement test = judgeEpoch(m_learner->net(), Unseen::Test, event.epoch);
    event.testLoss = test.loss;
    event.testError = test.error;
    if (hasTop5) event.testTop5Error = test.top5Error;
    const bool hasHeldOut = m_job.recipe.heldOutImages > 0;
    if (hasHeldOut) event.heldOutError = judgeEpoch(m_learner->net(), Unseen::HeldOut, event.epoch).error;
    if (!m_average) return;
    const Judgement ema = judgeEpoch(m_average->net(), Unseen::Test, event.epoch);
    event.emaTestError = ema.error;
    if (hasTop5) event.emaTestTop5Error = ema.top5Error;
    if (hasHeldOut) event.emaHeldOutError = judgeEpoch(m_average->net(), Unseen::HeldOut, event.epoch).error;
}

/// True when this epoch is the best so far: by the held-out images where there are any, otherwise by the test
/// images; of the averaged weights where there are any.
bool Training::noteErrors(const EpochEvent& event)
{
    TrainPosition& p = m_position;
    const double test = event.emaTestError.value_or(event.testError);
    const double bestBefore = event.heldOutError   ? p.bestHeldOutError
                              : event.emaTestError ? p.bestEmaTestError
                                                   : p.bestTestError;
    const double heldOut = event.emaHeldOutError.value_or(event.heldOutError.value_or(100));
    const bool isBest = !p.hasBest || (event.heldOutError ? heldOut : test) < bestBefore;
    p.hasBest = true;
    p.lastTestError = event.testError;
    p.bestTestError = std::min(p.bestTestError, event.testError);
    if (event.emaTestError) {
        p.lastEmaTestError = *event.emaTestError;
        p.bestEmaTestError = std::min(p.bestEmaTestError, *event.emaTestError);
    }
    if (event.heldOutError && isBest) {
        p.bestHeldOutError = heldOut;
        p.selectedTestError = test;
    }
    return isBest;
}

Training::EpochEnd Training::finishEpoch()
{
    makePrecise();
    const std::int64_t seen = m_source->batches() * m_job.recipe.batchSize;
    EpochEvent event;
    event.epoch = m_position.epoch + 1;
    event.learningRate = learningRate(m_job.recipe, m_position.epoch);
    event.trainLoss = m_position.lossSum / static_cast<double>(seen);
    event.trainError = errorOf(m_position.correct, seen);
    if (m_network.head.classes > classesWithoutTop5)
        event.trainTop5Error = errorOf(m_position.correctTop5, seen);
    judge(event);
    event.seconds = epochSeconds();
    const bool isBest = noteErrors(event);
    m_position.trainSeconds += event.seconds;
    m_position.epochSeconds = 0;
    m_position.lossSum = 0;
    m_position.correct = m_position.correctTop5 = 0;
    m_position.batch = 0;
    ++m_position.epoch;
    if (m_observer.epoch) m_observer.epoch(event);
    // The best one first: an epoch that is repeated finds it again.
    if (isBest && !m_options.best.empty() && (!m_observer.ownsJob || m_observer.ownsJob()))
        write(m_options.best);
    return save() ? EpochEnd::Complete : EpochEnd::Superseded;
}

TrainResult Training::result(TrainEnd end, std::string message) const
{
    TrainResult result;
    result.end = end;
    result.epoch = m_position.epoch;
    result.bestTestError = m_position.bestTestError;
    result.lastTestError = m_position.lastTestError;
    result.trainSeconds = m_position.trainSeconds;
    if (m_average) {
        result.bestEmaTestError = m_position.bestEmaTestError;
        result.lastEmaTestError = m_position.lastEmaTestError;
    }
    if (m_job.recipe.heldOutImages > 0) {
        result.bestHeldOutError = m_position.bestHeldOutError;
        result.selectedTestError = m_position.selectedTestError;
    }
    result.message = std::move(message);
    return result;
}

TrainResult Training::run()
{
    resume();
    m_lastSave = Clock::now();
    if (m_observer.started)
        m_observer.started({m_counted.flops, m_counted.params, m_counted.activations, m_position.epoch,
                            torchInfo().version, m_job.device, std::string(revision()), m_options.threads,
                            m_counted == cost(m_network), manifestOf(m_job)});
    try {
        while (m_position.epoch < m_job.recipe.epochs) {
            const EpochEnd end = runEpoch();
            if (end == EpochEnd::Stopped) return result(TrainEnd::Stopped, m_lostCheckpoint);
            if (end == EpochEnd::Superseded) return result(TrainEnd::Superseded);
        }
    } catch (const Diverged& diverged) {
        return result(TrainEnd::Diverged, diverged.message);
    } catch (const CannotWrite& failure) {
        return result(TrainEnd::CannotWrite, failure.message);
    }
    return result(TrainEnd::Done);
}

} // namespace regnet
