// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_worker.h"

#include "core/queue/process.h"
#include "core/slurm/slurm_executor.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace regnet {
namespace {

using namespace std::chrono_literals;

constexpr auto workingInterval = 60ms;
constexpr auto lookingInterval = 400ms;

} // namespace

DispatcherWorker::Working::Working(const std::filesystem::path& path, const std::filesystem::path& spoolPath,
                                   std::vector<DeviceSlots> slots)
    : store(path, "regnet-explorer", 1), spool(spoolPath), executor({workerProgram(), 10, 1}),
      dispatcher(store, spool, executor,
                 DispatcherSettings{.slots = std::move(slots),
                                    .only = {},
                                    .remote = std::make_shared<SlurmExecutor>(store, spool, SlurmSettings{})})
{
}

DispatcherWorker::DispatcherWorker(const std::filesystem::path& store) : m_path(store), m_watch(store) {}

DispatcherWorker::~DispatcherWorker()
{
    m_preparing.request_stop();
}

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
    } catch (const std::exception& error) {
        Q_EMIT failed(asProblem(error, m_path.string()));
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
    if (m_working || m_holder || !m_watch.reader()) return;
    const std::vector<ArrayRecord> arrays = m_watch.reader()->arrays(true);
    // One that a person submits by hand comes back when that person says so.
    const bool hasArrays = std::any_of(arrays.begin(), arrays.end(), [](const ArrayRecord& array) {
        return array.state != ArrayRecord::State::Generated;
    });
    if (m_watch.reader()->activeJobs().empty() && !hasArrays) return;
    startWorking(0, "cpu", Needs::Nothing);
}

void DispatcherWorker::startWorking(int workers, const std::string& device, Needs needs)
{
    if (m_working) {
        m_working->dispatcher.setSlots(slotsFor(workers, device));
        m_working->dispatcher.start();
        m_working->isStopping = false;
        return;
    }
    if (needs == Needs::Worker) requireWorker(workerProgram());
    m_working = std::make_unique<Working>(m_path, m_watch.spoolPath(), slotsFor(workers, device));
    lookAgain();
    m_timer->start(workingInterval);
    const Recovery recovery = m_working->dispatcher.recover();
    if (recovery.total() > 0) Q_EMIT recovered(shownText(describe(recovery)));
}

QueueAnswer DispatcherWorker::carryOutOrAsk(const QueueRequest& asked)
{
    if (m_working) return carryOut(asked, m_working->store, m_working->spool);
    return request(asked, m_path, Spool(m_watch.spoolPath()), "regnet-explorer");
}

void DispatcherWorker::add(PopulationSpec population, const std::vector<std::uint64_t>& seeds, int workers,
                           const std::string& device)
{
    m_holder = StoreLock::holder(m_path);
    if (m_working || !m_holder) startWorking(workers, device);
    const QString name = QString::fromStdString(population.name);
    QueueRequest asked = adding(std::move(population));
    Addition total;
    const auto add = [&] {
        const Addition addition = carryOutOrAsk(asked).addition;
        total.jobsNew += addition.jobsNew;
        total.jobsKnown += addition.jobsKnown;
        total.weightsGone += addition.weightsGone;
    };
    add();
    if (!seeds.empty()) {
        const std::uint64_t first = asked.population->training->seed;
        for (const std::uint64_t seed : seeds) {
            asked.population->training->seed = seed;
            add();
        }
        asked.population->training->seed = first; // of several seeds the first is the one that figures show
        carryOutOrAsk(asked);
    }
    if (m_working && m_working->store.isQueuePaused()) m_working->store.setQueuePaused(false);
    QString text =
        withGroups(tr("%1: %n training(s) queued", nullptr, static_cast<int>(total.jobsNew)), total.jobsNew)
            .arg(name);
    if (total.jobsKnown > 0) text += tr(", %1 there already").arg(shownExactCount(total.jobsKnown));
    if (total.weightsGone > 0)
        text += QStringLiteral(". ") + shownText(weightsGoneSentence(total.weightsGone));
    Q_EMIT noticed(text);
}

/// Sampling takes seconds, and the images of a folder minutes to decode: meanwhile this thread goes on.
void DispatcherWorker::train(const TrainingOrder& order, int workers, const std::string& device)
{
    using Prepared = Outcome<PopulationSpec>;
    auto* watcher = new QFutureWatcher<Prepared>(this);
    QElapsedTimer since;
    since.start();
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, order, workers, device, since] {
        const Prepared prepared = watcher->result();
        watcher->deleteLater();
        if (const auto* problem = std::get_if<Problem>(&prepared)) {
            Q_EMIT failed(*problem);
            return;
        }
        queueUp(order, std::get<PopulationSpec>(prepared), workers, device);
        Q_EMIT this->prepared(QString::fromStdString(order.population), since.elapsed());
    });
    if (order.dataSet.name != "procedural")
        Q_EMIT noticed(tr("%1: reading its data set…").arg(QString::fromStdString(order.population)));
    watcher->setFuture(
        QtConcurrent::run([order, path = m_path, stop = m_preparing.get_token()]() -> Prepared {
            try {
                requireWorker(workerProgram());
                return populationOf(order, path, [&] { return !stop.stop_requested(); });
            } catch (const std::exception& error) {
                return asProblem(error, order.population);
            }
        }));
}

void DispatcherWorker::queueUp(const TrainingOrder& order, PopulationSpec population, int workers,
                               const std::string& device)
{
    guarded([&] { add(std::move(population), order.replicates, workers, device); });
    sendStatus();
}

void DispatcherWorker::trainAll(const std::vector<PlannedPopulation>& populations, int workers,
                                const std::string& device)
{
    guarded([&] {
        requireWorker(workerProgram());
        for (const PlannedPopulation& planned : populations)
            add(sampled(planned), {}, workers, device);
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
    guarded([&] {
        const QueueAnswer answer = carryOutOrAsk(asked);
        tellWhoTellsTheCluster(asked);
        if (asked.action == QueueRequest::Action::Add && asked.population)
            Q_EMIT noticed(
                (answer.addition.isPopulationNew ? tr("Imported %1") : tr("%1 was imported before"))
                    .arg(QString::fromStdString(asked.population->name)));
        if (asked.action == QueueRequest::Action::Rename)
            Q_EMIT noticed(tr("%1 is called %2 now")
                               .arg(QString::fromStdString(asked.jobs.populations.front()),
                                    QString::fromStdString(asked.name)));
        if (asked.action == QueueRequest::Action::Delete)
            Q_EMIT noticed(tr("%1 was deleted. The store as it was: %2. Its files: %3")
                               .arg(QString::fromStdString(asked.jobs.populations.front()),
                                    QString::fromStdString(answer.backup),
                                    QString::fromStdString(answer.folder)));
        if (asked.action == QueueRequest::Action::Forget)
            Q_EMIT noticed(withGroups(
                tr("%n imported result(s) taken away again", nullptr, static_cast<int>(answer.changed)),
                answer.changed));
    });
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
        for (const std::string& sentence : m_working->last.news)
            Q_EMIT failed({ProblemKind::Failed, {}, sentence, {}});
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
