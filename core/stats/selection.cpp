// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/selection.h"

#include "core/problem.h"
#include "core/text/readable.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <set>

namespace regnet {
namespace {

std::optional<double> numberFrom(std::string_view text, std::string_view whole)
{
    if (text.empty()) return std::nullopt;
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        throwBadInput("range", "is \"" + std::string(whole) + "\"", "depth=12:28, flops=:400e6 or wm=2");
    return value;
}

bool isIn(const Member& member, const PropertyRange& range)
{
    const auto value = propertyOf(member, range.property);
    return value && (!range.low || *value >= *range.low) && (!range.high || *value <= *range.high);
}

Population emptyCopy(const Population& population, const std::string& suffix)
{
    Population part{population.name + ", " + suffix,
                    population.source,
                    population.errorKind,
                    population.recipe,
                    population.isPublished,
                    {}};
    return part;
}

} // namespace

std::optional<double> propertyOf(const Member& member, std::string_view property)
{
    if (property == "error") {
        if (member.state != Member::State::Finished || !std::isfinite(member.error)) return std::nullopt;
        return member.error;
    }
    const double* value = member.properties.find(property);
    return value != nullptr && std::isfinite(*value) ? std::optional(*value) : std::nullopt;
}

PropertyRange propertyRangeFrom(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
        throwBadInput("range", "is \"" + std::string(text) + "\"", "depth=12:28, flops=:400e6 or wm=2");
    PropertyRange range;
    range.property = text.substr(0, equals);
    const std::string_view values = text.substr(equals + 1);
    const std::size_t colon = values.find(':');
    range.low = numberFrom(values.substr(0, colon), text);
    range.high = colon == std::string_view::npos ? range.low : numberFrom(values.substr(colon + 1), text);
    if (range.low && range.high && *range.low > *range.high)
        throwBadInput("range", "is \"" + std::string(text) + "\"",
                      "a low end that is not above the high one");
    return range;
}

std::string describe(const PropertyRange& range)
{
    if (range.low && range.high && *range.low == *range.high)
        return range.property + " = " + shortest(*range.low);
    std::string text = range.property;
    if (range.low) text = shortest(*range.low) + " <= " + text;
    if (range.high) text += " <= " + shortest(*range.high);
    return text;
}

Population select(const Population& population, std::span<const PropertyRange> ranges)
{
    if (ranges.empty()) return population;
    std::string suffix;
    for (const PropertyRange& range : ranges)
        suffix += (suffix.empty() ? "" : ", ") + describe(range);
    Population part = emptyCopy(population, suffix);
    for (const Member& member : population.members)
        if (std::ranges::all_of(ranges, [&](const PropertyRange& range) { return isIn(member, range); }))
            part.members.push_back(member);
    return part;
}

std::vector<Population> named(std::vector<Population> populations, std::span<const std::string> names,
                              const std::string& option)
{
    if (names.empty()) return populations;
    std::vector<Population> chosen;
    for (const std::string& name : names) {
        const auto found = std::ranges::find(populations, name, &Population::name);
        if (found == populations.end()) {
            std::string known;
            for (const Population& each : populations)
                known += (known.empty() ? "" : ", ") + each.name;
            throwBadInput(option, "is \"" + name + "\"", known);
        }
        chosen.push_back(*found);
    }
    return chosen;
}

std::vector<Population> split(const Population& population, const std::string& property,
                              std::span<const double> edges, std::size_t mostValues)
{
    std::vector<Population> parts;
    std::vector<double> ends(edges.begin(), edges.end());
    if (std::ranges::adjacent_find(ends, [](double a, double b) { return !(a < b); }) != ends.end())
        throwBadInput("edges", "do not rise", "numbers, each above the one before");
    const bool isByValue = ends.empty();
    if (isByValue) {
        std::set<double> values;
        for (const Member& member : population.members)
            if (const auto value = propertyOf(member, property)) values.insert(*value);
        if (values.size() > mostValues)
            throwBadInput(property,
                          "has " + std::to_string(values.size()) + " different values in " + population.name,
                          "at most " + std::to_string(mostValues) + ", or edges to split at");
        ends.assign(values.begin(), values.end());
    }
    for (std::size_t i = 0; i < ends.size() + (isByValue ? 0 : 1); ++i) {
        const double above = i == 0 ? -std::numeric_limits<double>::infinity() : ends[i - 1];
        const double to = i < ends.size() ? ends[i] : std::numeric_limits<double>::infinity();
        std::string suffix = property + (isByValue ? " = " : " <= ") + shortest(to);
        if (!isByValue && i > 0) suffix = shortest(above) + " < " + (i < ends.size() ? suffix : property);
        Population part = emptyCopy(population, suffix);
        for (const Member& member : population.members)
            if (const auto value = propertyOf(member, property); value && *value > above && *value <= to)
                part.members.push_back(member);
        if (!part.members.empty()) parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace regnet
