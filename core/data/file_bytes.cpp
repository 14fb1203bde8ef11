// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/file_bytes.h"

#include "core/problem.h"
#include "core/text/sha256.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace regnet {
namespace {

[[noreturn]] void throwErrno(const std::filesystem::path& file)
{
    throwFailed(file.string(), std::string("cannot be read: ") + std::strerror(errno));
}

/// A file that is open for reading. Never a pipe or a device, which might not end.
class OpenFile
{
public:
    explicit OpenFile(const std::filesystem::path& path)
        : m_path(path), m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK))
    {
        struct stat info = {};
        if (m_file < 0 || ::fstat(m_file, &info) != 0) throwErrno(path);
        if (!S_ISREG(info.st_mode)) {
            ::close(m_file);
            throwFailed(path.string(), "cannot be read: not an ordinary file");
        }
        m_bytes = info.st_size;
    }
    ~OpenFile() { ::close(m_file); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    std::int64_t bytes() const { return m_bytes; }

    /// Reads up to `count` bytes; fewer at the end of the file only.
    std::size_t read(char* to, std::size_t count) const
    {
        std::size_t done = 0;
        while (done < count) {
            const ssize_t n = ::read(m_file, to + done, count - done);
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) throwErrno(m_path);
            if (n == 0) break;
            done += static_cast<std::size_t>(n);
        }
        return done;
    }

private:
    std::filesystem::path m_path;
    int m_file;
    std::int64_t m_bytes = 0;
};

} // namespace

std::int64_t fileBytes(const std::filesystem::path& file)
{
    return OpenFile(file).bytes();
}

std::string readBytes(const std::filesystem::path& file, std::int64_t count)
{
    const OpenFile in(file);
    std::string bytes(static_cast<std::size_t>(count), '\0');
    const std::size_t got = in.read(bytes.data(), bytes.size());
    if (got != bytes.size())
        throwFailed(file.string(), "ends after " + std::to_string(got) + " bytes",
                    std::to_string(count) + " at least");
    return bytes;
}

std::string sha256OfFile(const std::filesystem::path& file, const std::function<bool()>& goOn)
{
    constexpr std::size_t piece = std::size_t{4} << 20;
    const OpenFile in(file);
    Sha256 hash;
    std::vector<char> buffer(piece);
    while (true) {
        if (goOn && !goOn()) return {};
        const std::size_t got = in.read(buffer.data(), buffer.size());
        hash.add({buffer.data(), got});
        if (got < buffer.size()) return hash.finish();
    }
}

} // namespace regnet
