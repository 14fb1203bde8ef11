// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

/// What a list shows of a job; a third of a JobRecord's size.
struct JobRow
{
    std::string id;
    std::string network; ///< beginning of the network's hash
    JobState state = JobState::Queued;
    std::optional<JobState> wanted;
    std::int32_t attempt = 0;
    std::int32_t epochs = 0;
    std::int32_t epochsDone = 0;
    std::int64_t priority = 0;
    std::int64_t changed = 0;
    std::int64_t flops = 0;
    double position = 0;
    double lastTestError = -1; ///< %; < 0 when none
    double bestTestError = -1;
    double trainSeconds = 0;
    double lastEvent = 0;
    std::optional<bool> countsAgree; ///< counted on the running network = computed; none before it runs
    std::shared_ptr<const std::string> recipe, device, population; ///< shared by rows; population: the first
    /// Of a cluster that it has, or is to get it; empty: this machine.
    std::shared_ptr<const std::string> place;
    std::string message;

    bool isElsewhere() const { return place && !place->empty(); }
    /// % of the result, or of the newest epoch before there is one; < 0 when none.
    double error() const { return bestTestError >= 0 ? bestTestError : lastTestError; }
    /// Of the epochs that it reported.
    std::optional<double> secondsAnEpoch() const;
    /// Of a running job, at the speed so far; `unixNow` 0: at its newest epoch.
    std::optional<double> secondsLeft(double unixNow) const;
};

/// Rows by number. A copy costs a pointer for every 512 of them, and does not see later changes: it goes to
/// another thread and stays as it is.
class JobTable
{
public:
    static constexpr std::int32_t chunkRows = 512;
    using Chunk = std::vector<JobRow>;

    std::int32_t size() const { return m_size; }
    const JobRow& at(std::int32_t row) const
    {
        return (
            *m_chunks[static_cast<std::size_t>(row / chunkRows)])[static_cast<std::size_t>(row % chunkRows)];
    }
    void append(JobRow row);
    void replace(std::int32_t row, JobRow value);

private:
    Chunk& own(std::size_t chunk);

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::int32_t m_size = 0;
};

/// Which jobs a list shows, and in which order.
struct JobView
{
    /// The columns of the list. Those before the first sort need no more than what a row has.
    enum Column {
        Job,
        Population,
        State,
        Progress,
        Speed,
        Left,
        Error,
        Flops,
        Trained,
        Device,
        Attempt,
        Priority,
        Why,
        ColumnCount
    };
    static constexpr int ownOrder = -1; ///< running ones, waiting ones in order of their start, ended ones

    std::vector<JobState> states; ///< empty: any
    std::string population;       ///< empty: any
    /// In the name of the job or the network, recipe, device, message, population or its space; case does not
    /// matter.
    std::string text;
    int column = ownOrder;
    bool isDescending = false;
    bool isOrderKept = false; ///< rows stay where they are, so that a large selection does not move

    friend bool operator==(const JobView&, const JobView&) = default;
};

/// A list of jobs at one moment, ready to be shown.
struct JobListing
{
    using Rows = std::vector<std::int32_t>;

    JobTable table;
    std::shared_ptr<const Rows> order = std::make_shared<const Rows>(); ///< place in the list -> row
    std::shared_ptr<const Rows> places =
        std::make_shared<const Rows>(); ///< row -> place in the list; -1 = not there
    Rows changed;                       ///< rows that look different from the listing before
    bool isWhole = true; ///< the first one of a store: row numbers of earlier listings mean nothing here

    std::int32_t size() const { return static_cast<std::int32_t>(order->size()); }
    const JobRow& at(std::int32_t place) const { return table.at((*order)[static_cast<std::size_t>(place)]); }
};

} // namespace regnet
