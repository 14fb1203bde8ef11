// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/comparison.h"
#include "app/cli/table.h"
#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/stats/bootstrap.h"
#include "core/stats/edf.h"
#include "core/stats/two_sample.h"
#include "core/text/readable.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace regnet::cli {
namespace {

/// Below about this n per side a gap of 0.1 in F stays unseen (DKW half-width at n = 370: 0.07).
constexpr std::int64_t smallSample = 100;

const std::vector<double> comparedQuantiles{0.01, 0.05, 0.1, 0.5};

struct CompareOptions
{
    std::string a;
    std::string b;
    BootstrapSettings bootstrap;
    bool asJson = false;
};

struct Comparison
{
    Edf a;
    Edf b;
    KolmogorovSmirnov distance;
    MannWhitney ranks;
    Differences differences;
};

Comparison compare(const Population& a, const Population& b, const BootstrapSettings& settings)
{
    Edf first(a);
    Edf second(b);
    return {first, second, kolmogorovSmirnov(first, second), mannWhitney(first, second),
            bootstrapDifferences(first, second, comparedQuantiles, settings)};
}

std::string intervalText(const Difference& difference)
{
    if (!difference.value)
        return "not defined (a quantile lies on the plateau of failures, or nothing finished)";
    return fmt::format("{:+.2f} [{}, {}]", *difference.value, fixed(difference.low, 2),
                       fixed(difference.high, 2));
}

std::string summaryTable(const Population& a, const Population& b, const Comparison& comparison)
{
    Table table({"population", "n", "failed", "pending", "min", "mean"});
    const auto add = [&](const Population& population, const Edf& edf) {
        table.add({population.name, std::to_string(edf.size()), std::to_string(edf.failed()),
                   std::to_string(edf.pending()), fixed(edf.min(), 2), fixed(edf.mean(), 2)});
    };
    add(a, comparison.a);
    add(b, comparison.b);
    return table.text();
}

std::string honestWords(const Comparison& comparison)
{
    std::string words;
    const std::int64_t n = std::min(comparison.a.size(), comparison.b.size());
    if (n < smallSample)
        words += fmt::format("n is small: with {} networks a curve is known to ±{:.2f} only (DKW, 95 %).\n",
                             n, dkwHalfWidth(n));
    if (comparison.distance.pValue >= 0.05 && comparison.ranks.pValue >= 0.05)
        words += "No difference is shown at the 5 % level; that is not the same as no difference.\n";
    return words;
}

nlohmann::json orNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::ordered_json asJson(const Difference& difference)
{
    return {{"value", orNull(difference.value)},
            {"low", orNull(difference.low)},
            {"high", orNull(difference.high)}};
}

nlohmann::ordered_json asJson(const Population& population, const Edf& edf)
{
    return {{"name", population.name},  {"n", edf.size()},          {"failed", edf.failed()},
            {"pending", edf.pending()}, {"min", orNull(edf.min())}, {"mean", orNull(edf.mean())}};
}

nlohmann::ordered_json asJson(const Population& a, const Population& b, const Comparison& comparison,
                              const BootstrapSettings& settings)
{
    nlohmann::ordered_json json;
    json["a"] = asJson(a, comparison.a);
    json["b"] = asJson(b, comparison.b);
    json["ks"] = {{"distance", comparison.distance.distance},
                  {"p", comparison.distance.pValue},
                  {"method", comparison.distance.method}};
    json["mann_whitney"] = {{"superiority", comparison.ranks.superiority},
                            {"u", comparison.ranks.u},
                            {"p", comparison.ranks.pValue},
                            {"method", comparison.ranks.method}};
    nlohmann::ordered_json quantiles = nlohmann::ordered_json::object();
    for (const auto& at : comparison.differences.quantiles)
        quantiles[shortest(at.probability)] = asJson(at.difference);
    json["differences"] = {{"mean", asJson(comparison.differences.mean)},
                           {"quantiles", quantiles},
                           {"method", "percentile bootstrap over networks"},
                           {"resamples", settings.resamples},
                           {"confidence", settings.confidence},
                           {"seed", settings.seed}};
    json["comparable"] = a.errorKind == b.errorKind && a.recipe == b.recipe;
    return json;
}

std::string asText(const Population& a, const Population& b, const Comparison& comparison)
{
    std::string text = summaryTable(a, b, comparison);
    text += fmt::format("KS distance D = {:.3f}, p = {:.3g} ({})\n", comparison.distance.distance,
                        comparison.distance.pValue, comparison.distance.method);
    text += fmt::format("P({} better than {}) = {:.3f}, p = {:.3g} (Mann-Whitney, {})\n", a.name, b.name,
                        comparison.ranks.superiority, comparison.ranks.pValue, comparison.ranks.method);
    text += fmt::format("difference of means, {} - {}: {} (bootstrap, 95 %)\n", a.name, b.name,
                        intervalText(comparison.differences.mean));
    const auto n = static_cast<double>(std::min(comparison.a.size(), comparison.b.size()));
    for (const auto& at : comparison.differences.quantiles)
        // Below 1 / n a quantile is the minimum again.
        if (at.probability * n >= 1)
            text += fmt::format("  at the {:g} % quantile: {}\n", 100 * at.probability,
                                intervalText(at.difference));
    return text + honestWords(comparison);
}

Population openOne(const std::string& source)
{
    std::vector<Population> populations = openSource(source);
    if (populations.size() != 1)
        throwBadInput(source, fmt::format("holds {} populations", populations.size()), "one population");
    return std::move(populations.front());
}

void run(const CompareOptions& options)
{
    Population a = openOne(options.a);
    Population b = openOne(options.b);
    if (a.name == b.name) {
        a.name += " (" + a.source + ")";
        b.name += " (" + b.source + ")";
    }
    const Comparison comparison = compare(a, b, options.bootstrap);
    if (options.asJson)
        fmt::print("{}\n", asJson(a, b, comparison, options.bootstrap)
                               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        fmt::print("{}", asText(a, b, comparison));
    if (a.errorKind != b.errorKind || a.recipe != b.recipe)
        fmt::print(
            stderr,
            "warning: these populations were not trained and tested alike, so their errors do not compare:\n"
            "  {}: {}; {}\n  {}: {}; {}\n",
            a.name, a.errorKind, a.recipe, b.name, b.errorKind, b.recipe);
}

} // namespace

std::string comparisonText(const Population& a, const Population& b)
{
    return asText(a, b, compare(a, b, {}));
}

void addCompareCommand(CLI::App& app)
{
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command = app.add_subcommand("compare", "Tests and differences of two populations");
    command->add_option("A", options->a, "a population, as for edf")->required();
    command->add_option("B", options->b, "another one")->required();
    command->add_option("--resamples", options->bootstrap.resamples, "of the bootstrap")
        ->capture_default_str();
    command->add_option("--seed", options->bootstrap.seed, "of the bootstrap")->capture_default_str();
    command->add_flag("--json", options->asJson, "print JSON");
    command->callback([options] { run(*options); });
}

} // namespace regnet::cli
