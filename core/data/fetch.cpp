// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fetch.h"

#include "core/data/data_sets.h"
#include "core/data/file_bytes.h"
#include "core/data/unpack.h"
#include "core/problem.h"
#include "core/system/file_identity.h"
#include "core/system/own_file.h"
#include "core/system/whole_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <numeric>
#include <sys/file.h>
#include <unistd.h>

namespace regnet {
namespace {

namespace fs = std::filesystem;

/// One program at a time in a folder. The lock goes when the program does, however it ends; its file stays
/// only where the program was killed.
class FetchLock
{
public:
    explicit FetchLock(fs::path path) : m_path(std::move(path))
    {
        while (!takeFile())
            ::close(m_file);
    }
    ~FetchLock()
    {
        ::unlink(m_path.c_str());
        ::close(m_file);
    }
    FetchLock(const FetchLock&) = delete;
    FetchLock& operator=(const FetchLock&) = delete;

private:
    /// False when the last holder took the file away before the lock on it was ours.
    bool takeFile()
    {
        m_file = openOwnFile(m_path, O_RDWR | O_CREAT);
        if (::flock(m_file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(m_file);
            throwFailed(m_path.parent_path().string(),
                        "is being written by another program that fetches the same");
        }
        return isAt(m_file, m_path);
    }

    fs::path m_path;
    int m_file = -1;
};

/// A download that is gone when this is, unless something came into it: there is nothing to go on from.
class PartOfSomething
{
public:
    explicit PartOfSomething(const fs::path& file) : m_file(file) {}
    ~PartOfSomething()
    {
        std::error_code failure;
        if (fs::file_size(m_file, failure) == 0) fs::remove(m_file, failure);
    }
    PartOfSomething(const PartOfSomething&) = delete;
    PartOfSomething& operator=(const PartOfSomething&) = delete;

private:
    const fs::path& m_file;
};

/// A folder that is gone when this is, unless it was renamed.
class TemporaryFolder
{
public:
    explicit TemporaryFolder(fs::path path) : m_path(std::move(path))
    {
        fs::remove_all(m_path); // of a program that was killed
        fs::create_directories(m_path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

std::vector<KnownFile> filesOf(const KnownDataSet& set)
{
    std::vector<KnownFile> files = set.train;
    files.insert(files.end(), set.test.begin(), set.test.end());
    return files;
}

class Fetching
{
public:
    Fetching(const FetchOrder& order, const GoOn& goOn)
        : m_order(order), m_set(order.set), m_goOn(goOn),
          m_folder(order.folder.empty() ? dataSetsFolder() : fs::absolute(order.folder)),
          m_target(m_folder / m_set.folder), m_part(m_folder / (m_set.folder + ".tar.gz.part"))
    {
    }
    FetchEnd run();

private:
    bool isThere() const;
    void checkRoom() const;
    bool downloadPart(); ///< false: stopped
    bool isRight(std::string& found, bool& isStopped) const;
    bool unpackPart() const;
    bool unpackInto(const fs::path& folder) const; ///< false: stopped
    void checkFiles(const fs::path& folder) const;

    bool goOn(const char* what, std::int64_t bytes, std::int64_t total) const
    {
        return !m_goOn || m_goOn({what, bytes, total});
    }
    const std::string& url() const { return m_order.url.empty() ? m_set.url : m_order.url; }
    const std::string& rightHash() const
    {
        return m_order.sha256.empty() ? m_set.archiveSha256 : m_order.sha256;
    }

    const FetchOrder& m_order;
    const KnownDataSet& m_set;
    const GoOn& m_goOn;
    fs::path m_folder, m_target, m_part;
};

bool Fetching::isThere() const
{
    if (!fs::exists(m_target)) return false;
    const auto files = findFiles(m_set, m_target);
    // Sizes first: what is there may be larger than anybody waits for.
    const auto hasItsSize = [&](const KnownFile& file) {
        return fileBytes(files->folder / file.name) == file.bytes;
    };
    const bool isPublished = files && std::ranges::all_of(filesOf(m_set), hasItsSize) &&
                             contentOf(hashed(*files)) == publishedContent(m_set);
    if (isPublished) return true;
    throwBadInput(m_target.string(), "is there and holds something else than the published " + m_set.title,
                  "another --folder, or that one moved away");
}

void Fetching::checkRoom() const
{
    std::int64_t needed = m_set.archiveBytes;
    for (const KnownFile& file : filesOf(m_set))
        needed += file.bytes;
    std::error_code failure;
    const fs::space_info space = fs::space(m_folder, failure);
    const std::int64_t here = fs::exists(m_part) ? fileBytes(m_part) : 0;
    if (!failure && static_cast<std::int64_t>(space.available) < needed - here)
        throwFailed(m_folder.string(), "has " + std::to_string(space.available >> 20) + " MiB free",
                    std::to_string((needed - here) >> 20) + " MiB for the archive and its files");
}

/// Whether the part is the archive.
bool Fetching::isRight(std::string& found, bool& isStopped) const
{
    const std::int64_t total = fileBytes(m_part);
    std::int64_t bytes = 0;
    found = sha256OfFile(m_part, [&] {
        const bool goesOn = goOn("checking", std::min(bytes, total), total);
        bytes += std::int64_t{4} << 20;
        return goesOn;
    });
    isStopped = found.empty();
    return found == rightHash();
}

bool Fetching::downloadPart()
{
    // Twice at most: what a broken download left may be of another file.
    for (const bool isLast : {false, true}) {
        const bool isResumed = fs::exists(m_part) && fileBytes(m_part) > 0;
        std::string found;
        bool isStopped = false;
        // Whole already, and stopped before it was unpacked: no need to ask anybody.
        if (isResumed && fileBytes(m_part) == m_set.archiveBytes && isRight(found, isStopped)) return true;
        const std::int64_t most = m_order.sha256.empty() ? m_set.archiveBytes : mostOtherBytes;
        if (isStopped || download(url(), m_part, most, m_goOn) == DownloadEnd::Stopped) return false;
        if (isRight(found, isStopped)) return true;
        if (isStopped) return false;
        const std::int64_t bytes = fileBytes(m_part);
        fs::remove(m_part);
        if (!isResumed || isLast)
            throwFailed(url(),
                        "gave " + std::to_string(bytes) + " bytes with the SHA-256 " + found +
                            ", which were thrown away",
                        rightHash());
    }
    return false;
}

void Fetching::checkFiles(const fs::path& folder) const
{
    for (const KnownFile& file : filesOf(m_set)) {
        const fs::path path = folder / file.name;
        if (m_order.sha256.empty()) {
            const std::string found = sha256OfFile(path);
            if (found != file.sha256)
                throwFailed(m_part.string() + ", " + file.name, "has the SHA-256 " + found, file.sha256);
        } else {
            CifarRecords records;
            appendCifar(readBytes(path, fileBytes(path)), m_set.format, file.name, records);
        }
    }
}

bool Fetching::unpackInto(const fs::path& folder) const
{
    ArchiveContents contents;
    contents.folder = m_set.folder;
    contents.mostBytes = std::int64_t{1} << 20; // readme and names of the classes
    for (const KnownFile& file : filesOf(m_set)) {
        contents.names.push_back(file.name);
        contents.mostBytes += file.bytes;
    }
    if (!m_order.sha256.empty()) contents.mostBytes = mostOtherBytes; // other files than we know
    const std::int64_t total = contents.mostBytes;
    const bool isWhole = unpack(m_part, contents, folder, [&](const ByteProgress& progress) {
        return goOn("unpacking", progress.bytes, total);
    });
    if (isWhole) checkFiles(folder);
    return isWhole;
}

bool Fetching::unpackPart() const
{
    const TemporaryFolder fresh(m_folder / ("." + m_set.folder + ".tmp"));
    try {
        if (!unpackInto(fresh.path())) return false;
    } catch (const Error& error) {
        // It is the archive that was asked for, and will be refused again; a full disk is another matter.
        if (error.problem().kind == ProblemKind::BadInput) fs::remove(m_part);
        throw;
    }
    syncFolder(fresh.path());
    fs::rename(fresh.path(), m_target);
    syncFolder(m_folder);
    fs::remove(m_part);
    return true;
}

FetchEnd Fetching::run()
{
    if (isThere()) return FetchEnd::ThereAlready;
    fs::create_directories(m_folder);
    const FetchLock lock(m_folder / ("." + m_set.folder + ".lock"));
    if (isThere()) return FetchEnd::ThereAlready; // somebody was faster
    const PartOfSomething part(m_part);
    checkRoom();
    return downloadPart() && unpackPart() ? FetchEnd::Done : FetchEnd::Stopped;
}

} // namespace

FetchEnd fetch(const FetchOrder& order, const GoOn& goOn)
{
    try {
        return Fetching(order, goOn).run();
    } catch (const fs::filesystem_error& error) {
        throwFailed(error.path1().string(), "cannot be written: " + error.code().message());
    }
}

} // namespace regnet
