// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/queries.h"

#include "core/problem.h"
#include "core/text/plain_name.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace regnet {
namespace {

std::string namesOfPopulations(SQLite::Database& sql)
{
    std::string names;
    SQLite::Statement query(sql, "SELECT name FROM population ORDER BY id LIMIT 20");
    while (query.executeStep())
        names += (names.empty() ? "" : ", ") + query.getColumn(0).getString();
    return names;
}

constexpr const char* trainingColumns =
    "SELECT r.id, d.id, t.seed, r.json, d.json, d.folder, r.name FROM training t"
    " JOIN recipe r ON r.id = t.recipe_id JOIN data_set d ON d.id = t.data_set_id"
    " WHERE t.population_id = ?1";

TrainingRow trainingOf(SQLite::Statement& query)
{
    TrainingRow row;
    row.recipe = query.getColumn(0).getInt64();
    row.dataSet = query.getColumn(1).getInt64();
    row.seed = query.getColumn(2).getInt64();
    row.spec.recipe = recipeFromJson(nlohmann::json::parse(query.getColumn(3).getString()));
    row.spec.recipe.name = query.getColumn(6).getString();
    row.spec.dataSet = dataSetFromCanonicalJson(query.getColumn(4).getString());
    row.spec.dataSet.folder = query.getColumn(5).getString();
    row.spec.seed = fromSql(row.seed);
    return row;
}

} // namespace

std::string folderName(const SQLite::Column& column)
{
    std::string name = column.getString();
    if (!isPlainName(name)) throw DamagedRow(fmt::format("a folder is called \"{}\"", name));
    return name;
}

std::int64_t attemptNumber(const SQLite::Column& column)
{
    const std::int64_t attempt = column.getInt64();
    if (attempt < 0 || attempt > mostAttempts)
        throw DamagedRow(fmt::format("a job's attempt is {}", attempt));
    return attempt;
}

double errorPercent(const SQLite::Column& column)
{
    const double percent = column.getDouble();
    if (!isErrorPercent(percent)) throw DamagedRow(fmt::format("a test error is {} %", percent));
    return percent;
}

Condition::Condition(const JobSelection& selection)
    : sql("1"), m_populations(selection.populations.empty() ? std::string()
                                                            : nlohmann::json(selection.populations).dump()),
      m_ids(selection.ids.empty() ? std::string() : nlohmann::json(selection.ids).dump())
{
    if (!m_ids.empty()) sql = "job.folder IN (SELECT value FROM json_each(?))";
    if (m_populations.empty()) return;
    sql += " AND job.id IN (SELECT j.id FROM population p JOIN training t ON t.population_id = p.id"
           " JOIN member m ON m.population_id = p.id"
           " JOIN job j ON j.network_id = m.network_id AND j.recipe_id = t.recipe_id"
           " AND j.data_set_id = t.data_set_id AND j.seed = t.seed WHERE p.name IN (SELECT value FROM "
           "json_each(?)))";
}

int Condition::bindTo(SQLite::Statement& statement, int firstIndex) const
{
    int index = firstIndex;
    if (!m_ids.empty()) statement.bind(index++, m_ids);
    if (!m_populations.empty()) statement.bind(index++, m_populations);
    return index;
}

void requireSelection(Database& database, const JobSelection& selection)
{
    for (const std::string& name : selection.populations)
        rowOfPopulation(database.sql(), name, database.path().string());
    for (const std::string& id : selection.ids)
        rowOfJob(database, id);
}

std::int64_t rowOfJob(Database& database, std::string_view id)
{
    const KeptStatement query(database, "SELECT id FROM job WHERE folder = ?");
    query->bind(1, std::string(id));
    if (!query->executeStep())
        throwBadInput(database.path().string(), fmt::format("has no job \"{}\"", id),
                      "one that \"regnet queue list\" shows");
    return query->getColumn(0).getInt64();
}

std::int64_t rowOfPopulation(SQLite::Database& sql, std::string_view name, const std::string& store)
{
    SQLite::Statement query(sql, "SELECT id FROM population WHERE name = ?");
    query.bind(1, std::string(name));
    if (query.executeStep()) return query.getColumn(0).getInt64();
    const std::string names = namesOfPopulations(sql);
    throwBadInput(store, fmt::format("has no population \"{}\"", name),
                  names.empty() ? "a store with populations" : "one of " + names);
}

std::vector<std::string> checkLines(SQLite::Database& sql, const char* pragma)
{
    std::vector<std::string> lines;
    SQLite::Statement query(sql, pragma);
    while (query.executeStep())
        if (const std::string line = query.getColumn(0).getString(); line != "ok") lines.push_back(line);
    return lines;
}

void removeUnused(SQLite::Database& sql)
{
    sql.exec("DELETE FROM network WHERE NOT EXISTS (SELECT 1 FROM member WHERE network_id = network.id)"
             " AND NOT EXISTS (SELECT 1 FROM job WHERE network_id = network.id)");
    sql.exec("DELETE FROM space WHERE NOT EXISTS (SELECT 1 FROM population WHERE space_id = space.id)"
             " AND NOT EXISTS (SELECT 1 FROM space AS child WHERE child.parent_id = space.id)");
}

std::optional<TrainingRow> lastTraining(SQLite::Database& sql, std::int64_t population,
                                        std::string_view recipe)
{
    SQLite::Statement query(sql, trainingColumns + std::string(" AND (?2 = '' OR r.name = ?2)"
                                                               " ORDER BY t.requested DESC LIMIT 1"));
    query.bind(1, population);
    query.bind(2, std::string(recipe));
    if (!query.executeStep()) return std::nullopt;
    return trainingOf(query);
}

std::vector<TrainingRow> trainingsOf(SQLite::Database& sql, std::int64_t population)
{
    SQLite::Statement query(sql, trainingColumns + std::string(" ORDER BY t.requested"));
    query.bind(1, population);
    std::vector<TrainingRow> all;
    while (query.executeStep())
        all.push_back(trainingOf(query));
    return all;
}

} // namespace regnet
