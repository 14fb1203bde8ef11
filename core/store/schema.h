// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace regnet {

// The tables of a store, and whether a file has them and no others. Private to core/store.

/// Runs the steps of the schema that lead from version `from` to version `to`.
void runMigrations(SQLite::Database& sql, std::int64_t from, std::int64_t to);

/// What a store of that version has that our steps do not make, or lacks, or has in another way ("its trigger
/// \"x\" is none of this program's"); nothing where all is as it should be. SQLite's own statistics are no
/// matter. Some 50 us where it is the schema of `storeSchemaVersion()`; else the steps are run once a process
/// and version, in memory, which takes some 20 ms.
std::optional<std::string> foreignSchema(SQLite::Database& sql, std::int64_t version);

/// SHA-256 of a schema as SQLite has it: of type, name, table and text of each object.
std::string fingerprintOfSchema(SQLite::Database& sql);

/// That of `storeSchemaVersion()`. Which schema it is, the steps alone say: `foreignSchema` runs them
/// whenever a store has another fingerprint, and SchemaSteps.TheFingerprintIsThatOfTheSteps names the right
/// one after a new step.
extern const char* const newestFingerprint;

} // namespace regnet
