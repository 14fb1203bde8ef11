// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/best_range.h"

#include "core/problem.h"
#include "core/stats/selection.h"
#include "core/text/readable.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace regnet {
namespace {

struct Winner
{
    double value;
    double probability;
};

/// The smallest value at which the cumulative probability reaches `level`. A sum of many doubles may miss an
/// exact level by rounding, hence the tolerance.
double valueAt(std::span<const Winner> byValue, double level)
{
    constexpr double rounding = 1e-12;
    double cumulative = 0;
    for (const Winner& winner : byValue) {
        cumulative += winner.probability;
        if (cumulative >= level - rounding) return winner.value;
    }
    return byValue.back().value;
}

/// Linear between the two neighbours, as NumPy's default.
double percentile(const std::vector<double>& sorted, double level)
{
    const double place = level * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - static_cast<double>(below));
}

void checkSettings(const WinnerSettings& settings)
{
    if (settings.resamples < 1 || settings.resamples > 1'000'000)
        throwBadInput("resamples", "is " + std::to_string(settings.resamples), "1 to 1000000");
    if (!(settings.share > 0 && settings.share <= 1))
        throwBadInput("share", "is " + shortest(settings.share), "a number above 0 and at most 1");
    if (settings.sample < 0 || settings.sample > 1'000'000)
        throwBadInput("sample", "is " + std::to_string(settings.sample), "a count from 0 to 1000000");
    if (!(settings.confidence > 0 && settings.confidence < 1))
        throwBadInput("confidence", "is " + shortest(settings.confidence), "a number above 0 and below 1");
}

std::int64_t drawsOf(const WinnerSettings& settings, std::int64_t n)
{
    if (settings.sample > 0) return settings.sample;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(n) * settings.share));
}

/// So many draws take about ten seconds.
constexpr std::int64_t mostDraws = 1'000'000'000;

void checkDraws(std::int64_t resamples, std::int64_t sample)
{
    if (sample <= mostDraws / resamples) return;
    throwBadInput("resamples",
                  "are " + std::to_string(resamples) + " of " + std::to_string(sample) + " draws each",
                  "at most " + std::to_string(mostDraws) + " draws in all");
}

/// How often each network was the best of a resample.
std::vector<std::int64_t> winsOf(const std::vector<const Member*>& networks, std::int64_t sample,
                                 const WinnerSettings& settings, const DrawIndex& draw)
{
    std::vector<std::int64_t> wins(networks.size(), 0);
    for (std::int64_t r = 0; r < settings.resamples; ++r) {
        std::size_t winner = draw(networks.size());
        for (std::int64_t i = 1; i < sample; ++i) {
            const std::size_t drawn = draw(networks.size());
            if (networks[drawn]->error < networks[winner]->error) winner = drawn;
        }
        ++wins[winner];
    }
    return wins;
}

} // namespace

std::vector<double> winnerProbabilities(std::int64_t n, std::int64_t sample)
{
    std::vector<double> probabilities;
    const auto total = static_cast<double>(n);
    const auto draws = static_cast<double>(sample);
    double atLeast = 1; // P(every draw has rank >= r)
    for (std::int64_t rank = 0; rank < n; ++rank) {
        const double beyond = std::pow(static_cast<double>(n - rank - 1) / total, draws);
        probabilities.push_back(atLeast - beyond);
        atLeast = beyond;
    }
    return probabilities;
}

std::optional<BestRange> bestRange(std::span<const ValueAndError> pairs, double confidence,
                                   std::int64_t sample)
{
    if (!(confidence > 0 && confidence < 1))
        throwBadInput("confidence", "is " + shortest(confidence), "a number above 0 and below 1");
    if (sample < 0) throwBadInput("sample", "is " + std::to_string(sample), "a count of 0 or more");
    std::vector<ValueAndError> finite;
    for (const ValueAndError& pair : pairs)
        if (std::isfinite(pair.value) && std::isfinite(pair.error)) finite.push_back(pair);
    if (finite.empty()) return std::nullopt;

    BestRange range;
    range.n = static_cast<std::int64_t>(finite.size());
    range.sample = sample > 0 ? sample : std::max<std::int64_t>(1, range.n / 4);
    std::ranges::stable_sort(finite, {}, &ValueAndError::error);
    const std::vector<double> probabilities = winnerProbabilities(range.n, range.sample);
    std::vector<Winner> winners;
    winners.reserve(finite.size());
    for (std::size_t rank = 0; rank < finite.size(); ++rank)
        winners.push_back({finite[rank].value, probabilities[rank]});
    std::ranges::stable_sort(winners, {}, &Winner::value);
    range.low = valueAt(winners, (1 - confidence) / 2);
    range.best = valueAt(winners, 0.5);
    range.high = valueAt(winners, (1 + confidence) / 2);
    return range;
}

std::optional<BestRange> bestRange(const Population& population, const std::string& property,
                                   double confidence)
{
    std::vector<ValueAndError> pairs;
    for (const Member& member : population.members) {
        if (member.state != Member::State::Finished) continue;
        if (const double* value = member.properties.find(property)) pairs.push_back({*value, member.error});
    }
    return bestRange(pairs, confidence);
}

std::vector<std::optional<BestRange>> bestRanges(const Population& population,
                                                 std::span<const std::string> properties, double confidence,
                                                 std::int64_t sample)
{
    std::vector<std::vector<ValueAndError>> pairs(properties.size());
    for (const Member& member : population.members) {
        if (member.state != Member::State::Finished) continue;
        for (std::size_t p = 0; p < properties.size(); ++p)
            if (const double* value = member.properties.find(properties[p]))
                pairs[p].push_back({*value, member.error});
    }
    std::vector<std::optional<BestRange>> ranges;
    for (const auto& each : pairs)
        ranges.push_back(bestRange(each, confidence, sample));
    return ranges;
}

std::vector<std::optional<BestRange>> monteCarloRanges(const Population& population,
                                                       std::span<const std::string> properties,
                                                       const WinnerSettings& settings)
{
    boost::random::mt19937_64 random(settings.seed);
    return monteCarloRanges(population, properties, settings, [&random](std::size_t n) {
        return boost::random::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    });
}

std::vector<std::optional<BestRange>> monteCarloRanges(const Population& population,
                                                       std::span<const std::string> properties,
                                                       const WinnerSettings& settings, const DrawIndex& draw)
{
    checkSettings(settings);
    std::vector<const Member*> finished;
    for (const Member& member : population.members)
        if (member.state == Member::State::Finished && std::isfinite(member.error))
            finished.push_back(&member);
    std::vector<std::optional<BestRange>> ranges(properties.size());
    if (finished.empty()) return ranges;
    const auto n = static_cast<std::int64_t>(finished.size());
    const std::int64_t sample = drawsOf(settings, n);
    checkDraws(settings.resamples, sample);
    const std::vector<std::int64_t> wins = winsOf(finished, sample, settings, draw);
    for (std::size_t p = 0; p < properties.size(); ++p) {
        std::vector<double> values;
        std::int64_t known = 0;
        for (std::size_t i = 0; i < finished.size(); ++i) {
            const auto value = propertyOf(*finished[i], properties[p]);
            if (!value) continue;
            ++known;
            values.insert(values.end(), static_cast<std::size_t>(wins[i]), *value);
        }
        if (values.empty()) continue;
        std::ranges::sort(values);
        const double tail = (1 - settings.confidence) / 2;
        ranges[p] = BestRange{percentile(values, tail), percentile(values, 0.5), percentile(values, 1 - tail),
                              known, sample};
    }
    return ranges;
}

std::vector<std::string> propertiesOf(const Population& population)
{
    std::set<std::string> names;
    for (const Member& member : population.members)
        if (member.state == Member::State::Finished)
            for (const auto& [name, value] : member.properties)
                if (std::isfinite(value)) names.insert(name.text());
    return {names.begin(), names.end()};
}

} // namespace regnet
