// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/source_address.h"

#include <fstream>
#include <string_view>

namespace regnet {
namespace {

/// Every SQLite file begins with these 16 bytes, the last a zero.
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

} // namespace

bool isStore(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(sqliteMagic.size(), '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return stream && head == sqliteMagic;
}

std::string nameInStore(const Population& population)
{
    const std::string suffix = " (" + population.source + ")";
    return population.name.ends_with(suffix)
               ? population.name.substr(0, population.name.size() - suffix.size())
               : population.name;
}

std::string addressOf(const Population& population)
{
    if (population.source.empty() || population.isPublished || !isStore(population.source))
        return population.source;
    return population.source + "#" + nameInStore(population);
}

bool isSingle(const std::string& address)
{
    if (address.starts_with("paper:")) return address.find('/') != std::string::npos;
    return address.find('#') != std::string::npos;
}

} // namespace regnet
