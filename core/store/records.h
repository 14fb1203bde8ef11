// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/problem.h"
#include "core/queue/job.h"
#include "core/stats/population.h"
#include "core/store/job_state.h"
#include "core/study/recipe.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// What decides a training apart from the networks.
struct TrainingSpec
{
    Recipe recipe;
    DataSetSpec dataSet;
    std::uint64_t seed = 1; ///< of weights and batches; another seed is a replicate

    friend bool operator==(const TrainingSpec&, const TrainingSpec&) = default;
};

/// What another program found out about the networks of a population.
struct ImportedResults
{
    std::string source;          ///< the file, as people know it
    std::string kind;            ///< "pycls sweep", "NDS", "CSV", "weights"
    std::string errorKind;       ///< which error: Population::errorKind
    std::string recipe;          ///< what else decides it, in words
    std::vector<Member> members; ///< one a network, in order; the networks themselves may be unknown
};

/// Whether two imports say the same, from whatever file they come.
bool isSameImport(const ImportedResults& a, const ImportedResults& b);

/// A population to be kept, and what it is to be trained with.
struct PopulationSpec
{
    std::string name;             ///< unique in the store
    std::string space;            ///< "RegNetX"; "" when the networks come from no space
    std::string spaceJson = "{}"; ///< definition of the space
    std::uint64_t seed = 0;       ///< of the sample
    std::string constraintsJson = "{}";
    std::vector<NetworkSpec>
        networks; ///< in order of the sample; equal ones count twice and are trained once
    std::optional<TrainingSpec> training; ///< none: kept, not trained
    bool keepsWeights = false; ///< the last and the best checkpoint of its trainings stay when they are done
    /// Of a population that was imported. `networks` is then empty unless all of them are known.
    std::optional<ImportedResults> imported;
};

/// What would go with a population, and what stands against that.
struct Removal
{
    std::string population;
    std::int64_t results = 0;      ///< finished trainings that no other population has, and imported results
    std::int64_t shared = 0;       ///< finished trainings that stay: other populations have them too
    std::int64_t busy = 0;         ///< its jobs that run or wait, or that an open job array holds
    std::vector<std::string> jobs; ///< names of those that go, whatever their state
};

/// One sentence where it must not go now: its jobs run or wait.
std::optional<Problem> problemOf(const Removal& removal);

/// What stands against a name for a population, beside those that are taken; nothing where it may be used.
std::optional<Problem> problemOfName(std::string_view name, std::span<const std::string> taken);
/// Throws BadInput for a name that no population may have: empty, not UTF-8, or with characters that
/// printable() has to escape.
void requirePopulationName(std::string_view name);

/// What adding a population did; adding it again changes nothing and reports everything as known.
struct Addition
{
    std::int64_t networks = 0; ///< members of the population
    std::int64_t distinct = 0; ///< realised networks among them
    std::int64_t jobsNew = 0;  ///< queued now
    std::int64_t jobsKnown =
        0; ///< same network, recipe, data set and seed: already there, whatever their state
    std::int64_t weightsGone = 0; ///< of those, done before anybody asked for their weights
    bool isPopulationNew = false;
};

/// What a person is told about Addition::weightsGone.
std::string weightsGoneSentence(std::int64_t count);

/// A process, told apart from a later one with the same number.
struct ProcessIdentity
{
    std::int64_t pid = 0;        ///< 0 = none
    std::int64_t startTicks = 0; ///< clock ticks after boot
    std::string bootId;          ///< of the kernel that runs it

    friend bool operator==(const ProcessIdentity&, const ProcessIdentity&) = default;
};

struct JobRecord
{
    std::string id; ///< name of the job's folder; follows from network, recipe, data set and seed
    std::string networkHash;
    std::string recipe;
    std::string dataSet;
    std::uint64_t seed = 1;
    JobState state = JobState::Queued;
    std::optional<JobState> wanted; ///< Paused or Cancelled: asked for, the worker has not ended yet
    std::int64_t priority = 0;      ///< higher goes first
    std::int64_t attempt = 0;       ///< 0 = never started
    std::int64_t kills = 0;         ///< attempts in a row that died without progress
    std::string device;
    ProcessIdentity process;
    std::string message;         ///< why it is in this state, one or more lines
    std::int64_t epochs = 0;     ///< of the recipe
    std::int64_t epochsDone = 0; ///< highest epoch reported
    std::int64_t flops = 0;      ///< of the network
    double lastTestError = -1;   ///< % at the highest epoch; < 0 when none
    double bestTestError = -1;   ///< % of the result; < 0 when not done
    double trainSeconds = 0;     ///< sum of the reported epochs, each epoch once
    double notBefore = 0;        ///< Unix time, for a retry that waits
    double lastEvent = 0;        ///< Unix time of the newest epoch; 0 when none
    std::int64_t changed = 0;    ///< grows with every change of any job: StoreReader::jobsChangedSince()
    double position = 0;         ///< among jobs of one priority lower ones go first
    std::string place;           ///< where it is to run: the name of a cluster's profile; empty: this machine
    std::optional<bool> countsAgree; ///< what its worker counted on the running network with the formulas;
                                     ///< none before it started
};

/// Whether another try can be asked for: of a training that failed, was cancelled, or is done and has no
/// result. `bestTestError` is that of the result; < 0 where there is none.
bool canBeRetried(JobState state, double bestTestError);

/// Which jobs a list shows. Everything that is set must hold.
struct JobFilter
{
    std::vector<JobState> states; ///< empty: any
    std::string population;       ///< empty: any
    std::string text;             ///< beginning of the job's name or of the network's hash

    friend bool operator==(const JobFilter&, const JobFilter&) = default;
};

/// Where jobs go when people reorder them.
struct JobPlace
{
    enum class Where { First, Last, Before };

    Where where = Where::First;
    std::string before; ///< with Before: a job's name
};

/// What a person wished for a job, as the spool keeps it for a rebuild.
struct JobWish
{
    std::string id;
    bool isPaused = false;
    std::int64_t priority = 0;
    std::optional<double> position; ///< none: as it was added
    bool keepsWeights = false;
    std::string place; ///< JobRecord::place

    friend bool operator==(const JobWish&, const JobWish&) = default;
};

/// A job array of a cluster, as the store knows it; what it was submitted with stands frozen in the spool.
struct ArrayRecord
{
    enum class State {
        Preparing,  ///< its files are being written: nothing was submitted
        Submitting, ///< whether it was submitted is not known for certain before there is a name
        Submitted,
        Generated, ///< written for a person to submit
        Closed,    ///< nothing of it is open any more
        Withdrawn, ///< was never submitted, and cannot be any more
    };

    std::string token;
    std::string place;   ///< the profile's name
    std::string name;    ///< Slurm's number for it; empty: none yet
    std::string cluster; ///< where several share their commands
    State state = State::Preparing;
    std::int64_t tasks = 0, jobsPerTask = 1, throttle = 0;
    double created = 0;  ///< Unix time
    std::string message; ///< what is to be said about it, a sentence

    bool isOpen() const { return state != State::Closed && state != State::Withdrawn; }
    friend bool operator==(const ArrayRecord&, const ArrayRecord&) = default;
};

/// One line of an array's manifest, and how its job fares.
struct ArrayEntry
{
    std::string job;
    std::int64_t attempt = 0;
    std::int64_t line = 0;     ///< from 0; task = line / ArrayRecord::jobsPerTask
    std::string state;         ///< see TaskState: "waiting", "running", "preempted", …
    std::int64_t restarts = 0; ///< by Slurm, within this attempt
    std::string node;
};

/// A training that says how fast this machine is.
struct TimedTraining
{
    std::string recipe;  ///< hash
    std::string dataSet; ///< name
    std::string device;
    std::int64_t trainImages = 0, testImages = 0; ///< of the recipe; 0 = the data set's own number
    std::int64_t flops = 0, activations = 0;      ///< of the network, an image
    double secondsAnEpoch = 0;
};

struct EpochRecord
{
    std::int64_t attempt = 1;
    std::int64_t sequence = 1;
    double unixSeconds = 0;
    EpochEvent values;
};

/// A finished training: exactly one for a job that is done.
struct ResultRecord
{
    std::string jobId;
    std::int64_t attempt = 1;
    FinishedEvent values;
    StartedEvent manifest; ///< what it ran with; counts of the running module
};

struct WorkAmount
{
    double total = 0;
    double done = 0;
};

/// Jobs by state.
struct JobCounts
{
    std::map<JobState, std::int64_t> byState;

    std::int64_t of(JobState state) const
    {
        const auto it = byState.find(state);
        return it == byState.end() ? 0 : it->second;
    }
    std::int64_t total() const;
    std::int64_t failures() const; ///< diverged, out of memory, failed
    std::int64_t open() const;     ///< neither done nor given up: queued, paused, claimed, running
};

struct PopulationSummary
{
    std::int64_t id = 0; ///< stays when it gets another name
    std::string name;
    std::string space;
    std::uint64_t seed = 0;
    std::int64_t networks = 0;
    std::int64_t distinct = 0;
    std::optional<TrainingSpec> training; ///< the one asked for last
    std::string importedFrom;             ///< the file that it came from; empty: it was made here
    JobCounts jobs;                       ///< of that training, each job once
};

/// Which jobs a command means.
struct JobSelection
{
    std::vector<std::string> ids;         ///< empty: not restricted
    std::vector<std::string> populations; ///< empty: not restricted

    bool isEverything() const { return ids.empty() && populations.empty(); }
    friend bool operator==(const JobSelection&, const JobSelection&) = default;
};

/// The error of a member that a population is read with.
enum class ErrorKind {
    BestTest,
    LastTest,
    BestEma, ///< of the averaged weights; trainings without them have none and are pending
    LastEma,
    Selected, ///< the test error of the epoch that is best on held-out images; as above
};

/// "best", "last", "ema-best", "ema-last", "held-out": how people ask for them.
std::string_view nameOf(ErrorKind kind);
std::optional<ErrorKind> errorKindOf(std::string_view name);
std::string errorKindNames(); ///< all of them, with commas

/// More tries than a job can have had: a larger number is of damage.
inline constexpr std::int64_t mostAttempts = 1'000'000;

/// "3f2a…": the folder name of a job, the first 32 hexadecimal digits of a hash over what makes it unique.
std::string jobId(const std::string& networkHash, const TrainingSpec& training);

} // namespace regnet
