// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's own checks say whether the file is sound, not whether what stands in it can be.
#include "core/store/queries.h"

#include "core/data/data_set_spec.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/study/recipe.h"
#include "core/text/printable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <array>
#include <cmath>

namespace regnet {
namespace {

/// Of one kind of rows: one column says which row it is, `read` throws where it cannot be.
struct Kind
{
    const char* name;
    int label; ///< the column that says which
    const char* query;
    void (*read)(SQLite::Statement& row);
};

void readRecipe(SQLite::Statement& row)
{
    recipeFromJson(nlohmann::json::parse(row.getColumn(1).getString()));
}

void readDataSet(SQLite::Statement& row)
{
    dataSetFromCanonicalJson(row.getColumn(1).getString());
}

void readNetwork(SQLite::Statement& row)
{
    parseNetwork(row.getColumn(1).getString());
}

/// The columns of memberOf() follow each other from the first on.
void readMember(SQLite::Statement& row)
{
    memberOf(row);
    parseNetwork(row.getColumn(5).getString());
}

void readJob(SQLite::Statement& row)
{
    folderName(row.getColumn(0));
    attemptNumber(row.getColumn(1));
}

void readResult(SQLite::Statement& row)
{
    errorPercent(row.getColumn(1));
    errorPercent(row.getColumn(2));
    if (const double seconds = row.getColumn(3).getDouble(); !(seconds >= 0) || !std::isfinite(seconds))
        throw DamagedRow(fmt::format("it took {} s", seconds));
}

void readEpoch(SQLite::Statement& row)
{
    throw DamagedRow(fmt::format("epoch {} took {} s and is event {} of its attempt",
                                 row.getColumn(1).getInt64(), row.getColumn(2).getDouble(),
                                 row.getColumn(3).getInt64()));
}

void readImported(SQLite::Statement& row)
{
    if (!row.isColumnNull(1)) errorPercent(row.getColumn(1));
    const auto properties = nlohmann::json::parse(row.getColumn(2).getString());
    if (!properties.is_object()) throw DamagedRow("its properties are no JSON object");
}

/// Epochs are many: SQLite passes over those that can be. What a worker may say of one is up to its recorder.
constexpr std::array<Kind, 8> kinds{{
    {"recipe", 0, "SELECT name, json FROM recipe", readRecipe},
    {"data set", 0, "SELECT name, json FROM data_set", readDataSet},
    {"network", 0, "SELECT hash, json FROM network", readNetwork},
    {"member", 6,
     "SELECT m.position, n.hash, m.properties, NULL, NULL, m.spec, p.name || ', ' || m.position FROM member m"
     " LEFT JOIN network n ON n.id = m.network_id LEFT JOIN population p ON p.id = m.population_id"
     " ORDER BY m.population_id, m.position",
     readMember},
    {"job", 0, "SELECT folder, attempt FROM job", readJob},
    {"result", 0,
     "SELECT (SELECT folder FROM job WHERE id = job_id) || ', attempt ' || attempt, best_test_error,"
     " last_test_error, train_seconds FROM result",
     readResult},
    {"epoch", 0,
     "SELECT (SELECT folder FROM job WHERE id = job_id) || ', attempt ' || attempt, epoch, seconds, sequence"
     " FROM epoch WHERE epoch < 1 OR sequence < 1 OR attempt < 1 OR NOT seconds BETWEEN 0 AND 1e300",
     readEpoch},
    {"imported member", 0,
     "SELECT (SELECT name FROM population WHERE id = population_id) || ', ' || position, error, properties"
     " FROM imported_member",
     readImported},
}};

/// What is wrong with the row, in words; nothing where it can be.
std::optional<std::string> problemOfRow(const Kind& kind, SQLite::Statement& row)
{
    try {
        kind.read(row);
        return std::nullopt;
    } catch (const nlohmann::json::exception& error) {
        return Database::inWords(error);
    } catch (const DamagedRow& error) {
        return error.what();
    } catch (const Error& error) {
        return error.what();
    }
}

std::string labelOf(const Kind& kind, SQLite::Statement& row)
{
    return printable(row.getColumn(kind.label).getString(), 80);
}

void checkKind(SQLite::Database& sql, const Kind& kind, std::vector<std::string>& lines)
{
    constexpr std::int64_t mostLines = 20;
    SQLite::Statement rows(sql, kind.query);
    std::int64_t damaged = 0;
    while (rows.executeStep()) {
        const auto problem = problemOfRow(kind, rows);
        if (problem && ++damaged <= mostLines)
            lines.push_back(fmt::format("{} {}: {}", kind.name, labelOf(kind, rows), *problem));
    }
    if (damaged > mostLines)
        lines.push_back(
            fmt::format("{} more rows of this kind ({}) are damaged", damaged - mostLines, kind.name));
}

void checkKeys(SQLite::Database& sql, std::vector<std::string>& lines)
{
    constexpr std::int64_t mostLines = 20;
    SQLite::Statement keys(sql, "PRAGMA foreign_key_check");
    std::int64_t dangling = 0;
    while (keys.executeStep())
        if (++dangling <= mostLines)
            lines.push_back("a row of " + keys.getColumn(0).getString() + " points to nothing in " +
                            keys.getColumn(2).getString());
    if (dangling > mostLines)
        lines.push_back(fmt::format("{} more rows point to nothing", dangling - mostLines));
}

} // namespace

std::vector<std::string> damagedRows(SQLite::Database& sql)
{
    std::vector<std::string> lines;
    try {
        checkKeys(sql, lines);
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() != SQLITE_CORRUPT) throw;
        lines.push_back(fmt::format("what its rows point to cannot all be read ({})", error.what()));
    }
    for (const Kind& kind : kinds) {
        try {
            checkKind(sql, kind, lines);
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() != SQLITE_CORRUPT) throw;
            // The other tables may be sound.
            lines.push_back(
                fmt::format("rows of the kind \"{}\" cannot all be read ({})", kind.name, error.what()));
        }
    }
    return lines;
}

} // namespace regnet
