// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training.h"

#include "app/cli/interruption.h"
#include "app/cli/progress.h"
#include "core/problem.h"
#include "core/queue/local_executor.h"
#include "core/queue/process.h"
#include "core/queue/request.h"
#include "core/queue/spool_owner.h"
#include "core/slurm/slurm_executor.h"
#include "core/system/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

namespace regnet::cli {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

JobSelection selectionOf(const std::vector<PopulationSpec>& populations)
{
    JobSelection selection;
    for (const PopulationSpec& population : populations)
        if (std::find(selection.populations.begin(), selection.populations.end(), population.name) ==
            selection.populations.end())
            selection.populations.push_back(population.name);
    return selection;
}

void report(ProgressDisplay& display, const PopulationSpec& population, const Addition& addition)
{
    std::string line = fmt::format("{}: {} network{}", population.name, addition.networks,
                                   addition.networks == 1 ? "" : "s");
    if (addition.distinct < addition.networks)
        line += fmt::format(", {} of them different", addition.distinct);
    if (population.training->seed != 1) line += fmt::format(", seed {}", population.training->seed);
    line += fmt::format(", {} queued", addition.jobsNew);
    if (addition.jobsKnown > 0) line += fmt::format(", {} there already", addition.jobsKnown);
    display.say(line);
    if (addition.weightsGone > 0) display.say(weightsGoneSentence(addition.weightsGone));
}

void report(ProgressDisplay& display, const StoreReader& store, const JobChange& change)
{
    const std::string name = change.id.substr(0, 8);
    const std::string reason = change.message.substr(0, change.message.find('\n'));
    if (change.state == JobState::Running) return;
    if (change.state != JobState::Done) {
        display.say(
            fmt::format("{}  {}{}{}", name, nameOf(change.state), reason.empty() ? "" : ": ", reason));
    } else if (!display.isTerminal()) {
        const auto job = store.job(change.id);
        if (job) display.say(fmt::format("{}  done, error {:.2f} %", name, job->bestTestError));
    }
}

/// Reads progress a few times a second: the queries cost more than a step.
class Watch
{
public:
    Watch(ProgressDisplay& display, JobSelection selection)
        : m_display(display), m_selection(std::move(selection))
    {
    }

    void look(const StoreReader& store, bool isForced = false)
    {
        // With 100,000 jobs a look takes a while: at most a twentieth of the time goes into looking.
        if (!isForced && Clock::now() - m_last < std::max<Clock::duration>(250ms, 20 * m_cost)) return;
        const auto start = Clock::now();
        m_display.show(readProgress(store, m_selection, m_timeLeft));
        m_last = Clock::now();
        m_cost = m_last - start;
    }

private:
    ProgressDisplay& m_display;
    JobSelection m_selection;
    TimeLeft m_timeLeft;
    Clock::time_point m_last;
    Clock::duration m_cost{};
};

/// Another program works: look on until the jobs are done. Nothing when that program has ended before.
std::optional<TrainingEnd> follow(const TrainingOptions& options, ProgressDisplay& display,
                                  const LockHolder& holder)
{
    display.say(describe(holder) +
                " works this store off; this program only watches (Ctrl-C ends the watching).");
    const std::filesystem::path path = options.places.storePath();
    const JobSelection selection = selectionOf(options.populations);
    const StoreReader store(path);
    Watch watch(display, selection);
    const Interruption interruption;
    while (store.counts(selection).open() > 0) {
        if (interruption.isWanted()) return TrainingEnd::Stopped;
        if (!StoreLock::holder(path)) return std::nullopt;
        watch.look(store);
        std::this_thread::sleep_for(200ms);
    }
    watch.look(store, true);
    return TrainingEnd::Done;
}

/// Ctrl-C takes it back.
std::optional<QueueAnswer> askToAdd(const PopulationSpec& population, const Spool& spool)
{
    const Interruption interruption;
    return ask(adding(population), spool, 3, [&] { return interruption.isWanted(); });
}

TrainingEnd dispatch(const TrainingOptions& options, const std::vector<DeviceSlots>& slots,
                     ProgressDisplay& display, Store& store, const Spool& spool)
{
    LocalExecutor executor({workerProgram(), 10, 1});
    DispatcherSettings settings;
    settings.slots = slots;
    settings.only = selectionOf(options.populations);
    settings.remote = std::make_shared<SlurmExecutor>(store, spool, SlurmSettings{});
    Dispatcher dispatcher(store, spool, executor, settings);
    const Recovery recovery = dispatcher.recover();
    if (recovery.total() > 0) display.say(describe(recovery) + ".");
    Watch watch(display, settings.only);
    const Interruption interruption;
    bool wasTold = false;
    std::string held;
    const auto isStopped = [&] {
        if (interruption.isWanted() && !wasTold) {
            display.say(
                "Stopping: waiting for the workers' checkpoints (Ctrl-C again leaves them to themselves).");
            wasTold = true;
        }
        return interruption.isWanted();
    };
    struct Left
    {
    };
    try {
        const bool isDone = dispatcher.run(isStopped, [&](const StepReport& step) {
            if (interruption.count() > 1) throw Left{};
            for (const JobChange& change : step.changes)
                report(display, store, change);
            for (const std::string& sentence : step.news)
                display.say(sentence);
            // How much room is left changes with every file: said once.
            if (!step.held.empty() && (held.empty() || (step.held != held && !step.isWaitingForDisk)))
                display.say("Nothing new is started: " + step.held +
                            (step.isPaused ? " (\"regnet queue resume\" lets it go on)." : "."));
            if (step.held.empty() && !held.empty() && !wasTold) display.say("It goes on.");
            held = step.held;
            watch.look(store);
        });
        watch.look(store, true);
        if (isDone) return TrainingEnd::Done;
        if (!interruption.isWanted() && !held.empty()) throwFailed("the queue stopped", held);
    } catch (const Left&) {
        // The workers have been asked, and write their checkpoints without us; the next start finds them.
    }
    return TrainingEnd::Stopped;
}

} // namespace

std::filesystem::path StoreOptions::storePath() const
{
    return store.empty() ? defaultStore() : std::filesystem::path(store);
}

std::filesystem::path StoreOptions::spoolPath() const
{
    if (!spool.empty()) return spool;
    return workingSpoolOf(storePath());
}

std::filesystem::path StoreOptions::shownSpoolPath() const
{
    return spool.empty() ? StoreReader(storePath()).spoolPath() : std::filesystem::path(spool);
}

TrainingEnd train(const TrainingOptions& options)
{
    const std::vector<DeviceSlots> slots =
        slotsFor(options.workers, options.device); // a wrong device before anything
    requireWorker(workerProgram());
    const std::filesystem::path path = options.places.storePath();
    const Spool spool(options.places.spoolPath());
    requireOwner(path, spool); // who works there would train it for another store
    ProgressDisplay display;
    for (const std::string& line : options.before)
        display.say(line);
    while (const auto holder = StoreLock::holder(path)) {
        bool isTaken = true;
        for (const PopulationSpec& population : options.populations) {
            const auto answer = askToAdd(population, spool);
            isTaken = isTaken && answer;
            if (answer) report(display, population, answer->addition);
        }
        if (isTaken && options.populations.size() > 1) askToAdd(options.populations.front(), spool);
        if (isTaken) {
            if (const auto end = follow(options, display, *holder)) return *end;
            break; // it has ended before our jobs: go on in its place
        }
        if (const auto still = StoreLock::holder(path); still && *still == *holder)
            throwFailed(path.string(),
                        "is being written by " + describe(*holder) + ", which does not answer");
    }
    Store store(path, options.program, 5);
    spool.create();
    claimSpool(store, spool); // before it is noted as this store's
    if (!options.places.spool.empty() || store.setting("spool").empty())
        store.setSetting("spool",
                         spool.root() == Spool(defaultSpool(path)).root() ? "" : spool.root().string());
    for (const PopulationSpec& population : options.populations)
        report(display, population, carryOut(adding(population), store, spool).addition);
    // Of several seeds the first is the one that figures show.
    if (options.populations.size() > 1) carryOut(adding(options.populations.front()), store, spool);
    return dispatch(options, slots, display, store, spool);
}

TrainingEnd workOff(const TrainingOptions& options)
{
    const std::vector<DeviceSlots> slots =
        slotsFor(options.workers, options.device); // a wrong device before anything
    requireWorker(workerProgram());
    const std::filesystem::path path = options.places.storePath();
    const Spool spool(options.places.spoolPath());
    ProgressDisplay display;
    if (const auto holder = StoreLock::holder(path))
        if (const auto end = follow(options, display, *holder)) return *end;
    Store store(path, options.program, 5);
    spool.create();
    return dispatch(options, slots, display, store, spool);
}

} // namespace regnet::cli
