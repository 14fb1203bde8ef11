// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/whole_file.h"

#include "core/problem.h"
#include "core/system/own_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace regnet {
namespace {

/// Between a file's name and the number of the process that writes it.
constexpr const char* temporaryMark = ".tmp";

[[noreturn]] void throwErrno(const std::filesystem::path& file, const char* what)
{
    throwFailed(file.string(), std::string(what) + ": " + std::strerror(errno));
}

class Descriptor
{
public:
    explicit Descriptor(int file) : m_file(file) {}
    ~Descriptor()
    {
        if (m_file >= 0) ::close(m_file);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_file; }

private:
    int m_file;
};

/// True when all bytes are written and on the disk; errno tells why not.
bool writeAndSync(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(file) == 0;
}

} // namespace

void syncFolder(const std::filesystem::path& folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() >= 0) ::fsync(descriptor.get());
}

void syncFile(const std::filesystem::path& file)
{
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0 || ::fsync(descriptor.get()) != 0) throwErrno(file, "cannot be written");
}

void writeWhole(const std::filesystem::path& file, std::string_view bytes)
{
    const std::string temporary = file.string() + temporaryMark + std::to_string(::getpid());
    bool written = false;
    int reason = 0;
    {
        const Descriptor out(openOwnFile(temporary, O_WRONLY | O_CREAT | O_TRUNC, file));
        written = writeAndSync(out.get(), bytes);
        reason = errno;
    }
    if (written && ::rename(temporary.c_str(), file.c_str()) == 0) {
        syncFolder(file.has_parent_path() ? file.parent_path() : ".");
        return;
    }
    if (written) reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    throwErrno(file, "cannot be written");
}

bool isTemporaryOf(const std::filesystem::path& candidate, const std::filesystem::path& file)
{
    const std::string name = candidate.string(), start = file.string() + temporaryMark;
    return name.size() > start.size() && name.starts_with(start) &&
           name.find_first_not_of("0123456789", start.size()) == std::string::npos;
}

void removeTemporaries(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> found;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().string();
        const std::size_t mark = name.rfind(temporaryMark);
        if (mark != std::string::npos && isTemporaryOf(it->path(), name.substr(0, mark)))
            found.push_back(it->path());
    }
    for (const std::filesystem::path& file : found)
        std::filesystem::remove(file, error);
}

std::string readWhole(const std::filesystem::path& file)
{
    return readFrom(file, 0);
}

std::string readFrom(const std::filesystem::path& file, std::int64_t offset, std::size_t most)
{
    // Not blocked: to open a pipe is to wait for somebody who writes.
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (in.get() < 0) throwErrno(file, "cannot be read");
    struct stat info
    {
    };
    std::string bytes;
    const bool isFile = ::fstat(in.get(), &info) == 0 && S_ISREG(info.st_mode);
    if (!isFile) throwFailed(file.string(), "cannot be read: not an ordinary file"); // a device may never end
    if (offset > 0 && ::lseek(in.get(), static_cast<off_t>(offset), SEEK_SET) < 0)
        throwErrno(file, "cannot be read");
    const auto there = static_cast<std::size_t>(std::max<std::int64_t>(0, info.st_size - offset));
    bytes.reserve(std::min(there, most));
    char buffer[65536];
    while (bytes.size() < most) {
        const ssize_t count = ::read(in.get(), buffer, std::min(sizeof buffer, most - bytes.size()));
        if (count == 0) break;
        if (count < 0 && errno != EINTR) throwErrno(file, "cannot be read");
        if (count > 0) bytes.append(buffer, static_cast<std::size_t>(count));
    }
    return bytes;
}

} // namespace regnet
