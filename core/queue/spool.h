// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/store/records.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace regnet {

/// A population as the spool keeps it: with all the trainings that were asked for.
struct SpooledPopulation
{
    PopulationSpec population;           ///< its training is empty
    std::vector<TrainingSpec> trainings; ///< in the order in which they were asked for
    /// When each was asked for the first time, seconds; the population itself first. A rebuilt store lists
    /// jobs in that order.
    std::vector<double> times;
};

/// What people wished for the queue. It stands in wishes.json, so that a rebuilt store knows it.
struct Wishes
{
    bool isQueuePaused = false;
    std::vector<JobWish> jobs;

    friend bool operator==(const Wishes&, const Wishes&) = default;
};

/// How an attempt ended, in attempt-<k>/end.json: what the store knows of it, so that a rebuilt store is
/// equal.
struct EndRecord
{
    std::optional<int> exitCode;
    std::optional<int> signal; ///< neither: it vanished (a reboot, or a worker that another program started)
    JobState state = JobState::Queued;
    std::string message;
    std::int64_t kills = 0;
    double unixSeconds = 0;
    std::string beforeRetry; ///< the state and its reason, when somebody asked for another try
    std::string cause;       ///< on a cluster: "preempted", "timed out", …; see RemoteEnd

    friend bool operator==(const EndRecord&, const EndRecord&) = default;
};

/// The folder through which dispatcher and workers talk, and from which a store can be made anew:
///   <job>/job.json, <job>/attempt-<k>/{events.jsonl, worker.log, process.json, end.json}, <job>/cancel
///   populations/<name>.json    requests/<time>-<pid>.json    wishes.json
///   store.json    whose it is (spool_owner.h)
///   deleted/<name>-<time>/   a population that was deleted, as a spool of its own
/// Everything is written whole or not at all; nothing here is ever deleted but requests that were answered
/// and imports that were undone.
class Spool
{
public:
    explicit Spool(const std::filesystem::path& root);

    /// Makes the folders, and writes and removes a file to see that it can. Throws Error when it cannot.
    void create() const;
    const std::filesystem::path& root() const { return m_root; }
    /// Throws Error for a name that leads out of the spool, or to what is no job's in it.
    std::filesystem::path jobFolder(const std::string& id) const;
    std::filesystem::path requestFolder() const { return m_root / "requests"; }
    /// A file of this program that removeTemporaries() takes away where we die before it is renamed.
    std::filesystem::path temporary(const std::string& name) const;

    // What cannot be read is passed over, and reported where `problems` is given: who makes a store anew must
    // not take a folder that cannot be read for an empty one.

    /// Folders that hold a job, by name.
    std::vector<std::string> jobs(std::vector<Problem>* problems = nullptr) const;
    /// Numbers of the attempts whose folders are there, ascending.
    std::vector<std::int64_t> attempts(const std::string& id, std::vector<Problem>* problems = nullptr) const;

    /// Keeps the population, or adds its training to the one that is there. Throws Error when the name is
    /// taken by other networks.
    void keep(const PopulationSpec& population) const;
    /// Takes an imported population away again. Nothing happens where there is none.
    void forget(const std::string& population) const;
    /// Moves a population, with these jobs, to where no rebuild looks: into a spool of its own under
    /// deleted/, which is returned. What is not there, or was moved already, is passed over. Throws Error.
    std::filesystem::path setAside(const std::string& population, std::span<const std::string> jobs) const;
    /// Gives a population another name. Nothing happens where there is none. Throws Error when there is one
    /// of the new name.
    void rename(const std::string& population, const std::string& name) const;
    /// By file name. A damaged file is reported in `problems` and left out.
    /// The files of those that are left out are not read: an import may be large.
    std::vector<SpooledPopulation> populations(std::vector<Problem>& problems,
                                               std::span<const std::string> leftOut = {}) const;
    /// What dispatchers left that were killed while they wrote down a population or the mark. Only for who
    /// holds the store.
    void removeTemporaries() const;

    /// Whole, and on the disk whenever the system likes: no process outlives the power.
    void writeProcess(const std::string& id, std::int64_t attempt, const ProcessIdentity& process) const;
    std::optional<ProcessIdentity> readProcess(const std::string& id, std::int64_t attempt) const;
    /// Whole and on the disk; with Haste::Hurried whole, and on the disk whenever the system likes: for ends
    /// that another file vouches for.
    enum class Haste { Safe, Hurried };
    void writeEnd(const std::string& id, std::int64_t attempt, const EndRecord& end,
                  Haste haste = Haste::Safe) const;
    /// Nothing where the file is missing, or damaged: only that is a problem.
    std::optional<EndRecord> readEnd(const std::string& id, std::int64_t attempt,
                                     std::vector<Problem>* problems = nullptr) const;
    /// Written only where it differs from what stands there.
    void writeWishes(const Wishes& wishes) const;
    /// None where the file is missing, or damaged: only that is a problem.
    Wishes readWishes(std::vector<Problem>* problems = nullptr) const;
    /// The last lines of a worker's own output, at most `bytes`.
    std::string logTail(const std::string& id, std::int64_t attempt, std::size_t bytes = 2000) const;

    /// Left on the spool's disk; -1 when it cannot be told.
    std::int64_t freeBytes() const;

private:
    std::filesystem::path m_root;
};

/// Whether a spool is there: Spool::create() has made it.
bool isSpool(const std::filesystem::path& folder);

/// Beside the store: "runs.db" has "runs.spool", by whatever link it is named.
std::filesystem::path defaultSpool(const std::filesystem::path& store);

/// "attempt-3/worker.log" of a job.
std::filesystem::path workerLog(const std::filesystem::path& jobFolder, std::int64_t attempt);

nlohmann::json toJson(const PopulationSpec& population);
/// Throws Error with file and field.
PopulationSpec populationFromJson(const nlohmann::json& json, const std::string& where);

} // namespace regnet
