// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sections.h"

#include "core/report/markup.h"
#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"
#include "core/space/space_size.h"
#include "core/study/findings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace regnet {
namespace {

/// The built-in space of that name; none where there is none.
std::optional<DesignSpace> knownSpace(const std::string& name)
{
    const auto& all = builtInSpaces();
    const auto found = std::ranges::find(all, name, &DesignSpace::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

/// From the root down to the space; parents that are not built in end the line.
std::vector<DesignSpace> lineageOf(DesignSpace space)
{
    std::vector<DesignSpace> line{std::move(space)};
    std::set<std::string> seen{line.back().name};
    while (!line.back().parent.empty() && seen.insert(line.back().parent).second) {
        auto parent = knownSpace(line.back().parent);
        if (!parent) break;
        line.push_back(std::move(*parent));
    }
    std::ranges::reverse(line);
    return line;
}

/// The fields in which a space differs from its parent, as "field: old → new".
std::string changesOf(const DesignSpace& parent, const DesignSpace& child)
{
    const nlohmann::json before = toJson(parent).flatten(), after = toJson(child).flatten();
    const std::set<std::string> aside{"/name", "/parent", "/note"};
    std::string text;
    for (const auto& [field, value] : after.items()) {
        if (aside.contains(field) || (before.contains(field) && before.at(field) == value)) continue;
        std::string name = field.substr(1);
        std::ranges::replace(name, '/', '.');
        const auto words = [](const nlohmann::json& json) {
            return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        };
        text += "<li><code>" + escaped(name) + "</code>: " +
                (before.contains(field) ? escaped(words(before.at(field))) + " &rarr; " : std::string()) +
                escaped(words(value)) + "</li>";
    }
    return text;
}

std::string sizeText(const DesignSpace& space)
{
    try {
        const SpaceSize size = sizeOf(space);
        return fmt::format("{} free parameters, {} settings before limits", size.dimensions,
                           escaped(size.settings));
    } catch (const Error&) {
        return {}; // a definition that no longer fits this version: its name and note still say something
    }
}

std::string lineageMarkup(const DesignSpace& space)
{
    const std::vector<DesignSpace> line = lineageOf(space);
    std::string text = "<ol class=\"lineage\">";
    for (std::size_t i = 0; i < line.size(); ++i) {
        text += "<li><strong>" + escaped(line[i].name) + "</strong>";
        if (!line[i].note.empty()) text += ": " + escaped(line[i].note);
        if (const std::string size = sizeText(line[i]); !size.empty())
            text += " <span class=\"soft\">(" + size + ")</span>";
        if (i > 0)
            if (const std::string changes = changesOf(line[i - 1], line[i]); !changes.empty())
                text += "<details><summary>What it changes</summary><ul class=\"soft\">" + changes +
                        "</ul></details>";
        text += "</li>";
    }
    return text + "</ol>\n";
}

/// The space of a population: its store's definition, or the built-in one that it is named after.
std::optional<DesignSpace> spaceOf(const ReportPopulation& each)
{
    if (each.training && each.training->definition) return each.training->definition;
    if (each.training && !each.training->space.empty()) return knownSpace(roleOf(each.training->space));
    return each.population.isPublished ? knownSpace(each.population.name) : std::nullopt;
}

} // namespace

std::string spacesSection(const ReportInput& input)
{
    std::string text;
    std::set<std::string> told;
    std::string unknown;
    for (const ReportPopulation& each : input.populations) {
        const auto space = spaceOf(each);
        if (!space) {
            unknown += (unknown.empty() ? "" : ", ") + escaped(each.population.name);
            continue;
        }
        if (!told.insert(toJson(*space).dump()).second) continue;
        text += "<h3>" + escaped(space->name) + "</h3>\n" + lineageMarkup(*space);
        if (each.training)
            text += "<details><summary>Definition as JSON</summary><pre>" +
                    escaped(toJson(*space).dump(1, ' ', false, nlohmann::json::error_handler_t::replace)) +
                    "</pre></details>\n";
    }
    if (!unknown.empty())
        text += "<p class=\"soft\">Their source does not say from which space these were drawn: " + unknown +
                ".</p>\n";
    return text;
}

} // namespace regnet
