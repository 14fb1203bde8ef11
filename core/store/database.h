// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace regnet {

/// What a row says and cannot be: Database makes the sentence about its file of it.
class DamagedRow : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// One connection to a store file. Private to core/store: no other room sees SQL.
class Database
{
public:
    enum class Access { Read, Write };

    /// Sets every connection's pragmas; a writer creates the file and brings its schema up to date. Throws
    /// Error for a file that is no store, is from a newer version, or cannot be opened.
    Database(std::filesystem::path path, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    SQLite::Database& sql() { return m_sql; }
    const std::filesystem::path& path() const { return m_path; }

    /// Runs `work` and turns SQLite's exceptions, and those of rows in it that cannot be, into one sentence
    /// with the store's name.
    template <typename Work>
    auto guarded(Work&& work)
    {
        try {
            return work();
        } catch (const SQLite::Exception& error) {
            throwFailed(m_path.string(), describe(error, m_access));
        } catch (const nlohmann::json::exception& error) { // of a column that holds JSON
            throwFailed(m_path.string(), damaged(inWords(error)));
        } catch (const DamagedRow& error) {
            throwFailed(m_path.string(), damaged(error.what()));
        }
    }

    /// `work` in one BEGIN IMMEDIATE transaction, all or nothing; inside another one as a part of that.
    template <typename Work>
    auto write(Work&& work)
    {
        return guarded([&] {
            if (m_isWriting) return work();
            const Writing writing(m_isWriting);
            SQLite::Transaction transaction(m_sql, SQLite::TransactionBehavior::IMMEDIATE);
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                transaction.commit();
            } else {
                auto answer = work();
                transaction.commit();
                return answer;
            }
        });
    }

    /// `work` on one state of the store, whatever is written meanwhile.
    template <typename Work>
    auto read(Work&& work)
    {
        return guarded([&] {
            if (m_isWriting) return work();
            SQLite::Transaction transaction(m_sql);
            return work();
        });
    }

    /// A statement that is asked often stays prepared: making SQLite's program of a text took half of the
    /// time of a dispatcher with 32 workers. Taken here, it has no values and no rows; `giveBack` ends what
    /// it was doing. Several of one text at a time are several statements.
    std::unique_ptr<SQLite::Statement> take(const std::string& text);
    void giveBack(const std::string& text, std::unique_ptr<SQLite::Statement> statement);

    /// What went wrong, in words.
    static std::string describe(const SQLite::Exception& error, Access access);
    static std::string damaged(const std::string& how);
    static std::string inWords(const nlohmann::json::exception& error);

private:
    struct Writing
    {
        explicit Writing(bool& flag) : isWriting(flag) { isWriting = true; }
        ~Writing() { isWriting = false; }
        Writing(const Writing&) = delete;
        Writing& operator=(const Writing&) = delete;
        bool& isWriting;
    };

    bool m_isWriting = false; ///< a transaction of write() is open
    Access m_access;
    std::filesystem::path m_path;
    SQLite::Database m_sql;
    std::map<std::string, std::unique_ptr<SQLite::Statement>> m_kept; ///< ends before the connection does
};

/// A statement of a text that never changes, kept prepared by its connection from one use to the next. (Texts
/// with somebody's values in them would fill the memory: those are SQLite::Statement.)
class KeptStatement
{
public:
    KeptStatement(Database& database, std::string text)
        : m_database(database), m_text(std::move(text)), m_statement(database.take(m_text))
    {
    }
    ~KeptStatement() { m_database.giveBack(m_text, std::move(m_statement)); }
    KeptStatement(const KeptStatement&) = delete;
    KeptStatement& operator=(const KeptStatement&) = delete;

    SQLite::Statement& operator*() const { return *m_statement; }
    SQLite::Statement* operator->() const { return m_statement.get(); }

private:
    Database& m_database;
    std::string m_text;
    std::unique_ptr<SQLite::Statement> m_statement;
};

/// Makes the store's folder where it is missing. Throws Error when it cannot.
void prepareFolder(const std::filesystem::path& store);

/// Marks the file as ours ("file" and SQLite's tools show it): "RgNt".
inline constexpr std::int64_t storeApplicationId = 0x52674E74;
/// Version of the schema that this build writes.
std::int64_t storeSchemaVersion();
/// Throws Error for a file that is no store of ours or from a newer version; a writer may find it empty.
void requireStore(SQLite::Database& sql, const std::string& path, Database::Access access);
/// Brings the schema to `storeSchemaVersion()`; safe when many programs do so at once.
void migrate(SQLite::Database& sql, const std::string& path);

} // namespace regnet
