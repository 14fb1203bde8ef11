// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/queue/queue_snapshot.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <filesystem>

namespace regnet {

class DispatcherWorker;

/// The window's way to the queue: a thread of its own that reads the store, and works it off when asked to
/// and when no other program does. All slots return at once; answers come as signals, in the thread of this
/// object. Its end leaves workers running: the next start finds them.
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

public Q_SLOTS:
    /// Samples what is to be sampled, queues it and starts to work.
    void train(const regnet::TrainingOrder& order, int workers, const QString& device);
    /// Works off all that is queued. `workers` 0: one a core.
    void work(int workers, const QString& device);
    /// Asks the workers for checkpoints; nothing new is started.
    void stop();
    /// Pause, resume, cancel, retry, by whoever holds the store.
    void change(const regnet::QueueRequest& request);
    /// From now on the details of this job come with every change of it; "" for none.
    void look(const QString& job);

Q_SIGNALS:
    void snapshotChanged(const regnet::QueueSnapshotPointer& snapshot);
    void detailsChanged(const regnet::JobDetails& details);
    /// A population got results, or is new: as figures and statistics want it.
    void populationChanged(const regnet::Population& population);
    /// Something that a person may like to know: what was recovered, what was queued.
    void noticed(const QString& text);
    void failed(const regnet::Problem& problem);

private:
    std::filesystem::path m_store;
    QThread m_thread;
    DispatcherWorker* m_worker = nullptr; ///< lives in the thread, and ends with it
    QueueSnapshotPointer m_snapshot;
};

} // namespace regnet
