// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/rebuild.h"

#include "core/queue/event_follower.h"
#include "core/queue/former_results.h"
#include "core/queue/local_executor.h"
#include "core/queue/outcome.h"
#include "core/queue/spool_owner.h"
#include "core/slurm/submission.h"
#include "core/store/store.h"
#include "core/system/folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>

namespace regnet {
namespace {

/// A journal that stayed behind would be played into the store that comes in the place of its own.
constexpr const char* sqliteFiles[] = {"", "-journal", "-wal", "-shm"};
/// Places of damaged lines in the report; the others are only counted.
constexpr std::size_t mostDamageTold = 50;

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
    std::vector<Problem> unread;
    const std::vector<std::string> ids = spool.jobs(&unread);
    for (Problem& problem : unread) { // those that the store knows are told when they are imported
        std::filesystem::path folder = problem.where;
        if (folder == jobFile(folder.parent_path())) folder = folder.parent_path();
        if (!store.job(folder.filename().string())) report.problems.push_back(std::move(problem));
    }
    for (const std::string& id : ids) {
        if (store.job(id)) continue;
        try {
            const JobSpec job = readJob(spool.jobFolder(id));
            // Somebody's copy: what it is of stands under its own name.
            if (job.id != id) throwBadInput((spool.root() / id).string(), "holds another job");
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

/// How an attempt ended whose end.json cannot be read, by its log: as for one of which no end is known.
EndRecord endByLog(const Store& store, const Spool& spool, const ClaimedJob& job,
                   const std::vector<LoggedEvent>& events, std::int64_t kills)
{
    EndedAttempt attempt;
    attempt.end.excuse = "how it ended cannot be read";
    attempt.hasResult = store.result(job.id).has_value();
    attempt.kills = kills;
    attempt.logTail = spool.logTail(job.id, job.attempt);
    for (const LoggedEvent& event : events) {
        if (const auto* failed = std::get_if<FailedEvent>(&event.event)) attempt.failed = *failed;
        attempt.hasStopped = attempt.hasStopped || std::holds_alternative<StoppedEvent>(event.event);
    }
    const JobVerdict verdict = judge(attempt);
    EndRecord end;
    end.state = verdict.state;
    end.message = verdict.message;
    end.kills = verdict.kills;
    return end;
}

std::vector<LoggedEvent> importLog(Store& store, const Spool& spool, const ClaimedJob& job,
                                   EventFollower::Writer writer, RebuildReport& report)
{
    EventFollower follower(spool.jobFolder(job.id), job.attempt);
    std::vector<LoggedEvent> events;
    try {
        events = follower.readAll(writer);
    } catch (const Error& error) { // what ended without it is judged without it
        report.problems.push_back(error.problem());
    }
    report.damagedLines += follower.damagedLines();
    for (const Problem& problem : follower.damage())
        if (report.damage.size() < mostDamageTold) report.damage.push_back(problem);
    const std::int64_t refused = store.record(job.id, job.attempt, events);
    report.damagedLines += refused;
    if (refused > 0 && report.damage.size() < mostDamageTold)
        report.damage.push_back(
            {ProblemKind::Failed,
             attemptFolder(spool.jobFolder(job.id), job.attempt) / "events.jsonl",
             fmt::format("has {} event{} with values that cannot be", refused, refused == 1 ? "" : "s"),
             {}});
    return events;
}

/// One that cannot is told once, and not for each of its files.
bool canBeListed(const std::filesystem::path& folder, RebuildReport& report)
{
    try {
        listedEntries(folder);
        return true;
    } catch (const Error& error) {
        report.problems.push_back(error.problem());
        return false;
    }
}

/// Whether the attempt says that it ended as done.
bool importAttempt(Store& store, const Spool& spool, const ClaimedJob& job, std::int64_t& kills,
                   RebuildReport& report)
{
    store.restoreAttempt(job.id, job.attempt, kills);
    const std::size_t before = report.problems.size();
    const bool isListed = canBeListed(attemptFolder(spool.jobFolder(job.id), job.attempt), report);
    std::optional<EndRecord> end;
    if (isListed) end = spool.readEnd(job.id, job.attempt, &report.problems);
    // An end was written there once; only a worker that is seen at work contradicts that.
    const bool isEndLost = report.problems.size() > before && !workerIn(spool.jobFolder(job.id));
    using Writer = EventFollower::Writer;
    std::vector<LoggedEvent> events;
    if (isListed)
        events = importLog(store, spool, job, end || isEndLost ? Writer::HasEnded : Writer::MayGoOn, report);
    if (isEndLost) end = endByLog(store, spool, job, events, kills);
    if (!end) return false; // its worker may still run: the next dispatcher judges it
    // A pause is a wish, and stands with the others. What is done has a result: importJob() tells of one that
    // has none.
    const bool isDone = end->state == JobState::Done;
    const bool isQueued = end->state == JobState::Paused || (isDone && !store.result(job.id));
    store.end(job, {isQueued ? JobState::Queued : end->state, end->message, end->kills, 0});
    kills = end->kills;
    return isDone;
}

/// Its results need no job.json here; the next worker does.
void checkJobFile(const Spool& spool, const std::string& id, RebuildReport& report)
{
    const std::filesystem::path folder = spool.jobFolder(id);
    try {
        if (isThere(jobFile(folder))) readJob(folder);
    } catch (const Error& error) {
        report.problems.push_back(error.problem());
    }
}

/// Whether its last attempt says that it is done.
bool importJob(Store& store, const Spool& spool, const std::string& id, RebuildReport& report)
{
    const std::size_t before = report.problems.size();
    const std::vector<std::int64_t> attempts = spool.attempts(id, &report.problems);
    if (report.problems.size() == before) checkJobFile(spool, id, report);
    std::int64_t kills = 0;
    bool isDone = false;
    for (const std::int64_t attempt : attempts)
        isDone = importAttempt(store, spool, {id, attempt}, kills, report);
    std::error_code ignored;
    if (std::filesystem::exists(cancelMark(spool.jobFolder(id)), ignored)) store.cancel({{id}, {}});
    return isDone;
}

/// No result is lost that is anywhere, and a training without one is not taken for done.
void settle(Store& store, const Spool& spool, FormerResults& former, const std::string& id, bool isDone,
            RebuildReport& report)
{
    if (!store.result(id) && former.bring(store, id)) ++report.takenOver;
    if (store.result(id))
        ++report.results;
    else if (isDone && store.job(id)->state == JobState::Queued)
        report.problems.push_back({ProblemKind::Failed,
                                   (spool.root() / id).string(),
                                   "is done, but its result cannot be read: it is queued again",
                                   {}});
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

/// What the former store has and the new one has not is named before the one takes the other's place.
void tellLacking(const StoreReader& store, const FormerResults& former,
                 const std::filesystem::path& formerStore, RebuildReport& report)
{
    const std::vector<std::string> lacking = former.lackingIn(store);
    if (lacking.empty()) return;
    constexpr std::size_t mostNamed = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(lacking.size(), mostNamed); ++i)
        names += (i == 0 ? "" : ", ") + lacking[i];
    if (lacking.size() > mostNamed) names += ", …";
    report.problems.push_back(
        {ProblemKind::Failed,
         formerStore.string(),
         fmt::format("has the results of {} job{} that the new store lacks ({}); it is kept", lacking.size(),
                     lacking.size() == 1 ? "" : "s", names),
         {}});
}

void fill(Store& store, const Spool& spool, FormerResults& former, RebuildReport& report)
{
    addPopulations(store, spool, report);
    addOrphans(store, spool, report);
    for (const JobRecord& job : store.jobs()) {
        ++report.jobs;
        bool isDone = false;
        try {
            isDone = importJob(store, spool, job.id, report);
        } catch (const Error& error) {
            if (error.problem().kind == ProblemKind::Failed) throw; // the new store cannot be written
            report.problems.push_back(error.problem());
        }
        settle(store, spool, former, job.id, isDone, report);
    }
    addArrays(store, spool, report);
    const Wishes wishes = spool.readWishes(&report.problems);
    store.restoreWishes(wishes.jobs);
    if (wishes.isQueuePaused) store.setQueuePaused(true);
}

/// Where the spool itself cannot be listed everything would be left out.
void requireLists(const Spool& spool)
{
    for (const std::filesystem::path& folder : {spool.root(), spool.root() / "populations"})
        listedEntries(folder);
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

/// Moves the store out of the way, with what SQLite keeps beside it. That may be there without the store.
std::filesystem::path setAside(const std::filesystem::path& store)
{
    std::error_code error;
    if (std::ranges::none_of(sqliteFiles, [&](const char* suffix) {
            return std::filesystem::exists(std::filesystem::symlink_status(store.string() + suffix, error));
        }))
        return {};
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

RebuildReport rebuildStore(const std::filesystem::path& named, const Spool& spool, const std::string& program)
{
    const std::filesystem::path store = behindLink(named); // not the link is made anew
    std::error_code error;
    if (!std::filesystem::is_directory(spool.root(), error))
        throwBadInput(spool.root().string(), "there is no such spool", "the folder that holds the jobs");
    requireLists(spool);
    if (const auto problem = problemOfOwner(store, {}, spool))
        throw Error(*problem); // another one works there
    requireContent(spool, store);
    const StoreLock lock = StoreLock::acquire(store, program);
    const std::filesystem::path fresh = store.string() + ".rebuilding";
    removeStore(fresh);
    RebuildReport report;
    {
        Store writer(fresh, program);
        if (spool.root() != Spool(defaultSpool(store)).root())
            writer.setSetting("spool", spool.root().string());
        FormerResults former(store, spool);
        fill(writer, spool, former, report);
        tellLacking(writer, former, store, report);
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
