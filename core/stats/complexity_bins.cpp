// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/complexity_bins.h"

#include "core/problem.h"
#include "core/stats/selection.h"
#include "core/text/readable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

struct Ends
{
    double low = 0;
    double high = 0;
    bool isLowIn = false; ///< whether a network exactly there counts
    bool isHighIn = false;

    bool contains(double value) const
    {
        return (value > low || (isLowIn && value == low)) && (value < high || (isHighIn && value == high));
    }
};

void checkSettings(const BinSettings& settings)
{
    if (settings.bins < 1 || settings.bins > 10'000)
        throwBadInput("bins", "is " + std::to_string(settings.bins), "1 to 10000");
    if (settings.low && settings.high && !(*settings.low < *settings.high))
        throwBadInput("range", "is " + shortest(*settings.low) + " to " + shortest(*settings.high),
                      "a low end below the high one");
    if (settings.isLogarithmic && settings.low && !(*settings.low > 0))
        throwBadInput("range", "begins at " + shortest(*settings.low),
                      "a number above 0 for logarithmic bins");
}

bool counts(const Member& member)
{
    return member.state != Member::State::Pending;
}

/// The range in which every population has networks.
Ends endsOf(std::span<const Population> populations, const BinSettings& settings)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Ends ends{-infinity, infinity, !settings.low, !settings.high};
    for (const Population& population : populations) {
        double low = infinity;
        double high = -infinity;
        for (const Member& member : population.members) {
            const auto value = counts(member) ? propertyOf(member, settings.property) : std::nullopt;
            if (!value || (settings.isLogarithmic && *value <= 0)) continue;
            low = std::min(low, *value);
            high = std::max(high, *value);
        }
        ends.low = std::max(ends.low, low);
        ends.high = std::min(ends.high, high);
    }
    ends.low = settings.low.value_or(ends.low);
    ends.high = settings.high.value_or(ends.high);
    return ends;
}

/// Joins bins until every population has a network in each.
std::vector<Bin> merged(const std::vector<Bin>& bins, std::vector<std::int64_t>& newIndex)
{
    std::vector<Bin> result;
    newIndex.assign(bins.size(), 0);
    const auto lacks = [](const Bin& bin) { return std::ranges::find(bin.counts, 0) != bin.counts.end(); };
    for (std::size_t i = 0; i < bins.size(); ++i) {
        // The lowest bins wait for the first full one; later ones that lack something go to the one below.
        const bool joins = !result.empty() && (lacks(bins[i]) || lacks(result.back()));
        if (joins) {
            Bin& below = result.back();
            below.high = bins[i].high;
            below.merged += bins[i].merged;
            for (std::size_t p = 0; p < below.counts.size(); ++p)
                below.counts[p] += bins[i].counts[p];
        } else {
            result.push_back(bins[i]);
        }
        newIndex[i] = static_cast<std::int64_t>(result.size()) - 1;
    }
    return result;
}

std::vector<Bin> equalWidths(const BinSettings& settings, const Ends& ends, std::size_t populations)
{
    std::vector<Bin> bins;
    const auto edge = [&](std::int64_t i) {
        const double share = static_cast<double>(i) / static_cast<double>(settings.bins);
        return settings.isLogarithmic ? ends.low * std::pow(ends.high / ends.low, share)
                                      : ends.low + (ends.high - ends.low) * share;
    };
    for (std::int64_t i = 0; i < settings.bins; ++i)
        bins.push_back({edge(i), edge(i + 1), 1, std::vector<std::int64_t>(populations, 0)});
    return bins;
}

std::int64_t indexOf(double value, const BinSettings& settings, const Ends& ends)
{
    if (ends.low == ends.high) return 0;
    const double share = settings.isLogarithmic ? std::log(value / ends.low) / std::log(ends.high / ends.low)
                                                : (value - ends.low) / (ends.high - ends.low);
    const auto index = static_cast<std::int64_t>(share * static_cast<double>(settings.bins));
    return std::clamp<std::int64_t>(index, 0, settings.bins - 1);
}

} // namespace

double ComplexityBins::Coverage::share() const
{
    const std::int64_t all = inside + outside + unknown;
    return all == 0 ? 0 : static_cast<double>(inside) / static_cast<double>(all);
}

ComplexityBins complexityBins(std::span<const Population> populations, const BinSettings& settings)
{
    checkSettings(settings);
    ComplexityBins result;
    result.settings = settings;
    result.coverage.resize(populations.size());
    result.binOf.resize(populations.size());
    const Ends ends = endsOf(populations, settings);
    const bool isUsable = std::isfinite(ends.low) && std::isfinite(ends.high) && ends.low <= ends.high &&
                          (!settings.isLogarithmic || ends.low > 0);
    if (isUsable) {
        result.low = ends.low;
        result.high = ends.high;
        result.bins = equalWidths(settings, ends, populations.size());
    }
    for (std::size_t p = 0; p < populations.size(); ++p)
        for (const Member& member : populations[p].members) {
            std::int64_t bin = -1;
            if (counts(member)) {
                const auto value = propertyOf(member, settings.property);
                if (!value)
                    ++result.coverage[p].unknown;
                else if (!isUsable || !ends.contains(*value))
                    ++result.coverage[p].outside;
                else
                    bin = indexOf(*value, settings, ends);
            }
            if (bin >= 0) {
                ++result.coverage[p].inside;
                ++result.bins[static_cast<std::size_t>(bin)].counts[p];
            }
            result.binOf[p].push_back(bin);
        }
    for (const Bin& bin : result.bins)
        if (std::ranges::find(bin.counts, 0) != bin.counts.end()) ++result.empty;
    std::vector<std::int64_t> newIndex;
    result.bins = merged(result.bins, newIndex);
    for (auto& members : result.binOf)
        for (std::int64_t& bin : members)
            if (bin >= 0) bin = newIndex[static_cast<std::size_t>(bin)];
    return result;
}

WeightedEdf normalisedEdf(const Population& population, const ComplexityBins& bins, std::size_t which)
{
    constexpr double failure = std::numeric_limits<double>::infinity();
    const auto widths = static_cast<double>(bins.settings.bins);
    std::vector<WeightedError> networks;
    const std::vector<std::int64_t>& binOf = bins.binOf.at(which);
    for (std::size_t i = 0; i < binOf.size(); ++i) {
        if (binOf[i] < 0) continue;
        const Bin& bin = bins.bins[static_cast<std::size_t>(binOf[i])];
        const Member& member = population.members.at(i);
        const double weight =
            1 / (static_cast<double>(bin.counts[which]) * (widths / static_cast<double>(bin.merged)));
        networks.push_back({member.state == Member::State::Finished ? member.error : failure, weight});
    }
    return WeightedEdf(std::move(networks));
}

} // namespace regnet
