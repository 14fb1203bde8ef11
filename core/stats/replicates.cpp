// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/replicates.h"

#include "core/stats/distributions.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace regnet {
namespace {

constexpr double failure = std::numeric_limits<double>::infinity();

std::vector<double> finishedOf(const std::vector<double>& trainings)
{
    std::vector<double> finished;
    std::ranges::copy_if(trainings, std::back_inserter(finished), [](double e) { return std::isfinite(e); });
    return finished;
}

double meanOf(const std::vector<double>& values)
{
    if (values.empty()) return failure;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double drawnError(const std::vector<double>& trainings, boost::random::mt19937_64& random)
{
    if (trainings.size() == 1) return trainings.front();
    boost::random::uniform_int_distribution<std::size_t> pick(0, trainings.size() - 1);
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < trainings.size(); ++i) {
        const double error = trainings[pick(random)];
        if (!std::isfinite(error)) continue;
        sum += error;
        ++count;
    }
    return count == 0 ? failure : sum / count;
}

Edf drawn(const Replicates& replicates, boost::random::mt19937_64& random)
{
    boost::random::uniform_int_distribution<std::size_t> pick(0, replicates.errors.size() - 1);
    std::vector<double> errors;
    errors.reserve(replicates.errors.size());
    for (std::size_t i = 0; i < replicates.errors.size(); ++i)
        errors.push_back(drawnError(replicates.errors[pick(random)], random));
    return Edf(std::move(errors), 0);
}

} // namespace

Replicates replicatesOf(std::span<const Population> populations)
{
    Replicates result;
    std::map<std::string, std::size_t> placeOf;
    for (const Population& population : populations) {
        if (result.name.empty()) result.name = population.name;
        std::set<std::string> seenHere; // one training serves all draws of its network
        for (const Member& member : population.members) {
            if (member.state == Member::State::Pending) continue;
            const bool isFinished = member.state == Member::State::Finished && std::isfinite(member.error);
            const double error = isFinished ? member.error : failure;
            if (member.networkHash.empty()) {
                result.errors.push_back({error});
                continue;
            }
            if (!seenHere.insert(member.networkHash).second) continue;
            const auto [place, isNew] = placeOf.emplace(member.networkHash, result.errors.size());
            if (isNew) result.errors.emplace_back();
            result.errors[place->second].push_back(error);
        }
    }
    return result;
}

std::optional<SeedNoise> seedNoise(const Replicates& replicates, double confidence)
{
    dkwHalfWidth(1, confidence); // refuses a wrong confidence
    SeedNoise noise;
    noise.confidence = confidence;
    double within = 0;
    double squaredCounts = 0;
    std::vector<std::vector<double>> networks;
    for (const auto& trainings : replicates.errors)
        if (std::vector<double> finished = finishedOf(trainings); finished.size() >= 2)
            networks.push_back(std::move(finished));
    if (networks.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& trainings : networks) {
        const double mean = meanOf(trainings);
        const auto count = static_cast<double>(trainings.size());
        for (const double error : trainings)
            within += (error - mean) * (error - mean);
        noise.trainings += static_cast<std::int64_t>(trainings.size());
        squaredCounts += count * count;
        sum += count * mean;
    }
    noise.networks = static_cast<std::int64_t>(networks.size());
    const auto all = static_cast<double>(noise.trainings);
    const double free = all - static_cast<double>(noise.networks);
    const double variance = within / free;
    noise.deviation = std::sqrt(variance);
    const boost::math::chi_squared chi(free);
    const double tail = (1 - confidence) / 2;
    noise.low = std::sqrt(within / boost::math::quantile(boost::math::complement(chi, tail)));
    noise.high = std::sqrt(within / boost::math::quantile(chi, tail));
    if (noise.networks < 2) return noise;
    double among = 0;
    for (const auto& trainings : networks)
        among += static_cast<double>(trainings.size()) * std::pow(meanOf(trainings) - sum / all, 2);
    const double groups = static_cast<double>(noise.networks) - 1;
    const double usualCount = (all - squaredCounts / all) / groups;
    noise.between = std::sqrt(std::max(0.0, (among / groups - variance) / usualCount));
    return noise;
}

Edf edfOf(const Replicates& replicates)
{
    std::vector<double> errors;
    for (const auto& trainings : replicates.errors)
        errors.push_back(meanOf(finishedOf(trainings)));
    return Edf(std::move(errors), 0);
}

Differences twoLevelDifferences(const Replicates& a, const Replicates& b,
                                const std::vector<double>& probabilities, const BootstrapSettings& settings)
{
    checkBootstrap(settings);
    boost::random::mt19937_64 random(settings.seed);
    return collectDifferences(edfOf(a), edfOf(b), probabilities, settings, [&] {
        return DrawnPair{drawn(a, random), drawn(b, random)};
    });
}

} // namespace regnet
