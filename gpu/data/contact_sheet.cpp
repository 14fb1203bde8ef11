// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/contact_sheet.h"

#include "core/queue/whole_file.h"
#include "gpu/data/procedural.h"

#include <array>
#include <string>

namespace regnet {
namespace {

constexpr std::int64_t columns = 8, zoom = 3, gap = 2;

void appendBigEndian(std::string& bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(number >> shift & 0xff));
}

std::uint32_t crc32(const std::string& bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

std::uint32_t adler32(const std::string& bytes)
{
    std::uint32_t a = 1, b = 0;
    for (const char byte : bytes) {
        a = (a + static_cast<unsigned char>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

void appendChunk(std::string& png, const std::string& type, const std::string& data)
{
    appendBigEndian(png, static_cast<std::uint32_t>(data.size()));
    png += type + data;
    appendBigEndian(png, crc32(type + data));
}

/// A zlib stream of stored blocks: the smallest valid one that needs no library.
std::string stored(const std::string& bytes)
{
    std::string stream = "\x78\x01";
    for (std::size_t at = 0; at < bytes.size(); at += 65535) {
        const std::size_t size = std::min<std::size_t>(65535, bytes.size() - at);
        stream.push_back(at + size == bytes.size() ? 1 : 0);
        for (const std::size_t word : {size, ~size})
            for (int shift = 0; shift < 16; shift += 8)
                stream.push_back(static_cast<char>(word >> shift & 0xff));
        stream += bytes.substr(at, size);
    }
    appendBigEndian(stream, adler32(bytes));
    return stream;
}

/// rows: each starts with a filter byte 0, then RGB.
std::string png(std::int64_t width, std::int64_t height, const std::string& rows)
{
    std::string bytes = "\x89PNG\r\n\x1a\n";
    std::string header;
    appendBigEndian(header, static_cast<std::uint32_t>(width));
    appendBigEndian(header, static_cast<std::uint32_t>(height));
    header += std::string("\x08\x02\0\0\0", 5); // 8 bits, RGB
    appendChunk(bytes, "IHDR", header);
    appendChunk(bytes, "IDAT", stored(rows));
    appendChunk(bytes, "IEND", "");
    return bytes;
}

} // namespace

void writeContactSheet(const std::filesystem::path& file)
{
    const DataSetSpec spec;
    const ImageSet images = proceduralImages(spec, Split::Test, columns * proceduralClasses);
    const std::int64_t side = images.resolution, cell = side * zoom + gap;
    const std::int64_t width = columns * cell + gap, height = proceduralClasses * cell + gap;
    std::string rows;
    for (std::int64_t y = 0; y < height; ++y) {
        rows.push_back(0);
        for (std::int64_t x = 0; x < width; ++x) {
            const std::int64_t inX = x % cell - gap, inY = y % cell - gap;
            const bool isImage = inX >= 0 && inY >= 0;
            const std::int64_t index = x / cell * proceduralClasses + y / cell; // label = index mod 10 = row
            for (std::int64_t channel = 0; channel < 3; ++channel) {
                const std::int64_t at = ((index * 3 + channel) * side + inY / zoom) * side + inX / zoom;
                rows.push_back(isImage ? static_cast<char>(images.pixels[static_cast<std::size_t>(at)])
                                       : '\xff');
            }
        }
    }
    writeWhole(file, png(width, height, rows));
}

} // namespace regnet
