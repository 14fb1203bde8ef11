// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <string>
#include <string_view>

namespace regnet {

/// The command that describes this network: "regnet network --d 22 --w0 24 --wa 24.48 --wm 2.54 --g 16". A
/// network that is given by its stages needs a file; the command (for a POSIX shell) writes it first. Another
/// subcommand that is told the network in the same words can stand in place of "network".
std::string commandLineOf(const NetworkSpec& spec, const std::string& subcommand);
std::string commandLineOf(const NetworkSpec& spec);

/// "printf ... > network.json": writes the network's JSON in a POSIX shell.
std::string networkFileCommand(const NetworkSpec& spec);

/// Reads options of `regnet network`: a line with --d, --w0, --wa and --wm, or --published; --b, --g,
/// --stride, --se,
/// --block, --stem, --stem-width, --head-width, --classes, --resolution, --activation; the words "regnet
/// network" before them may be missing. Throws Error that names the option.
NetworkSpec parseCommandLine(std::string_view text, const std::string& where = {});

/// Whatever the window copies, and what people have: network JSON, a pycls configuration, or a command line,
/// told apart by how the text begins. Throws Error with file, line and field.
NetworkSpec parseNetworkText(std::string_view text, const std::string& where);

} // namespace regnet
