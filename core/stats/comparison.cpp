// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparison.h"

#include "core/stats/comparability.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace regnet {
namespace {

/// Below, a gap of 0.1 in F stays unseen (DKW half-width at n = 370: 0.07).
constexpr std::int64_t smallSample = 100;
constexpr double alpha = 0.05;

std::vector<double> thresholdsOf(const Edf& first, const ComparisonSettings& settings)
{
    if (!settings.thresholds.empty()) return settings.thresholds;
    std::vector<double> thresholds;
    for (const double p : {0.05, 0.5})
        if (const auto error = first.quantile(p)) thresholds.push_back(*error);
    return thresholds;
}

NormalisedComparison normalised(std::span<const Population> both, const ComparisonSettings& settings)
{
    ComplexityBins bins = complexityBins(both, *settings.bins);
    const KolmogorovSmirnov distance = weightedKolmogorovSmirnov(both, bins, 0, 1, settings.permutations);
    WeightedEdf a = normalisedEdf(both[0], bins, 0);
    WeightedEdf b = normalisedEdf(both[1], bins, 1);
    return {std::move(bins), std::move(a), std::move(b), distance};
}

void addHonestWords(PairComparison& comparison)
{
    const std::int64_t n = std::min(comparison.a.size(), comparison.b.size());
    if (n < smallSample)
        comparison.remarks.push_back(
            fmt::format("n is small: with {} networks a curve is known to ±{:.2f} only (DKW, 95 %).", n,
                        dkwHalfWidth(n)));
    if (comparison.distance.pValue < alpha || comparison.ranks.pValue < alpha) return;
    std::string text = "No difference is shown at the 5 % level; that is not the same as no difference.";
    if (comparison.power.superiority)
        text += fmt::format(" With this n a P(better) of {:.2f}, or means {:.2f} standard deviations apart, "
                            "are found in 80 % of cases.",
                            *comparison.power.superiority, *comparison.power.meanGap);
    comparison.remarks.push_back(text);
}

} // namespace

PairComparison compare(const Population& a, const Population& b, const ComparisonSettings& settings)
{
    const std::array both{a, b};
    Edf first(a);
    Edf second(b);
    PairComparison result{first, second, kolmogorovSmirnov(first, second), mannWhitney(first, second)};
    result.ksHolm = result.distance.pValue;
    result.ranksHolm = result.ranks.pValue;
    result.differences = bootstrapDifferences(first, second, settings.quantiles, settings.bootstrap);
    const double confidence = settings.bootstrap.confidence;
    for (const double threshold : thresholdsOf(first, settings))
        result.shares.push_back({threshold, shareBelow(first, threshold, confidence),
                                 shareBelow(second, threshold, confidence),
                                 differenceOfShares(first, second, threshold, confidence)});
    for (const std::int64_t k : settings.draws) {
        result.bestOfA.push_back(expectedBest(first, k));
        result.bestOfB.push_back(expectedBest(second, k));
    }
    result.power = detectableGap(first.size(), second.size());
    if (settings.bins) result.normalised = normalised(both, settings);
    result.remarks = remarksOn(both);
    addHonestWords(result);
    return result;
}

std::vector<PairComparison> compareToFirst(std::span<const Population> populations,
                                           const ComparisonSettings& settings)
{
    std::vector<PairComparison> comparisons;
    for (std::size_t i = 1; i < populations.size(); ++i)
        comparisons.push_back(compare(populations[0], populations[i], settings));
    const auto correct = [&](auto pValueOf, double PairComparison::*adjusted) {
        std::vector<double> pValues;
        for (const PairComparison& comparison : comparisons)
            pValues.push_back(pValueOf(comparison));
        pValues = holm(pValues);
        for (std::size_t i = 0; i < comparisons.size(); ++i)
            comparisons[i].*adjusted = pValues[i];
    };
    correct([](const PairComparison& c) { return c.distance.pValue; }, &PairComparison::ksHolm);
    correct([](const PairComparison& c) { return c.ranks.pValue; }, &PairComparison::ranksHolm);
    return comparisons;
}

} // namespace regnet
