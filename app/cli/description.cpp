// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/description.h"

#include "app/cli/application.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace regnet::cli {
namespace {

std::vector<std::string> namesOf(const CLI::Option& option)
{
    if (option.get_positional() && !option.nonpositional()) return {option.get_name(true)};
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        names.push_back("--" + name);
    return names;
}

std::string joined(const std::set<CLI::Option*>& options)
{
    std::vector<std::string> names;
    for (const CLI::Option* option : options)
        names.push_back(option->get_name());
    std::ranges::sort(names); // the set is in the order of addresses
    return CLI::detail::join(names, ", ");
}

/// CLI11 tells what a value may be in its type: "TEXT:{json,pycls}", "INT:INT in [1 - 9]".
void readType(const std::string& type, OptionDescription& described)
{
    const std::size_t colon = type.find(':');
    described.value = type.substr(0, colon);
    if (colon == std::string::npos) return;
    const std::string allowed = type.substr(colon + 1);
    if (allowed.starts_with('{') && allowed.ends_with('}'))
        described.choices = CLI::detail::split(allowed.substr(1, allowed.size() - 2), ',');
    else if (const std::size_t range = allowed.find('['); range != std::string::npos)
        described.notes.push_back(allowed.substr(range));
}

OptionDescription descriptionOf(const CLI::Option& option, const std::string& heading)
{
    OptionDescription described;
    described.names = namesOf(option);
    described.help = option.get_description();
    described.heading = heading.empty() ? option.get_group() : heading;
    described.isRequired = option.get_required();
    described.isRepeated = option.get_items_expected_max() >= CLI::detail::expected_max_vector_size;
    if (option.get_items_expected_max() > 0) readType(option.get_type_name(), described);
    if (!option.get_default_str().empty()) described.notes.push_back("default: " + option.get_default_str());
    if (!option.get_needs().empty()) described.notes.push_back("with " + joined(option.get_needs()));
    if (!option.get_excludes().empty())
        described.notes.push_back("not with " + joined(option.get_excludes()));
    return described;
}

void addOptions(const CLI::App& app, const std::string& heading, std::vector<OptionDescription>& options)
{
    for (const CLI::Option* option : app.get_options()) {
        const bool isHidden = option->get_group().empty();
        const bool isHelpAgain =
            !heading.empty() && option == app.get_help_ptr(); // a group of options has its own
        if (!isHidden && !isHelpAgain) options.push_back(descriptionOf(*option, heading));
    }
}

std::string usageOf(const std::vector<OptionDescription>& options, bool hasCommands)
{
    std::string usage = "[OPTION...]";
    for (const OptionDescription& option : options)
        if (option.isPositional()) {
            const std::string name = option.names.front() + (option.isRepeated ? "..." : "");
            usage += " " + (option.isRequired ? name : "[" + name + "]");
        }
    return hasCommands ? usage + " COMMAND" : usage;
}

std::string withoutBlankEnd(std::string text)
{
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

CommandDescription descriptionOf(const CLI::App& app, const std::string& name)
{
    CommandDescription described{.name = name, .help = app.get_description()};
    addOptions(app, {}, described.options);
    for (const CLI::App* below : app.get_subcommands({})) {
        if (below->get_name().empty())
            addOptions(*below, below->get_description(), described.options); // options that belong together
        else
            described.commands.push_back(descriptionOf(*below, name + " " + below->get_name()));
    }
    // As in the help: words at their place, options without a heading of their own, the others. (clang-tidy
    // 14 does not read what the ranges' stable_partition gives.)
    std::vector<OptionDescription>& all = described.options;
    std::stable_partition(all.begin(), all.end(),
                          [](const OptionDescription& option) { return option.heading == "Options"; });
    std::stable_partition(all.begin(), all.end(), std::mem_fn(&OptionDescription::isPositional));
    described.usage = {usageOf(described.options, !described.commands.empty())};
    described.footer = withoutBlankEnd(app.get_footer());
    return described;
}

} // namespace

CommandDescription describedCommandLine()
{
    CLI::App application;
    describe(application);
    CommandDescription described = descriptionOf(application, "regnet");
    const std::string itself = "regnet: "; // what the help begins with
    if (described.help.starts_with(itself)) described.help.erase(0, itself.size());
    return described;
}

} // namespace regnet::cli
