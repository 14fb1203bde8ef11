// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/places.h"

#include <cstdlib>
#include <pwd.h>
#include <system_error>
#include <unistd.h>

namespace regnet {
namespace {

std::filesystem::path homeFolder()
{
    if (const char* home = std::getenv("HOME"); home && *home) return home;
    const passwd* entry = getpwuid(getuid());
    return entry && entry->pw_dir ? entry->pw_dir : "/";
}

} // namespace

std::filesystem::path programFolder()
{
    std::error_code failure;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failure);
    return failure ? std::filesystem::current_path() : program.parent_path();
}

std::filesystem::path dataFolder()
{
    // The XDG rules: a relative path there is to be ignored.
    if (const char* given = std::getenv("XDG_DATA_HOME"); given && *given == '/')
        return std::filesystem::path(given) / "regnet-explorer";
    return homeFolder() / ".local" / "share" / "regnet-explorer";
}

std::filesystem::path defaultStore()
{
    return dataFolder() / "regnet.db";
}

} // namespace regnet
