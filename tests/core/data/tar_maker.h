// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>
#include <vector>
#include <zlib.h>

namespace regnet {

/// One entry of a tar archive, as the format's header has it.
struct TarEntry
{
    std::string name, bytes;
    char type = '0'; ///< '0' file, '1' hard link, '2' symbolic link, '5' folder
    std::string link;
};

inline std::string tarOf(const std::vector<TarEntry>& entries)
{
    std::string tar;
    for (const TarEntry& entry : entries) {
        std::string header(512, '\0');
        const auto put = [&](std::size_t at, const std::string& text) {
            header.replace(at, text.size(), text);
        };
        char size[12];
        std::snprintf(size, sizeof size, "%011zo", entry.type == '0' ? entry.bytes.size() : 0);
        put(0, entry.name);
        put(100, "0000644");
        put(124, size);
        put(136, "00000000000");
        header[156] = entry.type;
        put(157, entry.link);
        put(257, std::string("ustar\0", 6) + "00");
        put(148, "        ");
        unsigned sum = 0;
        for (const char c : header)
            sum += static_cast<unsigned char>(c);
        char check[8];
        std::snprintf(check, sizeof check, "%06o", sum);
        put(148, std::string(check, 7));
        tar += header;
        if (entry.type != '0') continue;
        tar += entry.bytes;
        tar.resize((tar.size() + 511) / 512 * 512, '\0');
    }
    return tar + std::string(1024, '\0');
}

inline std::string gzipped(const std::string& bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace regnet
