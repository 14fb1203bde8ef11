// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completion.h"

#include <fmt/format.h>

#include <vector>

namespace regnet::manual {
namespace {

using cli::CommandDescription;
using cli::OptionDescription;

/// fish knows a backslash inside single quotes.
std::string fishQuoted(const std::string& text)
{
    std::string result = "'";
    for (const char letter : text.substr(0, text.find('\n'))) {
        if (letter == '\'' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + "'";
}

std::string names(const OptionDescription& option)
{
    std::string text;
    for (const std::string& name : option.names)
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    return text;
}

std::string linesOf(const CommandDescription& command, const std::string& start)
{
    std::string text;
    for (const CommandDescription& below : command.commands)
        text += fmt::format("{} -f -a {} -d {}\n", start, below.word(), fishQuoted(below.help));
    for (const OptionDescription& option : command.options) {
        if (option.isPositional()) continue;
        std::string value;
        if (!option.choices.empty())
            value = fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
        else if (!option.value.empty())
            value = " -r";
        text += fmt::format("{}{}{} -d {}\n", start, names(option), value, fishQuoted(option.help));
    }
    return text;
}

} // namespace

std::string fishCompletion(const CommandDescription& program)
{
    const std::string function = "_" + functionName(program) + "_at";
    std::string lines;
    std::vector<std::string> all;
    forEachCommand(program, [&](const CommandDescription& command) {
        all.push_back(fishQuoted(command.name));
        lines += linesOf(command, fmt::format("complete -c {} -n {}", program.name,
                                              fishQuoted(function + " " + fishQuoted(command.name))));
    });
    return fmt::format(R"({head}
function {function} -d 'Is the command line at this command?'
    set -l at {program}
    for word in (commandline -opc)[2..]
        if contains -- "$at $word" {all}
            set at "$at $word"
        end
    end
    test "$at" = "$argv"
end

{lines})",
                       fmt::arg("head", scriptHead(program)), fmt::arg("function", function),
                       fmt::arg("program", program.name), fmt::arg("all", fmt::join(all, " ")),
                       fmt::arg("lines", lines));
}

} // namespace regnet::manual
