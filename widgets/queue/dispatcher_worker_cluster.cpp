// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/spool_owner.h"
#include "core/slurm/result_folder.h"
#include "widgets/queue/dispatcher_worker.h"
#include "widgets/shown_quantity.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <exception>

// What people do with clusters: in the dispatcher's thread, so that its executor never steps in between.
namespace regnet {

/// Whoever works the queue off also submits, follows and collects.
void DispatcherWorker::lookAfterClusters(int workers, const std::string& device)
{
    m_holder = StoreLock::holder(m_path);
    const bool isDone = m_working && !m_working->isStopping;
    if (isDone || (!m_working && m_holder)) return;
    startWorking(workers, device, Needs::Nothing);
}

void DispatcherWorker::sendToCluster(const ClusterOrder& order, int workers, const std::string& device)
{
    guarded([&] {
        const QString place = QString::fromStdString(order.profile.name);
        if (order.out.empty()) {
            const std::int64_t sent = carryOutOrAsk(requestOf(order)).changed;
            Q_EMIT noticed(
                withGroups(tr("%n job(s) sent to %1", nullptr, static_cast<int>(sent)), sent).arg(place));
            lookAfterClusters(workers, device);
            return;
        }
        const auto arrays = static_cast<int>(generate(order).size());
        Q_EMIT noticed(
            arrays == 0 ? tr("Nothing of it is queued: no file was written")
                        : tr("%n array(s) written to %1: on the cluster, \"sbatch batch.sh\" in each of its "
                             "folders slurm/…",
                             nullptr, arrays)
                              .arg(QString::fromStdString(order.out.string())));
    });
    sendStatus();
}

std::vector<std::string> DispatcherWorker::generate(const ClusterOrder& order)
{
    if (m_working) return generateInto(m_working->store, m_working->spool, order);
    if (const auto holder = StoreLock::holder(m_path))
        throwFailed(m_path.string(),
                    "is being written by " + describe(*holder) + ", which submits by itself");
    Store store(m_path, "regnet-explorer", 1);
    const Spool spool(m_watch.spoolPath());
    spool.create();
    claimSpool(store, spool);
    return generateInto(store, spool, order);
}

void DispatcherWorker::changeArray(const std::string& token, const QueueRequest& request)
{
    guarded([&] {
        if (!m_watch.reader()) return;
        QueueRequest asked = request;
        asked.jobs = activeJobsOf(*m_watch.reader(), token);
        if (asked.jobs.ids.empty()) return; // without a name it would mean every job
        carryOutOrAsk(asked);
        tellWhoTellsTheCluster(asked);
    });
    sendStatus();
}

/// A cluster hears of a cancellation by whoever works the queue off; starting local work for that would be
/// more than was asked.
void DispatcherWorker::tellWhoTellsTheCluster(const QueueRequest& asked)
{
    using Action = QueueRequest::Action;
    if (asked.action != Action::Cancel && asked.action != Action::Send && asked.action != Action::Pause)
        return;
    if (m_working || StoreLock::holder(m_path) || !m_watch.reader()) return;
    if (m_watch.reader()->recalledJobs().empty()) return;
    Q_EMIT noticed(tr("The cluster hears of it when the queue is started"));
}

/// Copying takes as long as the folder is large: meanwhile this thread goes on.
void DispatcherWorker::bringInResults(const std::filesystem::path& folder, int workers,
                                      const std::string& device)
{
    std::filesystem::path spool;
    guarded([&] {
        const std::filesystem::path known = m_watch.spoolPath();
        if (const auto* reader = m_watch.reader())
            if (const auto problem = problemOfOwner(*reader, Spool(known))) throw Error(*problem);
        spool = known;
    });
    if (spool.empty()) return; // the reason was told
    using Brought = Outcome<ImportReport>;
    auto* watcher = new QFutureWatcher<Brought>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, workers, device] {
        const Brought brought = watcher->result();
        watcher->deleteLater();
        if (const auto* problem = std::get_if<Problem>(&brought)) {
            Q_EMIT failed(*problem);
            return;
        }
        const auto& report = std::get<ImportReport>(brought);
        Q_EMIT noticed(tr("%1 files of %2 arrays brought in").arg(report.files).arg(report.arrays));
        guarded([&] {
            if (report.files > 0) lookAfterClusters(workers, device);
        });
        sendStatus();
    });
    watcher->setFuture(QtConcurrent::run([folder, spool]() -> Brought {
        try {
            return importResults(Spool(spool), folder);
        } catch (const std::exception& error) {
            return asProblem(error, folder.string());
        }
    }));
}

} // namespace regnet
