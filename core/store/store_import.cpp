// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

// Results that came from another program.
namespace regnet {
namespace {

constexpr std::array<const char*, 3> stateNames{"finished", "failed", "pending"};

Member::State stateNamed(const std::string& name)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        if (name == stateNames[i]) return static_cast<Member::State>(i);
    return Member::State::Pending;
}

std::int64_t count(SQLite::Database& sql, const char* query, std::int64_t population)
{
    SQLite::Statement statement(sql, query);
    statement.bind(1, population);
    statement.executeStep();
    return statement.getColumn(0).getInt64();
}

/// Only what was imported, and was not worked with since, can be taken away again.
void requireImport(SQLite::Database& sql, std::int64_t population, const std::string& name,
                   const std::string& store)
{
    const std::string where = fmt::format("{}, population \"{}\"", store, name);
    if (count(sql, "SELECT count(*) FROM imported WHERE population_id = ?", population) == 0)
        throwBadInput(where, "was not imported", "a population that came with regnet import");
    if (count(sql, "SELECT count(*) FROM training WHERE population_id = ?", population) > 0)
        throwBadInput(where, "was trained here since it was imported", "an import without trainings");
}

} // namespace

void keepImported(SQLite::Database& sql, std::int64_t population, const ImportedResults& imported)
{
    SQLite::Statement head(sql, "INSERT INTO imported VALUES (?, ?, ?, ?, ?)");
    head.bind(1, population);
    head.bind(2, imported.source);
    head.bind(3, imported.kind);
    head.bind(4, imported.errorKind);
    head.bind(5, imported.recipe);
    head.exec();
    SQLite::Statement insert(sql, "INSERT INTO imported_member VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < imported.members.size(); ++i) {
        const Member& member = imported.members[i];
        insert.reset();
        insert.bind(1, population);
        insert.bind(2, static_cast<std::int64_t>(i));
        insert.bind(3, member.label);
        insert.bind(4, member.networkHash);
        insert.bind(5, stateNames[static_cast<std::size_t>(member.state)]);
        if (member.state == Member::State::Finished)
            insert.bind(6, member.error);
        else
            insert.bind(6); // NULL
        insert.bind(7, nlohmann::json(member.properties).dump());
        insert.exec();
    }
}

std::optional<ImportedResults> importedOf(SQLite::Database& sql, std::int64_t population)
{
    SQLite::Statement head(sql,
                           "SELECT source, kind, error_kind, recipe FROM imported WHERE population_id = ?");
    head.bind(1, population);
    if (!head.executeStep()) return std::nullopt;
    ImportedResults imported;
    imported.source = head.getColumn(0).getString();
    imported.kind = head.getColumn(1).getString();
    imported.errorKind = head.getColumn(2).getString();
    imported.recipe = head.getColumn(3).getString();
    SQLite::Statement rows(sql, "SELECT label, network, state, error, properties FROM imported_member"
                                " WHERE population_id = ? ORDER BY position");
    rows.bind(1, population);
    while (rows.executeStep()) {
        Member member;
        member.label = rows.getColumn(0).getString();
        member.networkHash = rows.getColumn(1).getString();
        member.state = stateNamed(rows.getColumn(2).getString());
        if (member.state == Member::State::Finished) member.error = errorPercent(rows.getColumn(3));
        nlohmann::json::parse(rows.getColumn(4).getString()).get_to(member.properties);
        imported.members.push_back(std::move(member));
    }
    return imported;
}

std::int64_t Store::forget(std::span<const std::string> names)
{
    return database().write([&] {
        SQLite::Database& sql = database().sql();
        std::int64_t members = 0;
        for (const std::string& name : names) {
            SQLite::Statement find(sql, "SELECT id FROM population WHERE name = ?");
            find.bind(1, name);
            if (!find.executeStep()) continue; // undone already
            const std::int64_t row = find.getColumn(0).getInt64();
            requireImport(sql, row, name, path().string());
            members += count(sql, "SELECT count(*) FROM imported_member WHERE population_id = ?", row);
            SQLite::Statement remove(sql, "DELETE FROM population WHERE id = ?");
            remove.bind(1, row);
            remove.exec();
        }
        removeUnused(sql);
        return members;
    });
}

} // namespace regnet
