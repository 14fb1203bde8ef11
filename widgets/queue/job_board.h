// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/progress.h"
#include "core/store/store.h"
#include "widgets/queue/job_table.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace regnet {

/// How far a population has come, all its trainings together.
struct PopulationStanding
{
    PopulationSummary summary; ///< its counts are those of the last training, and may be some seconds old
    JobCounts jobs;
    double share = 0;                  ///< 0..1 of the work, in multiply-adds
    std::optional<double> secondsLeft; ///< until the last of its jobs has its turn and is done
};

/// All jobs of a store, kept up to date by reading what changed: 100,000 are read once, and then some at a
/// time. Belongs to one thread; what it gives away may go to others.
class JobBoard
{
public:
    /// Reads what is new. Returns true when something is.
    bool update(const StoreReader& store);
    /// Populations and which jobs are theirs; dearer, for when there are new ones.
    void updatePopulations(const StoreReader& store);
    /// For another store.
    void clear();

    /// From now on the listing shows these.
    void setView(const JobView& view);
    const JobView& view() const { return m_view; }
    /// The list now, with what changed since the last call.
    JobListing listing();

    const JobTable& table() const { return m_table; }
    const JobRow* find(const std::string& id) const;
    JobCounts counts() const;
    const std::vector<PopulationSummary>& summaries() const { return m_summaries; }
    /// Of all jobs, as the store counts it (StoreReader::work).
    WorkAmount work() const;
    /// `secondsLeft` of the whole queue gives that of each population by what stands before its last job.
    std::vector<PopulationStanding> populations(std::optional<double> secondsLeft) const;

private:
    using Rows = JobListing::Rows;

    void put(const JobRecord& record);
    bool readAnew(const StoreReader& store);
    std::shared_ptr<const std::string> shared(const std::string& text);
    bool isShown(std::int32_t row) const;
    bool isBefore(std::int32_t a, std::int32_t b) const;
    void arrange();
    void rearrange();
    void setOrder(Rows order);
    void followName(const std::vector<PopulationSummary>& before);

    JobTable m_table;
    std::unordered_map<std::string, std::int32_t> m_rows; ///< by the job's name
    std::map<std::string, std::shared_ptr<const std::string>> m_shared;
    std::vector<PopulationSummary> m_summaries;
    std::vector<std::vector<bool>> m_members; ///< of each population: its rows
    std::int64_t m_version = 0;
    std::int64_t m_removals = 0; ///< StoreReader::removals() when all was read
    JobView m_view;
    std::vector<std::size_t> m_matching; ///< populations that the text of the view names
    std::shared_ptr<const Rows> m_order = std::make_shared<const Rows>();
    std::shared_ptr<const Rows> m_places = std::make_shared<const Rows>();
    std::set<std::int32_t> m_changed; ///< since the last listing
    std::set<std::int32_t> m_moved;   ///< not in their place yet
    bool m_isWhole = true;
};

} // namespace regnet
