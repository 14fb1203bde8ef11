// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/pycls_sample.h"
#include "core/space/rejection_tally.h"
#include "core/space/sampler.h"
#include "core/space/space_size.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace regnet {
namespace {

constexpr std::int64_t mostNetworks = 1'000'000;
constexpr unsigned mostThreads = 1024;

/// One place in the population: its stream, and what has come out of it.
struct Slot
{
    PhiloxStream random;
    SampledNetwork network;
    bool isFound = false;
    Tally tally;
};

class Work
{
public:
    Work(const DesignSpace& space, const SampleRequest& request)
        : m_space(space), m_request(request), m_sampler(space)
    {
        m_slots.reserve(static_cast<std::size_t>(request.n));
        for (std::int64_t i = 0; i < request.n; ++i)
            m_slots.push_back({PhiloxStream(request.seed, static_cast<std::uint64_t>(i)), {}, false, {}});
    }

    Sample run()
    {
        fillAll();
        if (!m_wasStopped && m_request.isDistinct) replaceDuplicates();
        Sample sample;
        sample.wasStopped = m_wasStopped;
        if (!sample.wasStopped) sample.networks.reserve(m_slots.size());
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            Slot& slot = m_slots[i];
            sample.candidates += slot.tally.candidates;
            for (std::size_t r = 0; r < rejectionKinds; ++r)
                sample.rejections[r] += slot.tally.rejections[r];
            if (sample.wasStopped) continue;
            if (!slot.isFound) throwExhausted(m_space, slot.tally, static_cast<std::int64_t>(i), m_request.n);
            sample.networks.push_back(std::move(slot.network));
        }
        return sample;
    }

private:
    /// Draws on until the slot has a network, its budget is spent, or the caller wants to stop.
    void fill(Slot& slot, Draft& draft)
    {
        slot.isFound = false;
        PhiloxStream random = slot.random; // a local one stays in registers
        while (!slot.isFound && slot.tally.candidates < m_request.budget) {
            if (slot.tally.candidates % 256 == 0 && m_request.isStopped && m_request.isStopped())
                m_wasStopped = true;
            if (m_wasStopped) return;
            ++slot.tally.candidates;
            m_sampler.propose(random, draft);
            if (const auto rejection = m_sampler.judge(draft)) {
                slot.tally.add(*rejection, draft.realised.cost);
            } else {
                slot.network = m_sampler.finished(draft);
                slot.isFound = true;
            }
        }
        slot.random = random;
    }

    /// Slots are begun in order and every begun one is finished, so the first that fails is the same for any
    /// number of threads.
    void fillFromQueue()
    {
        const auto draft = std::make_unique<Draft>(); // 32 KB that a small stack need not hold
        while (!m_wasStopped && !m_isExhausted) {
            const std::size_t index = m_next++;
            if (index >= m_slots.size()) return;
            fill(m_slots[index], *draft);
            if (!m_slots[index].isFound) m_isExhausted = true;
        }
    }

    void fillAll()
    {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t wanted = m_request.threads > 0 ? m_request.threads : cores;
        const std::size_t threads = std::min(wanted, m_slots.size());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back([this] {
                try {
                    fillFromQueue();
                } catch (...) {
                    const std::lock_guard lock(m_failureMutex);
                    m_failure = std::current_exception();
                    m_isExhausted = true;
                }
            });
        fillFromQueue();
        helpers.clear();
        if (m_failure) std::rethrow_exception(m_failure);
    }

    void replaceDuplicates()
    {
        const auto draft = std::make_unique<Draft>();
        std::unordered_set<std::string> seen;
        for (Slot& slot : m_slots) {
            while (slot.isFound && !seen.insert(networkKey(slot.network.network)).second) {
                slot.tally.add(Rejection::Duplicate, {});
                fill(slot, *draft);
            }
            if (!slot.isFound) return;
        }
    }

    const DesignSpace& m_space;
    const SampleRequest& m_request;
    Sampler m_sampler;
    std::vector<Slot> m_slots;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_isExhausted = false;
    std::atomic<bool> m_wasStopped = false;
    std::mutex m_failureMutex;
    std::exception_ptr m_failure;
};

} // namespace

Sample sample(const DesignSpace& space, const SampleRequest& request)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    if (request.n < 0 || request.n > mostNetworks)
        throwBadInput("n", "is " + std::to_string(request.n), "0 to 1000000 networks");
    if (request.threads > mostThreads)
        throwBadInput("threads", "are " + std::to_string(request.threads), "0 to 1024");
    if (request.isDistinct && isSmallerThan(space, request.n))
        throwBadInput("n", "is " + std::to_string(request.n),
                      "at most the " + settingsOf(space) + " settings of " + space.name);
    if (request.generator == Generator::Pycls) return sampleAsPycls(space, request);
    return Work(space, request).run();
}

} // namespace regnet
