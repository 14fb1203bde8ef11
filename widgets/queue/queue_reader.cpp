// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queue_reader.h"

#include "core/network/network.h"
#include "core/queue/job_history.h"

#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace regnet {
namespace {

using namespace std::chrono_literals;

constexpr auto interval = 200ms;
constexpr auto clockInterval = 1s; ///< times left run down even when nothing else changes
constexpr auto logInterval = 1s;
/// What is dear is done at most this share of the time.
constexpr int listsShare = 20;
constexpr int populationShare = 5;
constexpr double everLater = 1e12; ///< Unix time: jobs that wait for a retry count as well

std::uint64_t fileNumber(const std::filesystem::path& path)
{
    struct stat info = {};
    return stat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_ino) : 0;
}

double secondsNow()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string stagesOf(const NetworkSpec& spec)
{
    std::string text;
    for (const Stage& stage : realise(spec).stages)
        text += fmt::format("{}{}×{}", text.empty() ? "" : ", ", stage.depth, stage.width);
    return text;
}

std::string lineOf(const AttemptHistory& attempt)
{
    if (!attempt.end) return fmt::format("attempt {}: no end is recorded", attempt.attempt);
    std::string line = fmt::format("attempt {}: {}", attempt.attempt, nameOf(attempt.end->state));
    if (attempt.end->signal)
        line += fmt::format(" (signal {})", *attempt.end->signal);
    else if (attempt.end->exitCode)
        line += fmt::format(" (exit code {})", *attempt.end->exitCode);
    return line;
}

} // namespace

bool StoreWatch::look()
{
    const std::uint64_t file = fileNumber(m_path);
    if (file == m_file && (m_reader || file == 0)) return false;
    m_reader.reset();
    m_file = 0;
    if (file == 0) return true;
    // While its first writer makes it, a store is empty for a moment.
    if (std::filesystem::file_size(m_path) == 0) return true;
    m_file = file; // also when it cannot be read: said once, not at every tick
    m_reader = std::make_unique<StoreReader>(m_path);
    return true;
}

std::filesystem::path StoreWatch::spoolPath() const
{
    return m_reader ? m_reader->workingSpoolPath() : defaultSpool(m_path);
}

QueueReader::QueueReader(const std::filesystem::path& store) : m_path(store), m_watch(store) {}

QueueReader::~QueueReader() = default;

void QueueReader::begin()
{
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &QueueReader::tick);
    m_timer->start(interval);
    tick();
}

void QueueReader::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const std::exception& error) {
        Q_EMIT failed(asProblem(error, m_path.string()));
    }
}

void QueueReader::tick()
{
    guarded([this] {
        if (m_watch.look()) {
            m_board.clear();
            m_arrayBoard.clear();
            m_arrays = std::make_shared<const std::vector<ArrayOverview>>();
            m_controllers.clear();
            m_timeLeft = {};
            m_dataVersion = -1;
            m_populationsDue = {};
            m_names.clear(); // another store numbers them otherwise
            m_sent = {};
            m_lookedChange = -1;
        }
        readJobs();
        sendDetails();
        sendPopulation();
    });
}

void QueueReader::readJobs()
{
    const Clock::time_point now = Clock::now();
    bool isNews = m_sent == Clock::time_point{};
    if (StoreReader* reader = m_watch.reader()) {
        const std::int64_t version = reader->dataVersion();
        if (version != m_dataVersion) {
            m_dataVersion = version;
            m_board.update(*reader);
            m_hasNews = true;
            isNews = true;
        }
        if (m_hasNews && now >= m_populationsDue) {
            readPopulations();
            isNews = true;
        }
    }
    if (isNews) {
        tellNames();
        sendListing();
    }
    if (isNews || now - m_sent > clockInterval) sendSnapshot();
}

/// New populations are rare; a look at a store with large ones takes a while.
void QueueReader::readPopulations()
{
    const Clock::time_point before = Clock::now();
    m_hasNews = false;
    m_board.updatePopulations(*m_watch.reader());
    readArrays();
    const Clock::time_point after = Clock::now();
    m_populationsDue = after + listsShare * (after - before);
}

/// Who shows populations by their names hears what became of them, whichever program did it.
void QueueReader::tellNames()
{
    std::map<std::int64_t, std::string> names;
    for (const PopulationSummary& summary : m_board.summaries())
        names[summary.id] = summary.name;
    for (const auto& [id, before] : m_names) {
        const auto now = names.find(id);
        if (now != names.end() && now->second == before) continue;
        m_sentPopulations.erase(before);
        if (now == names.end())
            Q_EMIT populationGone(QString::fromStdString(before));
        else
            Q_EMIT populationRenamed(QString::fromStdString(before), QString::fromStdString(now->second));
    }
    m_names = std::move(names);
}

/// What clusters have, and how much their controllers were asked about it.
void QueueReader::readArrays()
{
    const StoreReader& reader = *m_watch.reader();
    m_arrays = std::make_shared<const std::vector<ArrayOverview>>(m_arrayBoard.update(reader));
    std::set<std::string> places;
    for (const ArrayOverview& one : *m_arrays)
        if (one.array.isOpen()) places.insert(one.array.place);
    for (const auto& [place, waiting] : reader.queuedElsewhere(everLater))
        places.insert(place);
    m_controllers.clear();
    for (const std::string& place : places)
        m_controllers.push_back({place, readMeter(reader, place)});
}

void QueueReader::sendListing()
{
    Q_EMIT listingChanged(std::make_shared<const JobListing>(m_board.listing()));
}

void QueueReader::sendSnapshot()
{
    m_sent = Clock::now();
    auto snapshot = std::make_shared<QueueSnapshot>();
    snapshot->store = m_path;
    if (const StoreReader* reader = m_watch.reader()) {
        snapshot->hasStore = true;
        snapshot->isPaused = reader->isQueuePaused();
        snapshot->arrays = m_arrays;
        snapshot->controllers = m_controllers;
        QueueProgress& progress = snapshot->progress;
        progress.jobs = m_board.counts();
        const WorkAmount work = m_board.work();
        progress.share = work.total > 0 ? std::min(1.0, work.done / work.total) : 0;
        const auto left = m_timeLeft.update(secondsNow(), progress.share);
        if (progress.jobs.of(JobState::Running) > 0) progress.secondsLeft = left;
        snapshot->populations = m_board.populations(progress.secondsLeft);
    }
    Q_EMIT snapshotChanged(snapshot);
}

/// One at a time: a large one takes seconds to read, and the list goes on in between.
void QueueReader::sendPopulation()
{
    const StoreReader* reader = m_watch.reader();
    if (!reader) return;
    for (const PopulationStanding& standing : m_board.populations({})) {
        const PopulationSummary& summary = standing.summary;
        const std::string state = fmt::format(
            "{}/{}/{}/{}", standing.jobs.of(JobState::Done), standing.jobs.failures(), standing.jobs.total(),
            summary.training ? hashOf(summary.training->recipe) : std::string());
        std::string& sent = m_sentPopulations[summary.name];
        Clock::time_point& due = m_populationDue[summary.name];
        const Clock::time_point before = Clock::now();
        if (sent == state || before < due) continue;
        sent = state;
        Q_EMIT populationChanged(reader->population(summary.name));
        due = Clock::now() + populationShare * (Clock::now() - before);
        return;
    }
}

void QueueReader::setView(const JobView& view)
{
    guarded([&] {
        m_board.setView(view);
        sendListing();
    });
}

void QueueReader::look(const std::vector<std::string>& jobs)
{
    m_looked = jobs;
    m_lookedChange = -1;
    guarded([this] { sendDetails(); });
}

std::int64_t QueueReader::newestChange() const
{
    std::int64_t newest = 0;
    for (const std::string& id : m_looked)
        if (const JobRow* row = m_board.find(id)) newest = std::max(newest, row->changed);
    return newest;
}

void QueueReader::sendDetails()
{
    const StoreReader* reader = m_watch.reader();
    if (!reader || m_looked.empty()) return;
    const std::int64_t change = newestChange();
    // The log of a running job grows without any news in the store.
    const JobRow* single = m_looked.size() == 1 ? m_board.find(m_looked.front()) : nullptr;
    const bool isLogDue = single && isActive(single->state) && Clock::now() - m_detailsSent > logInterval;
    if (change == m_lookedChange && !isLogDue) return;
    m_lookedChange = change;
    m_detailsSent = Clock::now();
    JobDetails details;
    if (m_looked.size() == 1 && reader->job(m_looked.front())) details = detailsOf(m_looked.front());
    for (const std::string& id : m_looked)
        if (const JobRow* row = m_board.find(id))
            details.curves.push_back({id, row->state, row->epochs, reader->epochs(id)});
    Q_EMIT detailsChanged(details);
}

JobDetails QueueReader::detailsOf(const std::string& id) const
{
    const Spool spool(m_watch.reader()->spoolPath());
    const JobHistory history = historyOf(*m_watch.reader(), spool, id);
    JobDetails details;
    details.job = history.job;
    details.network = stagesOf(history.spec.network);
    details.populations = history.populations;
    for (const AttemptHistory& attempt : history.attempts)
        details.attempts.push_back(lineOf(attempt));
    details.counts = countsSentence(history);
    for (const std::filesystem::path& file : history.weights)
        details.weights.push_back(file.string());
    if (history.started) {
        const StartedEvent& ran = *history.started;
        if (!ran.torchVersion.empty())
            details.manifest.push_back(fmt::format("LibTorch {}, {}, {} thread{}, revision {}",
                                                   ran.torchVersion, ran.device, ran.threads,
                                                   ran.threads == 1 ? "" : "s", ran.revision));
        for (const auto& [name, value] : ran.manifest)
            details.manifest.push_back(name + ": " + value);
    }
    details.logTail = history.logTail;
    if (history.job.attempt > 0)
        details.logFile = (attemptFolder(spool.jobFolder(id), history.job.attempt) / "worker.log").string();
    return details;
}

} // namespace regnet
