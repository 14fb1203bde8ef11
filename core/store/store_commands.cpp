// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

// What people ask of a store's queue, and the settings kept in it.
namespace regnet {
namespace {

std::int64_t update(SQLite::Database& sql, const char* change, const char* states,
                    const JobSelection& selection)
{
    const Condition condition(selection);
    SQLite::Statement statement(sql, std::string("UPDATE job SET ") + change + " WHERE state IN (" + states +
                                         ") AND " + condition.sql);
    condition.bindTo(statement, 1);
    return statement.exec();
}

constexpr const char* active = "'claimed', 'running'";

} // namespace

std::int64_t Store::pause(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database().sql(), selection, path().string());
        return update(database().sql(), "state = 'paused'", "'queued'", selection) +
               update(database().sql(), "wanted = coalesce(wanted, 'paused')", active, selection);
    });
}

std::int64_t Store::resume(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database().sql(), selection, path().string());
        return update(database().sql(), "state = 'queued', not_before = 0", "'paused'", selection) +
               update(database().sql(), "wanted = CASE wanted WHEN 'paused' THEN NULL ELSE wanted END",
                      active, selection);
    });
}

std::int64_t Store::cancel(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database().sql(), selection, path().string());
        return update(database().sql(), "state = 'cancelled', message = 'cancelled'", "'queued', 'paused'",
                      selection) +
               update(database().sql(), "wanted = 'cancelled'", active, selection);
    });
}

std::int64_t Store::retry(const JobSelection& selection)
{
    return database().write([&] {
        requireSelection(database().sql(), selection, path().string());
        return update(database().sql(), "state = 'queued', kills = 0, not_before = 0, message = ''",
                      "'diverged', 'out of memory', 'failed', 'cancelled'", selection);
    });
}

std::int64_t Store::setPriority(const JobSelection& selection, std::int64_t priority)
{
    return database().write([&] {
        requireSelection(database().sql(), selection, path().string());
        return update(database().sql(), ("priority = " + std::to_string(priority)).c_str(),
                      "'queued', 'paused', 'claimed', 'running'", selection);
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
