// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

// What becomes of populations that are there: another name.
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

} // namespace

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
