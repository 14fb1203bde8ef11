// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/train/trainer.h"

#include "core/network/network_json.h"
#include "core/study/schedule.h"
#include "core/text/sha256.h"
#include "core/text/version.h"
#include "gpu/data/batch.h"
#include "gpu/measure/torch_info.h"
#include "gpu/train/checkpoint.h"
#include "gpu/train/learner.h"
#include "gpu/train/tensors.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>

#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstring>
#include <new>

namespace regnet {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t testBatchSize = 250;
/// On a device that works behind our back, reading the loss means waiting for it: look now and then.
constexpr std::int64_t batchesBetweenLooks = 20;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One training and no other: what a checkpoint must belong to.
std::string identityOf(const JobSpec& job, const Network& network)
{
    const std::string text =
        hashOf(network) + hashOf(job.recipe) + canonicalJson(job.dataSet) + std::to_string(job.seed);
    return sha256(text);
}

struct Diverged
{
    std::string message;
};

class Training
{
public:
    Training(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer);
    TrainResult run();

private:
    enum class EpochEnd { Complete, Stopped, Superseded };

    void verifyCounts();
    void resume();
    EpochEnd runEpoch();
    void testEpoch(EpochEvent& event);
    void look(const at::Tensor& lossSum, const at::Tensor& correct);
    bool save();
    BatchScore learnBatch(std::span<const std::int64_t> indices, double learningRate);
    void place(const ImageSet& images, std::span<const std::int64_t> indices,
               const Augmentation& augmentation, std::int64_t epoch);
    TrainResult result(TrainEnd end) const;

    const JobSpec& m_job;
    const TrainOptions& m_options;
    const TrainObserver& m_observer;
    Network m_network;
    std::string m_identity;
    at::Device m_device;
    ImageSet m_trainImages, m_testImages;
    ChannelStatistics m_statistics;
    std::shared_ptr<AnyNet> m_net;
    std::unique_ptr<Learner> m_learner;
    at::Tensor m_images, m_labels; ///< of the batch, on the device
    TrainPosition m_position;
    Clock::time_point m_epochStart, m_lastSave;
    double m_secondsBefore = 0; ///< of the epoch, before this process
    Cost m_counted;
};

Training::Training(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer)
    : m_job(job), m_options(options), m_observer(observer), m_network(realise(job.network)),
      m_identity(identityOf(job, m_network)), m_device(job.device)
{
    at::set_num_threads(static_cast<int>(options.threads));
    m_net = buildAnyNet(m_network);
    initialise(*m_net, job.seed);
    m_net->to(m_device);
    verifyCounts();
    m_learner = std::make_unique<Learner>(m_net, job.recipe, m_device.is_cpu());
    m_trainImages = loadImages(job.dataSet, Split::Train, job.recipe.trainImages);
    m_testImages = loadImages(job.dataSet, Split::Test, job.recipe.testImages);
    m_statistics = channelStatistics(m_trainImages);
    if (m_trainImages.count < job.recipe.batchSize)
        throwBadInput("recipe.batch_size", "is " + std::to_string(job.recipe.batchSize),
                      "at most the " + std::to_string(m_trainImages.count) + " training images");
}

void Training::verifyCounts()
{
    m_counted = countRunning(*m_net, m_network.resolution);
    const Cost expected = cost(m_network);
    if (m_counted == expected) return;
    const auto text = [](const Cost& c) {
        return std::to_string(c.flops) + " FLOPs, " + std::to_string(c.params) + " parameters and " +
               std::to_string(c.activations) + " activations";
    };
    throwFailed("network", "counts " + text(m_counted) + " when it runs",
                text(expected) + " from the formulas");
}

void Training::resume()
{
    if (m_options.checkpoint.empty()) return;
    const std::optional<Checkpoint> checkpoint = readCheckpoint(m_options.checkpoint);
    if (!checkpoint) return;
    if (checkpoint->identity != m_identity)
        throwBadInput(m_options.checkpoint.string(), "belongs to another network, recipe, data set or seed",
                      "the checkpoint of this job, or none");
    restoreTensors(checkpoint->tensors, *m_learner, m_options.checkpoint.string());
    m_position = checkpoint->position;
}

/// False when a later attempt owns the folder: then nothing is written.
bool Training::save()
{
    m_lastSave = Clock::now();
    if (m_options.checkpoint.empty()) return true;
    if (m_observer.ownsJob && !m_observer.ownsJob()) return false;
    writeCheckpoint(m_options.checkpoint, {m_identity, m_position, storedTensors(*m_learner)});
    return true;
}

void Training::place(const ImageSet& images, std::span<const std::int64_t> indices,
                     const Augmentation& augmentation, std::int64_t epoch)
{
    const auto n = static_cast<std::int64_t>(indices.size());
    const std::int64_t side = images.resolution;
    at::Tensor batch =
        at::empty({n, 3, side, side}, at::TensorOptions(at::kFloat), at::MemoryFormat::ChannelsLast);
    fillBatch(images, m_statistics, indices, augmentation, m_job.seed, epoch, batch.data_ptr<float>());
    at::Tensor labels = at::empty({n}, at::TensorOptions(at::kLong));
    for (std::int64_t i = 0; i < n; ++i)
        labels.data_ptr<std::int64_t>()[i] =
            images.labels[static_cast<std::size_t>(indices[static_cast<std::size_t>(i)])];
    // On GPUs the plain layout is the better one for groups of few channels.
    m_images = m_device.is_cpu() ? batch : batch.to(m_device).contiguous();
    m_labels = labels.to(m_device);
}

/// Brings the sums to the host and stops a training whose loss is no number.
void Training::look(const at::Tensor& lossSum, const at::Tensor& correct)
{
    m_position.lossSum = lossSum.item<double>();
    m_position.correct = correct.item<std::int64_t>();
    if (!std::isfinite(m_position.lossSum))
        throw Diverged{"the loss is no number in epoch " + std::to_string(m_position.epoch + 1) + ", batch " +
                       std::to_string(m_position.batch)};
}

Training::EpochEnd Training::runEpoch()
{
    const Recipe& recipe = m_job.recipe;
    const std::vector<std::int64_t> order = shuffled(m_trainImages.count, m_job.seed, m_position.epoch);
    const std::span<const std::int64_t> all(order);
    const std::int64_t batches = m_trainImages.count / recipe.batchSize; // an incomplete last one is dropped
    const double rate = learningRate(recipe, m_position.epoch);
    const Augmentation augmentation{recipe.flip, recipe.cropPadding};
    at::Tensor lossSum = at::tensor(m_position.lossSum, at::TensorOptions(at::kDouble)).to(m_device);
    at::Tensor correct = at::tensor(m_position.correct, at::TensorOptions(at::kLong)).to(m_device);
    m_epochStart = Clock::now();
    m_secondsBefore = m_position.epochSeconds;
    const auto now = [&] { return m_secondsBefore + secondsSince(m_epochStart); };
    while (m_position.batch < batches) {
        const bool isStopped = m_observer.shouldStop && m_observer.shouldStop();
        if (isStopped || secondsSince(m_lastSave) > m_options.checkpointSeconds) {
            look(lossSum, correct);
            m_position.epochSeconds = now();
            if (!save()) return EpochEnd::Superseded;
            if (isStopped) return EpochEnd::Stopped;
        }
        place(m_trainImages,
              all.subspan(static_cast<std::size_t>(m_position.batch * recipe.batchSize),
                          static_cast<std::size_t>(recipe.batchSize)),
              augmentation, m_position.epoch);
        const BatchScore score = m_learner->learn(m_images, m_labels, rate);
        lossSum += score.loss.to(at::kDouble) * recipe.batchSize;
        correct += score.correct;
        ++m_position.batch;
        if (m_device.is_cpu() || m_position.batch % batchesBetweenLooks == 0) look(lossSum, correct);
    }
    look(lossSum, correct);

    const auto seen = static_cast<double>(batches * recipe.batchSize);
    EpochEvent event;
    event.epoch = m_position.epoch + 1;
    event.learningRate = rate;
    event.trainLoss = m_position.lossSum / seen;
    event.trainError = 100 * (1 - static_cast<double>(m_position.correct) / seen);
    testEpoch(event);
    event.seconds = now();
    m_position.lastTestError = event.testError;
    m_position.bestTestError = std::min(m_position.bestTestError, event.testError);
    m_position.trainSeconds += event.seconds;
    m_position.epochSeconds = 0;
    m_position.lossSum = 0;
    m_position.correct = 0;
    m_position.batch = 0;
    ++m_position.epoch;
    if (m_observer.epoch) m_observer.epoch(event);
    return save() ? EpochEnd::Complete : EpochEnd::Superseded;
}

void Training::testEpoch(EpochEvent& event)
{
    std::vector<std::int64_t> indices;
    double lossSum = 0;
    std::int64_t correct = 0;
    for (std::int64_t start = 0; start < m_testImages.count; start += testBatchSize) {
        indices.clear();
        for (std::int64_t i = start; i < std::min(start + testBatchSize, m_testImages.count); ++i)
            indices.push_back(i);
        place(m_testImages, indices, {}, 0);
        const BatchScore score = m_learner->test(m_images, m_labels);
        lossSum += score.loss.item<double>() * static_cast<double>(indices.size());
        correct += score.correct.item<std::int64_t>();
    }
    event.testLoss = lossSum / static_cast<double>(m_testImages.count);
    event.testError = 100 * (1 - static_cast<double>(correct) / static_cast<double>(m_testImages.count));
    if (!std::isfinite(event.testLoss))
        throw Diverged{"the loss on the test images is no number after epoch " + std::to_string(event.epoch)};
}

TrainResult Training::result(TrainEnd end) const
{
    return {
        end, m_position.epoch, m_position.bestTestError, m_position.lastTestError, m_position.trainSeconds,
        {}};
}

TrainResult Training::run()
{
    resume();
    m_lastSave = Clock::now();
    if (m_observer.started)
        m_observer.started({m_counted.flops, m_counted.params, m_counted.activations, m_position.epoch,
                            torchInfo().version, m_job.device, std::string(revision()), m_options.threads});
    try {
        while (m_position.epoch < m_job.recipe.epochs) {
            const EpochEnd end = runEpoch();
            if (end == EpochEnd::Stopped) return result(TrainEnd::Stopped);
            if (end == EpochEnd::Superseded) return result(TrainEnd::Superseded);
        }
    } catch (const Diverged& diverged) {
        TrainResult failed = result(TrainEnd::Diverged);
        failed.message = diverged.message;
        return failed;
    }
    return result(TrainEnd::Done);
}

/// cuDNN and the CPU allocator have no type of their own for it.
bool isOutOfMemory(const c10::Error& error)
{
    if (dynamic_cast<const c10::OutOfMemoryError*>(&error)) return true;
    const std::string text = error.what_without_backtrace();
    for (const char* sign :
         {"out of memory", "not enough memory", "can't allocate memory", "CUDNN_STATUS_ALLOC"})
        if (text.find(sign) != std::string::npos) return true;
    return false;
}

TrainResult outOfMemory(const JobSpec& job)
{
    TrainResult result;
    result.end = TrainEnd::OutOfMemory;
    result.message = "the memory of " + job.device + " is not enough for batches of " +
                     std::to_string(job.recipe.batchSize) + " images";
    return result;
}

} // namespace

std::vector<Problem> check(const JobSpec& job)
{
    std::vector<Problem> problems = check(job.network);
    for (Problem& problem : problems)
        problem.where = "network." + problem.where;
    for (Problem& problem : check(job.dataSet))
        problems.push_back(std::move(problem));
    const auto mustBe = [&](const char* field, std::int64_t value, std::int64_t other, const char* of) {
        if (value != other)
            problems.push_back({ProblemKind::BadInput, field, "is " + std::to_string(value),
                                std::to_string(other) + ", the " + of + " of the data set"});
    };
    mustBe("network.head.classes", job.network.head.classes, job.dataSet.classes, "classes");
    mustBe("network.resolution", job.network.resolution, job.dataSet.resolution, "resolution");
    const std::vector<std::string> devices = torchInfo().devices;
    bool isKnown = false;
    std::string names;
    for (const std::string& device : devices) {
        isKnown = isKnown || device == job.device;
        names += (names.empty() ? "" : ", ") + device;
    }
    if (!isKnown)
        problems.push_back({ProblemKind::BadInput, "device",
                            "is " + job.device + ", which this LibTorch does not have", "one of " + names});
    if (problems.empty() && !job.networkHash.empty() && job.networkHash != hashOf(realise(job.network)))
        problems.push_back({ProblemKind::BadInput, "network_hash",
                            "is " + job.networkHash + ", which is not this network's",
                            hashOf(realise(job.network))});
    return problems;
}

TrainResult train(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer)
{
    if (const std::vector<Problem> problems = check(job); !problems.empty()) throw Error(problems.front());
    try {
        Training training(job, options, observer);
        return training.run();
    } catch (const std::bad_alloc&) {
        return outOfMemory(job);
    } catch (const c10::Error& error) {
        if (!isOutOfMemory(error)) throwFailed("LibTorch", error.what_without_backtrace());
        return outOfMemory(job);
    }
}

} // namespace regnet
