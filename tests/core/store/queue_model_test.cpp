// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of a store against a model of it in a page: random commands, workers and late words in any order,
// and a store that is closed and opened in between.
#include "core/problem.h"
#include "core/store/store.h"
#include "tests/core/store/store_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <vector>

namespace regnet {
namespace {

/// A job as its rules are meant.
struct ModelJob
{
    std::string id;
    JobState state = JobState::Queued;
    std::optional<JobState> wanted{};
    std::int64_t attempt = 0, kills = 0, priority = 0, epochs = 0;
    double notBefore = 0;
    std::optional<std::int64_t> resultOf{}; ///< the attempt whose result counts

    bool isDue(double now) const
    {
        const double wait = notBefore - now;
        return state == JobState::Queued &&
               (wait <= 0 || wait > 900); // longer ones are of a clock that was set back
    }

    void end(const AttemptEnd& end)
    {
        state = end.state;
        if (!isFinal(state) && wanted) state = *wanted;
        if (resultOf) state = JobState::Done;
        wanted.reset();
        kills = end.kills;
        notBefore = end.notBefore;
    }

    void epoch(std::int64_t ofAttempt, std::int64_t number)
    {
        if (number <= epochs) return;
        epochs = number;
        if (ofAttempt == attempt) kills = 0; // it got further: not its own fault
    }

    void result(std::int64_t ofAttempt)
    {
        if (resultOf) return;
        resultOf = ofAttempt;
        if (isActive(state)) return; // its worker has to end first
        state = JobState::Done;
        wanted.reset();
    }

    void pause()
    {
        if (state == JobState::Queued) state = JobState::Paused;
        if (isActive(state) && !wanted) wanted = JobState::Paused;
    }

    void resume()
    {
        if (state == JobState::Paused) {
            state = JobState::Queued;
            notBefore = 0;
        }
        if (wanted == JobState::Paused) wanted.reset();
    }

    void cancel()
    {
        if (state == JobState::Queued || state == JobState::Paused)
            state = JobState::Cancelled;
        else if (isActive(state))
            wanted = JobState::Cancelled;
    }

    void retry()
    {
        if (state != JobState::Cancelled && !isFailure(state)) return;
        state = JobState::Queued;
        kills = 0;
        notBefore = 0;
    }
};

class QueueModel : public testing::TestWithParam<int>
{
protected:
    static constexpr std::int64_t jobs = 5;

    QueueModel() : m_random(static_cast<unsigned>(GetParam()))
    {
        m_store.emplace(m_folder / "runs.db", "test");
        m_store->add(populationOf(jobs));
        for (std::int64_t depth = 1; depth <= jobs; ++depth)
            m_model.push_back({jobOfDepth(depth)});
    }

    std::int64_t upTo(std::int64_t most)
    {
        return static_cast<std::int64_t>(m_random() % static_cast<unsigned>(most + 1));
    }
    ModelJob& any() { return m_model[static_cast<std::size_t>(upTo(jobs - 1))]; }

    void claim()
    {
        ModelJob* best = nullptr;
        for (ModelJob& job : m_model)
            if (job.isDue(m_now) && (!best || job.priority > best->priority)) best = &job;
        ASSERT_EQ(m_store->nextQueued(m_now), best ? std::optional(best->id) : std::nullopt);
        const auto claimed = m_store->claim("cpu", m_now);
        ASSERT_EQ(claimed.has_value(), best != nullptr);
        if (!best) return;
        best->state = JobState::Claimed;
        ++best->attempt;
        EXPECT_EQ(claimed->id, best->id);
        EXPECT_EQ(claimed->attempt, best->attempt);
    }

    /// Some attempt of a job, the current one or an older one: a late word.
    void endSome()
    {
        ModelJob& job = any();
        if (job.attempt == 0) return;
        const std::int64_t attempt = std::max<std::int64_t>(1, job.attempt - upTo(1));
        const JobState states[] = {JobState::Queued, JobState::Diverged, JobState::Failed,
                                   JobState::OutOfMemory};
        const AttemptEnd end{states[upTo(3)], "as it came", upTo(3), upTo(1) == 0 ? 0 : m_now + 2};
        if (attempt == job.attempt && isActive(job.state)) job.end(end);
        EXPECT_EQ(m_store->end({job.id, attempt}, end), job.state);
    }

    void recordSome()
    {
        ModelJob& job = any();
        const std::int64_t attempt = upTo(job.attempt + 1), number = 1 + upTo(2);
        LoggedEvent event{++m_sequence, m_now, EpochEvent{.epoch = number, .testError = 50, .seconds = 1}};
        const bool isResult = upTo(3) == 0;
        if (isResult) event.event = FinishedEvent{40, 41, 3};
        const bool isKnown = attempt >= 1 && attempt <= job.attempt;
        if (isKnown && isResult) job.result(attempt);
        if (isKnown && !isResult) job.epoch(attempt, number);
        const std::vector<LoggedEvent> twice{event, event};
        EXPECT_EQ(m_store->record(job.id, attempt, twice), isKnown ? 0 : 2);
    }

    void command()
    {
        ModelJob& job = any();
        const JobSelection one{{job.id}, {}};
        switch (upTo(4)) {
        case 0:
            job.pause();
            m_store->pause(one);
            break;
        case 1:
            job.resume();
            m_store->resume(one);
            break;
        case 2:
            job.cancel();
            m_store->cancel(one);
            break;
        case 3:
            job.retry();
            m_store->retry(one);
            break;
        default:
            const std::int64_t priority = upTo(2);
            if (!isFinal(job.state)) job.priority = priority;
            m_store->setPriority(one, priority);
        }
    }

    void run()
    {
        ModelJob& job = any();
        if (job.attempt == 0) return;
        const std::int64_t attempt = std::max<std::int64_t>(1, job.attempt - upTo(1));
        if (attempt == job.attempt && isActive(job.state)) job.state = JobState::Running;
        m_store->setRunning({job.id, attempt}, {4711, 1, "boot"});
    }

    void compare() const
    {
        std::map<JobState, std::int64_t> counts;
        for (const ModelJob& job : m_model) {
            const auto record = m_store->job(job.id);
            ASSERT_TRUE(record);
            EXPECT_EQ(nameOf(record->state), nameOf(job.state));
            EXPECT_EQ(record->wanted, job.wanted);
            EXPECT_EQ(record->attempt, job.attempt);
            EXPECT_EQ(record->kills, job.kills);
            EXPECT_EQ(record->priority, job.priority);
            EXPECT_EQ(record->epochsDone, job.epochs);
            const auto result = m_store->result(job.id);
            ASSERT_EQ(result.has_value(), job.resultOf.has_value());
            if (result) {
                EXPECT_EQ(result->attempt, *job.resultOf);
            }
            ++counts[job.state];
        }
        for (const JobState state : allJobStates)
            EXPECT_EQ(m_store->counts().of(state), counts[state]) << nameOf(state);
    }

    void step()
    {
        switch (upTo(9)) {
        case 0:
        case 1:
        case 2:
            return claim();
        case 3:
        case 4:
            return endSome();
        case 5:
        case 6:
            return recordSome();
        case 7:
            return command();
        case 8:
            return run();
        default:
            m_now += static_cast<double>(upTo(3)) - (upTo(20) == 0 ? 5000 : 0); // sometimes it is set back
            if (upTo(9) == 0) {
                m_store.reset();
                m_store.emplace(m_folder / "runs.db", "test");
            }
        }
    }

    TemporaryFolder m_folder;
    std::mt19937 m_random;
    std::optional<Store> m_store;
    std::vector<ModelJob> m_model;
    double m_now = 1'800'000'000;
    std::int64_t m_sequence = 0;
};

TEST_P(QueueModel, AgreesWithTheStoreAfterEveryStep)
{
    for (int i = 0; i < 300 && !HasFailure(); ++i) {
        SCOPED_TRACE("step " + std::to_string(i));
        step();
        compare();
    }
    EXPECT_TRUE(m_store->fullCheck().empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, QueueModel, testing::Range(1, 11));

} // namespace
} // namespace regnet
