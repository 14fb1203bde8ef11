// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/spool.h"
#include "core/store/store.h"
#include "widgets/queue/job_board.h"
#include "widgets/queue/queue_snapshot.h"

#include <QObject>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QTimer;

namespace regnet {

/// Opens a store again where it was replaced by another file of the same name.
class StoreWatch
{
public:
    explicit StoreWatch(std::filesystem::path path) : m_path(std::move(path)) {}

    /// True when there is another store than before, or none any more. Throws Error for a file that is no
    /// store, once.
    bool look();
    StoreReader* reader() const { return m_reader.get(); }
    /// To work in. Throws Error where the store names one that is not there.
    std::filesystem::path spoolPath() const;

private:
    std::filesystem::path m_path;
    std::unique_ptr<StoreReader> m_reader;
    std::uint64_t m_file = 0; ///< inode
};

/// Reads the store for the window, in a thread of its own: neither the window nor the dispatcher waits for
/// it. Sends what changed, at most some times a second.
class QueueReader : public QObject
{
    Q_OBJECT

public:
    explicit QueueReader(const std::filesystem::path& store);
    ~QueueReader() override;

    void begin();
    void setView(const JobView& view);
    /// Whose curves are wanted; of a single job all else as well.
    void look(const std::vector<std::string>& jobs);

Q_SIGNALS:
    /// Without the dispatcher's status.
    void snapshotChanged(const regnet::QueueSnapshotPointer& snapshot);
    void listingChanged(const regnet::JobListingPointer& listing);
    void detailsChanged(const regnet::JobDetails& details);
    void populationChanged(const regnet::Population& population);
    void populationRenamed(const QString& before, const QString& now);
    void populationGone(const QString& name);
    void failed(const regnet::Problem& problem);

private:
    using Clock = std::chrono::steady_clock;

    void tick();
    void guarded(const std::function<void()>& work);
    void readJobs();
    void readPopulations();
    void tellNames();
    void readArrays();
    void sendSnapshot();
    void sendListing();
    void sendPopulation();
    void sendDetails();
    JobDetails detailsOf(const std::string& id) const;
    std::int64_t newestChange() const;

    std::filesystem::path m_path;
    StoreWatch m_watch;
    QTimer* m_timer = nullptr;
    JobBoard m_board;
    TimeLeft m_timeLeft;
    std::int64_t m_dataVersion = -1;
    ArrayBoard m_arrayBoard;
    ArrayListPointer m_arrays = std::make_shared<const std::vector<ArrayOverview>>();
    std::vector<ControllerStanding> m_controllers;
    bool m_hasNews = false;   ///< since populations were read
    Clock::time_point m_sent; ///< the snapshot
    Clock::time_point m_populationsDue;
    std::map<std::int64_t, std::string> m_names;          ///< of populations, as they were told
    std::map<std::string, std::string> m_sentPopulations; ///< what of each was sent last
    std::map<std::string, Clock::time_point> m_populationDue;
    std::vector<std::string> m_looked;
    std::int64_t m_lookedChange = -1;
    Clock::time_point m_detailsSent;
};

} // namespace regnet
