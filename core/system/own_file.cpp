// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/own_file.h"

#include "core/problem.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace regnet {
namespace {

[[noreturn]] void throwLink(const std::filesystem::path& file)
{
    std::error_code ignored;
    const std::filesystem::path there = std::filesystem::read_symlink(file, ignored);
    throwFailed(file.string(),
                fmt::format("is a link to {}, and nothing is written through one", there.string()),
                "no link there: remove it");
}

[[noreturn]] void throwReason(const std::filesystem::path& file, int reason,
                              const std::filesystem::path& shown)
{
    if (reason == ELOOP) throwLink(file);
    if (reason == ENXIO) throwFailed(file.string(), "is no ordinary file");
    throwFailed((shown.empty() ? file : shown).string(),
                fmt::format("cannot be written: {}", std::strerror(reason)));
}

} // namespace

void requireOrdinary(const std::filesystem::path& file)
{
    std::error_code ignored;
    const std::filesystem::file_status status = std::filesystem::symlink_status(file, ignored);
    if (std::filesystem::is_symlink(status)) throwLink(file);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        throwFailed(file.string(), "is no ordinary file");
}

int openOwnFile(const std::filesystem::path& file, int flags, const std::filesystem::path& shown)
{
    // Not blocked: to open a pipe is to wait for its other end. On an ordinary file the flag means nothing.
    const int number = ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (number < 0) throwReason(file, errno, shown);
    struct stat info = {};
    if (::fstat(number, &info) == 0 && S_ISREG(info.st_mode)) return number;
    ::close(number);
    throwFailed(file.string(), "is no ordinary file");
}

} // namespace regnet
