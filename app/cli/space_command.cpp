// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "core/problem.h"
#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"
#include "core/space/space_size.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace regnet::cli {
namespace {

struct SpaceOptions
{
    std::string space;
    bool asJson = false;
};

void list(const SpaceOptions& options)
{
    if (options.asJson) {
        nlohmann::ordered_json json;
        for (const DesignSpace& space : paperSpaces())
            json["spaces"].push_back({{"name", space.name}, {"parent", space.parent}, {"note", space.note}});
        for (const Regime& regime : regimes())
            json["regimes"].push_back({{"name", regime.name}, {"note", regime.note}});
        fmt::print("{}\n", json.dump());
        return;
    }
    for (const DesignSpace& space : paperSpaces())
        fmt::print("{:<14} {:<12} {}\n", space.name, space.parent.empty() ? "" : "< " + space.parent,
                   space.note);
    fmt::print("\nA space in a regime is SPACE@REGIME, for example RegNetX@cpu:\n");
    for (const Regime& regime : regimes())
        fmt::print("  {:<8} {}\n", regime.name, regime.note);
}

void show(const SpaceOptions& options)
{
    fmt::print("{}\n", toJson(openSpace(options.space)).dump(2));
}

/// "1.8e18" of a long count.
std::string about(const std::string& digits)
{
    const double value = std::stod(digits);
    return value < 1e6 ? digits : fmt::format("{:.1e}", value);
}

nlohmann::ordered_json sizeJson(const DesignSpace& space)
{
    const SpaceSize size = sizeOf(space);
    nlohmann::ordered_json json{
        {"space", space.name}, {"dimensions", size.dimensions}, {"size", size.settings}};
    if (size.printed) json["paper"] = {{"formula", size.printed->formula}, {"size", size.printed->value}};
    return json;
}

void size(const SpaceOptions& options)
{
    std::vector<DesignSpace> spaces;
    if (options.space.empty())
        spaces = paperSpaces();
    else
        spaces.push_back(openSpace(options.space));
    if (options.asJson) {
        nlohmann::ordered_json json;
        for (const DesignSpace& space : spaces)
            json["spaces"].push_back(sizeJson(space));
        fmt::print("{}\n", options.space.empty() ? json.dump() : json["spaces"][0].dump());
        return;
    }
    Table table({"space", "dim", "size", "about", "paper's formula", "its value"});
    for (const DesignSpace& space : spaces) {
        const SpaceSize size = sizeOf(space);
        table.add({space.name, std::to_string(size.dimensions), size.settings, about(size.settings),
                   size.printed ? size.printed->formula : "-", size.printed ? size.printed->value : "-"});
    }
    fmt::print("{}size counts parameter settings on the grid of the distributions, before limits. The paper "
               "divides by "
               "4! for\nD and E, where the exact count is of multisets, and takes 64 levels for each of d, "
               "w0, wa, wm.\n",
               table.text());
}

} // namespace

void addSpaceCommand(CLI::App& app)
{
    const auto options = std::make_shared<SpaceOptions>();
    CLI::App* command = app.add_subcommand("space", "Design spaces and their sizes");
    command->require_subcommand(1);
    CLI::App* listing = command->add_subcommand("list", "The built-in spaces and regimes");
    listing->add_flag("--json", options->asJson, "print JSON");
    listing->callback([options] { list(*options); });
    CLI::App* showing = command->add_subcommand("show", "The definition of a space as JSON");
    showing->add_option("SPACE", options->space, "a built-in space, SPACE@REGIME, or a JSON file")
        ->required();
    showing->add_flag("--json", options->asJson, "JSON is the only form");
    showing->callback([options] { show(*options); });
    CLI::App* sizing = command->add_subcommand("size", "How many networks a space holds");
    sizing->add_option("SPACE", options->space, "as for show; default: all built-in ones");
    sizing->add_flag("--json", options->asJson, "print JSON");
    sizing->callback([options] { size(*options); });
}

} // namespace regnet::cli
