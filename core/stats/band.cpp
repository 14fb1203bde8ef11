// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/band.h"

#include "core/problem.h"
#include "core/stats/distributions.h"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace regnet {
namespace {

/// The corners of a curve, one an error that occurs: the last of equal ones carries F.
std::vector<EdfStep> corners(const std::vector<EdfStep>& steps)
{
    std::vector<EdfStep> result;
    for (const EdfStep& step : steps) {
        if (!result.empty() && result.back().error == step.error)
            result.back() = step;
        else
            result.push_back(step);
    }
    return result;
}

std::vector<BandPoint> around(const std::vector<EdfStep>& curve, double halfWidth)
{
    std::vector<BandPoint> points;
    points.reserve(curve.size());
    for (const EdfStep& corner : curve)
        points.push_back({corner.error, std::max(0.0, corner.probability - halfWidth),
                          std::min(1.0, corner.probability + halfWidth)});
    return points;
}

/// Networks that are drawn among each other, and where the curve rises for each.
struct Stratum
{
    double weight = 0;                  ///< of one network
    std::vector<std::size_t> cornersOf; ///< index of the corner of each network; past the end for failed ones
};

/// The `confidence` quantile of sup |F* - F|, and one step.
double bootstrapHalfWidth(const std::vector<EdfStep>& curve, const std::vector<Stratum>& strata,
                          const BootstrapSettings& settings)
{
    boost::random::mt19937_64 random(settings.seed);
    std::vector<double> distances;
    std::vector<double> gained(curve.size() + 1);
    for (std::int64_t r = 0; r < settings.resamples; ++r) {
        std::ranges::fill(gained, 0.0);
        for (const Stratum& stratum : strata) {
            boost::random::uniform_int_distribution<std::size_t> pick(0, stratum.cornersOf.size() - 1);
            for (std::size_t i = 0; i < stratum.cornersOf.size(); ++i)
                gained[stratum.cornersOf[pick(random)]] += stratum.weight;
        }
        double reached = 0;
        double distance = 0;
        for (std::size_t c = 0; c < curve.size(); ++c) {
            reached += gained[c];
            distance = std::max(distance, std::abs(reached - curve[c].probability));
        }
        distances.push_back(distance);
    }
    std::ranges::sort(distances);
    const double place = std::ceil(settings.confidence * static_cast<double>(distances.size())) - 1;
    // The steps of a resample lie where those of the sample do; the curve of the space may change anywhere
    // between two of them, by as much as one step.
    double step = 0;
    for (const Stratum& stratum : strata)
        step = std::max(step, stratum.weight);
    return distances[static_cast<std::size_t>(std::max(0.0, place))] + step;
}

std::size_t cornerOf(const std::vector<EdfStep>& curve, double error)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(curve, error, {}, &EdfStep::error) -
                                    curve.begin());
}

} // namespace

Band dkwBand(const Edf& edf, double confidence)
{
    return {"DKW", confidence, true, around(corners(edf.steps()), dkwHalfWidth(edf.size(), confidence))};
}

Band pointwiseBootstrapBand(const Edf& edf, double confidence)
{
    dkwHalfWidth(1, confidence); // refuses a wrong confidence
    Band band{"bootstrap over networks, at each error (closed form)", confidence, false, {}};
    const auto n = static_cast<double>(edf.size());
    using Outwards = boost::math::policies::policy<
        boost::math::policies::discrete_quantile<boost::math::policies::integer_round_outwards>>;
    for (const EdfStep& corner : corners(edf.steps())) {
        if (corner.probability >= 1) { // every resample ends there
            band.points.push_back({corner.error, 1, 1});
            continue;
        }
        const boost::math::binomial_distribution<double, Outwards> below(n, corner.probability);
        const double alpha = 1 - confidence;
        band.points.push_back({corner.error, boost::math::quantile(below, alpha / 2) / n,
                               boost::math::quantile(boost::math::complement(below, alpha / 2)) / n});
    }
    return band;
}

Band bootstrapBand(const Edf& edf, const BootstrapSettings& settings)
{
    checkBootstrap(settings);
    const std::vector<EdfStep> curve = corners(edf.steps());
    Band band{"bootstrap over networks, everywhere at once", settings.confidence, true, {}};
    if (edf.size() == 0) return band;
    Stratum all{1 / static_cast<double>(edf.size()), {}};
    for (const double error : edf.errors())
        all.cornersOf.push_back(cornerOf(curve, error));
    all.cornersOf.resize(static_cast<std::size_t>(edf.size()), curve.size());
    band.points = around(curve, bootstrapHalfWidth(curve, {all}, settings));
    return band;
}

Band bootstrapBand(const Population& population, const ComplexityBins& bins, std::size_t which,
                   const BootstrapSettings& settings)
{
    checkBootstrap(settings);
    const std::vector<EdfStep> curve = corners(normalisedEdf(population, bins, which).steps());
    Band band{"bootstrap over networks within bins, everywhere at once", settings.confidence, true, {}};
    std::vector<Stratum> strata(bins.bins.size());
    const std::vector<std::int64_t>& binOf = bins.binOf.at(which);
    for (std::size_t i = 0; i < binOf.size(); ++i) {
        if (binOf[i] < 0) continue;
        const Member& member = population.members.at(i);
        const bool isFinished = member.state == Member::State::Finished && std::isfinite(member.error);
        strata[static_cast<std::size_t>(binOf[i])].cornersOf.push_back(
            isFinished ? cornerOf(curve, member.error) : curve.size());
    }
    for (std::size_t b = 0; b < strata.size(); ++b)
        strata[b].weight = static_cast<double>(bins.bins[b].merged) /
                           static_cast<double>(bins.settings.bins) /
                           static_cast<double>(std::max<std::size_t>(1, strata[b].cornersOf.size()));
    std::erase_if(strata, [](const Stratum& stratum) { return stratum.cornersOf.empty(); });
    if (strata.empty()) return band;
    band.points = around(curve, bootstrapHalfWidth(curve, strata, settings));
    return band;
}

} // namespace regnet
