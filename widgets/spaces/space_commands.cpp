// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_commands.h"

#include "core/format/network_text.h"
#include "core/network/network_json.h"
#include "core/space/space_json.h"
#include "core/text/readable.h"
#include "core/text/shell_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace regnet {
namespace {

using Words = std::vector<std::string>;

QString lineOf(const Words& words)
{
    return QString::fromStdString(shellLine(words));
}

/// "--params :6000000"; nothing for a range that is open at both ends.
void addRange(Words& words, const char* option, const CountRange& range)
{
    if (!range.low && !range.high) return;
    const auto end = [](const std::optional<std::int64_t>& count) {
        return count ? std::to_string(*count) : std::string();
    };
    words.insert(words.end(), {option, end(range.low) + ":" + end(range.high)});
}

std::string nameOf(DesignRank rank)
{
    switch (rank) {
    case DesignRank::Params:
        return "params";
    case DesignRank::Flops:
        return "flops";
    case DesignRank::RunTime:
        return "run-time";
    default:
        return "activations";
    }
}

/// All but what the networks are to be like.
void addLimits(Words& words, const DesignQuery& query, const std::string& measurements)
{
    const DesignQuery standard;
    if (query.tolerance != standard.tolerance)
        words.insert(words.end(), {"--tolerance", shortest(query.tolerance)});
    addRange(words, "--params", query.params);
    addRange(words, "--activations", query.activations);
    addRange(words, "--depth", query.depth);
    if (query.mostRunTime) words.insert(words.end(), {"--run-time", ":" + shortest(*query.mostRunTime)});
    if (!measurements.empty()) words.insert(words.end(), {"--measurements", measurements});
}

/// With measurements the command ranks by run time unless it is told otherwise.
void addRank(Words& words, DesignRank rank, const std::string& measurements)
{
    const DesignRank standard = measurements.empty() ? DesignRank::Activations : DesignRank::RunTime;
    if (rank != standard) words.insert(words.end(), {"--rank", nameOf(rank)});
}

bool haveSameFields(const nlohmann::json& a, const nlohmann::json& b)
{
    if (!a.is_object() || !b.is_object() || a.size() != b.size()) return false;
    return std::ranges::all_of(a.items(), [&](const auto& item) { return b.contains(item.key()); });
}

/// "--set 'limits.flops=[360000000,400000000]'" for each field that differs.
void addChanges(Words& words, const nlohmann::json& from, const nlohmann::json& to, const std::string& path)
{
    const auto set = [&](const std::string& field, const nlohmann::json& value) {
        words.insert(words.end(), {"--set", path + field + "=" + value.dump()});
    };
    for (const auto& [field, value] : to.items()) {
        const nlohmann::json before = from.value(field, nlohmann::json());
        if (before == value) continue;
        if (haveSameFields(before, value))
            addChanges(words, before, value, path + field + ".");
        else
            set(field, value);
    }
    for (const auto& [field, value] : from.items())
        if (!to.contains(field)) set(field, nullptr);
}

} // namespace

QString commandOf(const SampleOrder& order)
{
    const std::string space = order.regime.empty() ? order.space : order.space + "@" + order.regime;
    Words words{
        "regnet", "sample", space, "--n", std::to_string(order.n), "--seed", std::to_string(order.seed)};
    if (!order.store.empty())
        words.insert(words.end(), {"--store", order.store.string(), "--population", order.population});
    return lineOf(words);
}

QString commandOf(const DesignSpace& space, const std::string& file, const DesignSpace& parent,
                  const std::string& parentSource)
{
    nlohmann::json from = toJson(parent), to = toJson(space);
    Words words{"regnet", "space", "new", file, "--from", parentSource, "--name", space.name};
    if (!space.note.empty()) words.insert(words.end(), {"--note", space.note});
    from["parent"] = parent.name; // as the command leaves them
    from["name"] = to["name"];
    from["note"] = to["note"];
    addChanges(words, from, to, {});
    return lineOf(words);
}

QString showCommand(const std::string& source)
{
    return lineOf({"regnet", "space", "show", source});
}

QString surveyCommand(const std::string& source)
{
    return lineOf({"regnet", "space", "survey", source});
}

QString memberCommand(const NetworkSpec& network, const std::string& source)
{
    return QString::fromStdString(commandLineOf(network, "space member " + shellWord(source)));
}

QString commandOf(const DesignQuery& query, const std::string& space, const std::string& measurements)
{
    Words words{"regnet", "design", "--space", space};
    if (query.flops) words.insert(words.end(), {"--flops", std::to_string(*query.flops)});
    addLimits(words, query, measurements);
    addRank(words, query.rank, measurements);
    return lineOf(words);
}

QString fewerActivationsCommand(const NetworkSpec& network, const DesignQuery& query,
                                const std::string& space, const std::string& measurements)
{
    Words words{"regnet", "design", "--space", space, "--like", toJson(network).dump()};
    addLimits(words, query, measurements);
    addRank(words, DesignRank::Activations, measurements);
    return lineOf(words);
}

} // namespace regnet
