// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/former_results.h"

#include "core/queue/spool_owner.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace regnet {
namespace {

/// What a worker would have logged for a result, by attempt.
using Logs = std::map<std::int64_t, std::vector<LoggedEvent>>;

Logs logsOf(const StoreReader& store, const std::string& id, const ResultRecord& result)
{
    Logs logs;
    for (const EpochRecord& epoch : store.epochs(id))
        logs[epoch.attempt].push_back({epoch.sequence, epoch.unixSeconds, epoch.values});
    std::vector<LoggedEvent>& last = logs[result.attempt];
    std::int64_t sequence = 1;
    for (const LoggedEvent& event : last)
        sequence = std::max(sequence, event.sequence);
    if (store.started(id)) last.insert(last.begin(), {1, 0, result.manifest});
    last.push_back({sequence + 1, 0, result.values});
    return logs;
}

} // namespace

FormerResults::FormerResults(const std::filesystem::path& store, const Spool& spool)
{
    try {
        m_store = std::make_unique<StoreReader>(store);
        if (problemOfOwner(*m_store, spool)) {
            m_store.reset();
            return;
        }
        // One row that cannot be must not hide the others: each is read alone where its result is wanted.
        for (const JobRecord& job : m_store->jobs())
            if (job.state == JobState::Done && job.bestTestError >= 0) m_done.insert(job.id);
    } catch (const Error&) { // damaged, as the store that is made anew mostly is
        m_done.clear();
    }
}

bool FormerResults::isSound()
{
    if (m_isSound) return *m_isSound;
    try {
        m_isSound = m_store->quickCheck().empty();
    } catch (const Error&) {
        m_isSound = false;
    }
    return *m_isSound;
}

bool FormerResults::bring(Store& store, const std::string& id)
{
    if (!m_store) return false;
    Logs logs;
    std::int64_t attempt = 0;
    try {
        const auto job = m_store->job(id);
        if (!job || job->state != JobState::Done) return false;
        const auto result = m_store->result(id);
        if (!result || !isSound()) return false;
        logs = logsOf(*m_store, id, *result);
        attempt = job->attempt;
    } catch (const Error&) { // a row that cannot be
        return false;
    }
    store.inOneTransaction([&] {
        store.restoreAttempt(id, std::max(attempt, logs.rbegin()->first), 0);
        for (const auto& [number, events] : logs)
            store.record(id, number, events);
        if (store.result(id)) store.end({id, store.job(id)->attempt}, {JobState::Done, {}, 0, 0});
    });
    return store.result(id).has_value();
}

std::vector<std::string> FormerResults::lackingIn(const StoreReader& store) const
{
    std::vector<std::string> lacking;
    if (m_done.empty()) return lacking;
    std::set<std::string> done;
    for (const JobRecord& job : store.jobs())
        if (job.bestTestError >= 0) done.insert(job.id);
    std::set_difference(m_done.begin(), m_done.end(), done.begin(), done.end(), std::back_inserter(lacking));
    return lacking;
}

} // namespace regnet
