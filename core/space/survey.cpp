// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/survey.h"

#include "core/space/space_size.h"
#include "core/stats/distributions.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace regnet {
namespace {

constexpr std::size_t mostBins = 64;

bool isLogarithmic(const Distribution& d)
{
    return d.kind != DistributionKind::Uniform && d.kind != DistributionKind::Normal &&
           d.kind != DistributionKind::List;
}

struct NamedDistribution
{
    std::string name;
    Distribution distribution;
    bool isIndependent = true; ///< of other stages
};

/// The parameters in the order in which valuesOf() gives them.
std::vector<NamedDistribution> parametersOf(const DesignSpace& space)
{
    if (const auto* line = std::get_if<RegnetShape>(&space.shape))
        return {{"depth", line->depth},
                {"w0", line->w0},
                {"wa", line->isW0EqualToWa ? line->w0 : line->wa},
                {"wm", line->wm},
                {"bottleneck_ratio", line->bottleneckRatio},
                {"group_width", line->groupWidth},
                {"resolution", space.resolution}};
    const auto& any = std::get<AnyNetShape>(space.shape);
    std::vector<NamedDistribution> all;
    const auto isFree = [](Order order) { return order == Order::Any || order == Order::Equal; };
    for (std::int64_t stage = 1; stage <= any.stages; ++stage) {
        const std::string suffix = "_" + std::to_string(stage);
        all.push_back({"depth" + suffix, any.depth, isFree(any.depths)});
        all.push_back({"width" + suffix, any.width, isFree(any.widths)});
        all.push_back({"bottleneck_ratio" + suffix, any.bottleneckRatio});
        all.push_back({(any.isGroupCount ? "groups" : "group_width") + suffix, any.groupWidth});
    }
    all.push_back({"resolution", space.resolution});
    return all;
}

ParameterHistogram histogramOf(const NamedDistribution& parameter, const DiscreteDistribution& table,
                               std::size_t valuesPerBin)
{
    ParameterHistogram histogram;
    histogram.parameter = parameter.name;
    histogram.isLogarithmic = isLogarithmic(parameter.distribution);
    const auto& values = table.values();
    for (std::size_t i = 0; i < values.size(); i += valuesPerBin) {
        const std::size_t end = std::min(i + valuesPerBin, values.size());
        histogram.low.push_back(values[i]);
        histogram.high.push_back(values[end - 1]);
        double share = 0;
        for (std::size_t v = i; v < end; ++v)
            share += table.probabilities()[v];
        if (parameter.isIndependent) histogram.share.push_back(share);
    }
    histogram.accepted.assign(histogram.low.size(), 0);
    return histogram;
}

std::int64_t depthOf(const RealisedRegnet& realised)
{
    std::int64_t depth = 0;
    for (std::size_t i = 0; i < realised.stageCount; ++i)
        depth += realised.depths[i];
    return depth;
}

Distribution allAlike(const Distribution& d)
{
    const DiscreteDistribution table(d);
    return listed(table.values());
}

} // namespace

Interval shareInterval(std::int64_t hits, std::int64_t trials, double confidence)
{
    if (trials <= 0) return {};
    using Beta = boost::math::beta_distribution<double>;
    const double tail = (1 - confidence) / 2;
    const auto h = static_cast<double>(hits);
    const auto n = static_cast<double>(trials);
    Interval interval;
    if (hits > 0) interval.low = quantile(Beta(h, n - h + 1), tail);
    if (hits < trials) interval.high = quantile(complement(Beta(h + 1, n - h), tail));
    return interval;
}

Surveyor::Surveyor(const DesignSpace& space, std::uint64_t seed, std::size_t mostPoints)
    : m_sampler([&] {
          if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
          return space;
      }()),
      m_seed(seed), m_mostPoints(mostPoints), m_draft(std::make_unique<Draft>())
{
    for (const NamedDistribution& parameter : parametersOf(space)) {
        m_tables.emplace_back(parameter.distribution);
        const std::size_t values = m_tables.back().values().size();
        m_valuesPerBin.push_back((values + mostBins - 1) / mostBins);
        m_survey.histograms.push_back(histogramOf(parameter, m_tables.back(), m_valuesPerBin.back()));
    }
}

void Surveyor::count(const Draft& draft)
{
    std::size_t next = 0;
    const auto add = [&](double value) {
        const auto& values = m_tables[next].values();
        const auto found = std::ranges::lower_bound(values, value);
        const auto index = static_cast<std::size_t>(found - values.begin());
        if (index < values.size()) ++m_survey.histograms[next].accepted[index / m_valuesPerBin[next]];
        ++next;
    };
    const DesignSpace& space = m_sampler.space();
    if (std::holds_alternative<RegnetShape>(space.shape)) {
        const auto& [line, ratio, group, stride] = draft.regnet;
        for (const double value :
             {static_cast<double>(line.depth), line.w0, line.wa, line.wm, ratio, static_cast<double>(group)})
            add(value);
    } else {
        for (std::size_t stage = 0; stage < draft.stages.size(); ++stage)
            for (const auto& values : draft.values)
                add(values[stage]);
    }
    add(m_tables.back().values()[draft.resolution]);
}

void Surveyor::draw(std::int64_t candidates)
{
    Draft& draft = *m_draft;
    for (std::int64_t i = 0; i < candidates; ++i) {
        const std::int64_t index = m_survey.candidates++;
        PhiloxStream random(m_seed, static_cast<std::uint64_t>(index));
        m_sampler.propose(random, draft);
        const auto rejection = m_sampler.judge(draft);
        if (rejection)
            ++m_survey.rejections[static_cast<std::size_t>(*rejection)];
        else {
            ++m_survey.accepted;
            count(draft);
        }
        auto& points = rejection ? m_survey.rejects : m_survey.accepts;
        if (draft.hasCost() && points.size() < m_mostPoints)
            points.push_back({index, depthOf(draft.realised), draft.realised.cost, !rejection});
    }
}

Survey survey(const DesignSpace& space, std::int64_t candidates, std::uint64_t seed,
              const std::stop_token& stop)
{
    Surveyor surveyor(space, seed);
    constexpr std::int64_t portion = 10'000; // some milliseconds
    for (std::int64_t done = 0; done < candidates && !stop.stop_requested(); done += portion)
        surveyor.draw(std::min(portion, candidates - done));
    return surveyor.survey();
}

Candidate candidateAt(const DesignSpace& space, std::uint64_t seed, std::int64_t index)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    PhiloxStream random(seed, static_cast<std::uint64_t>(index));
    return Sampler(space).draw(random);
}

DesignSpace uniformOverSettings(const DesignSpace& space)
{
    DesignSpace even = space;
    even.resolution = allAlike(space.resolution);
    if (auto* any = std::get_if<AnyNetShape>(&even.shape)) {
        for (Distribution* d : {&any->depth, &any->width, &any->bottleneckRatio, &any->groupWidth})
            *d = allAlike(*d);
    } else {
        auto& line = std::get<RegnetShape>(even.shape);
        for (Distribution* d :
             {&line.depth, &line.w0, &line.wa, &line.wm, &line.bottleneckRatio, &line.groupWidth})
            if (d != &line.wa || !line.isW0EqualToWa) *d = allAlike(*d);
    }
    return even;
}

SizeEstimate estimateSize(const DesignSpace& space, std::int64_t candidates, std::uint64_t seed,
                          const std::stop_token& stop)
{
    SizeEstimate estimate;
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    estimate.settings = settingsOf(space);
    const double settings = std::strtod(estimate.settings.c_str(), nullptr); // infinite beyond 10^308
    const Survey seen = survey(uniformOverSettings(space), candidates, seed, stop);
    estimate.candidates = seen.candidates;
    estimate.accepted = seen.accepted;
    const Interval share = seen.acceptanceInterval();
    const auto times = [settings](double part) { return part == 0 ? 0 : settings * part; };
    estimate.size = times(seen.acceptance());
    estimate.interval = {times(share.low), times(share.high)};
    estimate.isExact = std::holds_alternative<AnyNetShape>(space.shape) && space.limits == Limits{} &&
                       seen.accepted == seen.candidates;
    if (estimate.isExact) {
        estimate.size = settings;
        estimate.interval = {settings, settings};
    }
    return estimate;
}

} // namespace regnet
