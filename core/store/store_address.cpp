// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_address.h"

#include <fstream>
#include <string_view>
#include <system_error>

namespace regnet {
namespace {

/// Every SQLite file begins with these 16 bytes, the last a zero.
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

} // namespace

bool isStore(const std::filesystem::path& file)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure)) return false; // a pipe may never say anything
    std::ifstream stream(file, std::ios::binary);
    std::string head(sqliteMagic.size(), '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return stream && head == sqliteMagic;
}

std::string StoreAddress::text() const
{
    std::string text = file.string();
    if (!name.empty()) text += "#" + name;
    if (error && *error != ErrorKind::BestTest) text += "?" + std::string(nameOf(*error));
    return text;
}

StoreAddress storeAddress(const std::string& text)
{
    std::error_code failure;
    if (std::filesystem::exists(text, failure)) return {text, {}, {}};
    StoreAddress address;
    const std::size_t mark = text.rfind('?');
    if (mark != std::string::npos) address.error = errorKindOf(text.substr(mark + 1));
    const std::string place = address.error ? text.substr(0, mark) : text;
    const std::size_t hash = place.rfind('#');
    address.file = place.substr(0, hash);
    if (hash != std::string::npos) address.name = place.substr(hash + 1);
    return address;
}

std::optional<StoreAddress> storeOf(const Population& population)
{
    if (population.isPublished || population.source.empty()) return std::nullopt;
    StoreAddress address = storeAddress(population.source);
    if (!isStore(address.file)) return std::nullopt;
    if (address.name.empty()) address.name = population.name;
    return address;
}

} // namespace regnet
