// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

/// One report of a program that died.
struct CrashReport
{
    std::filesystem::path file;
    std::string text;
};

/// From now on a deadly signal (SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT) or an exception that nobody caught
/// leaves a text file in `folder`: what happened, the version, the libraries' places on the stack. Then the
/// program dies as it would have. The file is sent nowhere. A folder that cannot be made leaves everything as
/// it was. Once a process.
void keepCrashReports(const std::filesystem::path& folder, const std::string& program);

/// The reports in a folder, newest first; none where there is no folder.
std::vector<CrashReport> crashReports(const std::filesystem::path& folder);

} // namespace regnet
