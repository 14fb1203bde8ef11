// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace regnet::cli {

/// An option, a flag, or a word at its place, as the help of its command knows it.
struct OptionDescription
{
    std::vector<std::string> names;   ///< "-h", "--help"; of a word at its place its one name: "SOURCE"
    std::string value;                ///< what it takes: "TEXT"; empty: a flag
    std::vector<std::string> choices; ///< the values that are allowed; empty: any
    std::string help;
    std::vector<std::string> notes; ///< "default: 20", "not with --seeds"
    std::string heading;            ///< under which the help lists it
    bool isRequired = false;
    bool isRepeated = false; ///< takes several values

    bool isPositional() const { return !names.front().starts_with('-'); }
};

/// A command with all that is below it.
struct CommandDescription
{
    std::string name; ///< with what stands before it: "regnet queue list"
    std::string help;
    std::vector<std::string> usage; ///< without the name
    std::vector<OptionDescription> options;
    std::vector<CommandDescription> commands;
    std::string footer; ///< examples and remarks, line by line

    /// The last word of the name.
    std::string word() const { return name.substr(name.rfind(' ') + 1); }
};

/// All that regnet's --help options tell, read from the command line itself.
CommandDescription describedCommandLine();

} // namespace regnet::cli
