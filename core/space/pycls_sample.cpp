// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/pycls_sample.h"

#include "core/space/rejection_tally.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace regnet {
namespace {

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
    std::string key = networkKey(asked);
    if (spec.regnet) {
        const auto& [line, ratio, group, stride] = *spec.regnet;
        for (const double value :
             {static_cast<double>(line.depth), line.w0, line.wa, line.wm, ratio, static_cast<double>(group)})
            key.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return key;
}

/// Candidate after candidate from one stream.
Sample sampleOneStream(const DesignSpace& space, const SampleRequest& request)
{
    const Sampler sampler(space);
    PyclsRandom random(static_cast<std::uint32_t>(request.seed));
    const auto draft = std::make_unique<Draft>();
    std::unordered_set<std::string> seen;
    Sample sample;
    Tally tally; // since the last network
    while (static_cast<std::int64_t>(sample.networks.size()) < request.n) {
        if (tally.candidates >= request.budget)
            throwExhausted(space, tally, static_cast<std::int64_t>(sample.networks.size()), request.n);
        if (tally.candidates % 256 == 0 && request.isStopped && request.isStopped())
            return {{}, sample.candidates, sample.rejections, true};
        ++tally.candidates;
        sampler.propose(random, *draft);
        std::optional<Rejection> rejection = sampler.judge(*draft);
        if (!rejection) {
            SampledNetwork drawn = sampler.finished(*draft);
            // pycls drops equal parameters; distinct here means distinct networks, as everywhere.
            const std::string key = request.isDistinct ? networkKey(drawn.network) : parameterKey(drawn.spec);
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

constexpr std::int64_t chunkSize = 5000;
constexpr std::int64_t mostSamples = 1'000'000;
constexpr std::uint32_t seedsOfChunks = 1'000'000;

/// One chunk of candidates from a seed of its own, ended early when it has all that is wanted by itself.
void drawChunk(const Sampler& sampler, std::uint32_t seed, std::int64_t wanted, Draft& draft, Tally& tally,
               std::vector<std::pair<std::string, SampledNetwork>>& kept)
{
    PyclsRandom random(seed);
    std::unordered_set<std::string> seen;
    for (std::int64_t i = 0; i < chunkSize && static_cast<std::int64_t>(seen.size()) < wanted; ++i) {
        ++tally.candidates;
        sampler.propose(random, draft);
        if (const auto rejection = sampler.judge(draft)) {
            tally.add(*rejection, draft.realised.cost);
            continue;
        }
        SampledNetwork drawn = sampler.finished(draft);
        std::string key = parameterKey(drawn.spec);
        if (seen.insert(key).second)
            kept.emplace_back(std::move(key), std::move(drawn));
        else
            tally.add(Rejection::Duplicate, {});
    }
}

/// As tools/sweep_setup.py: rounds of one chunk a process until there are enough, then a random choice.
Sample sampleSweep(const DesignSpace& space, const SampleRequest& request)
{
    const Sampler sampler(space);
    PyclsRandom random(static_cast<std::uint32_t>(request.seed));
    const auto seeds = random.choose(seedsOfChunks, static_cast<std::size_t>(mostSamples / chunkSize));
    const auto draft = std::make_unique<Draft>();
    std::vector<std::pair<std::string, SampledNetwork>> all;
    std::unordered_set<std::string> seen;
    Sample sample;
    Tally tally;
    std::size_t next = 0;
    while (sample.candidates < mostSamples && static_cast<std::int64_t>(all.size()) < request.n) {
        for (std::int64_t process = 0; process < request.pyclsProcesses && next < seeds.size(); ++process) {
            if (request.isStopped && request.isStopped())
                return {{}, tally.candidates, tally.rejections, true};
            std::vector<std::pair<std::string, SampledNetwork>> kept;
            drawChunk(sampler, seeds[next++], request.n, *draft, tally, kept);
            for (auto& one : kept)
                if (seen.insert(one.first).second)
                    all.push_back(std::move(one));
                else
                    tally.add(Rejection::Duplicate, {});
        }
        sample.candidates += chunkSize * request.pyclsProcesses;
    }
    const auto found = static_cast<std::int64_t>(all.size());
    if (found < request.n) throwExhausted(space, tally, found, request.n);
    sample.rejections = tally.rejections;
    for (const std::uint32_t chosen :
         random.choose(static_cast<std::uint32_t>(all.size()), static_cast<std::size_t>(request.n)))
        sample.networks.push_back(std::move(all[chosen].second));
    return sample;
}

} // namespace

Sample sampleAsPycls(const DesignSpace& space, const SampleRequest& request)
{
    checkForPycls(space, request.seed);
    if (request.pyclsProcesses < 0 || request.pyclsProcesses > 1024)
        throwBadInput("processes", "are " + std::to_string(request.pyclsProcesses), "0 to 1024");
    return request.pyclsProcesses == 0 ? sampleOneStream(space, request) : sampleSweep(space, request);
}

} // namespace regnet
