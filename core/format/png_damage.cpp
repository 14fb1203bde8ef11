// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/png_damage.h"

#include "core/text/printable.h"

#include <boost/crc.hpp>

#include <cstdint>

namespace regnet {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t lengthBytes = 4, typeBytes = 4, checksumBytes = 4;

/// Big endian.
std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::uint32_t checksumOf(std::string_view bytes)
{
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

} // namespace

std::string pngDamage(std::string_view bytes)
{
    if (!bytes.starts_with(signature)) return "is no PNG";
    std::size_t at = signature.size();
    while (true) {
        const std::string place = "at byte " + std::to_string(at);
        if (bytes.size() - at < lengthBytes + typeBytes)
            return "is a damaged PNG: it ends after " + std::to_string(bytes.size()) +
                   " bytes, without its last part";
        const std::size_t length = numberAt(bytes, at);
        const std::string_view type = bytes.substr(at + lengthBytes, typeBytes);
        if (bytes.size() - at < lengthBytes + typeBytes + length + checksumBytes)
            return "is a damaged PNG: it ends after " + std::to_string(bytes.size()) +
                   " bytes, within the part " + place;
        const std::string_view checked = bytes.substr(at + lengthBytes, typeBytes + length);
        if (checksumOf(checked) != numberAt(bytes, at + lengthBytes + checked.size()))
            return "is a damaged PNG: the checksum of its part " + printable(type) + " " + place +
                   " is wrong";
        if (type == "IEND") return {};
        at += lengthBytes + checked.size() + checksumBytes;
    }
}

} // namespace regnet
