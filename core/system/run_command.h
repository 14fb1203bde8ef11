// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A program that was run to its end, or to the end of our patience.
struct CommandResult
{
    std::optional<int> exitCode; ///< none: killed, timed out, or never started
    bool hasTimedOut = false;    ///< whether it did its work nobody knows
    std::string out, err;

    bool isGood() const { return exitCode == 0; }
};

/// Runs words[0] (looked for in PATH) with the rest as its arguments: no shell reads them. `input` is its
/// standard input. It is killed with all that it started after `seconds`. Blocks; any thread may call it.
CommandResult runCommand(const std::vector<std::string>& words, double seconds, std::string_view input = {});

/// One word for a POSIX shell, whatever stands in it: 'it'\''s'.
std::string shellQuoted(std::string_view word);
std::string shellQuoted(const std::vector<std::string>& words);

} // namespace regnet
