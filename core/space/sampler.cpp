// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/sampler.h"

#include "core/network/properties.h"

#include "core/network/network_json.h"
#include "core/space/space_size.h"
#include "core/text/readable.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace regnet {
namespace {

constexpr std::int64_t mostNetworks = 1'000'000;

/// One place in the population: its stream, and what has come out of it.
struct Slot
{
    PhiloxStream random;
    SampledNetwork network;
    bool isFound = false;
    std::int64_t candidates = 0;
    std::array<std::int64_t, rejectionKinds> rejections{};
};

/// A text that is equal for equal networks of one space, and cheaper than the canonical JSON.
std::string keyOf(const Network& network)
{
    std::string key = std::to_string(network.resolution);
    for (const Stage& stage : network.stages) {
        key += ' ' + std::to_string(stage.width) + ' ' + std::to_string(stage.depth) + ' ' +
               shortest(stage.bottleneckRatio) + ' ' + std::to_string(stage.groupWidth);
    }
    return key;
}

std::optional<Rejection> outside(const CountRange& range, std::int64_t count, Rejection low, Rejection high)
{
    if (range.low && count < *range.low) return low;
    if (range.high && count > *range.high) return high;
    return std::nullopt;
}

[[noreturn]] void throwExhausted(const DesignSpace& space, const Slot& slot, std::int64_t index,
                                 std::int64_t n)
{
    const auto worst = std::ranges::max_element(slot.rejections);
    const auto kind = static_cast<Rejection>(worst - slot.rejections.begin());
    const double share = 100 * static_cast<double>(*worst) / static_cast<double>(slot.candidates);
    throwBadInput(space.name,
                  "gives no network " + std::to_string(index + 1) + " of " + std::to_string(n) + " among " +
                      exactCount(slot.candidates) + " candidates: " + shortest(std::round(share * 10) / 10) +
                      " % have " + std::string(nameOf(kind)),
                  kind == Rejection::Duplicate ? "fewer networks, or ones that may repeat"
                                               : "limits that the space can meet");
}

class Work
{
public:
    Work(const DesignSpace& space, const SampleRequest& request)
        : m_space(space), m_request(request), m_sampler(space)
    {
        m_slots.reserve(static_cast<std::size_t>(request.n));
        for (std::int64_t i = 0; i < request.n; ++i)
            m_slots.push_back({PhiloxStream(request.seed, static_cast<std::uint64_t>(i)), {}, false, 0, {}});
    }

    Sample run()
    {
        fillAll();
        if (!m_wasStopped && m_request.isDistinct) replaceDuplicates();
        if (m_wasStopped) return {{}, 0, {}, true};
        Sample sample;
        for (std::size_t i = 0; i < m_slots.size(); ++i) {
            Slot& slot = m_slots[i];
            if (!slot.isFound) throwExhausted(m_space, slot, static_cast<std::int64_t>(i), m_request.n);
            sample.candidates += slot.candidates;
            for (std::size_t r = 0; r < rejectionKinds; ++r)
                sample.rejections[r] += slot.rejections[r];
            sample.networks.push_back(std::move(slot.network));
        }
        return sample;
    }

private:
    /// Draws on until the slot has a network, its budget is spent, or the caller wants to stop.
    void fill(Slot& slot)
    {
        slot.isFound = false;
        while (!slot.isFound && slot.candidates < m_request.budget) {
            if (slot.candidates % 256 == 0 && m_request.isStopped && m_request.isStopped())
                m_wasStopped = true;
            if (m_wasStopped) return;
            ++slot.candidates;
            Candidate candidate = m_sampler.draw(slot.random);
            if (candidate.rejection) {
                ++slot.rejections[static_cast<std::size_t>(*candidate.rejection)];
            } else {
                slot.network = std::move(candidate.drawn);
                slot.isFound = true;
            }
        }
    }

    /// Slots are begun in order and every begun one is finished, so the first that fails is the same for any
    /// number of threads.
    void fillFromQueue()
    {
        while (!m_wasStopped && !m_isExhausted) {
            const std::size_t index = m_next++;
            if (index >= m_slots.size()) return;
            fill(m_slots[index]);
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
        std::unordered_set<std::string> seen;
        for (Slot& slot : m_slots) {
            while (slot.isFound && !seen.insert(keyOf(slot.network.network)).second) {
                ++slot.rejections[static_cast<std::size_t>(Rejection::Duplicate)];
                fill(slot);
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

std::int64_t whole(double value)
{
    return static_cast<std::int64_t>(value);
}

} // namespace

std::string_view nameOf(Rejection rejection)
{
    switch (rejection) {
    case Rejection::SkippedLevel:
        return "a skipped level";
    case Rejection::StageCount:
        return "another number of stages";
    case Rejection::Incompatible:
        return "widths and groups that do not fit";
    case Rejection::FlopsLow:
        return "fewer FLOPs than asked";
    case Rejection::FlopsHigh:
        return "more FLOPs than asked";
    case Rejection::ParamsLow:
        return "fewer params than asked";
    case Rejection::ParamsHigh:
        return "more params than asked";
    case Rejection::ActivationsLow:
        return "fewer activations than asked";
    case Rejection::ActivationsHigh:
        return "more activations than asked";
    case Rejection::Duplicate:
        return "the stages of an earlier network";
    }
    return "?";
}

Sampler::Sampler(const DesignSpace& space) : m_space(space), m_resolution(space.resolution)
{
    m_frame.stem = space.stem;
    m_frame.block = space.block;
    m_frame.seRatio = space.seRatio;
    m_frame.head = space.head;
    m_frame.activation = space.activation;
    if (m_resolution.values().size() == 1) m_frame.resolution = whole(m_resolution.values().front());
    if (const auto* anynet = std::get_if<AnyNetShape>(&space.shape)) {
        const auto orderOf = [](bool isShared) { return isShared ? Order::Equal : Order::Any; };
        m_stageDraws.emplace_back(anynet->depth, anynet->depths, anynet->stages);
        m_stageDraws.emplace_back(anynet->width, anynet->widths, anynet->stages);
        m_stageDraws.emplace_back(anynet->bottleneckRatio, orderOf(anynet->isBottleneckRatioShared),
                                  anynet->stages);
        m_stageDraws.emplace_back(anynet->groupWidth, orderOf(anynet->isGroupWidthShared), anynet->stages);
    } else {
        const auto& line = std::get<RegnetShape>(space.shape);
        if (m_resolution.values().size() == 1) m_coster.emplace(m_frame);
        m_lineDraws.emplace_back(line.depth);
        m_lineDraws.emplace_back(line.w0);
        m_lineDraws.emplace_back(line.isW0EqualToWa ? fixedAt(0) : line.wa);
        m_lineDraws.emplace_back(line.wm);
        m_lineDraws.emplace_back(line.bottleneckRatio);
        m_lineDraws.emplace_back(line.groupWidth);
    }
}

NetworkSpec Sampler::drawSpec(PhiloxStream& random) const
{
    NetworkSpec spec = m_frame;
    if (const auto* line = std::get_if<RegnetShape>(&m_space.shape)) {
        RegnetParameters regnet;
        regnet.line.depth = whole(m_lineDraws[0].draw(random));
        regnet.line.w0 = m_lineDraws[1].draw(random);
        regnet.line.wa = m_lineDraws[2].draw(random);
        regnet.line.wm = m_lineDraws[3].draw(random);
        regnet.bottleneckRatio = m_lineDraws[4].draw(random);
        regnet.groupWidth = whole(m_lineDraws[5].draw(random));
        regnet.stride = m_space.stride;
        if (line->isW0EqualToWa) regnet.line.wa = regnet.line.w0;
        spec.regnet = regnet;
    } else {
        spec.stages.resize(static_cast<std::size_t>(std::get<AnyNetShape>(m_space.shape).stages));
        std::array<std::vector<double>, 4> values;
        for (std::size_t i = 0; i < values.size(); ++i)
            m_stageDraws[i].draw(random, values[i]);
        for (std::size_t s = 0; s < spec.stages.size(); ++s)
            spec.stages[s] = {whole(values[1][s]), whole(values[0][s]), m_space.stride, values[2][s],
                              whole(values[3][s])};
    }
    spec.resolution = whole(m_resolution.draw(random));
    return spec;
}

std::optional<Rejection> Sampler::judgeCost(const Cost& cost) const
{
    const Limits& limits = m_space.limits;
    if (auto out = outside(limits.flops, cost.flops, Rejection::FlopsLow, Rejection::FlopsHigh)) return out;
    if (auto out = outside(limits.params, cost.params, Rejection::ParamsLow, Rejection::ParamsHigh))
        return out;
    return outside(limits.activations, cost.activations, Rejection::ActivationsLow,
                   Rejection::ActivationsHigh);
}

/// What can be said of a RegNet without building it.
std::optional<Rejection> Sampler::judgeLine(const SampledNetwork& drawn) const
{
    const auto& shape = std::get<RegnetShape>(m_space.shape);
    const auto judgeLevels = [&](std::int64_t levels, bool skips) -> std::optional<Rejection> {
        if (skips) return Rejection::SkippedLevel;
        if (levels < shape.fewestStages || levels > shape.mostStages) return Rejection::StageCount;
        return std::nullopt;
    };
    if (!m_coster) {
        const Quantisation quantised = quantise(drawn.spec.regnet->line);
        return judgeLevels(quantised.levels, quantised.skipsLevel());
    }
    thread_local RealisedRegnet realised; // 32 KB that every candidate would have to set up again
    if (m_coster->realise(*drawn.spec.regnet, realised) != RegnetOutcome::Realised)
        return Rejection::Incompatible;
    if (auto out = judgeLevels(realised.levels, realised.skipsLevel())) return out;
    return judgeCost(realised.cost);
}

std::optional<Rejection> Sampler::judge(SampledNetwork& drawn) const
{
    if (drawn.spec.regnet)
        if (auto out = judgeLine(drawn)) return out;
    try {
        drawn.network = realise(drawn.spec);
        drawn.cost = cost(drawn.network);
    } catch (const Error&) {
        return Rejection::Incompatible;
    }
    return judgeCost(drawn.cost);
}

Candidate Sampler::draw(PhiloxStream& random) const
{
    Candidate candidate;
    candidate.drawn.spec = drawSpec(random);
    candidate.rejection = judge(candidate.drawn);
    return candidate;
}

Sample sample(const DesignSpace& space, const SampleRequest& request)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    if (request.n < 0 || request.n > mostNetworks)
        throwBadInput("n", "is " + std::to_string(request.n), "0 to 1000000 networks");
    if (request.isDistinct && isSmallerThan(space, request.n))
        throwBadInput("n", "is " + std::to_string(request.n),
                      "at most the " + settingsOf(space) + " settings of " + space.name);
    return Work(space, request).run();
}

std::map<std::string, double> propertiesOf(const SampledNetwork& drawn)
{
    return propertiesOf(drawn.spec, drawn.network, drawn.cost);
}

} // namespace regnet
