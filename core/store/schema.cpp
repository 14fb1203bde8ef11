// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/database.h"

#include <array>
#include <fmt/format.h>
#include <sqlite3.h>

namespace regnet {
namespace {

// One entry a version, applied in order and never changed once released.
//
// job.state carries what SQLite's REAL cannot: NaN is stored as NULL, so "diverged" is a state and not a
// value. epoch and result are keyed by (job, attempt, sequence): importing a log twice changes nothing.
constexpr std::array<const char*, 6> migrations{R"sql(
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE space (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES space(id),
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  json TEXT NOT NULL,
  epochs INTEGER NOT NULL
) STRICT;

CREATE TABLE data_set (
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folder TEXT NOT NULL
) STRICT;

CREATE TABLE network (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  depth INTEGER NOT NULL,
  flops INTEGER NOT NULL,
  params INTEGER NOT NULL,
  activations INTEGER NOT NULL
) STRICT;

CREATE TABLE population (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  space_id INTEGER NOT NULL REFERENCES space(id),
  seed INTEGER NOT NULL,
  constraints TEXT NOT NULL
) STRICT;

CREATE TABLE member (
  population_id INTEGER NOT NULL REFERENCES population(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  network_id INTEGER NOT NULL REFERENCES network(id),
  spec TEXT NOT NULL,
  properties TEXT NOT NULL,
  PRIMARY KEY (population_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_network ON member(network_id);

CREATE TABLE training (
  id INTEGER PRIMARY KEY,
  population_id INTEGER NOT NULL REFERENCES population(id) ON DELETE CASCADE,
  recipe_id INTEGER NOT NULL REFERENCES recipe(id),
  data_set_id INTEGER NOT NULL REFERENCES data_set(id),
  seed INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  UNIQUE (population_id, recipe_id, data_set_id, seed)
) STRICT;

CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE,
  network_id INTEGER NOT NULL REFERENCES network(id),
  recipe_id INTEGER NOT NULL REFERENCES recipe(id),
  data_set_id INTEGER NOT NULL REFERENCES data_set(id),
  seed INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'claimed', 'running', 'paused', 'done', 'diverged',
                                       'out of memory', 'failed', 'cancelled')),
  wanted TEXT CHECK (wanted IN ('paused', 'cancelled')),
  priority INTEGER NOT NULL DEFAULT 0,
  attempt INTEGER NOT NULL DEFAULT 0,
  kills INTEGER NOT NULL DEFAULT 0,
  epochs_done INTEGER NOT NULL DEFAULT 0,
  not_before REAL NOT NULL DEFAULT 0,
  device TEXT NOT NULL DEFAULT '',
  pid INTEGER NOT NULL DEFAULT 0,
  process_start INTEGER NOT NULL DEFAULT 0,
  boot_id TEXT NOT NULL DEFAULT '',
  message TEXT NOT NULL DEFAULT '',
  UNIQUE (network_id, recipe_id, data_set_id, seed)
) STRICT;
CREATE INDEX job_queued ON job(priority DESC, id) WHERE state = 'queued';
CREATE INDEX job_active ON job(id) WHERE state IN ('claimed', 'running');

CREATE TABLE epoch (
  job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  attempt INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  unix_seconds REAL NOT NULL,
  epoch INTEGER NOT NULL,
  learning_rate REAL,
  train_loss REAL,
  train_error REAL,
  test_loss REAL,
  test_error REAL,
  seconds REAL NOT NULL,
  PRIMARY KEY (job_id, attempt, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE result (
  job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  attempt INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  best_test_error REAL NOT NULL,
  last_test_error REAL NOT NULL,
  train_seconds REAL NOT NULL,
  is_superseded INTEGER NOT NULL CHECK (is_superseded IN (0, 1)),
  PRIMARY KEY (job_id, attempt)
) STRICT, WITHOUT ROWID;
-- Never two results that count for one job.
CREATE UNIQUE INDEX result_counts ON result(job_id) WHERE is_superseded = 0;

-- What an attempt ran with, as its worker says.
CREATE TABLE measurement (
  job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  attempt INTEGER NOT NULL,
  flops INTEGER NOT NULL,
  params INTEGER NOT NULL,
  activations INTEGER NOT NULL,
  first_epoch INTEGER NOT NULL,
  torch_version TEXT NOT NULL,
  device TEXT NOT NULL,
  revision TEXT NOT NULL,
  threads INTEGER NOT NULL,
  PRIMARY KEY (job_id, attempt)
) STRICT, WITHOUT ROWID;
)sql",
                                                // A list of 100,000 jobs must not add up all their epochs.
                                                R"sql(
ALTER TABLE job ADD COLUMN train_seconds REAL NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN last_test_error REAL;
UPDATE job SET
  train_seconds = coalesce((SELECT sum(s) FROM (SELECT max(seconds) AS s FROM epoch
                                                WHERE epoch.job_id = job.id GROUP BY epoch.epoch)), 0),
  last_test_error = (SELECT test_error FROM epoch WHERE epoch.job_id = job.id AND epoch.epoch = job.epochs_done
                     ORDER BY attempt DESC LIMIT 1);
)sql",
                                                // An order that people may change; a number that grows with
                                                // every change, so that a view of 100,000 jobs reads only
                                                // what is new; and an index for every way to list them.
                                                R"sql(
ALTER TABLE job ADD COLUMN position REAL NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN last_event REAL NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
UPDATE job SET position = id, changed = id,
  last_event = coalesce((SELECT max(unix_seconds) FROM epoch WHERE epoch.job_id = job.id), 0);
ALTER TABLE measurement ADD COLUMN manifest TEXT NOT NULL DEFAULT '{}';
ALTER TABLE measurement ADD COLUMN counts_agree INTEGER;
ALTER TABLE epoch ADD COLUMN train_top5_error REAL;
ALTER TABLE epoch ADD COLUMN test_top5_error REAL;
ALTER TABLE epoch ADD COLUMN ema_test_error REAL;
ALTER TABLE epoch ADD COLUMN ema_test_top5_error REAL;
ALTER TABLE epoch ADD COLUMN held_out_error REAL;
ALTER TABLE epoch ADD COLUMN ema_held_out_error REAL;
ALTER TABLE result ADD COLUMN best_ema_test_error REAL;
ALTER TABLE result ADD COLUMN last_ema_test_error REAL;
ALTER TABLE result ADD COLUMN best_held_out_error REAL;
ALTER TABLE result ADD COLUMN selected_test_error REAL;
DROP INDEX job_queued;
CREATE INDEX job_queued ON job(priority DESC, position) WHERE state = 'queued';
CREATE INDEX job_due ON job(not_before) WHERE state = 'queued';
CREATE INDEX job_order ON job(priority DESC, position);
CREATE INDEX job_state ON job(state, priority DESC, position);
CREATE INDEX job_changed ON job(changed);
CREATE INDEX job_wished ON job(id)
  WHERE state = 'paused' OR wanted = 'paused' OR priority <> 0 OR position <> id;
CREATE INDEX job_recipe ON job(recipe_id, data_set_id, seed);
CREATE TRIGGER job_added AFTER INSERT ON job BEGIN
  UPDATE job SET position = new.id, changed = (SELECT max(changed) + 1 FROM job) WHERE id = new.id;
END;
CREATE TRIGGER job_updated AFTER UPDATE OF state, wanted, priority, position, attempt, kills, epochs_done,
  not_before, device, message, train_seconds, last_test_error, last_event ON job BEGIN
  UPDATE job SET changed = (SELECT max(changed) + 1 FROM job) WHERE id = new.id;
END;
)sql",
                                                // Weights that are wanted; and what a worker counted is news.
                                                R"sql(
ALTER TABLE job ADD COLUMN keeps_weights INTEGER NOT NULL DEFAULT 0 CHECK (keeps_weights IN (0, 1));
DROP INDEX job_wished;
CREATE INDEX job_wished ON job(id)
  WHERE state = 'paused' OR wanted = 'paused' OR priority <> 0 OR position <> id OR keeps_weights <> 0;
CREATE TRIGGER measurement_added AFTER INSERT ON measurement BEGIN
  UPDATE job SET changed = (SELECT max(changed) + 1 FROM job) WHERE id = new.job_id;
END;
)sql",
                                                // Where a job is to run, and the job arrays of clusters.
                                                R"sql(
ALTER TABLE job ADD COLUMN place TEXT NOT NULL DEFAULT '';
DROP INDEX job_queued;
CREATE INDEX job_queued ON job(place, priority DESC, position) WHERE state = 'queued';
DROP INDEX job_due;
CREATE INDEX job_due ON job(place, not_before) WHERE state = 'queued';
DROP INDEX job_wished;
CREATE INDEX job_wished ON job(id)
  WHERE state = 'paused' OR wanted = 'paused' OR priority <> 0 OR position <> id OR keeps_weights <> 0 OR place <> '';
CREATE TRIGGER job_placed AFTER UPDATE OF place ON job BEGIN
  UPDATE job SET changed = (SELECT max(changed) + 1 FROM job) WHERE id = new.id;
END;
-- Those of a cluster may be 100,000, and are none of the business of who looks after the workers here.
DROP INDEX job_active;
CREATE INDEX job_active ON job(id) WHERE state IN ('claimed', 'running') AND substr(device, 1, 6) <> 'slurm:';
CREATE INDEX job_remote ON job(id) WHERE state IN ('claimed', 'running') AND substr(device, 1, 6) = 'slurm:';
CREATE TABLE array (
  id INTEGER PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  place TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  cluster TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('preparing', 'submitting', 'submitted', 'generated', 'closed',
                                       'withdrawn')),
  tasks INTEGER NOT NULL,
  jobs_per_task INTEGER NOT NULL,
  throttle INTEGER NOT NULL,
  created REAL NOT NULL,
  message TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE array_entry (
  array_id INTEGER NOT NULL REFERENCES array(id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  job_id INTEGER NOT NULL REFERENCES job(id) ON DELETE CASCADE,
  attempt INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  restarts INTEGER NOT NULL DEFAULT 0,
  node TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (array_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX array_entry_job ON array_entry(job_id);
)sql",
                                                // Populations that another program trained: its results have
                                                // no job, and not every network can be built here.
                                                R"sql(
CREATE TABLE imported (
  population_id INTEGER PRIMARY KEY REFERENCES population(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  kind TEXT NOT NULL,
  error_kind TEXT NOT NULL,
  recipe TEXT NOT NULL
) STRICT;
CREATE TABLE imported_member (
  population_id INTEGER NOT NULL REFERENCES population(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  network TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('finished', 'failed', 'pending')),
  error REAL,
  properties TEXT NOT NULL,
  PRIMARY KEY (population_id, position)
) STRICT, WITHOUT ROWID;
)sql"};

std::int64_t versionOf(SQLite::Database& sql)
{
    return sql.execAndGet("PRAGMA user_version").getInt64();
}

} // namespace

void runMigrations(SQLite::Database& sql, std::int64_t from, std::int64_t to)
{
    for (std::int64_t version = from; version < to; ++version)
        sql.exec(migrations[static_cast<std::size_t>(version)]);
}

std::int64_t storeSchemaVersion()
{
    return static_cast<std::int64_t>(migrations.size());
}

void requireStore(SQLite::Database& sql, const std::string& path, Database::Access access)
{
    const std::int64_t id = sql.execAndGet("PRAGMA application_id").getInt64();
    const std::int64_t version = versionOf(sql);
    const bool isEmpty = sql.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64() == 0;
    if (access == Database::Access::Write && isEmpty && id == 0 && version == 0) return;
    if (id != storeApplicationId)
        throwBadInput(path, isEmpty
                                ? "is empty; where it was a store, \"regnet store rebuild\" makes it anew "
                                  "from the spool"
                                : "is a database, but not a store of this program");
    if (version < 1) // the number of our first schema; written by hand
        throwFailed(path, Database::damaged(fmt::format("its schema is {}", version)));
    if (version > storeSchemaVersion())
        throwBadInput(
            path,
            fmt::format("was written by a newer version of this program (its schema is {}, known here is {})",
                        version, storeSchemaVersion()),
            "that version, or another store");
    if (const auto foreign = foreignSchema(sql, version)) throwFailed(path, Database::damaged(*foreign));
}

void migrate(SQLite::Database& sql, const std::string& path)
{
    if (versionOf(sql) == storeSchemaVersion()) return;
    SQLite::Transaction transaction(sql, SQLite::TransactionBehavior::IMMEDIATE);
    // Another program may have done it while we waited for the lock: ask again inside.
    requireStore(sql, path, Database::Access::Write);
    const std::int64_t before = versionOf(sql);
    try {
        runMigrations(sql, before, storeSchemaVersion());
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() != SQLITE_ERROR) throw;
        throwFailed(path, Database::damaged(fmt::format("its tables are not those of schema {}", before)));
    }
    sql.exec(fmt::format("PRAGMA application_id = {}", storeApplicationId));
    sql.exec(fmt::format("PRAGMA user_version = {}", storeSchemaVersion()));
    transaction.commit();
}

} // namespace regnet
