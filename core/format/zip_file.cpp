// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/zip_file.h"

#include "core/format/little_endian.h"
#include "core/problem.h"
#include "core/text/printable.h"

#include <boost/crc.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>

namespace regnet {
namespace {

// Signatures and sizes of APPNOTE.TXT 4.3: local header, central header, zip64 end and its locator, end.
constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locatorSignature = 0x07064b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::size_t localSize = 30, centralSize = 46, end64Size = 56, locatorSize = 20, endSize = 22;
constexpr std::size_t longestComment = 65'535;
static_assert(zipEndBytes == endSize + longestComment);
constexpr std::uint64_t mostEntries = 1'000'000;
constexpr std::uint16_t zip64Extra = 0x0001, paddingExtra = 0x4246;
constexpr std::uint16_t encryptedFlag = 1;
constexpr auto in64 = std::numeric_limits<std::uint32_t>::max(); ///< "stands in the zip64 part"
constexpr std::size_t alignment = 64;

std::uint32_t checksum(std::string_view bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

struct Directory
{
    std::uint64_t entries = 0, size = 0, offset = 0;
};

struct Header
{
    std::string name;
    std::uint64_t size = 0, offset = 0;
    std::uint32_t crc = 0;
};

[[noreturn]] void throwTruncated(const std::string& where)
{
    throwBadInput(where, "is no whole zip archive (truncated or damaged)", "the file as it was written");
}

/// Where the record stands that ends an archive, with the comment after it; none where it is cut off.
std::optional<std::size_t> endRecord(std::string_view file)
{
    if (file.size() < endSize) return std::nullopt;
    const std::size_t last = file.size() - endSize;
    const std::size_t first = last > longestComment ? last - longestComment : 0;
    for (std::size_t place = last + 1; place-- > first;)
        if (littleAt<std::uint32_t>(file, place) == endSignature &&
            place + endSize + littleAt<std::uint16_t>(file, place + 20) == file.size())
            return place;
    return std::nullopt;
}

constexpr std::size_t shownBytes = 80; ///< of a name, in an error

class Archive
{
public:
    Archive(std::string_view file, const std::string& where) : m_file(file), m_where(where) {}

    std::vector<ZipEntry> entries()
    {
        const Directory directory = findDirectory();
        std::vector<ZipEntry> entries;
        std::set<std::string_view> names;
        std::vector<std::pair<std::uint64_t, std::uint64_t>> places;
        std::size_t place = directory.offset;
        const std::size_t end = directory.offset + directory.size;
        std::vector<Header> headers;
        for (std::uint64_t i = 0; i < directory.entries; ++i)
            headers.push_back(header(place, end));
        entries.reserve(headers.size());
        for (Header& one : headers) {
            checkName(one.name);
            const std::string_view bytes = contents(one, directory.offset);
            places.emplace_back(static_cast<std::uint64_t>(bytes.data() - m_file.data()), bytes.size());
            entries.push_back({std::move(one.name), bytes});
            if (!names.insert(entries.back().name).second)
                fail(entries.back().name, "is there twice", "once");
        }
        std::ranges::sort(places);
        for (std::size_t i = 1; i < places.size(); ++i)
            if (places[i].first < places[i - 1].first + places[i - 1].second)
                throwBadInput(m_where, "has entries that share their bytes",
                              "a file as torch.save writes it");
        return entries;
    }

private:
    [[noreturn]] void fail(std::string_view entry, std::string wrong, std::string right = {}) const
    {
        throwBadInput(m_where + ", entry \"" + printable(entry, shownBytes) + "\"", std::move(wrong),
                      std::move(right));
    }

    [[noreturn]] void truncated() const { throwTruncated(m_where); }

    void need(std::uint64_t place, std::uint64_t size) const
    {
        if (place > m_file.size() || size > m_file.size() - place) truncated();
    }

    Directory findDirectory() const
    {
        const std::optional<std::size_t> end = endRecord(m_file);
        if (!end) truncated();
        Directory directory{littleAt<std::uint16_t>(m_file, *end + 10),
                            littleAt<std::uint32_t>(m_file, *end + 12),
                            littleAt<std::uint32_t>(m_file, *end + 16)};
        if (directory.entries == 0xFFFF || directory.size == in64 || directory.offset == in64)
            directory = directory64(*end);
        if (directory.entries > mostEntries)
            throwBadInput(m_where, "has " + std::to_string(directory.entries) + " entries",
                          "at most " + std::to_string(mostEntries));
        need(directory.offset, directory.size);
        if (directory.size / centralSize < directory.entries) truncated();
        return directory;
    }

    Directory directory64(std::size_t end) const
    {
        if (end < locatorSize || littleAt<std::uint32_t>(m_file, end - locatorSize) != locatorSignature)
            truncated();
        const auto place = littleAt<std::uint64_t>(m_file, end - locatorSize + 8);
        need(place, end64Size);
        if (littleAt<std::uint32_t>(m_file, place) != end64Signature) truncated();
        return {littleAt<std::uint64_t>(m_file, place + 32), littleAt<std::uint64_t>(m_file, place + 40),
                littleAt<std::uint64_t>(m_file, place + 48)};
    }

    /// Reads one header of the directory and moves on to the next.
    Header header(std::size_t& place, std::size_t end) const
    {
        if (end - place < centralSize || littleAt<std::uint32_t>(m_file, place) != centralSignature)
            truncated();
        const auto flags = littleAt<std::uint16_t>(m_file, place + 8);
        const auto method = littleAt<std::uint16_t>(m_file, place + 10);
        const std::uint64_t packed = littleAt<std::uint32_t>(m_file, place + 20);
        const std::size_t nameSize = littleAt<std::uint16_t>(m_file, place + 28);
        const std::size_t extraSize = littleAt<std::uint16_t>(m_file, place + 30);
        const std::size_t commentSize = littleAt<std::uint16_t>(m_file, place + 32);
        Header header;
        header.crc = littleAt<std::uint32_t>(m_file, place + 16);
        header.size = littleAt<std::uint32_t>(m_file, place + 24);
        header.offset = littleAt<std::uint32_t>(m_file, place + 42);
        if (end - place - centralSize < nameSize + extraSize + commentSize) truncated();
        header.name = m_file.substr(place + centralSize, nameSize);
        if ((flags & encryptedFlag) != 0) fail(header.name, "is encrypted");
        if (method != 0)
            fail(header.name, "is compressed", "an archive that stores, as torch.save writes it");
        readExtra(m_file.substr(place + centralSize + nameSize, extraSize), packed, header);
        place += centralSize + nameSize + extraSize + commentSize;
        return header;
    }

    /// Sizes that do not fit into 32 bits, in the order of the header; the packed size is that of the bytes.
    void readExtra(std::string_view extra, std::uint64_t packed, Header& header) const
    {
        const bool isPacked64 = packed == in64;
        while (extra.size() >= 4) {
            const auto id = littleAt<std::uint16_t>(extra, 0);
            const std::size_t size = littleAt<std::uint16_t>(extra, 2);
            if (size > extra.size() - 4) truncated();
            std::string_view values = extra.substr(4, size);
            extra.remove_prefix(4 + size);
            if (id != zip64Extra) continue;
            const auto take = [&](std::uint64_t& value) {
                if (values.size() < 8) truncated();
                value = littleAt<std::uint64_t>(values, 0);
                values.remove_prefix(8);
            };
            if (header.size == in64) take(header.size);
            if (isPacked64) take(packed);
            if (header.offset == in64) take(header.offset);
        }
        if (packed != header.size) fail(header.name, "has two different sizes", "one, as it is stored");
    }

    void checkName(const std::string& name) const
    {
        bool isSafe = !name.empty() && name.front() != '/' && name.find('\\') == std::string::npos &&
                      name.find(':') == std::string::npos && name.find('\0') == std::string::npos;
        for (std::size_t begin = 0; isSafe && begin <= name.size();) {
            const std::size_t end = std::min(name.find('/', begin), name.size());
            isSafe = name.compare(begin, end - begin, "..") != 0;
            begin = end + 1;
        }
        if (!isSafe) fail(name, "has a name that leads out of the archive", "names inside of one folder");
    }

    std::string_view contents(const Header& header, std::uint64_t directory) const
    {
        need(header.offset, localSize);
        const std::size_t place = header.offset;
        if (littleAt<std::uint32_t>(m_file, place) != localSignature) truncated();
        const std::uint64_t nameSize = littleAt<std::uint16_t>(m_file, place + 26);
        const std::uint64_t extraSize = littleAt<std::uint16_t>(m_file, place + 28);
        const std::uint64_t begin = place + localSize + nameSize + extraSize;
        need(begin, header.size);
        if (begin + header.size > directory) truncated();
        if (m_file.substr(place + localSize, nameSize) != header.name)
            fail(header.name, "has another name where its bytes are", "the same");
        const std::string_view bytes = m_file.substr(begin, header.size);
        if (checksum(bytes) != header.crc)
            fail(header.name, "is damaged: its checksum does not fit", "the file as it was written");
        return bytes;
    }

    std::string_view m_file;
    const std::string& m_where;
};

/// Fills up so that what follows begins at a multiple of the alignment.
std::string padding(std::size_t place)
{
    const std::size_t after = place + 4;
    const std::size_t fill = (alignment - after % alignment) % alignment;
    std::string extra;
    appendLittle(extra, paddingExtra);
    appendLittle(extra, static_cast<std::uint16_t>(fill));
    return extra + std::string(fill, 'Z');
}

/// The fields that local and central header share, from the version on. Local headers leave zip64 to the
/// directory, which is what readers go by; with it their sizes say so.
void appendCommon(std::string& archive, const ZipEntry& entry, std::uint32_t crc, std::size_t extraSize)
{
    const bool isLarge = entry.bytes.size() >= in64;
    const auto size = isLarge ? in64 : static_cast<std::uint32_t>(entry.bytes.size());
    appendLittle<std::uint16_t>(archive, isLarge ? 45 : 20); // version that is needed
    appendLittle<std::uint16_t>(archive, 0x0800);            // names are UTF-8
    appendLittle<std::uint16_t>(archive, 0);                 // stored
    appendLittle<std::uint16_t>(archive, 0);                 // no time: the same weights give the same file
    appendLittle<std::uint16_t>(archive, 0x21);              // 1980-01-01
    appendLittle(archive, crc);
    appendLittle(archive, size);
    appendLittle(archive, size);
    appendLittle(archive, static_cast<std::uint16_t>(entry.name.size()));
    appendLittle(archive, static_cast<std::uint16_t>(extraSize));
}

std::string extra64(std::uint64_t size, std::optional<std::uint64_t> offset, bool isSizeLarge)
{
    std::string values;
    if (isSizeLarge) {
        appendLittle(values, size);
        appendLittle(values, size);
    }
    if (offset) appendLittle(values, *offset);
    if (values.empty()) return values;
    std::string extra;
    appendLittle(extra, zip64Extra);
    appendLittle(extra, static_cast<std::uint16_t>(values.size()));
    return extra + values;
}

void appendEnd(std::string& archive, std::uint64_t entries, std::uint64_t offset)
{
    const std::uint64_t size = archive.size() - offset;
    const bool isLarge = entries >= 0xFFFF || offset >= in64 || size >= in64;
    if (isLarge) {
        const std::uint64_t place = archive.size();
        appendLittle(archive, end64Signature);
        appendLittle<std::uint64_t>(archive, end64Size - 12);
        appendLittle<std::uint16_t>(archive, 45);
        appendLittle<std::uint16_t>(archive, 45);
        appendLittle<std::uint64_t>(archive, 0); // disks
        appendLittle(archive, entries);
        appendLittle(archive, entries);
        appendLittle(archive, size);
        appendLittle(archive, offset);
        appendLittle(archive, locatorSignature);
        appendLittle<std::uint32_t>(archive, 0);
        appendLittle(archive, place);
        appendLittle<std::uint32_t>(archive, 1);
    }
    appendLittle(archive, endSignature);
    appendLittle<std::uint32_t>(archive, 0); // disks
    const auto count = static_cast<std::uint16_t>(isLarge ? 0xFFFF : entries);
    appendLittle(archive, count);
    appendLittle(archive, count);
    appendLittle(archive, isLarge ? in64 : static_cast<std::uint32_t>(size));
    appendLittle(archive, isLarge ? in64 : static_cast<std::uint32_t>(offset));
    appendLittle<std::uint16_t>(archive, 0);
}

} // namespace

bool looksLikeZip(std::string_view file)
{
    return file.size() >= 4 && littleAt<std::uint32_t>(file, 0) == localSignature;
}

void requireZipEnd(std::string_view end, const std::string& where)
{
    if (!endRecord(end)) throwTruncated(where);
}

std::vector<ZipEntry> readStoredZip(std::string_view file, const std::string& where)
{
    return Archive(file, where).entries();
}

std::string storedZip(std::span<const ZipEntry> entries)
{
    std::string archive, directory;
    for (const ZipEntry& entry : entries) {
        const std::uint32_t crc = checksum(entry.bytes);
        const std::uint64_t offset = archive.size();
        const bool isLarge = entry.bytes.size() >= in64, isFar = offset >= in64;
        std::string extra = extra64(entry.bytes.size(), std::nullopt, isLarge);
        extra += padding(offset + localSize + entry.name.size() + extra.size());
        appendLittle(archive, localSignature);
        appendCommon(archive, entry, crc, extra.size());
        archive += entry.name;
        archive += extra;
        archive += entry.bytes;

        const std::string central =
            extra64(entry.bytes.size(), isFar ? std::optional(offset) : std::nullopt, isLarge);
        appendLittle(directory, centralSignature);
        appendLittle<std::uint16_t>(directory, isLarge || isFar ? 45 : 20); // version that made it
        appendCommon(directory, entry, crc, central.size());
        appendLittle<std::uint16_t>(directory, 0); // comment
        appendLittle<std::uint16_t>(directory, 0); // disk
        appendLittle<std::uint16_t>(directory, 0); // attributes
        appendLittle<std::uint32_t>(directory, 0);
        appendLittle(directory, isFar ? in64 : static_cast<std::uint32_t>(offset));
        directory += entry.name;
        directory += central;
    }
    const std::uint64_t offset = archive.size();
    archive += directory;
    appendEnd(archive, entries.size(), offset);
    return archive;
}

} // namespace regnet
