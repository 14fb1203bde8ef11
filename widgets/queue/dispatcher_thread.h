// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slurm/cluster_order.h"
#include "core/study/study_plan.h"
#include "widgets/queue/queue_snapshot.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

class DispatcherWorker;
class QueueReader;

/// The window's way to the queue: one thread reads the store, another one works it off when asked to and when
/// no other program does. All slots return at once; answers come as signals, in the thread of this object.
/// Its end leaves workers running: the next start finds them.
class DispatcherThread : public QObject
{
    Q_OBJECT

public:
    explicit DispatcherThread(const std::filesystem::path& store, QObject* parent = nullptr);
    ~DispatcherThread() override;

    const std::filesystem::path& store() const { return m_store; }
    /// Begins to look; workers that an earlier window left running are followed at once.
    void start();
    /// The newest state; never null.
    const QueueSnapshotPointer& snapshot() const { return m_snapshot; }
    const JobListingPointer& listing() const { return m_listing; }
    /// What was found at the start, of a window or a program that ended; empty after dismissRecovery().
    const QString& recovery() const { return m_recovery; }

public Q_SLOTS:
    /// Samples what is to be sampled, queues it and starts to work.
    void train(const regnet::TrainingOrder& order, int workers, const QString& device);
    /// The same for the populations of a study, in their order.
    void trainAll(const std::vector<regnet::PlannedPopulation>& populations, int workers,
                  const QString& device);
    /// Works off all that is queued. `workers` 0: one a core.
    void work(int workers, const QString& device);
    /// Asks the workers for checkpoints; nothing new is started.
    void stop();
    /// Pause, resume, cancel, retry, priority, place, name, by whoever holds the store.
    void change(const regnet::QueueRequest& request);
    /// Jobs of the queue go to a cluster, and the queue is worked off if nobody does it yet; or, where a
    /// person submits, files are written.
    void sendToCluster(const regnet::ClusterOrder& order, int workers, const QString& device);
    /// What an array has now is cancelled, or sent elsewhere.
    void changeArray(const QString& token, const regnet::QueueRequest& request);
    /// The results of a folder that a person submitted from.
    void bringInResults(const QString& folder, int workers, const QString& device);
    /// Which jobs the listing shows from now on, and in which order.
    void setView(const regnet::JobView& view);
    /// From now on the details of these jobs come with every change of them.
    void look(const std::vector<std::string>& jobs);
    void dismissRecovery();

Q_SIGNALS:
    void snapshotChanged(const regnet::QueueSnapshotPointer& snapshot);
    void listingChanged(const regnet::JobListingPointer& listing);
    void detailsChanged(const regnet::JobDetails& details);
    /// A population got results, or is new: as figures and statistics want it.
    void populationChanged(const regnet::Population& population);
    /// The store has it under another name, or no more; said before populationChanged() of the new name.
    void populationRenamed(const QString& before, const QString& now);
    void populationGone(const QString& name);
    void recoveryChanged(const QString& text);
    /// Something that a person may like to know: what was queued.
    void noticed(const QString& text);
    /// What train() asked for was sampled and queued, after so long.
    void prepared(const QString& population, qint64 workedMs);
    void failed(const regnet::Problem& problem);

private:
    void setRecovery(const QString& text);

    std::filesystem::path m_store;
    QThread m_workerThread;
    QThread m_readerThread;
    DispatcherWorker* m_worker = nullptr; ///< lives in its thread, and ends with it
    QueueReader* m_reader = nullptr;      ///< likewise
    QueueSnapshotPointer m_snapshot;
    JobListingPointer m_listing = std::make_shared<const JobListing>();
    QString m_recovery;
};

} // namespace regnet
