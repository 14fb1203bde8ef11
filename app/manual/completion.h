// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/description.h"

#include <functional>
#include <string>

namespace regnet::manual {

/// Scripts that complete a program's commands, options and the values that an option allows. Where a value
/// may be anything, and for words at their place, they complete file names.
std::string bashCompletion(const cli::CommandDescription& program);
std::string zshCompletion(const cli::CommandDescription& program);
std::string fishCompletion(const cli::CommandDescription& program);

/// Calls `visit` with the command and everything below it.
void forEachCommand(const cli::CommandDescription& command,
                    const std::function<void(const cli::CommandDescription&)>& visit);

/// In single quotes, as each of the three shells reads it.
std::string quoted(const std::string& text);

/// The two lines at the beginning of each script.
std::string scriptHead(const cli::CommandDescription& program);

/// A program's name as a part of the name of a function.
std::string functionName(const cli::CommandDescription& program);

} // namespace regnet::manual
