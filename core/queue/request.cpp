// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/request.h"

#include "core/format/text_file.h"
#include "core/queue/disk_guard.h"
#include "core/queue/spool_owner.h"
#include "core/study/json_fields.h"
#include "core/system/clock.h"
#include "core/system/hurried_file.h"
#include "core/system/whole_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <limits>
#include <thread>
#include <unistd.h>
#include <utility>

namespace regnet {
namespace {

using nlohmann::json;
using Action = QueueRequest::Action;
using Clock = std::chrono::steady_clock;

constexpr std::array<std::pair<Action, std::string_view>, 11> actionNames{{
    {Action::Pause, "pause"},
    {Action::Resume, "resume"},
    {Action::Cancel, "cancel"},
    {Action::Retry, "retry"},
    {Action::Priority, "priority"},
    {Action::Add, "add"},
    {Action::Move, "move"},
    {Action::Send, "send"},
    {Action::Forget, "forget"},
    {Action::Rename, "rename"},
    {Action::Delete, "delete"},
}};

constexpr std::array<std::string_view, 3> placeNames{"first", "last", "before"};

json toJson(const QueueRequest& request)
{
    json value{{"action", nameOf(request.action)},
               {"jobs", request.jobs.ids},
               {"populations", request.jobs.populations},
               {"priority", request.priority},
               {"place", placeNames[static_cast<std::size_t>(request.place.where)]},
               {"before", request.place.before},
               {"destination", request.destination},
               {"name", request.name}};
    if (request.population) value["add"] = regnet::toJson(*request.population);
    return value;
}

QueueRequest requestFromJson(const json& value, const std::string& where)
{
    try {
        QueueRequest request;
        const auto action = value.at("action").get<std::string>();
        const auto* found = std::find_if(actionNames.begin(), actionNames.end(),
                                         [&](const auto& entry) { return entry.second == action; });
        if (found == actionNames.end())
            throwBadInput(where, "asks for \"" + action + "\", which is not known");
        request.action = found->first;
        value.at("jobs").get_to(request.jobs.ids);
        value.at("populations").get_to(request.jobs.populations);
        using Limits = std::numeric_limits<std::int64_t>;
        JsonFields(value, where).read("priority", request.priority, Limits::min(), Limits::max());
        const auto place = std::find(placeNames.begin(), placeNames.end(), value.value("place", "first"));
        if (place == placeNames.end()) throwBadInput(where, "names no place", "first, last or before");
        request.place.where = static_cast<JobPlace::Where>(place - placeNames.begin());
        request.place.before = value.value("before", "");
        request.destination = value.value("destination", "");
        request.name = value.value("name", "");
        if (value.contains("add")) request.population = populationFromJson(value.at("add"), where);
        return request;
    } catch (const json::exception& error) {
        throwBadInput(where, fmt::format("is no request ({})", error.what()));
    }
}

json toJson(const QueueAnswer& answer)
{
    return {{"changed", answer.changed},
            {"networks", answer.addition.networks},
            {"distinct", answer.addition.distinct},
            {"jobs_new", answer.addition.jobsNew},
            {"jobs_known", answer.addition.jobsKnown},
            {"weights_gone", answer.addition.weightsGone},
            {"is_population_new", answer.addition.isPopulationNew},
            {"backup", answer.backup},
            {"folder", answer.folder}};
}

QueueAnswer answerFromJson(const json& value)
{
    if (value.contains("problem")) {
        const json& problem = value.at("problem");
        throw Error({problem.value("bad_input", true) ? ProblemKind::BadInput : ProblemKind::Failed,
                     problem.value("where", ""), problem.value("wrong", ""), problem.value("right", "")});
    }
    QueueAnswer answer;
    answer.changed = value.value("changed", std::int64_t{0});
    answer.addition.networks = value.value("networks", std::int64_t{0});
    answer.addition.distinct = value.value("distinct", std::int64_t{0});
    answer.addition.jobsNew = value.value("jobs_new", std::int64_t{0});
    answer.addition.jobsKnown = value.value("jobs_known", std::int64_t{0});
    answer.addition.weightsGone = value.value("weights_gone", std::int64_t{0});
    answer.addition.isPopulationNew = value.value("is_population_new", false);
    answer.backup = value.value("backup", "");
    answer.folder = value.value("folder", "");
    return answer;
}

json toJson(const Problem& problem)
{
    return {{"problem",
             {{"bad_input", problem.kind == ProblemKind::BadInput},
              {"where", problem.where},
              {"wrong", problem.wrong},
              {"right", problem.right}}}};
}

std::filesystem::path answerOf(const std::filesystem::path& request)
{
    return request.string() + ".answer";
}

/// A request that a dispatcher has begun with: nobody takes it back any more.
std::filesystem::path takenOf(const std::filesystem::path& request)
{
    return request.string() + ".taken";
}

/// Whoever asked does not wait any more. Where the answer is there already, the next look finds it.
void takeBack(const QueueRequest& request, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::remove(file, ignored))
        throwFailed(std::string(nameOf(request.action)),
                    "was stopped before the program that writes the store took it up, and is taken back");
    if (std::filesystem::exists(answerOf(file), ignored)) return;
    throwFailed(std::string(nameOf(request.action)),
                "was stopped, but the program that writes the store has taken it up and carries it out");
}

/// Requests in the order of their making; those that a dispatcher left half done when it died come first.
std::vector<std::filesystem::path> takeRequests(const Spool& spool)
{
    std::vector<std::filesystem::path> requests;
    std::error_code error;
    for (std::filesystem::directory_iterator it(spool.requestFolder(), error), end; !error && it != end;
         it.increment(error)) {
        std::filesystem::path file = it->path();
        if (file.extension() == ".taken")
            requests.push_back(file.replace_extension());
        else if (file.extension() == ".json")
            requests.push_back(file);
    }
    std::sort(requests.begin(), requests.end());
    return requests;
}

/// Jobs that are asked to be cancelled get their mark first: whatever dies after that, they are not requeued.
void markCancelled(const JobSelection& selection, const StoreReader& store, const Spool& spool)
{
    for (const JobRecord& job : store.jobs(selection)) {
        if (isFinal(job.state)) continue;
        const std::filesystem::path folder = spool.jobFolder(job.id);
        std::error_code ignored;
        std::filesystem::create_directories(folder, ignored);
        // Where no worker was, no requeueing has to be stopped: then the mark only serves a rebuild, and must
        // not cost 100,000 times an fsync.
        if (job.attempt == 0)
            writeHurried(cancelMark(folder), "cancelled\n");
        else
            writeWhole(cancelMark(folder), "cancelled\n");
        if (!isActive(job.state)) removeCheckpoints(folder, Checkpoints::All);
    }
}

/// What the spool says against another try of a job: the mark, and the end of the last attempt. That end is
/// kept with a note; a rebuilt store finds the job queued.
void forgetEnds(const JobSelection& selection, const StoreReader& store, const Spool& spool)
{
    std::error_code ignored;
    for (const JobRecord& job : store.jobs(selection)) {
        if (!canBeRetried(job.state, job.bestTestError)) continue;
        std::filesystem::remove(cancelMark(spool.jobFolder(job.id)), ignored);
        auto end = spool.readEnd(job.id, job.attempt);
        if (!end || !isFinal(end->state)) continue;
        end->beforeRetry = fmt::format("{}: {}", nameOf(end->state), end->message);
        end->state = JobState::Queued;
        end->message.clear();
        end->kills = 0;
        spool.writeEnd(job.id, job.attempt, *end);
    }
}

const std::string& onePopulation(const QueueRequest& request)
{
    if (request.jobs.populations.size() != 1)
        throwBadInput(std::string(nameOf(request.action)), "names no population", "one population");
    return request.jobs.populations.front();
}

/// The spool within the store's transaction: what it refuses, the store does not have either. If we die in
/// between, a rebuilt store has the new name, and asking again gives it to this one.
void rename(const QueueRequest& request, Store& store, const Spool& spool)
{
    const std::string& population = onePopulation(request);
    store.inOneTransaction([&] {
        store.rename(population, request.name);
        spool.rename(population, request.name);
    });
}

/// Beside the store: "runs.db.before-delete-1790000000".
std::filesystem::path backupFileOf(const std::filesystem::path& store)
{
    const auto seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    std::filesystem::path file;
    std::error_code error;
    for (int i = 0; i == 0 || std::filesystem::exists(file, error); ++i)
        file = fmt::format("{}.before-delete-{}{}", store.string(), seconds,
                           i == 0 ? "" : fmt::format("-{}", i));
    return file;
}

/// A copy of all that there is first. The spool within the store's transaction: what cannot be moved stays in
/// both. If we die in between, the store still has the population, and asking again completes it.
void remove(const QueueRequest& request, Store& store, const Spool& spool, QueueAnswer& answer)
{
    const std::string& population = onePopulation(request);
    if (const auto problem = problemOf(store.removalOf(population))) throw Error(*problem);
    const std::filesystem::path backup = backupFileOf(store.path());
    store.backup(backup);
    store.inOneTransaction([&] {
        const Removal removal = store.remove(population);
        answer.folder = spool.setAside(population, removal.jobs).string();
        answer.changed = removal.results;
    });
    answer.backup = backup.string();
}

/// A new name is written where the old one stands, and what is forgotten is removed: a spool that is not
/// there holds neither.
bool needsSpool(Action action)
{
    return action != Action::Rename && action != Action::Forget;
}

void requireNames(const QueueRequest& request)
{
    if (request.action == Action::Add && request.population) requirePopulationName(request.population->name);
    if (request.action == Action::Rename)
        if (const auto problem = problemOfName(request.name, {})) throw Error(*problem);
}

/// The text of the answer to a request that was taken, which is carried out here.
std::string answerTo(const std::filesystem::path& file, Store& store, const Spool& spool)
{
    json answer;
    try {
        const json value = parseJson(readWhole(takenOf(file)), file.string());
        answer = toJson(carryOut(requestFromJson(value, file.string()), store, spool));
    } catch (const Error& problem) {
        answer = toJson(problem.problem());
    }
    // The name of a file need not be UTF-8.
    return answer.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// False where it cannot be written now. Carried out twice, if we die before: the second time changes
/// nothing.
bool deliver(const std::filesystem::path& file, LateAnswers& late, bool isLate)
{
    try {
        writeWhole(answerOf(file), late.texts.at(file));
    } catch (const Error& error) {
        if (saysDiskFull(error.what())) { // waited for, as everywhere; the answer is kept
            late.nextTry = 0;
            throw;
        }
        if (!isLate) late.news.push_back(fmt::format("{}; the answer is tried again", error.what()));
        return false;
    }
    std::error_code error;
    std::filesystem::remove(takenOf(file), error);
    if (!error) late.texts.erase(file); // or it would be carried out again
    return true;
}

} // namespace

QueueRequest adding(PopulationSpec population)
{
    QueueRequest request;
    request.action = Action::Add;
    request.population = std::move(population);
    return request;
}

std::string_view nameOf(Action action)
{
    for (const auto& [known, name] : actionNames)
        if (known == action) return name;
    return {};
}

Wishes wishesOf(const StoreReader& store)
{
    return {store.isQueuePaused(), store.wishes()};
}

QueueAnswer carryOut(const QueueRequest& request, Store& store, const Spool& spool)
{
    requireNames(request);
    QueueAnswer answer;
    switch (request.action) {
    case Action::Pause:
        // The whole queue: running jobs are asked to stop too, but keep their place instead of being paused.
        if (request.jobs.isEverything())
            store.setQueuePaused(true);
        else
            answer.changed = store.pause(request.jobs);
        break;
    case Action::Resume:
        if (request.jobs.isEverything())
            store.setQueuePaused(false);
        else
            answer.changed = store.resume(request.jobs);
        break;
    case Action::Cancel:
        markCancelled(request.jobs, store, spool);
        answer.changed = store.cancel(request.jobs);
        break;
    case Action::Retry:
        forgetEnds(request.jobs, store, spool);
        answer.changed = store.retry(request.jobs);
        break;
    case Action::Priority:
        answer.changed = store.setPriority(request.jobs, request.priority);
        break;
    case Action::Add:
        if (!request.population) throwBadInput("add", "names no population");
        spool.keep(*request.population);
        // Together: a slot of this machine must not take them in between.
        store.inOneTransaction([&] {
            answer.addition = store.add(*request.population);
            if (!request.destination.empty())
                store.send({request.jobs.ids, {request.population->name}}, request.destination);
        });
        answer.changed = answer.addition.jobsNew;
        if (request.destination.empty() && !request.population->keepsWeights) return answer;
        break;
    case Action::Send:
        answer.changed = store.send(request.jobs, request.destination);
        break;
    case Action::Move:
        answer.changed = store.move(request.jobs, request.place);
        break;
    case Action::Forget:
        // The store first: it says whether they may go. If we die in between, a rebuilt store has them again.
        answer.changed = store.forget(request.jobs.populations);
        for (const std::string& name : request.jobs.populations)
            spool.forget(name);
        return answer;
    case Action::Rename:
        rename(request, store, spool);
        return answer;
    case Action::Delete:
        remove(request, store, spool, answer);
        break; // wishes for its jobs go with them
    }
    spool.writeWishes(wishesOf(store));
    return answer;
}

std::optional<QueueAnswer> ask(const QueueRequest& request, const Spool& spool, double waitSeconds,
                               const std::function<bool()>& isStopped)
{
    using namespace std::chrono_literals;
    static std::atomic<std::int64_t> counter{0};
    const auto now = std::chrono::system_clock::now().time_since_epoch().count();
    const std::filesystem::path file =
        spool.requestFolder() / fmt::format("{}-{}-{}.json", now, getpid(), counter.fetch_add(1));
    spool.create();
    writeWhole(file, toJson(request).dump() + "\n");
    auto deadline = Clock::now() + std::chrono::duration<double>(waitSeconds);
    std::error_code ignored;
    while (true) {
        if (std::filesystem::exists(answerOf(file), ignored)) {
            const json value = parseJson(readWhole(answerOf(file)), answerOf(file).string());
            std::filesystem::remove(answerOf(file), ignored);
            return answerFromJson(value);
        }
        if (isStopped && isStopped()) takeBack(request, file);
        if (Clock::now() >= deadline) {
            if (std::filesystem::remove(file, ignored)) return std::nullopt;
            // Taken: its answer is on its way, however long that takes; only a dispatcher that died owes it.
            if (!std::filesystem::exists(takenOf(file), ignored) &&
                !std::filesystem::exists(answerOf(file), ignored))
                throwFailed(spool.root().string(), "lost a request");
            deadline = Clock::now() + 1s;
        }
        std::this_thread::sleep_for(20ms);
    }
}

QueueAnswer request(const QueueRequest& request, const std::filesystem::path& store, const Spool& spool,
                    const std::string& program, double waitSeconds, const std::function<bool()>& isStopped)
{
    requireNames(request); // before a store or a file of the request is made
    const auto deadline = Clock::now() + std::chrono::duration<double>(waitSeconds);
    while (true) {
        const auto holder = StoreLock::holder(store);
        if (!holder) {
            Store writer(store, program, 1);
            if (needsSpool(request.action)) spool.create();
            if (isSpool(spool.root())) claimSpool(writer, spool);
            return carryOut(request, writer, spool);
        }
        requireOwner(store, spool); // whoever works there would carry it out in another store
        // Short, so that a holder that dies meanwhile is noticed.
        if (const auto answer = ask(request, spool, 1, isStopped)) return *answer;
        if (Clock::now() >= deadline)
            throwFailed(store.string(),
                        "is being written by " + describe(*holder) + ", which does not answer");
    }
}

std::int64_t answerRequests(Store& store, const Spool& spool, LateAnswers& late)
{
    const std::vector<std::filesystem::path> requests = takeRequests(spool);
    const double now = steadySeconds();
    const bool isTimeForLateOnes = now >= late.nextTry;
    if (isTimeForLateOnes) late.nextTry = now + secondsBetweenTries;
    std::erase_if(late.texts, [&](const auto& each) { // somebody tidied up
        return !std::ranges::binary_search(requests, each.first);
    });
    std::int64_t answered = 0;
    for (const std::filesystem::path& file : requests) {
        const bool isLate = late.texts.contains(file);
        if (isLate && !isTimeForLateOnes) continue;
        if (!isLate) {
            std::error_code error;
            std::filesystem::rename(file, takenOf(file), error);
            if (!std::filesystem::exists(takenOf(file), error)) continue; // its author took it back
            late.texts[file] = answerTo(file, store, spool);
        }
        if (deliver(file, late, isLate)) ++answered;
    }
    return answered;
}

std::int64_t answerRequests(Store& store, const Spool& spool)
{
    LateAnswers late;
    return answerRequests(store, spool, late);
}

} // namespace regnet
