// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/readable_file.h"

#include "core/problem.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwUnreadable(const fs::path& file, int reason)
{
    throwBadInput(file.string(), std::string("cannot be read: ") + std::strerror(reason));
}

const char* kindOf(fs::file_type type)
{
    switch (type) {
    case fs::file_type::directory:
        return "is a folder";
    case fs::file_type::fifo:
        return "is a pipe";
    case fs::file_type::socket:
        return "is a socket";
    default:
        return "is a device";
    }
}

} // namespace

void requireReadableFile(const fs::path& file)
{
    std::error_code failure;
    const fs::file_status status = fs::status(file, failure);
    if (status.type() == fs::file_type::not_found) throwBadInput(file.string(), "does not exist");
    if (!fs::status_known(status)) throwUnreadable(file, failure.value());
    if (!fs::is_regular_file(status)) throwBadInput(file.string(), kindOf(status.type()), "a file");
    if (::faccessat(AT_FDCWD, file.c_str(), R_OK, AT_EACCESS) != 0) throwUnreadable(file, errno);
}

void refuseOtherThanFile(const fs::path& word)
{
    std::error_code failure;
    const fs::file_status status = fs::status(word, failure);
    // A name that is too long for a file is none.
    const bool isReached = fs::status_known(status) || failure.value() != ENAMETOOLONG;
    if (status.type() != fs::file_type::not_found && isReached) requireReadableFile(word);
}

} // namespace regnet
