// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "app/cli/comparison.h"
#include "app/cli/comparison_output.h"
#include "app/cli/json_line.h"
#include "app/cli/population_selection.h"
#include "app/cli/seed_option.h"
#include "core/format/open_source.h"
#include "core/problem.h"
#include "core/stats/comparison.h"
#include "core/stats/replicates.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace regnet::cli {
namespace {

struct CompareOptions
{
    std::vector<std::string> sources;
    std::vector<std::string> replicatesOfA; ///< more trainings of the first, with other seeds
    std::vector<std::string> replicatesOfB;
    SelectionOptions selection;
    NormaliseOptions normalise;
    ComparisonSettings settings;
    bool asJson = false;
};

/// Each source is one population, or all of one argument; names are told apart by their sources.
std::vector<Population> populationsOf(const CompareOptions& options)
{
    std::vector<Population> populations = selected(openSources(options.sources), options.selection);
    if (populations.size() < 2)
        throwBadInput(
            "compare",
            fmt::format("has {} population{}", populations.size(), populations.size() == 1 ? "" : "s"),
            "two or more");
    return populations;
}

std::optional<SeedComparison> seedsOf(const std::vector<Population>& populations,
                                      const CompareOptions& options)
{
    if (options.replicatesOfA.empty() && options.replicatesOfB.empty()) return std::nullopt;
    if (populations.size() != 2)
        throwBadInput("--replicates", "are given for more than two populations", "two");
    const auto with = [&](const Population& first, const std::vector<std::string>& others) {
        std::vector<Population> all{first};
        for (Population& other :
             selected(others.empty() ? std::vector<Population>{} : openSources(others), options.selection))
            all.push_back(std::move(other));
        return replicatesOf(all);
    };
    const Replicates a = with(populations[0], options.replicatesOfA);
    const Replicates b = with(populations[1], options.replicatesOfB);
    const double confidence = options.settings.bootstrap.confidence;
    return SeedComparison{seedNoise(a, confidence), seedNoise(b, confidence),
                          twoLevelDifferences(a, b, options.settings.quantiles, options.settings.bootstrap)};
}

void run(const CompareOptions& options)
{
    checkBootstrap(options.settings.bootstrap);
    ComparisonSettings settings = options.settings;
    settings.bins = binsOf(options.normalise);
    const std::vector<Population> populations = populationsOf(options);
    requireProperty(populations, settings.bins);
    const std::vector<PairComparison> comparisons = compareToFirst(populations, settings);
    const std::optional<SeedComparison> seeds = seedsOf(populations, options);
    if (options.asJson) {
        fmt::print("{}\n", jsonLine(toJson(populations, comparisons, seeds, settings)));
    } else {
        for (std::size_t i = 0; i < comparisons.size(); ++i)
            fmt::print(
                "{}{}", i == 0 ? "" : "\n",
                describe(populations[0], populations[i + 1], comparisons[i], settings, comparisons.size()));
        if (seeds) fmt::print("{}", describe(*seeds, settings));
    }
    for (const PairComparison& comparison : comparisons)
        if (options.asJson) warn(comparison.remarks);
}

} // namespace

std::string comparisonText(const Population& a, const Population& b)
{
    const ComparisonSettings settings;
    return describe(a, b, compare(a, b, settings), settings, 1);
}

void addCompareCommand(Command app)
{
    const auto options = std::make_shared<CompareOptions>();
    const Command command =
        app.subcommand("compare", "Tests and differences of two populations, or of one with several");
    ComparisonSettings& settings = options->settings;
    command
        .option("SOURCE", options->sources,
                "populations, as for edf; the first is compared with each of the others")
        .required();
    command
        .list("--below", settings.thresholds,
              "errors for P(error < this); default: the first one's 5 % and 50 % quantiles")
        .range(0.0, 100.0);
    command.list("--best-of", settings.draws, "expected best of so many")
        .range(std::int64_t{1}, std::int64_t{1'000'000'000})
        .showDefault();
    command.option("--replicates-a", options->replicatesOfA, "the first population trained with other seeds");
    command.option("--replicates-b", options->replicatesOfB, "the second one trained with other seeds");
    addSelectionOptions(command, options->selection);
    addNormaliseOptions(command, options->normalise);
    command.option("--resamples", settings.bootstrap.resamples, "of the bootstrap").showDefault();
    command.option("--permutations", settings.permutations.permutations, "of the normalised test")
        .showDefault();
    addSeed(command, "--seed", settings.bootstrap.seed, "of bootstrap and permutations");
    command.option("--confidence", settings.bootstrap.confidence, "of the intervals").showDefault();
    command.flag("--json", options->asJson, "print JSON");
    command.callback([options] {
        options->settings.permutations.seed = options->settings.bootstrap.seed;
        run(*options);
    });
}

} // namespace regnet::cli
