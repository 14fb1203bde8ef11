// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store from somebody else may carry what no store of ours has: a trigger that changes results whenever
// something is written, a column that is computed as it is read, a check that lets nothing in. Rather than to
// look for what may do harm, every object of its schema is compared with what our own steps make.
#include "core/store/schema.h"

#include "core/store/database.h"
#include "core/text/printable.h"
#include "core/text/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <mutex>
#include <string_view>
#include <tuple>
#include <vector>

namespace regnet {
namespace {

struct SchemaObject
{
    std::string type, name, table, text;
};

/// The tables that "PRAGMA optimize" makes; nothing reads them but SQLite's planner.
bool isOfPlanner(const SchemaObject& object)
{
    constexpr std::array<std::pair<const char*, const char*>, 2> known{
        {{"sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
         {"sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"}}};
    return std::ranges::any_of(known, [&](const auto& table) {
        return object.type == "table" && object.name == table.first && object.table == table.first &&
               object.text == table.second;
    });
}

/// Sorted by type and name.
std::vector<SchemaObject> objectsOf(SQLite::Database& sql)
{
    std::vector<SchemaObject> objects;
    SQLite::Statement query(sql, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
    while (query.executeStep()) {
        SchemaObject object{query.getColumn(0).getString(), query.getColumn(1).getString(),
                            query.getColumn(2).getString(), query.getColumn(3).getString()};
        if (!isOfPlanner(object)) objects.push_back(std::move(object));
    }
    std::ranges::sort(objects, {}, [](const SchemaObject& x) { return std::tie(x.type, x.name); });
    return objects;
}

bool isOfWord(char c)
{
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// A statement without the space between its words that means nothing: versions of SQLite may put a column
/// that was added into the text of its table with more of it, or less. What stands in quotes is kept.
std::string withoutSpace(std::string_view text)
{
    std::string rest;
    char quote = 0;
    bool isApart = false;
    for (const char c : text) {
        if (quote == 0 && std::isspace(static_cast<unsigned char>(c)) != 0) {
            isApart = true;
            continue;
        }
        if (isApart && !rest.empty() && isOfWord(rest.back()) && isOfWord(c)) rest += ' ';
        isApart = false;
        rest += c;
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '\'' || c == '"' || c == '`')
            quote = c;
    }
    return rest;
}

bool isSame(const SchemaObject& a, const SchemaObject& b)
{
    return a.table == b.table && (a.text == b.text || withoutSpace(a.text) == withoutSpace(b.text));
}

std::string nameOf(const SchemaObject& object)
{
    return fmt::format("{} \"{}\"", printable(object.type, 20), printable(object.name, 60));
}

/// What the steps up to a version make.
const std::vector<SchemaObject>& objectsOfVersion(std::int64_t version)
{
    static std::mutex mutex;
    static std::map<std::int64_t, std::vector<SchemaObject>> known;
    const std::scoped_lock lock(mutex);
    if (const auto found = known.find(version); found != known.end()) return found->second;
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    runMigrations(memory, 0, version);
    return known.emplace(version, objectsOf(memory)).first->second;
}

std::string fingerprint(const std::vector<SchemaObject>& objects)
{
    std::string all;
    for (const SchemaObject& object : objects)
        for (const std::string& part : {object.type, object.name, object.table, object.text})
            all.append(part).push_back('\0');
    return sha256(all);
}

} // namespace

const char* const newestFingerprint = "4c442feea5dcaad82dc3f38dd73e211b9c49d2dfa7095d8a21c630ee39bab62d";

std::string fingerprintOfSchema(SQLite::Database& sql)
{
    return fingerprint(objectsOf(sql));
}

std::optional<std::string> foreignSchema(SQLite::Database& sql, std::int64_t version)
{
    const std::vector<SchemaObject> objects = objectsOf(sql);
    if (version == storeSchemaVersion() && fingerprint(objects) == newestFingerprint) return std::nullopt;
    const std::vector<SchemaObject>& right = objectsOfVersion(version);
    const auto key = [](const SchemaObject& x) { return std::tie(x.type, x.name); };
    auto expected = right.begin();
    for (const SchemaObject& object : objects) {
        if (expected == right.end() || key(object) < key(*expected))
            return fmt::format("its {} is none of this program's", nameOf(object));
        if (key(*expected) < key(object)) break;
        if (!isSame(object, *expected))
            return fmt::format("its {} is not that of schema {}", nameOf(object), version);
        ++expected;
    }
    if (expected == right.end()) return std::nullopt;
    return fmt::format("its {} is missing", nameOf(*expected));
}

} // namespace regnet
