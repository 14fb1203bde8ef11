// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/slurm_command.h"
#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/population_options.h"
#include "app/cli/queue_list.h"
#include "app/cli/requested.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/problem.h"
#include "core/queue/request.h"
#include "core/queue/spool_owner.h"
#include "core/slurm/array_overview.h"
#include "core/slurm/cluster_order.h"
#include "core/slurm/result_folder.h"
#include "core/slurm/slurm_executor.h"
#include "core/slurm/slurm_meter.h"
#include "core/system/clock.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

namespace regnet::cli {
namespace {

using namespace std::chrono_literals;

struct SubmitOptions
{
    PopulationOptions population;
    std::string profile;
    std::int64_t first = 0; ///< only so many of those that have not begun
    std::string out;        ///< generate only, into this folder
    bool onlyPlans = false;
    bool takesSpoolOver = false;
    bool asJson = false;
};

struct CollectOptions
{
    StoreOptions places;
    std::vector<std::string> folders;
    bool waits = false;
    bool takesSpoolOver = false;
    bool asJson = false;
};

struct CancelOptions
{
    StoreOptions places;
    std::vector<std::string> arrays; ///< Slurm's numbers, or tokens
    std::vector<std::string> jobs;
    bool isEverything = false;
};

/// A dispatcher without workers of its own: only clusters are looked after.
class ClusterDispatcher
{
public:
    /// Until when it goes on: another try is made, and promised, by who goes on to the end only.
    enum class Goes { UntilItIsDone, OnceThrough };

    ClusterDispatcher(Store& store, const Spool& spool, bool takesSpoolOver, Goes goes = Goes::OnceThrough)
        : m_remote(std::make_shared<SlurmExecutor>(store, spool, settings(takesSpoolOver, goes)))
    {
        Recovery recovery; // workers of this machine are left to who started them
        m_remote->recover(recovery);
    }

    /// Steps until `isDone` says so.
    template <typename Condition>
    void stepUntil(bool takesMore, const Condition& isDone)
    {
        do {
            StepReport step;
            m_remote->step(step, takesMore);
            for (const std::string& sentence : step.news)
                tell(stderr, "{}\n", sentence);
            std::this_thread::sleep_for(20ms);
        } while (!isDone(*m_remote));
        tellUnanswered();
    }

private:
    /// Who ends now waits for the commands that run: most have answered in a moment, the others are named.
    void tellUnanswered() const
    {
        const auto end = std::chrono::steady_clock::now() + 1s;
        std::vector<std::string> commands = m_remote->unanswered();
        while (!commands.empty() && std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(20ms);
            commands = m_remote->unanswered();
        }
        for (const std::string& command : commands)
            tell(stderr, "waiting for an answer: {}\n", command);
    }

    static SlurmSettings settings(bool takesSpoolOver, Goes goes)
    {
        SlurmSettings settings;
        settings.triesAgain = goes == Goes::UntilItIsDone;
        settings.takesSpoolOver = takesSpoolOver;
        return settings;
    }

    std::shared_ptr<SlurmExecutor> m_remote;
};

/// GPU-hours where the profile has GPUs, else core-hours; nothing where no training was ever timed.
std::string priceOf(const Budget& budget, const SiteProfile& profile)
{
    return describePrice(priceOn(profile, budget), profile);
}

std::vector<std::string> firstJobs(const StoreReader& store, const std::string& population, std::int64_t n)
{
    JobFilter filter;
    filter.states = {JobState::Queued, JobState::Paused};
    filter.population = population;
    std::vector<std::string> ids = store.jobNames(filter);
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(n)));
    return ids;
}

/// Puts the jobs into the queue, with the cluster as their place. Where only a part is meant, the others wait
/// for this machine.
Addition queueThem(const SubmitOptions& options, const std::vector<PopulationSpec>& populations)
{
    const StoreOptions& places = options.population.places;
    const Spool spool(places.spoolPath());
    Addition total;
    for (const PopulationSpec& population : populations) {
        QueueRequest asked = adding(population);
        if (options.first == 0) asked.destination = options.profile;
        const Addition one = requested(asked, places.storePath(), spool, "regnet slurm submit").addition;
        total.jobsNew += one.jobsNew;
        total.jobsKnown += one.jobsKnown;
    }
    QueueRequest sending;
    sending.action = QueueRequest::Action::Send;
    sending.destination = options.profile;
    if (options.first > 0)
        sending.jobs.ids =
            firstJobs(StoreReader(places.storePath()), populations.front().name, options.first);
    else
        sending.jobs.populations = {populations.front().name};
    if (options.first == 0 || !sending.jobs.ids.empty())
        requested(sending, places.storePath(), spool, "regnet slurm submit");
    return total;
}

void printArrays(const StoreReader& store, const std::string& profile)
{
    for (const ArrayRecord& array : store.arrays(true))
        if (array.place == profile && !array.name.empty())
            tell("array {} on \"{}\": {} task{}\n", array.name, profile, array.tasks,
                 array.tasks == 1 ? "" : "s");
}

/// A submission that ended with jobs still waiting for the cluster has not done what it was asked for.
void requireSubmitted(const StoreReader& store, const SubmitOptions& options,
                      const std::vector<PopulationSpec>& populations)
{
    JobSelection asked;
    for (const PopulationSpec& population : populations)
        asked.populations.push_back(population.name);
    const std::vector<JobRecord> jobs = store.jobs(asked);
    const auto left = std::count_if(jobs.begin(), jobs.end(), [&](const JobRecord& job) {
        return job.state == JobState::Queued && job.place == options.profile;
    });
    if (left > 0)
        throwFailed(fmt::format("profile \"{}\"", options.profile),
                    fmt::format("{} job{} could not be submitted and wait{}; run this command again, or "
                                "\"regnet slurm collect --wait\", which submits them when it can",
                                left, left == 1 ? "" : "s", left == 1 ? "s" : ""));
}

void generate(const SubmitOptions& options, Store& store, const Spool& spool)
{
    const std::vector<std::string> tokens =
        generateArrays(store, spool, profileNamed(options.profile, profilesFile()));
    for (const std::string& token : tokens)
        exportSubmission(spool, token, options.out);
    tellGenerated(tokens, options.out);
}

void submit(const SubmitOptions& options)
{
    const SiteProfile profile = profileNamed(options.profile, profilesFile());
    const std::vector<PopulationSpec> populations = populationsOf(options.population);
    // What a processor needs says nothing about a GPU.
    const Budget budget = budgetOf(options.population, populations, 1, profile.gpus > 0 ? "cuda:0" : "cpu");
    const std::string price = priceOf(budget, profile);
    if (options.onlyPlans) {
        if (options.asJson)
            fmt::print("{}\n", toJson(priceOn(profile, budget)).dump());
        else
            fmt::print("{}\n", price);
        return;
    }
    fmt::print(stderr, "{}\n", price);
    const Addition total = queueThem(options, populations);
    tell(stderr, "{} queued for \"{}\", {} there already\n", total.jobsNew, options.profile, total.jobsKnown);
    const StoreOptions& places = options.population.places;
    if (const auto holder = StoreLock::holder(places.storePath())) {
        if (!options.out.empty())
            throwFailed(places.storePath().string(),
                        "is being written by " + describe(*holder) + ", which submits by itself");
        tell("{} submits them\n", describe(*holder));
        return;
    }
    Store store(places.storePath(), "regnet slurm submit", 5);
    const Spool spool(places.spoolPath());
    spool.create();
    claimSpool(store, spool); // before it is noted as this store's
    if (!places.spool.empty()) store.setSetting("spool", spool.root().string());
    if (!options.out.empty()) return generate(options, store, spool);
    ClusterDispatcher dispatcher(store, spool, options.takesSpoolOver);
    dispatcher.stepUntil(true, [](const SlurmExecutor& remote) { return remote.hasSent(); });
    printArrays(store, options.profile);
    const SlurmMeter meter = readMeter(store, options.profile);
    if (!meter.held.empty()) throwFailed("nothing more was submitted", meter.held);
    requireSubmitted(store, options, populations);
}

void addSubmit(Command slurm)
{
    auto options = std::make_shared<SubmitOptions>();
    const Command command =
        slurm.subcommand("submit", "Queue the trainings of a population for a cluster, and submit");
    addPopulationOptions(command, options->population);
    command.option("--profile", options->profile, "How the cluster is used: \"regnet slurm profile\"")
        .required();
    command.option("--first", options->first, "Only so many of them; the others stay for this machine")
        .range(1, 100'000'000);
    command.option("--out", options->out, "Submit nothing: write scripts and files into this folder");
    command.flag("--plan", options->onlyPlans, "Only say what it would cost");
    command.flag("--take-over", options->takesSpoolOver,
                 "Although another dispatcher seems to work on the spool");
    command.flag("--json", options->asJson, "Print the plan as one JSON object");
    command.callback([options] { submit(*options); });
}

nlohmann::ordered_json toJson(const ArrayOverview& one)
{
    nlohmann::ordered_json states = nlohmann::ordered_json::object();
    for (const auto& [state, count] : one.states)
        states[state] = count;
    return {{"array", one.array.name},
            {"token", one.array.token},
            {"profile", one.array.place},
            {"state", one.stateText},
            {"tasks", one.array.tasks},
            {"jobs", one.jobs},
            {"jobs_per_task", one.array.jobsPerTask},
            {"restarts", one.restarts},
            {"states", states},
            {"message", one.array.message}};
}

void status(const StoreOptions& places, bool onlyOpen, bool asJson)
{
    const StoreReader store(places.storePath());
    const std::vector<ArrayOverview> arrays = overviewOf(store, onlyOpen);
    std::map<std::string, SlurmMeter> meters;
    for (const ArrayOverview& one : arrays)
        meters[one.array.place] = readMeter(store, one.array.place);
    if (asJson) {
        nlohmann::ordered_json json{{"arrays", nlohmann::ordered_json::array()},
                                    {"controllers", nlohmann::ordered_json::object()}};
        for (const ArrayOverview& one : arrays)
            json["arrays"].push_back(toJson(one));
        for (const auto& [place, meter] : meters)
            json["controllers"][place] = {{"calls_last_hour", meter.lastHour},
                                          {"calls", meter.total},
                                          {"asked_at", meter.askedAt},
                                          {"ask_seconds", meter.askSeconds},
                                          {"held", meter.held}};
        fmt::print("{}\n", json.dump());
        return;
    }
    Table table({"array", "profile", "state", "tasks", "jobs", "restarts", ""});
    for (const ArrayOverview& one : arrays) {
        std::string states;
        for (const auto& [state, count] : one.states)
            states += fmt::format("{}{} {}", states.empty() ? "" : ", ", count, state);
        table.add({one.array.name.empty() ? one.array.token : one.array.name, one.array.place, one.stateText,
                   std::to_string(one.array.tasks), std::to_string(one.jobs), std::to_string(one.restarts),
                   states});
    }
    fmt::print("{}", table.text());
    for (const auto& [place, meter] : meters)
        tell("{}\n", describeMeter(place, meter, unixNow()));
}

void addStatus(Command slurm)
{
    auto places = std::make_shared<StoreOptions>();
    auto isAll = std::make_shared<bool>(false), asJson = std::make_shared<bool>(false);
    const Command command = slurm.subcommand("status", "Job arrays, and how often the controller was asked");
    addStoreOptions(command, *places);
    command.flag("--all", *isAll, "Those that are over, too");
    command.flag("--json", *asJson, "Print one JSON object");
    command.callback([=] { status(*places, !*isAll, *asJson); });
}

void collect(const CollectOptions& options)
{
    const std::filesystem::path path = options.places.storePath();
    const StoreReader reader(path); // a missing store is told, not made
    const Spool spool(options.places.spoolPath());
    if (const auto problem = problemOfOwner(reader, spool)) throw Error(*problem);
    for (const std::string& folder : options.folders) {
        const ImportReport imported = importResults(spool, folder);
        tell(stderr, "{}: {} files of {} arrays\n", folder, imported.files, imported.arrays);
    }
    if (const auto holder = StoreLock::holder(path)) {
        tell("{} collects by itself\n", describe(*holder));
        return;
    }
    Store store(path, "regnet slurm collect", 5);
    const JobCounts before = store.counts();
    using Goes = ClusterDispatcher::Goes;
    ClusterDispatcher dispatcher(store, spool, options.takesSpoolOver,
                                 options.waits ? Goes::UntilItIsDone : Goes::OnceThrough);
    if (options.waits)
        tell(stderr, "waiting for {} open job{}; \"regnet slurm status\" shows where they are\n",
             before.open(), before.open() == 1 ? "" : "s");
    const auto end = std::chrono::steady_clock::now() + 2s;
    dispatcher.stepUntil(options.waits, [&](const SlurmExecutor& remote) {
        return !remote.isBusy() ||
               (!options.waits && remote.hasLookedAtAll() && std::chrono::steady_clock::now() > end);
    });
    const JobCounts after = store.counts();
    if (options.asJson)
        fmt::print("{}\n",
                   nlohmann::ordered_json{{"done", after.of(JobState::Done) - before.of(JobState::Done)},
                                          {"failed", after.failures() - before.failures()},
                                          {"open", after.open()}}
                       .dump());
    else
        fmt::print("{} done, {} failed, {} still open\n",
                   after.of(JobState::Done) - before.of(JobState::Done), after.failures() - before.failures(),
                   after.open());
}

void addCollect(Command slurm)
{
    auto options = std::make_shared<CollectOptions>();
    const Command command = slurm.subcommand("collect", "Bring what the tasks have done into the store");
    addStoreOptions(command, options->places);
    command.option("--from", options->folders,
                   "First bring in a folder that \"submit --out\" made and that came back");
    command.flag("--wait", options->waits, "Go on until nothing is left, and submit what is queued");
    command.flag("--take-over", options->takesSpoolOver,
                 "Although another dispatcher seems to work on the spool");
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { collect(*options); });
}

JobSelection selectionOf(const CancelOptions& options, const StoreReader& store)
{
    JobSelection selection;
    for (const std::string& job : options.jobs)
        selection.ids.push_back(fullName(store, job));
    for (const ArrayRecord& array : store.arrays(true)) {
        const bool isMeant = options.isEverything ||
                             std::any_of(options.arrays.begin(), options.arrays.end(), [&](const auto& name) {
                                 return name == array.name || name == array.token;
                             });
        if (!isMeant) continue;
        for (std::string& id : activeJobsOf(store, array.token).ids)
            selection.ids.push_back(std::move(id));
    }
    return selection;
}

void cancel(const CancelOptions& options)
{
    if (options.arrays.empty() && options.jobs.empty() && !options.isEverything)
        throwBadInput("slurm cancel", "names no array",
                      "arrays as \"regnet slurm status\" lists them, --job, or --all");
    const std::filesystem::path path = options.places.storePath();
    const Spool spool(options.places.spoolPath());
    QueueRequest asked;
    asked.action = QueueRequest::Action::Cancel;
    {
        const StoreReader store(path);
        for (const std::string& name : options.arrays) {
            const std::vector<ArrayRecord> open = store.arrays(true);
            if (std::none_of(open.begin(), open.end(), [&](const ArrayRecord& array) {
                    return name == array.name || name == array.token;
                }))
                throwBadInput("array " + name, "is not there, or over",
                              "one that \"regnet slurm status\" lists");
        }
        asked.jobs = selectionOf(options, store);
    }
    if (asked.jobs.ids.empty()) return fmt::print("0 jobs changed\n");
    const QueueAnswer answer = requested(asked, path, spool, "regnet slurm cancel");
    if (!StoreLock::holder(path)) { // nobody else tells the cluster
        Store store(path, "regnet slurm cancel", 5);
        ClusterDispatcher dispatcher(store, spool, false);
        const auto end = std::chrono::steady_clock::now() + 10s;
        dispatcher.stepUntil(false, [&](const SlurmExecutor& remote) {
            return remote.hasToldAll() || std::chrono::steady_clock::now() > end;
        });
    }
    fmt::print("{} job{} changed\n", answer.changed, answer.changed == 1 ? "" : "s");
}

void addCancel(Command slurm)
{
    auto options = std::make_shared<CancelOptions>();
    const Command command =
        slurm.subcommand("cancel", "Give arrays or jobs on a cluster up; none is requeued");
    addStoreOptions(command, options->places);
    command.option("array", options->arrays, "Slurm's number of an array, or its token");
    command.option("--job", options->jobs, "Single jobs, by the first characters of their names");
    command.flag("--all", options->isEverything, "All arrays");
    command.callback([options] { cancel(*options); });
}

} // namespace

void addSlurmCommand(Command app)
{
    const Command slurm = app.subcommand("slurm", "Trainings on a cluster that Slurm runs");
    slurm.requireSubcommand(1);
    addSubmit(slurm);
    addStatus(slurm);
    addCollect(slurm);
    addCancel(slurm);
    addSlurmGenerate(slurm);
    addSlurmProfile(slurm);
}

} // namespace regnet::cli
