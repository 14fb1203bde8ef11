// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/dispatcher_worker.h"

#include "core/queue/process.h"

#include <QTimer>

#include <algorithm>
#include <sys/stat.h>
#include <utility>

namespace regnet {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto workingInterval = 60ms;
constexpr auto lookingInterval = 400ms;
/// The list of all jobs costs about 10 us each to read: large queues are sent more rarely.
constexpr auto fastestSending = 300ms;
constexpr std::size_t largeQueue = 5'000;
constexpr auto largeQueueSending = 3s;

std::uint64_t fileNumber(const std::filesystem::path& path)
{
    struct stat info = {};
    return stat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_ino) : 0;
}

} // namespace

DispatcherWorker::Working::Working(const std::filesystem::path& path, const std::filesystem::path& spoolPath,
                                   std::vector<DeviceSlots> slots)
    : store(path, "regnet-explorer", 1), spool(spoolPath), executor({workerProgram(), 10, 1}),
      dispatcher(store, spool, executor, DispatcherSettings{.slots = std::move(slots), .only = {}})
{
}

DispatcherWorker::DispatcherWorker(const std::filesystem::path& store) : m_path(store) {}

DispatcherWorker::~DispatcherWorker() = default;

void DispatcherWorker::begin()
{
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &DispatcherWorker::tick);
    m_timer->start(lookingInterval);
    guarded([this] {
        openReader();
        adopt();
    });
    refresh(true);
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

std::filesystem::path DispatcherWorker::spoolPath() const
{
    const std::string known = m_reader ? m_reader->setting("spool") : std::string();
    return known.empty() ? defaultSpool(m_path) : std::filesystem::path(known);
}

void DispatcherWorker::openReader()
{
    const std::uint64_t file = fileNumber(m_path);
    if (file == m_readerFile && (m_reader || file == 0)) return;
    m_reader.reset();
    m_readerFile = 0;
    m_version = -1;
    if (file == 0) return;
    // While its first writer makes it, a store is empty for a moment.
    if (std::filesystem::file_size(m_path) == 0) return;
    m_readerFile = file; // also when it cannot be read: said once, not at every tick
    m_reader = std::make_unique<StoreReader>(m_path);
}

/// Workers that nobody follows, left by a window or a program that ended: their results are wanted.
void DispatcherWorker::adopt()
{
    m_holder = StoreLock::holder(m_path);
    if (m_working || m_holder || !m_reader || m_reader->activeJobs().empty()) return;
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
    m_working = std::make_unique<Working>(m_path, spoolPath(), slotsFor(workers, device));
    openReader();
    m_timer->start(workingInterval);
    m_timeLeft = {};
    const Recovery recovery = m_working->dispatcher.recover();
    if (recovery.total() > 0) Q_EMIT noticed(QString::fromStdString(describe(recovery)));
}

QueueAnswer DispatcherWorker::carryOutOrAsk(const QueueRequest& asked)
{
    if (m_working) return carryOut(asked, m_working->store, m_working->spool);
    return request(asked, m_path, Spool(spoolPath()), "regnet-explorer");
}

void DispatcherWorker::train(const TrainingOrder& order, int workers, const std::string& device)
{
    guarded([&] {
        requireWorker(workerProgram());
        QueueRequest asked;
        asked.action = QueueRequest::Action::Add;
        asked.population = populationOf(order, m_path);
        m_holder = StoreLock::holder(m_path);
        if (m_working || !m_holder) startWorking(workers, device);
        const Addition addition = carryOutOrAsk(asked).addition;
        if (m_working && m_working->store.isQueuePaused()) m_working->store.setQueuePaused(false);
        Q_EMIT noticed(addition.jobsKnown == 0
                           ? tr("%1: %n training(s) queued", nullptr, static_cast<int>(addition.jobsNew))
                                 .arg(QString::fromStdString(order.population))
                           : tr("%1: %n training(s) queued, %2 there already", nullptr,
                                static_cast<int>(addition.jobsNew))
                                 .arg(QString::fromStdString(order.population))
                                 .arg(addition.jobsKnown));
    });
    refresh(true);
}

void DispatcherWorker::work(int workers, const std::string& device)
{
    guarded([&] {
        if (!m_reader) return;
        startWorking(workers, device);
        if (m_working->store.isQueuePaused()) m_working->store.setQueuePaused(false);
    });
    refresh(true);
}

void DispatcherWorker::stop()
{
    if (!m_working) return;
    m_working->dispatcher.stop();
    m_working->isStopping = true;
    refresh(true);
}

void DispatcherWorker::change(const QueueRequest& asked)
{
    guarded([&] { carryOutOrAsk(asked); });
    refresh(true);
}

void DispatcherWorker::look(const std::string& job)
{
    m_job = job;
    guarded([this] { sendDetails(); });
}

void DispatcherWorker::tick()
{
    guarded([this] {
        if (m_working) {
            step();
        } else {
            openReader();
            const bool wasHeld = m_holder.has_value();
            m_holder = StoreLock::holder(m_path);
            if (wasHeld && !m_holder) {
                adopt();
                refresh(true);
            }
        }
    });
    refresh(false);
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
    refresh(true);
}

void DispatcherWorker::refresh(bool isForced)
{
    guarded([&] {
        const bool isLarge = m_reader && !m_sentPopulations.empty() &&
                             m_reader->counts().total() > static_cast<std::int64_t>(largeQueue);
        const Clock::duration least =
            isLarge ? Clock::duration(largeQueueSending) : Clock::duration(fastestSending);
        if (!isForced && Clock::now() - m_sent < least) return;
        const std::int64_t version = m_reader ? m_reader->dataVersion() : 0;
        const bool isNews = version != m_version;
        // The time left changes even when nothing else does.
        if (!isForced && !isNews && !(m_working && Clock::now() - m_sent > 1s)) return;
        m_version = version;
        m_sent = Clock::now();
        sendSnapshot();
        if (isNews) sendDetails();
    });
}

void DispatcherWorker::sendSnapshot()
{
    auto snapshot = std::make_shared<QueueSnapshot>();
    snapshot->store = m_path;
    snapshot->hasStore = m_reader != nullptr;
    snapshot->holder = m_working ? std::nullopt : m_holder;
    snapshot->isWorking = m_working != nullptr;
    snapshot->isStopping = m_working && m_working->isStopping;
    if (m_working) snapshot->held = m_working->last.held;
    if (m_reader) {
        snapshot->jobs = m_reader->jobs();
        snapshot->populations = m_reader->populations();
        snapshot->isPaused = m_reader->isQueuePaused();
        snapshot->progress = readProgress(*m_reader, {}, m_timeLeft);
    }
    const std::vector<PopulationSummary> populations = snapshot->populations;
    Q_EMIT snapshotChanged(snapshot);
    sendPopulations(populations);
}

void DispatcherWorker::sendPopulations(const std::vector<PopulationSummary>& populations)
{
    for (const PopulationSummary& summary : populations) {
        const std::string state = std::to_string(summary.jobs.of(JobState::Done)) + "/" +
                                  std::to_string(summary.jobs.failures()) + "/" +
                                  std::to_string(summary.jobs.total()) + "/" +
                                  (summary.training ? hashOf(summary.training->recipe) : "");
        std::string& sent = m_sentPopulations[summary.name];
        if (sent == state) continue;
        sent = state;
        Q_EMIT populationChanged(m_reader->population(summary.name));
    }
}

void DispatcherWorker::sendDetails()
{
    if (m_job.empty() || !m_reader) return;
    const auto job = m_reader->job(m_job);
    if (!job) return;
    Q_EMIT detailsChanged({*job, m_reader->epochs(m_job), Spool(spoolPath()).logTail(m_job, job->attempt)});
}

} // namespace regnet
