// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

#include <charconv>

// What becomes of populations that are there: another name, or their end.
namespace regnet {
namespace {

std::vector<std::string> namesOfAll(SQLite::Database& sql)
{
    std::vector<std::string> names;
    SQLite::Statement query(sql, "SELECT name FROM population");
    while (query.executeStep())
        names.push_back(query.getColumn(0).getString());
    return names;
}

/// The jobs of population ?1, and of each whether another population has it too.
constexpr const char* ownJobs =
    "SELECT DISTINCT j.id, j.folder, j.state,"
    " EXISTS (SELECT 1 FROM member m2 JOIN training t2 ON t2.population_id = m2.population_id"
    "  WHERE m2.network_id = j.network_id AND m2.population_id <> ?1 AND t2.recipe_id = j.recipe_id"
    "  AND t2.data_set_id = j.data_set_id AND t2.seed = j.seed),"
    " EXISTS (SELECT 1 FROM array_entry e JOIN array a ON a.id = e.array_id"
    "  WHERE e.job_id = j.id AND a.state NOT IN ('closed', 'withdrawn'))"
    " FROM training t JOIN member m ON m.population_id = t.population_id"
    " JOIN job j ON j.network_id = m.network_id AND j.recipe_id = t.recipe_id"
    " AND j.data_set_id = t.data_set_id AND j.seed = t.seed WHERE t.population_id = ?1 ORDER BY j.id";

Removal removalOfRow(SQLite::Database& sql, std::int64_t row, std::string_view name)
{
    Removal removal;
    removal.population = std::string(name);
    SQLite::Statement jobs(sql, ownJobs);
    jobs.bind(1, row);
    while (jobs.executeStep()) {
        const JobState state = jobStateOf(jobs.getColumn(2).getString()).value_or(JobState::Failed);
        const bool isShared = jobs.getColumn(3).getInt64() != 0;
        if (state == JobState::Done) ++(isShared ? removal.shared : removal.results);
        if (!isFinal(state) || jobs.getColumn(4).getInt64() != 0) ++removal.busy;
        if (!isShared) removal.jobs.push_back(jobs.getColumn(1).getString());
    }
    SQLite::Statement imported(sql, "SELECT count(*) FROM imported_member WHERE population_id = ?"
                                    " AND state = 'finished'");
    imported.bind(1, row);
    imported.executeStep();
    removal.results += imported.getColumn(0).getInt64();
    return removal;
}

constexpr const char* removalsSetting = "jobs.removals";

} // namespace

Removal StoreReader::removalOf(std::string_view name) const
{
    return m_database->read([&] {
        SQLite::Database& sql = m_database->sql();
        return removalOfRow(sql, rowOfPopulation(sql, name, path().string()), name);
    });
}

std::int64_t StoreReader::removals() const
{
    const std::string known = setting(removalsSetting);
    std::int64_t count = 0;
    std::from_chars(known.data(), known.data() + known.size(), count);
    return count;
}

Removal Store::remove(std::string_view population)
{
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        const std::int64_t row = rowOfPopulation(sql, population, path().string());
        Removal removal = removalOfRow(sql, row, population);
        if (const auto problem = problemOf(removal)) throw Error(*problem);
        const std::int64_t version = jobsVersion();
        SQLite::Statement jobs(sql, "DELETE FROM job WHERE folder = ?");
        for (const std::string& job : removal.jobs) {
            jobs.reset();
            jobs.bind(1, job);
            jobs.exec();
        }
        SQLite::Statement remove(sql, "DELETE FROM population WHERE id = ?");
        remove.bind(1, row);
        remove.exec();
        removeUnused(sql);
        // The number that every change makes grow must not fall: one that comes next would look like an old
        // one.
        SQLite::Statement change(sql, "UPDATE job SET changed = ? WHERE id = (SELECT max(id) FROM job)");
        change.bind(1, version + 1);
        change.exec();
        setSetting(removalsSetting, std::to_string(removals() + 1));
        return removal;
    });
}

void Store::rename(std::string_view population, std::string_view name)
{
    database().write([&] {
        SQLite::Database& sql = database().sql();
        const std::int64_t row = rowOfPopulation(sql, population, path().string());
        if (population == name) return;
        if (const auto problem = problemOfName(name, namesOfAll(sql))) throw Error(*problem);
        SQLite::Statement change(sql, "UPDATE population SET name = ? WHERE id = ?");
        change.bind(1, std::string(name));
        change.bind(2, row);
        change.exec();
    });
}

} // namespace regnet
