// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/sampler.h"
#include "core/space/space_size.h"
#include "core/text/readable.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace regnet {
namespace {

constexpr std::int64_t mostNetworks = 1'000'000;

/// What a candidate passes one after the other.
enum class Gate { Levels, Groups, Flops, Params, Activations, Duplicates };
constexpr std::size_t gates = 6;

Gate gateOf(Rejection rejection)
{
    switch (rejection) {
    case Rejection::SkippedLevel:
    case Rejection::StageCount:
        return Gate::Levels;
    case Rejection::Incompatible:
        return Gate::Groups;
    case Rejection::FlopsLow:
    case Rejection::FlopsHigh:
        return Gate::Flops;
    case Rejection::ParamsLow:
    case Rejection::ParamsHigh:
        return Gate::Params;
    case Rejection::ActivationsLow:
    case Rejection::ActivationsHigh:
        return Gate::Activations;
    case Rejection::Duplicate:
        break;
    }
    return Gate::Duplicates;
}

/// What came of the candidates of one place: counts by reason, and what those that a limit stopped had.
struct Tally
{
    std::int64_t candidates = 0;
    std::array<std::int64_t, rejectionKinds> rejections{};
    struct Seen
    {
        std::int64_t low = std::numeric_limits<std::int64_t>::max();
        std::int64_t high = 0;
    };
    std::array<Seen, gates> seen{};

    void add(Rejection rejection, const Cost& cost)
    {
        ++rejections[static_cast<std::size_t>(rejection)];
        const Gate gate = gateOf(rejection);
        const std::int64_t count = gate == Gate::Flops         ? cost.flops
                                   : gate == Gate::Params      ? cost.params
                                   : gate == Gate::Activations ? cost.activations
                                                               : 0;
        Seen& range = seen[static_cast<std::size_t>(gate)];
        range.low = std::min(range.low, count);
        range.high = std::max(range.high, count);
    }
};

/// One place in the population: its stream, and what has come out of it.
struct Slot
{
    PhiloxStream random;
    SampledNetwork network;
    bool isFound = false;
    Tally tally;
};

/// Bytes that are equal for equal networks of one space, and cheaper than the canonical JSON.
std::string keyOf(const Network& network)
{
    std::string key;
    const auto add = [&key](const auto& value) {
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(network.resolution);
    for (const Stage& stage : network.stages) {
        add(stage.width);
        add(stage.depth);
        add(stage.bottleneckRatio);
        add(stage.groupWidth);
    }
    return key;
}

/// The constraint that empties the space: the last gate that any candidate reached, since none passed it.
Gate emptyingGate(const Tally& tally)
{
    Gate last = Gate::Levels;
    for (std::size_t i = 0; i < rejectionKinds; ++i)
        if (tally.rejections[i] > 0) last = std::max(last, gateOf(static_cast<Rejection>(i)));
    return last;
}

std::string adviceFor(const DesignSpace& space, Gate gate, const Tally& tally)
{
    const auto within = [&](const char* field) {
        const Tally::Seen& seen = tally.seen[static_cast<std::size_t>(gate)];
        return std::string(field) + " within " + exactCount(seen.low) + " to " + exactCount(seen.high) +
               ", which is what they have";
    };
    switch (gate) {
    case Gate::Levels: {
        const auto* shape = std::get_if<RegnetShape>(&space.shape);
        if (shape == nullptr) break;
        const std::string stages =
            shape->fewestStages == shape->mostStages
                ? std::to_string(shape->mostStages)
                : std::to_string(shape->fewestStages) + " to " + std::to_string(shape->mostStages);
        return "parameters whose lines have " + stages + " levels, none of them skipped (regnet.stages)";
    }
    case Gate::Groups:
        return "bottleneck ratios and group widths that fit the widths";
    case Gate::Flops:
        return within("limits.flops");
    case Gate::Params:
        return within("limits.params");
    case Gate::Activations:
        return within("limits.activations");
    case Gate::Duplicates:
        return "fewer networks, or ones that may repeat";
    }
    return "limits that the space can meet";
}

[[noreturn]] void throwExhausted(const DesignSpace& space, const Tally& tally, std::int64_t index,
                                 std::int64_t n)
{
    const Gate gate = emptyingGate(tally);
    std::int64_t reached = 0;
    std::string reasons;
    for (std::size_t i = 0; i < rejectionKinds; ++i) {
        const auto reason = static_cast<Rejection>(i);
        if (tally.rejections[i] == 0 || gateOf(reason) != gate) continue;
        reached += tally.rejections[i];
        const double share = static_cast<double>(tally.rejections[i]) / static_cast<double>(tally.candidates);
        reasons += (reasons.empty() ? "" : " and ") + shortest(std::round(share * 1e3) / 10) + " % have " +
                   std::string(nameOf(reason));
    }
    const std::string last = reached == tally.candidates ? "" : ", and all others failed before";
    throwBadInput(space.name,
                  "gives no network " + std::to_string(index + 1) + " of " + std::to_string(n) + " among " +
                      exactCount(tally.candidates) + " candidates: " + reasons + last,
                  adviceFor(space, gate, tally));
}

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
        if (m_wasStopped) return {{}, 0, {}, true};
        Sample sample;
        sample.networks.reserve(m_slots.size());
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            Slot& slot = m_slots[i];
            if (!slot.isFound) throwExhausted(m_space, slot.tally, static_cast<std::int64_t>(i), m_request.n);
            sample.candidates += slot.tally.candidates;
            for (std::size_t r = 0; r < rejectionKinds; ++r)
                sample.rejections[r] += slot.tally.rejections[r];
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
            while (slot.isFound && !seen.insert(keyOf(slot.network.network)).second) {
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

/// pycls's sampler draws parameters of stages one by one: it knows no shared and no ordered ones.
void checkForPycls(const DesignSpace& space, std::uint64_t seed)
{
    if (seed > std::numeric_limits<std::uint32_t>::max())
        throwBadInput("seed", "is " + std::to_string(seed), "below 2^32, as NumPy's generator asks");
    const auto refuse = [](const char* field) {
        throwBadInput(field, "is a rule that pycls's sampler does not know",
                      "a space of independent parameters, or the generator philox");
    };
    if (const auto* line = std::get_if<RegnetShape>(&space.shape)) {
        if (line->isW0EqualToWa) refuse("regnet.w0_equals_wa");
        return;
    }
    const auto& anynet = std::get<AnyNetShape>(space.shape);
    const auto isFree = [](const Distribution& d) {
        const DiscreteDistribution drawn(d);
        return drawn.values().size() > 1;
    };
    if (anynet.depths != Order::Any) refuse("anynet.depths");
    if (anynet.widths != Order::Any) refuse("anynet.widths");
    if (anynet.isBottleneckRatioShared && isFree(anynet.bottleneckRatio))
        refuse("anynet.shared_bottleneck_ratio");
    if (anynet.isGroupWidthShared && isFree(anynet.groupWidth)) refuse("anynet.shared_group_width");
}

std::string parameterKey(const NetworkSpec& spec)
{
    Network asked;
    asked.resolution = spec.resolution;
    asked.stages = spec.stages;
    std::string key = keyOf(asked);
    if (spec.regnet) {
        const auto& [line, ratio, group, stride] = *spec.regnet;
        for (const double value :
             {static_cast<double>(line.depth), line.w0, line.wa, line.wm, ratio, static_cast<double>(group)})
            key.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return key;
}

/// Candidate after candidate from one stream.
Sample sampleAsPycls(const DesignSpace& space, const SampleRequest& request)
{
    checkForPycls(space, request.seed);
    const Sampler sampler(space);
    PyclsRandom random(static_cast<std::uint32_t>(request.seed));
    const auto draft = std::make_unique<Draft>();
    std::unordered_set<std::string> seen;
    Sample sample;
    Tally tally; // since the last network
    while (static_cast<std::int64_t>(sample.networks.size()) < request.n) {
        if (tally.candidates >= request.budget)
            throwExhausted(space, tally, static_cast<std::int64_t>(sample.networks.size()), request.n);
        if (tally.candidates % 256 == 0 && request.isStopped && request.isStopped()) return {{}, 0, {}, true};
        ++tally.candidates;
        sampler.propose(random, *draft);
        std::optional<Rejection> rejection = sampler.judge(*draft);
        if (!rejection) {
            SampledNetwork drawn = sampler.finished(*draft);
            // pycls drops equal parameters; distinct here means distinct networks, as everywhere.
            const std::string key = request.isDistinct ? keyOf(drawn.network) : parameterKey(drawn.spec);
            if (seen.insert(key).second)
                sample.networks.push_back(std::move(drawn));
            else
                rejection = Rejection::Duplicate;
        }
        if (rejection) {
            tally.add(*rejection, draft->realised.cost);
            ++sample.rejections[static_cast<std::size_t>(*rejection)];
        }
        ++sample.candidates;
        if (!rejection) tally = {};
    }
    return sample;
}

} // namespace

Sample sample(const DesignSpace& space, const SampleRequest& request)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    if (request.n < 0 || request.n > mostNetworks)
        throwBadInput("n", "is " + std::to_string(request.n), "0 to 1000000 networks");
    if (request.isDistinct && isSmallerThan(space, request.n))
        throwBadInput("n", "is " + std::to_string(request.n),
                      "at most the " + settingsOf(space) + " settings of " + space.name);
    if (request.generator == Generator::Pycls) return sampleAsPycls(space, request);
    return Work(space, request).run();
}

} // namespace regnet
