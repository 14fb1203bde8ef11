// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What StoreReader says of the file as a whole: checks, copies, all of its results.
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <functional>
#include <vector>

namespace regnet {
namespace {

/// While it lives, SQLite ends what it does on this connection soon after `isStopped` says so. That must not
/// throw: SQLite is C.
class StopTest
{
public:
    StopTest(SQLite::Database& sql, const std::function<bool()>& isStopped)
        : m_sql(sql), m_isStopped(isStopped)
    {
        constexpr int operations = 200; // of SQLite's machine: one row of a copy is about four
        if (m_isStopped) sqlite3_progress_handler(m_sql.getHandle(), operations, &StopTest::ask, this);
    }
    ~StopTest() { sqlite3_progress_handler(m_sql.getHandle(), 0, nullptr, nullptr); }
    StopTest(const StopTest&) = delete;
    StopTest& operator=(const StopTest&) = delete;

private:
    static int ask(void* test) { return static_cast<StopTest*>(test)->m_isStopped() ? 1 : 0; }

    SQLite::Database& m_sql;
    const std::function<bool()>& m_isStopped;
};

} // namespace

void StoreReader::backup(const std::filesystem::path& file, const std::function<bool()>& isStopped) const
{
    std::error_code error;
    if (std::filesystem::exists(file, error)) throwBadInput(file.string(), "is there already", "a new file");
    prepareFolder(file);
    const std::filesystem::path part = file.string() + ".part";
    std::filesystem::remove(part, error);
    try {
        m_database->guarded([&] {
            const StopTest stops(m_database->sql(), isStopped);
            SQLite::Statement copy(m_database->sql(), "VACUUM INTO ?");
            copy.bind(1, part.string());
            copy.exec();
        });
        syncFile(part);
        std::filesystem::rename(part, file);
    } catch (const Error& problem) {
        std::filesystem::remove(part, error);
        if (isStopped && isStopped()) throwFailed(file.string(), "was stopped; nothing was kept");
        throwFailed(file.string(), std::string("cannot be written: ") + problem.problem().wrong);
    } catch (const std::filesystem::filesystem_error& problem) {
        std::filesystem::remove(part, error);
        throwFailed(file.string(), "cannot be written: " + problem.code().message());
    }
    syncFolder(std::filesystem::absolute(file).parent_path());
}

std::vector<std::string> StoreReader::quickCheck() const
{
    return m_database->guarded([&] { return checkLines(m_database->sql(), "PRAGMA quick_check"); });
}

std::vector<std::string> StoreReader::rowCheck() const
{
    return m_database->read([&] { return damagedRows(m_database->sql()); });
}

std::vector<std::string> StoreReader::fullCheck() const
{
    return m_database->guarded([&] {
        std::vector<std::string> lines = checkLines(m_database->sql(), "PRAGMA integrity_check");
        for (std::string& line : damagedRows(m_database->sql()))
            lines.push_back(std::move(line));
        return lines;
    });
}

std::string StoreReader::resultsDump() const
{
    return m_database->read([&] {
        constexpr const char* parts[] = {
            "SELECT 'population', p.name, s.name, s.hash, p.seed, p.constraints FROM population p"
            " JOIN space s ON s.id = p.space_id ORDER BY p.name",
            "SELECT 'member', p.name, m.position, n.hash, m.spec FROM member m JOIN population p ON p.id = "
            "m.population_id"
            " JOIN network n ON n.id = m.network_id ORDER BY p.name, m.position",
            "SELECT 'job', folder, state, priority, attempt, kills, epochs_done, keeps_weights, message FROM "
            "job ORDER BY "
            "folder",
            "SELECT 'epoch', job.folder, e.attempt, sequence, unix_seconds, epoch, learning_rate, "
            "train_loss, train_error,"
            " test_loss, test_error, seconds, train_top5_error, test_top5_error, ema_test_error,"
            " ema_test_top5_error, held_out_error, ema_held_out_error FROM epoch e JOIN job ON job.id = "
            "e.job_id"
            " ORDER BY job.folder, e.attempt, sequence",
            "SELECT 'result', job.folder, x.attempt, x.sequence, x.best_test_error, x.last_test_error, "
            "x.train_seconds,"
            " is_superseded, best_ema_test_error, last_ema_test_error, best_held_out_error, "
            "selected_test_error"
            " FROM result x JOIN job ON job.id = x.job_id ORDER BY job.folder, x.attempt",
            "SELECT 'measurement', job.folder, m.attempt, flops, params, activations, first_epoch, "
            "torch_version,"
            " m.device, revision, threads, manifest, counts_agree FROM measurement m JOIN job ON job.id = "
            "m.job_id"
            " ORDER BY job.folder, m.attempt",
        };
        std::string text;
        for (const char* part : parts) {
            SQLite::Statement query(m_database->sql(), part);
            while (query.executeStep()) {
                for (int i = 0; i < query.getColumnCount(); ++i)
                    text += (i == 0 ? "" : "|") +
                            (query.isColumnNull(i) ? "null" : query.getColumn(i).getString());
                text += '\n';
            }
        }
        return text;
    });
}

} // namespace regnet
