// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/queue/job.h"
#include "core/study/json_fields.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/file.h>
#include <unistd.h>

namespace regnet {
namespace {

constexpr std::int64_t anyCount = std::numeric_limits<std::int64_t>::max();
constexpr double anyNumber = std::numeric_limits<double>::max();

void put(nlohmann::json& json, const char* field, const auto& value)
{
    if (value) json[field] = *value;
}

nlohmann::json fieldsOf(const StartedEvent& e)
{
    nlohmann::json json{{"event", "started"},          {"flops", e.flops},
                        {"params", e.params},          {"activations", e.activations},
                        {"first_epoch", e.firstEpoch}, {"torch_version", e.torchVersion},
                        {"device", e.device},          {"revision", e.revision},
                        {"threads", e.threads},        {"manifest", e.manifest}};
    put(json, "counts_agree", e.countsAgree);
    return json;
}

nlohmann::json fieldsOf(const EpochEvent& e)
{
    nlohmann::json json{{"event", "epoch"},
                        {"epoch", e.epoch},
                        {"learning_rate", e.learningRate},
                        {"train_loss", e.trainLoss},
                        {"train_error", e.trainError},
                        {"test_loss", e.testLoss},
                        {"test_error", e.testError},
                        {"seconds", e.seconds}};
    put(json, "train_top5_error", e.trainTop5Error);
    put(json, "test_top5_error", e.testTop5Error);
    put(json, "ema_test_error", e.emaTestError);
    put(json, "ema_test_top5_error", e.emaTestTop5Error);
    put(json, "held_out_error", e.heldOutError);
    put(json, "ema_held_out_error", e.emaHeldOutError);
    return json;
}

nlohmann::json fieldsOf(const FinishedEvent& e)
{
    nlohmann::json json{{"event", "finished"},
                        {"best_test_error", e.bestTestError},
                        {"last_test_error", e.lastTestError},
                        {"train_seconds", e.trainSeconds}};
    put(json, "best_ema_test_error", e.bestEmaTestError);
    put(json, "last_ema_test_error", e.lastEmaTestError);
    put(json, "best_held_out_error", e.bestHeldOutError);
    put(json, "selected_test_error", e.selectedTestError);
    return json;
}

nlohmann::json fieldsOf(const FailedEvent& e)
{
    return {
        {"event", "failed"}, {"exit", static_cast<int>(e.exit)}, {"message", e.message}, {"epoch", e.epoch}};
}

nlohmann::json fieldsOf(const StoppedEvent& e)
{
    return {{"event", "stopped"}, {"epoch", e.epoch}};
}

void readError(JsonFields& fields, const char* field, std::optional<double>& error)
{
    if (fields.find(field)) fields.read(field, error.emplace(), 0, 100);
}

WorkerEvent startedFrom(JsonFields& fields)
{
    StartedEvent e;
    fields.read("flops", e.flops, 0, anyCount);
    fields.read("params", e.params, 0, anyCount);
    fields.read("activations", e.activations, 0, anyCount);
    fields.read("first_epoch", e.firstEpoch, 0, anyCount);
    fields.read("torch_version", e.torchVersion);
    fields.read("device", e.device);
    fields.read("revision", e.revision);
    fields.read("threads", e.threads, 0, anyCount);
    if (const nlohmann::json* manifest = fields.find("manifest"); manifest && manifest->is_object())
        for (const auto& [name, value] : manifest->items())
            e.manifest[name] = value.is_string() ? value.get<std::string>() : value.dump();
    if (fields.find("counts_agree")) fields.read("counts_agree", e.countsAgree.emplace());
    return e;
}

WorkerEvent epochFrom(JsonFields& fields)
{
    EpochEvent e;
    fields.require("epoch");
    fields.require("test_error");
    fields.read("epoch", e.epoch, 1, anyCount);
    fields.read("learning_rate", e.learningRate, 0, anyNumber);
    fields.read("train_loss", e.trainLoss, 0, anyNumber);
    fields.read("train_error", e.trainError, 0, 100);
    fields.read("test_loss", e.testLoss, 0, anyNumber);
    fields.read("test_error", e.testError, 0, 100);
    fields.read("seconds", e.seconds, 0, anyNumber);
    readError(fields, "train_top5_error", e.trainTop5Error);
    readError(fields, "test_top5_error", e.testTop5Error);
    readError(fields, "ema_test_error", e.emaTestError);
    readError(fields, "ema_test_top5_error", e.emaTestTop5Error);
    readError(fields, "held_out_error", e.heldOutError);
    readError(fields, "ema_held_out_error", e.emaHeldOutError);
    return e;
}

WorkerEvent finishedFrom(JsonFields& fields)
{
    FinishedEvent e;
    fields.require("best_test_error");
    fields.require("last_test_error");
    fields.read("best_test_error", e.bestTestError, 0, 100);
    fields.read("last_test_error", e.lastTestError, 0, 100);
    fields.read("train_seconds", e.trainSeconds, 0, anyNumber);
    readError(fields, "best_ema_test_error", e.bestEmaTestError);
    readError(fields, "last_ema_test_error", e.lastEmaTestError);
    readError(fields, "best_held_out_error", e.bestHeldOutError);
    readError(fields, "selected_test_error", e.selectedTestError);
    return e;
}

WorkerEvent failedFrom(JsonFields& fields)
{
    FailedEvent e;
    std::int64_t code = 0;
    fields.require("exit");
    fields.read("exit", code, 64, 77);
    e.exit = static_cast<WorkerExit>(code);
    if (e.exit != WorkerExit::BadJob && e.exit != WorkerExit::Diverged && e.exit != WorkerExit::OutOfMemory &&
        e.exit != WorkerExit::DataMissing)
        throwBadInput(fields.place("exit"), "is " + std::to_string(code), "64, 65, 66 or 77");
    fields.read("message", e.message);
    fields.read("epoch", e.epoch, 0, anyCount);
    return e;
}

WorkerEvent stoppedFrom(JsonFields& fields)
{
    StoppedEvent e;
    fields.read("epoch", e.epoch, 0, anyCount);
    return e;
}

std::filesystem::path logFile(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    return attemptFolder(jobFolder, attempt) / "events.jsonl";
}

struct Reading
{
    std::vector<LoggedEvent> events;
    std::size_t bytes = 0; ///< of the good lines
};

/// The good lines at the start of a log: whole, readable, numbered without a gap.
Reading readGood(const std::string& text, const std::string& file)
{
    Reading reading;
    while (true) {
        const std::size_t end = text.find('\n', reading.bytes);
        if (end == std::string::npos) return reading;
        const auto number = static_cast<std::int64_t>(reading.events.size()) + 1;
        try {
            const std::string_view line = std::string_view(text).substr(reading.bytes, end - reading.bytes);
            const std::string where = file + ":" + std::to_string(number);
            LoggedEvent event = eventFromJson(parseJson(line, where, PythonNumbers::Null), where);
            if (event.sequence != number) return reading;
            reading.events.push_back(std::move(event));
        } catch (const Error&) { // a damaged line ends the reading: what follows is not known to belong here
            return reading;
        }
        reading.bytes = end + 1;
    }
}

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

std::filesystem::path attemptFolder(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    return jobFolder / ("attempt-" + std::to_string(attempt));
}

nlohmann::json toJson(const LoggedEvent& event)
{
    nlohmann::json json = std::visit([](const auto& e) { return fieldsOf(e); }, event.event);
    json["sequence"] = event.sequence;
    json["time"] = event.unixSeconds;
    return json;
}

LoggedEvent eventFromJson(const nlohmann::json& json, const std::string& where)
{
    JsonFields fields(json, where);
    LoggedEvent event;
    fields.require("sequence");
    fields.read("sequence", event.sequence, 1, anyCount);
    fields.read("time", event.unixSeconds, 0, anyNumber);
    fields.require("event");
    std::string kind;
    fields.read("event", kind);
    if (kind == "started")
        event.event = startedFrom(fields);
    else if (kind == "epoch")
        event.event = epochFrom(fields);
    else if (kind == "finished")
        event.event = finishedFrom(fields);
    else if (kind == "failed")
        event.event = failedFrom(fields);
    else if (kind == "stopped")
        event.event = stoppedFrom(fields);
    else
        throwBadInput(fields.place("event"), "is \"" + kind + "\"",
                      "started, epoch, finished, failed or stopped");
    return event; // fields that we do not know come from a newer worker and are no error
}

EventLog::EventLog(const std::filesystem::path& jobFolder, std::int64_t attempt)
    : m_path(logFile(jobFolder, attempt))
{
    std::error_code ignored; // open() reports what matters
    const bool isNew = std::filesystem::create_directories(m_path.parent_path(), ignored);
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (m_file < 0) throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(errno));
    // An attempt that starts a second time (a requeued Slurm task) goes on where the log ends; what a crash
    // tore is cut off.
    const Reading reading = readGood(readWhole(m_path), m_path.string());
    if (::ftruncate(m_file, static_cast<off_t>(reading.bytes)) != 0)
        throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(errno));
    m_sequence = static_cast<std::int64_t>(reading.events.size());
    m_bytes = static_cast<std::int64_t>(reading.bytes);
    syncFolder(m_path.parent_path());
    if (isNew) syncFolder(jobFolder);
}

EventLog::~EventLog()
{
    if (m_file >= 0) ::close(m_file);
}

void EventLog::append(const WorkerEvent& event)
{
    // An error may name a path, which need not be UTF-8.
    const std::string line = toJson(LoggedEvent{m_sequence + 1, now(), event})
                                 .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
                             "\n";
    std::size_t written = 0;
    while (written < line.size()) {
        const ssize_t count = ::write(m_file, line.data() + written, line.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) break;
        written += static_cast<std::size_t>(count);
    }
    if (written != line.size() || ::fsync(m_file) != 0) {
        const int reason = errno;
        if (::ftruncate(m_file, static_cast<off_t>(m_bytes)) != 0)
            errno = reason; // readers skip a torn line too
        throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(reason));
    }
    ++m_sequence;
    m_bytes += static_cast<std::int64_t>(line.size());
}

std::vector<LoggedEvent> readEvents(const std::filesystem::path& jobFolder, std::int64_t attempt)
{
    const std::filesystem::path file = logFile(jobFolder, attempt);
    if (!std::filesystem::exists(file)) return {};
    return readGood(readWhole(file), file.string()).events;
}

} // namespace regnet
