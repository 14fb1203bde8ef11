// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/checkpoint.h"
#include "gpu/train/judgement.h"
#include "gpu/train/tensors.h"
#include "gpu/train/trainer.h"

#include <chrono>

namespace regnet {

/// One run of train(): state and loop. Includes torch: for the units of gpu/ only.
class Training
{
public:
    Training(const JobSpec& job, const TrainOptions& options, const TrainObserver& observer);
    TrainResult run();

private:
    using Clock = std::chrono::steady_clock;
    enum class EpochEnd { Complete, Stopped, Superseded };

    std::shared_ptr<AnyNet> initialNet() const;
    void resume();
    EpochEnd runEpoch();
    void learnBatch();
    EpochEnd finishEpoch();
    void makePrecise();
    void judge(EpochEvent& event);
    Judgement judgeEpoch(AnyNet& net, Unseen part, std::int64_t epoch) const;
    bool noteErrors(const EpochEvent& event);
    void look();
    bool save(bool isStopped = false);
    void write(const std::filesystem::path& file);
    double epochSeconds() const;
    TrainResult result(TrainEnd end, std::string message = {}) const;

    const JobSpec& m_job;
    const TrainOptions& m_options;
    const TrainObserver& m_observer;
    Network m_network;
    std::string m_identity;
    at::Device m_device;
    std::unique_ptr<Learner> m_learner;
    std::unique_ptr<MovingAverage> m_average; ///< null where the recipe has none
    std::unique_ptr<BatchSource> m_source;
    TrainPosition m_position;
    at::Tensor m_lossSum, m_correct, m_correctTop5; ///< of the epoch, on the device
    Clock::time_point m_epochStart, m_lastSave;
    double m_secondsBefore = 0; ///< of the epoch, before this process
    Cost m_counted;
    std::string m_lostCheckpoint; ///< why the last one could not be written before a stop
};

} // namespace regnet
