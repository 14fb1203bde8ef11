// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_thread.h"

#include "widgets/queue/dispatcher_worker.h"
#include "widgets/queue/queue_reader.h"

#include <utility>

namespace regnet {
namespace {

QueueSnapshotPointer emptySnapshot(const std::filesystem::path& store)
{
    auto snapshot = std::make_shared<QueueSnapshot>();
    snapshot->store = store;
    return snapshot;
}

} // namespace

DispatcherThread::DispatcherThread(const std::filesystem::path& store, QObject* parent)
    : QObject(parent), m_store(store), m_worker(new DispatcherWorker(store)),
      m_reader(new QueueReader(store)), m_snapshot(emptySnapshot(store))
{
    m_workerThread.setObjectName(QStringLiteral("dispatcher"));
    m_readerThread.setObjectName(QStringLiteral("queue reader"));
    m_worker->moveToThread(&m_workerThread);
    m_reader->moveToThread(&m_readerThread);
    connect(&m_workerThread, &QThread::started, m_worker, &DispatcherWorker::begin);
    connect(&m_workerThread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_readerThread, &QThread::started, m_reader, &QueueReader::begin);
    connect(&m_readerThread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(m_worker, &DispatcherWorker::statusChanged, this, [this](const DispatcherStatus& status) {
        auto snapshot = std::make_shared<QueueSnapshot>(*m_snapshot);
        snapshot->dispatcher = status;
        m_snapshot = snapshot;
        Q_EMIT snapshotChanged(m_snapshot);
    });
    connect(m_reader, &QueueReader::snapshotChanged, this, [this](const QueueSnapshotPointer& news) {
        auto snapshot = std::make_shared<QueueSnapshot>(*news);
        snapshot->dispatcher = m_snapshot->dispatcher;
        m_snapshot = snapshot;
        Q_EMIT snapshotChanged(m_snapshot);
    });
    connect(m_reader, &QueueReader::listingChanged, this, [this](const JobListingPointer& listing) {
        m_listing = listing;
        Q_EMIT listingChanged(listing);
    });
    connect(m_reader, &QueueReader::detailsChanged, this, &DispatcherThread::detailsChanged);
    connect(m_reader, &QueueReader::populationChanged, this, &DispatcherThread::populationChanged);
    connect(m_reader, &QueueReader::populationRenamed, this, &DispatcherThread::populationRenamed);
    connect(m_reader, &QueueReader::populationGone, this, &DispatcherThread::populationGone);
    connect(m_reader, &QueueReader::failed, this, &DispatcherThread::failed);
    connect(m_worker, &DispatcherWorker::recovered, this, &DispatcherThread::setRecovery);
    connect(m_worker, &DispatcherWorker::noticed, this, &DispatcherThread::noticed);
    connect(m_worker, &DispatcherWorker::prepared, this, &DispatcherThread::prepared);
    connect(m_worker, &DispatcherWorker::failed, this, &DispatcherThread::failed);
}

DispatcherThread::~DispatcherThread()
{
    if (!m_workerThread.isRunning()) {
        delete m_worker; // the threads never ran, so their ends cannot delete them
        delete m_reader;
        return;
    }
    m_workerThread.quit();
    m_readerThread.quit();
    m_workerThread.wait();
    m_readerThread.wait();
}

void DispatcherThread::start()
{
    m_readerThread.start();
    m_workerThread.start();
}

void DispatcherThread::train(const TrainingOrder& order, int workers, const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, order, workers, device] {
        worker->train(order, workers, device.toStdString());
    });
}

void DispatcherThread::trainAll(const std::vector<PlannedPopulation>& populations, int workers,
                                const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, populations, workers, device] {
        worker->trainAll(populations, workers, device.toStdString());
    });
}

void DispatcherThread::work(int workers, const QString& device)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, workers, device] { worker->work(workers, device.toStdString()); });
}

void DispatcherThread::stop()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->stop(); });
}

void DispatcherThread::change(const QueueRequest& request)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, request] { worker->change(request); });
}

void DispatcherThread::sendToCluster(const ClusterOrder& order, int workers, const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, order, workers, device] {
        worker->sendToCluster(order, workers, device.toStdString());
    });
}

void DispatcherThread::changeArray(const QString& token, const QueueRequest& request)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, token, request] { worker->changeArray(token.toStdString(), request); });
}

void DispatcherThread::bringInResults(const QString& folder, int workers, const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, folder, workers, device] {
        worker->bringInResults(folder.toStdString(), workers, device.toStdString());
    });
}

void DispatcherThread::setView(const JobView& view)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, view] { reader->setView(view); });
}

void DispatcherThread::look(const std::vector<std::string>& jobs)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, jobs] { reader->look(jobs); });
}

void DispatcherThread::setRecovery(const QString& text)
{
    m_recovery = text;
    Q_EMIT recoveryChanged(text);
}

void DispatcherThread::dismissRecovery()
{
    if (!m_recovery.isEmpty()) setRecovery({});
}

} // namespace regnet
