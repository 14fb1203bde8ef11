// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/process.h"

#include "core/system/run_command.h"

#include <unistd.h>

namespace regnet {

ProgramAnswer askProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                         std::chrono::milliseconds limit, const std::vector<std::string>& extraEnvironment)
{
    ProgramAnswer answer;
    if (access(program.c_str(), X_OK) != 0) return answer;
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    CommandOptions options;
    options.seconds = std::chrono::duration<double>(limit).count();
    options.environment = extraEnvironment;
    options.joinsErrors = true;
    options.most = std::size_t{1} << 20;
    CommandResult result = runCommand(words, options);
    answer.isStarted = result.isStarted;
    answer.isTimedOut = result.hasTimedOut;
    if (result.isStarted) answer.exitCode = result.exitCode.value_or(128 + result.signal);
    answer.output = std::move(result.out);
    return answer;
}

} // namespace regnet
