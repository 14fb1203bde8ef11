// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

#include <array>
#include <utility>

// The job arrays of clusters: which jobs they hold, and how those fare.
namespace regnet {
namespace {

using State = ArrayRecord::State;

constexpr std::array<std::pair<State, const char*>, 6> stateNames{{
    {State::Preparing, "preparing"},
    {State::Submitting, "submitting"},
    {State::Submitted, "submitted"},
    {State::Generated, "generated"},
    {State::Closed, "closed"},
    {State::Withdrawn, "withdrawn"},
}};

std::string textOf(State state)
{
    for (const auto& [known, name] : stateNames)
        if (known == state) return name;
    return {};
}

State stateOf(const std::string& text)
{
    for (const auto& [state, name] : stateNames)
        if (text == name) return state;
    return State::Closed;
}

std::int64_t rowOfArray(SQLite::Database& sql, std::string_view token, const std::string& store)
{
    SQLite::Statement query(sql, "SELECT id FROM array WHERE token = ?");
    query.bind(1, std::string(token));
    if (!query.executeStep()) throwFailed(store, "has no job array \"" + std::string(token) + "\"");
    return query.getColumn(0).getInt64();
}

std::int64_t insertArray(SQLite::Database& sql, const ArrayRecord& array)
{
    SQLite::Statement insert(sql, "INSERT INTO array (token, place, name, cluster, state, tasks,"
                                  " jobs_per_task, throttle, created, message)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, array.token);
    insert.bind(2, array.place);
    insert.bind(3, array.name);
    insert.bind(4, array.cluster);
    insert.bind(5, textOf(array.state));
    insert.bind(6, array.tasks);
    insert.bind(7, array.jobsPerTask);
    insert.bind(8, array.throttle);
    insert.bind(9, array.created);
    insert.bind(10, array.message);
    insert.exec();
    return sql.getLastInsertRowid();
}

void insertEntry(SQLite::Statement& insert, std::int64_t array, std::int64_t line, std::int64_t job,
                 std::int64_t attempt)
{
    insert.reset();
    insert.bind(1, array);
    insert.bind(2, line);
    insert.bind(3, job);
    insert.bind(4, attempt);
    insert.exec();
}

constexpr const char* insertEntrySql =
    "INSERT INTO array_entry (array_id, line, job_id, attempt) VALUES (?, ?, ?, ?)";

/// Row number and attempt-to-be of the jobs that an array may take, in their order.
struct Candidate
{
    std::int64_t row = 0, attempt = 0;
    std::string job;
};

std::vector<Candidate> candidates(SQLite::Database& sql, const std::string& place, std::int64_t limit,
                                  double unixNow, const JobSelection& selection)
{
    const Condition condition(selection);
    SQLite::Statement query(sql, "SELECT id, attempt + 1, folder FROM job WHERE state = 'queued'"
                                 " AND place = ? AND " +
                                     isDue + " AND " + condition.sql +
                                     " ORDER BY priority DESC, position, id LIMIT " + std::to_string(limit));
    query.bind(1, place);
    query.bind(2, unixNow);
    condition.bindTo(query, 3);
    std::vector<Candidate> found;
    while (query.executeStep())
        found.push_back(
            {query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getString()});
    return found;
}

} // namespace

std::vector<ArrayEntry> Store::claimArray(const ArrayRecord& array, const std::string& device,
                                          std::int64_t limit, double unixNow, const JobSelection& selection)
{
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        std::vector<ArrayEntry> entries;
        const std::vector<Candidate> jobs = candidates(sql, array.place, limit, unixNow, selection);
        if (jobs.empty()) return entries;
        ArrayRecord counted = array;
        counted.tasks = (static_cast<std::int64_t>(jobs.size()) + array.jobsPerTask - 1) / array.jobsPerTask;
        const std::int64_t row = insertArray(sql, counted);
        SQLite::Statement claim(sql, "UPDATE job SET state = 'claimed', attempt = ?, device = ?, pid = 0,"
                                     " process_start = 0, boot_id = '', message = '' WHERE id = ?");
        SQLite::Statement insert(sql, insertEntrySql);
        for (const Candidate& job : jobs) {
            claim.reset();
            claim.bind(1, job.attempt);
            claim.bind(2, device);
            claim.bind(3, job.row);
            claim.exec();
            const auto line = static_cast<std::int64_t>(entries.size());
            insertEntry(insert, row, line, job.row, job.attempt);
            entries.push_back({job.job, job.attempt, line, "waiting", 0, {}});
        }
        return entries;
    });
}

void Store::setArray(const ArrayRecord& array)
{
    database().write([&] {
        SQLite::Statement change(database().sql(), "UPDATE array SET state = ?, name = ?, cluster = ?,"
                                                   " message = ? WHERE token = ?");
        change.bind(1, textOf(array.state));
        change.bind(2, array.name);
        change.bind(3, array.cluster);
        change.bind(4, array.message);
        change.bind(5, array.token);
        change.exec();
    });
}

void Store::setEntries(std::string_view token, std::span<const ArrayEntry> entries)
{
    database().write([&] {
        const std::int64_t row = rowOfArray(database().sql(), token, path().string());
        SQLite::Statement change(database().sql(), "UPDATE array_entry SET state = ?, restarts = ?, node = ?"
                                                   " WHERE array_id = ? AND line = ?");
        for (const ArrayEntry& entry : entries) {
            change.reset();
            change.bind(1, entry.state);
            change.bind(2, entry.restarts);
            change.bind(3, entry.node);
            change.bind(4, row);
            change.bind(5, entry.line);
            change.exec();
        }
    });
}

void Store::restoreArray(const ArrayRecord& array, const std::string& device,
                         std::span<const ClaimedJob> entries)
{
    database().write([&] {
        SQLite::Database& sql = database().sql();
        const std::int64_t row = insertArray(sql, array);
        SQLite::Statement insert(sql, insertEntrySql);
        SQLite::Statement find(sql, "SELECT id FROM job WHERE folder = ?");
        // Jobs whose end is known are left alone; the others are with the cluster.
        SQLite::Statement claim(sql, "UPDATE job SET state = 'claimed', attempt = ?1, device = ?2"
                                     " WHERE id = ?3 AND (attempt < ?1 OR (attempt = ?1 AND state IN"
                                     " ('claimed', 'running'))) AND state NOT IN ('done', 'cancelled')");
        std::int64_t line = 0;
        for (const ClaimedJob& entry : entries) {
            find.reset();
            find.bind(1, entry.id);
            if (find.executeStep() && array.state == State::Withdrawn) {
                insertEntry(insert, row, line, find.getColumn(0).getInt64(), entry.attempt);
            } else if (find.hasRow()) {
                const std::int64_t job = find.getColumn(0).getInt64();
                insertEntry(insert, row, line, job, entry.attempt);
                claim.reset();
                claim.bind(1, entry.attempt);
                claim.bind(2, device);
                claim.bind(3, job);
                claim.exec();
            }
            ++line;
        }
    });
}

void Store::inOneTransaction(const std::function<void()>& work)
{
    database().write([&] { work(); });
}

std::vector<ArrayRecord> StoreReader::arrays(bool onlyOpen) const
{
    return m_database->read([&] {
        SQLite::Statement query(m_database->sql(),
                                std::string("SELECT token, place, name, cluster, state, tasks, jobs_per_task,"
                                            " throttle, created, substr(message, 1, 10000) FROM array") +
                                    (onlyOpen ? " WHERE state NOT IN ('closed', 'withdrawn')" : "") +
                                    " ORDER BY id DESC");
        std::vector<ArrayRecord> all;
        while (query.executeStep()) {
            ArrayRecord array;
            array.token = folderName(query.getColumn(0));
            array.place = query.getColumn(1).getString();
            array.name = query.getColumn(2).getString();
            array.cluster = query.getColumn(3).getString();
            array.state = stateOf(query.getColumn(4).getString());
            array.tasks = query.getColumn(5).getInt64();
            array.jobsPerTask = query.getColumn(6).getInt64();
            array.throttle = query.getColumn(7).getInt64();
            array.created = query.getColumn(8).getDouble();
            array.message = query.getColumn(9).getString();
            all.push_back(std::move(array));
        }
        return all;
    });
}

std::vector<ArrayEntry> StoreReader::arrayEntries(std::string_view token) const
{
    return m_database->read([&] {
        SQLite::Statement query(m_database->sql(),
                                "SELECT job.folder, e.attempt, e.line, e.state, e.restarts, e.node"
                                " FROM array_entry e JOIN job ON job.id = e.job_id"
                                " WHERE e.array_id = (SELECT id FROM array WHERE token = ?) ORDER BY e.line");
        query.bind(1, std::string(token));
        std::vector<ArrayEntry> all;
        while (query.executeStep())
            all.push_back({folderName(query.getColumn(0)), query.getColumn(1).getInt64(),
                           query.getColumn(2).getInt64(), query.getColumn(3).getString(),
                           query.getColumn(4).getInt64(), query.getColumn(5).getString()});
        return all;
    });
}

std::map<std::string, std::int64_t> StoreReader::queuedElsewhere(double unixNow) const
{
    return m_database->read([&] {
        SQLite::Statement query(m_database->sql(), "SELECT place, count(*) FROM job WHERE state = 'queued'"
                                                   " AND place > '' AND " +
                                                       isDue + " GROUP BY place");
        query.bind(1, unixNow);
        std::map<std::string, std::int64_t> counts;
        while (query.executeStep())
            counts[query.getColumn(0).getString()] = query.getColumn(1).getInt64();
        return counts;
    });
}

std::vector<std::string> StoreReader::placesWithQueued() const
{
    return m_database->read([&] {
        SQLite::Statement query(m_database->sql(),
                                "SELECT DISTINCT place FROM job WHERE state = 'queued' AND place > ''");
        std::vector<std::string> places;
        while (query.executeStep())
            places.push_back(query.getColumn(0).getString());
        return places;
    });
}

} // namespace regnet
