// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/completion.h"

#include <fmt/format.h>

#include <vector>

namespace regnet::manual {
namespace {

using cli::CommandDescription;
using cli::OptionDescription;

/// "name:help" as _describe reads it.
std::string described(const std::string& name, const std::string& help)
{
    std::string escaped;
    for (const char letter : name)
        escaped += letter == ':' ? std::string("\\:") : std::string(1, letter);
    return quoted(escaped + ":" + help.substr(0, help.find('\n')));
}

std::string arrays(const CommandDescription& command)
{
    std::string commands, options;
    for (const CommandDescription& below : command.commands)
        commands += " " + described(below.word(), below.help);
    for (const OptionDescription& option : command.options)
        for (const std::string& name : option.names)
            if (!option.isPositional()) options += " " + described(name, option.help);
    return fmt::format("    ({})\n      commands=({})\n      options=({}) ;;\n", quoted(command.name),
                       commands.empty() ? "" : commands.substr(1), options.empty() ? "" : options.substr(1));
}

/// Cases of the options that take a value: the words they allow, or files.
std::string values(const CommandDescription& command)
{
    std::string text;
    for (const OptionDescription& option : command.options) {
        if (option.isPositional() || option.value.empty()) continue;
        std::vector<std::string> choices;
        for (const std::string& choice : option.choices)
            choices.push_back(quoted(choice));
        const std::string action =
            choices.empty() ? "_files" : fmt::format("compadd -- {}", fmt::join(choices, " "));
        for (const std::string& name : option.names)
            text += fmt::format("    ({}) {}; return ;;\n", quoted(command.name + " " + name), action);
    }
    return text;
}

} // namespace

std::string zshCompletion(const CommandDescription& program)
{
    std::string allArrays, allValues;
    std::vector<std::string> names;
    forEachCommand(program, [&](const CommandDescription& command) {
        allArrays += arrays(command);
        allValues += values(command);
        names.push_back(quoted(command.name));
    });
    return fmt::format(R"(#compdef {program}
{head}
{function}()
{{
  local at={program} i
  local -a commands options
  for ((i = 2; i < CURRENT; i++)); do
    case "$at $words[i]" in
    ({names}) at="$at $words[i]" ;;
    esac
  done
  case "$at $words[CURRENT - 1]" in
{values}  esac
  case $at in
{arrays}  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o option options
  elif ((#commands)); then
    _describe command commands
  else
    _files
  fi
}}
{function} "$@"
)",
                       fmt::arg("head", scriptHead(program)), fmt::arg("function", functionName(program)),
                       fmt::arg("program", program.name), fmt::arg("names", fmt::join(names, "|")),
                       fmt::arg("values", allValues), fmt::arg("arrays", allArrays));
}

} // namespace regnet::manual
