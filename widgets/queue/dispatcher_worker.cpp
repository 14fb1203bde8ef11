// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_worker.h"

#include "core/queue/process.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace regnet {
namespace {

using namespace std::chrono_literals;

constexpr auto workingInterval = 60ms;
constexpr auto lookingInterval = 400ms;

} // namespace

DispatcherWorker::Working::Working(const std::filesystem::path& path, const std::filesystem::path& spoolPath,
                                   std::vector<DeviceSlots> slots)
    : store(path, "regnet-explorer", 1), spool(spoolPath), executor({workerProgram(), 10, 1}),
      dispatcher(store, spool, executor, DispatcherSettings{.slots = std::move(slots), .only = {}})
{
}

DispatcherWorker::DispatcherWorker(const std::filesystem::path& store) : m_path(store), m_watch(store) {}

DispatcherWorker::~DispatcherWorker() = default;

void DispatcherWorker::begin()
{
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &DispatcherWorker::tick);
    m_timer->start(lookingInterval);
    guarded([this] {
        lookAgain();
        adopt();
    });
    sendStatus();
}

void DispatcherWorker::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        Q_EMIT failed(error.problem());
    } catch (const std::exception& error) {
        Q_EMIT failed({ProblemKind::Failed, m_path.string(), error.what(), {}});
    }
}

/// A file that is no store is told by the one who reads it for the window.
void DispatcherWorker::lookAgain()
{
    try {
        m_watch.look();
    } catch (const Error&) {
        return;
    }
}

/// Workers that nobody follows, left by a window or a program that ended: their results are wanted.
void DispatcherWorker::adopt()
{
    m_holder = StoreLock::holder(m_path);
    if (m_working || m_holder || !m_watch.reader() || m_watch.reader()->activeJobs().empty()) return;
    startWorking(0, "cpu");
}

void DispatcherWorker::startWorking(int workers, const std::string& device)
{
    if (m_working) {
        m_working->dispatcher.setSlots(slotsFor(workers, device));
        m_working->dispatcher.start();
        m_working->isStopping = false;
        return;
    }
    requireWorker(workerProgram());
    m_working = std::make_unique<Working>(m_path, m_watch.spoolPath(), slotsFor(workers, device));
    lookAgain();
    m_timer->start(workingInterval);
    const Recovery recovery = m_working->dispatcher.recover();
    if (recovery.total() > 0) Q_EMIT recovered(QString::fromStdString(describe(recovery)));
}

QueueAnswer DispatcherWorker::carryOutOrAsk(const QueueRequest& asked)
{
    if (m_working) return carryOut(asked, m_working->store, m_working->spool);
    return request(asked, m_path, Spool(m_watch.spoolPath()), "regnet-explorer");
}

void DispatcherWorker::add(PopulationSpec population, int workers, const std::string& device)
{
    QueueRequest asked;
    asked.action = QueueRequest::Action::Add;
    const QString name = QString::fromStdString(population.name);
    asked.population = std::move(population);
    m_holder = StoreLock::holder(m_path);
    if (m_working || !m_holder) startWorking(workers, device);
    const Addition addition = carryOutOrAsk(asked).addition;
    if (m_working && m_working->store.isQueuePaused()) m_working->store.setQueuePaused(false);
    Q_EMIT noticed(
        addition.jobsKnown == 0
            ? tr("%1: %n training(s) queued", nullptr, static_cast<int>(addition.jobsNew)).arg(name)
            : tr("%1: %n training(s) queued, %2 there already", nullptr, static_cast<int>(addition.jobsNew))
                  .arg(name)
                  .arg(addition.jobsKnown));
}

void DispatcherWorker::train(const TrainingOrder& order, int workers, const std::string& device)
{
    guarded([&] {
        requireWorker(workerProgram());
        add(populationOf(order, m_path), workers, device);
    });
    sendStatus();
}

void DispatcherWorker::trainAll(const std::vector<PlannedPopulation>& populations, int workers,
                                const std::string& device)
{
    guarded([&] {
        requireWorker(workerProgram());
        for (const PlannedPopulation& planned : populations)
            add(sampled(planned), workers, device);
    });
    sendStatus();
}

void DispatcherWorker::work(int workers, const std::string& device)
{
    guarded([&] {
        if (!m_watch.reader()) return;
        startWorking(workers, device);
        if (m_working->store.isQueuePaused()) m_working->store.setQueuePaused(false);
    });
    sendStatus();
}

void DispatcherWorker::stop()
{
    if (!m_working) return;
    m_working->dispatcher.stop();
    m_working->isStopping = true;
    sendStatus();
}

void DispatcherWorker::change(const QueueRequest& asked)
{
    guarded([&] { carryOutOrAsk(asked); });
    sendStatus();
}

void DispatcherWorker::tick()
{
    guarded([this] {
        if (m_working) {
            step();
        } else {
            lookAgain();
            const bool wasHeld = m_holder.has_value();
            m_holder = StoreLock::holder(m_path);
            if (wasHeld && !m_holder) {
                adopt();
                sendStatus();
            }
        }
    });
    sendStatus();
}

void DispatcherWorker::step()
{
    try {
        m_working->last = m_working->dispatcher.step();
    } catch (const Error&) {
        // A store or spool that cannot be written any more: tell it once, and leave the workers to
        // themselves.
        m_working.reset();
        m_timer->start(lookingInterval);
        throw;
    }
    if (!m_working->last.isIdle || m_working->last.running > 0) return;
    const std::string held = m_working->isStopping ? std::string() : m_working->last.held;
    m_working.reset(); // gives the lock back: other programs may want to work
    m_timer->start(lookingInterval);
    if (!held.empty()) Q_EMIT failed({ProblemKind::Failed, tr("The queue stopped").toStdString(), held, {}});
    sendStatus();
}

void DispatcherWorker::sendStatus()
{
    DispatcherStatus status;
    status.isWorking = m_working != nullptr;
    if (m_working) {
        status.isStopping = m_working->isStopping;
        status.isWaitingForDisk = m_working->last.isWaitingForDisk;
        status.held = m_working->last.held;
    } else {
        status.holder = m_holder;
    }
    if (m_sent && m_sent->isSameAs(status)) return;
    m_sent = status;
    Q_EMIT statusChanged(status);
}

} // namespace regnet
