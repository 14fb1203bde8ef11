// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

// Pieces of SQL that readers and the writer share. Private to core/store.

/// Seeds use all 64 bits; SQLite's integers are signed.
inline std::int64_t toSql(std::uint64_t seed)
{
    return static_cast<std::int64_t>(seed);
}
inline std::uint64_t fromSql(std::int64_t seed)
{
    return static_cast<std::uint64_t>(seed);
}

/// Of a queued job, with one value to bind, the Unix time: it waits for nothing. Delays are minutes; a longer
/// one is of a clock that was set back meanwhile.
inline const std::string isDue = "(not_before - ?) NOT BETWEEN 1e-6 AND 900";

/// Names of folders in the spool: one that leads elsewhere is of somebody who forged the store. Throws
/// DamagedRow.
std::string folderName(const SQLite::Column& column);

/// The number of a job's attempt, 0 before the first. Throws DamagedRow where it cannot be one.
std::int64_t attemptNumber(const SQLite::Column& column);

/// A test error in percent. Throws DamagedRow where it cannot be one.
double errorPercent(const SQLite::Column& column);

/// "job.id IN (...)" for a selection, with its values; "1" for everything.
struct Condition
{
    explicit Condition(const JobSelection& selection);
    /// Returns the first index that is free after it.
    int bindTo(SQLite::Statement& statement, int firstIndex) const;

    std::string sql;

private:
    std::string m_populations; ///< JSON arrays
    std::string m_ids;
};

/// Throws Error for what is selected but not there.
void requireSelection(Database& database, const JobSelection& selection);

/// The job's row id; throws Error when there is none of that name.
std::int64_t rowOfJob(Database& database, std::string_view id);

/// The population's row id; throws Error that lists the names when there is none of that name.
std::int64_t rowOfPopulation(SQLite::Database& sql, std::string_view name, const std::string& store);

/// A member of a population: its position, its network's hash, its properties, the state of its job and its
/// error are the row's columns. Throws DamagedRow or what the JSON library does.
Member memberOf(SQLite::Statement& row);

/// A line for each row that points to nothing (lists leave it out), or that the readers of rows refuse: which
/// one it is, and what is wrong with it; 20 at most of a kind, and how many more there are. Every row is
/// read, one at a time.
std::vector<std::string> damagedRows(SQLite::Database& sql);

/// What one of SQLite's checks of a file ("PRAGMA quick_check") has to say; nothing where all is well.
std::vector<std::string> checkLines(SQLite::Database& sql, const char* pragma);

/// Networks and spaces that no population and no job has any more.
void removeUnused(SQLite::Database& sql);

struct TrainingRow
{
    std::int64_t recipe = 0;
    std::int64_t dataSet = 0;
    std::int64_t seed = 0;
    TrainingSpec spec;
};
/// Of a population the training with that recipe, "" meaning any: the one asked for last.
std::optional<TrainingRow> lastTraining(SQLite::Database& sql, std::int64_t population,
                                        std::string_view recipe);

/// All of a population, the one asked for last at the end.
std::vector<TrainingRow> trainingsOf(SQLite::Database& sql, std::int64_t population);

/// Results that another program had, as they were imported.
void keepImported(SQLite::Database& sql, std::int64_t population, const ImportedResults& imported);
std::optional<ImportedResults> importedOf(SQLite::Database& sql, std::int64_t population);

} // namespace regnet
