// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queue_list.h"
#include "app/cli/command_line.h"

#include "app/cli/json_line.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/network/network_json.h"
#include "core/problem.h"
#include "core/queue/job_history.h"
#include "core/queue/progress.h"
#include "core/queue/repair.h"
#include "core/system/clock.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <memory>

namespace regnet::cli {
namespace {

struct ListOptions
{
    StoreOptions places;
    std::string population;
    std::vector<std::string> states;
    std::string text;
    std::int64_t limit = -1;
    std::int64_t offset = 0;
    bool asJson = false;
};

struct ShowOptions
{
    StoreOptions places;
    std::string job;
    bool asJson = false;
};

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

std::optional<double> known(double value)
{
    return value < 0 ? std::nullopt : std::optional(value);
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
    json["deaths"] = job.kills;
    json["epochs"] = job.epochs;
    json["epochs_done"] = job.epochsDone;
    json["flops"] = job.flops;
    json["error"] = orNull(known(job.bestTestError));
    json["last_error"] = orNull(known(job.lastTestError));
    json["train_seconds"] = job.trainSeconds;
    json["seconds_an_epoch"] = orNull(secondsAnEpoch(job));
    json["seconds_left"] = orNull(secondsLeft(job, unixNow()));
    json["device"] = job.device;
    json["counts_agree"] = job.countsAgree ? nlohmann::json(*job.countsAgree) : nlohmann::json();
    json["message"] = job.message;
    return json;
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

void printJobs(const std::vector<JobRecord>& jobs)
{
    Table table({"job", "state", "epoch", "error %", "flops", "trained", "left", "attempt", "device", "why"});
    for (const JobRecord& job : jobs) {
        const auto left = secondsLeft(job, unixNow());
        table.add({job.id.substr(0, 8), std::string(nameOf(job.state)),
                   fmt::format("{}/{}", job.epochsDone, job.epochs),
                   fixed(known(job.bestTestError >= 0 ? job.bestTestError : job.lastTestError), 2),
                   readableCount(static_cast<double>(job.flops)), readableDuration(job.trainSeconds),
                   left ? readableDuration(*left) : "-", std::to_string(job.attempt),
                   job.device.empty() ? "-" : job.device.substr(0, 12), firstLine(job.message)});
    }
    fmt::print("{}", table.text());
}

JobState stateNamed(const std::string& name)
{
    if (const auto state = jobStateOf(name)) return *state;
    std::string names;
    for (const JobState each : allJobStates)
        names += (names.empty() ? "" : ", ") + std::string(nameOf(each));
    throwBadInput("--state", "is \"" + name + "\"", "one of " + names);
}

void list(const ListOptions& options)
{
    JobFilter filter;
    for (const std::string& name : options.states)
        filter.states.push_back(stateNamed(name));
    filter.population = options.population;
    filter.text = options.text;
    const StoreReader store(options.places.storePath());
    if (const auto problem = problemOfEmptiness(store, Spool(options.places.shownSpoolPath())))
        throw Error(*problem);
    JobSelection selection;
    if (!options.population.empty()) {
        store.trainings(options.population); // throws for a name that is not there
        selection.populations = {options.population};
    }
    const std::int64_t limit = options.limit < 0 ? std::numeric_limits<std::int64_t>::max() : options.limit;
    const std::vector<JobRecord> jobs = store.jobPage(filter, options.offset, limit);
    if (options.asJson) {
        nlohmann::ordered_json json;
        json["is_paused"] = store.isQueuePaused();
        json["total"] = store.jobCount(filter);
        json["jobs"] = nlohmann::ordered_json::array();
        for (const JobRecord& job : jobs)
            json["jobs"].push_back(toJson(job));
        fmt::print("{}\n", jsonLine(json));
        return;
    }
    if (!jobs.empty()) printJobs(jobs);
    QueueProgress progress;
    progress.jobs = store.counts(selection);
    tell("{}{}\n", describe(progress), store.isQueuePaused() ? "; the queue is paused" : "");
}

nlohmann::ordered_json toJson(const StartedEvent& started)
{
    nlohmann::ordered_json json{{"torch_version", started.torchVersion},
                                {"device", started.device},
                                {"revision", started.revision},
                                {"threads", started.threads},
                                {"flops", started.flops},
                                {"params", started.params},
                                {"activations", started.activations},
                                {"first_epoch", started.firstEpoch}};
    json["counts_agree"] = started.countsAgree ? nlohmann::json(*started.countsAgree) : nlohmann::json();
    for (const auto& [name, value] : started.manifest)
        json[name] = value;
    return json;
}

nlohmann::ordered_json toJson(const JobHistory& history)
{
    nlohmann::ordered_json json = toJson(history.job);
    json["network_spec"] = regnet::toJson(history.spec.network);
    json["recipe_spec"] = regnet::toJson(history.spec.recipe);
    json["data_set_spec"] = regnet::toJson(history.spec.dataSet);
    json["populations"] = history.populations;
    json["manifest"] =
        history.started ? nlohmann::ordered_json(toJson(*history.started)) : nlohmann::ordered_json();
    json["weights"] = nlohmann::ordered_json::array();
    for (const auto& file : history.weights)
        json["weights"].push_back(file.string());
    json["attempts"] = nlohmann::ordered_json::array();
    for (const AttemptHistory& attempt : history.attempts) {
        nlohmann::ordered_json one{{"attempt", attempt.attempt}};
        one["process"] = attempt.process ? nlohmann::json(attempt.process->pid) : nlohmann::json();
        one["end"] = attempt.end ? nlohmann::json(nameOf(attempt.end->state)) : nlohmann::json();
        if (attempt.end && attempt.end->exitCode) one["exit_code"] = *attempt.end->exitCode;
        if (attempt.end && attempt.end->signal) one["signal"] = *attempt.end->signal;
        if (attempt.end) one["message"] = attempt.end->message;
        if (attempt.end && !attempt.end->beforeRetry.empty()) one["before_retry"] = attempt.end->beforeRetry;
        json["attempts"].push_back(std::move(one));
    }
    json["curve"] = nlohmann::ordered_json::array();
    for (const EpochRecord& epoch : history.epochs)
        json["curve"].push_back(nlohmann::ordered_json(
            regnet::toJson(LoggedEvent{epoch.sequence, epoch.unixSeconds, epoch.values})));
    json["log_tail"] = history.logTail;
    return json;
}

std::string endOf(const AttemptHistory& attempt)
{
    if (!attempt.end) return "no word of its end yet";
    std::string text(nameOf(attempt.end->state));
    if (attempt.end->exitCode) text += fmt::format(", exit code {}", *attempt.end->exitCode);
    if (attempt.end->signal) text += fmt::format(", signal {}", *attempt.end->signal);
    if (!attempt.end->message.empty()) text += ": " + firstLine(attempt.end->message);
    if (!attempt.end->beforeRetry.empty())
        text += "; tried again after " + firstLine(attempt.end->beforeRetry);
    return text;
}

void print(const JobHistory& history)
{
    const JobRecord& job = history.job;
    tell("job         {}\nstate       {}{}\n", job.id, nameOf(job.state),
         job.wanted ? fmt::format(" ({} wanted)", nameOf(*job.wanted)) : "");
    if (!job.message.empty()) tell("why         {}\n", firstLine(job.message));
    tell("network     {} ({} multiply-adds)\nrecipe      {}, {} epochs\ndata set    {}\nseed        {}\n",
         job.networkHash, readableCount(static_cast<double>(job.flops)), job.recipe, job.epochs, job.dataSet,
         job.seed);
    for (const std::string& name : history.populations)
        tell("population  {}\n", name);
    tell("epochs      {} of {}", job.epochsDone, job.epochs);
    if (const auto epoch = secondsAnEpoch(job)) tell(", {:.3g} s each", *epoch);
    if (const auto left = secondsLeft(job, unixNow())) tell(", {} left", readableDuration(*left));
    fmt::print("\n");
    if (history.result) {
        tell("error       {:.2f} % at best, {:.2f} % at the end\n", history.result->values.bestTestError,
             history.result->values.lastTestError);
    }
    if (const std::string counts = countsSentence(history); !counts.empty())
        tell("{} {}\n", history.started->countsAgree == true ? "counts     " : "MISMATCH   ", counts);
    for (const auto& file : history.weights)
        tell("weights     {}\n", file.string());
    if (history.started) {
        const nlohmann::ordered_json manifest = toJson(*history.started);
        for (const auto& [name, value] : manifest.items())
            tell("  {:<18}{}\n", name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    for (const AttemptHistory& attempt : history.attempts)
        tell("attempt {:<3} {}\n", attempt.attempt, endOf(attempt));
    if (!history.logTail.empty())
        fmt::print("\nthe last lines of its worker:\n{}\n", printableLines(history.logTail));
}

void show(const ShowOptions& options)
{
    const StoreReader store(options.places.storePath());
    const JobHistory history =
        historyOf(store, Spool(options.places.shownSpoolPath()), fullName(store, options.job));
    if (options.asJson)
        fmt::print("{}\n", jsonLine(toJson(history)));
    else
        print(history);
}

} // namespace

std::string fullName(const StoreReader& store, const std::string& beginning)
{
    const std::vector<std::string> found = store.jobsNamed(beginning, 2);
    if (found.empty())
        throwBadInput(store.path().string(), fmt::format("has no job \"{}\"", beginning),
                      "one that \"regnet queue list\" shows");
    if (found.size() > 1)
        throwBadInput(store.path().string(), fmt::format("has several jobs \"{}…\"", beginning),
                      "more characters of the name");
    return found.front();
}

void addQueueList(Command queue)
{
    auto options = std::make_shared<ListOptions>();
    const Command command = queue.subcommand("list", "Jobs with state, progress, time left and error");
    addStoreOptions(command, options->places);
    command.option("--population", options->population, "Only the jobs of a population");
    command.list("--state", options->states, "Only jobs in these states: failed,diverged");
    command.option("--find", options->text, "Only jobs whose name, or whose network's hash, begins so");
    command.option("--limit", options->limit, "At most so many").atLeastZero();
    command.option("--offset", options->offset, "Leave out the first ones").atLeastZero();
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { list(*options); });
}

void addQueueShow(Command queue)
{
    auto options = std::make_shared<ShowOptions>();
    const Command command = queue.subcommand(
        "show", "All about one job: its attempts, what it ran with, its worker's last lines");
    addStoreOptions(command, options->places);
    command.option("job", options->job, "The job, by the first characters of its name").required();
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { show(*options); });
}

} // namespace regnet::cli
