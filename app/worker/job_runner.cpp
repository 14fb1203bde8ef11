// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/job_runner.h"

#include "app/worker/folder_lock.h"

#include "core/data/data_sets.h"
#include "core/format/weights.h"
#include "core/text/printable.h"
#include "gpu/train/trainer.h"

#include <csignal>
#include <filesystem>
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

/// The disk is full, or the folder may not be written to. Nothing is wrong with the job.
struct CannotWrite
{
    std::string message;
};

int code(WorkerExit exit)
{
    return static_cast<int>(exit);
}

/// What writes into the job folder: its errors are not the job's.
template <typename Write>
auto writing(const Write& write)
{
    try {
        return write();
    } catch (const Error& error) {
        throw CannotWrite{error.what()};
    }
}

void append(EventLog& log, const WorkerEvent& event)
{
    writing([&] { log.append(event); });
}

int fail(EventLog& log, WorkerExit exit, const std::string& message, std::int64_t epoch)
{
    std::cerr << "regnet-worker: " << printableLines(message) << '\n';
    append(log, FailedEvent{exit, message, epoch});
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

int done(EventLog& log, const std::filesystem::path& jobFolder, const JobSpec& job, const TrainResult& result)
{
    append(log, FinishedEvent{.bestTestError = result.bestTestError,
                              .lastTestError = result.lastTestError,
                              .trainSeconds = result.trainSeconds,
                              .bestEmaTestError = result.bestEmaTestError,
                              .lastEmaTestError = result.lastEmaTestError,
                              .bestHeldOutError = result.bestHeldOutError,
                              .selectedTestError = result.selectedTestError});
    if (!job.keepsWeights) removeCheckpoints(jobFolder, Checkpoints::All);
    return code(WorkerExit::Done);
}

int report(EventLog& log, const std::filesystem::path& jobFolder, const JobSpec& job,
           const TrainResult& result)
{
    switch (result.end) {
    case TrainEnd::Done:
        return done(log, jobFolder, job, result);
    case TrainEnd::Stopped:
        if (!result.message.empty())
            std::cerr << "regnet-worker: " << result.message << "; the checkpoint before stands\n";
        append(log, StoppedEvent{result.epoch});
        return code(WorkerExit::Requeue);
    case TrainEnd::Superseded:
        std::cerr << "regnet-worker: a later attempt has taken over " << jobFolder.string() << '\n';
        return code(WorkerExit::Requeue);
    case TrainEnd::Diverged:
        // From there it would diverge again: another try begins anew.
        if (!job.keepsWeights) removeCheckpoints(jobFolder, Checkpoints::All);
        return fail(log, WorkerExit::Diverged, result.message, result.epoch);
    case TrainEnd::OutOfMemory:
        return fail(log, WorkerExit::OutOfMemory, result.message, result.epoch);
    case TrainEnd::CannotWrite:
        throw CannotWrite{result.message};
    }
    return 1;
}

int trainJob(const std::filesystem::path& jobFolder, const JobSpec& job, EventLog& log, std::int64_t threads)
{
    TrainOptions options;
    options.checkpoint = checkpointFile(jobFolder);
    if (job.keepsWeights) options.best = bestFile(jobFolder);
    options.threads = threads;
    if (!job.recipe.initialWeights.empty())
        options.initialWeights = initialWeightsFile(jobFolder, job.recipe.initialWeights);
    const std::string mark = cancelMark(jobFolder).string();
    TrainObserver observer;
    observer.started = [&](const StartedEvent& event) { append(log, event); };
    observer.epoch = [&](const EpochEvent& event) { append(log, event); };
    observer.shouldStop = [&] { return stopSignal != 0 || access(mark.c_str(), F_OK) == 0; };
    observer.ownsJob = [&] { return ownsJob(jobFolder, job.attempt); };
    return report(log, jobFolder, job, train(job, options, observer));
}

int runLocked(const std::filesystem::path& jobFolder, std::int64_t threads)
{
    const JobSpec job = readJob(jobFolder);
    if (isFinished(jobFolder, job.attempt)) return code(WorkerExit::Done);
    removeCheckpoints(jobFolder, Checkpoints::Torn);
    EventLog log = writing([&] { return EventLog(jobFolder, job.attempt); });
    try {
        const auto missing = missingData(job.dataSet, [] { return stopSignal == 0; });
        if (stopSignal != 0) return code(WorkerExit::Requeue); // before anything was begun
        if (missing) return fail(log, WorkerExit::DataMissing, sentence(*missing), 0);
        const std::filesystem::path start = initialWeightsFile(jobFolder, job.recipe.initialWeights);
        if (!job.recipe.initialWeights.empty() && !std::filesystem::exists(start))
            return fail(log, WorkerExit::DataMissing,
                        start.string() + ": is missing; the training starts from these weights", 0);
        return trainJob(jobFolder, job, log, threads);
    } catch (const Error& error) {
        if (error.problem().kind == ProblemKind::Failed) throw; // not the job's fault
        return fail(log, WorkerExit::BadJob, error.what(), 0);
    }
}

} // namespace

int runJob(const std::filesystem::path& jobFolder, std::int64_t threads)
{
    listenToSignals();
    if (!std::filesystem::is_directory(jobFolder))
        throwBadInput(jobFolder.string(), "is no folder", "a job's folder with its job.json");
    try {
        const FolderLock lock = writing([&] { return FolderLock(jobFolder); });
        if (!lock.isHeld()) {
            std::cerr << "regnet-worker: another worker still holds " << jobFolder.string() << '\n';
            return code(WorkerExit::Requeue);
        }
        return runLocked(jobFolder, threads);
    } catch (const CannotWrite& failure) {
        std::cerr << "regnet-worker: " << printable(failure.message) << '\n';
        return code(stopSignal != 0 ? WorkerExit::Requeue : WorkerExit::CannotWrite);
    }
}

} // namespace regnet::worker
