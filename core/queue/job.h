// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_set_spec.h"
#include "core/network/network.h"
#include "core/study/recipe.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace regnet {

/// spool/<job>/job.json: all that a worker knows. Written once an attempt, whole or not at all.
struct JobSpec
{
    std::string id; ///< name of the job's folder
    std::int64_t attempt = 1;
    NetworkSpec network; ///< realised stages
    std::string networkHash;
    Recipe recipe;
    DataSetSpec dataSet;
    std::uint64_t seed = 1;
    std::string device = "cpu"; ///< "cpu" or "cuda:<n>"
    std::string deviceUuid;     ///< of the GPU that its worker is shown as the only one; empty: all are
    bool keepsWeights = false;  ///< the last and the best checkpoint stay when the job is done

    friend bool operator==(const JobSpec&, const JobSpec&) = default;
};

std::filesystem::path jobFile(const std::filesystem::path& jobFolder); ///< job.json
/// A file that whoever cancels a job puts into its folder before the signal: the worker stops at the next
/// batch, and the job is not requeued.
std::filesystem::path cancelMark(const std::filesystem::path& jobFolder);
std::filesystem::path attemptFolder(const std::filesystem::path& jobFolder, std::int64_t attempt);
/// Where a worker keeps the state from which a training goes on, and that of its best epoch where it is
/// wanted.
std::filesystem::path checkpointFile(const std::filesystem::path& jobFolder);
std::filesystem::path bestFile(const std::filesystem::path& jobFolder);

/// Which checkpoints removeCheckpoints() takes.
enum class Checkpoints {
    Torn, ///< what a killed writer left half written
    All,
};
/// Only where no worker is at work in that folder. A file that cannot be removed stays: it costs disk, not a
/// result.
void removeCheckpoints(const std::filesystem::path& jobFolder, Checkpoints which);

/// Throws Error with the file, and the field that is wrong.
JobSpec readJob(const std::filesystem::path& jobFolder);
/// Writes job.json: temporary file, fsync, rename. Creates the folder where it is missing.
void writeJob(const std::filesystem::path& jobFolder, const JobSpec& job);

/// How regnet-worker ends. Anything else is a crash.
enum class WorkerExit : int {
    Done = 0,
    BadJob = 64,
    Diverged = 65,
    OutOfMemory = 66,
    CannotWrite = 74, ///< disk full or not writable: not the job's fault; the last checkpoint stands
    Requeue = 75,     ///< asked to stop; a checkpoint is written
    DataMissing = 77,
};

/// Lines of attempt-<k>/events.jsonl, each with a sequence number from 1 without gaps.
struct StartedEvent
{
    std::int64_t flops = 0, params = 0, activations = 0; ///< counted on the running module
    std::int64_t firstEpoch = 0;                         ///< above 0 when resumed from a checkpoint
    std::string torchVersion, device, revision;
    std::int64_t threads = 1;
    std::optional<bool> countsAgree;             ///< with core's formulas; none: an older worker did not say
    std::map<std::string, std::string> manifest; ///< what else a reader may want: versions, machine, flags
};
struct EpochEvent
{
    std::int64_t epoch = 0; ///< from 1
    double learningRate = 0;
    double trainLoss = 0, trainError = 0; ///< error in %
    double testLoss = 0, testError = 0;
    double seconds = 0;
    std::optional<double> trainTop5Error, testTop5Error;  ///< %; none below six classes
    std::optional<double> emaTestError, emaTestTop5Error; ///< of the averaged weights
    std::optional<double> heldOutError, emaHeldOutError;  ///< on training images that are not trained on
};
struct FinishedEvent
{
    double bestTestError = 0; ///< %, the lowest of all epochs
    double lastTestError = 0; ///< %
    double trainSeconds = 0;  ///< of all attempts
    std::optional<double> bestEmaTestError, lastEmaTestError;
    std::optional<double> bestHeldOutError;  ///< of the averaged weights where there are any
    std::optional<double> selectedTestError; ///< of the epoch with the lowest held-out error
};
struct FailedEvent
{
    WorkerExit exit = WorkerExit::Diverged;
    std::string message;
    std::int64_t epoch = 0;
};
struct StoppedEvent ///< a checkpoint is written, exit 75
{
    std::int64_t epoch = 0;
};
using WorkerEvent = std::variant<StartedEvent, EpochEvent, FinishedEvent, FailedEvent, StoppedEvent>;

struct LoggedEvent
{
    std::int64_t sequence = 0;
    double unixSeconds = 0;
    WorkerEvent event;
};

nlohmann::json toJson(const LoggedEvent& event);
/// Throws Error for a line that is no event. Unknown fields are left out: a newer worker may write more.
LoggedEvent eventFromJson(const nlohmann::json& json, const std::string& where = {});

/// Appends events to attempt-<k>/events.jsonl, each flushed (write and fsync) before append() returns. An
/// attempt that starts again goes on with the next number, after cutting off a torn last line. Throws Error
/// where the log cannot be written (disk full); then no part of the event is left in the log.
class EventLog
{
public:
    EventLog(const std::filesystem::path& jobFolder, std::int64_t attempt);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    void append(const WorkerEvent& event);

private:
    std::filesystem::path m_path;
    int m_file = -1;
    std::int64_t m_sequence = 0;
    std::int64_t m_bytes = 0; ///< of whole events
};

/// The whole lines of a log; a torn last line is left out, a damaged one in the middle ends the reading
/// there.
std::vector<LoggedEvent> readEvents(const std::filesystem::path& jobFolder, std::int64_t attempt);

} // namespace regnet
