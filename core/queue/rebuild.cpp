// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/rebuild.h"

#include "core/queue/event_follower.h"
#include "core/slurm/submission.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace regnet {
namespace {

/// A journal that stayed behind would be played into the store that comes in the place of its own.
constexpr const char* sqliteFiles[] = {"", "-journal", "-wal", "-shm"};

void removeStore(const std::filesystem::path& store)
{
    std::error_code ignored;
    for (const char* suffix : sqliteFiles)
        std::filesystem::remove(store.string() + suffix, ignored);
    std::filesystem::remove(lockFileOf(store), ignored);
}

/// In the order in which people asked for them, so that the jobs come back in theirs.
void addPopulations(Store& store, const Spool& spool, RebuildReport& report)
{
    struct Step
    {
        double time = 0;
        SpooledPopulation* kept = nullptr;
        const TrainingSpec* training = nullptr;
    };
    std::vector<SpooledPopulation> all = spool.populations(report.problems);
    std::vector<Step> steps;
    for (SpooledPopulation& kept : all) {
        steps.push_back({kept.times.front(), &kept, nullptr});
        for (std::size_t i = 0; i < kept.trainings.size(); ++i)
            steps.push_back({kept.times[i + 1], &kept, &kept.trainings[i]});
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.time < b.time; });
    const auto add = [&](PopulationSpec& population, const TrainingSpec* training) {
        population.training.reset();
        if (training) population.training = *training;
        store.add(population);
    };
    for (const Step& step : steps) {
        try {
            add(step.kept->population, step.training);
            if (!step.training) ++report.populations;
        } catch (const Error& error) { // one that cannot be takes no other with it
            if (error.problem().kind == ProblemKind::Failed) throw;
            report.problems.push_back(error.problem());
        }
    }
    // Of several trainings the one that was asked for last is shown: say it again where that was not the
    // newest.
    for (SpooledPopulation& kept : all)
        if (!std::is_sorted(kept.times.begin() + 1, kept.times.end()))
            for (const TrainingSpec& training : kept.trainings)
                add(kept.population, &training);
}

/// Jobs of populations whose file is lost: their networks at least are in their own folders.
void addOrphans(Store& store, const Spool& spool, RebuildReport& report)
{
    std::map<std::string, PopulationSpec> recovered;
    for (const std::string& id : spool.jobs()) {
        if (store.job(id)) continue;
        try {
            const JobSpec job = readJob(spool.jobFolder(id));
            const TrainingSpec training{job.recipe, job.dataSet, job.seed};
            const std::string key =
                hashOf(job.recipe) + canonicalJson(job.dataSet) + std::to_string(job.seed);
            PopulationSpec& population = recovered[key];
            population.name = fmt::format("recovered {} ({})", recovered.size(), job.recipe.name);
            population.training = training;
            population.networks.push_back(job.network);
        } catch (const Error& error) {
            report.problems.push_back(error.problem());
        }
    }
    int number = 0;
    for (auto& [key, population] : recovered) {
        population.name = fmt::format("recovered {} ({})", ++number, population.training->recipe.name);
        spool.keep(population);
        store.add(population);
        ++report.populations;
    }
}

void importJob(Store& store, const Spool& spool, const std::string& id, RebuildReport& report)
{
    std::int64_t kills = 0;
    for (const std::int64_t attempt : spool.attempts(id)) {
        store.restoreAttempt(id, attempt, kills);
        EventFollower follower(spool.jobFolder(id), attempt);
        report.damagedLines += store.record(id, attempt, follower.read());
        report.damagedLines += follower.damagedLines();
        const auto end = spool.readEnd(id, attempt);
        if (!end) continue; // its worker may still run: the next dispatcher judges it
        // A pause is a wish, and stands with the others.
        const JobState state = end->state == JobState::Paused ? JobState::Queued : end->state;
        store.end({id, attempt}, {state, end->message, end->kills, 0});
        kills = end->kills;
    }
    std::error_code ignored;
    if (std::filesystem::exists(cancelMark(spool.jobFolder(id)), ignored)) store.cancel({{id}, {}});
    if (store.result(id)) ++report.results;
}

/// What clusters may still have: the next dispatcher finds each by its token and goes on with it.
void addArrays(Store& store, const Spool& spool, RebuildReport& report)
{
    for (const Submission& submission : readSubmissions(spool.root(), report.problems)) {
        ArrayRecord array;
        array.token = submission.token;
        array.place = submission.profile.name;
        array.cluster = submission.profile.cluster;
        array.tasks = submission.tasks();
        array.jobsPerTask = submission.jobsPerTask;
        array.throttle = submission.profile.throttle;
        array.created = submission.created;
        array.state = ArrayRecord::State::Submitting;
        const std::string owner = ownerOf(submissionFolder(spool.root(), submission.token));
        if (owner == withdrawn)
            array.state = ArrayRecord::State::Withdrawn;
        else if (!owner.empty()) {
            array.state = ArrayRecord::State::Submitted;
            array.name = owner;
        }
        store.restoreArray(array, deviceOfPlace(array.place), submission.entries);
    }
}

void fill(Store& store, const Spool& spool, RebuildReport& report)
{
    addPopulations(store, spool, report);
    addOrphans(store, spool, report);
    for (const JobRecord& job : store.jobs()) {
        ++report.jobs;
        try {
            importJob(store, spool, job.id, report);
        } catch (const Error& error) {
            report.problems.push_back(error.problem());
        }
    }
    addArrays(store, spool, report);
    const Wishes wishes = spool.readWishes();
    store.restoreWishes(wishes.jobs);
    if (wishes.isQueuePaused) store.setQueuePaused(true);
}

/// A spool that was never filled would make an empty store of a good one. What cannot be read has nothing to
/// lose.
void requireContent(const Spool& spool, const std::filesystem::path& store)
{
    std::vector<Problem> problems;
    if (!spool.jobs().empty() || !spool.populations(problems).empty() || !problems.empty()) return;
    std::size_t populations = 0;
    try {
        populations = StoreReader(store).populations().size();
    } catch (const Error&) {
        return;
    }
    if (populations > 0)
        throwBadInput(spool.root().string(),
                      fmt::format("is empty, and {} has {} population{}", store.string(), populations,
                                  populations == 1 ? "" : "s"),
                      "the spool of that store; \"regnet store repair\" writes one anew from a store that "
                      "is whole");
}

/// Moves the store out of the way, with what SQLite keeps beside it.
std::filesystem::path setAside(const std::filesystem::path& store)
{
    std::error_code error;
    if (!std::filesystem::exists(store, error)) return {};
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    std::filesystem::path aside;
    for (int i = 0; i == 0 || std::filesystem::exists(aside, error); ++i)
        aside = fmt::format("{}.before-rebuild-{}{}", store.string(), seconds,
                            i == 0 ? "" : fmt::format("-{}", i));
    for (const char* suffix : sqliteFiles) {
        // A link that leads nowhere would be in the way of the new store, too.
        if (!std::filesystem::exists(std::filesystem::symlink_status(store.string() + suffix, error)))
            continue;
        std::filesystem::rename(store.string() + suffix, aside.string() + suffix, error);
        if (error)
            throwFailed(store.string() + suffix, fmt::format("cannot be set aside ({})", error.message()));
    }
    return aside;
}

} // namespace

RebuildReport rebuildStore(const std::filesystem::path& store, const Spool& spool, const std::string& program)
{
    std::error_code error;
    if (!std::filesystem::is_directory(spool.root(), error))
        throwBadInput(spool.root().string(), "there is no such spool", "the folder that holds the jobs");
    requireContent(spool, store);
    const StoreLock lock = StoreLock::acquire(store, program);
    const std::filesystem::path fresh = store.string() + ".rebuilding";
    removeStore(fresh);
    RebuildReport report;
    {
        Store writer(fresh, program);
        if (spool.root() != Spool(defaultSpool(store)).root())
            writer.setSetting("spool", spool.root().string());
        fill(writer, spool, report);
    }
    // Closing brings SQLite's log into the file, and cannot say that it failed: then the log is still there.
    if (std::filesystem::exists(fresh.string() + "-wal", error))
        throwFailed(fresh.string(), "cannot be written; the store is as it was", "a disk that works");
    report.oldStore = setAside(store);
    std::filesystem::rename(fresh, store, error);
    if (error) throwFailed(store.string(), fmt::format("cannot be put in its place ({})", error.message()));
    removeStore(fresh);
    return report;
}

} // namespace regnet
