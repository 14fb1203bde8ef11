// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/spool.h"
#include "core/store/database.h"
#include "core/store/queries.h"
#include "core/store/store.h"
#include "core/store/training_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

double numberOr(const SQLite::Column& column, double otherwise)
{
    return column.isNull() ? otherwise : column.getDouble();
}

std::optional<double> optionalOf(const SQLite::Column& column)
{
    if (column.isNull()) return std::nullopt;
    return column.getDouble();
}

struct ErrorColumn
{
    const char* column;
    const char* words; ///< what figures say
};

ErrorColumn columnOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BestTest:
        return {"x.best_test_error", "best test error of all epochs"};
    case ErrorKind::LastTest:
        return {"x.last_test_error", "test error of the last epoch"};
    case ErrorKind::BestEma:
        return {"x.best_ema_test_error", "best test error of the averaged weights"};
    case ErrorKind::LastEma:
        return {"x.last_ema_test_error", "test error of the averaged weights after the last epoch"};
    case ErrorKind::Selected:
        return {"x.selected_test_error", "test error of the epoch that is best on held-out images"};
    }
    return {"x.best_test_error", ""};
}

/// "NAME" or "NAME@RECIPE"; a population whose own name has an @ is found first.
std::pair<std::string, std::string> split(SQLite::Database& sql, std::string_view name)
{
    SQLite::Statement query(sql, "SELECT 1 FROM population WHERE name = ?");
    query.bind(1, std::string(name));
    const auto at = name.rfind('@');
    if (query.executeStep() || at == std::string_view::npos) return {std::string(name), {}};
    return {std::string(name.substr(0, at)), std::string(name.substr(at + 1))};
}

Population populationOf(ImportedResults imported, std::string_view name)
{
    Population population;
    population.name = std::string(name);
    population.source = std::move(imported.source);
    population.errorKind = std::move(imported.errorKind);
    population.recipe = std::move(imported.recipe);
    population.members = std::move(imported.members);
    return population;
}

/// A reader cannot bring an older schema up to date: for that the store is opened as a writer for a moment.
std::unique_ptr<Database> openUpToDate(const std::filesystem::path& path)
{
    auto reader = std::make_unique<Database>(path, Database::Access::Read);
    const auto version =
        reader->guarded([&] { return reader->sql().execAndGet("PRAGMA user_version").getInt64(); });
    if (version == storeSchemaVersion()) return reader;
    reader.reset();
    const StoreLock lock = StoreLock::acquire(path, "a change of the store's version", 5);
    {
        const Database writer(path, Database::Access::Write);
    }
    return std::make_unique<Database>(path, Database::Access::Read);
}

/// What an attempt's worker said when it started; nothing where it did not come so far.
std::optional<StartedEvent> startedOf(Database& database, std::string_view job, std::int64_t attempt)
{
    const KeptStatement query(
        database, "SELECT flops, params, activations, first_epoch, torch_version, device, revision,"
                  " threads, manifest, counts_agree FROM measurement WHERE attempt = ?1"
                  " AND job_id = (SELECT id FROM job WHERE folder = ?2)");
    query->bind(1, attempt);
    query->bind(2, std::string(job));
    if (!query->executeStep()) return std::nullopt;
    StartedEvent started;
    started.flops = query->getColumn(0).getInt64();
    started.params = query->getColumn(1).getInt64();
    started.activations = query->getColumn(2).getInt64();
    started.firstEpoch = query->getColumn(3).getInt64();
    started.torchVersion = query->getColumn(4).getString();
    started.device = query->getColumn(5).getString();
    started.revision = query->getColumn(6).getString();
    started.threads = query->getColumn(7).getInt64();
    const auto more = nlohmann::json::parse(query->getColumn(8).getString(), nullptr, false);
    if (more.is_object())
        for (const auto& [name, value] : more.items())
            started.manifest[name] = value.is_string() ? value.get<std::string>() : value.dump();
    if (!query->isColumnNull(9)) started.countsAgree = query->getColumn(9).getInt64() != 0;
    return started;
}

} // namespace

Member memberOf(SQLite::Statement& row)
{
    Member member;
    member.label = fmt::format("{:06}", row.getColumn(0).getInt64());
    if (row.isColumnNull(1)) throw DamagedRow(fmt::format("member {} has no network", member.label));
    member.networkHash = row.getColumn(1).getString();
    const nlohmann::json properties = nlohmann::json::parse(row.getColumn(2).getString());
    for (const auto& [name, value] : properties.items())
        if (value.is_number()) member.properties[name] = value.get<double>();
    member.state = Member::State::Pending;
    if (row.isColumnNull(3)) return member;
    const JobState state = jobStateOf(row.getColumn(3).getString()).value_or(JobState::Queued);
    if (state == JobState::Done && !row.isColumnNull(4)) {
        member.state = Member::State::Finished;
        member.error = errorPercent(row.getColumn(4));
    } else if (isFailure(state)) {
        member.state = Member::State::Failed;
    }
    return member;
}

StoreReader::StoreReader(const std::filesystem::path& path) : StoreReader(openUpToDate(path)) {}

StoreReader::StoreReader(std::unique_ptr<Database> database) : m_database(std::move(database)) {}

StoreReader::~StoreReader() = default;

const std::filesystem::path& StoreReader::path() const
{
    return m_database->path();
}

std::int64_t StoreReader::dataVersion() const
{
    return m_database->guarded(
        [&] { return m_database->sql().execAndGet("PRAGMA data_version").getInt64(); });
}

std::vector<PopulationSummary> StoreReader::populations() const
{
    return m_database->read([&] {
        std::vector<PopulationSummary> all;
        std::vector<std::int64_t> rows;
        SQLite::Statement query(
            m_database->sql(),
            "SELECT p.id, p.name, s.name, p.seed, count(m.position), count(DISTINCT m.network_id), i.source,"
            " (SELECT count(*) FROM imported_member WHERE population_id = i.population_id)"
            " FROM population p JOIN space s ON s.id = p.space_id"
            " LEFT JOIN imported i ON i.population_id = p.id"
            " LEFT JOIN member m ON m.population_id = p.id GROUP BY p.id ORDER BY p.id");
        while (query.executeStep()) {
            PopulationSummary summary;
            rows.push_back(query.getColumn(0).getInt64());
            summary.id = rows.back();
            summary.name = query.getColumn(1).getString();
            summary.space = query.getColumn(2).getString();
            summary.seed = fromSql(query.getColumn(3).getInt64());
            summary.networks = query.getColumn(4).getInt64();
            summary.distinct = query.getColumn(5).getInt64();
            if (!query.isColumnNull(6)) { // networks that cannot be built here count, too
                summary.importedFrom = query.getColumn(6).getString();
                summary.networks = query.getColumn(7).getInt64();
            }
            all.push_back(std::move(summary));
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto training = lastTraining(m_database->sql(), rows[i], "");
            if (!training) continue;
            all[i].training = training->spec;
            SQLite::Statement count(
                m_database->sql(),
                "SELECT state, count(*) FROM job WHERE recipe_id = ? AND data_set_id = ? AND seed = ?"
                " AND network_id IN (SELECT network_id FROM member WHERE population_id = ?)"
                " GROUP BY state");
            count.bind(1, training->recipe);
            count.bind(2, training->dataSet);
            count.bind(3, training->seed);
            count.bind(4, rows[i]);
            while (count.executeStep())
                if (const auto state = jobStateOf(count.getColumn(0).getString()))
                    all[i].jobs.byState[*state] = count.getColumn(1).getInt64();
        }
        return all;
    });
}

Population StoreReader::population(std::string_view name, ErrorKind error) const
{
    return m_database->read([&] {
        SQLite::Database& sql = m_database->sql();
        const auto [populationName, recipeName] = split(sql, name);
        const std::int64_t row = rowOfPopulation(sql, populationName, path().string());
        const bool wantsImported = recipeName == "imported";
        const auto training = wantsImported ? std::nullopt : lastTraining(sql, row, recipeName);
        if (auto imported = training ? std::nullopt : importedOf(sql, row))
            return populationOf(std::move(*imported), name);
        if (!training && !recipeName.empty())
            throwBadInput(path().string(), fmt::format("population \"{}\" was not trained with recipe \"{}\"",
                                                       populationName, recipeName));
        Population population;
        population.name = std::string(name);
        population.source = path().string();
        population.errorKind = columnOf(error).words;
        if (training) population.recipe = trainingText(training->spec);
        SQLite::Statement query(
            sql, std::string("SELECT m.position, n.hash, m.properties, j.state, ") + columnOf(error).column +
                     " FROM member m LEFT JOIN network n ON n.id = m.network_id"
                     " LEFT JOIN job j ON j.network_id = m.network_id AND j.recipe_id = ?2"
                     " AND j.data_set_id = ?3 AND j.seed = ?4"
                     " LEFT JOIN result x ON x.job_id = j.id AND x.is_superseded = 0"
                     " WHERE m.population_id = ?1 ORDER BY m.position");
        const TrainingRow keys = training.value_or(TrainingRow{-1, -1, 0, {}});
        query.bind(1, row);
        query.bind(2, keys.recipe);
        query.bind(3, keys.dataSet);
        query.bind(4, keys.seed);
        while (query.executeStep())
            population.members.push_back(memberOf(query));
        return population;
    });
}

std::vector<TrainingSpec> StoreReader::trainings(std::string_view name) const
{
    return m_database->read([&] {
        std::vector<TrainingSpec> all;
        for (const TrainingRow& row :
             trainingsOf(m_database->sql(), rowOfPopulation(m_database->sql(), name, path().string())))
            all.push_back(row.spec);
        return all;
    });
}

PopulationSpec StoreReader::populationSpec(std::string_view name) const
{
    return m_database->read([&] {
        SQLite::Database& sql = m_database->sql();
        const std::int64_t row = rowOfPopulation(sql, name, path().string());
        PopulationSpec spec;
        SQLite::Statement head(sql,
                               "SELECT p.name, s.name, s.definition, p.seed, p.constraints FROM population p"
                               " JOIN space s ON s.id = p.space_id WHERE p.id = ?");
        head.bind(1, row);
        head.executeStep();
        spec.name = head.getColumn(0).getString();
        spec.space = head.getColumn(1).getString();
        spec.spaceJson = head.getColumn(2).getString();
        spec.seed = fromSql(head.getColumn(3).getInt64());
        spec.constraintsJson = head.getColumn(4).getString();
        if (const auto training = lastTraining(sql, row, "")) spec.training = training->spec;
        spec.imported = importedOf(sql, row);
        SQLite::Statement members(sql, "SELECT spec FROM member WHERE population_id = ? ORDER BY position");
        members.bind(1, row);
        while (members.executeStep())
            spec.networks.push_back(
                within(path().string(), [&] { return parseNetwork(members.getColumn(0).getString()); }));
        return spec;
    });
}

JobSpec StoreReader::jobSpec(std::string_view id) const
{
    return m_database->read([&] {
        const std::int64_t row = rowOfJob(*m_database, id);
        const KeptStatement query(
            *m_database, "SELECT job.attempt, n.json, n.hash, r.json, r.name, d.json, d.folder, job.seed, "
                         "job.keeps_weights FROM job"
                         " JOIN network n ON n.id = job.network_id JOIN recipe r ON r.id = job.recipe_id"
                         " JOIN data_set d ON d.id = job.data_set_id WHERE job.id = ?");
        query->bind(1, row);
        query->executeStep();
        JobSpec spec;
        spec.id = std::string(id);
        spec.attempt = std::max<std::int64_t>(1, attemptNumber(query->getColumn(0)));
        spec.network = within(path().string(), [&] { return parseNetwork(query->getColumn(1).getString()); });
        spec.networkHash = query->getColumn(2).getString();
        spec.recipe = recipeFromJson(nlohmann::json::parse(query->getColumn(3).getString()));
        spec.recipe.name = query->getColumn(4).getString();
        spec.dataSet = dataSetFromCanonicalJson(query->getColumn(5).getString());
        spec.dataSet.folder = query->getColumn(6).getString();
        spec.seed = fromSql(query->getColumn(7).getInt64());
        spec.keepsWeights = query->getColumn(8).getInt64() != 0;
        return spec;
    });
}

std::vector<EpochRecord> StoreReader::epochs(std::string_view id) const
{
    return m_database->read([&] {
        // SQLite takes the other columns from the row that has the maximum.
        SQLite::Statement query(
            m_database->sql(),
            "SELECT max(attempt * 1000000 + sequence), attempt, sequence, unix_seconds, epoch,"
            " learning_rate, train_loss, train_error, test_loss, test_error, seconds, train_top5_error,"
            " test_top5_error, ema_test_error, ema_test_top5_error, held_out_error, ema_held_out_error FROM "
            "epoch"
            " WHERE job_id = (SELECT id FROM job WHERE folder = ?) GROUP BY epoch ORDER BY epoch");
        query.bind(1, std::string(id));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        std::vector<EpochRecord> all;
        while (query.executeStep()) {
            EpochRecord record;
            record.attempt = query.getColumn(1).getInt64();
            record.sequence = query.getColumn(2).getInt64();
            record.unixSeconds = query.getColumn(3).getDouble();
            record.values.epoch = query.getColumn(4).getInt64();
            record.values.learningRate = numberOr(query.getColumn(5), nan);
            record.values.trainLoss = numberOr(query.getColumn(6), nan);
            record.values.trainError = numberOr(query.getColumn(7), nan);
            record.values.testLoss = numberOr(query.getColumn(8), nan);
            record.values.testError = numberOr(query.getColumn(9), nan);
            record.values.seconds = query.getColumn(10).getDouble();
            record.values.trainTop5Error = optionalOf(query.getColumn(11));
            record.values.testTop5Error = optionalOf(query.getColumn(12));
            record.values.emaTestError = optionalOf(query.getColumn(13));
            record.values.emaTestTop5Error = optionalOf(query.getColumn(14));
            record.values.heldOutError = optionalOf(query.getColumn(15));
            record.values.emaHeldOutError = optionalOf(query.getColumn(16));
            all.push_back(record);
        }
        return all;
    });
}

std::optional<StartedEvent> StoreReader::started(std::string_view id) const
{
    return m_database->read([&]() -> std::optional<StartedEvent> {
        const KeptStatement query(*m_database, "SELECT max(attempt) FROM measurement"
                                               " WHERE job_id = (SELECT id FROM job WHERE folder = ?)");
        query->bind(1, std::string(id));
        query->executeStep();
        if (query->isColumnNull(0)) return std::nullopt;
        return startedOf(*m_database, id, query->getColumn(0).getInt64());
    });
}

std::optional<ResultRecord> StoreReader::result(std::string_view id) const
{
    return m_database->read([&]() -> std::optional<ResultRecord> {
        const KeptStatement query(
            *m_database,
            "SELECT x.attempt, x.best_test_error, x.last_test_error, x.train_seconds,"
            " x.best_ema_test_error, x.last_ema_test_error, x.best_held_out_error, x.selected_test_error"
            " FROM job JOIN result x ON x.job_id = job.id AND x.is_superseded = 0 WHERE job.folder = ?");
        query->bind(1, std::string(id));
        if (!query->executeStep()) return std::nullopt;
        ResultRecord result;
        result.jobId = std::string(id);
        result.attempt = query->getColumn(0).getInt64();
        result.values = {query->getColumn(1).getDouble(), query->getColumn(2).getDouble(),
                         query->getColumn(3).getDouble(), optionalOf(query->getColumn(4)),
                         optionalOf(query->getColumn(5)), optionalOf(query->getColumn(6)),
                         optionalOf(query->getColumn(7))};
        result.manifest = startedOf(*m_database, id, result.attempt).value_or(StartedEvent{});
        return result;
    });
}

bool StoreReader::isQueuePaused() const
{
    return setting("queue.paused") == "1";
}

std::string StoreReader::setting(std::string_view name) const
{
    return m_database->read([&]() -> std::string {
        const KeptStatement query(*m_database, "SELECT value FROM setting WHERE name = ?");
        query->bind(1, std::string(name));
        if (!query->executeStep()) return {};
        return query->getColumn(0).getString();
    });
}

std::filesystem::path StoreReader::spoolPath() const
{
    const std::string known = setting("spool");
    return known.empty() ? defaultSpool(path()) : std::filesystem::path(known);
}

std::filesystem::path StoreReader::workingSpoolPath() const
{
    std::filesystem::path spool = spoolPath();
    if (!setting("spool").empty() && !isSpool(spool))
        throwBadInput(path().string(),
                      fmt::format("has its jobs in {}, where there is no spool", spool.string()),
                      "that folder, or another one with --spool");
    return spool;
}

std::filesystem::path workingSpoolOf(const std::filesystem::path& store)
{
    std::error_code error; // empty: somebody is making it
    const auto bytes = std::filesystem::file_size(store, error);
    return error || bytes == 0 ? defaultSpool(store) : StoreReader(store).workingSpoolPath();
}

} // namespace regnet
