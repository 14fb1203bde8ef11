// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_thread.h"

#include "widgets/queue/dispatcher_worker.h"

#include <utility>

namespace regnet {

DispatcherThread::DispatcherThread(const std::filesystem::path& store, QObject* parent)
    : QObject(parent), m_store(store), m_worker(new DispatcherWorker(store)),
      m_snapshot(std::make_shared<const QueueSnapshot>(
          QueueSnapshot{store, false, {}, {}, {}, false, false, false, {}, {}}))
{
    m_thread.setObjectName(QStringLiteral("dispatcher"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &DispatcherWorker::begin);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &DispatcherWorker::snapshotChanged, this, [this](const QueueSnapshotPointer& snapshot) {
        m_snapshot = snapshot;
        Q_EMIT snapshotChanged(snapshot);
    });
    connect(m_worker, &DispatcherWorker::detailsChanged, this, &DispatcherThread::detailsChanged);
    connect(m_worker, &DispatcherWorker::populationChanged, this, &DispatcherThread::populationChanged);
    connect(m_worker, &DispatcherWorker::noticed, this, &DispatcherThread::noticed);
    connect(m_worker, &DispatcherWorker::failed, this, &DispatcherThread::failed);
}

DispatcherThread::~DispatcherThread()
{
    if (!m_thread.isRunning()) {
        delete m_worker; // the thread never ran, so its end cannot delete it
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void DispatcherThread::start()
{
    m_thread.start();
}

void DispatcherThread::train(const TrainingOrder& order, int workers, const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, order, workers, device] {
        worker->train(order, workers, device.toStdString());
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

void DispatcherThread::look(const QString& job)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, job] { worker->look(job.toStdString()); });
}

} // namespace regnet
