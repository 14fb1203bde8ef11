// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/population_selection.h"
#include "app/cli/command_line.h"
#include "app/cli/tell.h"

#include "core/problem.h"
#include "core/stats/best_range.h"
#include "core/stats/selection.h"
#include "core/text/comma_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace regnet::cli {
namespace {

std::string listOf(const std::vector<std::string>& names)
{
    return names.empty() ? std::string() : fmt::format("one of {}", fmt::join(names, ", "));
}

/// "12,20" as numbers; `what` is for the sentence.
std::vector<double> numbersIn(const std::string& text, const std::string& what)
{
    const auto parts = commaParts(text);
    if (!parts) throwBadInput(what, wrongCommaList(text), "numbers, as in depth=12,20");
    std::vector<double> numbers;
    for (const std::string& part : *parts) {
        const PropertyRange range = propertyRangeFrom("x=" + part);
        if (!range.low || range.low != range.high)
            throwBadInput(what, "is \"" + text + "\"", "numbers, as in depth=12,20");
        if (!numbers.empty() && !(numbers.back() < *range.low))
            throwBadInput(what, "has edges that do not rise: \"" + text + "\"",
                          "numbers, each above the one before");
        numbers.push_back(*range.low);
    }
    return numbers;
}

/// Networks that a selection drops because nobody knows the property are said, not lost in silence.
void warnOfUnknown(const Population& population, const std::string& property)
{
    const auto unknown = std::ranges::count_if(
        population.members, [&](const Member& member) { return !propertyOf(member, property); });
    if (unknown > 0)
        tell(stderr, "warning: {} of {} networks of {} have no {} and are left out.\n", unknown,
             population.members.size(), population.name, property);
}

} // namespace

void addSelectionOptions(Command command, SelectionOptions& options)
{
    command
        .option("--only", options.only,
                "of the sources' populations this one, by its name; several in their order")
        .oneValueEach();
    command
        .option("--where", options.where,
                "only networks in this range: depth=12:28, flops=:400e6, wm=2; may be given several times")
        .oneValueEach();
    command.option("--split", options.split,
                   "one population a value of a property, or between edges: group_width, depth=12,20");
    command.flag("--finished-only", options.isFinishedOnly, "leave failed networks out; the output says so");
}

void addNormaliseOptions(Command command, NormaliseOptions& options)
{
    command.option("--normalise", options.property,
                   "count each complexity alike: flops, params, activations or another property");
    command.option("--bins", options.bins, "equal widths of the normalisation").showDefault();
    command
        .option("--range", options.range,
                "ends of the normalisation, LOW:HIGH; by default where all populations have networks")
        .notEmpty();
    command.flag("--log-bins", options.isLogarithmic, "equal widths of the logarithm");
}

std::vector<Population> selected(std::vector<Population> populations, const SelectionOptions& options)
{
    std::vector<PropertyRange> ranges;
    for (const std::string& text : options.where)
        ranges.push_back(propertyRangeFrom(text));
    std::vector<Population> result;
    for (Population& population : named(std::move(populations), options.only, "--only")) {
        if (options.isFinishedOnly) {
            const auto failed = std::erase_if(population.members, [](const Member& member) {
                return member.state == Member::State::Failed;
            });
            if (failed > 0) population.name += fmt::format(" (finished only, {} failed left out)", failed);
        }
        for (const PropertyRange& range : ranges)
            warnOfUnknown(population, range.property);
        Population part = select(population, ranges);
        if (options.split.empty()) {
            result.push_back(std::move(part));
            continue;
        }
        const std::size_t equals = options.split.find('=');
        const std::string property = options.split.substr(0, equals);
        const std::vector<double> edges = equals == std::string::npos
                                              ? std::vector<double>{}
                                              : numbersIn(options.split.substr(equals + 1), "--split");
        std::vector<Population> parts = split(part, property, edges);
        if (parts.empty())
            throwBadInput("--split", "names \"" + property + "\", which no network of " + part.name + " has",
                          listOf(propertiesOf(part)));
        warnOfUnknown(part, property); // of what is refused only the refusal is said
        std::ranges::move(parts, std::back_inserter(result));
    }
    return result;
}

std::optional<BinSettings> binsOf(const NormaliseOptions& options)
{
    if (options.property.empty()) {
        if (!options.range.empty()) throwBadInput("--range", "is given without --normalise");
        return std::nullopt;
    }
    BinSettings settings;
    settings.property = options.property;
    settings.bins = options.bins;
    settings.isLogarithmic = options.isLogarithmic;
    if (!options.range.empty()) {
        if (options.range.find(':') == std::string::npos)
            throwBadInput("--range", "is \"" + options.range + "\"", "LOW:HIGH");
        const PropertyRange range = propertyRangeFrom(options.property + "=" + options.range);
        settings.low = range.low;
        settings.high = range.high;
    }
    complexityBins({}, settings); // refuses what is out of range
    return settings;
}

void requireProperty(std::span<const Population> populations, const std::optional<BinSettings>& settings)
{
    if (!settings) return;
    const auto hasIt = [&](const Member& member) {
        return propertyOf(member, settings->property).has_value();
    };
    for (const Population& population : populations)
        if (!population.members.empty() && std::ranges::none_of(population.members, hasIt))
            throwBadInput("--normalise",
                          "names \"" + settings->property + "\", which no network of " + population.name +
                              " has",
                          listOf(propertiesOf(population)));
}

void warn(const std::vector<std::string>& remarks)
{
    for (const std::string& remark : remarks)
        tell(stderr, "warning: {}\n", remark);
}

} // namespace regnet::cli
