// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/slurm/cluster_order.h"
#include "core/store/store.h"
#include "core/study/study_plan.h"
#include "widgets/queue/queue_reader.h"
#include "widgets/queue/queue_snapshot.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

class QTimer;

namespace regnet {

/// The inside of DispatcherThread: all of it happens in that thread.
class DispatcherWorker : public QObject
{
    Q_OBJECT

public:
    explicit DispatcherWorker(const std::filesystem::path& store);
    ~DispatcherWorker() override; ///< leaves workers running

    void begin();
    void train(const TrainingOrder& order, int workers, const std::string& device);
    void trainAll(const std::vector<PlannedPopulation>& populations, int workers, const std::string& device);
    void work(int workers, const std::string& device);
    void stop();
    void change(const QueueRequest& request);
    void sendToCluster(const ClusterOrder& order, int workers, const std::string& device);
    void changeArray(const std::string& token, const QueueRequest& request);
    void bringInResults(const std::filesystem::path& folder, int workers, const std::string& device);

Q_SIGNALS:
    void statusChanged(const regnet::DispatcherStatus& status);
    /// What an earlier window or program left behind, and what became of it.
    void recovered(const QString& text);
    void noticed(const QString& text);
    void prepared(const QString& population, qint64 workedMs);
    void failed(const regnet::Problem& problem);

private:
    /// What there is while this window works the queue off.
    struct Working
    {
        Working(const std::filesystem::path& path, const std::filesystem::path& spoolPath,
                std::vector<DeviceSlots> slots);

        Store store;
        Spool spool;
        LocalExecutor executor;
        Dispatcher dispatcher;
        StepReport last;
        bool isStopping = false;
    };

    void guarded(const std::function<void()>& work);
    void tick();
    void step();
    void adopt();
    void lookAgain();
    /// Following workers and looking after clusters needs no worker program on this machine.
    enum class Needs { Worker, Nothing };
    void startWorking(int workers, const std::string& device, Needs needs = Needs::Worker);
    void lookAfterClusters(int workers, const std::string& device);
    std::vector<std::string> generate(const ClusterOrder& order);
    void tellWhoTellsTheCluster(const QueueRequest& asked);
    /// Queues the population with its training, and the same with each further seed.
    void add(PopulationSpec population, const std::vector<std::uint64_t>& seeds, int workers,
             const std::string& device);
    QueueAnswer carryOutOrAsk(const QueueRequest& request);
    /// The networks and the data set are there: queues one training of them a seed.
    void queueUp(const TrainingOrder& order, PopulationSpec population, int workers,
                 const std::string& device);
    void sendStatus();

    std::filesystem::path m_path;
    QTimer* m_timer = nullptr;
    StoreWatch m_watch;
    std::unique_ptr<Working> m_working;
    std::optional<LockHolder> m_holder;
    std::optional<DispatcherStatus> m_sent;
    std::stop_source m_preparing; ///< of orders whose data sets are read
};

} // namespace regnet
