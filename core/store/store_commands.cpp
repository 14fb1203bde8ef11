// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

#include <algorithm>
#include <cmath>

// What people ask of a store's queue, and the settings kept in it.
namespace regnet {
namespace {

std::int64_t updateWhere(SQLite::Database& sql, const std::string& change, const std::string& where,
                         const JobSelection& selection)
{
    const Condition condition(selection);
    SQLite::Statement statement(sql,
                                "UPDATE job SET " + change + " WHERE (" + where + ") AND " + condition.sql);
    condition.bindTo(statement, 1);
    return statement.exec();
}

std::int64_t update(SQLite::Database& sql, const char* change, const char* states,
                    const JobSelection& selection)
{
    return updateWhere(sql, change, std::string("state IN (") + states + ")", selection);
}

/// As canBeRetried() says. Done without a result: a store that was made of a damaged spool may have such.
constexpr const char* isRetried =
    "state IN ('diverged', 'out of memory', 'failed', 'cancelled') OR (state = 'done' AND NOT EXISTS"
    " (SELECT 1 FROM result WHERE result.job_id = job.id AND is_superseded = 0))";

constexpr const char* active = "'claimed', 'running'";

/// The jobs of a selection that wait, in their order.
std::vector<std::int64_t> waitingRows(SQLite::Database& sql, const JobSelection& selection)
{
    const Condition condition(selection);
    SQLite::Statement query(sql, "SELECT id FROM job WHERE state IN ('queued', 'paused') AND " +
                                     condition.sql + " ORDER BY priority DESC, position, id");
    condition.bindTo(query, 1);
    std::vector<std::int64_t> rows;
    while (query.executeStep())
        rows.push_back(query.getColumn(0).getInt64());
    return rows;
}

/// Room in the order of jobs: strictly between two positions.
struct Gap
{
    std::int64_t priority = 0;
    double before = 0, after = 0;
};

/// The gap at one end of the queue, or just before a job. The room between two doubles is used up after some
/// fifty halvings in one place; then all jobs are numbered anew.
Gap gapAt(Database& database, const JobPlace& place, const std::vector<std::int64_t>& moving)
{
    SQLite::Database& sql = database.sql();
    const auto count = static_cast<double>(moving.size() + 1);
    if (place.where != JobPlace::Where::Before) {
        const bool isFirst = place.where == JobPlace::Where::First;
        SQLite::Statement end(
            sql, std::string("SELECT priority, position FROM job WHERE state IN ('queued', 'paused')"
                             " ORDER BY ") +
                     (isFirst ? "priority DESC, position LIMIT 1" : "priority, position DESC LIMIT 1"));
        end.executeStep();
        const double position = end.getColumn(1).getDouble();
        return {end.getColumn(0).getInt64(), isFirst ? position - count : position,
                isFirst ? position : position + count};
    }
    const std::int64_t target = rowOfJob(database, place.before);
    for (int round = 0; round < 2; ++round) {
        SQLite::Statement query(sql,
                                "SELECT priority, position, (SELECT max(other.position) FROM job other WHERE"
                                " other.priority = job.priority AND other.position < job.position)"
                                " FROM job WHERE id = ?");
        query.bind(1, target);
        query.executeStep();
        const double after = query.getColumn(1).getDouble();
        const double before = query.isColumnNull(2) ? after - count : query.getColumn(2).getDouble();
        if ((after - before) / count > 1e-9 * std::max(1.0, std::abs(after)))
            return {query.getColumn(0).getInt64(), before, after};
        query.reset();
        sql.exec("UPDATE job SET position = numbered.place FROM (SELECT id AS row, row_number() OVER"
                 " (ORDER BY position, id) AS place FROM job) AS numbered WHERE job.id = numbered.row");
    }
    throwFailed(database.path().string(), "has no room left in the order of its jobs");
}

} // namespace

std::int64_t Store::pause(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database(), selection);
        return update(database().sql(), "state = 'paused'", "'queued'", selection) +
               update(database().sql(), "wanted = coalesce(wanted, 'paused')", active, selection);
    });
}

std::int64_t Store::resume(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database(), selection);
        return update(database().sql(), "state = 'queued', not_before = 0", "'paused'", selection) +
               update(database().sql(), "wanted = CASE wanted WHEN 'paused' THEN NULL ELSE wanted END",
                      active, selection);
    });
}

std::int64_t Store::cancel(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database(), selection);
        return update(database().sql(), "state = 'cancelled', message = 'cancelled'", "'queued', 'paused'",
                      selection) +
               update(database().sql(), "wanted = 'cancelled'", active, selection);
    });
}

std::int64_t Store::retry(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database(), selection);
        return updateWhere(database().sql(), "state = 'queued', kills = 0, not_before = 0, message = ''",
                           isRetried, selection);
    });
}

std::int64_t Store::setPriority(const JobSelection& selection, std::int64_t priority)
{
    return database().write([&] {
        requireSelection(database(), selection);
        return update(database().sql(), ("priority = " + std::to_string(priority)).c_str(),
                      "'queued', 'paused', 'claimed', 'running'", selection);
    });
}

std::int64_t Store::move(const JobSelection& selection, const JobPlace& place)
{
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        requireSelection(database(), selection);
        const std::vector<std::int64_t> moving = waitingRows(sql, selection);
        if (moving.empty()) return std::int64_t{0};
        const Gap gap = gapAt(database(), place, moving);
        SQLite::Statement change(sql, "UPDATE job SET priority = ?, position = ? WHERE id = ?");
        const double step = (gap.after - gap.before) / static_cast<double>(moving.size() + 1);
        for (std::size_t i = 0; i < moving.size(); ++i) {
            change.reset();
            change.bind(1, gap.priority);
            change.bind(2, gap.before + step * static_cast<double>(i + 1));
            change.bind(3, moving[i]);
            change.exec();
        }
        return static_cast<std::int64_t>(moving.size());
    });
}

std::int64_t Store::send(const JobSelection& selection, const std::string& place)
{
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        requireSelection(database(), selection);
        const Condition condition(selection);
        SQLite::Statement change(
            sql, "UPDATE job SET place = ? WHERE state IN ('queued', 'paused', 'claimed', 'running')"
                 " AND place <> ?1 AND " +
                     condition.sql);
        change.bind(1, place);
        condition.bindTo(change, 2);
        return static_cast<std::int64_t>(change.exec());
    });
}

void Store::restoreWishes(std::span<const JobWish> wishes)
{
    database().write([&] {
        SQLite::Statement change(database().sql(),
                                 "UPDATE job SET priority = ?2, position = coalesce(?3, position), state = "
                                 "CASE WHEN ?4 AND state ="
                                 " 'queued' THEN 'paused' ELSE state END, wanted = CASE WHEN ?4 AND state IN "
                                 "('claimed', 'running')"
                                 " THEN coalesce(wanted, 'paused') ELSE wanted END, keeps_weights = ?5, "
                                 "place = ?6 WHERE folder = ?1");
        for (const JobWish& wish : wishes) {
            change.reset();
            change.bind(1, wish.id);
            change.bind(2, wish.priority);
            if (wish.position)
                change.bind(3, *wish.position);
            else
                change.bind(3);
            change.bind(4, wish.isPaused ? 1 : 0);
            change.bind(5, wish.keepsWeights ? 1 : 0);
            change.bind(6, wish.place);
            change.exec();
        }
    });
}

void Store::setQueuePaused(bool isPaused)
{
    setSetting("queue.paused", isPaused ? "1" : "0");
}

void Store::setSetting(std::string_view name, std::string_view value)
{
    database().write([&] {
        SQLite::Statement insert(database().sql(),
                                 "INSERT INTO setting VALUES (?, ?)"
                                 " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        insert.bind(1, std::string(name));
        insert.bind(2, std::string(value));
        insert.exec();
    });
}

void Store::restoreAttempt(std::string_view id, std::int64_t attempt, std::int64_t kills)
{
    database().write([&] {
        SQLite::Statement change(database().sql(), "UPDATE job SET attempt = ?, kills = ?, state = 'running'"
                                                   " WHERE folder = ? AND attempt < ?1");
        change.bind(1, attempt);
        change.bind(2, kills);
        change.bind(3, std::string(id));
        change.exec();
    });
}

} // namespace regnet
