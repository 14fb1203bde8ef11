// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/job_runner.h"

#include "app/worker/folder_lock.h"

#include "core/data/data_sets.h"
#include "gpu/train/trainer.h"

#include <csignal>
#include <iostream>
#include <unistd.h>

namespace regnet::worker {
namespace {

volatile std::sig_atomic_t stopSignal = 0;

extern "C" void noteSignal(int signal)
{
    stopSignal = signal;
}

void listenToSignals()
{
    struct sigaction action
    {
    };
    action.sa_handler = noteSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGUSR1})
        sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is then an error of write(), which we report
}

std::filesystem::path checkpointFile(const std::filesystem::path& jobFolder)
{
    return jobFolder / "checkpoint";
}

int code(WorkerExit exit)
{
    return static_cast<int>(exit);
}

int fail(EventLog& log, WorkerExit exit, const std::string& message, std::int64_t epoch)
{
    std::cerr << "regnet-worker: " << message << '\n';
    log.append(FailedEvent{exit, message, epoch});
    return code(exit);
}

/// An attempt that has ended is not done twice: a requeued script may start it again.
bool isFinished(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    const std::vector<LoggedEvent> events = readEvents(jobFolder, attempt);
    return !events.empty() && std::holds_alternative<FinishedEvent>(events.back().event);
}

/// Whether this attempt is still the one that the job is at. A file that cannot be read says nothing against
/// it.
bool ownsJob(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    try {
        return readJob(jobFolder).attempt == attempt;
    } catch (const Error&) {
        return true;
    }
}

int report(EventLog& log, const std::filesystem::path& jobFolder, const TrainResult& result)
{
    switch (result.end) {
    case TrainEnd::Done: {
        log.append(FinishedEvent{result.bestTestError, result.lastTestError, result.trainSeconds});
        std::error_code ignored; // a checkpoint that stays costs disk, not a result
        std::filesystem::remove(checkpointFile(jobFolder), ignored);
        return code(WorkerExit::Done);
    }
    case TrainEnd::Stopped:
        log.append(StoppedEvent{result.epoch});
        return code(WorkerExit::Requeue);
    case TrainEnd::Superseded:
        std::cerr << "regnet-worker: a later attempt has taken over " << jobFolder.string() << '\n';
        return code(WorkerExit::Requeue);
    case TrainEnd::Diverged:
        return fail(log, WorkerExit::Diverged, result.message, result.epoch);
    case TrainEnd::OutOfMemory:
        return fail(log, WorkerExit::OutOfMemory, result.message, result.epoch);
    }
    return 1;
}

int trainJob(const std::filesystem::path& jobFolder, const JobSpec& job, EventLog& log, std::int64_t threads)
{
    TrainOptions options;
    options.checkpoint = checkpointFile(jobFolder);
    options.threads = threads;
    const std::string mark = cancelMark(jobFolder).string();
    TrainObserver observer;
    observer.started = [&](const StartedEvent& event) { log.append(event); };
    observer.epoch = [&](const EpochEvent& event) { log.append(event); };
    observer.shouldStop = [&] { return stopSignal != 0 || access(mark.c_str(), F_OK) == 0; };
    observer.ownsJob = [&] { return ownsJob(jobFolder, job.attempt); };
    return report(log, jobFolder, train(job, options, observer));
}

} // namespace

int runJob(const std::filesystem::path& jobFolder, std::int64_t threads)
{
    listenToSignals();
    if (!std::filesystem::is_directory(jobFolder))
        throwBadInput(jobFolder.string(), "is no folder", "a job's folder with its job.json");
    const FolderLock lock(jobFolder);
    if (!lock.isHeld()) {
        std::cerr << "regnet-worker: another worker still holds " << jobFolder.string() << '\n';
        return code(WorkerExit::Requeue);
    }
    const JobSpec job = readJob(jobFolder);
    if (isFinished(jobFolder, job.attempt)) return code(WorkerExit::Done);
    EventLog log(jobFolder, job.attempt);
    try {
        const auto missing = missingData(job.dataSet, [] { return stopSignal == 0; });
        if (stopSignal != 0) return code(WorkerExit::Requeue); // before anything was begun
        if (missing) return fail(log, WorkerExit::DataMissing, sentence(*missing), 0);
        return trainJob(jobFolder, job, log, threads);
    } catch (const Error& error) {
        if (error.problem().kind == ProblemKind::Failed) throw; // not the job's fault
        return fail(log, WorkerExit::BadJob, error.what(), 0);
    }
}

} // namespace regnet::worker
