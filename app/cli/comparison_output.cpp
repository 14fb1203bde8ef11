// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/comparison_output.h"

#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "core/stats/comparability.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace regnet::cli {
namespace {

using nlohmann::ordered_json;

ordered_json orNull(std::optional<double> value)
{
    return value ? ordered_json(*value) : ordered_json();
}

ordered_json asJson(const Difference& difference)
{
    return {{"value", orNull(difference.value)},
            {"low", orNull(difference.low)},
            {"high", orNull(difference.high)}};
}

ordered_json asJson(const Estimate& estimate)
{
    return {{"value", orNull(estimate.value)},
            {"low", orNull(estimate.low)},
            {"high", orNull(estimate.high)},
            {"method", estimate.method}};
}

ordered_json asJson(const Population& population, const Edf& edf)
{
    return {{"name", population.name},  {"n", edf.size()},          {"failed", edf.failed()},
            {"pending", edf.pending()}, {"min", orNull(edf.min())}, {"mean", orNull(edf.mean())}};
}

ordered_json asJson(const Differences& differences, const BootstrapSettings& settings, const char* method)
{
    ordered_json quantiles = ordered_json::object();
    for (const auto& at : differences.quantiles)
        quantiles[shortest(at.probability)] = asJson(at.difference);
    return {{"mean", asJson(differences.mean)},
            {"quantiles", quantiles},
            {"method", method},
            {"resamples", settings.resamples},
            {"confidence", settings.confidence},
            {"seed", settings.seed}};
}

ordered_json asJson(const DetectableGap& gap)
{
    return {{"smallest_p", gap.smallestPValue},
            {"critical_distance", orNull(gap.criticalDistance)},
            {"edf_gap", orNull(gap.edfGap)},
            {"superiority", orNull(gap.superiority)},
            {"mean_gap_sd", orNull(gap.meanGap)},
            {"alpha", 0.05},
            {"power", 0.8}};
}

ordered_json asJson(const NormalisedComparison& normalised)
{
    const ComplexityBins& bins = normalised.bins;
    return {{"property", bins.settings.property},
            {"low", bins.low},
            {"high", bins.high},
            {"bins", bins.bins.size()},
            {"bins_empty", bins.empty},
            {"coverage", {bins.coverage[0].share(), bins.coverage[1].share()}},
            {"effective_n", {normalised.a.effectiveSize(), normalised.b.effectiveSize()}},
            {"mean", {orNull(normalised.a.mean()), orNull(normalised.b.mean())}},
            {"distance", normalised.distance.distance},
            {"p", normalised.distance.pValue},
            {"method", normalised.distance.method}};
}

ordered_json asJson(const std::optional<SeedNoise>& noise)
{
    if (!noise) return {};
    return {{"sd", noise->deviation},        {"low", noise->low},
            {"high", noise->high},           {"networks", noise->networks},
            {"trainings", noise->trainings}, {"between_sd", orNull(noise->between)}};
}

ordered_json asJson(const Population& a, const Population& b, const PairComparison& comparison,
                    const ComparisonSettings& settings)
{
    ordered_json json;
    json["a"] = asJson(a, comparison.a);
    json["b"] = asJson(b, comparison.b);
    json["ks"] = {{"distance", comparison.distance.distance},
                  {"p", comparison.distance.pValue},
                  {"p_holm", comparison.ksHolm},
                  {"method", comparison.distance.method}};
    json["mann_whitney"] = {{"superiority", comparison.ranks.superiority},
                            {"u", comparison.ranks.u},
                            {"p", comparison.ranks.pValue},
                            {"p_holm", comparison.ranksHolm},
                            {"method", comparison.ranks.method}};
    json["differences"] =
        asJson(comparison.differences, settings.bootstrap, "percentile bootstrap over networks");
    json["below"] = ordered_json::array();
    for (const ShareDifference& share : comparison.shares)
        json["below"].push_back({{"threshold", share.threshold},
                                 {"a", asJson(share.a)},
                                 {"b", asJson(share.b)},
                                 {"difference", asJson(share.difference)}});
    json["best_of"] = ordered_json::array();
    for (std::size_t i = 0; i < comparison.bestOfA.size(); ++i)
        json["best_of"].push_back({{"k", comparison.bestOfA[i].k},
                                   {"a", orNull(comparison.bestOfA[i].mean)},
                                   {"b", orNull(comparison.bestOfB[i].mean)}});
    if (comparison.normalised) json["normalised"] = asJson(*comparison.normalised);
    json["power"] = asJson(comparison.power);
    json["comparable"] = areComparable(std::array{a, b});
    json["remarks"] = comparison.remarks;
    return json;
}

std::string intervalText(const Difference& difference)
{
    if (!difference.value)
        return "not defined (a quantile lies on the plateau of failures, or nothing finished)";
    return fmt::format("{:+.2f} [{}, {}]", *difference.value, fixed(difference.low, 2),
                       fixed(difference.high, 2));
}

/// Below 1 / n a quantile is the minimum again.
std::string differencesText(const Differences& differences, double n, const std::string& title)
{
    std::string text = title + intervalText(differences.mean) + "\n";
    for (const auto& at : differences.quantiles)
        if (at.probability * n >= 1)
            text += fmt::format("  at the {:g} % quantile: {}\n", 100 * at.probability,
                                intervalText(at.difference));
    return text;
}

std::string normalisedText(const NormalisedComparison& normalised)
{
    const ComplexityBins& bins = normalised.bins;
    return told("normalised by {} ({} widths, {} of them empty somewhere and merged; {:.0f} % and "
                "{:.0f} % of the networks inside, n_eff {:.1f} and {:.1f}): "
                "D = {:.3f}, p = {:.3g} ({}), means {} and {}\n",
                bins.settings.property, bins.settings.bins, bins.empty, 100 * bins.coverage[0].share(),
                100 * bins.coverage[1].share(), normalised.a.effectiveSize(), normalised.b.effectiveSize(),
                normalised.distance.distance, normalised.distance.pValue, normalised.distance.method,
                fixed(normalised.a.mean(), 2), fixed(normalised.b.mean(), 2));
}

std::string holmText(double adjusted, std::size_t pairs)
{
    return pairs < 2 ? "" : fmt::format(", {:.3g} after Holm over {}", adjusted, pairs);
}

} // namespace

std::string describe(const Population& a, const Population& b, const PairComparison& comparison,
                     const ComparisonSettings& settings, std::size_t pairs)
{
    Table table({"population", "n", "failed", "pending", "min", "mean"});
    const auto add = [&](const Population& population, const Edf& edf) {
        table.add({population.name, std::to_string(edf.size()), std::to_string(edf.failed()),
                   std::to_string(edf.pending()), fixed(edf.min(), 2), fixed(edf.mean(), 2)});
    };
    add(a, comparison.a);
    add(b, comparison.b);
    std::string text = table.text();
    text += fmt::format("KS distance D = {:.3f}, p = {:.3g}{} ({})\n", comparison.distance.distance,
                        comparison.distance.pValue, holmText(comparison.ksHolm, pairs),
                        comparison.distance.method);
    text += told("P({} better than {}) = {:.3f}, p = {:.3g}{} (Mann-Whitney, {})\n", a.name, b.name,
                 comparison.ranks.superiority, comparison.ranks.pValue, holmText(comparison.ranksHolm, pairs),
                 comparison.ranks.method);
    const auto n = static_cast<double>(std::min(comparison.a.size(), comparison.b.size()));
    text += differencesText(comparison.differences, n,
                            told("difference of means, {} - {} (bootstrap, {:g} %): ", a.name, b.name,
                                 100 * settings.bootstrap.confidence));
    for (const ShareDifference& share : comparison.shares)
        text += fmt::format("P(error < {:.2f}): {} and {}, difference {} [{}, {}] ({})\n", share.threshold,
                            fixed(share.a.value, 3), fixed(share.b.value, 3),
                            fixed(share.difference.value, 3), fixed(share.difference.low, 3),
                            fixed(share.difference.high, 3), share.difference.method);
    if (!comparison.bestOfA.empty()) {
        text += "expected best of k (closed form):";
        for (std::size_t i = 0; i < comparison.bestOfA.size(); ++i)
            text += fmt::format("{} k = {}: {} and {}", i == 0 ? "" : ";", comparison.bestOfA[i].k,
                                fixed(comparison.bestOfA[i].mean, 2), fixed(comparison.bestOfB[i].mean, 2));
        text += "\n";
    }
    if (comparison.normalised) text += normalisedText(*comparison.normalised);
    for (const std::string& remark : comparison.remarks)
        text += told("{}\n", remark);
    return text;
}

std::string describe(const SeedComparison& seeds, const ComparisonSettings& settings)
{
    std::string text = differencesText(
        seeds.differences, 1e9,
        fmt::format("with the seeds (bootstrap over networks and seeds, {:g} %), difference of means: ",
                    100 * settings.bootstrap.confidence));
    const auto add = [&](const char* which, const std::optional<SeedNoise>& noise) {
        if (noise)
            text += fmt::format("seed noise of the {}: sd {:.3f} [{:.3f}, {:.3f}] over {} networks, {} "
                                "trainings; between networks {}\n",
                                which, noise->deviation, noise->low, noise->high, noise->networks,
                                noise->trainings, fixed(noise->between, 3));
        else
            text += fmt::format("seed noise of the {}: no network was trained twice\n", which);
    };
    add("first", seeds.noiseA);
    add("second", seeds.noiseB);
    return text;
}

ordered_json toJson(const std::vector<Population>& populations,
                    const std::vector<PairComparison>& comparisons,
                    const std::optional<SeedComparison>& seeds, const ComparisonSettings& settings)
{
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        list.push_back(asJson(populations[0], populations[i + 1], comparisons[i], settings));
    if (list.size() != 1) return {{"comparisons", list}};
    ordered_json json = std::move(list.front());
    if (seeds)
        json["seeds"] = {{"noise_a", asJson(seeds->noiseA)},
                         {"noise_b", asJson(seeds->noiseB)},
                         {"differences", asJson(seeds->differences, settings.bootstrap,
                                                "two-level bootstrap over networks and seeds")}};
    return json;
}

} // namespace regnet::cli
