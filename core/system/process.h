// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

/// What a program said and how it ended.
struct ProgramAnswer
{
    bool isStarted = false;  ///< false: there is no such program, or it may not be run
    bool isTimedOut = false; ///< it was ended because it took too long
    int exitCode = -1;       ///< 128 + signal when a signal ended it
    std::string output;      ///< standard output and standard error together, at most 1 MiB of it
};

/// Runs a program to its end, without a shell and with an empty standard input, and ends it after `limit`.
/// `extraEnvironment` holds NAME=VALUE lines that go before ours. Never throws for what the program does.
ProgramAnswer askProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         std::chrono::milliseconds limit,
                         const std::vector<std::string>& extraEnvironment = {});

} // namespace regnet
