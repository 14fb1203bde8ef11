// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/local_disk.h"
#include "core/store/store_file.h"
#include "core/store/store_lock.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <exception>
#include <string_view>
#include <utility>

namespace regnet {
namespace {

constexpr int busyTimeoutMs = 30'000;

int flagsFor(Database::Access access)
{
    return access == Database::Access::Write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                             : SQLite::OPEN_READONLY;
}

SQLite::Database opened(const std::filesystem::path& path, Database::Access access)
{
    try {
        return SQLite::Database(path.string(), flagsFor(access), busyTimeoutMs);
    } catch (const SQLite::Exception& error) {
        throwFailed(path.string(), fmt::format("cannot be opened ({})", error.what()));
    }
}

/// A store may come from somebody else. What its schema says must not do more than ours does: no view in the
/// place of a table, no function that has an effect, no page that is not checked.
void distrustSchema(SQLite::Database& sql)
{
    for (const auto& [option, value] :
         {std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1), std::pair(SQLITE_DBCONFIG_ENABLE_VIEW, 0)})
        sqlite3_db_config(sql.getHandle(), option, value, nullptr);
    sql.exec("PRAGMA trusted_schema = OFF");
    sql.exec("PRAGMA cell_size_check = ON");
}

void removeDatabase(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix, ignored);
}

/// An empty store for `path`, in another place until it is whole.
void fillStore(const std::filesystem::path& made, const std::filesystem::path& path)
{
    try {
        SQLite::Database sql = opened(made, Database::Access::Write);
        migrate(sql, path.string());
        // Last, so that everything stands in the file itself: what a log holds comes into it when the file is
        // closed, and closing cannot say that it failed. Here rather than later: the switch writes a rollback
        // journal, and a reader cannot roll back what somebody who was killed left.
        sql.exec("PRAGMA journal_mode = WAL");
    } catch (const SQLite::Exception& failure) {
        throwFailed(path.string(), Database::describe(failure, Database::Access::Write));
    }
    std::error_code error;
    std::filesystem::rename(made, path, error);
    if (error) throwFailed(path.string(), fmt::format("cannot be made ({})", error.message()));
}

/// A store comes into being whole: who dies while making it leaves none, rather than an empty file that no
/// reader takes for a store.
void makeStore(const std::filesystem::path& path)
{
    const std::filesystem::path made = path.string() + ".new";
    removeDatabase(made); // of a program that was killed
    try {
        fillStore(made, path);
    } catch (const Error&) {
        removeDatabase(made);
        throw;
    }
}

void refuseJournal(const std::filesystem::path& path, Database::Access access)
{
    const std::filesystem::path journal = journalBeside(path);
    if (journal.empty()) return;
    // A reader may meet that of a writer who gives a store of SQLite's own making its log; a writer is alone.
    if (access == Database::Access::Read && StoreLock::holder(path)) return;
    throwFailed(path.string(),
                fmt::format("was left in the middle of a change, or came with a journal of another program "
                            "({}), which is not played back; \"regnet store repair\" makes it anew from the "
                            "spool",
                            journal.string()));
}

/// SQLite would play it into the new store, pages of the former one among those of the new.
void refuseLogOfNoStore(const std::filesystem::path& path)
{
    const std::filesystem::path log = path.string() + "-wal";
    std::error_code error;
    const auto bytes = std::filesystem::file_size(log, error);
    if (error || bytes == 0) return;
    throwFailed(
        path.string(), fmt::format("is not there, but its log is ({})", log.string()),
        "the store back in its place, or \"regnet store rebuild\", which makes it anew from the spool");
}

std::filesystem::path prepared(std::filesystem::path path, Database::Access access)
{
    requireLocalDisk(path);
    requireStoreFile(path);
    std::error_code error;
    const bool isThere = std::filesystem::exists(path, error);
    requireOwnSideFiles(path);
    refuseJournal(path, access);
    if (access == Database::Access::Write) {
        prepareFolder(path);
        if (!isThere) {
            refuseLogOfNoStore(path);
            makeStore(path);
        }
    } else if (!isThere) {
        throwBadInput(path.string(), "there is no such store");
    }
    return path;
}

} // namespace

void prepareFolder(const std::filesystem::path& store)
{
    std::error_code error;
    const auto folder = std::filesystem::absolute(store).parent_path();
    std::filesystem::create_directories(folder, error);
    if (error) throwFailed(folder.string(), fmt::format("cannot be created ({})", error.message()));
}

Database::Database(std::filesystem::path path, Access access)
    : m_access(access), m_path(prepared(std::move(path), access)), m_sql(opened(m_path, access))
{
    guarded([&] {
        distrustSchema(m_sql);
        m_sql.exec("PRAGMA foreign_keys = ON");
        requireStore(m_sql, m_path.string(), access);
        if (access == Access::Write) {
            // Switching to WAL needs the file for itself; the busy handler does not cover that, the lock of
            // ours does.
            m_sql.exec("PRAGMA journal_mode = WAL");
            m_sql.exec("PRAGMA synchronous = NORMAL");
            // Adding 100,000 jobs at once makes the log 131 MB long; it need not stay so.
            m_sql.exec("PRAGMA journal_size_limit = 16777216");
            migrate(m_sql, m_path.string());
        }
    });
}

Database::~Database()
{
    try {
        if ((sqlite3_db_readonly(m_sql.getHandle(), "main")) == 0) m_sql.exec("PRAGMA optimize");
    } catch (const SQLite::Exception&) {
        // Statistics for the planner; nothing is lost without them.
    }
}

std::unique_ptr<SQLite::Statement> Database::take(const std::string& text)
{
    if (const auto kept = m_kept.find(text); kept != m_kept.end() && kept->second)
        return std::move(kept->second);
    return std::make_unique<SQLite::Statement>(m_sql, text);
}

void Database::giveBack(const std::string& text, std::unique_ptr<SQLite::Statement> statement)
{
    try {
        // Its transaction may go on to others, and an open row would hold the log.
        statement->tryReset();
        statement->clearBindings();
        m_kept[text] = std::move(statement);
    } catch (const std::exception&) {
        // Without memory it is made again the next time.
    }
}

std::string Database::damaged(const std::string& how)
{
    return "is damaged (" + how + "); \"regnet store repair\" makes it anew from the spool";
}

std::string Database::inWords(const nlohmann::json::exception& error)
{
    // Its own words are a programmer's. 101 and those after it: the text cannot be read; 406: a number of it.
    if (error.id < 200) return "a text in it is to be JSON and is none";
    if (error.id == 406) return "a number in it is too large";
    return "a text in it lacks a field, or has one of another kind";
}

std::string Database::describe(const SQLite::Exception& error, Access access)
{
    constexpr const char* cannotBeOpened = "cannot be opened; where the folder may only be read, copy the "
                                           "store to one that you can write to";
    switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
        return "is no store (not an SQLite file); where it was one, \"regnet store repair\" makes it anew "
               "from "
               "the spool";
    case SQLITE_CORRUPT:
        return damaged(error.what());
    case SQLITE_CANTOPEN:
        return cannotBeOpened;
    case SQLITE_FULL:
        return "cannot be written: the disk is full";
    case SQLITE_READONLY:
        if (error.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK)
            return "was left in the middle of a change, which a reader cannot take back; \"regnet store "
                   "repair\" makes it anew from the spool";
        // Who only reads a store writes beside it: the index of its log.
        return access == Access::Read ? cannotBeOpened : "may only be read";
    case SQLITE_ERROR: // our statements are right: then its schema is not ours any more
        if (std::string_view(error.what()).starts_with("no such ")) return damaged(error.what());
        if (std::string_view(error.what()) == "unsupported file format")
            return damaged("its header says that it has a format that SQLite does not know");
        return error.what();
    default:
        return error.what();
    }
}

} // namespace regnet
