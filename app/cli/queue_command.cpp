// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/population_options.h"
#include "app/cli/queue_list.h"
#include "app/cli/requested.h"
#include "app/cli/tell.h"
#include "app/cli/training.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "core/slurm/site_profile.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <limits>
#include <memory>

namespace regnet::cli {
namespace {

/// A missing store is told, not made.
void requireStore(const std::filesystem::path& path)
{
    const StoreReader reader(path);
}

constexpr int exitStopped = 130;

struct QueueOptions
{
    StoreOptions places;
    std::vector<std::string> jobs; ///< names, or beginnings of names
    std::vector<std::string> populations;
    std::int64_t priority = 0;
    std::string before;      ///< for "move"
    std::string destination; ///< for "send"
    bool isFirst = false, isLast = false;
    bool isEverything = false;
    bool asJson = false;
    int workers = 0;
    std::string device = "cpu";
};

JobSelection selectionOf(const QueueOptions& options)
{
    JobSelection selection;
    selection.populations = options.populations;
    if (options.jobs.empty()) return selection;
    const StoreReader store(options.places.storePath());
    for (const std::string& job : options.jobs)
        selection.ids.push_back(fullName(store, job));
    return selection;
}

JobPlace placeOf(const QueueOptions& options)
{
    if (options.isLast) return {JobPlace::Where::Last, {}};
    if (options.before.empty()) return {JobPlace::Where::First, {}};
    return {JobPlace::Where::Before, fullName(StoreReader(options.places.storePath()), options.before)};
}

/// Those that a pause or a resumption would change.
std::vector<std::string> everyJob(const StoreReader& store, QueueRequest::Action action)
{
    JobFilter filter;
    filter.states = {JobState::Claimed, JobState::Running};
    filter.states.push_back(action == QueueRequest::Action::Pause ? JobState::Queued : JobState::Paused);
    std::vector<std::string> ids;
    for (const JobRecord& job : store.jobPage(filter, 0, std::numeric_limits<std::int64_t>::max()))
        ids.push_back(job.id);
    return ids;
}

void print(const QueueOptions& options, std::int64_t changed)
{
    if (options.asJson)
        fmt::print("{}\n", nlohmann::json{{"changed", changed}}.dump());
    else
        fmt::print("{} job{} changed\n", changed, changed == 1 ? "" : "s");
}

/// "local", or a profile that is there.
std::string destinationOf(const std::string& name)
{
    return name == "local" ? std::string() : profileNamed(name, profilesFile()).name;
}

void change(QueueRequest::Action action, const QueueOptions& options)
{
    const std::string name(nameOf(action));
    const bool isWholeQueue = action == QueueRequest::Action::Pause || action == QueueRequest::Action::Resume;
    if (!isWholeQueue && options.jobs.empty() && options.populations.empty() && !options.isEverything)
        throwBadInput("queue " + name, "names no job", "jobs, --population, or --all");
    const std::filesystem::path path = options.places.storePath();
    QueueRequest asked;
    asked.action = action;
    asked.jobs = selectionOf(options);
    asked.priority = options.priority;
    asked.place = placeOf(options);
    if (action == QueueRequest::Action::Send) asked.destination = destinationOf(options.destination);
    // "--all" means the jobs; without it pause and resume mean the queue, whose jobs keep their own pauses.
    if (isWholeQueue && options.isEverything && asked.jobs.isEverything()) {
        asked.jobs.ids = everyJob(StoreReader(path), action);
        if (asked.jobs.ids.empty()) return print(options, 0);
    }
    requireStore(path);
    const QueueAnswer answer =
        requested(asked, path, Spool(options.places.spoolPath()), "regnet queue " + name);
    if (isWholeQueue && asked.jobs.isEverything() && !options.asJson)
        fmt::print("the queue is {}\n", action == QueueRequest::Action::Pause ? "paused" : "running again");
    else
        print(options, answer.changed);
}

void addChange(Command queue, QueueRequest::Action action, const char* help)
{
    auto options = std::make_shared<QueueOptions>();
    const Command command = queue.subcommand(std::string(nameOf(action)), help);
    addStoreOptions(command, options->places);
    if (action == QueueRequest::Action::Priority)
        command.option("number", options->priority, "Higher goes first; 0 is usual").required();
    if (action == QueueRequest::Action::Send)
        command.option("place", options->destination, "local, or the name of a cluster's profile").required();
    if (action == QueueRequest::Action::Move) {
        const Command place = command.optionGroup("place", "Where they go");
        place.flag("--first", options->isFirst, "Before all others");
        place.flag("--last", options->isLast, "Behind all others");
        place.option("--before", options->before, "Before this job, with its priority");
        place.requireOption(1);
    }
    command.option("job", options->jobs, "Jobs, by the first characters of their names");
    command.option("--population", options->populations, "All jobs of a population");
    command.flag("--all", options->isEverything, "All jobs");
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options, action] { change(action, *options); });
}

nlohmann::ordered_json countsAsJson(const StoreReader& store)
{
    const JobCounts counts = store.counts();
    nlohmann::ordered_json json;
    for (const JobState state : allJobStates)
        json[std::string(nameOf(state))] = counts.of(state);
    return json;
}

void addRun(Command queue)
{
    auto options = std::make_shared<QueueOptions>();
    const Command command = queue.subcommand("run", "Work off all that is queued");
    addStoreOptions(command, options->places);
    command.option("--workers", options->workers, "Trainings at the same time; 0 = one a core")
        .range(0, 1024);
    command.option("--device", options->device, deviceHelp).showDefault();
    command.flag("--json", options->asJson, "Print the counts at the end as one JSON object");
    command.callback([options] {
        requireStore(options->places.storePath());
        TrainingOptions training;
        training.places = options->places;
        training.workers = options->workers;
        training.device = options->device;
        training.program = "regnet queue run";
        const TrainingEnd end = workOff(training);
        if (options->asJson)
            fmt::print("{}\n", countsAsJson(StoreReader(options->places.storePath())).dump());
        if (end == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

struct AddOptions
{
    PopulationOptions population;
    bool asJson = false;
};

void add(const AddOptions& options)
{
    const std::vector<PopulationSpec> populations = populationsOf(options.population);
    const Budget budget = budgetOf(options.population, populations, 0, "cpu");
    if (!options.asJson)
        for (const std::string& line : describe(budget))
            tell(stderr, "{}\n", line);
    Addition total;
    const StoreOptions& places = options.population.places;
    const auto send = [&](const PopulationSpec& population) {
        return requested(adding(population), places.storePath(), Spool(places.spoolPath()),
                         "regnet queue add")
            .addition;
    };
    for (const PopulationSpec& population : populations) {
        const Addition one = send(population);
        total.jobsNew += one.jobsNew;
        total.jobsKnown += one.jobsKnown;
        total.weightsGone += one.weightsGone;
    }
    if (populations.size() > 1)
        send(populations.front()); // of several seeds the first is the one that figures show
    if (options.asJson)
        fmt::print("{}\n", nlohmann::ordered_json{{"queued", total.jobsNew},
                                                  {"known", total.jobsKnown},
                                                  {"weights_gone", total.weightsGone},
                                                  {"plan", toJson(budget)}}
                               .dump());
    else
        fmt::print("{} queued, {} there already\n", total.jobsNew, total.jobsKnown);
    if (!options.asJson && total.weightsGone > 0) fmt::print("{}\n", weightsGoneSentence(total.weightsGone));
}

void addAdd(Command queue)
{
    auto options = std::make_shared<AddOptions>();
    const Command command = queue.subcommand("add", "Queue the trainings of a population");
    addPopulationOptions(command, options->population);
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { add(*options); });
}

} // namespace

void addQueueCommand(Command app)
{
    using Action = QueueRequest::Action;
    const Command queue = app.subcommand("queue", "What is waiting, running and done");
    queue.requireSubcommand(1);
    addQueueList(queue);
    addQueueShow(queue);
    addAdd(queue);
    addChange(queue, Action::Pause, "Stop jobs at a checkpoint, or the whole queue");
    addChange(queue, Action::Resume, "Let paused jobs, or the whole queue, go on");
    addChange(queue, Action::Cancel, "Give jobs up; what is done stays");
    addChange(queue, Action::Retry,
              "Queue failed, diverged or cancelled jobs again, and done ones without a result");
    addChange(queue, Action::Priority, "Let jobs go before or behind others");
    addChange(queue, Action::Move, "Put waiting jobs to another place in the queue");
    addChange(queue, Action::Send, "Let jobs run on this machine, or on a cluster");
    addRun(queue);
}

} // namespace regnet::cli
