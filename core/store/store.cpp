// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/database.h"
#include "core/store/local_disk.h"
#include "core/store/queries.h"
#include "core/store/store_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace regnet {
namespace {

constexpr auto replaceBadBytes = nlohmann::json::error_handler_t::replace;

void bindOptional(SQLite::Statement& statement, int index, const std::optional<double>& value)
{
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

/// A job as record() needs it.
struct JobRow
{
    std::int64_t id = 0;
    std::int64_t attempt = 0;
    std::int64_t epochs = 0;
    JobState state = JobState::Queued;
};

JobRow jobRow(Database& database, std::string_view folder)
{
    const std::int64_t id = rowOfJob(database, folder);
    const KeptStatement query(
        database, "SELECT job.attempt, r.epochs, job.state FROM job JOIN recipe r ON r.id = job.recipe_id"
                  " WHERE job.id = ?");
    query->bind(1, id);
    query->executeStep();
    return {id, query->getColumn(0).getInt64(), query->getColumn(1).getInt64(),
            jobStateOf(query->getColumn(2).getString()).value_or(JobState::Failed)};
}

bool hasResult(Database& database, std::int64_t job)
{
    const KeptStatement query(database, "SELECT 1 FROM result WHERE job_id = ? AND is_superseded = 0");
    query->bind(1, job);
    return query->executeStep();
}

void setState(Database& database, std::int64_t job, JobState state)
{
    const KeptStatement update(database, "UPDATE job SET state = ?, wanted = NULL WHERE id = ?");
    update->bind(1, std::string(nameOf(state)));
    update->bind(2, job);
    update->exec();
}

/// Writes one event; false when its values cannot be.
class Recorder
{
public:
    Recorder(Database& database, const JobRow& job, std::int64_t attempt)
        : m_database(database), m_job(job), m_attempt(attempt)
    {
    }

    bool record(const LoggedEvent& event)
    {
        m_event = &event;
        if (event.sequence < 1) return false;
        return std::visit([this](const auto& values) { return write(values); }, event.event);
    }

private:
    bool write(const StartedEvent& started)
    {
        const KeptStatement insert(
            m_database, "INSERT OR IGNORE INTO measurement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert->bind(1, m_job.id);
        insert->bind(2, m_attempt);
        insert->bind(3, started.flops);
        insert->bind(4, started.params);
        insert->bind(5, started.activations);
        insert->bind(6, started.firstEpoch);
        insert->bind(7, started.torchVersion);
        insert->bind(8, started.device);
        insert->bind(9, started.revision);
        insert->bind(10, started.threads);
        insert->bind(11, nlohmann::json(started.manifest).dump(-1, ' ', false, replaceBadBytes));
        if (started.countsAgree)
            insert->bind(12, *started.countsAgree ? 1 : 0);
        else
            insert->bind(12);
        insert->exec();
        return true;
    }

    bool write(const EpochEvent& epoch)
    {
        if (epoch.epoch < 1 || epoch.epoch > m_job.epochs || !(epoch.seconds >= 0)) return false;
        const KeptStatement insert(
            m_database, "INSERT OR IGNORE INTO epoch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        " ?, ?, ?, ?)");
        insert->bind(1, m_job.id);
        insert->bind(2, m_attempt);
        insert->bind(3, m_event->sequence);
        insert->bind(4, m_event->unixSeconds);
        insert->bind(5, epoch.epoch);
        insert->bind(6, epoch.learningRate);
        insert->bind(7, epoch.trainLoss);
        insert->bind(8, epoch.trainError);
        insert->bind(9, epoch.testLoss);
        insert->bind(10, epoch.testError);
        insert->bind(11, epoch.seconds);
        bindOptional(*insert, 12, epoch.trainTop5Error);
        bindOptional(*insert, 13, epoch.testTop5Error);
        bindOptional(*insert, 14, epoch.emaTestError);
        bindOptional(*insert, 15, epoch.emaTestTop5Error);
        bindOptional(*insert, 16, epoch.heldOutError);
        bindOptional(*insert, 17, epoch.emaHeldOutError);
        if (insert->exec() == 0) return true;
        // An attempt that got further than any before was not killed by its own job.
        const KeptStatement update(
            m_database, "UPDATE job SET kills = CASE WHEN attempt = ?2 THEN 0 ELSE kills END,"
                        " epochs_done = ?3, train_seconds = train_seconds + ?4, last_test_error = ?5,"
                        " last_event = ?6 WHERE id = ?1 AND epochs_done < ?3");
        update->bind(1, m_job.id);
        update->bind(2, m_attempt);
        update->bind(3, epoch.epoch);
        update->bind(4, epoch.seconds);
        update->bind(5, epoch.testError);
        update->bind(6, m_event->unixSeconds);
        update->exec();
        return true;
    }

    bool write(const FinishedEvent& finished)
    {
        if (!isErrorPercent(finished.bestTestError) || !isErrorPercent(finished.lastTestError) ||
            !(finished.trainSeconds >= 0))
            return false;
        const bool isFirst = !hasResult(m_database, m_job.id);
        const KeptStatement insert(m_database,
                                   "INSERT OR IGNORE INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert->bind(1, m_job.id);
        insert->bind(2, m_attempt);
        insert->bind(3, m_event->sequence);
        insert->bind(4, finished.bestTestError);
        insert->bind(5, finished.lastTestError);
        insert->bind(6, finished.trainSeconds);
        insert->bind(7, isFirst ? 0 : 1);
        bindOptional(*insert, 8, finished.bestEmaTestError);
        bindOptional(*insert, 9, finished.lastEmaTestError);
        bindOptional(*insert, 10, finished.bestHeldOutError);
        bindOptional(*insert, 11, finished.selectedTestError);
        insert->exec();
        // A late result of an attempt that was given up: the work is done, nobody has to do it again.
        if (isFirst && !isActive(m_job.state)) setState(m_database, m_job.id, JobState::Done);
        return true;
    }

    // What failed and stopped attempts mean is decided when their process has ended: end().
    bool write(const FailedEvent&) { return true; }
    bool write(const StoppedEvent&) { return true; }

    Database& m_database;
    const JobRow& m_job;
    std::int64_t m_attempt;
    const LoggedEvent* m_event = nullptr;
};

/// Opened under its lock. One that cannot be made leaves no lock without a store behind.
std::unique_ptr<Database> openedToWrite(const std::filesystem::path& path)
{
    try {
        return std::make_unique<Database>(path, Database::Access::Write);
    } catch (const Error&) {
        std::error_code error;
        if (!std::filesystem::exists(path, error)) StoreLock::removeFile(path);
        throw;
    }
}

} // namespace

Store::Store(const std::filesystem::path& path, const std::string& program, double waitSeconds)
    : Store((requireLocalDisk(path), requireStoreFile(path), requireOneName(path), prepareFolder(path),
             StoreLock::acquire(path, program, waitSeconds)),
            path)
{
}

Store::Store(StoreLock lock, const std::filesystem::path& path)
    : StoreReader(openedToWrite(path)), m_lock(std::move(lock))
{
}

Store::~Store() = default;

std::optional<ClaimedJob> Store::claim(const std::string& device, double unixNow,
                                       const JobSelection& selection)
{
    return database().write([&]() -> std::optional<ClaimedJob> {
        const Condition condition(selection);
        const KeptStatement claim(
            database(), "UPDATE job SET state = 'claimed', attempt = attempt + 1, device = ?, pid = 0,"
                        " process_start = 0, boot_id = '', message = '' WHERE id = (SELECT id FROM job"
                        " WHERE state = 'queued' AND place = '' AND " +
                            isDue + " AND " + condition.sql +
                            " ORDER BY priority DESC, position, id LIMIT 1) RETURNING folder, attempt");
        claim->bind(1, device);
        claim->bind(2, unixNow);
        condition.bindTo(*claim, 3);
        if (!claim->executeStep()) return std::nullopt;
        ClaimedJob job{folderName(claim->getColumn(0)), claim->getColumn(1).getInt64()};
        // A statement with RETURNING is done when it says so.
        while (claim->executeStep()) {
        }
        return job;
    });
}

void Store::setRunning(const ClaimedJob& job, const ProcessIdentity& process)
{
    database().write([&] {
        const KeptStatement update(database(), "UPDATE job SET state = 'running', pid = ?, process_start = ?,"
                                               " boot_id = ? WHERE folder = ? AND attempt = ?"
                                               " AND state IN ('claimed', 'running')");
        update->bind(1, process.pid);
        update->bind(2, process.startTicks);
        update->bind(3, process.bootId);
        update->bind(4, job.id);
        update->bind(5, job.attempt);
        update->exec();
    });
}

std::int64_t Store::record(std::string_view id, std::int64_t attempt, std::span<const LoggedEvent> events)
{
    if (events.empty()) return 0;
    return database().write([&] {
        const JobRow job = jobRow(database(), id);
        // Nobody started such an attempt: whoever wrote this has no right to.
        if (attempt < 1 || attempt > job.attempt) return static_cast<std::int64_t>(events.size());
        Recorder recorder(database(), job, attempt);
        std::int64_t refused = 0;
        for (const LoggedEvent& event : events)
            if (!recorder.record(event)) ++refused;
        return refused;
    });
}

JobState Store::end(const ClaimedJob& job, const AttemptEnd& end)
{
    return database().write([&] {
        const KeptStatement query(database(), "SELECT id, attempt, state, wanted FROM job WHERE folder = ?");
        query->bind(1, job.id);
        if (!query->executeStep()) throwFailed(path().string(), "has no job \"" + job.id + "\"");
        const std::int64_t row = query->getColumn(0).getInt64();
        const JobState before = jobStateOf(query->getColumn(2).getString()).value_or(JobState::Failed);
        if (query->getColumn(1).getInt64() != job.attempt || !isActive(before)) return before;
        JobState after = end.state;
        if (!isFinal(after) && !query->isColumnNull(3))
            after = jobStateOf(query->getColumn(3).getString()).value_or(after);
        if (hasResult(database(), row)) after = JobState::Done;
        query->reset();
        const KeptStatement update(
            database(), "UPDATE job SET state = ?, wanted = NULL, message = ?, kills = ?, not_before = ?,"
                        " pid = 0, process_start = 0, boot_id = '' WHERE id = ?");
        update->bind(1, std::string(nameOf(after)));
        update->bind(2, after == JobState::Done ? std::string() : end.message);
        update->bind(3, end.kills);
        update->bind(4, end.notBefore);
        update->bind(5, row);
        update->exec();
        return after;
    });
}

} // namespace regnet
