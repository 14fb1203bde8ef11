// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/inverse_design.h"

#include "core/text/readable.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <thread>

namespace regnet {
namespace {

constexpr std::int64_t portion = 16'384; // candidates between two looks at the stop token

struct Hit
{
    std::int64_t index = 0; ///< of the candidate
    Cost cost;
    double key = 0; ///< by which it is ranked, lower first
    double milliseconds = 0;
};

void checkQuery(const DesignQuery& query)
{
    if (query.n < 1 || query.n > 100'000)
        throwBadInput("n", "is " + std::to_string(query.n), "1 to 100000 networks");
    if (query.candidates < 1 || query.candidates > 1'000'000'000)
        throwBadInput("candidates", "are " + std::to_string(query.candidates), "1 to 1000000000");
    if (query.threads > 1024) throwBadInput("threads", "are " + std::to_string(query.threads), "0 to 1024");
    if (query.flops && *query.flops < 1)
        throwBadInput("flops", "are " + std::to_string(*query.flops), "at least 1");
    if (!(query.tolerance >= 0 && query.tolerance <= 1))
        throwBadInput("tolerance", "is " + shortest(query.tolerance), "a share of 0 to 1");
    const auto checkRange = [](const char* field, const CountRange& range) {
        if (range.low && range.high && *range.low > *range.high)
            throwBadInput(field, "ends at " + std::to_string(*range.high) + ", below its beginning",
                          "an end of at least " + std::to_string(*range.low));
    };
    checkRange("params", query.params);
    checkRange("activations", query.activations);
    checkRange("depth", query.depth);
    const bool needsModel = query.leastRunTime || query.mostRunTime || query.rank == DesignRank::RunTime;
    if (needsModel && !query.runTime)
        throwBadInput("run time", "is not known for this machine",
                      "measurements from which it can be predicted");
    if (query.leastRunTime && query.mostRunTime && *query.leastRunTime > *query.mostRunTime)
        throwBadInput("run time", "ends at " + shortest(*query.mostRunTime) + " ms, below its beginning",
                      "an end of at least " + shortest(*query.leastRunTime) + " ms");
    if (query.rank == DesignRank::Flops && !query.flops)
        throwBadInput("rank", "asks for the nearest FLOPs, and none are given", "a number of FLOPs");
}

/// The narrower of two ranges; throws where they leave nothing.
CountRange both(const CountRange& a, const CountRange& b, const char* field)
{
    const auto pick = [](auto x, auto y, auto better) {
        if (!x) return y;
        if (!y) return x;
        return std::optional(better(*x, *y));
    };
    const CountRange range{
        pick(a.low, b.low, [](std::int64_t x, std::int64_t y) { return std::max(x, y); }),
        pick(a.high, b.high, [](std::int64_t x, std::int64_t y) { return std::min(x, y); })};
    if (range.low && range.high && *range.low > *range.high)
        throwBadInput(field,
                      "are asked for outside of the space's limits: " + exactCount(*range.low) + " to " +
                          exactCount(*range.high),
                      "a wish that the space's own limits allow");
    return range;
}

class Search
{
public:
    explicit Search(const DesignQuery& query, std::stop_token stop)
        : m_query(query), m_stop(std::move(stop)), m_sampler(narrowed(query))
    {
    }

    DesignAnswer answer()
    {
        look();
        DesignAnswer answer;
        answer.candidates = m_looked;
        answer.found = static_cast<std::int64_t>(m_hits.size());
        answer.wasStopped = m_stop.stop_requested();
        rank(answer);
        findPareto(answer);
        return answer;
    }

private:
    /// The space with the query's limits as its own: the sampler then judges them.
    static DesignSpace narrowed(const DesignQuery& query)
    {
        DesignSpace space = query.space;
        if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
        space.limits.flops = both(space.limits.flops, flopsRange(query), "flops");
        space.limits.params = both(space.limits.params, query.params, "params");
        space.limits.activations = both(space.limits.activations, query.activations, "activations");
        if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
        return space;
    }

    void look()
    {
        const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
        const unsigned threads = m_query.threads > 0 ? m_query.threads : cores;
        std::vector<std::vector<Hit>> hits(threads);
        {
            std::vector<std::jthread> helpers;
            for (unsigned t = 1; t < threads; ++t)
                helpers.emplace_back([this, &mine = hits[t]] { lookThrough(mine); });
            lookThrough(hits[0]);
        }
        for (const auto& some : hits)
            m_hits.insert(m_hits.end(), some.begin(), some.end());
        // By rank, then in the order of the candidates: the same for any number of threads.
        std::ranges::sort(m_hits, [](const Hit& a, const Hit& b) {
            return std::tie(a.key, a.cost.params, a.index) < std::tie(b.key, b.cost.params, b.index);
        });
    }

    void lookThrough(std::vector<Hit>& hits)
    {
        const auto draft = std::make_unique<Draft>();
        while (!m_stop.stop_requested()) {
            const std::int64_t begin = m_next.fetch_add(portion);
            if (begin >= m_query.candidates) return;
            const std::int64_t end = std::min(begin + portion, m_query.candidates);
            for (std::int64_t i = begin; i < end; ++i)
                if (const auto hit = lookAt(i, *draft)) hits.push_back(*hit);
            m_looked += end - begin;
        }
    }

    std::optional<Hit> lookAt(std::int64_t index, Draft& draft) const
    {
        propose(index, draft);
        if (m_sampler.judge(draft)) return std::nullopt;
        std::int64_t depth = 0;
        for (std::size_t s = 0; s < draft.realised.stageCount; ++s)
            depth += draft.realised.depths[s];
        if (!m_query.depth.contains(depth)) return std::nullopt;
        Hit hit{index, draft.realised.cost, 0, 0};
        if (m_query.runTime) hit.milliseconds = m_query.runTime->milliseconds(hit.cost);
        if (m_query.leastRunTime && hit.milliseconds < *m_query.leastRunTime) return std::nullopt;
        if (m_query.mostRunTime && hit.milliseconds > *m_query.mostRunTime) return std::nullopt;
        hit.key = keyOf(hit);
        return hit;
    }

    void propose(std::int64_t index, Draft& draft) const
    {
        PhiloxStream random(m_query.seed, static_cast<std::uint64_t>(index));
        m_sampler.propose(random, draft);
    }

    double keyOf(const Hit& hit) const
    {
        switch (m_query.rank) {
        case DesignRank::Activations:
            return static_cast<double>(hit.cost.activations);
        case DesignRank::Params:
            return static_cast<double>(hit.cost.params);
        case DesignRank::Flops:
            return std::abs(static_cast<double>(hit.cost.flops - *m_query.flops));
        case DesignRank::RunTime:
            break;
        }
        return hit.milliseconds;
    }

    Design built(const Hit& hit) const
    {
        const auto draft = std::make_unique<Draft>();
        propose(hit.index, *draft);
        m_sampler.judge(*draft);
        SampledNetwork drawn = m_sampler.finished(*draft);
        Design design{std::move(drawn.spec), std::move(drawn.network), drawn.cost, {}, false};
        if (m_query.runTime) design.milliseconds = hit.milliseconds;
        return design;
    }

    void rank(DesignAnswer& answer) const
    {
        for (const Hit& hit : m_hits) {
            if (static_cast<std::int64_t>(answer.ranked.size()) >= m_query.n) break;
            Design design = built(hit);
            // Equal networks have equal costs, so they stand close together.
            const bool isKnown = std::ranges::any_of(
                answer.ranked, [&](const Design& known) { return known.network == design.network; });
            if (!isKnown) answer.ranked.push_back(std::move(design));
        }
    }

    void findPareto(DesignAnswer& answer) const
    {
        std::vector<Hit> hits = m_hits;
        const bool hasTime = m_query.runTime.has_value();
        std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
            return std::tie(a.cost.activations, a.cost.params, a.milliseconds, a.index) <
                   std::tie(b.cost.activations, b.cost.params, b.milliseconds, b.index);
        });
        std::vector<Hit> front; // every later hit has at least as many activations
        for (const Hit& hit : hits) {
            const bool isBeaten = std::ranges::any_of(front, [&](const Hit& other) {
                return other.cost.params <= hit.cost.params &&
                       (!hasTime || other.milliseconds <= hit.milliseconds);
            });
            if (!isBeaten) front.push_back(hit);
        }
        for (const Hit& hit : front) {
            answer.pareto.push_back(built(hit));
            answer.pareto.back().isPareto = true;
        }
        for (Design& design : answer.ranked)
            design.isPareto = std::ranges::any_of(
                answer.pareto, [&](const Design& best) { return best.cost == design.cost; });
    }

    const DesignQuery& m_query;
    std::stop_token m_stop;
    Sampler m_sampler;
    std::atomic<std::int64_t> m_next = 0;
    std::atomic<std::int64_t> m_looked = 0;
    std::vector<Hit> m_hits;
};

} // namespace

CountRange flopsRange(const DesignQuery& query)
{
    if (!query.flops) return {};
    const auto flops = static_cast<double>(*query.flops);
    const double most = flops * (1 + query.tolerance);
    CountRange range{static_cast<std::int64_t>(std::ceil(flops * (1 - query.tolerance))), std::nullopt};
    if (most < 9.2e18) range.high = static_cast<std::int64_t>(std::floor(most)); // beyond, counts end
    return range;
}

DesignAnswer findDesigns(const DesignQuery& query, std::stop_token stop)
{
    checkQuery(query);
    return Search(query, std::move(stop)).answer();
}

DesignQuery fewerActivationsThan(const NetworkSpec& spec, DesignQuery query)
{
    const Cost own = cost(realise(spec));
    query.space.stem = spec.stem;
    query.space.block = spec.block;
    query.space.seRatio = spec.seRatio;
    query.space.head = spec.head;
    query.space.activation = spec.activation;
    query.space.resolution = fixedAt(static_cast<double>(spec.resolution));
    query.flops = own.flops;
    const std::int64_t most = own.activations - 1;
    query.activations.high = std::min(query.activations.high.value_or(most), most);
    return query;
}

} // namespace regnet
