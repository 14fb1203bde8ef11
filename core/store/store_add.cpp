// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/complexity.h"
#include "core/network/network_json.h"
#include "core/network/properties.h"
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"
#include "core/text/sha256.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

// How a population gets into the store.
namespace regnet {
namespace {

/// A network of the population, built before anything is written: a bad one leaves the store as it was.
struct Prepared
{
    std::string spec;
    std::string properties;
    std::string json;
    std::string hash;
    std::int64_t depth = 0;
    Cost cost;
};

std::vector<Prepared> prepare(const PopulationSpec& population)
{
    if (population.name.empty()) throwBadInput("population", "has no name");
    std::vector<Prepared> all;
    all.reserve(population.networks.size());
    for (std::size_t i = 0; i < population.networks.size(); ++i) {
        const NetworkSpec& spec = population.networks[i];
        try {
            const Network network = realise(spec);
            const Cost total = cost(network);
            all.push_back({toJson(spec).dump(), nlohmann::json(propertiesOf(spec, network, total)).dump(),
                           canonicalJson(network), hashOf(network), depthOf(network), total});
        } catch (const Error& error) {
            Problem problem = error.problem();
            problem.where = fmt::format("population \"{}\", network {}{}{}", population.name, i,
                                        problem.where.empty() ? "" : ", ", problem.where);
            throw Error(problem);
        }
    }
    return all;
}

std::int64_t idAfter(SQLite::Database& sql, SQLite::Statement& insert, const char* select,
                     const std::string& key)
{
    insert.exec();
    SQLite::Statement query(sql, select);
    query.bind(1, key);
    query.executeStep();
    return query.getColumn(0).getInt64();
}

std::int64_t spaceId(SQLite::Database& sql, const PopulationSpec& population)
{
    const std::string hash = sha256(population.space + '\n' + population.spaceJson);
    SQLite::Statement insert(sql, "INSERT OR IGNORE INTO space (name, definition, hash) VALUES (?, ?, ?)");
    insert.bind(1, population.space);
    insert.bind(2, population.spaceJson);
    insert.bind(3, hash);
    return idAfter(sql, insert, "SELECT id FROM space WHERE hash = ?", hash);
}

std::int64_t recipeId(SQLite::Database& sql, const Recipe& recipe)
{
    const std::string hash = hashOf(recipe);
    SQLite::Statement insert(sql,
                             "INSERT OR IGNORE INTO recipe (hash, name, json, epochs) VALUES (?, ?, ?, ?)");
    insert.bind(1, hash);
    insert.bind(2, recipe.name);
    insert.bind(3, toJson(recipe).dump());
    insert.bind(4, recipe.epochs);
    return idAfter(sql, insert, "SELECT id FROM recipe WHERE hash = ?", hash);
}

std::int64_t dataSetId(SQLite::Database& sql, const DataSetSpec& dataSet)
{
    const std::string json = canonicalJson(dataSet);
    // The folder may have moved since: the newest word counts.
    SQLite::Statement insert(sql, "INSERT INTO data_set (json, name, folder) VALUES (?, ?, ?)"
                                  " ON CONFLICT (json) DO UPDATE SET folder = excluded.folder");
    insert.bind(1, json);
    insert.bind(2, dataSet.name);
    insert.bind(3, dataSet.folder);
    return idAfter(sql, insert, "SELECT id FROM data_set WHERE json = ?", json);
}

std::vector<std::int64_t> networkIds(SQLite::Database& sql, const std::vector<Prepared>& networks)
{
    SQLite::Statement insert(sql,
                             "INSERT OR IGNORE INTO network (hash, json, depth, flops, params, activations)"
                             " VALUES (?, ?, ?, ?, ?, ?)");
    SQLite::Statement select(sql, "SELECT id FROM network WHERE hash = ?");
    std::vector<std::int64_t> ids;
    ids.reserve(networks.size());
    for (const Prepared& network : networks) {
        insert.reset();
        insert.bind(1, network.hash);
        insert.bind(2, network.json);
        insert.bind(3, network.depth);
        insert.bind(4, network.cost.flops);
        insert.bind(5, network.cost.params);
        insert.bind(6, network.cost.activations);
        insert.exec();
        select.reset();
        select.bind(1, network.hash);
        select.executeStep();
        ids.push_back(select.getColumn(0).getInt64());
    }
    return ids;
}

std::vector<std::int64_t> memberIds(SQLite::Database& sql, std::int64_t population)
{
    std::vector<std::int64_t> ids;
    SQLite::Statement query(sql, "SELECT network_id FROM member WHERE population_id = ? ORDER BY position");
    query.bind(1, population);
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

void insertMembers(SQLite::Database& sql, std::int64_t population, const std::vector<Prepared>& networks,
                   const std::vector<std::int64_t>& ids)
{
    SQLite::Statement insert(sql, "INSERT INTO member VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < networks.size(); ++i) {
        insert.reset();
        insert.bind(1, population);
        insert.bind(2, static_cast<std::int64_t>(i));
        insert.bind(3, ids[i]);
        insert.bind(4, networks[i].spec);
        insert.bind(5, networks[i].properties);
        insert.exec();
    }
}

struct Kept
{
    std::int64_t row = 0;
    bool isNew = false;
};

Kept keepPopulation(SQLite::Database& sql, const PopulationSpec& population,
                    const std::vector<Prepared>& networks, const std::vector<std::int64_t>& ids,
                    const std::string& store)
{
    SQLite::Statement query(sql, "SELECT id FROM population WHERE name = ?");
    query.bind(1, population.name);
    if (query.executeStep()) {
        const std::int64_t row = query.getColumn(0).getInt64();
        if (memberIds(sql, row) != ids)
            throwBadInput(
                store,
                fmt::format("population \"{}\" is there already, with other networks", population.name),
                "another name, or the same space, number and seed");
        if (population.imported) {
            const auto imported = importedOf(sql, row);
            if (!imported || !isSameImport(*imported, *population.imported))
                throwBadInput(
                    store,
                    fmt::format("population \"{}\" is there already, with other results", population.name),
                    "another name, or its import undone first");
        }
        return {row, false};
    }
    SQLite::Statement insert(
        sql, "INSERT INTO population (name, space_id, seed, constraints) VALUES (?, ?, ?, ?)");
    insert.bind(1, population.name);
    insert.bind(2, spaceId(sql, population));
    insert.bind(3, toSql(population.seed));
    insert.bind(4, population.constraintsJson);
    insert.exec();
    const std::int64_t row = sql.getLastInsertRowid();
    insertMembers(sql, row, networks, ids);
    if (population.imported) keepImported(sql, row, *population.imported);
    return {row, true};
}

void keepTraining(SQLite::Database& sql, std::int64_t population, std::int64_t recipe, std::int64_t dataSet,
                  std::int64_t seed)
{
    SQLite::Statement insert(
        sql, "INSERT INTO training (population_id, recipe_id, data_set_id, seed, requested)"
             " VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(requested), 0) + 1 FROM training))"
             " ON CONFLICT DO UPDATE SET requested = excluded.requested");
    insert.bind(1, population);
    insert.bind(2, recipe);
    insert.bind(3, dataSet);
    insert.bind(4, seed);
    insert.exec();
}

} // namespace

Addition Store::add(const PopulationSpec& population)
{
    const std::vector<Prepared> networks = prepare(population);
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        const std::vector<std::int64_t> ids = networkIds(sql, networks);
        const Kept kept = keepPopulation(sql, population, networks, ids, path().string());
        Addition addition;
        addition.isPopulationNew = kept.isNew;
        addition.networks =
            static_cast<std::int64_t>(population.imported ? population.imported->members.size() : ids.size());
        std::set<std::int64_t> seen;
        std::int64_t recipe = 0, dataSet = 0;
        if (population.training) {
            recipe = recipeId(sql, population.training->recipe);
            dataSet = dataSetId(sql, population.training->dataSet);
            keepTraining(sql, kept.row, recipe, dataSet, toSql(population.training->seed));
        }
        SQLite::Statement insert(
            sql, "INSERT OR IGNORE INTO job (folder, network_id, recipe_id, data_set_id, seed, state)"
                 " VALUES (?, ?, ?, ?, ?, 'queued')");
        // What is done has no weights any more, and what asked for them before keeps them.
        SQLite::Statement keep(
            sql, "UPDATE job SET keeps_weights = 1 WHERE folder = ? AND (state <> 'done' OR keeps_weights)");
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!seen.insert(ids[i]).second) continue;
            ++addition.distinct;
            if (!population.training) continue;
            insert.reset();
            const std::string id = jobId(networks[i].hash, *population.training);
            insert.bind(1, id);
            insert.bind(2, ids[i]);
            insert.bind(3, recipe);
            insert.bind(4, dataSet);
            insert.bind(5, toSql(population.training->seed));
            if (insert.exec() > 0)
                ++addition.jobsNew;
            else
                ++addition.jobsKnown;
            if (!population.keepsWeights) continue;
            keep.reset();
            keep.bind(1, id);
            if (keep.exec() == 0) ++addition.weightsGone;
        }
        return addition;
    });
}

} // namespace regnet
