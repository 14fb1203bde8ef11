// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A program that was run to its end, or to the end of our patience.
struct CommandResult
{
    bool isStarted = false;      ///< false: `err` says why not
    std::optional<int> exitCode; ///< none: killed, timed out, or never started
    int signal = 0;              ///< that ended it
    bool hasTimedOut = false;    ///< whether it did its work nobody knows
    bool saidTooMuch = false;    ///< the same: it was killed for it
    std::string out, err;

    bool isGood() const { return exitCode == 0; }
};

/// How a command is run.
struct CommandOptions
{
    double seconds = 60;                  ///< then it is killed with all that it started
    std::string_view input = {};          ///< its standard input
    std::vector<std::string> environment; ///< NAME=VALUE, before what we have of these names
    bool joinsErrors = false;             ///< standard error goes to `out`, in its order
    std::size_t most = std::size_t{1}
                       << 28;   ///< bytes that are kept of each output; the rest is read and dropped
    bool mayNotSayMore = false; ///< who says more than that is killed, with all that it started
};

/// Runs words[0] (looked for in PATH) with the rest as its arguments: no shell reads them. Blocks; any thread
/// may call it. The command ends with us, whatever ends us.
CommandResult runCommand(const std::vector<std::string>& words, const CommandOptions& options);
CommandResult runCommand(const std::vector<std::string>& words, double seconds, std::string_view input = {});

} // namespace regnet
