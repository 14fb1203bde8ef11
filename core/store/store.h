// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "core/store/records.h"
#include "core/store/store_lock.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

class Database;

/// Looks into a store. Opened read-only, so that it can neither block nor damage a writer. One object belongs
/// to one thread. Every function throws Error when the file cannot be read.
class StoreReader
{
public:
    explicit StoreReader(const std::filesystem::path& path);
    virtual ~StoreReader();
    StoreReader(const StoreReader&) = delete;
    StoreReader& operator=(const StoreReader&) = delete;

    const std::filesystem::path& path() const;
    /// Another number than before: somebody has written.
    std::int64_t dataVersion() const;

    std::vector<PopulationSummary> populations() const;
    /// For figures and statistics: all members in order with state, error and properties. Members without a
    /// training are pending. `name` may be "NAME@RECIPE" where a population was trained with several recipes;
    /// the one asked for last otherwise. Of an imported population they are the results that came with it,
    /// also under "NAME@imported" when it was trained here since. Throws Error that lists the names when
    /// there is none.
    Population population(std::string_view name, ErrorKind error = ErrorKind::BestTest) const;
    /// All that it was trained with, the one asked for last at the end.
    std::vector<TrainingSpec> trainings(std::string_view name) const;
    /// As it was added, training included: what the spool keeps of it.
    PopulationSpec populationSpec(std::string_view name) const;
    /// What remove() would take away. Throws Error when there is no such population.
    Removal removalOf(std::string_view name) const;
    /// How often jobs were taken away: who has a copy of their list reads it anew when that grows.
    std::int64_t removals() const;

    /// In order of their start (priority, then age); `limit` < 0 means all.
    std::vector<JobRecord> jobs(const JobSelection& selection = {}, std::int64_t limit = -1) const;
    std::optional<JobRecord> job(std::string_view id) const;
    std::vector<JobRecord> activeJobs() const; ///< those of this machine
    /// Rows `offset` to `offset + count` of a list, for a view that shows some of 100,000: in order of their
    /// start, and those of a population in its order. Cost: the index up to the page, and the rows of the
    /// page.
    std::vector<JobRecord> jobPage(const JobFilter& filter, std::int64_t offset, std::int64_t count) const;
    std::int64_t jobCount(const JobFilter& filter) const;
    /// The names alone, in the order of jobPage(): which jobs belong to a population costs no more than that.
    std::vector<std::string> jobNames(const JobFilter& filter) const;
    /// Names of jobs that begin so, in order; people type the first characters.
    std::vector<std::string> jobsNamed(std::string_view beginning, std::int64_t limit) const;
    /// A number that grows with every change of any job, and the jobs that changed since it was read, the
    /// newest last: what a view with its own copy has to read again.
    std::int64_t jobsVersion() const;
    std::vector<JobRecord> jobsChangedSince(std::int64_t version, std::int64_t limit = -1) const;
    /// How SQLite would find jobPage() and jobCount(), a line a step; for tests.
    std::vector<std::string> jobPlans(const JobFilter& filter) const;
    /// What claim() would take.
    std::optional<std::string> nextQueued(double unixNow, const JobSelection& selection = {}) const;
    std::vector<std::string> populationsOf(
        std::string_view id) const;      ///< names of those that asked for the job
    std::vector<JobWish> wishes() const; ///< of all jobs that somebody paused, moved or gave a priority
    std::vector<TimedTraining> timedTrainings(std::int64_t limit = 2000) const; ///< the newest ones
    JobCounts counts(const JobSelection& selection = {}) const;
    /// What a worker has to know; device empty.
    JobSpec jobSpec(std::string_view id) const;
    /// The curve: for each epoch the values of the newest attempt that reported it.
    std::vector<EpochRecord> epochs(std::string_view id) const;
    std::optional<ResultRecord> result(std::string_view id) const;
    /// What its newest worker said at its start; nothing before that.
    std::optional<StartedEvent> started(std::string_view id) const;

    /// How much there is to train and how much of it is done, in the same unit: multiply-adds an image times
    /// epochs. Cancelled jobs are left out, failed ones are done.
    WorkAmount work(const JobSelection& selection = {}) const;
    /// Unix time at which the next queued job may start (in the past when one could start now); nothing when
    /// none is queued.
    std::optional<double> nextDue(const JobSelection& selection = {}) const;
    bool isQueuePaused() const;
    /// Job arrays of clusters, the newest first; only those that are open, or all.
    std::vector<ArrayRecord> arrays(bool onlyOpen = false) const;
    std::vector<ArrayEntry> arrayEntries(std::string_view token) const; ///< by line
    /// Of the jobs that a cluster has, those that somebody cancelled, paused or sent elsewhere.
    std::vector<JobRecord> recalledJobs() const;
    /// How many jobs wait for each place other than this machine, those left out whose time is yet to come.
    std::map<std::string, std::int64_t> queuedElsewhere(double unixNow) const;
    /// Places other than this machine for which a job waits, now or later.
    std::vector<std::string> placesWithQueued() const;
    /// Where the spool is, as the writer left it; empty when none was set.
    std::string setting(std::string_view name) const;
    /// Where the jobs' folders are, to read of them: beside the store, or where its setting "spool" says.
    std::filesystem::path spoolPath() const;
    /// The same to work in. Throws Error where the setting names no spool (a disk that is not mounted, a
    /// store of somebody else): none is made there unasked.
    std::filesystem::path workingSpoolPath() const;

    /// A copy of the store as it is now, while others write; whole or not at all. Throws Error when the file
    /// is there already or cannot be written, and when `isStopped`, which is asked meanwhile, says so.
    void backup(const std::filesystem::path& file, const std::function<bool()>& isStopped = {}) const;
    /// SQLite's own check; empty when all is well. Reads the whole file.
    std::vector<std::string> quickCheck() const;
    /// Whether every row can be what it says, read one by one as those who ask for them read them, and what
    /// it points to is there.
    std::vector<std::string> rowCheck() const;
    std::vector<std::string> fullCheck() const; ///< the slow one, with all rows
    /// All that was computed, as text in a fixed order: equal for two stores with the same results.
    std::string resultsDump() const;

protected:
    explicit StoreReader(std::unique_ptr<Database> database);
    Database& database() const { return *m_database; }

private:
    void requireSound() const;

    std::unique_ptr<Database> m_database;
};

/// Of a store that may not be there yet: then the spool is beside it. Throws Error as
/// StoreReader::workingSpoolPath().
std::filesystem::path workingSpoolOf(const std::filesystem::path& store);

/// How an attempt ended, for the store.
struct AttemptEnd
{
    JobState state = JobState::Queued; ///< Queued: goes on from its last checkpoint
    std::string message;
    std::int64_t kills = 0;
    double notBefore = 0; ///< Unix time
};

struct ClaimedJob
{
    std::string id;
    std::int64_t attempt = 1;
};

/// The one who writes a store. Holding the lock is a condition of being one; every change is one transaction.
class Store : public StoreReader
{
public:
    /// Opens, creates or migrates. Throws Error that names the holder when another program writes it after
    /// `waitSeconds`. `program` is what others are told.
    explicit Store(const std::filesystem::path& path, const std::string& program, double waitSeconds = 0);
    ~Store() override;

    /// Keeps a population and queues its jobs; what is there already stays as it is. Throws Error when the
    /// name belongs to other networks, or a network cannot be built.
    Addition add(const PopulationSpec& population);
    /// Takes imported populations away again, with the networks that nothing else needs. Returns how many
    /// results went; a name that is not there changes nothing. Throws Error, and changes nothing, for a
    /// population that was not imported, or was trained since.
    std::int64_t forget(std::span<const std::string> names);
    /// Gives a population another name. Throws Error, and changes nothing, for one that is not there and for
    /// a name that problemOfName() refuses.
    void rename(std::string_view population, std::string_view name);
    /// Takes a population away, with the jobs and results that no other one has. Throws Error, and changes
    /// nothing, for one that is not there, or while problemOf(removalOf(name)) says so.
    Removal remove(std::string_view population);

    /// Takes the next queued job for a slot: highest priority, then oldest. Nothing when none is due.
    std::optional<ClaimedJob> claim(const std::string& device, double unixNow,
                                    const JobSelection& selection = {});
    void setRunning(const ClaimedJob& job, const ProcessIdentity& process);
    /// Brings events of one attempt in; events that are known change nothing. A result of an attempt that is
    /// no longer the current one counts when there is none, and is kept as superseded otherwise. Events whose
    /// values cannot be (an error of 140 %) are refused: their number is returned.
    std::int64_t record(std::string_view id, std::int64_t attempt, std::span<const LoggedEvent> events);
    /// Ends an attempt, if it is still the current one: a late word of an older attempt is ignored. A job
    /// with a result is done, whatever is said here.
    JobState end(const ClaimedJob& job, const AttemptEnd& end);

    /// Each returns how many jobs changed. Active jobs are only marked (JobRecord::wanted): their worker has
    /// to end first.
    std::int64_t pause(const JobSelection& selection);
    std::int64_t resume(const JobSelection& selection);
    std::int64_t cancel(const JobSelection& selection);
    std::int64_t retry(const JobSelection& selection); ///< those that canBeRetried()
    std::int64_t setPriority(const JobSelection& selection, std::int64_t priority);
    /// Puts the queued and paused ones of the selection, in their order, to that place; they take the
    /// priority that holds there.
    std::int64_t move(const JobSelection& selection, const JobPlace& place);
    /// Where the jobs of the selection that are not done are to run: a profile's name, or empty for this
    /// machine. One that runs elsewhere is stopped at a checkpoint first, by whoever works the queue off.
    std::int64_t send(const JobSelection& selection, const std::string& place);
    void setQueuePaused(bool isPaused);
    void setSetting(std::string_view name, std::string_view value);

    /// Claims up to `limit` queued jobs that are to run at that place for one array, in their order, with the
    /// array itself (its token, place, throttle and jobsPerTask; tasks follow). None: there is no array.
    std::vector<ArrayEntry> claimArray(const ArrayRecord& array, const std::string& device,
                                       std::int64_t limit, double unixNow,
                                       const JobSelection& selection = {});
    /// State, name, cluster and message of the array with that token.
    void setArray(const ArrayRecord& array);
    /// State, restarts and node of an entry, by its line.
    void setEntries(std::string_view token, std::span<const ArrayEntry> entries);
    /// For a rebuild: an array that the spool knows of, with entries whose jobs are in the store.
    void restoreArray(const ArrayRecord& array, const std::string& device,
                      std::span<const ClaimedJob> entries);
    /// Many changes as one transaction, all or nothing.
    void inOneTransaction(const std::function<void()>& work);

    /// For a rebuild: attempts that the spool knows of.
    void restoreAttempt(std::string_view id, std::int64_t attempt, std::int64_t kills);
    /// For a rebuild: what people wished, in one transaction. Jobs that are not there are left out.
    void restoreWishes(std::span<const JobWish> wishes);

private:
    Store(StoreLock lock, const std::filesystem::path& path);
    StoreLock m_lock;
};

} // namespace regnet
