// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/best_range.h"

#include "core/problem.h"
#include "core/text/readable.h"

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
        const auto found = member.properties.find(property);
        if (found != member.properties.end()) pairs.push_back({found->second, member.error});
    }
    return bestRange(pairs, confidence);
}

std::vector<std::string> propertiesOf(const Population& population)
{
    std::set<std::string> names;
    for (const Member& member : population.members)
        if (member.state == Member::State::Finished)
            for (const auto& [name, value] : member.properties)
                if (std::isfinite(value)) names.insert(name);
    return {names.begin(), names.end()};
}

} // namespace regnet
