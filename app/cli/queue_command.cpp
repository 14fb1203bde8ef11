// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/population_options.h"
#include "app/cli/table.h"
#include "app/cli/training.h"
#include "core/problem.h"
#include "core/queue/progress.h"
#include "core/queue/request.h"
#include "core/store/store.h"
#include "core/text/readable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
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
    std::string state;
    std::int64_t priority = 0;
    bool isEverything = false;
    bool asJson = false;
    int workers = 0;
    std::string device = "cpu";
};

/// People type the first characters that the list shows.
std::string fullName(const StoreReader& store, const std::string& beginning)
{
    std::vector<std::string> found;
    for (const JobRecord& job : store.jobs())
        if (job.id.starts_with(beginning)) found.push_back(job.id);
    if (found.empty())
        throwBadInput(store.path().string(), fmt::format("has no job \"{}\"", beginning),
                      "one that \"regnet queue list\" shows");
    if (found.size() > 1)
        throwBadInput(store.path().string(), fmt::format("has {} jobs \"{}…\"", found.size(), beginning),
                      "more characters of the name");
    return found.front();
}

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

nlohmann::ordered_json toJson(const JobRecord& job)
{
    nlohmann::ordered_json json;
    json["id"] = job.id;
    json["state"] = nameOf(job.state);
    json["wanted"] = job.wanted ? nlohmann::json(nameOf(*job.wanted)) : nlohmann::json();
    json["network"] = job.networkHash;
    json["recipe"] = job.recipe;
    json["data_set"] = job.dataSet;
    json["seed"] = job.seed;
    json["priority"] = job.priority;
    json["attempt"] = job.attempt;
    json["epochs"] = job.epochs;
    json["epochs_done"] = job.epochsDone;
    json["flops"] = job.flops;
    json["error"] = job.bestTestError < 0 ? nlohmann::json() : nlohmann::json(job.bestTestError);
    json["train_seconds"] = job.trainSeconds;
    json["device"] = job.device;
    json["message"] = job.message;
    return json;
}

std::optional<double> known(double value)
{
    return value < 0 ? std::nullopt : std::optional(value);
}

void printJobs(const std::vector<JobRecord>& jobs)
{
    Table table({"job", "state", "epoch", "error %", "flops", "trained", "attempt", "why"});
    for (const JobRecord& job : jobs)
        table.add({job.id.substr(0, 8), std::string(nameOf(job.state)),
                   fmt::format("{}/{}", job.epochsDone, job.epochs),
                   fixed(known(job.bestTestError >= 0 ? job.bestTestError : job.lastTestError), 2),
                   readableCount(static_cast<double>(job.flops)), readableDuration(job.trainSeconds),
                   std::to_string(job.attempt), job.message.substr(0, job.message.find('\n'))});
    fmt::print("{}", table.text());
}

void list(const QueueOptions& options)
{
    std::optional<JobState> state;
    if (!options.state.empty()) {
        state = jobStateOf(options.state);
        if (!state) {
            std::string names;
            for (const JobState each : allJobStates)
                names += (names.empty() ? "" : ", ") + std::string(nameOf(each));
            throwBadInput("--state", "is \"" + options.state + "\"", "one of " + names);
        }
    }
    const StoreReader store(options.places.storePath());
    std::vector<JobRecord> jobs = store.jobs({{}, options.populations});
    if (state) std::erase_if(jobs, [&](const JobRecord& job) { return job.state != *state; });
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["is_paused"] = store.isQueuePaused();
        json["jobs"] = nlohmann::ordered_json::array();
        for (const JobRecord& job : jobs)
            json["jobs"].push_back(toJson(job));
        fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return;
    }
    if (!jobs.empty()) printJobs(jobs);
    const JobCounts counts = store.counts({{}, options.populations});
    QueueProgress progress;
    progress.jobs = counts;
    fmt::print("{}{}\n", describe(progress), store.isQueuePaused() ? "; the queue is paused" : "");
}

void change(QueueRequest::Action action, const QueueOptions& options)
{
    const std::string name(nameOf(action));
    const bool isWholeQueue = action == QueueRequest::Action::Pause || action == QueueRequest::Action::Resume;
    if (!isWholeQueue && options.jobs.empty() && options.populations.empty() && !options.isEverything)
        throwBadInput("queue " + name, "names no job", "jobs, --population, or --all");
    QueueRequest asked;
    asked.action = action;
    asked.jobs = selectionOf(options);
    asked.priority = options.priority;
    const std::filesystem::path path = options.places.storePath();
    requireStore(path);
    const QueueAnswer answer =
        request(asked, path, Spool(options.places.spoolPath()), "regnet queue " + name);
    if (isWholeQueue && asked.jobs.isEverything())
        fmt::print("the queue is {}\n", action == QueueRequest::Action::Pause ? "paused" : "running again");
    else
        fmt::print("{} job{} changed\n", answer.changed, answer.changed == 1 ? "" : "s");
}

void addChange(CLI::App& queue, QueueRequest::Action action, const char* help)
{
    auto options = std::make_shared<QueueOptions>();
    CLI::App* command = queue.add_subcommand(std::string(nameOf(action)), help);
    addStoreOptions(*command, options->places);
    if (action == QueueRequest::Action::Priority)
        command->add_option("number", options->priority, "Higher goes first; 0 is usual")->required();
    command->add_option("job", options->jobs, "Jobs, by the first characters of their names");
    command->add_option("--population", options->populations, "All jobs of a population");
    command->add_flag("--all", options->isEverything, "All jobs");
    command->callback([options, action] { change(action, *options); });
}

void addList(CLI::App& queue)
{
    auto options = std::make_shared<QueueOptions>();
    CLI::App* command = queue.add_subcommand("list", "All jobs with state, progress and error");
    addStoreOptions(*command, options->places);
    command->add_option("--population", options->populations, "Only the jobs of a population");
    command->add_option("--state", options->state, "Only jobs in this state");
    command->add_flag("--json", options->asJson, "Print one JSON object");
    command->callback([options] { list(*options); });
}

void addRun(CLI::App& queue)
{
    auto options = std::make_shared<QueueOptions>();
    CLI::App* command = queue.add_subcommand("run", "Work off all that is queued");
    addStoreOptions(*command, options->places);
    command->add_option("--workers", options->workers, "Trainings at the same time; 0 = one a core")
        ->check(CLI::Range(0, 1024));
    command->add_option("--device", options->device, "cpu, or cuda:0 and so on")->capture_default_str();
    command->callback([options] {
        requireStore(options->places.storePath());
        TrainingOptions training;
        training.places = options->places;
        training.workers = options->workers;
        training.device = options->device;
        training.program = "regnet queue run";
        if (workOff(training) == TrainingEnd::Stopped) std::exit(exitStopped);
    });
}

void addAdd(CLI::App& queue)
{
    auto options = std::make_shared<PopulationOptions>();
    CLI::App* command = queue.add_subcommand("add", "Queue the trainings of a population");
    addPopulationOptions(*command, *options);
    command->callback([options] {
        QueueRequest asked;
        asked.action = QueueRequest::Action::Add;
        asked.population = populationOf(options->order, options->places.storePath());
        const QueueAnswer answer = request(asked, options->places.storePath(),
                                           Spool(options->places.spoolPath()), "regnet queue add");
        fmt::print("{} queued, {} there already\n", answer.addition.jobsNew, answer.addition.jobsKnown);
    });
}

} // namespace

void addQueueCommand(CLI::App& app)
{
    using Action = QueueRequest::Action;
    CLI::App* queue = app.add_subcommand("queue", "What is waiting, running and done");
    queue->require_subcommand(1);
    addList(*queue);
    addAdd(*queue);
    addChange(*queue, Action::Pause, "Stop jobs at a checkpoint, or the whole queue");
    addChange(*queue, Action::Resume, "Let paused jobs, or the whole queue, go on");
    addChange(*queue, Action::Cancel, "Give jobs up; what is done stays");
    addChange(*queue, Action::Retry, "Queue failed, diverged or cancelled jobs again");
    addChange(*queue, Action::Priority, "Let jobs go before or behind others");
    addRun(*queue);
}

} // namespace regnet::cli
