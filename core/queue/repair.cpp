// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/repair.h"

#include "core/queue/spool_owner.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace regnet {
namespace {

/// What is wrong with the store; empty when all is well. A newer version's store is not damaged: that throws.
std::vector<std::string> damageOf(const std::filesystem::path& store)
{
    try {
        return StoreReader(store).fullCheck();
    } catch (const Error& error) {
        if (error.problem().kind == ProblemKind::BadInput) throw;
        return {error.what()};
    }
}

/// Why a folder's content cannot be listed; nothing where it can.
std::optional<std::string> problemOfFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(folder, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_directory(status))
        return folder.string() + ": is no folder";
    if (::access(folder.c_str(), R_OK | X_OK) == 0) return std::nullopt;
    return fmt::format("{}: cannot be read: {}", folder.string(), std::strerror(errno));
}

/// Of a job's folder; one that has no job.json yet is fine.
std::optional<std::string> problemOfJobFolder(const std::filesystem::path& folder)
{
    if (auto problem = problemOfFolder(folder)) return problem;
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(jobFile(folder), error)))
        return std::nullopt;
    try {
        if (readJob(folder).id == folder.filename()) return std::nullopt;
        return folder.string() + ": holds another job";
    } catch (const Error& problem) {
        return problem.what();
    }
}

void setAside(const std::filesystem::path& file)
{
    std::error_code error;
    std::filesystem::path aside = file.string() + ".damaged";
    for (int i = 2; std::filesystem::exists(aside, error); ++i)
        aside = fmt::format("{}.damaged-{}", file.string(), i);
    std::filesystem::rename(file, aside, error);
    if (error) throwFailed(file.string(), fmt::format("cannot be set aside ({})", error.message()));
}

/// Each job that was ever started has a folder with its job.json.
void mendJobs(const StoreReader& store, const Spool& spool, RepairReport& report)
{
    for (const JobRecord& job : store.jobs()) {
        if (job.attempt == 0) continue;
        const std::filesystem::path folder = spool.jobFolder(job.id);
        try {
            if (readJob(folder).id == job.id) continue;
            report.found.push_back(folder.string() + " holds another job");
        } catch (const Error& error) {
            report.found.emplace_back(error.what());
        }
        std::error_code error;
        if (std::filesystem::exists(folder, error) && !std::filesystem::is_directory(folder, error))
            setAside(folder);
        if (std::filesystem::exists(jobFile(folder), error)) setAside(jobFile(folder));
        writeJob(folder, store.jobSpec(job.id));
        ++report.jobFiles;
    }
}

void mendPopulations(const StoreReader& store, const Spool& spool, RepairReport& report)
{
    std::vector<Problem> problems;
    const std::vector<SpooledPopulation> kept = spool.populations(problems);
    for (const Problem& problem : problems) {
        report.found.push_back(sentence(problem));
        setAside(std::filesystem::path(problem.where.substr(0, problem.where.find(".json") + 5)));
    }
    for (const PopulationSummary& summary : store.populations()) {
        const bool isThere = std::any_of(kept.begin(), kept.end(), [&](const SpooledPopulation& known) {
            return known.population.name == summary.name;
        });
        if (isThere) continue;
        if (problems.empty())
            report.found.push_back(fmt::format("population \"{}\" is missing in the spool", summary.name));
        PopulationSpec population = store.populationSpec(summary.name);
        const std::vector<TrainingSpec> trainings = store.trainings(summary.name);
        population.training.reset();
        spool.keep(population);
        for (const TrainingSpec& training : trainings) {
            population.training = training;
            spool.keep(population);
        }
        ++report.populationFiles;
    }
}

} // namespace

std::vector<std::string> damageOfSpool(const Spool& spool)
{
    constexpr std::int64_t mostLines = 20;
    std::vector<std::string> lines;
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(spool.root(), error))) return lines;
    if (auto problem = problemOfFolder(spool.root())) return {*problem};
    std::int64_t damaged = 0;
    for (std::filesystem::directory_iterator it(spool.root(), error), end; !error && it != end;
         it.increment(error)) {
        if (!it->is_directory(error)) continue; // wishes, the mark of its store, what somebody left
        if (auto problem = problemOfJobFolder(it->path()); problem && ++damaged <= mostLines)
            lines.push_back(std::move(*problem));
    }
    std::ranges::sort(lines);
    if (damaged > mostLines)
        lines.push_back(fmt::format("{} more of its folders are damaged", damaged - mostLines));
    if (error) lines.push_back(fmt::format("{}: cannot be read: {}", spool.root().string(), error.message()));
    return lines;
}

std::optional<Problem> problemOfEmptiness(const StoreReader& store, const Spool& spool)
{
    // Who adds a population writes it into the spool first.
    if (store.counts().total() > 0 || StoreLock::holder(store.path())) return std::nullopt;
    std::vector<std::string> imports; // have no jobs, and the store has them
    for (const PopulationSummary& summary : store.populations())
        if (!summary.importedFrom.empty() && !summary.training) imports.push_back(summary.name);
    std::vector<Problem> problems;
    const std::vector<SpooledPopulation> kept = spool.populations(problems, imports);
    const auto hasJobs = [](const SpooledPopulation& population) { return !population.trainings.empty(); };
    if (spool.jobs().empty() && std::none_of(kept.begin(), kept.end(), hasJobs)) return std::nullopt;
    return Problem{
        ProblemKind::Failed,
        store.path().string(),
        fmt::format("has no job, but its spool {} has; \"regnet store rebuild\" makes the store anew "
                    "from it",
                    spool.root().string()),
        {}};
}

RepairReport repairStore(const std::filesystem::path& store, const Spool& spool, const std::string& program)
{
    RepairReport report;
    report.found = damageOf(store);
    requireOwner(store, spool); // neither mends the other where they do not belong together
    if (!report.found.empty()) report.rebuilt = rebuildStore(store, spool, program);
    const Store writer(store, program); // nobody else works here meanwhile
    spool.create();
    mendPopulations(writer, spool, report);
    mendJobs(writer, spool, report);
    return report;
}

} // namespace regnet
