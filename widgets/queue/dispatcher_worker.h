// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/dispatcher.h"
#include "core/queue/local_executor.h"
#include "core/store/store.h"
#include "widgets/queue/queue_snapshot.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

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
    void work(int workers, const std::string& device);
    void stop();
    void change(const QueueRequest& request);
    void look(const std::string& job);

Q_SIGNALS:
    void snapshotChanged(const regnet::QueueSnapshotPointer& snapshot);
    void detailsChanged(const regnet::JobDetails& details);
    void populationChanged(const regnet::Population& population);
    void noticed(const QString& text);
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
    void startWorking(int workers, const std::string& device);
    QueueAnswer carryOutOrAsk(const QueueRequest& request);
    void openReader();
    void refresh(bool isForced);
    void sendSnapshot();
    void sendPopulations(const std::vector<PopulationSummary>& populations);
    void sendDetails();
    std::filesystem::path spoolPath() const;

    std::filesystem::path m_path;
    QTimer* m_timer = nullptr;
    std::unique_ptr<StoreReader> m_reader;
    std::uint64_t m_readerFile = 0; ///< inode: a rebuilt store is another file under the same name
    std::unique_ptr<Working> m_working;
    std::optional<LockHolder> m_holder;
    TimeLeft m_timeLeft;
    std::int64_t m_version = -1;
    std::chrono::steady_clock::time_point m_sent;
    std::map<std::string, std::string> m_sentPopulations; ///< what of each was sent last: name -> counts
    std::string m_job;                                    ///< whose details are wanted
};

} // namespace regnet
