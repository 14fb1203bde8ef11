// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/known_data_sets.h"
#include "core/data/random_stream.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace regnet {

/// Records as CIFAR's files have them, with classes that can be told apart: each has its colours.
inline std::string syntheticCifar(const CifarFormat& format, std::int64_t images, std::uint64_t seed)
{
    std::string bytes;
    RandomStream random{seed};
    for (std::int64_t i = 0; i < images; ++i) {
        const std::int64_t label = i % format.classes;
        if (format.hasSuperclass) bytes.push_back(static_cast<char>(label % cifarSuperclasses));
        bytes.push_back(static_cast<char>(label));
        for (std::int64_t c = 0; c < 3; ++c)
            for (std::int64_t pixel = 0; pixel < 1024; ++pixel)
                bytes.push_back(static_cast<char>((label * (37 + 11 * c)) % 200 + random.below(56)));
    }
    return bytes;
}

/// A folder with files of a known data set's names, each with so many images that nobody drew.
inline void writeSyntheticCifar(const KnownDataSet& set, const std::filesystem::path& folder,
                                std::int64_t imagesAFile)
{
    std::filesystem::create_directories(folder);
    std::uint64_t seed = 1;
    for (const auto* files : {&set.train, &set.test})
        for (const KnownFile& file : *files)
            std::ofstream(folder / file.name, std::ios::binary)
                << syntheticCifar(set.format, imagesAFile, seed++);
}

} // namespace regnet
