// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/comparability.h"

#include "core/stats/selection.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <set>

namespace regnet {
namespace {

std::string joined(const std::set<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : " | ") + part;
    return text;
}

/// "224", or "32 to 64" where it is mixed; empty where nothing is known.
std::string valuesOf(const Population& population, const char* property)
{
    std::set<double> values;
    for (const Member& member : population.members)
        if (const auto value = propertyOf(member, property)) values.insert(*value);
    if (values.empty()) return {};
    if (values.size() == 1) return shortest(*values.begin());
    return shortest(*values.begin()) + " to " + shortest(*values.rbegin());
}

struct Disagreement
{
    const char* what;
    std::set<std::string> values;
};

/// What a comparison needs to be the same.
std::vector<Disagreement> differencesOf(std::span<const Population> populations)
{
    std::vector<Disagreement> all{
        {"errors", {}}, {"recipes or data", {}}, {"resolutions", {}}, {"numbers of epochs", {}}};
    for (const Population& population : populations) {
        if (!population.errorKind.empty()) all[0].values.insert(population.errorKind);
        if (!population.recipe.empty()) all[1].values.insert(population.recipe);
        if (auto text = valuesOf(population, "resolution"); !text.empty()) all[2].values.insert(text);
        if (auto text = valuesOf(population, "epochs"); !text.empty()) all[3].values.insert(text);
    }
    std::erase_if(all, [](const Disagreement& difference) { return difference.values.size() < 2; });
    return all;
}

/// Within one population, what a curve of it hides.
void addRemarks(const Population& population, std::vector<std::string>& remarks)
{
    std::int64_t pending = 0;
    std::int64_t repeated = 0;
    std::set<std::string> seen;
    for (const Member& member : population.members) {
        if (member.state == Member::State::Pending) ++pending;
        if (!member.networkHash.empty() && !seen.insert(member.networkHash).second) ++repeated;
    }
    for (const char* property : {"resolution", "epochs"})
        if (const std::string values = valuesOf(population, property);
            values.find(" to ") != std::string::npos)
            remarks.push_back(fmt::format("{} mixes {}: {}.", population.name, property, values));
    if (pending > 0)
        remarks.push_back(fmt::format("{} is provisional: {} of {} networks are not trained yet.",
                                      population.name, pending, population.members.size()));
    if (repeated > 0)
        remarks.push_back(fmt::format("{} has {} network{} more than once; each counts as often as drawn.",
                                      population.name, repeated, repeated == 1 ? "" : "s"));
}

} // namespace

std::vector<std::string> remarksOn(std::span<const Population> populations)
{
    std::vector<std::string> remarks;
    for (const Disagreement& difference : differencesOf(populations))
        remarks.push_back(
            fmt::format("These populations have different {}, so their errors do not compare: {}.",
                        difference.what, joined(difference.values)));
    for (const Population& population : populations)
        addRemarks(population, remarks);
    return remarks;
}

bool areComparable(std::span<const Population> populations)
{
    return differencesOf(populations).empty();
}

} // namespace regnet
