// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/output_file.h"

#include "core/problem.h"
#include "core/system/whole_file.h"

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

constexpr int mostLinks = 40; ///< as Linux follows them

[[noreturn]] void throwUnwritten(const fs::path& file, int reason)
{
    throwFailed(file.string(), std::string("cannot be written: ") + std::strerror(reason));
}

/// The number of "/dev/fd/3" and of "/proc/self/fd/3", which are the same.
std::optional<int> descriptorOf(const fs::path& file)
{
    std::error_code failure;
    const fs::path own = fs::canonical("/proc/self/fd", failure);
    if (own.empty() || fs::canonical(file.parent_path(), failure) != own) return std::nullopt;
    const std::string name = file.filename().string();
    int number = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error != std::errc() || end != name.data() + name.size() || number < 0) return std::nullopt;
    return number;
}

/// A descriptor that is written to and closed.
int opened(const fs::path& file)
{
    const std::optional<int> number = descriptorOf(outputPlace(file).file);
    if (!number) return ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    // A copy: opened anew, a file behind it would be written over from its start.
    std::fflush(stdout); // what was printed before comes before
    return ::fcntl(*number, F_DUPFD_CLOEXEC, 0);
}

bool isStream(const fs::path& file)
{
    std::error_code failure;
    const fs::file_status status = fs::status(file, failure);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

} // namespace

OutputPlace outputPlace(const fs::path& file)
{
    fs::path place = file;
    for (int link = 0; link <= mostLinks; ++link) {
        std::error_code failure;
        if (descriptorOf(place)) return {place, true};
        if (!fs::is_symlink(fs::symlink_status(place, failure))) return {place, isStream(place)};
        place = place.parent_path() / fs::read_symlink(place, failure);
    }
    throwUnwritten(file, ELOOP);
}

void writeStream(const fs::path& file, std::string_view bytes)
{
    const int stream = opened(file);
    if (stream < 0) throwUnwritten(file, errno);
    int reason = 0;
    while (!bytes.empty() && reason == 0) {
        const ssize_t count = ::write(stream, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR)
            reason = errno;
    }
    if (::close(stream) != 0 && reason == 0) reason = errno;
    if (reason != 0) throwUnwritten(file, reason);
}

void writeOutput(const fs::path& file, std::string_view bytes)
{
    const OutputPlace place = outputPlace(file);
    if (place.isStream)
        writeStream(file, bytes);
    else
        writeWhole(place.file, bytes);
}

} // namespace regnet
