// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completion.h"

#include <fmt/format.h>

#include <vector>

namespace regnet::manual {
namespace {

using cli::CommandDescription;
using cli::OptionDescription;

/// A case a command: its options that take a value of any kind, which may be a file.
std::string valueCases(const CommandDescription& program)
{
    std::string text;
    forEachCommand(program, [&](const CommandDescription& command) {
        std::vector<std::string> patterns;
        for (const OptionDescription& option : command.options)
            if (!option.isPositional() && !option.value.empty() && option.choices.empty())
                for (const std::string& name : option.names)
                    patterns.push_back(quoted(command.name + " " + name));
        if (!patterns.empty()) text += fmt::format("    {}) ;;\n", fmt::join(patterns, " | "));
    });
    return text;
}

/// A case an option that takes one of a few words.
std::string choiceCases(const CommandDescription& program)
{
    std::string text;
    forEachCommand(program, [&](const CommandDescription& command) {
        for (const OptionDescription& option : command.options)
            for (const std::string& name : option.names)
                if (!option.choices.empty())
                    text += fmt::format("    {}) words={} ;;\n", quoted(command.name + " " + name),
                                        quoted(fmt::format("{}", fmt::join(option.choices, " "))));
    });
    return text;
}

/// A case a command: what is below it, and its options.
std::string wordCases(const CommandDescription& program)
{
    std::string text;
    forEachCommand(program, [&](const CommandDescription& command) {
        std::vector<std::string> commands, options;
        for (const CommandDescription& below : command.commands)
            commands.push_back(below.word());
        for (const OptionDescription& option : command.options)
            if (!option.isPositional())
                options.insert(options.end(), option.names.begin(), option.names.end());
        text += fmt::format("        {}) commands='{}' options='{}' ;;\n", quoted(command.name),
                            fmt::join(commands, " "), fmt::join(options, " "));
    });
    return text;
}

/// The names of all commands below the program, as patterns.
std::string commandPatterns(const CommandDescription& program)
{
    std::vector<std::string> names;
    forEachCommand(program,
                   [&](const CommandDescription& command) { names.push_back(quoted(command.name)); });
    return fmt::format("{}", fmt::join(names, " | "));
}

} // namespace

std::string bashCompletion(const CommandDescription& program)
{
    return fmt::format(
        R"(# shellcheck shell=bash
{head}
{function}()
{{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} at={program} i
    local words= commands= options=
    COMPREPLY=()
    # readline takes "--option=value" apart
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = ]]; then
        before=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$at ${{COMP_WORDS[i]}}" in
        {commands}) at+=" ${{COMP_WORDS[i]}}" ;;
        esac
    done
    case "$at $before" in
{choices}{values}    *)
        case $at in
{words}        esac
        if [[ $current == -* ]]; then words=$options; else words=$commands; fi
        ;;
    esac
    # without an answer bash completes file names
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}}
complete -o default -F {function} {program}
)",
        fmt::arg("head", scriptHead(program)), fmt::arg("function", functionName(program)),
        fmt::arg("program", program.name), fmt::arg("commands", commandPatterns(program)),
        fmt::arg("choices", choiceCases(program)), fmt::arg("values", valueCases(program)),
        fmt::arg("words", wordCases(program)));
}

} // namespace regnet::manual
