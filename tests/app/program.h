// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

struct ProgramResult
{
    int exitCode = -1; ///< 128 + signal when a signal ended it
    std::string output;
    std::string errors;
};

/// Runs a program of the build's bin folder to its end, with `input` as standard input; no shell is involved.
ProgramResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                         const std::string& input = {});

/// The same without input, and its standard output goes into a file, such as /dev/full; closed where there is
/// no file. `output` stays empty.
ProgramResult runProgramInto(const std::optional<std::string>& file, const std::string& program,
                             const std::vector<std::string>& arguments);

/// The same as runProgram(), and sends it a signal when it still runs after `delay`. Its end is waited for.
ProgramResult runProgramFor(const std::string& program, const std::vector<std::string>& arguments,
                            std::chrono::milliseconds delay, int signal);

/// The same, and sends it SIGINT as soon as it has a handler for it.
ProgramResult interruptProgram(const std::string& program, const std::vector<std::string>& arguments);

} // namespace regnet
