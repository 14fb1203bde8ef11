// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_line.h"
#include "core/problem.h"
#include "core/stats/power.h"
#include "core/text/readable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace regnet::cli {
namespace {

struct PowerOptions
{
    std::vector<double> gaps, better, meanGaps, shares;
    std::vector<std::int64_t> sizes;
    double confidence = 0.95;
    double power = 0.8;
    bool asJson = false;

    PowerSettings settings() const { return {1 - confidence, power}; }
    bool isEmpty() const
    {
        return gaps.empty() && better.empty() && meanGaps.empty() && shares.empty() && sizes.empty();
    }
};

/// One question and its answer, in both forms.
struct Answer
{
    std::string text;
    nlohmann::ordered_json json;
};

using Networks = std::optional<std::int64_t> (*)(double, const PowerSettings&);

void addNetworks(std::vector<Answer>& answers, const std::vector<double>& wanted, const char* field,
                 const char* what, Networks networksFor, const PowerOptions& options)
{
    for (const double gap : wanted) {
        const auto n = networksFor(gap, options.settings());
        answers.push_back({n ? fmt::format("{} {} takes {} networks in each population", what, shortest(gap),
                                           exactCount(*n))
                             : fmt::format("{} {} cannot be told apart, whatever the number of networks",
                                           what, shortest(gap)),
                           {{field, gap}, {"networks", n ? nlohmann::json(*n) : nlohmann::json()}}});
    }
}

nlohmann::json orNull(std::optional<double> value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

Answer answerFor(std::int64_t n, const PowerOptions& options)
{
    const DetectableGap gap = detectableGap(n, n, options.settings());
    const double missed = chanceToMissBest(n, 0.05);
    std::string text = fmt::format(
        "{} networks know a curve to ±{:.3f}, and none of them is of the best 5 % with a chance of "
        "{:.2g}",
        exactCount(n), gap.bandA, missed);
    text += gap.edfGap
                ? fmt::format("; two such populations show a gap of {:.3f} between the curves, P(better) "
                              "= {:.3f}, or means {:.3f} standard deviations apart",
                              *gap.edfGap, *gap.superiority, *gap.meanGap)
                : std::string("; two such populations are too small to show anything");
    return {text,
            {{"networks", n},
             {"band", gap.bandA},
             {"edf_gap", orNull(gap.edfGap)},
             {"better", orNull(gap.superiority)},
             {"mean_gap", orNull(gap.meanGap)},
             {"chance_to_miss_best_5_percent", missed}}};
}

void run(const PowerOptions& options)
{
    if (options.isEmpty())
        throwBadInput("regnet power", "was asked nothing", "--gap, --better, --mean-gap, --best or --n");
    if (!(options.confidence > 0 && options.confidence < 1))
        throwBadInput("--confidence", "is " + shortest(options.confidence), "a number above 0 and below 1");
    std::vector<Answer> answers;
    addNetworks(answers, options.gaps, "edf_gap", "a gap between two curves of", networksForEdfGap, options);
    addNetworks(answers, options.better, "better", "a chance to be better of", networksForSuperiority,
                options);
    addNetworks(answers, options.meanGaps, "mean_gap",
                "a difference of the means, in standard deviations, of", networksForMeanGap, options);
    for (const double share : options.shares) {
        const std::int64_t n = networksToFindBest(share, options.confidence);
        answers.push_back(
            {fmt::format("one of the best {:g} % is among {} networks", 100 * share, exactCount(n)),
             {{"best", share}, {"networks", n}}});
    }
    for (const std::int64_t n : options.sizes)
        answers.push_back(answerFor(n, options));
    if (options.asJson) {
        nlohmann::ordered_json json{{"confidence", options.confidence}, {"power", options.power}};
        for (Answer& answer : answers)
            json["answers"].push_back(std::move(answer.json));
        fmt::print("{}\n", json.dump());
        return;
    }
    for (const Answer& answer : answers)
        fmt::print("{}\n", answer.text);
    fmt::print("confidence {:g} %, power {:g} %\n", 100 * options.confidence, 100 * options.power);
}

} // namespace

void addPowerCommand(Command app)
{
    const auto options = std::make_shared<PowerOptions>();
    const Command command = app.subcommand("power", "How many networks to sample, and what so many can show");
    command.list("--gap", options->gaps, "Networks for a gap between two EDFs: 0.1");
    command.list("--better", options->better,
                 "Networks for this chance that one of a space is better than one of the other: 0.6");
    command.list("--mean-gap", options->meanGaps,
                 "Networks for a difference of the means, in standard deviations of the error: 0.3");
    command.list("--best", options->shares, "Networks to have one of the best share of a space: 0.05");
    command.list("--n", options->sizes, "What so many networks a population can show");
    command.option("--confidence", options->confidence, "Of the tests, the band, and the search for the best")
        .showDefault();
    command.option("--power", options->power, "Chance to find a difference that is there").showDefault();
    command.flag("--json", options->asJson, "Print one JSON object");
    command.callback([options] { run(*options); });
}

} // namespace regnet::cli
