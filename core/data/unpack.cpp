// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpack.h"

#include "core/problem.h"

#if REGNET_HAVE_ARCHIVE

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unistd.h>

namespace regnet {
namespace {

struct ArchiveEnd
{
    void operator()(archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<archive, ArchiveEnd>;

/// Whether a name leads out of the folder that an archive is unpacked into.
bool leadsOut(std::string_view name)
{
    if (name.starts_with("/")) return true;
    while (!name.empty()) {
        const auto slash = name.find('/');
        if (name.substr(0, slash) == "..") return true;
        name.remove_prefix(slash == std::string_view::npos ? name.size() : slash + 1);
    }
    return false;
}

class Reading
{
public:
    Reading(std::string where, const ArchiveContents& contents, const TakePiece& take, const GoOn& goOn)
        : m_where(std::move(where)), m_contents(contents), m_take(take), m_goOn(goOn),
          m_handle(archive_read_new())
    {
        // What these data sets come in, and nothing else: less to be wrong about.
        archive_read_support_filter_gzip(m_handle.get());
        archive_read_support_format_tar(m_handle.get());
    }

    archive* handle() const { return m_handle.get(); }
    void opened(int code) const
    {
        if (code != ARCHIVE_OK) throwDamaged();
    }
    bool readAll();

private:
    [[noreturn]] void throwDamaged() const;
    [[noreturn]] void refuse(const std::string& name, const std::string& wrong,
                             const std::string& right) const;
    std::string checkedName(archive_entry* entry);
    std::optional<std::string> wanted(const std::string& name);
    bool readEntry(const std::optional<std::string>& name);

    std::string m_where;
    const ArchiveContents& m_contents;
    const TakePiece& m_take;
    const GoOn& m_goOn;
    Handle m_handle;
    std::set<std::string> m_found;
    std::int64_t m_bytes = 0;
};

void Reading::throwDamaged() const
{
    const char* why = archive_error_string(m_handle.get());
    throwBadInput(m_where, std::string("is damaged: ") + (why ? why : "it ends early"), "a .tar.gz archive");
}

void Reading::refuse(const std::string& name, const std::string& wrong, const std::string& right) const
{
    throwBadInput(m_where + ", entry \"" + name.substr(0, 80) + "\"", wrong, right);
}

/// The name without "./"; throws for what has no place in an archive of a data set.
std::string Reading::checkedName(archive_entry* entry)
{
    const char* text = archive_entry_pathname(entry);
    std::string name = text ? text : "";
    while (name.starts_with("./"))
        name.erase(0, 2);
    if (leadsOut(name)) refuse(name, "leads out of the folder", "a name inside of it");
    const auto type = archive_entry_filetype(entry);
    if (archive_entry_hardlink(entry) || archive_entry_symlink(entry) ||
        (type != AE_IFREG && type != AE_IFDIR))
        refuse(name, "is a link or a device", "an ordinary file");
    return name;
}

std::optional<std::string> Reading::wanted(const std::string& name)
{
    for (const std::string& wantedName : m_contents.names)
        if (name == m_contents.folder + "/" + wantedName) {
            if (!m_found.insert(wantedName).second) refuse(name, "is there twice", "once");
            return wantedName;
        }
    return std::nullopt;
}

bool Reading::readEntry(const std::optional<std::string>& name)
{
    while (true) {
        const void* piece = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int code = archive_read_data_block(m_handle.get(), &piece, &size, &offset);
        if (code == ARCHIVE_EOF) return true;
        if (code != ARCHIVE_OK) throwDamaged();
        m_bytes += static_cast<std::int64_t>(size);
        if (m_bytes > m_contents.mostBytes)
            throwBadInput(m_where, "holds more than " + std::to_string(m_contents.mostBytes) + " bytes",
                          "the files of the data set");
        if (name) m_take(*name, {static_cast<const char*>(piece), size});
        if (m_goOn && !m_goOn({"unpacking", m_bytes, 0})) return false;
    }
}

bool Reading::readAll()
{
    while (true) {
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(m_handle.get(), &entry);
        if (code == ARCHIVE_EOF) break;
        if (code != ARCHIVE_OK) throwDamaged();
        const std::string name = checkedName(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR) continue;
        if (archive_entry_sparse_reset(entry) > 0) refuse(name, "has holes", "an ordinary file");
        if (!readEntry(wanted(name))) return false;
    }
    for (const std::string& name : m_contents.names)
        if (!m_found.contains(name)) throwBadInput(m_where, "has no " + m_contents.folder + "/" + name);
    return true;
}

/// A file that is being written.
class Output
{
public:
    explicit Output(std::filesystem::path path)
        : m_path(std::move(path)),
          m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644))
    {
        if (m_file < 0) throwErrno();
    }
    ~Output() { ::close(m_file); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void append(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t n = ::write(m_file, bytes.data(), bytes.size());
            if (n < 0 && errno == EINTR) continue;
            if (n < 0) throwErrno();
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    void sync() const
    {
        if (::fsync(m_file) != 0) throwErrno();
    }

private:
    [[noreturn]] void throwErrno() const
    {
        throwFailed(m_path.string(), std::string("cannot be written: ") + std::strerror(errno));
    }

    std::filesystem::path m_path;
    int m_file;
};

} // namespace

bool readArchive(const std::filesystem::path& archive, const ArchiveContents& contents, const TakePiece& take,
                 const GoOn& goOn)
{
    Reading reading(archive.string(), contents, take, goOn);
    reading.opened(archive_read_open_filename(reading.handle(), archive.c_str(), 1 << 16));
    return reading.readAll();
}

bool readArchive(std::string_view bytes, const std::string& where, const ArchiveContents& contents,
                 const TakePiece& take)
{
    const GoOn always;
    Reading reading(where, contents, take, always);
    reading.opened(archive_read_open_memory(reading.handle(), bytes.data(), bytes.size()));
    return reading.readAll();
}

bool unpack(const std::filesystem::path& archive, const ArchiveContents& contents,
            const std::filesystem::path& into, const GoOn& goOn)
{
    // Opened before, so that an empty file is written too; the names are ours, not the archive's.
    std::map<std::string, Output> files;
    for (const std::string& name : contents.names)
        files.try_emplace(name, into / name);
    const bool isDone = readArchive(
        archive, contents,
        [&](const std::string& name, std::string_view piece) { files.at(name).append(piece); }, goOn);
    for (const auto& [name, file] : files)
        file.sync();
    return isDone;
}

} // namespace regnet

#else

namespace regnet {
namespace {

[[noreturn]] void throwWithout(const std::string& where)
{
    throwFailed(where, "cannot be unpacked: this build has no libarchive",
                "the unpacked files in a folder, or a build with libarchive");
}

} // namespace

bool readArchive(const std::filesystem::path& archive, const ArchiveContents&, const TakePiece&, const GoOn&)
{
    throwWithout(archive.string());
}

bool readArchive(std::string_view, const std::string& where, const ArchiveContents&, const TakePiece&)
{
    throwWithout(where);
}

bool unpack(const std::filesystem::path& archive, const ArchiveContents&, const std::filesystem::path&,
            const GoOn&)
{
    throwWithout(archive.string());
}

} // namespace regnet

#endif
