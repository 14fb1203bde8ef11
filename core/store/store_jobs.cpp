// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <algorithm>

// The jobs of a store: lists, pages, counts and sums. Each is quick with 100,000 of them.
namespace regnet {
namespace {

/// Of a message 10,000 characters are read: everything that shows jobs would wait for more, and a worker says
/// what happened in a sentence.
constexpr const char* jobColumns =
    "SELECT job.folder, n.hash, r.name, d.name, job.seed, job.state, job.wanted, job.priority, job.attempt,"
    " job.kills, job.device, job.pid, job.process_start, job.boot_id, substr(job.message, 1, 10000),"
    " r.epochs, job.epochs_done,"
    " n.flops, job.last_test_error,"
    " (SELECT best_test_error FROM result WHERE result.job_id = job.id AND is_superseded = 0),"
    " job.train_seconds, job.not_before, job.last_event, job.changed, job.position, job.place,"
    " (SELECT min(counts_agree) FROM measurement WHERE measurement.job_id = job.id)"
    " FROM job JOIN network n ON n.id = job.network_id JOIN recipe r ON r.id = job.recipe_id"
    " JOIN data_set d ON d.id = job.data_set_id ";

double numberOr(const SQLite::Column& column, double otherwise)
{
    return column.isNull() ? otherwise : column.getDouble();
}

JobRecord jobOf(SQLite::Statement& row)
{
    JobRecord job;
    job.id = folderName(row.getColumn(0));
    job.networkHash = row.getColumn(1).getString();
    job.recipe = row.getColumn(2).getString();
    job.dataSet = row.getColumn(3).getString();
    job.seed = fromSql(row.getColumn(4).getInt64());
    job.state = jobStateOf(row.getColumn(5).getString()).value_or(JobState::Failed);
    if (!row.isColumnNull(6)) job.wanted = jobStateOf(row.getColumn(6).getString());
    job.priority = row.getColumn(7).getInt64();
    job.attempt = attemptNumber(row.getColumn(8));
    job.kills = row.getColumn(9).getInt64();
    job.device = row.getColumn(10).getString();
    job.process = {row.getColumn(11).getInt64(), row.getColumn(12).getInt64(), row.getColumn(13).getString()};
    job.message = row.getColumn(14).getString();
    job.epochs = row.getColumn(15).getInt64();
    job.epochsDone = row.getColumn(16).getInt64();
    job.flops = row.getColumn(17).getInt64();
    job.lastTestError = numberOr(row.getColumn(18), -1);
    job.bestTestError = row.isColumnNull(19) ? -1 : errorPercent(row.getColumn(19));
    job.trainSeconds = numberOr(row.getColumn(20), 0);
    job.notBefore = row.getColumn(21).getDouble();
    job.lastEvent = row.getColumn(22).getDouble();
    job.changed = row.getColumn(23).getInt64();
    job.position = row.getColumn(24).getDouble();
    job.place = row.getColumn(25).getString();
    if (!row.isColumnNull(26)) job.countsAgree = row.getColumn(26).getInt64() != 0;
    return job;
}

std::string countsQuery()
{
    std::string sql;
    for (const JobState state : allJobStates)
        sql += fmt::format("{}SELECT '{}', count(*) FROM job WHERE state = '{}'",
                           sql.empty() ? "" : " UNION ALL ", nameOf(state), nameOf(state));
    return sql;
}

const std::string countsByState = countsQuery();

/// The part of a query behind FROM that a filter becomes, and its values in order.
struct Filter
{
    explicit Filter(const JobFilter& filter)
    {
        if (!filter.population.empty()) {
            // From the population's members to their jobs, in the order of the population: nothing is sorted.
            from = "population p JOIN training t ON t.population_id = p.id JOIN member m ON m.population_id "
                   "= p.id"
                   " CROSS JOIN job ON job.network_id = m.network_id AND job.recipe_id = t.recipe_id"
                   " AND job.data_set_id = t.data_set_id AND job.seed = t.seed";
            where = "p.name = ?";
            order = "t.recipe_id, t.data_set_id, t.seed, m.position";
            isOnce = " AND NOT EXISTS (SELECT 1 FROM member earlier WHERE earlier.population_id = p.id"
                     " AND earlier.network_id = m.network_id AND earlier.position < m.position)";
            values.push_back(filter.population);
        }
        if (!filter.states.empty()) {
            std::string names;
            for (const JobState state : filter.states)
                names += fmt::format("{}'{}'", names.empty() ? "" : ", ", nameOf(state));
            where += fmt::format(" AND job.state IN ({})", names);
        }
        if (!filter.text.empty()) {
            // A range, which an index answers; GLOB on a bound value would read everything.
            where += " AND (job.folder >= ? AND job.folder < ? OR job.network_id IN"
                     " (SELECT id FROM network WHERE hash >= ? AND hash < ?))";
            const std::string after = filter.text + "\x7f";
            values.insert(values.end(), {filter.text, after, filter.text, after});
        }
    }

    void bindTo(SQLite::Statement& statement) const
    {
        for (std::size_t i = 0; i < values.size(); ++i)
            statement.bind(static_cast<int>(i) + 1, values[i]);
    }

    std::string condition() const { return " FROM " + from + " WHERE " + where + isOnce; }

    std::string from = "job";
    std::string where = "1";
    std::string isOnce; ///< a network that is in the population twice has one job
    std::string order = "job.priority DESC, job.position, job.id";
    std::vector<std::string> values;
};

std::string pageQuery(const Filter& filter, std::int64_t offset, std::int64_t count)
{
    // The rows' numbers, from indexes alone; only those of the page are then read whole.
    return fmt::format("SELECT job.id{} ORDER BY {} LIMIT {} OFFSET {}", filter.condition(), filter.order,
                       count, offset);
}

std::string countQuery(const Filter& filter)
{
    return "SELECT count(*)" + filter.condition();
}

JobCounts countsOf(SQLite::Database& sql, const JobSelection& selection)
{
    const Condition condition(selection);
    // One search of an index a state; grouping would read the jobs themselves.
    SQLite::Statement query(sql, selection.isEverything() ? countsByState
                                                          : "SELECT job.state, count(*) FROM job WHERE " +
                                                                condition.sql + " GROUP BY job.state");
    condition.bindTo(query, 1);
    JobCounts counts;
    while (query.executeStep()) {
        const auto state = jobStateOf(query.getColumn(0).getString());
        if (const std::int64_t n = query.getColumn(1).getInt64(); state && n > 0) counts.byState[*state] = n;
    }
    return counts;
}

std::vector<JobRecord> recordsOf(SQLite::Statement& query)
{
    std::vector<JobRecord> all;
    while (query.executeStep())
        all.push_back(jobOf(query));
    return all;
}

} // namespace

std::vector<JobRecord> StoreReader::jobs(const JobSelection& selection, std::int64_t limit) const
{
    return m_database->read([&] {
        requireSelection(*m_database, selection);
        const Condition condition(selection);
        SQLite::Statement query(m_database->sql(),
                                jobColumns + ("WHERE " + condition.sql) +
                                    " ORDER BY job.priority DESC, job.position, job.id LIMIT " +
                                    std::to_string(limit));
        condition.bindTo(query, 1);
        std::vector<JobRecord> all;
        while (query.executeStep())
            all.push_back(jobOf(query));
        return all;
    });
}

std::optional<JobRecord> StoreReader::job(std::string_view id) const
{
    return m_database->read([&]() -> std::optional<JobRecord> {
        const KeptStatement query(*m_database, jobColumns + std::string("WHERE job.folder = ?"));
        query->bind(1, std::string(id));
        if (!query->executeStep()) return std::nullopt;
        return jobOf(*query);
    });
}

std::vector<JobRecord> StoreReader::activeJobs() const
{
    return m_database->read([&] {
        const KeptStatement query(
            *m_database, jobColumns + std::string("WHERE job.state IN ('claimed', 'running') AND"
                                                  " substr(job.device, 1, 6) <> 'slurm:' ORDER BY job.id"));
        std::vector<JobRecord> all;
        while (query->executeStep())
            all.push_back(jobOf(*query));
        return all;
    });
}

std::vector<JobRecord> StoreReader::recalledJobs() const
{
    return m_database->read([&] {
        const KeptStatement query(
            *m_database,
            jobColumns + std::string("WHERE job.state IN ('claimed', 'running')"
                                     " AND substr(job.device, 1, 6) = 'slurm:' AND (job.wanted IS"
                                     " NOT NULL OR 'slurm:' || job.place <> job.device)"
                                     " ORDER BY job.id"));
        return recordsOf(*query);
    });
}

/// A list of jobs that looks empty may have lost the pages that say otherwise. Only theirs are looked at: a
/// store of imports has none, and may be large.
void StoreReader::requireSound() const
{
    const std::vector<std::string> lines =
        m_database->guarded([&] { return checkLines(m_database->sql(), "PRAGMA integrity_check(job)"); });
    if (!lines.empty()) throwFailed(path().string(), Database::damaged(lines.front()));
}

JobCounts StoreReader::counts(const JobSelection& selection) const
{
    JobCounts counts = m_database->read([&] { return countsOf(m_database->sql(), selection); });
    if (selection.isEverything() && counts.total() == 0) requireSound();
    return counts;
}

WorkAmount StoreReader::work(const JobSelection& selection) const
{
    return m_database->read([&] {
        // 2 M: what an image costs besides its multiply-adds, so that tiny networks do not count as nothing.
        const Condition condition(selection);
        SQLite::Statement query(
            m_database->sql(),
            "SELECT coalesce(sum((n.flops + 2e6) * r.epochs), 0), coalesce(sum((n.flops + 2e6) *"
            " CASE WHEN job.state IN ('done', 'diverged', 'out of memory', 'failed') THEN r.epochs"
            " ELSE job.epochs_done END), 0) FROM job JOIN network n ON n.id = job.network_id"
            " JOIN recipe r ON r.id = job.recipe_id WHERE job.state <> 'cancelled' AND " +
                condition.sql);
        condition.bindTo(query, 1);
        query.executeStep();
        return WorkAmount{query.getColumn(0).getDouble(), query.getColumn(1).getDouble()};
    });
}

std::optional<double> StoreReader::nextDue(const JobSelection& selection) const
{
    return m_database->read([&]() -> std::optional<double> {
        const Condition condition(selection);
        const KeptStatement query(
            *m_database,
            "SELECT min(not_before) FROM job WHERE state = 'queued' AND place = '' AND " + condition.sql);
        condition.bindTo(*query, 1);
        query->executeStep();
        if (query->isColumnNull(0)) return std::nullopt;
        // 0 means "at once", and must not be mistaken for "none".
        return std::max(1.0, query->getColumn(0).getDouble());
    });
}

std::vector<JobRecord> StoreReader::jobPage(const JobFilter& filter, std::int64_t offset,
                                            std::int64_t count) const
{
    return m_database->read([&] {
        const Filter parts(filter);
        SQLite::Statement query(m_database->sql(), pageQuery(parts, offset, count));
        parts.bindTo(query);
        SQLite::Statement row(m_database->sql(), jobColumns + std::string("WHERE job.id = ?"));
        std::vector<JobRecord> page;
        while (query.executeStep()) {
            row.reset();
            row.bind(1, query.getColumn(0).getInt64());
            if (!row.executeStep())
                throwFailed(path().string(), Database::damaged("a job stands in an index and nowhere else"));
            page.push_back(jobOf(row));
        }
        // SQLite does not compare one index with another while it reads: where one has lost a page, the list
        // would merely be shorter.
        const auto found = static_cast<std::int64_t>(page.size());
        if (filter == JobFilter{} && found < count &&
            offset + found < countsOf(m_database->sql(), {}).total())
            throwFailed(path().string(), Database::damaged("jobs are missing in an index"));
        return page;
    });
}

std::vector<std::string> StoreReader::jobNames(const JobFilter& filter) const
{
    return m_database->read([&] {
        const Filter parts(filter);
        SQLite::Statement query(m_database->sql(),
                                "SELECT job.folder" + parts.condition() + " ORDER BY " + parts.order);
        parts.bindTo(query);
        std::vector<std::string> names;
        while (query.executeStep())
            names.push_back(folderName(query.getColumn(0)));
        return names;
    });
}

std::int64_t StoreReader::jobCount(const JobFilter& filter) const
{
    if (filter == JobFilter{}) return counts().total();
    return m_database->read([&] {
        const Filter parts(filter);
        SQLite::Statement query(m_database->sql(), countQuery(parts));
        parts.bindTo(query);
        query.executeStep();
        return query.getColumn(0).getInt64();
    });
}

std::vector<std::string> StoreReader::jobPlans(const JobFilter& filter) const
{
    return m_database->read([&] {
        const Filter parts(filter);
        std::vector<std::string> lines;
        for (const std::string& sql :
             {pageQuery(parts, 1000, 100), filter == JobFilter{} ? countsByState : countQuery(parts)}) {
            SQLite::Statement query(m_database->sql(), "EXPLAIN QUERY PLAN " + sql);
            parts.bindTo(query);
            while (query.executeStep())
                lines.push_back(query.getColumn(3).getString());
        }
        return lines;
    });
}

std::vector<std::string> StoreReader::jobsNamed(std::string_view beginning, std::int64_t limit) const
{
    return m_database->read([&] {
        SQLite::Statement query(m_database->sql(), "SELECT folder FROM job WHERE folder >= ? AND folder < ?"
                                                   " ORDER BY folder LIMIT ?");
        query.bind(1, std::string(beginning));
        query.bind(2, std::string(beginning) + "\x7f");
        query.bind(3, limit);
        std::vector<std::string> names;
        while (query.executeStep())
            names.push_back(folderName(query.getColumn(0)));
        return names;
    });
}

std::int64_t StoreReader::jobsVersion() const
{
    return m_database->read([&] {
        const KeptStatement query(*m_database, "SELECT coalesce(max(changed), 0) FROM job");
        query->executeStep();
        return query->getColumn(0).getInt64();
    });
}

std::vector<JobRecord> StoreReader::jobsChangedSince(std::int64_t version, std::int64_t limit) const
{
    return m_database->read([&] {
        const KeptStatement query(*m_database, jobColumns + std::string("WHERE job.changed > ?") +
                                                   " ORDER BY job.changed LIMIT ?");
        query->bind(1, version);
        query->bind(2, limit);
        return recordsOf(*query);
    });
}

std::optional<std::string> StoreReader::nextQueued(double unixNow, const JobSelection& selection) const
{
    return m_database->read([&]() -> std::optional<std::string> {
        const Condition condition(selection);
        const KeptStatement query(*m_database, "SELECT folder FROM job WHERE state = 'queued'"
                                               " AND place = '' AND " +
                                                   isDue + " AND " + condition.sql +
                                                   " ORDER BY priority DESC, position, id LIMIT 1");
        query->bind(1, unixNow);
        condition.bindTo(*query, 2);
        if (!query->executeStep()) return std::nullopt;
        return folderName(query->getColumn(0));
    });
}

std::vector<std::string> StoreReader::populationsOf(std::string_view id) const
{
    return m_database->read([&] {
        SQLite::Statement query(
            m_database->sql(),
            "SELECT DISTINCT p.name FROM job JOIN member m ON m.network_id = job.network_id"
            " JOIN training t ON t.population_id = m.population_id AND t.recipe_id = job.recipe_id"
            " AND t.data_set_id = job.data_set_id AND t.seed = job.seed"
            " JOIN population p ON p.id = m.population_id WHERE job.folder = ? ORDER BY p.name");
        query.bind(1, std::string(id));
        std::vector<std::string> names;
        while (query.executeStep())
            names.push_back(query.getColumn(0).getString());
        return names;
    });
}

std::vector<JobWish> StoreReader::wishes() const
{
    return m_database->read([&] {
        SQLite::Statement query(
            m_database->sql(), "SELECT folder, state = 'paused' OR coalesce(wanted, '') = 'paused', priority,"
                               " CASE WHEN position <> id THEN position END, keeps_weights, place FROM job"
                               " WHERE state = 'paused' OR wanted = 'paused' OR priority <> 0"
                               " OR position <> id OR keeps_weights <> 0 OR place <> '' ORDER BY id");
        std::vector<JobWish> all;
        while (query.executeStep()) {
            JobWish wish;
            wish.id = folderName(query.getColumn(0));
            wish.isPaused = query.getColumn(1).getInt64() != 0;
            wish.priority = query.getColumn(2).getInt64();
            if (!query.isColumnNull(3)) wish.position = query.getColumn(3).getDouble();
            wish.keepsWeights = query.getColumn(4).getInt64() != 0;
            wish.place = query.getColumn(5).getString();
            all.push_back(std::move(wish));
        }
        return all;
    });
}

std::vector<TimedTraining> StoreReader::timedTrainings(std::int64_t limit) const
{
    return m_database->read([&] {
        SQLite::Statement query(
            m_database->sql(),
            "SELECT r.hash, d.name, job.device, coalesce(json_extract(r.json, '$.train_images'), 0),"
            " coalesce(json_extract(r.json, '$.test_images'), 0), n.flops, n.activations,"
            " job.train_seconds / job.epochs_done FROM job INDEXED BY job_changed"
            " JOIN network n ON n.id = job.network_id JOIN recipe r ON r.id = job.recipe_id"
            " JOIN data_set d ON d.id = job.data_set_id WHERE job.epochs_done > 0 AND job.train_seconds > 0"
            " AND job.changed > (SELECT max(changed) FROM job) - 100000 ORDER BY job.changed DESC LIMIT ?");
        query.bind(1, limit);
        std::vector<TimedTraining> all;
        while (query.executeStep())
            all.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                           query.getColumn(2).getString(), query.getColumn(3).getInt64(),
                           query.getColumn(4).getInt64(), query.getColumn(5).getInt64(),
                           query.getColumn(6).getInt64(), query.getColumn(7).getDouble()});
        return all;
    });
}

} // namespace regnet
